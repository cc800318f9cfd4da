//! The package: a ZIP file whose entries are opened one at a time and counted while they unpack.

use super::refusal::{self, Limit};
use super::xml::Pull;
use super::{ENTRIES_MAX, FILE_BYTES_MAX, RATIO_FLOOR, RATIO_MAX, UNPACKED_BYTES_MAX};
use mamori_domain::Problem;
use std::collections::BTreeSet;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

/// Most signatures of directory headers in the whole file. The ZIP library lists the directory
/// before its length can be asked, so what it may list is bounded beforehand; some signatures may
/// stand in embedded files by chance.
const HEADERS_MAX: usize = 2_000;

/// An opened package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    file_bytes: u64,
    unpacked: u64,
    pieces: usize,
}

/// A part while it unpacks.
pub(super) struct Part<'p, 'a> {
    file: ZipFile<'p, Cursor<&'a [u8]>>,
    total: &'p mut u64,
    unpacked: u64,
    packed: u64,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// What is wrong with the file as a whole.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        recognise(bytes)?;
        let headers = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count();
        if headers > HEADERS_MAX {
            return Err(too_many_entries());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refusal::damaged("ZIP"))?;
        let package = Package {
            archive,
            file_bytes: bytes.len() as u64,
            unpacked: 0,
            pieces: 0,
        };
        package.check_entries()?;
        Ok(package)
    }

    fn check_entries(&self) -> Result<(), Problem> {
        if self.archive.has_duplicate_names() {
            return Err(refusal::refused(
                "ZIP",
                "同じ名前の部品が二つあります",
                "two entries have the same name",
            ));
        }
        if self.archive.len() > ENTRIES_MAX {
            return Err(too_many_entries());
        }
        let mut seen = BTreeSet::new();
        for name in self.archive.file_names_raw() {
            let name = std::str::from_utf8(name)
                .ok()
                .filter(|name| is_safe(name))
                .ok_or_else(|| {
                    refusal::refused(
                        "ZIP",
                        "部品の名前が使えない形です",
                        "an entry has a name that is not allowed",
                    )
                })?;
            // Names of parts differ by more than case (ECMA-376 part 2).
            if !seen.insert(name.to_ascii_lowercase()) {
                return Err(refusal::refused(
                    "ZIP",
                    "同じ名前の部品が二つあります",
                    "two entries have the same name",
                ));
            }
        }
        let metadata = self.archive.metadata();
        let mut declared = 0_u64;
        for index in 0..metadata.len() {
            let entry = self
                .archive
                .by_index_data(index)
                .map_err(|_| refusal::damaged("ZIP"))?;
            declared = declared.saturating_add(entry.size());
        }
        match declared > UNPACKED_BYTES_MAX {
            true => Err(Limit::Unpacked.problem("ZIP")),
            false => Ok(()),
        }
    }

    /// Whether the package has an entry.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index_of(name).is_some()
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        self.archive
            .file_names_raw()
            .position(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    }

    /// Opens a part; nothing when the package has none of that name.
    ///
    /// # Errors
    /// When the entry cannot be unpacked.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Pull<'_, BufReader<Part<'_, 'a>>>>, Problem> {
        let Some(index) = self.index_of(name) else {
            return Ok(None);
        };
        let file = self.archive.by_index(index).map_err(|_| refusal::damaged(name))?;
        let packed = file.compressed_size();
        if packed > self.file_bytes {
            return Err(refusal::damaged(name));
        }
        let part = Part {
            file,
            total: &mut self.unpacked,
            unpacked: 0,
            packed,
        };
        Ok(Some(Pull::new(
            BufReader::with_capacity(32 << 10, part),
            name,
            &mut self.pieces,
        )))
    }
}

impl Read for Part<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.unpacked += read as u64;
        *self.total += read as u64;
        if *self.total > UNPACKED_BYTES_MAX {
            return Err(io::Error::other(Limit::Unpacked));
        }
        if self.unpacked > RATIO_FLOOR && self.unpacked > self.packed.saturating_mul(RATIO_MAX) {
            return Err(io::Error::other(Limit::Ratio));
        }
        Ok(read)
    }
}

fn too_many_entries() -> Problem {
    refusal::refused(
        "ZIP",
        "部品が多すぎます（200個まで）",
        "it has too many entries (at most 200)",
    )
}

/// Whether an entry's name stays inside the package.
fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', ':'])
        && !name.chars().any(char::is_control)
        && !name.split('/').any(|segment| segment == "..")
}

/// Tells other kinds of files apart, so that the message says what to do.
fn recognise(bytes: &[u8]) -> Result<(), Problem> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(refusal::refused(
            "ファイル/file",
            "50 MBを超えています",
            "it is larger than 50 MB",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    if !bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(refusal::not_xlsx(
            "XLSXファイルではありません",
            "It is not an XLSX file",
        ));
    }
    let wide: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    match bytes.windows(wide.len()).any(|window| window == wide) {
        true => Err(refusal::encrypted()),
        false => Err(refusal::not_xlsx(
            "古い形式（.xls）のブックです",
            "It is a workbook of the old format (.xls)",
        )),
    }
}
