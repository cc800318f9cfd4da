//! The continuity plan was not exercised within a year (GL 別紙2 1.10②).

use crate::check::age::over_a_year;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ContinuityPlan, Said, Words};

/// Silent while there is no plan.
pub const RULE: Rule = Rule {
    code: "continuity-exercise-stale",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.10",
    title: Words::new(
        "事業継続計画の訓練が行われていない",
        "The continuity plan is not exercised",
    ),
    why: Words::new(
        "試したことのない計画は、いざというとき動きません。連絡先や機器も一年たてば変わります。",
        "A plan never tried does not work when it is needed, and people and devices change within a year.",
    ),
    help: Words::new(
        "模擬試験を含む訓練を行い、日付を continuity.toml の exercised に書いてください",
        "Hold an exercise with a mock test and write its day into exercised of continuity.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let plan = &whole.workspace.organisation.continuity;
    if plan.title.is_none() {
        return;
    }
    let (ja, en) = match plan.exercised {
        None => (
            "事業継続計画の訓練を行った記録がありません",
            "There is no record of an exercise of the continuity plan",
        ),
        Some(day) if over_a_year(day, whole.as_of) => (
            "事業継続計画の訓練が1年以上行われていません",
            "The continuity plan was not exercised within a year",
        ),
        Some(_) => return,
    };
    findings.add(
        About::organisation::<ContinuityPlan>("").field("exercised"),
        Said::new(ja, en),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_exercise_long_ago_or_never_is_found() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.continuity.exercised = Some("2025-10-31".parse().unwrap());
        assert_eq!(case.found(), [("error", "continuity", "")]);
        case.workspace.organisation.continuity.exercised = None;
        assert_eq!(case.found(), [("error", "continuity", "")]);
        case.workspace.organisation.continuity.title = None;
        assert!(case.found().is_empty());
    }
}
