//! A stream as blocks of whole lines, in memory that does not grow with the stream or its lines.

use mamori_words::Said;
use std::io::{ErrorKind, Read};

/// Bytes of a block.
const BLOCK: usize = 1 << 20;

/// Longest line that can be used, in bytes; a longer one is cut behind it, so that it is refused as such.
pub(super) const LINE_MAX: usize = 4_096;

/// Zero bytes behind the lines of a block, so that a number can be looked at eight bytes at a time.
pub(super) const PADDING: usize = 16;

/// A stream read block by block.
pub(super) struct Blocks<R> {
    reader: R,
    /// What was read behind the last whole line.
    rest: Vec<u8>,
    taken: usize,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(reader: R) -> Self {
        Blocks {
            reader,
            rest: Vec::new(),
            taken: 0,
            ended: false,
        }
    }

    /// The first line, without a byte order mark and its end.
    pub(super) fn headings(&mut self) -> Result<Vec<u8>, Said> {
        let mut chunk = vec![0; LINE_MAX];
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let behind = self.rest.split_off(end + 1);
                let line = std::mem::replace(&mut self.rest, behind);
                return Ok(without_mark(&line[..end]));
            }
            if self.rest.len() > LINE_MAX {
                return Err(Said::new(
                    "1行目が長すぎます。見出しの行がありません",
                    "Line 1 is too long for headings",
                ));
            }
            match self.fill(&mut chunk)? {
                0 if self.rest.is_empty() => {
                    return Err(Said::new("中身がありません", "The file is empty"));
                }
                0 => return Ok(without_mark(&std::mem::take(&mut self.rest))),
                read => self.rest.extend_from_slice(&chunk[..read]),
            }
        }
    }

    /// Fills a buffer with the next lines, each with its end, and the padding; gives the number of the
    /// block, from 0, or nothing at the end.
    pub(super) fn next(&mut self, buffer: &mut Vec<u8>) -> Result<Option<usize>, Said> {
        buffer.resize(BLOCK + PADDING, 0);
        let mut filled = self.rest.len();
        buffer[..filled].copy_from_slice(&self.rest);
        self.rest.clear();
        while filled < BLOCK && !self.ended {
            filled += self.fill(&mut buffer[filled..BLOCK])?;
        }
        if filled == 0 {
            return Ok(None);
        }
        let whole = buffer[..filled].iter().rposition(|byte| *byte == b'\n');
        let lines = match whole {
            Some(end) => {
                self.rest.extend_from_slice(&buffer[end + 1..filled]);
                end + 1
            }
            // The last line, or one that is as long as a block.
            None => {
                if !self.ended {
                    self.skip_line()?;
                }
                let kept = filled.min(LINE_MAX + 1);
                buffer[kept] = b'\n';
                kept + 1
            }
        };
        // What stands behind the lines is cleared, so that nothing old is taken for digits.
        buffer.truncate(lines);
        buffer.resize(lines + PADDING, 0);
        self.taken += 1;
        Ok(Some(self.taken - 1))
    }

    /// Skips what is left of a line.
    fn skip_line(&mut self) -> Result<(), Said> {
        let mut chunk = vec![0; LINE_MAX];
        while !self.ended {
            let read = self.fill(&mut chunk)?;
            if let Some(end) = chunk[..read].iter().position(|byte| *byte == b'\n') {
                self.rest.extend_from_slice(&chunk[end + 1..read]);
                break;
            }
        }
        Ok(())
    }

    fn fill(&mut self, into: &mut [u8]) -> Result<usize, Said> {
        loop {
            match self.reader.read(into) {
                Ok(read) => {
                    self.ended |= read == 0;
                    return Ok(read);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    return Err(Said::new(
                        format!("読めません（{error}）"),
                        format!("It cannot be read ({error})"),
                    ));
                }
            }
        }
    }
}

fn without_mark(line: &[u8]) -> Vec<u8> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line).to_vec()
}
