//! Safety management was last evaluated by those who run it (GL 4.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Evaluation, Evaluator, Said, Words};

/// A later evaluation by others settles it.
pub const RULE: Rule = Rule {
    code: "evaluator-not-independent",
    mark: Mark::Should,
    guideline: "GL 4.3",
    title: Words::new(
        "評価した人が運用に携わっている",
        "The evaluator takes part in running the system",
    ),
    why: Words::new(
        "自分の仕事を自分で見ても、慣れた欠点には気づきにくいものです。",
        "People rarely see the faults they are used to in their own work.",
    ),
    help: Words::new(
        "運用から独立した監査部門か第三者に評価を頼み、organisation/evaluations.csv に書いてください",
        "Ask an audit department or a third party that takes no part in operation, and write it into organisation/evaluations.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let evaluations = &whole.workspace.organisation.evaluations;
    let own = |row: &&Evaluation| row.evaluator == Evaluator::OperatingStaff;
    let Some(last) = evaluations.iter().filter(own).max_by_key(|row| row.date) else {
        return;
    };
    if evaluations.iter().any(|row| !own(&row) && row.date >= last.date) {
        return;
    }
    findings.add(
        About::organisation::<Evaluation>(&last.id).field("evaluator"),
        Said::new(
            format!("「{}」を評価した人がシステムの運用に携わっています", last.title),
            format!(
                "The evaluator of \"{}\" takes part in running the system",
                last.title
            ),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_evaluation_by_operating_staff_needs_a_later_one_by_others() {
        let mut case = Case::clean(&RULE);
        let last = |case: &Case| {
            let evaluations = &case.workspace.organisation.evaluations;
            evaluations
                .iter()
                .enumerate()
                .max_by_key(|(_, row)| row.date)
                .map(|(at, _)| at)
                .unwrap()
        };
        let at = last(&case);
        let id = case.workspace.organisation.evaluations[at].id.to_string();
        case.workspace.organisation.evaluations[at].evaluator = Evaluator::OperatingStaff;
        assert_eq!(case.found(), [("warning", "evaluation", id.as_str())]);
        case.workspace.organisation.evaluations[at].date = Some("2020-01-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
