//! Prints a document as one static HTML page: no script, no other file, no network.

use mamori_tree::{Alignment, Block, Cell, CellStyle, Document, Drawing, Language, Orientation, Row, Table};
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::{labels, printable, single_line, svg};

const STYLE: &str = include_str!("html.css");

/// Nothing may be loaded or run by the page, whoever sends it on.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a complete HTML page.
///
/// Every text is escaped by maud and passed through [`printable`]; blocks and cells are isolated by
/// `unicode-bidi`, so that right-to-left letters stay within them.
pub fn html(document: &Document) -> String {
    let page = match document.orientation {
        Orientation::Portrait => "A4 portrait",
        Orientation::Landscape => "A4 landscape",
    };
    let margins = format!(
        "@page {{ size: {page}; margin: 15mm 12mm; @bottom-right {{ content: counter(page) ' / ' counter(pages); font-size: 9pt; }} }}"
    );
    let page = markup! {
        (DOCTYPE)
        html lang=(document.language.code()) dir="ltr" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (single_line(&document.title)) " – " (single_line(&document.running.service)) }
                style { (PreEscaped(STYLE)) (PreEscaped(margins)) }
            }
            body {
                header {
                    (running(document))
                    h1 { (printable(&document.title)) }
                    @if !document.purpose.is_empty() { p.purpose { (printable(&document.purpose)) } }
                    (facts(document))
                }
                main { @for block in &document.blocks { (self::block(block, document.language)) } }
            }
        }
    };
    page.into_string()
}

/// Who, what and when, at the top of the page.
fn running(document: &Document) -> Markup {
    let running = &document.running;
    let items = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
    ];
    markup! {
        div.running {
            @for (label, value) in items {
                @if !value.is_empty() {
                    span { (label.say(document.language)) ": " (printable(value)) }
                }
            }
            @if !running.confidentiality.is_empty() {
                span.handling { (printable(&running.confidentiality)) }
            }
        }
    }
}

fn facts(document: &Document) -> Markup {
    markup! {
        @if !document.facts.is_empty() {
            table.facts {
                tbody {
                    @for (label, value) in &document.facts {
                        tr { th scope="row" { (printable(label)) } td { (printable(value)) } }
                    }
                }
            }
        }
    }
}

fn block(block: &Block, language: Language) -> Markup {
    markup! {
        @match block {
            // The title is the page's only h1.
            Block::Heading { level: 0 | 1, text } => h2 { (printable(text)) },
            Block::Heading { level: 2, text } => h3 { (printable(text)) },
            Block::Heading { text, .. } => h4 { (printable(text)) },
            Block::Paragraph(text) => p { (printable(text)) },
            Block::Note(text) => p.note role="note" { (printable(text)) },
            Block::List(items) => ul { @for item in items { li { (printable(item)) } } },
            Block::Table(table) => (self::table(table, language)),
            Block::Drawing(drawing) => (self::drawing(drawing)),
        }
    }
}

/// A drawing as a picture within the page, which scrolls as tables do.
fn drawing(drawing: &Drawing) -> Markup {
    markup! {
        figure {
            figcaption { (printable(&drawing.name)) }
            div.scroll.drawing role="region" tabindex="0" aria-label=(single_line(&drawing.name)) {
                (PreEscaped(svg(drawing)))
            }
        }
    }
}

/// A table that scrolls within itself on narrow screens; the frame takes the keyboard's focus so
/// that it can be scrolled without a pointer.
fn table(table: &Table, language: Language) -> Markup {
    let total = table
        .columns
        .iter()
        .map(|column| usize::from(column.width.max(1)))
        .sum::<usize>()
        .max(1);
    markup! {
        div.scroll role="region" tabindex="0" aria-label=(single_line(&table.name)) {
            // Narrow screens scroll the table instead of setting it one sign to the line.
            table lang=(language.code()) style={ "min-width:" (total) "ch" } {
                colgroup {
                    @for column in &table.columns {
                        col style={ "width:" (usize::from(column.width.max(1)) * 100 / total) "%" };
                    }
                }
                @if !table.head.is_empty() {
                    thead { (rows(table, &table.head, true)) }
                }
                tbody { (rows(table, &table.rows, false)) }
            }
        }
    }
}

/// Rows with the alignment of the columns their cells begin in. Rows that do not fill the grid are
/// printed as they stand: a page cannot fail, and browsers draw such tables.
fn rows(table: &Table, rows: &[Row], head: bool) -> Markup {
    match Table::place(rows, table.columns.len()) {
        Ok(placed) => markup! {
            @for line in placed {
                tr { @for (column, cell) in line { (self::cell(cell, table.columns[column].alignment, head)) } }
            }
        },
        Err(_) => markup! {
            @for row in rows { tr { @for cell in &row.cells { (self::cell(cell, Alignment::Start, head)) } } }
        },
    }
}

fn cell(cell: &Cell, alignment: Alignment, head: bool) -> Markup {
    let rows = (cell.rows > 1).then_some(cell.rows);
    let columns = (cell.columns > 1).then_some(cell.columns);
    // A head over several columns stands in their middle.
    let alignment = if head && columns.is_some() {
        Alignment::Centre
    } else {
        alignment
    };
    let class = class(cell.style, alignment);
    markup! {
        @if head {
            th class=[class] rowspan=[rows] colspan=[columns] scope=(if columns.is_some() { "colgroup" } else { "col" }) {
                (printable(&cell.text))
            }
        } @else if cell.style == CellStyle::Head {
            th class=[class] rowspan=[rows] colspan=[columns] scope=(if rows.is_some() { "rowgroup" } else { "row" }) {
                (printable(&cell.text))
            }
        } @else {
            td class=[class] rowspan=[rows] colspan=[columns] { (printable(&cell.text)) }
        }
    }
}

/// The classes of a cell's meaning and alignment; none for an ordinary cell.
fn class(style: CellStyle, alignment: Alignment) -> Option<&'static str> {
    // Written out so that a page of 10,000 rows allocates nothing for its classes.
    match (style, alignment) {
        (CellStyle::Plain | CellStyle::Head, Alignment::Start) => None,
        (CellStyle::Plain | CellStyle::Head, Alignment::Centre) => Some("centre"),
        (CellStyle::Plain | CellStyle::Head, Alignment::End) => Some("end"),
        (CellStyle::Group, Alignment::Start) => Some("group"),
        (CellStyle::Group, Alignment::Centre) => Some("group centre"),
        (CellStyle::Group, Alignment::End) => Some("group end"),
        (CellStyle::Proposed, Alignment::Start) => Some("proposed"),
        (CellStyle::Proposed, Alignment::Centre) => Some("proposed centre"),
        (CellStyle::Proposed, Alignment::End) => Some("proposed end"),
        (CellStyle::Severe, Alignment::Start) => Some("severe"),
        (CellStyle::Severe, Alignment::Centre) => Some("severe centre"),
        (CellStyle::Severe, Alignment::End) => Some("severe end"),
        (CellStyle::Raised, Alignment::Start) => Some("raised"),
        (CellStyle::Raised, Alignment::Centre) => Some("raised centre"),
        (CellStyle::Raised, Alignment::End) => Some("raised end"),
        (CellStyle::Muted, Alignment::Start) => Some("muted"),
        (CellStyle::Muted, Alignment::Centre) => Some("muted centre"),
        (CellStyle::Muted, Alignment::End) => Some("muted end"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::{Column, Running};

    fn document() -> Document {
        Document {
            id: "risks",
            language: Language::Japanese,
            title: "リスク一覧".to_owned(),
            purpose: "何が起こり得るかを示します。".to_owned(),
            running: Running {
                provider: "架空システム".to_owned(),
                service: "画像共有".to_owned(),
                revision: "1a2b".to_owned(),
                as_of: "2026-04-01".to_owned(),
                confidentiality: "社外秘".to_owned(),
            },
            facts: vec![("作成".to_owned(), "安全管理責任者".to_owned())],
            orientation: Orientation::Landscape,
            blocks: vec![
                Block::Heading {
                    level: 1,
                    text: "一覧".to_owned(),
                },
                Block::Note("2 件を確かめてください。".to_owned()),
                Block::Table(Table {
                    name: "リスク".to_owned(),
                    columns: vec![Column::start(20), Column::end(6)],
                    head: vec![Row::new(vec![Cell::head("脅威"), Cell::head("影響度")])],
                    rows: vec![
                        Row::new(vec![
                            Cell::new("盗聴").spanning(2, 1),
                            Cell::new("4").styled(CellStyle::Severe),
                        ]),
                        Row::new(vec![Cell::new("3")]),
                    ],
                }),
            ],
        }
    }

    #[test]
    fn a_page_stands_alone() {
        let page = html(&document());
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"ja\""));
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        assert!(page.contains("A4 landscape"));
        for outside in ["<script", "<link", "<img", "http:", "https:", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn cells_keep_their_spans_alignment_and_meaning() {
        let page = html(&document());
        assert!(page.contains("<td rowspan=\"2\">盗聴</td><td class=\"severe end\">4</td>"));
        assert!(page.contains("<th class=\"end\" scope=\"col\">影響度</th>"));
        assert!(
            page.contains("<tr><td class=\"end\">3</td></tr>"),
            "the second row begins at the second column"
        );
    }

    #[test]
    fn a_page_is_the_same_every_time() {
        assert_eq!(html(&document()), html(&document()));
    }
}
