//! Logs are kept for less than the SLA promises (GL 別紙1 II 6.3(3)).

use crate::Subject;
use crate::assessment::Assessment;
use crate::check::retention::Statutory;
use crate::check::sla::{Terms, terms_in_force};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::SlaFigure;
use mamori_domain::{ClauseUse, Equipment, Said, Words};

/// The example promises the statutory years of the information and some more; a changed clause promises what its text says. Information without statutory years is not looked at.
pub const RULE: Rule = Rule {
    code: "sla-log-years-not-met",
    mark: Mark::Should,
    guideline: "GL 別紙1 II 6.3(3)",
    title: Words::new(
        "ログの保存がSLAの約束より短い",
        "Logs are kept for less than the SLA promises",
    ),
    why: Words::new(
        "約束した年数より早くログが消えると、あとから経緯を調べられず、約束にも反します。",
        "When logs go before the promised years are over, nothing can be traced any more and the promise is broken.",
    ),
    help: Words::new(
        "機器（equipment.csv）の log_retention を延ばすか、sla.csv の integrity-records を changed として年数を改めてください",
        "Lengthen log_retention in equipment.csv, or set integrity-records in sla.csv to changed with other years",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let Some(more) = promised(subject) else {
        return;
    };
    let statutory = Statutory::of(subject.service);
    for device in &subject.service.equipment {
        let years = statutory.longest(device).filter(|years| *years > 0);
        let (Some(years), Some(kept)) = (years, device.log_retention) else {
            continue;
        };
        let (name, wanted, kept) = (&device.name, years + more, kept.0);
        if kept < wanted {
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("log_retention"),
                Said::new(
                    format!("「{name}」のログの保存（{kept}年）が、SLAの約束（{wanted}年）より短くなっています"),
                    format!("Logs of \"{name}\" are kept for {kept} years, less than the {wanted} the SLA promises"),
                ),
            );
        }
    }
}

/// The years beyond the statutory ones that the SLA promises to anyone, when its clause on records is
/// used.
fn promised(subject: &Subject<'_>) -> Option<i64> {
    let clause = subject.catalogue.sla().clauses.get("integrity-records")?;
    let SlaFigure::Number(example) = clause.figures.get("log_years_after_statutory")? else {
        return None;
    };
    let terms = terms_in_force(subject);
    let used = terms
        .iter()
        .filter(|terms| terms.usage(clause) == Some(ClauseUse::Used));
    let years = |terms: &Terms<'_>| terms.given(|given| given.log_years).map(|years| years.0);
    used.map(|terms| years(terms).unwrap_or(i64::from(*example)))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Years;

    #[test]
    fn logs_are_kept_for_the_statutory_years_and_five_more() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        service.equipment.truncate(1);
        let device = &mut service.equipment[0];
        device.handles.truncate(1);
        device.log_retention = Some(Years(9));
        let (id, information) = (device.id.to_string(), device.handles[0].clone());
        let row = service
            .information
            .iter_mut()
            .find(|row| row.id == information)
            .unwrap();
        row.retention = Some(Years(5));
        assert_eq!(case.found(), [("warning", "equipment", id.as_str())]);
        case.service().equipment[0].log_retention = Some(Years(10));
        assert!(case.found().is_empty());
        case.service().equipment[0].log_retention = Some(Years(9));
        let row = case
            .service()
            .clauses
            .iter_mut()
            .find(|row| row.clause.as_str() == "6")
            .unwrap();
        row.usage = ClauseUse::Changed;
        let mut own = row.clone();
        assert!(case.found().is_empty());
        own.usage = ClauseUse::Used;
        case.institution().clauses.push(own);
        assert_eq!(case.found().len(), 1, "one institution was promised the years");
        case.institution().sla_terms.log_years = Some(Years(4));
        assert!(case.found().is_empty(), "it was promised fewer");
    }
}
