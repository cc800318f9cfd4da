//! Tables: widths that fill the page, merged cells, head rows repeated on every page.

use mamori_press::PressFault;
use mamori_tree::{Alignment, Cell, CellStyle, Column, Table};
use maud::{Markup, html as markup};

use crate::runs::{Letters, run};

/// Space at the left and right of a cell's text, in twentieths of a point.
const INSET: usize = 80;

/// Label and value side by side, under the title.
pub(crate) fn facts(facts: &[(&str, &str)], room: usize) -> Markup {
    if facts.is_empty() {
        return Markup::default();
    }
    let widths = [room * 27 / 100, room - room * 27 / 100];
    let cell = |at: usize, text: &str| {
        let look = Look {
            fill: (at == 0).then_some("F0F0F0"),
            letters: Letters {
                bold: at == 0,
                ..Letters::default()
            },
            bar: None,
        };
        content(
            text,
            &look,
            Alignment::Start,
            markup! { w:tcW w:w=(widths[at]) w:type="dxa" {} },
            18,
            false,
        )
    };
    markup! {
        w:tbl {
            (frame(&widths, room))
            @for (label, value) in facts {
                w:tr { w:trPr { w:cantSplit {} } (cell(0, label)) (cell(1, value)) }
            }
        }
        (after())
    }
}

/// A table. A paragraph follows it, as two tables side by side would grow together.
///
/// # Errors
/// [`PressFault::Grid`] when its cells do not fill its grid.
pub(crate) fn table(table: &Table, room: usize) -> Result<Markup, PressFault> {
    let count = table.columns.len();
    if count == 0 || table.head.len() + table.rows.len() == 0 {
        return Ok(Markup::default());
    }
    let (widths, size) = fit(&table.columns, room);
    let place = |rows| {
        Table::place(rows, count).map_err(|message| PressFault::Grid {
            table: table.name.clone(),
            message,
        })
    };
    let (head, rows) = (place(&table.head)?, place(&table.rows)?);
    let set = Setting {
        columns: &table.columns,
        widths: &widths,
        size,
    };
    Ok(markup! {
        w:tbl {
            (frame(&widths, room))
            (set.rows(&head, true))
            (set.rows(&rows, false))
        }
        (after())
    })
}

/// Widths of the columns, which fill the page, and the size of the text in half points: as large as
/// the widths allow, between 6.5 and 9 points.
fn fit(columns: &[Column], room: usize) -> (Vec<usize>, usize) {
    let insets = 2 * INSET * columns.len();
    let free = room.saturating_sub(insets).max(columns.len() * 20);
    let wanted: usize = columns
        .iter()
        .map(|column| usize::from(column.width.max(2)))
        .sum();
    // A half-width character is half as wide as the text's size.
    let size = (free * 2 / 10 / wanted.max(1)).clamp(13, 18);
    let widths = columns
        .iter()
        .map(|column| 2 * INSET + free * usize::from(column.width.max(2)) / wanted.max(1))
        .collect();
    (widths, size)
}

/// Borders, margins and columns.
fn frame(widths: &[usize], room: usize) -> Markup {
    markup! {
        w:tblPr {
            w:tblW w:w=(room) w:type="dxa" {}
            w:tblBorders {
                w:top w:val="single" w:sz="4" w:space="0" w:color="808080" {}
                w:left w:val="single" w:sz="4" w:space="0" w:color="808080" {}
                w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080" {}
                w:right w:val="single" w:sz="4" w:space="0" w:color="808080" {}
                w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6A6A6" {}
                w:insideV w:val="single" w:sz="4" w:space="0" w:color="A6A6A6" {}
            }
            w:tblLayout w:type="fixed" {}
            w:tblCellMar {
                w:top w:w="50" w:type="dxa" {}
                w:left w:w=(INSET) w:type="dxa" {}
                w:bottom w:w="50" w:type="dxa" {}
                w:right w:w=(INSET) w:type="dxa" {}
            }
        }
        w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
    }
}

fn after() -> Markup {
    markup! { w:p { w:pPr { w:pStyle w:val="AfterTable" {} } } }
}

/// What the rows of a table share.
struct Setting<'a> {
    columns: &'a [Column],
    widths: &'a [usize],
    size: usize,
}

impl Setting<'_> {
    fn rows(&self, lines: &[Vec<(usize, &Cell)>], head: bool) -> Markup {
        // For each column the cell from above that still covers it, and how many more rows it does.
        let mut covering: Vec<Option<(&Cell, u16)>> = vec![None; self.columns.len()];
        let rows: Vec<Markup> = lines
            .iter()
            .map(|line| {
                let mut cells: Vec<(usize, &Cell, bool)> = Vec::new();
                for (column, slot) in covering.iter_mut().enumerate() {
                    if let Some((cell, left)) = slot {
                        cells.push((column, cell, true));
                        *left -= 1;
                        if *left == 0 {
                            *slot = None;
                        }
                    }
                }
                for &(column, cell) in line {
                    cells.push((column, cell, false));
                    if cell.rows > 1 {
                        covering[column] = Some((cell, cell.rows - 1));
                    }
                }
                cells.sort_by_key(|(column, ..)| *column);
                markup! {
                    w:tr {
                        w:trPr { w:cantSplit {} @if head { w:tblHeader {} } }
                        @for (column, cell, below) in cells { (self.cell(column, cell, below, head)) }
                    }
                }
            })
            .collect();
        markup! { @for row in &rows { (row) } }
    }

    /// A cell, or the part of one that began in a row above.
    fn cell(&self, column: usize, cell: &Cell, below: bool, head: bool) -> Markup {
        let style = if head { CellStyle::Head } else { cell.style };
        let columns = usize::from(cell.columns);
        let alignment = match self.columns[column].alignment {
            _ if style == CellStyle::Head && columns > 1 => Alignment::Centre,
            alignment => alignment,
        };
        let width: usize = self.widths[column..column + columns].iter().sum();
        let place = markup! {
            w:tcW w:w=(width) w:type="dxa" {}
            @if columns > 1 { w:gridSpan w:val=(columns) {} }
            @if below { w:vMerge {} } @else if cell.rows > 1 { w:vMerge w:val="restart" {} }
        };
        let text = if below { "" } else { &cell.text };
        // A head stays with the first row, and with it the heading above it; so does a group's name.
        let whole = columns == self.columns.len();
        let keep = style == CellStyle::Head || style == CellStyle::Group && whole;
        content(text, &Look::of(style), alignment, place, self.size, keep)
    }
}

/// A cell's properties and text; `keep` keeps its row on the page of the next.
fn content(text: &str, look: &Look, alignment: Alignment, place: Markup, size: usize, keep: bool) -> Markup {
    let side = match alignment {
        Alignment::Start => None,
        Alignment::Centre => Some("center"),
        Alignment::End => Some("right"),
    };
    let letters = Letters {
        size: Some(size),
        ..look.letters
    };
    markup! {
        w:tc {
            w:tcPr {
                (place)
                @if let Some((kind, width, colour)) = look.bar {
                    w:tcBorders { w:left w:val=(kind) w:sz=(width) w:space="0" w:color=(colour) {} }
                }
                @if let Some(fill) = look.fill { w:shd w:val="clear" w:color="auto" w:fill=(fill) {} }
            }
            w:p {
                w:pPr {
                    w:pStyle w:val="TableText" {}
                    @if keep { w:keepNext {} }
                    @if let Some(side) = side { w:jc w:val=(side) {} }
                }
                @if !text.is_empty() { (run(text, letters)) }
            }
        }
    }
}

/// How a cell's meaning looks: legible without colour by its weight or the kind of its left rule.
struct Look {
    fill: Option<&'static str>,
    letters: Letters,
    /// Kind, width in eighths of a point, and colour of the rule at its left.
    bar: Option<(&'static str, u8, &'static str)>,
}

impl Look {
    fn of(style: CellStyle) -> Look {
        let (fill, bold, colour, bar) = match style {
            CellStyle::Plain => (None, false, None, None),
            CellStyle::Head => (Some("E3ECF8"), true, None, None),
            CellStyle::Group => (Some("F0F0F0"), true, None, None),
            CellStyle::Proposed => (
                Some("F4F7FF"),
                false,
                Some("0017C1"),
                Some(("dashed", 12, "0017C1")),
            ),
            CellStyle::Severe => (Some("FBE4E4"), true, None, Some(("single", 24, "A00000"))),
            CellStyle::Raised => (Some("FFF4D1"), false, None, Some(("double", 6, "8A5A00"))),
            CellStyle::Muted => (None, false, Some("595959"), None),
        };
        Look {
            fill,
            letters: Letters {
                bold,
                colour,
                size: None,
            },
            bar,
        }
    }
}
