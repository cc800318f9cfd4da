//! The conformity disclosure.

use super::case::{Case, catalogue, row, table_texts};
use mamori_domain::Institution;
use mamori_tree::{Block, Document, Language};

const OPEN: &str = "[Not written yet] ";

fn document(case: &Case) -> Document {
    case.document("disclosure", Language::English)
}

/// The rows of the table whose name begins so.
fn rows(case: &Case, name: &str) -> Vec<Vec<String>> {
    let document = document(case);
    let table = document.tables().find(|table| table.name.starts_with(name));
    let name = table.unwrap_or_else(|| panic!("no table {name}")).name.clone();
    table_texts(&document, &name)
}

#[test]
fn every_item_stands_with_its_tables_and_what_is_missing_says_what_to_do() {
    let case = Case::empty();
    let document = document(&case);
    let headings: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 2, text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let items = catalogue().disclosure();
    assert_eq!(headings.len(), items.len());
    for (heading, item) in headings.iter().zip(items.iter()) {
        assert_eq!(*heading, format!("{} {}", item.mark, item.title.en));
    }
    let tables: usize = items.iter().map(|item| item.tables.len()).sum();
    assert!(document.tables().count() >= tables);
    let open = document
        .tables()
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.text.starts_with(OPEN))
        .inspect(|cell| assert!(cell.text.contains('/'), "names a file: {}", cell.text))
        .count();
    assert!(open >= 40, "{open}");
    let note = Block::Note(format!(
        "Fields not written yet: {open}. Fill them in before the paper goes to an institution."
    ));
    assert!(document.blocks.contains(&note));
}

#[test]
fn the_four_managers_stand_by_their_role_and_a_missing_one_is_told() {
    let mut case = Case::empty();
    case.workspace.organisation.officers = vec![
        row(&[
            ("id", "a"),
            ("role", "system_manager"),
            ("name", "Mr System"),
            ("duties", "Keeps rights"),
            ("department", "IT"),
        ]),
        row(&[
            ("id", "b"),
            ("role", "contact_desk"),
            ("name", "Ms Desk"),
            ("reached_by", "Tel 1"),
            ("hours_weekdays", "9 to 17"),
        ]),
    ];
    let managers = rows(&case, "1②");
    assert_eq!(managers.len(), 4);
    assert_eq!(managers[1], ["System manager", "Mr System", "Keeps rights"]);
    assert!(managers[0][1].starts_with(OPEN) && managers[0][1].contains("officers.csv"));
    let desk = rows(&case, "2⑭");
    assert_eq!(desk[0][..3], ["Ms Desk", "Tel 1", "9 to 17"]);
    assert!(desk[0][3].starts_with(OPEN) && desk[0][3].contains("hours_holidays"));
    assert_eq!(rows(&case, "2⑥-1"), [["IT", "System manager (Mr System)"]]);
}

#[test]
fn a_paper_stands_with_its_way_of_disclosure_and_a_gap_in_it_is_told() {
    let mut case = Case::empty();
    case.service().disclosures = vec![row(&[
        ("item", "media"),
        ("document", "Rules on media"),
        ("method", "Mail"),
        ("extent", "All"),
    ])];
    let found = rows(&case, "2⑪");
    assert_eq!(
        (&*found[0][0], &*found[0][1], &*found[0][3]),
        ("Rules on media", "Mail", "All")
    );
    assert!(found[0][2].starts_with(OPEN) && found[0][2].contains("condition"));
    // Without a paper named, the policy that the regulation's row stands in is.
    case.service().disclosures.clear();
    case.service().regulation = vec![row(&[
        ("content", "media"),
        ("text", "In a safe"),
        ("policy", "p"),
    ])];
    case.workspace.organisation.policies = vec![row(&[
        ("id", "p"),
        ("title", "Regulation X"),
        ("kind", "regulation"),
        ("shown_how", "On paper"),
    ])];
    assert_eq!(rows(&case, "2⑪"), [["Regulation X", "On paper"]]);
    assert!(case.text("disclosure", Language::English).contains("In a safe"));
}

#[test]
fn subcontractors_are_those_the_provider_has_and_show_the_consent_of_the_institution() {
    let mut case = Case::rich();
    assert_eq!(rows(&Case::empty(), "2⑥-3"), [["None", "—"]]);
    let supplier = |id: &str, with: &str| {
        row(&[
            ("id", id),
            ("name", id),
            ("work", "Storage"),
            ("tier", "1"),
            ("contract_with", with),
            ("handles_medical_information", "yes"),
        ])
    };
    case.workspace.organisation.suppliers =
        vec![supplier("vault", "provider"), supplier("lab", "institution")];
    let found = rows(&case, "2⑥-3");
    assert_eq!(found, [["vault", "Storage\nTouches medical information"]]);
    case.institution = true;
    assert!(rows(&case, "2⑥-3")[0][1].contains("No consent of this institution"));
    let institution: &mut Institution = &mut case.workspace.institutions[0].1;
    institution.consents = vec![row(&[
        ("supplier", "vault"),
        ("date", "2026-03-20"),
        ("scope", "Tapes"),
    ])];
    assert!(rows(&case, "2⑥-3")[0][1].contains("Consent of this institution: 2026-03-20 Tapes"));
}

#[test]
fn a_point_of_law_is_answered_by_its_own_row_before_the_row_on_the_whole() {
    let mut case = Case::rich();
    case.service().legal = vec![
        row(&[
            ("point", "electronic-storage"),
            ("applies", "yes"),
            ("text", "As one"),
        ]),
        row(&[
            ("point", "readability-redundancy"),
            ("applies", "yes"),
            ("text", "Two of each"),
            ("evidence", "log"),
        ]),
        row(&[
            ("point", "electronic-signature"),
            ("applies", "no"),
            ("text", "Paper only"),
        ]),
        row(&[
            ("point", "signature-valid"),
            ("applies", "no"),
            ("text", "No signatures"),
        ]),
    ];
    let common = rows(&case, "2⑮-6");
    let redundancy = common.iter().find(|row| row[0].contains("redundancy")).unwrap();
    assert!(redundancy[0].ends_with("(7.2 C (4))"));
    assert!(
        redundancy[1].starts_with("Two of each\nEvidence: Inspection record"),
        "{redundancy:?}"
    );
    assert!(redundancy[1].ends_with("\nUnanswered: 3.19.①"), "{redundancy:?}");
    assert!(common[0][1].starts_with("As stated above under \"As a whole\""));
    // Neighbours with the same answer show it once, beside all of them.
    assert_eq!(common[1].len(), 1, "{common:?}");
    let text = case.text("disclosure", Language::English);
    assert_eq!(text.matches("As a whole: As one").count(), 1);
    let signature = rows(&case, "2⑮-12");
    assert_eq!(signature[2][1], "Does not apply. No signatures");
}

#[test]
fn laws_stand_with_who_issued_them_and_a_point_with_what_is_done_for_it() {
    let mut case = Case::rich();
    assert!(rows(&case, "2⑮-1")[0].len() == 1, "no law is written down yet");
    case.workspace.organisation.laws = vec![
        row(&[("id", "a"), ("name", "Act"), ("issuer", "Ministry")]),
        row(&[("id", "b"), ("name", "Guide")]),
    ];
    let laws = rows(&case, "2⑮-1");
    assert_eq!(laws[0], ["Act", "Ministry"]);
    assert!(laws[1][1].starts_with(OPEN) && laws[1][1].contains("laws.csv"));
    case.service().legal = vec![row(&[
        ("point", "electronic-storage"),
        ("applies", "yes"),
        ("text", "As one"),
    ])];
    // Who enters is known by the log-in that the case answers; the source ties no item to this point.
    let identified = &rows(&case, "2⑮-4")[0];
    assert!(identified[1].contains("Personal log-in"), "{identified:?}");
}

#[test]
fn evaluations_duties_and_further_use_come_from_the_model() {
    let mut case = Case::rich();
    case.workspace.organisation.evaluations = vec![row(&[
        ("id", "e"),
        ("title", "Yearly look"),
        ("evaluator", "third_party"),
        ("result", "One remark"),
        ("shown_how", "Summary by mail"),
    ])];
    let found = rows(&case, "2②");
    assert_eq!(
        found,
        [["Yearly look\nOn —\nOne remark", "Third party", "Summary by mail"]]
    );
    case.service().requests = vec![row(&[
        ("id", "r"),
        ("title", "Lock"),
        ("text", "Lock rooms"),
        ("items", "2.1.①-2"),
    ])];
    let duties = rows(&case, "2①");
    assert_eq!(duties[0][0], "Lock\nLock rooms");
    assert!(duties[0][1].ends_with("2.1.①-2"));
    assert!(duties.iter().any(|row| row[1].starts_with("Against: ")));
}
