//! Prints a made-up regulation as DOCX, to look at:
//! `cargo run --release -p mamori-press-docx --example sample -- FILE`.

use mamori_tree::{
    Block, Cell, CellStyle, Column, Document, Drawing, Language, Orientation, Row, Running, Sheet, SheetSize,
    Table,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give a file to write")?;
    std::fs::write(path, mamori_press_docx::docx(&regulation())?)?;
    Ok(())
}

fn regulation() -> Document {
    let text = |text: &str| Block::Paragraph(text.to_owned());
    let heading = |level, text: &str| Block::Heading {
        level,
        text: text.to_owned(),
    };
    let mut blocks = vec![
        Block::Note("この規程は案です。2 か所に未記入の欄があります。".to_owned()),
        heading(1, "第1章 目的と範囲"),
        text(
            "この規程は、遠隔画像診断クラウド「みまもり」を安全に運用するための決まりを定める。契約した医療機関の求めに応じて、いつでも示す。",
        ),
        heading(2, "1.1 適用する範囲"),
        Block::List(vec![
            "本サービスの提供に関わるすべての役職員と委託先".to_owned(),
            "本サービスで扱う医療情報と、それを扱う機器・媒体・回線。保守のために一時的に持ち込むものも含み、持ち込むときは管理者の許しを得る。".to_owned(),
        ]),
        heading(1, "第2章 体制"),
        Block::Table(roles()),
        text("責任者は年に一度、この表が実際の体制と合っていることを確かめる。"),
        heading(2, "2.1 連絡の順序"),
        Block::Drawing(Drawing {
            name: "連絡の流れ".to_owned(),
            summary: "運用担当者から安全管理責任者、医療機関の窓口へと連絡する。".to_owned(),
            sheet: Sheet {
                size: SheetSize::A4,
                orientation: Orientation::Portrait,
            },
            shapes: Vec::new(),
        }),
        heading(1, "第3章 記録"),
    ];
    let long = "操作の記録は三年の間保存し、月に一度、許可のない操作がないことを確かめる。確かめた日と人を記録に残す。";
    blocks.extend((1..30).map(|number| text(&format!("第{number}条　{long}{long}"))));
    Document {
        id: "regulation",
        language: Language::Japanese,
        title: "運用管理規程".to_owned(),
        purpose: "事業者が毎日どのように安全を守るかを定めた決まりです。".to_owned(),
        running: Running {
            provider: "架空メディカルシステム株式会社".to_owned(),
            service: "遠隔画像診断クラウド「みまもり」".to_owned(),
            revision: "3f9a1c20".to_owned(),
            as_of: "2026-11-01".to_owned(),
            confidentiality: "社外秘".to_owned(),
        },
        facts: vec![("作成者".to_owned(), "安全管理責任者　架空 太郎".to_owned())],
        orientation: Orientation::Portrait,
        blocks,
    }
}

/// Who does what: merged cells and every look.
fn roles() -> Table {
    let looks = [
        CellStyle::Plain,
        CellStyle::Proposed,
        CellStyle::Severe,
        CellStyle::Raised,
        CellStyle::Muted,
        CellStyle::Group,
    ];
    let mut rows = vec![Row::new(vec![
        Cell::new("安全管理責任者").spanning(3, 1),
        Cell::new("規程を定め、年に一度見直す。"),
        Cell::new("1"),
    ])];
    rows.push(Row::new(vec![
        Cell::new("事故のときに指揮をとる。\n医療機関への連絡を決める。"),
        Cell::new("2"),
    ]));
    rows.push(Row::new(vec![
        Cell::new("https://viewer.example.jp/study/1.2.392.200036.9116.2.6.1.48.1214245753.1506921033"),
        Cell::new("3"),
    ]));
    rows.extend((0..60).map(|at: usize| {
        let style = looks[at % looks.len()];
        Row::new(vec![
            Cell::new("運用担当者").styled(style),
            Cell::new(format!("日々の点検 {at}。記録を読み、異常を見つけたら知らせる。")).styled(style),
            Cell::new(at.to_string()).styled(style),
        ])
    }));
    Table {
        name: "体制".to_owned(),
        columns: vec![Column::start(16), Column::start(50), Column::end(8)],
        head: vec![
            Row::new(vec![
                Cell::head("役割").spanning(2, 1),
                Cell::head("仕事").spanning(1, 2),
            ]),
            Row::new(vec![Cell::head("内容"), Cell::head("順")]),
        ],
        rows,
    }
}
