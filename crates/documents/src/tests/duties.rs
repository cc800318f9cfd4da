//! Papers about law, agreement and the plan.

use super::case::{Case, row, table_texts};
use mamori_domain::{Agreement, Treatment};
use mamori_tree::{CellStyle, Document, Language};

fn legal(rows: &[&[(&str, &str)]]) -> Case {
    let mut case = Case::rich();
    case.service().legal = rows.iter().map(|values| row(values)).collect();
    case
}

#[test]
fn every_point_of_chapter_six_is_answered_denied_or_told_as_open() {
    let text = |case: &Case| case.text("legal", Language::English);
    assert!(
        text(&legal(&[])).contains("Points without an answer yet: 39."),
        "{}",
        text(&legal(&[]))
    );
    let whole = [
        ("point", "domestic-law"),
        ("applies", "yes"),
        ("text", "All in Japan"),
    ];
    let found = text(&legal(&[&whole]));
    assert!(found.contains("Answer: All in Japan") && found.contains("This answers the following demands"));
    assert!(found.contains("Points without an answer yet: 36."));
    let denied = [
        ("point", "electronic-signature"),
        ("applies", "no"),
        ("text", "Paper only"),
    ];
    let found = text(&legal(&[&denied]));
    assert!(found.contains("This does not apply to the service. Reason: Paper only"));
    assert!(found.contains("What would be asked if it applied"));
    // A point of its own is told in a table even where the section is denied.
    let own = [
        ("point", "signature-documents"),
        ("applies", "yes"),
        ("text", "Letters"),
    ];
    let found = text(&legal(&[&denied, &own]));
    assert!(found.contains("Letters") && !found.contains("What would be asked"));
}

#[test]
fn points_tied_to_the_other_guideline_show_the_measures_of_its_items() {
    let mut case = legal(&[&[
        ("point", "electronic-storage"),
        ("applies", "yes"),
        ("text", "Kept"),
    ]]);
    let found = |case: &Case| case.text("legal", Language::English);
    assert!(found(&case).contains("Readability: stored at the institution"));
    assert!(!found(&case).contains("Two of everything"));
    case.service().answers.push(row(&[
        ("item", "3.19.①"),
        ("status", "implemented"),
        ("text", "Two of everything. And a spare"),
    ]));
    let found = found(&case);
    assert!(found.contains("• Two of everything … [3.19.①") && !found.contains("And a spare"));
}

#[test]
fn the_facts_behind_the_answers_name_places_and_their_country() {
    let mut case = Case::rich();
    case.service().equipment[1] = row(&[
        ("id", "server"),
        ("name", "App server"),
        ("kind", "server"),
        ("site", "dc"),
        ("stores", "patient"),
    ]);
    let country = |case: &Case| table_texts(&case.document("legal", Language::English), "Where it lies");
    assert_eq!(
        country(&case),
        [["Data centre", "—", "(not stated)", "patient records"]]
    );
    case.service().sites[1] = row(&[("id", "dc"), ("name", "Data centre"), ("within", "campus")]);
    case.service().sites.push(row(&[
        ("id", "campus"),
        ("name", "Campus"),
        ("owner", "provider"),
        ("country", "US"),
    ]));
    assert_eq!(
        country(&case),
        [["Data centre", "The provider", "US", "patient records"]]
    );
    let document = case.document("legal", Language::English);
    let table = document
        .tables()
        .find(|table| table.name == "Where it lies")
        .unwrap();
    assert_eq!(table.rows[0].cells[2].style, CellStyle::Severe);
}

fn agreed(case: &mut Case, agreements: &[&[(&str, &str)]]) {
    let rows: Vec<Agreement> = agreements.iter().map(|values| row(values)).collect();
    case.workspace.institutions[0].1.agreements = rows;
}

/// The matter and its state, in the order printed.
fn states(case: &Case) -> Vec<(String, String)> {
    let rows = table_texts(&case.document("agreements", Language::English), "Agreements");
    rows.into_iter()
        .map(|row| (row[1].clone(), row[3].clone()))
        .collect()
}

#[test]
fn agreements_stand_with_what_is_open_first() {
    let mut case = Case::rich();
    case.institution = true;
    let sla = [
        ("id", "s"),
        ("service", "emr"),
        ("subject", "sla"),
        ("state", "agreed"),
        ("date", "2026-03-01"),
    ];
    let no = [
        ("id", "r"),
        ("service", "emr"),
        ("subject", "regulation"),
        ("state", "disagreed"),
    ];
    let other = [
        ("id", "o"),
        ("service", "other"),
        ("subject", "disclosure"),
        ("state", "agreed"),
    ];
    agreed(&mut case, &[&sla, &no, &other]);
    let found = states(&case);
    assert_eq!(found[0].1, "Disagreed, to be talked over again");
    assert_eq!(
        found[1],
        ("Risk treatment list".into(), "Not yet proposed".into())
    );
    assert_eq!(found.last().unwrap(), &("SLA".into(), "Agreed".into()));
    assert!(
        found.contains(&("Conformity disclosure".into(), "Not yet proposed".into())),
        "another service's"
    );
    let text = case.text("agreements", Language::English);
    assert!(text.contains("Agreed: 1."), "{text}");
    let last = table_texts(&case.document("agreements", Language::English), "Agreements")
        .pop()
        .unwrap();
    assert_eq!(last[4], "2026-03-01");
}

#[test]
fn what_belongs_to_a_list_stands_where_the_list_stands_and_consents_stand_alone() {
    let mut case = Case::rich();
    case.institution = true;
    let supplier = [
        ("id", "vault"),
        ("name", "Vault Ltd"),
        ("tier", "1"),
        ("handles_medical_information", "yes"),
    ];
    case.workspace.organisation.suppliers = vec![row(&supplier)];
    case.service().sites[1] = row(&[("id", "dc"), ("name", "Data centre"), ("supplier", "vault")]);
    let clause = [
        ("clause", "scope-network"),
        ("usage", "changed"),
        ("text", "Ours"),
    ];
    case.service().clauses = vec![row(&clause)];
    let treatments = [
        ("id", "t"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
    ];
    agreed(&mut case, &[&treatments]);
    let of = |case: &Case, wanted: &str| {
        let found = states(case)
            .into_iter()
            .find(|(matter, _)| matter.contains(wanted));
        found.unwrap_or_else(|| panic!("no {wanted}")).1
    };
    assert_eq!(
        of(&case, "Misuse by users"),
        "Agreed",
        "the retained risk goes with the list"
    );
    assert_eq!(of(&case, "(changed): Ours"), "Not yet proposed");
    assert_eq!(of(&case, "Vault Ltd"), "Not yet proposed");
    case.workspace.institutions[0].1.consents = vec![row(&[("supplier", "vault"), ("date", "2026-04-01")])];
    assert_eq!(of(&case, "Vault Ltd"), "Agreed");
    let own = [
        ("id", "c"),
        ("service", "emr"),
        ("subject", "clause"),
        ("clause", "scope-network"),
        ("state", "understood"),
    ];
    agreed(&mut case, &[&own]);
    assert_eq!(of(&case, "(changed): Ours"), "Understood");
    assert_eq!(of(&case, "Misuse by users"), "Not yet proposed");
}

#[test]
fn understanding_and_every_institution_have_their_place() {
    let mut case = Case::rich();
    let minutes = [
        ("id", "m"),
        ("date", "2026-02-01"),
        ("service", "emr"),
        ("subjects", "contact"),
        ("explained_plainly", "yes"),
    ];
    case.workspace.institutions[0].1.minutes = vec![row(&minutes)];
    let rows = table_texts(&case.document("agreements", Language::English), "Understanding");
    assert_eq!(rows.len(), 19);
    assert_eq!(
        rows[18][2..4],
        ["Recorded", "2026-02-01"],
        "what is settled comes last"
    );
    assert!(rows[..18].iter().all(|row| row[2] == "No record"));
    let second = (
        mamori_domain::Id::parse("red").unwrap(),
        case.workspace.institutions[0].1.clone(),
    );
    case.workspace.institutions.push(second);
    let document = case.document("agreements", Language::English);
    assert_eq!(
        document
            .tables()
            .filter(|table| table.name.ends_with("Agreements"))
            .count(),
        2
    );
    case.workspace.institutions.clear();
    assert!(
        case.text("agreements", Language::English)
            .contains("No institution uses this service yet")
    );
}

fn cells<'a>(document: &'a Document, name: &str, at: usize) -> &'a [mamori_tree::Cell] {
    let table = document.tables().find(|table| table.name == name).unwrap();
    &table.rows[at].cells
}

#[test]
fn the_plan_marks_what_is_overdue_on_the_day_of_the_papers() {
    let mut case = Case::rich();
    let treatments: Vec<Treatment> = vec![
        row(&[
            ("id", "done"),
            ("risks", "f0/T6/*"),
            ("due", "2026-01-01"),
            ("state", "done"),
        ]),
        row(&[
            ("id", "later"),
            ("risks", "f1/*"),
            ("due", "2026-12-01"),
            ("owner", "boss"),
        ]),
        row(&[
            ("id", "late"),
            ("risks", "f0/T1/*"),
            ("due", "2026-09-30"),
            ("state", "under_way"),
        ]),
    ];
    case.service().treatments = treatments;
    let document = case.document("plan", Language::English);
    let due = |at| {
        (
            cells(&document, "Treatments", at)[4].text.clone(),
            cells(&document, "Treatments", at)[4].style,
        )
    };
    assert_eq!(due(0), ("2026-09-30\noverdue".into(), CellStyle::Severe));
    assert_eq!(due(1), ("2026-12-01".into(), CellStyle::Plain));
    assert_eq!(
        due(2),
        ("2026-01-01".into(), CellStyle::Plain),
        "done things are not late"
    );
    assert_eq!(cells(&document, "Treatments", 1)[3].text, "Ms Final");
    let text = case.text("plan", Language::English);
    assert!(text.contains("Treatments: 3. Done: 1. Overdue: 1."));
    assert!(text.contains("is a draft of what is issued after"));
    let agreement = [
        ("id", "a"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
    ];
    agreed(&mut case, &[&agreement]);
    let text = case.text("plan", Language::English);
    assert!(!text.contains("draft") && text.contains("agreed to the treatment list: 1 of 1"));
}

#[test]
fn the_plan_tells_planned_measures_and_what_comes_round() {
    let mut case = Case::rich();
    let document = case.document("plan", Language::English);
    let planned = cells(&document, "Planned or in part", 0);
    assert_eq!(
        (&*planned[0].text, &*planned[1].text, &*planned[4].text),
        ("1.1.①-1", "Rules", "2026-12-01")
    );
    let turns = |case: &Case| table_texts(&case.document("plan", Language::English), "Regular reviews");
    let review = |case: &Case| {
        turns(case)
            .into_iter()
            .find(|row| row[0] == "Review of the risks")
            .unwrap()
    };
    assert_eq!(review(&case)[1..], ["—", "—", "No record"]);
    case.service().reviews = vec![row(&[("id", "r"), ("date", "2025-09-30")])];
    assert_eq!(review(&case)[1..], ["2025-09-30", "2026-09-30", "Overdue"]);
    case.service().reviews = vec![row(&[("id", "r"), ("date", "2025-10-01")])];
    assert_eq!(review(&case)[3], "To come", "the day itself is in time");
    case.service().reviews = vec![row(&[("id", "r"), ("date", "2024-02-29")])];
    assert_eq!(review(&case)[2], "2025-02-28");
    case.service().answers.clear();
    assert!(
        case.text("plan", Language::English)
            .contains("No control item is planned")
    );
}

#[test]
fn the_plan_says_who_carries_out_what_or_that_nobody_is_named() {
    let mut case = Case::rich();
    let partly = |officer: &[(&str, &str)]| {
        let answer = [("item", "3.4.①"), ("status", "partly"), ("text", "one log")];
        vec![row(&[&answer[..], officer].concat())]
    };
    let treatment = |owner: &[(&str, &str)]| {
        let written = [
            ("id", "logs"),
            ("risks", "f0/*"),
            ("items", "3.4.①"),
            ("state", "done"),
        ];
        vec![row(&[&written[..], owner].concat())]
    };
    let seen = |case: &Case| {
        let document = case.document("plan", Language::English);
        let (treated, measure) = (
            cells(&document, "Treatments", 0),
            cells(&document, "Planned or in part", 0),
        );
        (treated[3].clone(), measure[3].clone(), treated[5].clone())
    };
    case.service().answers = partly(&[]);
    case.service().treatments = treatment(&[]);
    let (treated, measure, state) = seen(&case);
    assert_eq!(
        (&*treated.text, treated.style),
        ("Not decided", CellStyle::Raised)
    );
    assert_eq!(
        (&*measure.text, measure.style),
        ("Not decided", CellStyle::Raised)
    );
    assert_eq!(
        (&*state.text, state.style),
        ("Done\n(a measure in part)", CellStyle::Raised)
    );
    // A measure given to nobody by itself is of those who carry out the treatment that rests on it.
    case.service().treatments = treatment(&[("owner", "boss")]);
    assert_eq!(seen(&case).1.text, "Ms Final");
    case.service().answers = vec![row(&[
        ("item", "3.4.①"),
        ("status", "implemented"),
        ("text", "all logs"),
    ])];
    let document = case.document("plan", Language::English);
    assert_eq!(cells(&document, "Treatments", 0)[5].text, "Done");
}

#[test]
fn a_list_without_revisions_has_no_column_for_them() {
    let mut case = Case::rich();
    let agreement = [
        ("id", "a"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
        ("date", "2026-03-20"),
    ];
    let head = |case: &Case| {
        let document = case.document("agreements", Language::English);
        let table = document
            .tables()
            .find(|table| table.name == "Agreements")
            .unwrap();
        table.head[0]
            .cells
            .iter()
            .map(|cell| cell.text.clone())
            .collect::<Vec<_>>()
    };
    agreed(&mut case, &[&agreement]);
    assert_eq!(head(&case).len(), 7);
    assert!(!head(&case).contains(&"Revision".to_owned()));
    let digest = "ab".repeat(32);
    let named = [&agreement[..], &[("revision", &*digest)]].concat();
    agreed(&mut case, &[&named]);
    assert_eq!(head(&case)[5], "Revision");
    let text = case.text("agreements", Language::English);
    assert!(text.contains("abababababab"), "{text}");
}
