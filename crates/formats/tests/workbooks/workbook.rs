//! The workbook holds a workspace without loss, and tells what is wrong with one.

use crate::make::{Book, table_content};
use mamori_domain::description::{Level, Shape};
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Language, Scope, scopes_of};
use mamori_formats::normal::{normal_form, same};
use mamori_formats::{generate, workbook};

#[test]
fn generated_workspaces_come_back_equal() {
    for seed in 0..40 {
        let raw = generate::workspace(seed);
        let language = Language::ALL[usize::from(seed % 2 == 1)];
        let bytes = workbook::write(&raw, language).unwrap();
        let read = workbook::read(&bytes).unwrap_or_else(|problems| panic!("seed {seed}: {problems:#?}"));
        assert!(same(&raw, &read), "seed {seed}");
    }
    for seed in 0..4 {
        let raw = generate::full(seed);
        let read = workbook::read(&workbook::write(&raw, Language::Japanese).unwrap()).unwrap();
        assert_eq!(normal_form(&raw), normal_form(&read), "seed {seed}");
    }
}

#[test]
fn a_changed_value_is_seen() {
    let raw = generate::full(1);
    let mut other = workbook::read(&workbook::write(&raw, Language::English).unwrap()).unwrap();
    other.scopes[2].lists[1].rows[0].cells[0].text.push('x');
    assert!(!same(&raw, &other));
}

/// One row of a list whose fields of free text hold a text.
fn holding(text: &str) -> RawWorkspace {
    let kind = scopes_of(Level::Service)
        .iter()
        .find(|kind| kind.name == "request")
        .unwrap();
    let cell = |name: &str, text: &str| RawCell {
        name: name.into(),
        text: text.to_owned(),
        place: Place::Made,
    };
    let row = |id: &str| RawRow {
        place: Place::Made,
        cells: vec![cell("id", id), cell("title", text), cell("text", text)],
    };
    let lists = vec![RawList {
        kind,
        rows: vec![row("z"), row("a")],
    }];
    let scope = |scope: Scope, lists| RawScope { scope, lists };
    RawWorkspace {
        scopes: vec![
            scope(Scope::Workspace, vec![]),
            scope(Scope::Organisation, vec![]),
            scope(Scope::Service("s".into()), lists),
            scope(Scope::Institution("clinic".into()), vec![]),
        ],
    }
}

/// Texts that a spreadsheet is tempted to take for something else.
pub const AWKWARD: [&str; 30] = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'007",
    "007",
    "1E5",
    "2026-04-01",
    "TRUE",
    "#REF!",
    "<r><t>x</t></r>",
    "<r></r>",
    "<r>_x0041_</r>",
    "_x0041_",
    "_x005F_x0041_",
    " leading",
    "trailing ",
    "\n",
    "a\nb\n",
    "a & b < c > \"d\"",
    "]]>",
    "&amp;",
    "＝１＋１",
    "\u{3000}全角空白\u{3000}",
    "e\u{301}",
    "😀",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "\u{200b}",
    "<b>太字</b>",
];

#[test]
fn text_that_looks_like_something_else_stays_text() {
    for text in AWKWARD {
        let raw = holding(text);
        let bytes = workbook::write(&raw, Language::Japanese).unwrap();
        let read = workbook::read(&bytes).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"));
        assert_eq!(normal_form(&raw), normal_form(&read), "{text:?}");
    }
}

#[test]
fn the_same_workspace_gives_the_same_bytes() {
    let raw = generate::full(7);
    assert_eq!(
        workbook::write(&raw, Language::Japanese),
        workbook::write(&raw, Language::Japanese)
    );
}

#[test]
fn what_no_workbook_can_hold_is_refused() {
    assert!(workbook::write(&holding(&"あ".repeat(32_768)), Language::Japanese).is_err());
    let mut raw = holding("x");
    raw.scopes[2].lists[0].rows[0].cells[1].name = "titel".into();
    assert!(
        workbook::write(&raw, Language::Japanese)
            .unwrap_err()
            .contains("titel")
    );
}

fn problems(sheets: &[(&str, &[&[&str]])]) -> Vec<String> {
    let contents: Vec<(&str, String)> = sheets
        .iter()
        .map(|(name, lines)| (*name, table_content(lines, &[])))
        .collect();
    let sheets: Vec<(&str, &str)> = contents
        .iter()
        .map(|(name, content)| (*name, content.as_str()))
        .collect();
    match workbook::read(&Book::new(&sheets).bytes()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .iter()
            .map(|p| format!("{}: {} {}", p.place, p.what.en, p.help.en))
            .collect(),
    }
}

const SERVICES: (&str, &[&[&str]]) = (
    "サービス",
    &[&["of_service", "name"], &["chart", "電子カルテ"], &["billing"]],
);

#[test]
fn faults_are_told_at_their_places() {
    let sites: &[&[&str]] = &[
        &["of_service", "id", "name", "nmae", "", "owner"],
        &["chart", "reception", "受付", "?", "stray", "自社"],
        &["chrat", "ward", "病棟"],
        &["", "office", "事務室"],
        &["Ärzte", "x", "y"],
    ];
    let found = problems(&[
        SERVICES,
        ("場所", sites),
        ("場処", &[&["id"]]),
        ("Sites", &[&["x"]]),
    ]);
    for (at, start) in [
        "場処: It is not known what this sheet holds If it is meant to be \"場所\"",
        "Sites: It is not known what this sheet holds If it is meant to be \"Site\"",
        "場所!D1: Site has no field \"nmae\" Did you mean \"name\"?",
        "場所!E2: A value stands in a column without heading",
        "場所!A3: Service's id \"chrat\" is not in the sheet \"Service\" Did you mean \"chart\"?",
        "場所!A4: \"Service's id\" is empty",
        "場所!A5: \"Ärzte\" is not an id",
    ]
    .iter()
    .enumerate()
    {
        assert!(
            found.get(at).is_some_and(|problem| problem.starts_with(start)),
            "{at} {start}: {found:#?}"
        );
    }
    assert_eq!(found.len(), 7, "{found:#?}");
}

#[test]
fn sheets_made_by_hand_are_read() {
    // Only labels, in another order, with spaces and marks; one service, so its column may be left out.
    let services: &[&[&str]] = &[&["of_service ", " name"], &["chart", "電子カルテ"]];
    let sites: &[&[&str]] = &[
        &["メモ不要"],
        &["名称 ", "ID＊", "だれの場所"],
        &["受付", " reception "],
        &[],
        &["病棟", "ward"],
    ];
    let sites_named: &[&[&str]] = &[
        &["名称 ", "ID＊"],
        &["受付", " reception "],
        &[],
        &["病棟", "ward"],
    ];
    let read = |sites: &[&[&str]]| {
        let book = Book::new(&[
            ("Service", &table_content(services, &[])),
            ("場所", &table_content(sites, &[])),
        ]);
        workbook::read(&book.bytes())
    };
    assert!(read(sites).is_err(), "an unknown label is told");
    let raw = read(sites_named).unwrap();
    let rows = raw.scope(&Scope::Service("chart".into())).unwrap().rows("site");
    assert_eq!(
        rows.iter()
            .map(|row| (row.text("id"), row.text("name")))
            .collect::<Vec<_>>(),
        [("reception", "受付"), ("ward", "病棟")]
    );
    assert_eq!(rows[1].place_of("id").to_string(), "場所!B4");
}

#[test]
fn names_of_choices_stand_for_codes() {
    let people: &[&[&str]] = &[
        &["id", "name", "side", "administrator"],
        &["a", "医師", "医療機関等", "TRUE"],
        &["b", "保守", "The provider", "いいえ"],
    ];
    let book = Book::new(&[
        ("サービス", &table_content(&SERVICES.1[..2], &[])),
        ("人", &table_content(people, &[])),
    ]);
    let raw = workbook::read(&book.bytes()).unwrap();
    let rows = raw.scope(&Scope::Service("chart".into())).unwrap().rows("person");
    let values: Vec<_> = rows
        .iter()
        .map(|row| (row.text("side"), row.text("administrator")))
        .collect();
    assert_eq!(values, [("institution", "yes"), ("provider", "no")]);
}

#[test]
fn every_kind_has_a_sheet_even_without_rows() {
    let bytes = workbook::write(&RawWorkspace::default(), Language::Japanese).unwrap();
    let sheets = mamori_formats::xlsx_reader::read_sheets(&bytes).unwrap();
    let levels = [
        Level::Workspace,
        Level::Organisation,
        Level::Service,
        Level::Institution,
    ];
    let kinds: usize = levels.into_iter().map(|level| scopes_of(level).len()).sum();
    // One sheet begins with instructions, one ends with the codes.
    assert_eq!(sheets.len(), kinds + 2);
    let single = scopes_of(Level::Organisation)
        .iter()
        .filter(|kind| kind.shape == Shape::Single)
        .count();
    assert!(single > 0);
    assert!(
        workbook::read(&bytes)
            .unwrap()
            .scopes
            .iter()
            .all(|scope| scope.lists.is_empty())
    );
}
