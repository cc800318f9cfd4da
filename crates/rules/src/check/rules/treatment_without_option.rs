//! A treatment chooses none of the four options (GL 5.1.4).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// The options are those of table 5-3; several may stand together.
pub const RULE: Rule = Rule {
    code: "treatment-without-option",
    mark: Mark::Must,
    guideline: "GL 5.1.4",
    title: Words::new("対応の選択肢が選ばれていない", "A treatment without an option"),
    why: Words::new(
        "低減・回避・移転・保有のどれを選ぶかで、次にすることが変わります。選ばないと対応は始まりません。",
        "What comes next depends on whether the risk is reduced, avoided, transferred or retained; without a choice nothing begins.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の options に、reduce・avoid・transfer・retain から選んで書いてください",
        "Write reduce, avoid, transfer or retain into options of treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.treatment.options.is_empty() {
            findings.add(
                row.about("options"),
                Said::new(
                    format!("リスク対応「{name}」に、低減・回避・移転・保有の選択がありません"),
                    format!("Treatment \"{name}\" chooses none of reduce, avoid, transfer, retain"),
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
    fn a_treatment_without_option_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").options.clear();
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
    }
}
