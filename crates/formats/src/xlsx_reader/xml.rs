//! Pulls an XML part piece by piece, with bounds on nesting and on the length of each piece.
//!
//! Document types are refused, so no entity can be declared; only the five predefined ones and
//! numbers of characters are known.

use super::refusal::{self, Limit};
use super::{DEPTH_MAX, PIECES_MAX};
use mamori_domain::Problem;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// Longest tag or run of text, in bytes. A cell's text of 32,767 characters has at most four bytes
/// each.
const PIECE_BYTES_MAX: usize = 256 << 10;

/// A part being pulled.
pub(super) struct Pull<'p, R> {
    reader: Reader<Bounded<R>>,
    buffer: Vec<u8>,
    depth: usize,
    /// Pieces of all parts so far.
    pieces: &'p mut usize,
    part: String,
}

/// A piece of XML. An empty element comes as a start and an end.
pub(super) enum Piece<'b> {
    /// A start tag.
    Start(Tag<'b>),
    /// An end tag, by its name without prefix.
    End(Name),
    /// Text between tags; one text may come in several pieces.
    Text(Cow<'b, str>),
    /// What carries no data: comments and instructions.
    Nothing,
    /// The end of the part.
    Finish,
}

/// A name without prefix, as far as any name we look for is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    bytes: [u8; 24],
    length: usize,
}

impl Name {
    fn of(name: &[u8]) -> Self {
        let mut bytes = [0; 24];
        let length = name.len().min(24);
        bytes[..length].copy_from_slice(&name[..length]);
        Name { bytes, length }
    }

    /// The name as bytes.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// A start tag with its attributes.
pub(super) struct Tag<'b> {
    start: BytesStart<'b>,
    part: &'b str,
}

impl Tag<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> Name {
        Name::of(self.start.local_name().as_ref())
    }

    /// The value of an attribute, found by its name without prefix.
    ///
    /// # Errors
    /// When the tag's attributes cannot be read.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Problem> {
        self.attributes([name]).map(|[value]| value)
    }

    /// The values of some attributes, found in one pass by their names without prefix.
    ///
    /// # Errors
    /// When the tag's attributes cannot be read.
    pub(super) fn attributes<const N: usize>(
        &self,
        names: [&str; N],
    ) -> Result<[Option<Cow<'_, str>>; N], Problem> {
        let mut values = [const { None }; N];
        // Looking for repeated attributes would cost the square of their number.
        for attribute in self.start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| refusal::damaged(self.part))?;
            let local = attribute.key.local_name();
            let Some(at) = names.iter().position(|name| name.as_bytes() == local.as_ref()) else {
                continue;
            };
            if values[at].is_none() {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                values[at] = Some(value.map_err(|_| refusal::damaged(self.part))?);
            }
        }
        Ok(values)
    }
}

impl<'p, R: BufRead> Pull<'p, R> {
    /// Begins to pull a part; its name is for messages. Pieces are counted across parts.
    pub(super) fn new(source: R, part: &str, pieces: &'p mut usize) -> Self {
        let mut reader = Reader::from_reader(Bounded { source, since: 0 });
        reader.config_mut().expand_empty_elements = true;
        Pull {
            reader,
            buffer: Vec::new(),
            depth: 0,
            pieces,
            part: part.to_owned(),
        }
    }

    /// The next piece.
    ///
    /// # Errors
    /// When the part is damaged or goes over a cap; reading cannot go on afterwards.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, Problem> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let part = self.part.as_str();
        *self.pieces += 1;
        if *self.pieces > PIECES_MAX {
            return Err(refusal::refused(
                part,
                "要素が多すぎます",
                "it has too many elements",
            ));
        }
        match self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| problem_of(&error, part))?
        {
            Event::Start(start) => {
                self.depth += 1;
                match self.depth > DEPTH_MAX {
                    true => Err(refusal::refused(
                        part,
                        "入れ子が深すぎます",
                        "it is nested too deeply",
                    )),
                    false => Ok(Piece::Start(Tag { start, part })),
                }
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Piece::End(Name::of(end.local_name().as_ref())))
            }
            Event::Text(text) => text
                .xml10_content()
                .map(Piece::Text)
                .map_err(|_| refusal::damaged(part)),
            Event::CData(text) => text
                .xml10_content()
                .map(Piece::Text)
                .map_err(|_| refusal::damaged(part)),
            Event::GeneralRef(reference) => character(&reference)
                .map(|character| Piece::Text(Cow::Owned(character)))
                .ok_or_else(|| {
                    refusal::refused(
                        part,
                        "使えない実体参照があります",
                        "it refers to an unknown entity",
                    )
                }),
            Event::Decl(declaration) => {
                let named = declaration.encoding().and_then(Result::ok);
                match named.is_some_and(|name| !name.eq_ignore_ascii_case(b"utf-8")) {
                    true => Err(refusal::refused(
                        part,
                        "UTF-8ではありません",
                        "it is not in UTF-8",
                    )),
                    false => Ok(Piece::Nothing),
                }
            }
            Event::DocType(_) => Err(refusal::refused(
                part,
                "文書型宣言（DTD）を含んでいます",
                "it declares a document type (DTD)",
            )),
            Event::Empty(_) | Event::Comment(_) | Event::PI(_) => Ok(Piece::Nothing),
            Event::Eof if self.depth > 0 => Err(refusal::damaged(part)),
            Event::Eof => Ok(Piece::Finish),
        }
    }
}

/// What a reference to a character or to one of the five predefined entities stands for.
fn character(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    resolve_xml_entity(&reference.decode().ok()?).map(str::to_owned)
}

/// The problem behind an error of the XML reader.
fn problem_of(error: &Error, part: &str) -> Problem {
    let limit = match error {
        Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref::<Limit>()),
        _ => None,
    };
    limit.map_or_else(|| refusal::damaged(part), |limit| limit.problem(part))
}

/// Stops a reader that would take more than [`PIECE_BYTES_MAX`] for one piece.
struct Bounded<R> {
    source: R,
    since: usize,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.since += read;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.since > PIECE_BYTES_MAX {
            true => Err(io::Error::other(Limit::Piece)),
            false => self.source.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        self.since += amount;
        self.source.consume(amount);
    }
}
