//! The service level agreement.

use super::case::{Case, catalogue, row, table_texts, texts};
use mamori_catalogue::ClauseDocument;
use mamori_domain::{Institution, SlaTerms};
use mamori_tree::{Block, Document, Language};

fn document(case: &Case) -> Document {
    case.document("sla", Language::English)
}

fn headings(document: &Document) -> Vec<&str> {
    let heading = |block| match block {
        &Block::Heading { level: 2, ref text } => Some(text.as_str()),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

/// A case in which every chapter is used, towards one institution.
fn used() -> Case {
    let mut case = Case::rich();
    case.institution = true;
    case.service().clauses = (1..=7)
        .map(|chapter| row(&[("clause", &chapter.to_string()), ("usage", "used")]))
        .collect();
    case
}

fn institution(case: &mut Case) -> &mut Institution {
    &mut case.workspace.institutions[0].1
}

#[test]
fn every_clause_of_the_catalogue_has_a_text_of_ours_and_stands_under_its_number() {
    let sla = catalogue().sla();
    let library = catalogue().clauses();
    for clause in &sla.clauses {
        let count = library.of_part(ClauseDocument::Sla, clause.id.as_str()).count();
        assert!(count > 0, "{} has no text", clause.id);
    }
    assert_eq!(library.of_part(ClauseDocument::Sla, "no-such-clause").count(), 0);
    let document = document(&used());
    let wanted: Vec<String> = sla
        .clauses
        .iter()
        .map(|one| format!("{} {}", one.number, one.title.en))
        .collect();
    assert_eq!(headings(&document), wanted);
}

#[test]
fn a_term_is_the_institutions_then_the_services_then_the_examples() {
    let mut case = used();
    let text = |case: &Case| case.text("sla", Language::English);
    assert!(text(&case).contains("in business hours: 99.95% or more"));
    assert!(text(&case).contains("Monday to Saturday: 8:00 to 21:00"));
    // The example leaves the hours of first response open.
    assert!(text(&case).contains("not filled in: hours to first response"));
    case.service().sla_terms =
        row::<SlaTerms>(&[("availability_business", "999000"), ("first_response_hours", "3")]);
    assert!(text(&case).contains("99.9% or more") && text(&case).contains("within 3 hours, counted"));
    institution(&mut case).sla_terms = row(&[("availability_business", "1000000"), ("holiday_end", "12")]);
    assert!(
        text(&case).contains("in business hours: 100% or more")
            && text(&case).contains("within 3 hours, counted")
    );
    assert!(text(&case).contains("Sundays and holidays: 8:00 to 12:00"));
}

#[test]
fn hours_of_days_windows_and_annexed_items_are_printed_as_agreed() {
    let mut case = used();
    let text = |case: &Case| case.text("sla", Language::English);
    let glance = |case: &Case| table_texts(&document(case), "At a glance");
    let plain = text(&case);
    assert!(plain.contains("Monday to Saturday: 8:00 to 21:00") && !plain.contains("Mondays: "));
    assert!(!plain.contains("The following windows recur"));
    let windows = glance(&case)
        .into_iter()
        .find(|row| row[0] == "Agreed windows for stops");
    assert_eq!(windows.unwrap()[1], "none");

    case.service().sla_windows = vec![
        row(&[
            ("day", "sunday"),
            ("hours", "02:00-04:00"),
            ("purpose", "Upkeep {0}"),
        ]),
        row(&[("day", "daily"), ("hours", "23:30-00:30")]),
    ];
    case.service().sla_hours = vec![
        row(&[("day", "monday"), ("hours", "9:00-12:30、15:00-19:00")]),
        row(&[("day", "saturday"), ("hours", "none")]),
        row(&[("day", "holiday"), ("hours", "none")]),
    ];
    case.service().sla_terms = row(&[("annexed_counted", "yes"), ("annexed_improvement_days", "30")]);
    let one = institution(&mut case);
    one.sla_hours = vec![row(&[("day", "saturday"), ("hours", "00:00-24:00")])];
    one.sla_terms = row(&[
        ("not_agreed", "availability_other"),
        ("extra_holidays", "2026-12-29"),
    ]);
    let found = text(&case);
    for said in [
        "Mondays: 09:00 to 12:30, 15:00 to 19:00\n",
        "Tuesdays: 08:00 to 21:00\n",
        "Saturdays: all day\n",
        "Sundays: 08:00 to 17:00\n",
        "Holidays (national holidays, and 2026-12-29): none, whatever the day of the week",
        "whether or not the Service stopped in it: Sunday 02:00 to 04:00 (Upkeep {0}), daily 23:30 to 00:30 on the next day.",
        "at other times: no target is agreed",
        "counts as one shortfall for each finding",
        "is 30 days from the time",
    ] {
        assert!(found.contains(said), "{said}: {found}");
    }
    assert!(!found.contains("Monday to Saturday: "));
    let hours = glance(&case)
        .into_iter()
        .find(|row| row[0] == "Business hours")
        .unwrap();
    let lines: Vec<&str> = hours[1].lines().collect();
    assert_eq!(lines[1], "Tuesday, Wednesday, Thursday, Friday: 08:00 to 21:00");
    institution(&mut case).sla_windows = vec![row(&[("day", "friday"), ("hours", "1:00-2:00")])];
    institution(&mut case)
        .sla_hours
        .push(row(&[("day", "holiday"), ("hours", "same")]));
    let found = text(&case);
    assert!(found.contains("Friday 01:00 to 02:00.") && !found.contains("Upkeep"));
    assert!(found.contains("2026-12-29): those of the day of the week"));
}

#[test]
fn the_history_tells_what_an_earlier_version_had_otherwise() {
    let mut case = used();
    let one = institution(&mut case);
    one.sla_terms = row(&[("version", "1.1"), ("valid_from", "2026-04-01")]);
    one.sla_versions = vec![row(&[
        ("version", "1.0"),
        ("valid_from", "2025-04-01"),
        ("availability_business", "999000"),
        ("first_response_hours", "4"),
        ("not_agreed", "performance"),
    ])];
    one.sla_hours = vec![row(&[("day", "sunday"), ("hours", "none"), ("version", "1.0")])];
    one.sla_windows = vec![row(&[
        ("day", "daily"),
        ("hours", "03:00-03:30"),
        ("version", "1.0"),
    ])];
    let history = table_texts(&document(&case), "History");
    let lines: Vec<&str> = history[0][4].lines().collect();
    let expected = [
        "Availability, business hours: 99.9%",
        "First response: 4 hours",
        "Not agreed: performance",
        "Business hours (Sunday): none",
        "Agreed window for stops: daily 03:00 to 03:30",
    ];
    assert_eq!(lines, expected);
    assert_eq!(history[1][4], "as in this agreement");
    assert!(
        case.text("sla", Language::English)
            .contains("Monday to Saturday: 8:00 to 21:00")
    );
}

#[test]
fn a_changed_clause_prints_the_parties_text_with_a_mark_and_a_left_out_one_its_reason() {
    let mut case = used();
    case.service().clauses.extend([
        row(&[
            ("clause", "signature"),
            ("usage", "left_out"),
            ("reason", "Paper only"),
        ]),
        row(&[
            ("clause", "display"),
            ("usage", "changed"),
            ("text", "Own {words}\n\n- one"),
            ("reason", "Two screens"),
        ]),
    ]);
    let document = document(&case);
    assert!(
        !headings(&document)
            .iter()
            .any(|text| text.ends_with("Electronic signature"))
    );
    assert_eq!(
        table_texts(&document, "Left out"),
        [["5.2(1)③ Electronic signature", "Paper only"]]
    );
    let text = texts(&document).join("\n");
    assert!(
        text.contains("Own {words}\none\n[Changed from the standard clause: Two screens]"),
        "{text}"
    );
    assert!(!text.contains("guide for users explains"));
    // The institution's own row goes before the service's.
    institution(&mut case).clauses = vec![row(&[("clause", "signature"), ("usage", "used")])];
    let document = self::document(&case);
    assert!(
        headings(&document)
            .iter()
            .any(|text| text.ends_with("Electronic signature"))
    );
    assert!(document.tables().all(|table| table.name != "Left out"));
}

#[test]
fn what_nobody_decided_and_a_change_without_text_are_told() {
    let mut case = used();
    let undecided = |case: &Case| {
        case.text("sla", Language::English)
            .contains("Clauses not decided on yet: ")
    };
    assert!(!undecided(&case));
    case.service().clauses.remove(0);
    assert!(undecided(&case));
    case.service()
        .clauses
        .push(row(&[("clause", "purpose"), ("usage", "changed")]));
    assert!(
        case.text("sla", Language::English)
            .contains("has no text; write it into text of sla.csv")
    );
}

#[test]
fn versions_signatures_and_the_revision_of_the_disclosure_stand_in_the_agreement() {
    let mut case = used();
    let digest = "ab".repeat(32);
    let one = institution(&mut case);
    one.sla_terms = row(&[
        ("version", "1.1"),
        ("valid_from", "2026-04-01"),
        ("changes", "More hours"),
        ("institution_signatory", "Director"),
    ]);
    one.sla_versions = vec![row(&[
        ("version", "1.0"),
        ("valid_from", "2025-04-01"),
        ("valid_to", "2026-03-31"),
    ])];
    let history = table_texts(&document(&case), "History");
    assert_eq!(history[0], ["1.0", "2025-04-01", "2026-03-31", "—"]);
    assert_eq!(
        history[1],
        ["1.1 (this version)", "2026-04-01", "—", "More hours"]
    );
    let signatures = table_texts(&document(&case), "Signatures");
    assert_eq!(signatures[0][1..], ["Blue Clinic", "Example Care {0} <b>"]);
    assert_eq!(signatures[2][1], "Director");
    let text = case.text("sla", Language::English);
    assert!(
        text.contains("SHA-256): 0123456789abcdef0123") && text.contains("no agreement to this revision")
    );
    institution(&mut case).agreements = vec![row(&[
        ("id", "a"),
        ("service", "emr"),
        ("subject", "disclosure"),
        ("state", "agreed"),
        ("date", "2026-03-20"),
        ("revision", &digest),
    ])];
    let text = case.text("sla", Language::English);
    assert!(text.contains(&digest) && text.contains("revision abababababab, agreed on 2026-03-20"));
}

#[test]
fn annexes_the_source_does_not_print_are_ours_and_filled_from_the_answers() {
    let case = used();
    let document = document(&case);
    let ours = document.blocks.iter().filter(
        |block| matches!(block, Block::Note(text) if text.contains("names this annex without printing it")),
    );
    let filled = catalogue()
        .sla()
        .annexes
        .iter()
        .filter(|annex| !annex.measures.is_empty());
    assert_eq!(ours.count(), filled.count());
    let access = table_texts(&document, "Annex 8");
    let login = access.iter().find(|row| row[0].starts_with("3.1.①\n")).unwrap();
    assert!(login[1].contains("Personal log-in [3.1.①]"), "{login:?}");
    assert!(
        access
            .iter()
            .any(|row| row[1].contains("Items without an answer: "))
    );
}

#[test]
fn notes_on_what_to_settle_are_printed_on_demand_only() {
    let mut case = used();
    let has = |case: &Case| document(case).tables().any(|table| table.name == "To settle");
    assert!(!has(&case));
    case.notes = true;
    assert!(has(&case));
    let rows = table_texts(&document(&case), "To settle");
    assert_eq!(rows.len(), catalogue().sla().clauses.as_slice().len());
    let evaluation = rows.iter().find(|row| row[0].starts_with("7.1(1)② ")).unwrap();
    assert_eq!(evaluation[2], "7.1(1)①");
}
