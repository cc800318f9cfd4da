//! The last evaluation is more than a year old (GL 4.3).

use crate::check::age::over_a_year;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Evaluation, Said, Words};

/// The latest counts; evaluations without a day cannot be said to be recent.
pub const RULE: Rule = Rule {
    code: "evaluation-stale",
    mark: Mark::Should,
    guideline: "GL 4.3",
    title: Words::new(
        "安全管理の評価が1年を過ぎている",
        "The last evaluation is more than a year old",
    ),
    why: Words::new(
        "構成も脅威も変わります。古い評価は今の状態を示しません。",
        "Configurations and threats change; an old evaluation does not show the present state.",
    ),
    help: Words::new(
        "評価を行い、その日を organisation/evaluations.csv の date に書いてください",
        "Evaluate again and write the day into date of organisation/evaluations.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let evaluations = &whole.workspace.organisation.evaluations;
    let Some(last) = evaluations.iter().max_by_key(|row| row.date) else {
        return;
    };
    let told = match last.date {
        None => Said::new(
            "安全管理の評価の実施日が書かれていません",
            "The day of the evaluation is not given",
        ),
        Some(day) if over_a_year(day, whole.as_of) => Said::new(
            format!("安全管理の評価（最後は{day}）が1年を過ぎています"),
            format!("The last evaluation ({day}) is more than a year old"),
        ),
        Some(_) => return,
    };
    findings.add(About::organisation::<Evaluation>(&last.id).field("date"), told);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn the_latest_evaluation_is_at_most_a_year_old() {
        let mut case = Case::clean(&RULE);
        let evaluations = &mut case.workspace.organisation.evaluations;
        evaluations.iter_mut().for_each(|row| row.date = None);
        evaluations[0].date = Some("2025-11-01".parse().unwrap());
        let id = evaluations[0].id.to_string();
        case.as_of = "2026-11-01".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-02".parse().unwrap();
        assert_eq!(case.found(), [("warning", "evaluation", id.as_str())]);
        case.workspace.organisation.evaluations.truncate(1);
        case.workspace.organisation.evaluations[0].date = None;
        assert_eq!(case.found(), [("warning", "evaluation", id.as_str())]);
        case.workspace.organisation.evaluations.clear();
        assert!(case.found().is_empty());
    }
}
