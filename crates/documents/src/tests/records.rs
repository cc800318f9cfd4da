//! Requests and records: every record is in the register and has a form with all fields of its kind.

use super::case::{Case, row, table_texts};
use mamori_domain::{FieldValue, Id, Institution, Text};
use mamori_tree::Language;

fn institution(case: &mut Case) -> &mut Institution {
    &mut case.workspace.institutions[0].1
}

fn viewing(steps: usize) -> Case {
    let mut case = Case::rich();
    let step = |id: &str, step: &str, by: &str, day: &str| {
        row(&[
            ("id", id),
            ("kind", "maintenance"),
            ("record", "look"),
            ("step", step),
            ("at", day),
            ("by", by),
            ("name", "Ms Blue"),
            ("text", "By {0} letter"),
        ])
    };
    let all = [
        step("a", "requested", "provider", "2026-09-01"),
        step("b", "approved", "institution", "2026-09-02"),
        step("c", "performed", "provider", "2026-09-03"),
        step("d", "reported", "provider", "2026-09-04"),
    ];
    institution(&mut case).steps = all.into_iter().take(steps).collect();
    institution(&mut case).maintenance = vec![row(&[
        ("id", "look"),
        ("service", "emr"),
        ("matter", "viewing"),
        ("title", "Look at {0}"),
    ])];
    case
}

#[test]
fn the_register_tells_where_a_record_stands_and_who_owes_what_by_when() {
    let register = |case: &Case| {
        table_texts(
            &case.document("records", Language::English),
            "Register of records",
        )
    };
    let of = |steps| register(&viewing(steps)).remove(0);
    assert_eq!(
        of(3),
        [
            "1",
            "Maintenance or access",
            "Look at {0}",
            "Blue Clinic",
            "performed, not yet reported",
            "report (The provider)",
            "2026-09-10"
        ]
    );
    assert_eq!(
        of(4)[4..],
        [
            "reported, awaiting approval",
            "approval of the report (The institution)",
            "—"
        ]
    );
    let empty = Case::rich().text("records", Language::English);
    assert!(empty.contains("There are no requests or records yet."));
}

#[test]
fn the_edition_for_an_institution_holds_what_is_kept_with_it_alone() {
    let mut case = viewing(2);
    let mut other = case.workspace.institutions[0].clone();
    other.0 = Id::parse("green-clinic").expect("an id");
    other.1.maintenance[0].title = Text::read("Look elsewhere").expect("a text");
    case.workspace.institutions.push(other);
    case.service().change_requests = vec![row(&[
        ("id", "own"),
        ("applicant", "Ms Red"),
        ("title", "Of our own"),
    ])];
    let all = case.text("records", Language::English);
    assert!(all.contains("Look at {0}") && all.contains("Look elsewhere") && all.contains("Of our own"));
    case.institution = true;
    let one = case.text("records", Language::English);
    assert!(one.contains("Look at {0}") && one.contains("kept with your institution and"));
    assert!(
        !one.contains("Look elsewhere") && !one.contains("Of our own"),
        "{one}"
    );
}

#[test]
fn an_institution_sees_the_incident_that_affected_it_and_nobody_elses_names() {
    let mut case = viewing(0);
    let mut other = case.workspace.institutions[0].clone();
    other.0 = Id::parse("green-clinic").expect("an id");
    other.1.profile.name = Some(Text::read("Green Clinic").expect("a text"));
    case.workspace.institutions.push(other);
    let own = case.workspace.institutions[0].0.to_string();
    let incident = |id: &str, institutions: &str| {
        row(&[
            ("id", id),
            ("title", id),
            ("date", "2026-08-12"),
            ("institutions", institutions),
        ])
    };
    let both = format!("green-clinic {own}");
    case.workspace.organisation.incidents =
        vec![incident("of-both", &both), incident("of-green", "green-clinic")];
    case.workspace.organisation.steps = vec![row(&[
        ("id", "a"),
        ("kind", "incident"),
        ("record", "of-both"),
        ("step", "prevention_agreed"),
        ("at", "2026-08-13"),
        ("by", "institution"),
        ("name", "Ms Green"),
        ("text", "Green agrees"),
    ])];
    let all = case.text("records", Language::English);
    assert!(
        ["of-green", "Green Clinic", "Ms Green", "Green agrees"]
            .iter()
            .all(|text| all.contains(text))
    );
    case.institution = true;
    let one = case.text("records", Language::English);
    assert!(one.contains("of-both") && !one.contains("of-green"), "{one}");
    assert!(!one.contains("Green"), "{one}");
}

#[test]
fn a_form_prints_every_field_of_the_kind_its_history_and_places_to_sign() {
    let case = viewing(2);
    let document = case.document("records", Language::English);
    let labels: Vec<String> = table_texts(&document, "1 Fields")
        .into_iter()
        .map(|cells| cells[0].clone())
        .collect();
    let all = mamori_domain::scopes_of(mamori_domain::description::Level::Institution);
    let kind = all.iter().find(|kind| kind.name == "maintenance").unwrap();
    for field in kind.fields {
        assert!(
            labels.iter().any(|label| label == field.label.en),
            "{}",
            field.name
        );
    }
    let history = table_texts(&document, "1 History");
    assert_eq!(
        history[1][..3],
        ["2026-09-02", "approval", "The institution, Ms Blue"]
    );
    assert_eq!(history[1][3], "By {0} letter", "as typed");
    assert_eq!(history[2][1], "execution", "what comes next");
    let signed = table_texts(&document, "1 Confirmations");
    assert_eq!(
        signed[0],
        ["approval", "The institution, Ms Blue", "2026-09-02", ""]
    );
    assert_eq!(signed[1], ["approval of the report", "The institution", "", ""]);
}

#[test]
fn a_step_that_cannot_be_is_told_on_its_form() {
    let mut case = viewing(4);
    assert!(!case.text("records", Language::English).contains("hold an error"));
    institution(&mut case).steps.remove(1);
    let text = case.text("records", Language::English);
    assert!(text.contains("hold an error") && text.contains("The steps hold an error"));
    assert!(
        text.contains("\"execution\" (2026-09-03) cannot follow"),
        "{text}"
    );
}
