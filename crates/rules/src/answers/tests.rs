//! Tests of the effective answers on small models, each beside the case in which it would differ.

use super::*;
use crate::Subject;
use crate::derive::ConditionState;
use mamori_catalogue::{Catalogue, ControlItem};
use mamori_domain::{
    Agreement, AgreementSubject, Answer, FieldValue, Institution, ItemRef, Prose, Service, Treatment,
    Workspace,
};
use std::collections::BTreeMap;

fn catalogue() -> Catalogue {
    Catalogue::embedded("2020-08").unwrap()
}

fn answer(item: &str, status: AnswerStatus, text: &str) -> Answer {
    Answer {
        item: ItemRef(item.into()),
        status,
        text: Some(Prose::read(text).unwrap()),
        fact: None,
        evidence: Vec::new(),
        due: None,
        officer: None,
        checked: None,
    }
}

/// A workspace with one service `s` and one institution `c` that uses it.
fn workspace() -> Workspace {
    let mut institution = Institution::default();
    institution.profile.services = vec![Id::parse("s").unwrap()];
    Workspace {
        services: vec![(Id::parse("s").unwrap(), Service::default())],
        institutions: vec![(Id::parse("c").unwrap(), institution)],
        ..Workspace::default()
    }
}

fn refuted(id: &str) -> ConditionState {
    ConditionState {
        id: id.parse().unwrap(),
        holds: Some(false),
        stated: false,
        from_configuration: true,
        reason: Said::new("構成にない", "Not in the configuration"),
        shown_by: Vec::new(),
    }
}

fn all(
    workspace: &Workspace,
    conditions: &[ConditionState],
    institution: bool,
) -> BTreeMap<ItemId, Effective> {
    let catalogue = catalogue();
    let (id, service) = &workspace.services[0];
    let as_of = "2026-04-01".parse().unwrap();
    let subject = Subject {
        workspace,
        id,
        service,
        catalogue: &catalogue,
        as_of,
    };
    let towards = institution.then(|| workspace.institutions[0].0.clone());
    effective(&subject, conditions, towards.as_ref())
}

#[test]
fn every_item_has_an_entry_and_nothing_is_answered_by_itself() {
    let answers = all(&workspace(), &[], false);
    assert_eq!(answers.len(), 417);
    assert!(
        answers
            .values()
            .all(|answer| answer.status.is_none() && answer.origin == Origin::None)
    );
}

#[test]
fn an_item_beats_its_measure_and_the_service_the_organisation() {
    use AnswerStatus::{Implemented, Partly, Planned};
    let mut workspace = workspace();
    workspace.organisation.answers = vec![
        answer("1.1.①", Implemented, "o"),
        answer("1.1.①-2", Partly, "oi"),
        answer("1.4.①", Planned, "o4"),
    ];
    let text = |workspace: &Workspace, id: &str| all(workspace, &[], false)[id].text.ja.clone();
    assert_eq!(
        (text(&workspace, "1.1.①-1"), text(&workspace, "1.1.①-2")),
        ("o".into(), "oi".into())
    );
    workspace.services[0].1.answers = vec![answer("1.1.①", Planned, "s")];
    assert_eq!(
        (text(&workspace, "1.1.①-1"), text(&workspace, "1.1.①-2")),
        ("s".into(), "s".into())
    );
    let answers = all(&workspace, &[], false);
    assert_eq!(answers["1.1.①-2"].row_key.as_deref(), Some("1.1.①"));
    assert_eq!(answers["1.1.①-2"].scope, Some(Scope::Service("s".into())));
    assert_eq!(answers["1.4.①-1"].origin, Origin::Organisation);
}

#[test]
fn a_refuted_condition_beats_a_standard_answer_but_never_a_person() {
    let mut workspace = workspace();
    workspace.services[0].1.profile.standard_answers = Vec::read("saas-own-data-centre").unwrap();
    let refuted = [refuted("wireless_lan")];
    let id = "3.8.④-1";
    let standing = all(&workspace, &[], false);
    assert!(matches!(
        standing[id].origin,
        Origin::Standard { confirmed: false, .. }
    ));
    let answers = all(&workspace, &refuted, false);
    assert_eq!(answers[id].status, Some(AnswerStatus::NotApplicable));
    assert_eq!(
        answers[id].origin,
        Origin::Condition("wireless_lan".parse().unwrap())
    );
    assert_eq!(answers[id].text.en, "Not in the configuration");
    workspace.services[0].1.answers = vec![answer(id, AnswerStatus::Implemented, "own")];
    let answers = all(&workspace, &refuted, false);
    assert_eq!(
        (answers[id].status, answers[id].text.ja.as_str()),
        (Some(AnswerStatus::Implemented), "own")
    );
}

#[test]
fn adopted_sets_answer_everything_and_wait_for_confirmation() {
    let mut workspace = workspace();
    let profile = &mut workspace.services[0].1.profile;
    profile.standard_answers = Vec::read("platform-iaas-tenant").unwrap();
    profile.standard_answers_confirmed = vec![ItemRef("2.1.①".into()), ItemRef("1.1.①-1".into())];
    let answers = all(&workspace, &[], false);
    assert!(
        answers
            .values()
            .all(|answer| answer.status.is_some() && !answer.text.en.is_empty())
    );
    assert_eq!(
        answers.values().filter(|answer| !answer.is_unconfirmed()).count(),
        8 + 1
    );
    let set = |id: &str| match &answers[id].origin {
        Origin::Standard { name, .. } => name.as_str().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (set("2.1.①-1"), set("1.1.①-1")),
        ("platform-iaas-tenant".into(), "saas-own-data-centre".into())
    );
}

#[test]
fn an_institution_changes_text_and_evidence_but_not_the_status() {
    let mut workspace = workspace();
    workspace.services[0].1.answers = vec![answer("1.1.①", AnswerStatus::Partly, "all")];
    let mut own = answer("1.1.①-1", AnswerStatus::Implemented, "here");
    own.evidence = vec![Id::parse("e").unwrap()];
    workspace.institutions[0].1.answers = vec![own];
    let answers = all(&workspace, &[], true);
    let here = &answers["1.1.①-1"];
    assert_eq!(
        (here.status, here.text.ja.as_str()),
        (Some(AnswerStatus::Partly), "here")
    );
    assert_eq!(here.differing_status, Some(AnswerStatus::Implemented));
    assert_eq!(
        (here.origin.clone(), here.evidence.len()),
        (Origin::Institution { confirmed: true }, 1)
    );
    assert_eq!(answers["1.1.①-2"].text.ja, "all");
    assert_eq!(all(&workspace, &[], false)["1.1.①-1"].text.ja, "all");
}

#[test]
fn an_institutions_row_does_not_hide_that_a_standard_answer_is_unconfirmed() {
    use AnswerStatus::{Implemented, Planned};
    let mut workspace = workspace();
    workspace.services[0].1.profile.standard_answers = Vec::read("saas-own-data-centre").unwrap();
    let id = "3.1.①-1";
    let standing = |workspace: &Workspace| {
        let answer = all(workspace, &[], true).remove(id).unwrap();
        (answer.origin.clone(), answer.is_unconfirmed())
    };
    let over = |confirmed| (Origin::Institution { confirmed }, !confirmed);
    let mut own = answer(id, Implemented, "here");
    (own.text, own.evidence) = (None, vec![Id::parse("e").unwrap()]);
    workspace.institutions[0].1.answers = vec![own.clone()];
    assert_eq!(standing(&workspace), over(false), "evidence alone");
    workspace.institutions[0].1.answers = vec![answer(id, Planned, "here")];
    assert_eq!(standing(&workspace), over(false), "another status");
    workspace.institutions[0].1.answers = vec![answer(id, Implemented, "here")];
    assert_eq!(standing(&workspace), over(true), "the same, in its own words");
    workspace.institutions[0].1.answers = vec![own];
    workspace.services[0].1.profile.standard_answers_confirmed = vec![ItemRef(id.into())];
    assert_eq!(standing(&workspace), over(true), "confirmed by the service");
}

#[test]
fn a_repeated_item_takes_the_answer_of_the_first_unless_it_has_its_own() {
    let mut workspace = workspace();
    workspace.services[0].1.answers = vec![
        answer("3.20.①", AnswerStatus::Planned, "its measure"),
        answer("3.21.①-7", AnswerStatus::Implemented, "first"),
    ];
    let answers = all(&workspace, &[], false);
    let repeated = &answers["3.20.①-7"];
    assert_eq!(
        (repeated.text.ja.as_str(), repeated.item.as_str()),
        ("first", "3.20.①-7")
    );
    assert_eq!(repeated.repeats.as_ref().map(ItemId::as_str), Some("3.21.①-7"));
    workspace.services[0]
        .1
        .answers
        .push(answer("3.20.①-7", AnswerStatus::Partly, "own"));
    assert_eq!(all(&workspace, &[], false)["3.20.①-7"].text.ja, "own");
    workspace.services[0].1.answers.drain(1..);
    assert_eq!(all(&workspace, &[], false)["3.20.①-7"].text.ja, "its measure");
}

fn agreement(
    id: &str,
    subject: AgreementSubject,
    item: Option<&str>,
    state: AgreementState,
    date: &str,
) -> Agreement {
    Agreement {
        id: Id::parse(id).unwrap(),
        service: Id::parse("s").unwrap(),
        subject,
        clause: None,
        item: item.map(|item| ItemRef(item.into())),
        state,
        date: Some(date.parse().unwrap()),
        revision: None,
        minutes: None,
        note: None,
    }
}

#[test]
fn the_nearest_and_latest_agreement_counts() {
    let mut workspace = workspace();
    let state = |workspace: &Workspace, id: &str| all(workspace, &[], true)[id].agreed;
    assert_eq!(state(&workspace, "1.1.①-1"), None);
    workspace.institutions[0].1.agreements = vec![
        agreement(
            "a",
            AgreementSubject::Control,
            Some("1.1.①"),
            AgreementState::Agreed,
            "2026-02-01",
        ),
        agreement(
            "b",
            AgreementSubject::Control,
            Some("1.1.①"),
            AgreementState::Proposed,
            "2026-01-01",
        ),
        agreement(
            "c",
            AgreementSubject::Treatments,
            None,
            AgreementState::Understood,
            "2026-03-01",
        ),
    ];
    assert_eq!(state(&workspace, "1.1.①-1"), Some(AgreementState::Agreed));
    assert_eq!(state(&workspace, "1.4.①-1"), Some(AgreementState::Understood));
    workspace.institutions[0].1.agreements[0].service = Id::parse("other").unwrap();
    assert_eq!(state(&workspace, "1.1.①-1"), Some(AgreementState::Proposed));
}

fn treatment(items: &str) -> Treatment {
    use mamori_domain::build::Kind;
    use mamori_domain::raw::{Place, RawCell, RawRow};
    let cell = |name: &str, text: &str| RawCell {
        name: name.into(),
        text: text.into(),
        place: Place::Made,
    };
    let cells = vec![
        cell("id", "t"),
        cell("items", items),
        cell("request_note", "お願い"),
    ];
    Treatment::read(
        &RawRow {
            place: Place::Made,
            cells,
        },
        &mut Vec::new(),
    )
    .unwrap()
}

#[test]
fn measures_come_by_viewpoint_and_the_same_text_once() {
    let mut workspace = workspace();
    workspace.services[0].1.answers = vec![
        answer("3.1.①", AnswerStatus::Implemented, "login"),
        answer("1.1.①", AnswerStatus::Planned, "rules"),
        answer("2.1.①", AnswerStatus::NotApplicable, "none"),
    ];
    let catalogue = catalogue();
    let (id, service) = &workspace.services[0];
    let as_of = "2026-04-01".parse().unwrap();
    let subject = Subject {
        workspace: &workspace,
        id,
        service,
        catalogue: &catalogue,
        as_of,
    };
    let answers = effective(&subject, &[], None);
    let found = provider_measures(
        &subject,
        &treatment("3.1.① 1.1.①-2 2.1.①-1 1.4.①-1 3.1.①-1 9.9.①"),
        &answers,
    );
    let seen: Vec<(&str, &str, usize)> = found
        .viewpoints
        .iter()
        .flat_map(|of| {
            of.measures
                .iter()
                .map(move |one| (of.viewpoint.as_str(), &*one.text.ja, one.items.len()))
        })
        .collect();
    assert_eq!(seen, [("1", "rules", 1), ("3", "login", 4)]);
    let ids = |list: &[ItemId]| list.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&found.not_applicable), ids(&found.unanswered)),
        (vec!["2.1.①-1".into()], vec!["1.4.①-1".into()])
    );
    assert_eq!(found.requests.last().unwrap().ja, "お願い");
    let asked = |item: &ControlItem| item.institution.is_some();
    let measure = "3.1.①".parse().unwrap();
    assert_eq!(
        found.requests.len(),
        1 + catalogue.items_of(&measure).filter(|item| asked(item)).count()
    );
}
