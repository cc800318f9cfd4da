//! Papers an institution hands on or files: the other guideline's table, the patients' page, equipment.

use super::case::{Case, catalogue, row, table_texts, texts};
use mamori_tree::{Block, CellStyle, Language};

#[test]
fn every_requirement_of_the_other_guideline_has_its_row_in_the_order_of_sections() {
    let case = Case::rich();
    let rows = table_texts(&case.document("mhlw", Language::English), "By requirement");
    let own: Vec<&Vec<String>> = rows.iter().filter(|row| row.len() > 1).collect();
    assert_eq!(own.len(), catalogue().requirements().iter().count());
    assert_eq!(own.len(), 110);
    let at = |place: &str| {
        own.iter()
            .position(|row| row[0] == place)
            .unwrap_or_else(|| panic!("no {place}"))
    };
    assert!(at("6.5 C 9") < at("6.5 C 10") && at("6.9 C 1") < at("6.10 C 1"));
}

#[test]
fn a_requirement_shows_measures_in_short_what_is_asked_and_what_is_open() {
    let mut case = Case::rich();
    let row_of = |case: &Case, place: &str| {
        let rows = table_texts(&case.document("mhlw", Language::English), "By requirement");
        rows.into_iter().find(|row| row[0] == place).unwrap()
    };
    let found = row_of(&case, "6.5 C 1");
    assert_eq!(found[1], "3.1.①*", "a tie that is our reading is marked");
    assert!(
        found[2].contains("Personal log-in [3.1.①]") && found[3].starts_with("• "),
        "{found:?}"
    );
    assert!(row_of(&case, "6.5 C 2")[2].contains("Unanswered: 3.3.③-1"));
    let to_agree = row_of(&case, "6.5 C 3");
    assert_eq!(to_agree[4], "0 of 1 agreed");
    case.institution = true;
    assert_eq!(row_of(&case, "6.5 C 3")[4], "To be agreed; nothing is agreed yet");
    let agreement = [
        ("id", "a"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
        ("date", "2026-03-01"),
    ];
    case.workspace.institutions[0].1.agreements = vec![row(&agreement)];
    assert_eq!(
        row_of(&case, "6.5 C 3")[4],
        "Risk treatment list: Agreed (2026-03-01)"
    );
    case.service().profile = row(&[("standard_answers", "saas-own-data-centre")]);
    assert!(row_of(&case, "6.5 C 2")[2].contains("[standard answer, not confirmed]"));
}

#[test]
fn the_patients_page_says_only_what_the_facts_hold() {
    let mut case = Case::rich();
    let text = |case: &Case| case.text("patients", Language::English);
    assert!(
        text(&case).contains("[how they are guarded]") && text(&case).contains("[where the records are kept")
    );
    assert!(text(&case).contains("[name of the institution]"));
    case.institution = true;
    assert!(text(&case).contains("Blue Clinic makes and keeps"));
    assert_eq!(
        case.document("patients", Language::English)
            .running
            .confidentiality,
        ""
    );
    case.service().equipment[1] = row(&[
        ("id", "server"),
        ("name", "App server"),
        ("kind", "server"),
        ("site", "dc"),
        ("stores", "patient"),
        ("log_retention", "10"),
    ]);
    let line = |encryption| {
        row(&[
            ("id", "line"),
            ("name", "Line"),
            ("from", "pc"),
            ("to", "server"),
            ("medium", "closed_vpn"),
            ("encryption", encryption),
        ])
    };
    case.service().connections = vec![line("none")];
    assert!(text(&case).contains("at least 10 years") && !text(&case).contains("All traffic between sites"));
    assert!(text(&case).contains("Data centre ([country]): patient records"));
    case.service().connections = vec![line("tls_1_3")];
    assert!(text(&case).contains("All traffic between sites is encrypted"));
    let certificate = [("id", "c"), ("scheme", "isms"), ("expires", "2026-09-30")];
    case.workspace.organisation.certificates = vec![row(&certificate)];
    assert!(!text(&case).contains("certified"), "expired the day before");
    case.workspace.organisation.certificates =
        vec![row(&[("id", "c"), ("scheme", "isms"), ("expires", "2026-10-01")])];
    assert!(text(&case).contains("ISMS certification"));
}

#[test]
fn a_place_of_the_institution_is_its_own_and_only_if_it_has_one() {
    let mut case = Case::rich();
    case.service().sites[1] = row(&[("id", "dc"), ("name", "X-ray room"), ("owner", "institution")]);
    case.service().equipment[1] = row(&[
        ("id", "server"),
        ("name", "App server"),
        ("kind", "server"),
        ("site", "dc"),
        ("stores", "patient"),
    ]);
    let text = |case: &Case| case.text("patients", Language::English);
    assert!(text(&case).contains("\nour own X-ray room ("), "{}", text(&case));
    let other = mamori_domain::Institution {
        profile: row(&[("name", "Green Clinic"), ("services", "emr")]),
        ..mamori_domain::Institution::default()
    };
    case.workspace
        .institutions
        .push((mamori_domain::Id::parse("green").unwrap(), other));
    assert!(text(&case).contains("[our own X-ray room; remove this line if there is none]"));
}

/// Lines a text takes on an upright page, counted generously.
fn printed_lines(text: &str) -> usize {
    let width: usize = text
        .chars()
        .map(|letter| if letter.is_ascii() { 1 } else { 2 })
        .sum();
    width.div_ceil(80).max(1)
}

/// An upper bound of the lines of a document on upright pages.
fn height(document: &mamori_tree::Document) -> usize {
    let head = 8;
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading { text, .. } => 2 + printed_lines(text),
        Block::Paragraph(text) => 1 + printed_lines(text),
        Block::Note(text) => 2 + printed_lines(text),
        Block::List(items) => 1 + items.iter().map(|item| printed_lines(item)).sum::<usize>(),
        other => panic!("the page holds only text: {other:?}"),
    });
    head + blocks.sum::<usize>()
}

#[test]
fn the_patients_page_stays_one_page_however_much_there_is_to_tell() {
    const LINES_ON_A_PAGE: usize = 66;
    let documents = super::example::documents();
    let pages: Vec<_> = documents
        .iter()
        .filter(|document| document.id == "patients")
        .collect();
    assert_eq!(pages.len(), 2);
    for page in pages {
        let lines = height(page);
        assert!(lines <= LINES_ON_A_PAGE, "{:?}: {lines}", page.language);
        assert!(lines > 30, "the measure sees nothing");
    }
    let mut case = Case::rich();
    let supplier = |at: usize| {
        let id = format!("s{at}");
        let name = format!("Company {at}");
        row(&[
            ("id", &id),
            ("name", &name),
            ("tier", "1"),
            ("above", "x"),
            ("handles_medical_information", "yes"),
        ])
    };
    case.workspace.organisation.suppliers = (0..9).map(supplier).collect();
    let provision = |at: usize| {
        let (id, supplier) = (format!("p{at}"), format!("s{at}"));
        row(&[
            ("id", &id),
            ("layer", "infra"),
            ("form", "2"),
            ("component", "x"),
            ("supplier", &supplier),
        ])
    };
    case.service().provisions = (0..9).map(provision).collect();
    let text = texts(&case.document("patients", Language::English)).join("\n");
    assert!(
        text.contains("Company 2") && !text.contains("Company 3") && text.contains("6 more"),
        "{text}"
    );
}

#[test]
fn equipment_shows_software_support_and_the_history_of_updates() {
    let mut case = Case::rich();
    let device = |until| {
        row(&[
            ("id", "pc"),
            ("name", "Billing PC"),
            ("kind", "terminal"),
            ("site", "desk"),
            ("count", "3"),
            ("software", "OS 9, Billing 8.2"),
            ("support_until", until),
        ])
    };
    let cells = |case: &Case| {
        let document = case.document("equipment", Language::English);
        let table = document
            .tables()
            .find(|table| table.name == "Equipment and software")
            .unwrap();
        table.rows[1].cells.clone()
    };
    case.service().equipment[0] = device("2026-10-01");
    let found = cells(&case);
    assert_eq!(found[1].text, "Terminal\n3");
    assert_eq!(
        (&*found[2].text, found[3].style),
        ("OS 9, Billing 8.2", CellStyle::Plain)
    );
    case.service().equipment[0] = device("2026-09-30");
    assert_eq!(
        (&*cells(&case)[3].text, cells(&case)[3].style),
        ("2026-09-30\nexpired", CellStyle::Severe)
    );
    let text = |case: &Case| case.text("equipment", Language::English);
    assert!(text(&case).contains("No update of equipment"));
    let change = |id, date, what| {
        row(&[
            ("id", id),
            ("date", date),
            ("what", what),
            ("who", "boss"),
            ("equipment", "pc"),
        ])
    };
    case.service().changes = vec![
        change("a", "2026-01-01", "First"),
        change("b", "2026-02-01", "Second"),
    ];
    let rows = table_texts(
        &case.document("equipment", Language::English),
        "History of updates",
    );
    assert_eq!(
        rows[0],
        ["2026-02-01", "Second", "—", "Billing PC", "Ms Final"],
        "the latest first"
    );
    assert!(!text(&case).contains("No update of equipment"));
}
