//! The requests: what the model and the measures ask of the institution, why, and with which sentences.

use super::case::{Case, catalogue, row, table_texts};
use mamori_tree::Language;

#[test]
fn every_measure_with_a_part_of_the_institution_is_an_entry() {
    let document = Case::empty().document("requests", Language::English);
    let rows = table_texts(&document, "Checklist");
    let asked = |measure: &&mamori_catalogue::Measure| {
        catalogue()
            .items_of(&measure.id)
            .any(|item| item.institution.is_some())
    };
    assert_eq!(rows.len(), catalogue().measures().iter().filter(asked).count());
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row[0], (at + 1).to_string());
        assert!(!row[1].is_empty() && !row[2].is_empty(), "{row:?}");
    }
}

#[test]
fn a_measure_that_does_not_apply_asks_nothing() {
    let asked = "端末に、横から見えないシートを貼る";
    assert!(Case::empty().text("requests", Language::Japanese).contains(asked));
    let mut case = Case::empty();
    case.service().answers = vec![row(&[
        ("item", "2.7.①"),
        ("status", "not_applicable"),
        ("text", "no screens"),
    ])];
    assert!(!case.text("requests", Language::Japanese).contains(asked));
}

#[test]
fn a_request_of_the_service_tells_why_what_we_do_and_a_sentence_for_the_rules() {
    let mut case = Case::empty();
    case.service().requests = vec![row(&[
        ("id", "screens"),
        ("title", "Own title"),
        ("text", "Own request {0}"),
        ("items", "2.7.①"),
    ])];
    case.service().answers = vec![row(&[
        ("item", "2.7.①"),
        ("status", "implemented"),
        ("text", "own filters"),
    ])];
    let text = case.text("requests", Language::English);
    let measure = catalogue().measures().get("2.7.①").unwrap();
    let why = format!("Why: {}", measure.scenario.en);
    assert!(
        text.contains("1. Own title") && text.contains("Own request {0}") && text.contains(&why),
        "{text}"
    );
    assert!(text.contains("own filters") && text.contains("Screens are turned away"));
    // A planned answer is nothing that we do.
    case.service().answers = vec![row(&[
        ("item", "2.7.①"),
        ("status", "planned"),
        ("text", "own filters"),
    ])];
    assert!(!case.text("requests", Language::English).contains("own filters"));
}

#[test]
fn the_agreement_of_the_institution_stands_on_top_of_its_own_paper() {
    let mut case = Case::rich();
    let shared = case.text("requests", Language::English);
    assert!(shared.contains("the same for all institutions"));
    case.institution = true;
    assert!(
        case.text("requests", Language::English)
            .contains("No agreement to these requests")
    );
    case.workspace.institutions[0].1.agreements = vec![row(&[
        ("id", "one"),
        ("service", "emr"),
        ("subject", "requests"),
        ("state", "agreed"),
        ("date", "2026-03-20"),
    ])];
    assert!(
        case.text("requests", Language::English)
            .contains("agreed to these requests on 2026-03-20")
    );
}

#[test]
fn treatments_of_one_threat_are_one_entry_that_names_what_we_do() {
    let treatment = |id: &str, note: &str| {
        row(&[
            ("id", id),
            ("risks", "nowhere/*"),
            ("options", "reduce"),
            ("items", "2.7.①"),
            ("request_note", note),
        ])
    };
    let mut case = Case::empty();
    case.service().treatments = vec![treatment("one", "first note"), treatment("two", "second note")];
    let text = case.text("requests", Language::English);
    // Without a risk there is no threat to share, so each stands under its own id.
    assert!(text.contains("1. one") && text.contains("2. two"), "{text}");
    assert!(text.contains("What we do about this ourselves is not written down yet."));
    case.service().answers = vec![row(&[
        ("item", "2.7.①"),
        ("status", "implemented"),
        ("text", "own filters"),
    ])];
    let measure = catalogue().measures().get("2.7.①").unwrap();
    let named = format!("{} (2.7.①)", measure.title.en);
    assert!(case.text("requests", Language::English).contains(&named));
    // A threat they share makes them one.
    let mut case = Case::rich();
    let risk = case.derived.risks[0].id.to_string();
    let on_risk = |id: &str, note: &str| {
        row(&[
            ("id", id),
            ("risks", &risk),
            ("options", "reduce"),
            ("request_note", note),
        ])
    };
    let entries = |case: &Case| table_texts(&case.document("requests", Language::English), "Checklist").len();
    case.service().treatments = vec![on_risk("one", "first note")];
    let of_one = entries(&case);
    case.service().treatments.push(on_risk("two", "second note"));
    assert_eq!(entries(&case), of_one);
    case.service().treatments.clear();
    assert_eq!(entries(&case), of_one - 1);
    case.service().treatments = vec![on_risk("one", "first note"), on_risk("two", "second note")];
    let text = case.text("requests", Language::English);
    assert!(text.contains("first note") && text.contains("second note"));
    // The reason is the risk that is treated, not what the measures guard against in general.
    let why = format!("Why: {}", case.derived.risks[0].text.say(Language::English));
    assert!(text.contains(&why), "{text}");
}
