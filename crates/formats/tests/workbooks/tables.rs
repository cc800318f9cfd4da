//! Tables as people keep them become flows, risks, treatments and answers.

use crate::clinic::{scope, workspace};
use crate::make::{Book, table, table_content};
use mamori_domain::raw::{RawRow, RawWorkspace};
use mamori_domain::{Language, Problem, Scope, build};
use mamori_formats::tables::{Imported, import, read_map};
use mamori_formats::xlsx_reader::read_sheets;

const FLOWS: &str = r#"
[[table]]
sheet = "運用"
target = "flow"
scope = "services/chart"
heading_row = 2
first_row = 3
prefix = "op"
carry = ["site"]
[table.columns]
who = "Who"
site = "Where (どこの)"
which = "C"
what = "What"
how = "How"
[table.fixed]
phase = "operation"
layer = "app"
[table.values.how]
"見たり持ち出したりする" = "view media-io"
"#;

const FLOW_LINES: &[&[&str]] = &[
    &["情報の流れ"],
    &[
        "Who (誰が)",
        "Where\n(どこの)",
        "Which",
        "What",
        "How (どうする)",
        "覚え",
    ],
    &[
        "受付係/会計係が",
        "受付の",
        "問診タブレットで",
        "患者情報等を",
        "閲覧・操作する",
        "x",
    ],
    &[
        "医師/看護師等が",
        "病室(東)で",
        "問診タブレットで",
        "",
        "見たり持ち出したりする",
    ],
    &[
        "-",
        "自社センターの",
        "カルテサーバ、会計サーバで",
        "操作ログを",
        "作成・保存する",
    ],
    &["—", "", "閉域回線で", "", "転送する"],
    &["・・・", "・・・", "・・・"],
];

fn run(map: &str, book: &Book, into: &RawWorkspace) -> Result<Imported, Vec<Problem>> {
    import(
        &read_sheets(&book.bytes()).unwrap(),
        &read_map("map.toml", map.as_bytes()).unwrap(),
        into,
    )
}

fn rows(raw: &RawWorkspace, kind: &str) -> Vec<String> {
    let scope = raw.scope(&Scope::Service("chart".into())).unwrap();
    let line = |row: &RawRow| {
        row.cells
            .iter()
            .map(|cell| format!("{}={}", cell.name, cell.text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    scope.rows(kind).iter().map(line).collect()
}

#[test]
fn a_table_of_flows_becomes_flows() {
    let book = table("運用", FLOW_LINES, &["D3:D4", "D5:D6"]);
    let imported = run(FLOWS, &book, &workspace()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(
        rows(&imported.raw, "flow")[1..],
        [
            "id=op-2 phase=operation layer=app who=clerk site=reception equipment=tablet what=patient how=view",
            "id=op-4 phase=operation layer=app who=doctor nurse site=ward equipment=tablet what=patient how=view",
            "id=op-5 phase=operation layer=app who=doctor nurse site=ward equipment=tablet what=patient how=media-io",
            "id=op-6 phase=operation layer=app site=centre equipment=server-a what=log how=store",
            "id=op-7 phase=operation layer=app site=centre equipment=server-b what=log how=store",
            "id=op-8 phase=operation layer=app site=centre connection=line what=log how=transfer",
        ]
    );
    assert_eq!(
        imported.report[0].en,
        "Sheet \"運用\": 4 read, 6 added to information flow (0 already there, 0 kept, 0 replaced)"
    );
    assert_eq!(imported.report[1].en, "Columns not used: 覚え");
    let new = &imported
        .raw
        .scope(&Scope::Service("chart".into()))
        .unwrap()
        .rows("flow")[1];
    assert_eq!(new.place_of("site").to_string(), "運用!B3");
    assert!(
        build::read(&imported.raw).is_ok(),
        "{:#?}",
        build::read(&imported.raw)
    );
    // The same table again adds nothing.
    let again = run(FLOWS, &book, &imported.raw).unwrap();
    assert_eq!(again.raw, imported.raw);
    assert!(
        again.report[0]
            .en
            .contains("0 added to information flow (6 already there"),
        "{:?}",
        again.report
    );
}

#[test]
fn what_is_not_known_is_told_all_at_once_with_suggestions() {
    let lines: &[&[&str]] = &[
        &[],
        FLOW_LINES[1],
        &["看獲師が", "受付の", "問診タブレットで", "患者情報を", "眺める"],
        &["看獲師が", "屋上の", "金庫で", "患者情報を", "眺める"],
    ];
    let problems = run(FLOWS, &table("運用", lines, &[]), &workspace()).unwrap_err();
    let told: Vec<String> = problems
        .iter()
        .map(|p| format!("{} {} / {}", p.place, p.what.say(Language::English), p.help.en))
        .collect();
    for wanted in [
        "運用!A3 It is not known what \"看獲師が\" means (field: who) / Did you mean \"看護師\" (nurse)?",
        "運用!B4 It is not known what \"屋上の\" means (field: site)",
        "運用!C4 It is not known what \"金庫で\" means (field: which)",
        "運用!E3 It is not known what \"眺める\" means (field: how) / It may be: create (create), view",
    ] {
        assert!(
            told.iter().any(|problem| problem.starts_with(wanted)),
            "{wanted}\n{told:#?}"
        );
    }
    assert_eq!(told.len(), 4, "{told:#?}");
}

#[test]
fn maps_that_do_not_fit_are_told() {
    let book = table("運用", FLOW_LINES, &[]);
    let said = |from: &str, to: &str| {
        assert!(FLOWS.contains(from));
        let problems = run(&FLOWS.replace(from, to), &book, &workspace()).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        format!("{} / {}", problems[0].what.en, problems[0].help.en)
    };
    assert_eq!(
        said("\"運用\"", "\"運用中\""),
        "There is no sheet \"運用中\" / Did you mean \"運用\"?"
    );
    assert!(said("services/chart", "services/chrat").ends_with("Did you mean \"services/chart\"?"));
    assert!(said("\"flow\"", "\"flwo\"").ends_with("Did you mean \"flow\"?"));
    assert!(said("layer = \"app\"", "layr = \"app\"").ends_with("Did you mean \"layer\"?"));
    assert_eq!(
        said("\"Who\"", "\"だれ\"").split(" / ").next(),
        Some("No column is headed \"だれ\"")
    );
}

const RISKS: &str = r#"
[[table]]
sheet = "リスク"
target = "risk"
scope = "services/chart"
heading_row = 2
first_row = 3
[table.columns]
flow = "情報流"
threat = "関連する脅威"
scenario = ["D", "E"]
impact = "影響度"
likelihood = "顕在化率"
[table.values.threat]
"のぞき見" = "T1"

[[table]]
sheet = "対応"
target = "treatment"
scope = "services/chart"
heading_row = 1
first_row = 2
[table.columns]
risks = "対応するリスク"
options = "対応"
viewpoint = "対策の観点"
provider_note = "対象事業者が実施する対策"
request_note = "医療機関等へ対応を求める事項"
residual_impact = "影響度"
residual_likelihood = "顕在化率"
"#;

fn risks() -> Book {
    let risks: &[&[&str]] = &[
        &["情報流", "分類", "リスク特定", "", "", "リスク分析", "", ""],
        &[
            "情報流",
            "分類",
            "関連する脅威",
            "特定したリスク",
            "",
            "影響度",
            "顕在化率",
            "リスクレベル",
        ],
        &[
            "受付係が受付の問診タブレットで患者情報を閲覧・操作する",
            "個人",
            "のぞき見",
            "受付のタブレットにおいて",
            "画面を盗み見られる",
            "5",
            "３",
            "A",
        ],
        &["", "", "", "", "設定を変えられる", "4", "2", "B"],
        &["op-1", "記録", "のぞき見", "", "ログを消される", "3", "2", "B"],
        &["・・・", "", "", "", "・・・"],
    ];
    let treatments: &[&[&str]] = &[
        &[
            "対応するリスク",
            "対応",
            "対策の観点",
            "対象事業者が実施する対策",
            "医療機関等へ対応を求める事項",
            "影響度",
            "顕在化率",
        ],
        &[
            "受付のタブレットにおいて画面を盗み見られる",
            "低減、移転",
            "人的・組織的対策",
            "—",
            "画面の向きを変える",
            "5",
            "1",
        ],
        &["", "", "技術的対策", "フィルタを貼る", "", "", ""],
        &[
            "受付のタブレットにおいて設定を変えられる",
            "保有",
            "物理的対策",
            "鍵をかける",
            "",
            "",
            "",
        ],
    ];
    let risks = table_content(risks, &["A3:A4", "B3:B4", "C3:C4", "D3:D4", "D1:E1", "D2:E2"]);
    let treatments = table_content(treatments, &["A2:A3", "B2:B3", "E2:E3", "F2:F3", "G2:G3"]);
    Book::new(&[("リスク", &risks), ("対応", &treatments)])
}

#[test]
fn tables_of_risks_and_treatments_refer_to_each_other() {
    let imported = run(RISKS, &risks(), &workspace()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(
        rows(&imported.raw, "risk"),
        [
            "id=risk-1 flow=*/*/view/reception/tablet/patient threat=T1 scenario=受付のタブレットにおいて画面を盗み見られる impact=5 likelihood=3",
            "id=risk-2 flow=*/*/view/reception/tablet/patient threat=T1 scenario=受付のタブレットにおいて設定を変えられる impact=4 likelihood=2",
            "id=risk-3 flow=op-1 threat=T1 scenario=ログを消される impact=3 likelihood=2",
        ]
    );
    assert_eq!(
        rows(&imported.raw, "treatment"),
        [
            "id=treatment-1 risks=risk-1 options=reduce transfer provider_note=【技術的対策】フィルタを貼る request_note=画面の向きを変える residual_impact=5 residual_likelihood=1",
            "id=treatment-2 risks=risk-2 options=retain provider_note=【物理的対策】鍵をかける",
        ]
    );
    assert!(
        imported
            .report
            .iter()
            .any(|said| said.en.contains("to be */*/view/reception/tablet/patient"))
    );
    assert!(
        build::read(&imported.raw).is_ok(),
        "{:#?}",
        build::read(&imported.raw)
    );
    // Treatments of risks nobody has imported are not guessed.
    let second = RISKS.split("\n[[table]]").nth(2).unwrap();
    let problems = run(&format!("[[table]]{second}"), &risks(), &workspace()).unwrap_err();
    assert_eq!(
        problems
            .iter()
            .map(|problem| problem.place.to_string())
            .collect::<Vec<_>>(),
        ["対応!A2", "対応!A4"]
    );
}

const ANSWERS: &str = r#"
[[table]]
sheet = "対策"
target = "answer"
scope = "organisation"
heading_row = 1
first_row = 2
[table.columns]
item = "No."
status = "状態"
text = "内容"
due = "期限"
[table.values.status]
"○" = "implemented"
"#;

#[test]
fn answers_never_overwrite_others_unless_told() {
    let lines: &[&[&str]] = &[
        &["No.", "状態", "内容", "期限"],
        &["1.1.①-1", "○", "一人ずつ別の名札を使う", ""],
        &["1.1.①-2", "予定", "台帳を作る", "2026年4月1日"],
    ];
    let book = table("対策", lines, &[]);
    let mut into = workspace();
    into.scopes[1] = scope(
        Scope::Organisation,
        &[(
            "answer",
            &[
                &[("item", "1.1.①-1"), ("status", "planned")],
                &[("item", "9.9.①-1"), ("status", "implemented")],
            ],
        )],
    );
    let answers = |raw: &RawWorkspace| -> Vec<String> {
        let rows = raw.scope(&Scope::Organisation).unwrap().rows("answer");
        rows.iter()
            .map(|row| format!("{} {} {}", row.text("item"), row.text("status"), row.text("due")))
            .collect()
    };
    let problems = run(ANSWERS, &book, &into).unwrap_err();
    assert_eq!(problems[0].what.en, "Answer \"1.1.①-1\" exists with other values");
    let told = |existing: &str| {
        run(
            &ANSWERS.replace("first_row", &format!("existing = \"{existing}\"\nfirst_row")),
            &book,
            &into,
        )
        .unwrap()
    };
    assert_eq!(
        answers(&told("keep").raw),
        [
            "1.1.①-1 planned ",
            "9.9.①-1 implemented ",
            "1.1.①-2 planned 2026-04-01"
        ]
    );
    let replaced = told("replace");
    assert_eq!(
        answers(&replaced.raw),
        [
            "1.1.①-1 implemented ",
            "9.9.①-1 implemented ",
            "1.1.①-2 planned 2026-04-01"
        ]
    );
    assert!(
        replaced
            .report
            .iter()
            .any(|said| said.en == "Answer \"1.1.①-1\" was replaced")
    );
    assert_eq!(
        run(ANSWERS, &book, &replaced.raw).unwrap().raw,
        replaced.raw,
        "the same again is no conflict"
    );
}

#[test]
fn a_row_that_would_make_too_many_is_refused() {
    let many = "カルテサーバ、会計サーバ、".repeat(60);
    let lines: &[&[&str]] = &[
        &[],
        FLOW_LINES[1],
        &["", "受付", &many, "患者情報", "閲覧・操作する"],
    ];
    let problems = run(FLOWS, &table("運用", lines, &[]), &workspace()).unwrap_err();
    assert!(problems[0].what.en.contains("too many rows"), "{problems:#?}");
}
