//! Divides a long document into volumes, each set and bound by itself.
//!
//! Setting a table of 10,000 rows at once takes gigabytes, because all its pages are held until the
//! last is done; in volumes of 1,000 rows only one volume is held. Rows full of text fill many more
//! pages than rows of words and figures, so such a row counts as several.

use mamori_press::{CONTINUED, PressFault};
use mamori_tree::{Block, Document, Table};

use crate::spans::Grid;

/// The most rows of tables in one volume, a row full of text counted as several ([`Grid::loads`]).
pub(crate) const ROWS: usize = 1_000;

/// The document as volumes of at most `limit` rows each, counted like [`ROWS`], titled 1/3, 2/3 and so on; one volume, as
/// it is, when it is short.
///
/// # Errors
/// [`PressFault::Grid`] when a table's cells do not fill its grid.
pub(crate) fn divide(document: &Document, limit: usize) -> Result<Vec<Document>, PressFault> {
    let mut grids = Vec::new();
    for table in document.tables() {
        grids.push(Grid::of(&table.name, &table.rows, table.columns.len())?);
    }
    let rows: usize = grids.iter().flat_map(Grid::loads).sum();
    if rows <= limit {
        return Ok(vec![document.clone()]);
    }
    let mut binder = Binder {
        document,
        limit,
        volumes: Vec::new(),
        blocks: Vec::new(),
        used: 0,
        heading: None,
    };
    let mut grids = grids.into_iter();
    for block in &document.blocks {
        match block {
            Block::Table(table) => binder.table(table, grids.next().expect("a grid for each table")),
            other => {
                if let Block::Heading { .. } = other {
                    binder.heading = Some(other.clone());
                }
                binder.blocks.push(other.clone());
            }
        }
    }
    binder.close(false);
    let count = binder.volumes.len();
    let mut volumes = binder.volumes;
    for (at, volume) in volumes.iter_mut().enumerate() {
        volume.title += &format!(" {}/{count}", at + 1);
    }
    Ok(volumes)
}

struct Binder<'a> {
    document: &'a Document,
    limit: usize,
    volumes: Vec<Document>,
    /// Blocks of the volume that is being filled.
    blocks: Vec<Block>,
    /// Rows in it, counted like [`ROWS`].
    used: usize,
    /// The last heading, repeated above a table that goes on in the next volume.
    heading: Option<Block>,
}

impl Binder<'_> {
    fn table(&mut self, table: &Table, grid: Grid) {
        let mut rest = grid;
        let mut load: usize = rest.loads().iter().sum();
        // A table that fits into a volume is not divided for the sake of the space left in this one.
        if self.used > 0 && self.used + load > self.limit {
            self.close(true);
        }
        while load > self.limit && rest.len() > 1 {
            // Volumes of about the same length, rather than a last one of a few rows.
            let aim = load.div_ceil(load.div_ceil(self.limit));
            let border = rest.border(rows_within(&rest.loads(), aim));
            let (part, below) = rest.cut(border, self.document.language);
            self.push(table, part);
            self.close(false);
            self.blocks
                .extend(self.heading.clone().map(|heading| self.continued(heading)));
            rest = below;
            load = rest.loads().iter().sum();
        }
        self.push(table, rest);
    }

    fn push(&mut self, table: &Table, part: Grid) {
        self.used += part.loads().iter().sum::<usize>();
        let (columns, head) = (table.columns.clone(), table.head.clone());
        let rows = part.into_rows();
        self.blocks.push(Block::Table(Table {
            name: table.name.clone(),
            columns,
            head,
            rows,
        }));
    }

    fn continued(&self, heading: Block) -> Block {
        match heading {
            Block::Heading { level, text } => Block::Heading {
                level,
                text: text + CONTINUED.say(self.document.language),
            },
            other => other,
        }
    }

    /// Ends the volume. Headings and texts that introduce the table to come move on with it.
    fn close(&mut self, introduced: bool) {
        let kept = match introduced {
            true => self
                .blocks
                .iter()
                .rposition(|block| matches!(block, Block::Table(_)))
                .map_or(0, |at| at + 1),
            false => self.blocks.len(),
        };
        let next = self.blocks.split_off(kept);
        let blocks = std::mem::replace(&mut self.blocks, next);
        self.volumes.push(Document {
            blocks,
            ..cover(self.document)
        });
        self.used = 0;
    }
}

/// How many of the first rows count together for at most `most`; at least one, and never all of them.
fn rows_within(loads: &[usize], most: usize) -> usize {
    let mut sum = 0;
    let within = loads.iter().take_while(|load| {
        sum += **load;
        sum <= most
    });
    within.count().clamp(1, loads.len().max(2) - 1)
}

/// The document without its content, so that binding does not copy all content for each volume.
fn cover(document: &Document) -> Document {
    Document {
        id: document.id,
        language: document.language,
        title: document.title.clone(),
        purpose: document.purpose.clone(),
        running: document.running.clone(),
        facts: document.facts.clone(),
        orientation: document.orientation,
        blocks: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::{Cell, Column, Language, Orientation, Row, Running};

    fn document(tables: &[usize]) -> Document {
        let running = Running {
            provider: String::new(),
            service: String::new(),
            revision: String::new(),
            as_of: "2026-04-01".to_owned(),
            confidentiality: String::new(),
        };
        let mut blocks = Vec::new();
        for (at, rows) in tables.iter().enumerate() {
            blocks.push(Block::Heading {
                level: 1,
                text: format!("表{at}"),
            });
            blocks.push(Block::Table(Table {
                name: format!("表{at}"),
                columns: vec![Column::start(10)],
                head: Vec::new(),
                rows: (0..*rows)
                    .map(|row| Row::new(vec![Cell::new(row.to_string())]))
                    .collect(),
            }));
        }
        Document {
            id: "x",
            language: Language::Japanese,
            title: "題".to_owned(),
            purpose: String::new(),
            running,
            facts: Vec::new(),
            orientation: Orientation::Portrait,
            blocks,
        }
    }

    fn rows(volumes: &[Document]) -> Vec<Vec<usize>> {
        volumes
            .iter()
            .map(|volume| volume.tables().map(|table| table.rows.len()).collect())
            .collect()
    }

    #[test]
    fn a_short_document_is_one_volume_as_it_is() {
        let short = document(&[4, 6]);
        assert_eq!(divide(&short, 10).unwrap(), [short]);
    }

    #[test]
    fn a_long_table_is_divided_and_its_heading_repeated() {
        let volumes = divide(&document(&[25]), 10).unwrap();
        assert_eq!(rows(&volumes), [[9], [8], [8]]);
        assert_eq!(volumes[1].title, "題 2/3");
        assert_eq!(
            volumes[1].blocks[0],
            Block::Heading {
                level: 1,
                text: "表0（続き）".to_owned()
            }
        );
        let all: Vec<String> = volumes
            .iter()
            .flat_map(|volume| volume.tables())
            .flat_map(|table| table.rows.iter().map(|row| row.cells[0].text.clone()))
            .collect();
        assert_eq!(
            all,
            (0..25).map(|row| row.to_string()).collect::<Vec<_>>(),
            "no row lost or twice"
        );
    }

    #[test]
    fn rows_full_of_text_count_as_several() {
        let mut long = document(&[25]);
        let Some(Block::Table(table)) = long.blocks.last_mut() else {
            panic!("the document ends with its table");
        };
        for row in &mut table.rows[..5] {
            row.cells[0].text = "あ".repeat(crate::spans::LETTERS * 4);
        }
        assert_eq!(rows(&divide(&long, 10).unwrap()), [[2], [2], [5], [8], [8]]);
        // A single row above the limit is a volume of its own, and the division comes to an end.
        assert_eq!(
            rows(&divide(&long, 3).unwrap()).concat().iter().sum::<usize>(),
            25
        );
    }

    #[test]
    fn a_table_that_fits_moves_on_whole_with_its_heading() {
        let volumes = divide(&document(&[6, 7]), 10).unwrap();
        assert_eq!(rows(&volumes), [[6], [7]]);
        assert_eq!(volumes[0].blocks.len(), 2);
        assert_eq!(
            volumes[1].blocks[0],
            Block::Heading {
                level: 1,
                text: "表1".to_owned()
            }
        );
    }
}
