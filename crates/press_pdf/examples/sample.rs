//! Prints a made-up list of risks with every press, to look at:
//! `cargo run --release -p mamori-press-pdf --example sample -- FOLDER [ROWS [KIND]]`.
//! With ROWS, a register of so many rows is printed and nothing else, to measure time and memory:
//! as `volumes` of PDF (the default), as one `whole` PDF, as `xlsx` or as `html`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use mamori_press_pdf::{Fonts, pdf, volumes};
use mamori_tree::{
    Anchor, Block, Cell, CellStyle, Colour, Column, Document, Drawing, Extent, Language, Orientation, Point,
    Row, Running, Shape, Sheet, SheetSize, Stroke, Table,
};

const THREATS: [(&str, &str); 4] = [
    (
        "盗聴",
        "通信の途中で画像や所見を第三者に見られ、患者の病状が外に知られる。",
    ),
    (
        "なりすまし",
        "退職した職員の ID が残り、本人以外が画像を開く。パスワードの使い回しで外から入られることもある。",
    ),
    ("改ざん", "保存した検査値が書き換えられ、誤った診断につながる。"),
    (
        "停止",
        "クラウドの障害や回線の断で、診療時間中に画像を見られない。",
    ),
];
const FLOWS: [&str; 5] = [
    "F-01 検査装置 → 院内ゲートウェイ（DICOM 画像）",
    "F-02 院内ゲートウェイ → クラウド保管庫（TLS 1.3、VPN）",
    "F-03 クラウド保管庫 → 読影医の端末（https://viewer.example.jp/study/1.2.392.200036.9116.2.6.1.48.1214245753.1506921033.705709 から閲覧）",
    "F-04 読影医 → 依頼元の診療所（所見の PDF）",
    "F-05 保守会社 → クラウド保管庫（遠隔保守）",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("give a folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let fonts = Fonts::find()?;
    if let Some(rows) = arguments.next() {
        return measure(
            folder,
            &register(rows.parse()?),
            arguments.next().as_deref(),
            &fonts,
        );
    }
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let document = risks(orientation);
        let name = format!("{orientation:?}").to_lowercase();
        let printed = pdf(&document, &fonts)?;
        println!("{name}: {} pages, {} bytes", printed.pages, printed.bytes.len());
        fs::write(folder.join(format!("{name}.pdf")), printed.bytes)?;
        fs::write(folder.join(format!("{name}.html")), mamori_press::html(&document))?;
        fs::write(
            folder.join(format!("{name}.xlsx")),
            mamori_press::xlsx(&document)?,
        )?;
    }
    Ok(())
}

fn measure(
    folder: &Path,
    document: &Document,
    kind: Option<&str>,
    fonts: &Fonts,
) -> Result<(), Box<dyn Error>> {
    let printed = match kind {
        Some("xlsx") => {
            return Ok(fs::write(
                folder.join("register.xlsx"),
                mamori_press::xlsx(document)?,
            )?);
        }
        Some("html") => {
            return Ok(fs::write(
                folder.join("register.html"),
                mamori_press::html(document),
            )?);
        }
        Some("whole") => vec![pdf(document, fonts)?],
        _ => volumes(document, fonts)?,
    };
    for (at, volume) in printed.iter().enumerate() {
        fs::write(folder.join(format!("register-{}.pdf", at + 1)), &volume.bytes)?;
    }
    println!(
        "{} pages",
        printed.iter().map(|volume| volume.pages).sum::<usize>()
    );
    Ok(())
}

/// A list of risks as a provider would hand it out: merged cells, proposals, all looks.
fn risks(orientation: Orientation) -> Document {
    let text = |text: &str| Block::Paragraph(text.to_owned());
    let heading = |level, text: &str| Block::Heading {
        level,
        text: text.to_owned(),
    };
    Document {
        id: "risks",
        language: Language::Japanese,
        title: "リスク一覧".to_owned(),
        purpose: "どこで何が起こり得るか、それをどう評価したかを、契約の前に確かめるための表です。".to_owned(),
        running: running(),
        facts: vec![
            ("作成者".to_owned(), "安全管理責任者　架空 太郎".to_owned()),
            ("対象の医療機関".to_owned(), "架空クリニック、架空総合病院（放射線科）".to_owned()),
            ("リスクの数".to_owned(), "60 件（うち対応が必要なもの 22 件）".to_owned()),
        ],
        orientation,
        blocks: vec![
            heading(1, "1. この一覧の読み方"),
            text("影響度と顕在化率をそれぞれ 1〜5 で表し、掛け合わせた値でリスクレベルを決めています。リスクレベルが 12 以上のものは、対応を決めてからサービスを始めます。\n値の根拠は「構成と情報の流れ」をご覧ください。"),
            Block::Note("提案のままの値が 3 件あります。青い破線の付いたセルです。確認してから確定してください。".to_owned()),
            Block::List(vec![
                "影響度: 起きたときに患者と診療が受ける害の大きさ".to_owned(),
                "顕在化率: 実際に起きる見込み".to_owned(),
                "対応要否: 対策を追加するかどうか。「要」は対応の欄に計画があり、期限までに終わったことを記録に残します。「否」は理由を添えて保有します。".to_owned(),
            ]),
            heading(1, "2. 一覧"),
            heading(2, "2.1 画像の送受信"),
            text("情報の流れごとに、関連する脅威と特定したリスクを並べています。"),
            Block::Table(risk_table()),
            heading(2, "2.2 まとめ"),
            heading(3, "リスクレベルごとの件数"),
            Block::Table(summary()),
            Block::Drawing(drawing()),
        ],
    }
}

/// A drawing with every shape, on a sheet larger than the other pages.
fn drawing() -> Drawing {
    let at = |x, y| Point { x, y };
    let sheet = Sheet {
        size: SheetSize::A3,
        orientation: Orientation::Landscape,
    };
    let stroke = |dashes: &[i32]| {
        Some(Stroke {
            colour: Colour(0, 23, 193),
            width: 50,
            dashes: dashes.to_vec(),
        })
    };
    let mut shapes = vec![
        Shape::Area {
            at: at(0, 0),
            extent: sheet.room(),
            radius: 0,
            fill: None,
            stroke: stroke(&[]),
        },
        Shape::Path {
            points: vec![
                at(8_000, 4_500),
                at(16_000, 4_500),
                at(16_000, 12_000),
                at(24_000, 12_000),
            ],
            radius: 400,
            closed: false,
            fill: None,
            stroke: stroke(&[300, 150]),
        },
        Shape::Ellipse {
            centre: at(30_000, 5_000),
            radii: Extent {
                width: 3_000,
                height: 1_500,
            },
            fill: Some(Colour(255, 244, 209)),
            stroke: stroke(&[]),
        },
    ];
    for (x, y, text) in [
        (2_000, 3_000, "検査装置 CT-1"),
        (24_000, 10_500, "院内ゲートウェイ"),
    ] {
        shapes.push(Shape::Area {
            at: at(x, y),
            extent: Extent {
                width: 6_000,
                height: 3_000,
            },
            radius: 300,
            fill: Some(Colour(240, 245, 255)),
            stroke: stroke(&[]),
        });
        for (down, anchor, bold) in [
            (300, Anchor::Start, true),
            (1_250, Anchor::Middle, false),
            (2_200, Anchor::End, false),
        ] {
            let side = match anchor {
                Anchor::Start => x + 200,
                Anchor::Middle => x + 3_000,
                Anchor::End => x + 5_800,
            };
            shapes.push(Shape::Label {
                at: at(side, y + down),
                anchor,
                text: text.to_owned(),
                size: 450,
                bold,
                colour: Colour(26, 26, 26),
            });
        }
    }
    Drawing {
        name: "構成図（院内）".to_owned(),
        summary: "検査装置から院内ゲートウェイへ有線でつながる。".to_owned(),
        sheet,
        shapes,
    }
}

fn running() -> Running {
    Running {
        provider: "架空メディカルシステム株式会社".to_owned(),
        service: "遠隔画像診断クラウド「みまもり」".to_owned(),
        revision: "3f9a1c20".to_owned(),
        as_of: "2026-11-20".to_owned(),
        confidentiality: "社外秘".to_owned(),
    }
}

fn head(words: &[&str]) -> Row {
    Row::new(words.iter().map(|word| Cell::head(*word)).collect())
}

fn risk_table() -> Table {
    let mut rows = Vec::new();
    // The first flow covers 36 rows, more than a page.
    for (flow, count) in FLOWS.iter().zip([9_u16, 2, 2, 1, 1]) {
        for group in 0..count {
            for (at, (threat, risk)) in THREATS.iter().enumerate() {
                let mut cells = Vec::new();
                if group == 0 && at == 0 {
                    cells.push(Cell::new(*flow).spanning(count * 4, 1));
                    cells.push(Cell::new("要配慮個人情報").spanning(count * 4, 1));
                }
                let impact = 1 + (usize::from(group) * 3 + at * 2) % 5;
                let likelihood = 1 + (usize::from(group) + at * 3) % 5;
                let level = impact * likelihood;
                let (style, needed) = match level {
                    16.. => (CellStyle::Severe, "要"),
                    12..=15 => (CellStyle::Raised, "要"),
                    5..=11 => (CellStyle::Plain, "否"),
                    _ => (CellStyle::Muted, "否"),
                };
                let proposed = if rows.len() % 20 == 7 {
                    CellStyle::Proposed
                } else {
                    CellStyle::Plain
                };
                cells.push(Cell::new(*threat));
                cells.push(Cell::new(*risk));
                cells.push(Cell::new(impact.to_string()).styled(proposed));
                cells.push(Cell::new(likelihood.to_string()).styled(proposed));
                cells.push(Cell::new(level.to_string()).styled(style));
                cells.push(Cell::new(needed).styled(style));
                rows.push(Row::new(cells));
            }
        }
    }
    Table {
        name: "リスク一覧".to_owned(),
        columns: vec![
            Column::start(22),
            Column::start(12),
            Column::start(12),
            Column::start(40),
            Column::centre(8),
            Column::centre(8),
            Column::centre(8),
            Column::centre(8),
        ],
        head: vec![head(&[
            "情報流",
            "分類",
            "関連する脅威",
            "特定したリスク",
            "影響度",
            "顕在化率",
            "リスクレベル",
            "対応要否",
        ])],
        rows,
    }
}

fn summary() -> Table {
    let group = |text: &str| Row::new(vec![Cell::new(text).styled(CellStyle::Group).spanning(1, 3)]);
    let row = |name: &str, before: &str, after: &str| {
        Row::new(vec![Cell::new(name), Cell::new(before), Cell::new(after)])
    };
    Table {
        name: "件数 [対応前/対応後]".to_owned(),
        columns: vec![Column::start(30), Column::end(12), Column::end(12)],
        head: vec![
            Row::new(vec![
                Cell::head("リスクレベル").spanning(2, 1),
                Cell::head("件数").spanning(1, 2),
            ]),
            head(&["対応前", "対応後"]),
        ],
        rows: vec![
            group("対応が必要なもの"),
            row("16 以上", "9", "0"),
            row("12〜15", "13", "2"),
            group("保有するもの"),
            row("11 以下", "38", "58"),
        ],
    }
}

/// A register of 14 columns, to measure time and memory.
fn register(count: usize) -> Document {
    let words = [
        "番号",
        "情報流",
        "分類",
        "脅威",
        "リスク",
        "影響",
        "顕在",
        "値",
        "要否",
        "対応",
        "担当",
        "期限",
        "残存",
        "備考",
    ];
    let widths = [8, 14, 10, 10, 24, 4, 4, 4, 4, 20, 10, 10, 4, 14];
    let rows = (0..count).map(|at| {
        let (threat, risk) = THREATS[at % 4];
        let cells = [
            format!("R-{at:05}"),
            FLOWS[at % 2].to_owned(),
            "要配慮個人情報".to_owned(),
            threat.to_owned(),
            risk.to_owned(),
            (at % 5 + 1).to_string(),
            (at % 3 + 1).to_string(),
            ((at % 5 + 1) * (at % 3 + 1)).to_string(),
            "要".to_owned(),
            "経路を暗号化し、鍵を年 1 回替える。".to_owned(),
            "運用課".to_owned(),
            "2027-03-31".to_owned(),
            "低".to_owned(),
            String::new(),
        ];
        Row::new(cells.into_iter().map(Cell::new).collect())
    });
    Document {
        id: "register",
        language: Language::Japanese,
        title: "リスク台帳".to_owned(),
        purpose: "すべてのリスクと対応の状況です。".to_owned(),
        running: running(),
        facts: Vec::new(),
        orientation: Orientation::Landscape,
        blocks: vec![
            Block::Heading {
                level: 1,
                text: "台帳".to_owned(),
            },
            Block::Table(Table {
                name: "台帳".to_owned(),
                columns: widths.into_iter().map(Column::start).collect(),
                head: vec![head(&words)],
                rows: rows.collect(),
            }),
        ],
    }
}
