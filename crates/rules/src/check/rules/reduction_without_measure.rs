//! A treatment reduces without a single measure (GL 5.1.5 (1)).

use crate::assessment::Assessment;
use crate::check::treated::{countermeasures, treated};
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// A measure beyond 別紙2 stands in the note.
pub const RULE: Rule = Rule {
    code: "reduction-without-measure",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)",
    title: Words::new("低減としながら対策がない", "A reduction without a measure"),
    why: Words::new(
        "何をするかが決まっていなければ、リスクは低くなりません。",
        "Unless it is settled what is done, the risk does not get lower.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の items に対策項目を、別紙2にない対策は provider_note に書いてください",
        "Name control items in items of treatments.csv; measures beyond appendix 2 go into provider_note",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.chooses(TreatmentOption::Reduce) && countermeasures(row.treatment) == 0 {
            findings.add(
                row.about("items"),
                Said::new(
                    format!("「{name}」は低減ですが、対策が一つもありません"),
                    format!("\"{name}\" reduces without a single measure"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_bare_reduction_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").items.clear();
        case.treatment("viewing").provider_note = None;
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
    }
}
