//! One worksheet: rows, cells, merged areas.

use super::number::{Epoch, Form, iso_day, shown};
use super::package::Package;
use super::position::{Area, cell_name, parse_cell};
use super::strings::{Gathered, Span, Texts};
use super::styles::Styles;
use super::xml::{Piece, Tag};
use super::{CELLS_MAX, COLUMN_MAX, Cell, MERGED_MAX, PROBLEMS_MAX, ROW_MAX, refusal};
use mamori_domain::Problem;
use mamori_domain::raw::Place;
use std::borrow::Cow;
use std::sync::Arc;

/// What the sheets of a book share.
pub(super) struct Shared {
    pub(super) texts: Texts,
    pub(super) strings: Vec<Span>,
    pub(super) styles: Styles,
    pub(super) epoch: Epoch,
    /// Cells read so far, in all sheets.
    pub(super) cells: usize,
    pub(super) problems: Vec<Problem>,
}

/// What a cell's value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number(Form),
    Shared,
    Text,
    Boolean,
    Error,
    Day,
}

/// A sheet while it is read.
struct Reading<'s> {
    name: &'s Arc<str>,
    part: &'s str,
    shared: &'s mut Shared,
    cells: Vec<Cell>,
    merged: Vec<Area>,
    row: u32,
    column: u16,
    kind: Kind,
    formula: bool,
    valued: bool,
    gathered: Gathered,
}

/// Reads a worksheet's cells and merged areas. Problems of single cells are collected.
///
/// # Errors
/// When the part is damaged or goes over a cap.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    name: &Arc<str>,
    shared: &mut Shared,
) -> Result<(Vec<Cell>, Vec<Area>), Problem> {
    let Some(mut pull) = package.part(part)? else {
        return Err(refusal::missing(part));
    };
    let mut reading = Reading {
        name,
        part,
        shared,
        cells: Vec::new(),
        merged: Vec::new(),
        row: 0,
        column: 0,
        kind: Kind::Number(Form::Plain),
        formula: false,
        valued: false,
        gathered: Gathered::default(),
    };
    // Where the pull stands: among the data, in a cell, in its value, in the reading of a text.
    let (mut rooted, mut data, mut cell, mut value, mut readings) = (false, false, false, false, 0_usize);
    loop {
        match pull.next()? {
            Piece::Start(tag) => {
                let name = tag.name();
                if !rooted && name.as_bytes() != b"worksheet" {
                    return Err(refusal::damaged(part));
                }
                rooted = true;
                match name.as_bytes() {
                    b"sheetData" => data = true,
                    b"row" if data => reading.begin_row(&tag)?,
                    b"c" if data => {
                        cell = true;
                        reading.begin_cell(&tag)?;
                    }
                    b"f" if cell => reading.formula = true,
                    b"v" if cell => value = true,
                    b"rPh" => readings += 1,
                    b"t" if cell => value = readings == 0,
                    b"mergeCell" => reading.merge(&tag)?,
                    _ => {}
                }
            }
            Piece::Text(text) if value => reading.gather(&text),
            Piece::End(name) => match name.as_bytes() {
                b"v" | b"t" => value = false,
                b"rPh" => readings = readings.saturating_sub(1),
                b"c" if cell => {
                    cell = false;
                    reading.end_cell()?;
                }
                b"sheetData" => data = false,
                _ => {}
            },
            Piece::Finish if rooted => break,
            Piece::Finish => return Err(refusal::damaged(part)),
            _ => {}
        }
    }
    reading.finish()
}

impl Reading<'_> {
    fn place(&self, row: u32, column: u16) -> Place {
        Place::Sheet {
            sheet: self.name.clone(),
            cell: cell_name(row, column),
        }
    }

    /// Notes a problem of a single cell.
    ///
    /// # Errors
    /// The problem itself when enough are noted.
    fn note(&mut self, problem: Problem) -> Result<(), Problem> {
        if self.shared.problems.len() + 1 >= PROBLEMS_MAX {
            return Err(problem);
        }
        self.shared.problems.push(problem);
        Ok(())
    }

    fn begin_row(&mut self, tag: &Tag<'_>) -> Result<(), Problem> {
        let number = match tag.attribute("r")? {
            Some(number) => number.parse().unwrap_or(0),
            None => self.row + 1,
        };
        if !(1..=ROW_MAX).contains(&number) {
            return Err(refusal::damaged(self.part));
        }
        (self.row, self.column) = (number, 0);
        Ok(())
    }

    fn begin_cell(&mut self, tag: &Tag<'_>) -> Result<(), Problem> {
        let [reference, kind, style] = tag.attributes(["r", "t", "s"])?;
        let position = match reference {
            Some(reference) => parse_cell(&reference),
            None => {
                Some((self.row, self.column + 1)).filter(|(row, column)| *row > 0 && *column <= COLUMN_MAX)
            }
        };
        let (row, column) = position.ok_or_else(|| refusal::damaged(self.part))?;
        self.kind = match kind.as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr") => Kind::Text,
            Some("b") => Kind::Boolean,
            Some("e") => Kind::Error,
            Some("d") => Kind::Day,
            _ => {
                let style = style.and_then(|style| style.parse().ok()).unwrap_or(0);
                Kind::Number(self.shared.styles.form(style))
            }
        };
        self.gathered.clear();
        (self.formula, self.valued) = (false, false);
        // A cell outside its row is put where it says it is, as spreadsheet programs do.
        (self.row, self.column) = (row, column);
        Ok(())
    }

    fn gather(&mut self, text: &str) {
        self.valued = true;
        self.gathered.push(text);
    }

    fn end_cell(&mut self) -> Result<(), Problem> {
        if !self.valued {
            let unknown = self.formula && self.kind != Kind::Text;
            return match unknown {
                true => self.note(refusal::no_result(&self.place(self.row, self.column))),
                false => Ok(()),
            };
        }
        let text = match self.kind {
            Kind::Shared => return self.end_shared(),
            Kind::Error => {
                let problem = refusal::error_value(&self.place(self.row, self.column), self.gathered.raw());
                return self.note(problem);
            }
            Kind::Text => self.gathered.meant(),
            Kind::Number(form) => self
                .gathered
                .meant()
                .map(|text| Cow::Owned(shown(&text, form, self.shared.epoch))),
            Kind::Day => self.gathered.meant().map(|text| Cow::Owned(iso_day(&text))),
            Kind::Boolean => Some(Cow::Borrowed(if self.gathered.raw().trim() == "1" {
                "TRUE"
            } else {
                "FALSE"
            })),
        };
        match text {
            None => self.note(refusal::long_text(&self.place(self.row, self.column))),
            Some(text) => {
                let span = self.shared.texts.keep(&text, self.part)?;
                self.keep(span)
            }
        }
    }

    fn end_shared(&mut self) -> Result<(), Problem> {
        let index = self.gathered.raw().trim().parse::<usize>().ok();
        match index.and_then(|index| self.shared.strings.get(index).copied()) {
            Some(span) => self.keep(span),
            None => {
                let place = self.place(self.row, self.column);
                let (ja, en) = (
                    "文字列の表にない番号を指しています",
                    "It points to a string that is not in the file",
                );
                self.note(refusal::odd_cell(&place, ja, en))
            }
        }
    }

    fn keep(&mut self, span: Span) -> Result<(), Problem> {
        if span.length == 0 {
            return Ok(());
        }
        if self.shared.cells == CELLS_MAX {
            let (ja, en) = (
                "セルが多すぎます（百万個まで）",
                "it has too many cells (at most a million)",
            );
            return Err(refusal::refused(self.part, ja, en));
        }
        self.shared.cells += 1;
        let Span { start, length } = span;
        self.cells.push(Cell {
            row: self.row,
            column: self.column,
            start,
            length,
        });
        Ok(())
    }

    fn merge(&mut self, tag: &Tag<'_>) -> Result<(), Problem> {
        let area = tag.attribute("ref")?.and_then(|text| Area::parse(&text));
        if self.merged.len() == MERGED_MAX {
            let (ja, en) = ("結合したセルが多すぎます", "it has too many merged cells");
            return Err(refusal::refused(self.part, ja, en));
        }
        self.merged.push(area.ok_or_else(|| refusal::damaged(self.part))?);
        Ok(())
    }

    fn finish(mut self) -> Result<(Vec<Cell>, Vec<Area>), Problem> {
        if !self.cells.is_sorted_by_key(|cell| (cell.row, cell.column)) {
            self.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        let twice = self
            .cells
            .windows(2)
            .find(|two| (two[0].row, two[0].column) == (two[1].row, two[1].column));
        if let Some(two) = twice {
            let place = self.place(two[1].row, two[1].column);
            self.note(refusal::odd_cell(
                &place,
                "同じセルが二度あります",
                "The cell is given twice",
            ))?;
        }
        Ok((self.cells, self.merged))
    }
}
