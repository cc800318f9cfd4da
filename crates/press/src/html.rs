//! Prints a document as one static HTML page: no script, no other file, no network.

use mamori_tree::{Document, Orientation};
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::blocks::Blocks;
use crate::{labels, printable, single_line};

pub(crate) const STYLE: &str = include_str!("html.css");

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
    let mut blocks = Blocks::new(document.language);
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
                main { @for block in &document.blocks { (blocks.block(block)) } }
            }
        }
    };
    page.into_string()
}

/// Who, what and when, at the top of the page.
pub(crate) fn running(document: &Document) -> Markup {
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

pub(crate) fn facts(document: &Document) -> Markup {
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

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::{Block, Cell, CellStyle, Column, Language, Row, Running, Table};

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
