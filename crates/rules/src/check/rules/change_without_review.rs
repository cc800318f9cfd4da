//! Changes or incidents came after the last review (GL 5.1.7).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Date, EventKind, Review, Said, Words};

/// Looks at incidents, at the service's own register of changes and at what happened in the relation with institutions. Told once for a service, with the latest; while there is no review at all, review-stale speaks.
pub const RULE: Rule = Rule {
    code: "change-without-review",
    mark: Mark::Must,
    guideline: "GL 5.1.7",
    title: Words::new(
        "見直しのあとに変更や事故があった",
        "Changes or incidents came after the last review",
    ),
    why: Words::new(
        "構成が変わったり事故が起きたりすると、分析の前提が変わります。",
        "A change or an incident alters what the analysis rested on.",
    ),
    help: Words::new(
        "その変更や事故を踏まえてリスク管理を見直し、services/＜サービス＞/reviews.csv に書いてください",
        "Review risk management in view of it and write that into services/<service>/reviews.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let Some(last) = subject.service.reviews.iter().max_by_key(|row| row.date) else {
        return;
    };
    let incidents = subject
        .workspace
        .organisation
        .incidents
        .iter()
        .map(|row| row.date);
    let events = users(subject).flat_map(|party| party.events());
    let upsets = events.filter(|row| matches!(row.kind, EventKind::Change | EventKind::Incident));
    let changes = subject.service.changes.iter().map(|row| row.date);
    let since: Vec<Date> = incidents
        .chain(changes)
        .chain(upsets.map(|row| row.date))
        .filter(|date| *date > last.date)
        .collect();
    if let Some(latest) = since.iter().max() {
        let count = since.len();
        findings.add(
            About::service::<Review>(subject, &last.id).field("date"),
            Said::new(
                format!(
                    "最後の見直し（{}）のあとに、構成の変更や事故が{count}件ありました（最近は{latest}）",
                    last.date
                ),
                format!(
                    "{count} changes or incidents came after the last review on {} (the latest on {latest})",
                    last.date
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Incident;

    #[test]
    fn a_review_follows_every_change_and_incident() {
        let mut case = Case::clean(&RULE);
        let day = case.service().reviews.iter().map(|row| row.date).max().unwrap();
        let id = case
            .service()
            .reviews
            .iter()
            .max_by_key(|row| row.date)
            .unwrap()
            .id
            .to_string();
        let mut event = case.institution().events[0].clone();
        (event.kind, event.date) = (EventKind::Change, day);
        case.institution().events.push(event);
        assert!(case.found().is_empty());
        let at = case.institution().events.len() - 1;
        case.institution().events[at].date = day.tomorrow().unwrap();
        assert_eq!(case.found(), [("error", "review", id.as_str())]);
        case.institution().events.truncate(at);
        case.workspace
            .organisation
            .incidents
            .push(incident(day.tomorrow().unwrap()));
        assert_eq!(case.found(), [("error", "review", id.as_str())]);
        case.workspace.organisation.incidents.clear();
        assert!(case.found().is_empty());
        case.service().changes[0].date = day.tomorrow().unwrap();
        assert_eq!(case.found(), [("error", "review", id.as_str())]);
        assert!(case.told().contains("1件"));
    }

    fn incident(date: Date) -> Incident {
        Incident {
            date,
            ..crate::check::incidents::complete()
        }
    }
}
