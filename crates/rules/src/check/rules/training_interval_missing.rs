//! People of the provider who handle medical information without regular training (GL 別紙2 1.4).

use crate::assessment::Assessment;
use crate::check::medical::Medical;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Person, Said, Side, Words};
use std::collections::BTreeSet;

/// Asked of the provider's and its suppliers' people; the institution trains its own and is asked to by request.
pub const RULE: Rule = Rule {
    code: "training-interval-missing",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.4",
    title: Words::new("教育の間隔が決まっていない", "No interval of training"),
    why: Words::new(
        "情報を扱う人には、採用のときと定期的に教育を行います。",
        "Those who handle the information are trained when they begin and regularly after that.",
    ),
    help: Words::new(
        "人（people.csv）の trained_every に、教育の間隔を月数（12 まで）で書いてください",
        "Write the months between trainings, at most 12, into trained_every of people.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let medical = Medical::of(subject);
    let equipment: BTreeSet<_> = service
        .equipment
        .iter()
        .filter(|row| medical.any(&row.handles) || medical.any(&row.stores))
        .map(|row| &row.id)
        .collect();
    let media: BTreeSet<_> = service
        .media
        .iter()
        .filter(|row| medical.any(&row.stores))
        .map(|row| &row.id)
        .collect();
    let touches = |row: &Person| {
        row.uses.iter().any(|id| equipment.contains(id)) || row.keeps.iter().any(|id| media.contains(id))
    };
    let ours = |row: &Person| matches!(row.side, Side::Provider | Side::Supplier);
    let rare = |row: &Person| {
        row.trained_every
            .is_none_or(|months| months.0 == 0 || months.0 > MONTHS_MAX)
    };
    for row in service
        .people
        .iter()
        .filter(|row| ours(row) && rare(row) && touches(row))
    {
        findings.add(
            About::service::<Person>(subject, &row.id).field("trained_every"),
            Said::new(
                format!(
                    "「{}」の教育の間隔が決まっていないか、1年より長くなっています",
                    row.name
                ),
                format!(
                    "Training of \"{}\" has no interval, or one longer than a year",
                    row.name
                ),
            ),
        );
    }
}

/// The longest interval between trainings, in months.
const MONTHS_MAX: i64 = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Months;

    #[test]
    fn people_who_handle_medical_information_are_trained_once_a_year() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let medical = service
            .classes
            .iter()
            .find(|row| row.medical.is_yes())
            .unwrap()
            .id
            .clone();
        let information = service
            .information
            .iter()
            .find(|row| row.class.as_ref() == Some(&medical));
        let information = information.unwrap().id.clone();
        service.equipment[0].handles = vec![information];
        let device = service.equipment[0].id.clone();
        service.people.truncate(1);
        let person = &mut service.people[0];
        (person.side, person.uses, person.keeps) = (Side::Provider, vec![device], Vec::new());
        person.trained_every = None;
        let id = person.id.to_string();
        assert_eq!(case.found(), [("error", "person", id.as_str())]);
        case.service().people[0].trained_every = Some(Months(12));
        assert!(case.found().is_empty());
        case.service().people[0].trained_every = Some(Months(13));
        assert_eq!(case.found(), [("error", "person", id.as_str())]);
        case.service().people[0].side = Side::Institution;
        assert!(case.found().is_empty());
        case.service().people[0].side = Side::Provider;
        case.service().people[0].uses.clear();
        assert!(case.found().is_empty());
    }
}
