//! A document with one text in every place where a user's text can stand, and the texts that try to
//! become something else there. Used by the tests of every press.

use mamori_tree::{
    Anchor, Block, Cell, CellStyle, Colour, Column, Document, Drawing, Extent, Language, Orientation, Point,
    Row, Running, Shape, Sheet, SheetSize, Stroke, Table,
};

/// Texts that a careless press would run, hide or break on.
pub const TEXTS: [&str; 22] = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "＝１＋１",
    "\t=1+1",
    "=HYPERLINK(\"https://example.invalid\",\"x\")",
    "https://example.invalid/?a=1&b=2",
    "#read(\"/etc/passwd\") #import \"@preview/a:1.0.0\"",
    "= x *b* _i_ `c` $d$ <e> @f \\ // /* #g [h] ~ -- ---",
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)\" x='",
    "</style></td></table><!-- ]]> -->",
    "{{x}} ${x} <%= x %> {x}",
    "a\u{202e}b\u{2066}c\u{200f}d",
    "a\0b\u{1b}[31mc\u{7f}d\u{9b}e\u{fffe}f",
    "_x000D_ _x0041_ _x005F_",
    "<r><t>x</t></r>",
    "<r></si></sst></r>",
    "&[Tab] &P &N &\"Arial\" &amp; &#60;",
    "甲😀乙\u{e001}丙 שלום مرحبا か\u{3099}",
    "一行目\n二行目\r\n三行目\n",
];

/// A document with the text in every place, except the day it speaks for.
pub fn document(text: &str) -> Document {
    let own = || text.to_owned();
    let heading = |level| Block::Heading { level, text: own() };
    let looks = [
        CellStyle::Plain,
        CellStyle::Head,
        CellStyle::Group,
        CellStyle::Proposed,
        CellStyle::Severe,
        CellStyle::Raised,
        CellStyle::Muted,
    ];
    let mut rows: Vec<Row> = looks
        .into_iter()
        .map(|style| {
            Row::new(vec![
                Cell::new(own()).styled(style),
                Cell::new(own()).styled(style),
            ])
        })
        .collect();
    rows.push(Row::new(vec![Cell::new(own()).spanning(3, 1), Cell::new(own())]));
    rows.push(Row::new(vec![Cell::new(own())]));
    rows.push(Row::new(vec![Cell::new(own())]));
    rows.push(Row::new(vec![Cell::new(own()).spanning(1, 2)]));
    let table = Table {
        name: own(),
        columns: vec![Column::start(20), Column::end(20)],
        head: vec![Row::new(vec![Cell::head(own()), Cell::head(own())])],
        rows,
    };
    Document {
        id: "hostile",
        language: Language::Japanese,
        title: own(),
        purpose: own(),
        running: Running {
            provider: own(),
            service: own(),
            revision: own(),
            as_of: "2026-04-01".to_owned(),
            confidentiality: own(),
        },
        facts: vec![(own(), own())],
        orientation: Orientation::Portrait,
        blocks: vec![
            heading(1),
            heading(2),
            heading(3),
            Block::Paragraph(own()),
            Block::Note(own()),
            Block::List(vec![own(), own()]),
            Block::Table(table.clone()),
            Block::Drawing(drawing(text)),
            Block::Table(table),
        ],
    }
}

/// A drawing with the text in its name, its summary and its labels, beside every other shape.
fn drawing(text: &str) -> Drawing {
    let at = |x, y| Point { x, y };
    let extent = |width, height| Extent { width, height };
    let ink = Colour(20, 20, 20);
    let stroke = |dashes: &[i32]| {
        Some(Stroke {
            colour: ink,
            width: 30,
            dashes: dashes.to_vec(),
        })
    };
    let label = |y, anchor, bold| Shape::Label {
        at: at(5_000, y),
        anchor,
        text: text.to_owned(),
        size: 300,
        bold,
        colour: ink,
    };
    Drawing {
        name: text.to_owned(),
        summary: text.to_owned(),
        sheet: Sheet {
            size: SheetSize::A3,
            orientation: Orientation::Landscape,
        },
        shapes: vec![
            Shape::Area {
                at: at(1_000, 1_000),
                extent: extent(8_000, 4_000),
                radius: 200,
                fill: Some(Colour(240, 240, 255)),
                stroke: stroke(&[]),
            },
            Shape::Path {
                points: vec![at(1_000, 6_000), at(6_000, 6_000), at(6_000, 9_000)],
                radius: 300,
                closed: false,
                fill: None,
                stroke: stroke(&[200, 100]),
            },
            Shape::Ellipse {
                centre: at(9_000, 9_000),
                radii: extent(1_000, 500),
                fill: Some(ink),
                stroke: None,
            },
            label(2_000, Anchor::Start, false),
            label(3_000, Anchor::Middle, true),
            label(4_000, Anchor::End, false),
        ],
    }
}
