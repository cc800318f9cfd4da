//! A planned stop was told later than agreed (GL 別紙1-II 6.5 (3)①).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::{notice_days, notice_due};
use mamori_domain::{MaintenanceMatter, RecordKind, RecordStep, Said, Scope, StepKind, Words};

/// The number of days is the institution's term, else the service's, else seven. A notice that was not
/// given at all is `procedure-overdue`.
pub const RULE: Rule = Rule {
    code: "stop-notice-late",
    mark: Mark::Must,
    guideline: "GL 別紙1-II 6.5(3)①",
    title: Words::new("計画停止の予告が遅い", "A planned stop was told late"),
    why: Words::new(
        "医療機関等は、停止に合わせて診療や受付のやり方を変えます。その時間が要ります。",
        "The institution arranges its care around the stop and needs the time for that.",
    ),
    help: Words::new(
        "遅れた事情を医療機関等に伝え、次から予告の日数を守ってください。日数は sla-terms.toml の notice_days です",
        "Tell the institution why, and keep the days next time; they are notice_days of sla-terms.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, institution) in &whole.workspace.institutions {
        let stops = institution
            .maintenance
            .iter()
            .filter(|row| row.matter == MaintenanceMatter::PlannedStop);
        for row in stops {
            let mut services = whole.workspace.services.iter();
            let service = services.find(|(service, _)| *service == row.service);
            let days = notice_days(institution, service.map(|(_, service)| service), row);
            let mut steps = institution
                .steps
                .iter()
                .filter(|step| step.kind == RecordKind::Maintenance && step.record.trim() == row.id.as_str());
            let notice = steps.find(|step| step.step == StepKind::Notified);
            let (Some(due), Some(notice)) = (notice_due(row, days), notice) else {
                continue;
            };
            let (title, told) = (&row.title, notice.at.day());
            if told <= due {
                continue;
            }
            findings.add(
                About::row::<RecordStep>(Scope::Institution(id.as_str().into()), &notice.id).field("at"),
                Said::new(
                    format!("計画停止「{title}」の予告（{told}）が、{days}日前（{due}）より遅れています"),
                    format!(
                        "Planned stop \"{title}\" was told on {told}, later than {days} days ahead ({due})"
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::tests::row as row_of;
    use crate::check::testing::{Case, day, maintenance, step};
    use mamori_domain::{Days, FieldValue, Side};

    #[test]
    fn a_stop_is_told_the_agreed_days_ahead() {
        let mut case = Case::clean(&RULE);
        let mut row = maintenance("stop", MaintenanceMatter::PlannedStop);
        row.start = Some(day("2026-10-20"));
        let institution = case.institution();
        institution.maintenance.push(row);
        let notice = step("stop", StepKind::Notified, "2026-10-13", Side::Provider);
        institution.steps.push(notice);
        assert!(case.found().is_empty(), "seven days ahead");
        case.institution().steps.last_mut().expect("a step").at = day("2026-10-14");
        assert_eq!(case.found(), [("error", "step", "stop-notified")]);
        case.service().sla_terms.notice_days = Some(Days(5));
        assert!(case.found().is_empty());
        case.institution().sla_terms.notice_days = Some(Days(10));
        assert_eq!(case.found(), [("error", "step", "stop-notified")]);
        // The terms that were valid when it stopped count.
        case.institution().sla_terms.valid_from = FieldValue::read("2026-10-25").ok();
        let earlier = [
            ("version", "0.9"),
            ("valid_from", "2026-04-01"),
            ("notice_days", "6"),
        ];
        case.institution().sla_versions.push(row_of(&earlier));
        assert!(case.found().is_empty());
    }
}
