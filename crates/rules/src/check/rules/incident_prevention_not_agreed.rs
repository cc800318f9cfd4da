//! The prevention after an incident is not agreed (GL 3.2.3).

use crate::check::incidents::{Wanted, tell_first_lack};
use crate::check::{Findings, Mark, Rule, Run, Whole};
use mamori_domain::{StepKind, Words};

/// It has to be proposed first, then agreed.
pub const RULE: Rule = Rule {
    code: "incident-prevention-not-agreed",
    mark: Mark::Must,
    guideline: "GL 3.2.3",
    title: Words::new(
        "再発防止策が合意されていない",
        "Prevention after an incident is not agreed",
    ),
    why: Words::new(
        "再発防止策は、医療機関等に示して合意してから行います。",
        "What prevents recurrence is proposed to institutions and carried out once they agree.",
    ),
    help: Words::new(
        "organisation/incidents.csv の prevention に再発防止策を、prevention_agreed に合意した日を書いてください",
        "Write the proposal into prevention and the day of agreement into prevention_agreed of organisation/incidents.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    tell_first_lack(whole, WANTED, findings);
}

const WANTED: &[Wanted] = &[
    Wanted {
        field: "prevention",
        lacks: Words::new("再発防止策", "a proposal that prevents recurrence"),
        has: |row, history| row.prevention.is_some() || history.last(StepKind::PreventionProposed).is_some(),
    },
    Wanted {
        field: "prevention_agreed",
        lacks: Words::new(
            "再発防止策に医療機関等が合意した日",
            "the day institutions agreed to what prevents recurrence",
        ),
        has: |row, history| {
            row.prevention_agreed.is_some() || history.last(StepKind::PreventionAgreed).is_some()
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::incidents::complete;
    use crate::check::testing::Case;
    use mamori_domain::Incident;

    #[test]
    fn a_prevention_is_proposed_and_agreed() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.incidents.push(complete());
        assert!(case.found().is_empty());
        case.workspace.organisation.incidents.push(Incident {
            prevention_agreed: None,
            ..complete()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1")]);
        assert!(case.told().contains("合意した日"));
        case.workspace.organisation.incidents.push(Incident {
            prevention: None,
            ..complete()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1"); 2]);
    }
}
