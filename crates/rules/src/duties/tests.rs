//! The duties of the shipped example, and faults and records planted into it.

use super::*;
use crate::Subject;
use crate::check::testing::{catalogue, step};
use mamori_domain::{Event, EventKind, FieldValue, Id, Prose, Side, StepKind, Workspace};
use std::collections::BTreeSet;
use std::path::Path;

fn example() -> Workspace {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/clinic-emr");
    match mamori_formats::workspace_file::load(&folder) {
        Ok(loaded) => loaded.workspace,
        Err(problems) => panic!("the example cannot be read: {problems:#?}"),
    }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn of(workspace: &Workspace, as_of: &str, until: &str) -> Vec<Duty> {
    let as_of = day(as_of);
    let whole = Whole {
        workspace,
        catalogue: catalogue(),
        as_of,
    };
    let subjects = Subject::all(workspace, catalogue(), as_of);
    let assessments: Vec<_> = subjects
        .into_iter()
        .map(|subject| Assessment::of(subject, "0".repeat(64)))
        .collect();
    duties(&whole, &assessments, day(until))
}

fn states<'a>(duties: &'a [Duty], start: &str) -> Vec<(&'a str, DutyState)> {
    let of_rule = duties.iter().filter(|duty| duty.id.starts_with(start));
    of_rule.map(|duty| (duty.id.as_str(), duty.state)).collect()
}

const DAY: &str = "2026-11-01";
const YEAR: &str = "2027-11-01";

#[test]
fn every_duty_is_told_in_both_languages_and_has_an_id_of_its_own() {
    let found = of(&example(), DAY, YEAR);
    let ids: BTreeSet<&str> = found.iter().map(|duty| duty.id.as_str()).collect();
    assert_eq!(ids.len(), found.len());
    for duty in &found {
        let told = [&duty.what.ja, &duty.what.en, &duty.basis.ja, &duty.basis.en];
        assert!(told.iter().all(|text| !text.is_empty()), "{duty:?}");
        assert_eq!(duty.evidence.is_some(), duty.state == DutyState::Done, "{duty:?}");
        assert_eq!(
            duty.due < day(DAY) && duty.evidence.is_none(),
            duty.state == DutyState::Late
        );
    }
    assert_eq!(found, of(&example(), DAY, YEAR), "the same each time");
    let mut sorted = found.clone();
    sorted.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    assert_eq!(found, sorted);
}

#[test]
fn a_monthly_report_is_done_by_its_record_and_late_without() {
    let mut workspace = example();
    let september = "monthly-report/emr/aoba-clinic/2026-10-07";
    let october = "monthly-report/emr/aoba-clinic/2026-11-09";
    let found = of(&workspace, DAY, YEAR);
    let reports = states(&found, "monthly-report/");
    assert!(reports.contains(&(september, DutyState::Done)), "{reports:?}");
    assert!(reports.contains(&(october, DutyState::Due)));
    let done = found.iter().find(|duty| duty.id == september).expect("listed");
    let proof = done.evidence.as_ref().expect("done");
    assert_eq!((proof.kind, proof.id.as_str()), ("event", "report-2026-10"));
    assert_eq!(done.basis.ja, "GL 別紙1-II 6.5(1)①");

    workspace.institutions[0].1.events.clear();
    let reports = of(&workspace, DAY, YEAR);
    assert!(states(&reports, "monthly-report/").contains(&(september, DutyState::Late)));

    let event = |id: &str, date: &str, text: &str| Event {
        id: Id::parse(id).expect("an id"),
        date: day(date),
        kind: EventKind::Report,
        service: Id::parse("emr").expect("an id"),
        text: Prose::read(text).expect("prose"),
    };
    // One that names no month is that of the month before; a yearly report is no monthly one.
    workspace.institutions[0].1.events = vec![
        event("a", "2026-10-06", "年次報告を渡した"),
        event("b", "2026-09-04", "月次の報告"),
    ];
    let reports = of(&workspace, DAY, YEAR);
    let reports = states(&reports, "monthly-report/");
    assert!(reports.contains(&(september, DutyState::Late)));
    assert!(reports.contains(&("monthly-report/emr/aoba-clinic/2026-09-07", DutyState::Done)));
}

#[test]
fn an_evaluation_period_is_as_long_as_the_version_valid_at_its_start_says() {
    let mut workspace = example();
    let evaluations = |workspace: &Workspace| {
        let found = of(workspace, DAY, "2028-06-01");
        let all = found.iter().filter(|duty| duty.id.starts_with("evaluation/"));
        all.map(|duty| duty.what.en.clone()).collect::<Vec<_>>()
    };
    let told =
        |first: &str, last: &str| format!("Both sides evaluate the service levels ({first} to {last})");
    let year = told("2026-04-01", "2027-03-31");
    assert_eq!(evaluations(&workspace)[0], year);
    let clinic = &mut workspace.institutions[0].1;
    clinic.sla_terms.valid_from = FieldValue::read("2026-10-01").ok();
    let earlier = [
        ("version", "0.9"),
        ("valid_from", "2026-04-01"),
        ("evaluation_months", "4"),
    ];
    clinic.sla_versions = vec![crate::agreed_terms::tests::row(&earlier)];
    let found = evaluations(&workspace);
    let expected = [
        told("2026-04-01", "2026-07-31"),
        told("2026-08-01", "2026-11-30"),
        // From October on the version in force counts.
        told("2026-12-01", "2027-11-30"),
    ];
    assert_eq!(found[..3], expected);
}

#[test]
fn a_holiday_of_the_provider_is_no_working_day() {
    let mut workspace = example();
    let october = |workspace: &Workspace, due: &str| {
        let id = format!("monthly-report/emr/aoba-clinic/{due}");
        of(workspace, DAY, YEAR).iter().any(|duty| duty.id == id)
    };
    assert!(october(&workspace, "2026-11-09"));
    workspace.services[0].1.sla_terms.extra_holidays = vec![day("2026-11-09")];
    assert!(!october(&workspace, "2026-11-09") && october(&workspace, "2026-11-10"));
}

#[test]
fn a_clause_left_out_promises_nothing() {
    let mut workspace = example();
    let row = mamori_domain::SlaClause {
        clause: mamori_domain::ClauseRef("report-monthly".into()),
        usage: mamori_domain::ClauseUse::LeftOut,
        text: None,
        reason: None,
    };
    workspace.institutions[0].1.clauses.push(row);
    let found = of(&workspace, DAY, YEAR);
    assert_eq!(states(&found, "monthly-report/"), []);
    assert!(!states(&found, "yearly-report/").is_empty());
}

#[test]
fn what_comes_yearly_counts_from_its_last_record() {
    let mut workspace = example();
    let found = of(&workspace, DAY, YEAR);
    let reviews = states(&found, "risk-review/");
    assert_eq!(
        reviews,
        [
            ("risk-review/emr/2026-09-30", DutyState::Done),
            ("risk-review/emr/2027-09-30", DutyState::Due)
        ]
    );
    workspace.services[0].1.reviews.clear();
    let found = of(&workspace, DAY, YEAR);
    assert_eq!(
        states(&found, "risk-review/"),
        [("risk-review/emr/2027-04-01", DutyState::Due)]
    );
    let late = of(&workspace, "2027-06-01", "2030-06-01");
    let late = states(&late, "risk-review/");
    assert_eq!(
        late,
        [("risk-review/emr/2027-04-01", DutyState::Late)],
        "no guess beyond"
    );
    workspace.institutions[0].1.profile.contract_from = None;
    let found = of(&workspace, DAY, YEAR);
    assert_eq!(
        states(&found, "risk-review/"),
        [("risk-review/emr/open", DutyState::Due)]
    );
}

#[test]
fn a_policy_tells_only_its_last_review() {
    let mut workspace = example();
    let rule = "policy-review/basic-policy/";
    let reviewed = [
        ("policy-review/basic-policy/2026-04-01", DutyState::Done),
        ("policy-review/basic-policy/2027-04-01", DutyState::Due),
    ];
    assert_eq!(states(&of(&workspace, DAY, YEAR), rule), reviewed);
    workspace.organisation.policies[0].reviewed = None;
    let never = [("policy-review/basic-policy/2021-04-01", DutyState::Late)];
    assert_eq!(
        states(&of(&workspace, DAY, YEAR), rule),
        never,
        "counted from its approval"
    );
}

#[test]
fn a_certificate_that_ran_out_is_late_until_another_runs_longer() {
    let mut workspace = example();
    let rows = &mut workspace.organisation.certificates;
    rows[0].expires = Some(day("2026-10-31"));
    let id = format!("certificate-renewal/{}/2026-10-31", rows[0].id);
    let found = of(&workspace, DAY, YEAR);
    assert!(states(&found, "certificate-renewal/").contains(&(id.as_str(), DutyState::Late)));
    let mut renewed = workspace.organisation.certificates[0].clone();
    renewed.id = Id::parse("renewed").expect("an id");
    renewed.expires = Some(day("2029-10-31"));
    workspace.organisation.certificates.push(renewed);
    let found = of(&workspace, DAY, YEAR);
    assert!(!found.iter().any(|duty| duty.id == id), "{id}");
}

#[test]
fn stops_are_told_ahead_and_work_is_reported_after() {
    let mut workspace = example();
    let rule = "step/maintenance/aoba-clinic/stop-2026-11/notified/";
    let id = "step/maintenance/aoba-clinic/stop-2026-11/notified/2026-11-08";
    assert_eq!(states(&of(&workspace, DAY, YEAR), rule), [(id, DutyState::Due)]);
    assert_eq!(
        states(&of(&workspace, "2026-11-09", YEAR), rule),
        [(id, DutyState::Late)]
    );
    let told = step("stop-2026-11", StepKind::Notified, "2026-10-30", Side::Provider);
    workspace.institutions[0].1.steps.push(told);
    let found = of(&workspace, DAY, YEAR);
    assert_eq!(states(&found, rule), [(id, DutyState::Done)]);
    let work = states(&found, "step/maintenance/aoba-clinic/stop-2026-11/performed/");
    let performed = "step/maintenance/aoba-clinic/stop-2026-11/performed/2026-11-15";
    assert_eq!(work, [(performed, DutyState::Due)], "the work itself has its day");
    let done = step("stop-2026-11", StepKind::Performed, "2026-11-15", Side::Provider);
    workspace.institutions[0].1.steps.push(done);
    let found = of(&workspace, "2026-11-16", YEAR);
    let reports = states(&found, "step/maintenance/aoba-clinic/stop-2026-11/reported/");
    assert_eq!(
        reports.iter().map(|(_, state)| *state).collect::<Vec<_>>(),
        [DutyState::Due]
    );
}

#[test]
fn nothing_due_beyond_the_last_day_and_every_late_one_is_listed() {
    let mut workspace = example();
    workspace.institutions[0].1.events.clear();
    let found = of(&workspace, DAY, DAY);
    assert!(found.iter().all(|duty| duty.due <= day(DAY)));
    let late = states(&found, "monthly-report/");
    assert_eq!(late.len(), 6, "April to September: {late:?}");
    let earlier = of(&workspace, "2030-01-01", "2030-01-01");
    assert_eq!(
        states(&earlier, "monthly-report/")[0].0,
        late[0].0,
        "however long ago"
    );
}

#[test]
fn an_incident_owes_its_reports_until_they_are_given() {
    let mut workspace = example();
    let mut incident = crate::check::incidents::complete();
    incident.reported = None;
    let day_of_report = |found: &[Duty]| {
        let reports = found
            .iter()
            .filter(|duty| duty.id.starts_with("incident-report/"));
        reports.map(|duty| duty.state).collect::<Vec<_>>()
    };
    workspace.organisation.incidents.push(incident.clone());
    assert_eq!(day_of_report(&of(&workspace, DAY, YEAR)), [DutyState::Late]);
    workspace.organisation.incidents[0].reported = incident.aware_at.as_ref().map(|at| at.day());
    assert_eq!(day_of_report(&of(&workspace, DAY, YEAR)), [DutyState::Done]);
}

#[test]
fn regular_measures_are_one_duty_each_and_only_when_implemented() {
    let mut workspace = example();
    let found = of(&workspace, DAY, YEAR);
    let before = states(&found, "regular-measure/").len();
    assert!((10..=86).contains(&before), "{before}");
    workspace.services[0].1.profile.standard_answers.clear();
    workspace.services[0].1.answers.clear();
    workspace.organisation.answers.clear();
    let found = of(&workspace, DAY, YEAR);
    assert_eq!(states(&found, "regular-measure/"), []);
}
