//! An incident whose cause or report is not recorded (GL 3.2.3).

use crate::check::incidents::{Wanted, tell_first_lack};
use crate::check::{Findings, Mark, Rule, Run, Whole};
use mamori_domain::{StepKind, Words};

/// Cause, extent and remedy share a field.
pub const RULE: Rule = Rule {
    code: "incident-report-incomplete",
    mark: Mark::Must,
    guideline: "GL 3.2.3",
    title: Words::new(
        "事故の記録が欠けている",
        "The record of an incident is incomplete",
    ),
    why: Words::new(
        "医療機関等の管理者は、患者や社会に説明する立場にあります。そのための事実を詳しく伝えます。",
        "The institution's managers answer to patients and the public and need the facts in detail.",
    ),
    help: Words::new(
        "organisation/incidents.csv の cause に原因・範囲・処置を、reported に医療機関等へ報告した日を書いてください",
        "Write cause, extent and remedy into cause and the day institutions were told into reported of organisation/incidents.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    tell_first_lack(whole, WANTED, findings);
}

const WANTED: &[Wanted] = &[
    Wanted {
        field: "cause",
        lacks: Words::new("原因・範囲・処置の記録", "a record of cause, extent and remedy"),
        has: |row, _| row.cause.is_some(),
    },
    Wanted {
        field: "reported",
        lacks: Words::new("医療機関等へ報告した日", "the day institutions were told"),
        has: |row, history| row.reported.is_some() || history.last(StepKind::Reported).is_some(),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::incidents::complete;
    use crate::check::testing::Case;
    use mamori_domain::Incident;

    #[test]
    fn an_incident_has_a_cause_and_a_report() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.incidents.push(complete());
        assert!(case.found().is_empty());
        case.workspace.organisation.incidents.push(Incident {
            reported: None,
            ..complete()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1")]);
        assert!(case.told().contains("報告した日"));
        case.workspace.organisation.incidents.push(Incident {
            cause: None,
            ..complete()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1"); 2]);
        assert!(case.told().contains("原因"));
    }
}
