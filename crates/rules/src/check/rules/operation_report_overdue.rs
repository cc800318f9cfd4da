//! No report on operation within a year (GL 3.2.2).

use crate::assessment::Assessment;
use crate::check::age::over_a_year;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Event, EventKind, Said, Words};

/// The first report is due a year after the contract began; where its first day is not written, at once.
pub const RULE: Rule = Rule {
    code: "operation-report-overdue",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new("運用の報告が遅れている", "Reports on operation are overdue"),
    why: Words::new(
        "医療機関等は、預けた情報がどう扱われているかを定期的な報告で確かめます。",
        "Regular reports tell an institution how the information it entrusted is handled.",
    ),
    help: Words::new(
        "運用の状況を報告し、institutions/＜医療機関等＞/events.csv に kind を report として書いてください",
        "Report on operation and record it in institutions/<institution>/events.csv with kind report",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let as_of = subject.as_of;
    for party in parties(subject) {
        let reports = party
            .events()
            .filter(|event| event.kind == EventKind::Report && event.date <= as_of);
        let last = reports.map(|event| event.date).max();
        if last
            .max(party.institution.profile.contract_from)
            .is_some_and(|day| !over_a_year(day, as_of))
        {
            continue;
        }
        let name = party.name();
        let (ja, en) = match last {
            Some(day) => (format!("（最後は{day}）"), format!(" (last on {day})")),
            None => ("（記録なし）".to_owned(), " (none recorded)".to_owned()),
        };
        findings.add(
            About::row::<Event>(party.scope(), "").field("kind"),
            Said::new(
                format!("医療機関等「{name}」への運用の報告が遅れています{ja}"),
                format!("Reports on operation to \"{name}\" are overdue{en}"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_report_is_due_within_a_year_of_the_last_or_of_the_beginning() {
        let mut case = Case::clean(&RULE);
        let day = |text: &str| text.parse().unwrap();
        let mut report = case.institution().events[0].clone();
        assert_eq!(report.kind, EventKind::Report);
        case.institution().events.clear();
        case.institution().profile.contract_from = Some(day("2025-11-01"));
        case.as_of = day("2026-11-01");
        assert!(case.found().is_empty());
        case.as_of = day("2026-11-02");
        assert_eq!(case.found(), [("error", "event", "")]);
        case.institution().profile.contract_from = None;
        case.as_of = day("2026-11-01");
        assert_eq!(case.found(), [("error", "event", "")]);
        report.date = day("2025-11-01");
        case.institution().events.push(report);
        assert!(case.found().is_empty());
        case.institution().events[0].date = day("2026-11-02");
        assert_eq!(case.found(), [("error", "event", "")]);
    }
}
