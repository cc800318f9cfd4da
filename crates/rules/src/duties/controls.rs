//! Control items that are done regularly (別紙2): once a year for each measure.

use super::contracts::earliest_of;
use super::duty::Proof;
use super::ledger::{Demand, Ledger};
use super::recurring::{YEARLY, add as add_recurring};
use super::rules::DutyRule;
use crate::Assessment;
use crate::answers::Effective;
use mamori_catalogue::{ControlItem, Measure};
use mamori_domain::{AnswerStatus, Date, Said};

/// Adds, for each measure with items that are done regularly and answered as implemented, the yearly
/// doing of them. The items of a measure are one duty, so that the list stays readable.
pub(super) fn add(assessment: &Assessment<'_>, ledger: &mut Ledger) {
    let subject = &assessment.subject;
    let begins = earliest_of(subject);
    for measure in subject.catalogue.measures().iter() {
        let items: Vec<(&ControlItem, &Effective)> = subject
            .catalogue
            .items_of(&measure.id)
            .filter(|item| item.duties.periodic)
            .filter_map(|item| Some((item, assessment.answers.get(&item.id)?)))
            .filter(|(_, answer)| answer.status == Some(AnswerStatus::Implemented))
            .collect();
        if items.is_empty() {
            continue;
        }
        let demand = demand(subject.id.as_str(), measure, &items);
        add_recurring(&demand, YEARLY, begins, oldest(assessment, &items), ledger);
    }
}

fn demand(service: &str, measure: &Measure, items: &[(&ControlItem, &Effective)]) -> Demand {
    let numbers: Vec<&str> = items.iter().map(|(item, _)| item.id.as_str()).collect();
    let what = Said::new(
        format!(
            "定期に行う対策：{} {}（{}）",
            measure.id.as_str(),
            measure.title.ja,
            numbers.join("、")
        ),
        format!(
            "Measures done regularly: {} {} ({})",
            measure.id.as_str(),
            measure.title.en,
            numbers.join(", ")
        ),
    );
    let id = format!("{service}/{}", measure.id.as_str());
    let section = format!("別紙2 {}", measure.id.as_str());
    Demand::own(DutyRule::RegularMeasure, "measure", id, what, &section)
}

/// The latest record of the item looked at longest ago: the measure is done when all its items are.
/// Nothing while one of them has no record.
fn oldest(assessment: &Assessment<'_>, items: &[(&ControlItem, &Effective)]) -> Vec<(Date, Proof)> {
    let latest = items.iter().map(|(_, answer)| latest(assessment, answer));
    let all: Option<Vec<(Date, Proof)>> = latest.collect();
    let oldest = all.and_then(|all| all.into_iter().min_by_key(|(day, _)| *day));
    oldest.into_iter().collect()
}

/// The latest record of an item: its self-inspection or its evidence, up to the day of the check.
fn latest(assessment: &Assessment<'_>, answer: &Effective) -> Option<(Date, Proof)> {
    let subject = &assessment.subject;
    let row = answer.row_key.as_deref().unwrap_or(answer.item.as_str());
    let checked = answer.checked.map(|day| (day, Proof::on("answer", row, day)));
    let evidence = subject.workspace.organisation.evidence.iter();
    let shown = evidence
        .filter(|row| answer.evidence.contains(&row.id))
        .filter_map(|row| Some((row.date?, Proof::on("evidence", row.id.as_str(), row.date?))));
    let known = checked
        .into_iter()
        .chain(shown)
        .filter(|(day, _)| *day <= subject.as_of);
    known.max_by_key(|(day, _)| *day)
}
