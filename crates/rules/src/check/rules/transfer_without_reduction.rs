//! A risk is transferred without being reduced (GL 5.1.4 (3)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// Insurance and contracts move the damage, not the harm to patients.
pub const RULE: Rule = Rule {
    code: "transfer-without-reduction",
    mark: Mark::Strong,
    guideline: "GL 5.1.4(3)",
    title: Words::new("低減せずに移転だけを選んでいる", "A transfer without a reduction"),
    why: Words::new(
        "保険や契約で損害は補えても、漏れた情報や止まった診療は戻りません。",
        "Insurance and contracts make up for the money; leaked information and interrupted care they do not bring back.",
    ),
    help: Words::new(
        "できる低減を items に書いて options に reduce を加えてください。できなければ、その理由を provider_note に書きます（treatments.csv）",
        "Name what can be reduced in items and add reduce to options; where nothing can, say why in provider_note (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.chooses(TreatmentOption::Transfer) && !row.chooses(TreatmentOption::Reduce) {
            findings.add(
                row.about("options"),
                Said::new(
                    format!("「{name}」は低減せずに移転だけを選んでいます"),
                    format!("\"{name}\" transfers without reducing"),
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
    fn a_transfer_alone_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("line-failure").options = vec![TreatmentOption::Transfer];
        assert_eq!(case.found(), [("warning", "treatment", "line-failure")]);
    }
}
