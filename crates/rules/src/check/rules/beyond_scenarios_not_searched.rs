//! There is no record of looking for risks and measures beyond 別紙2 (GL 5.1.5(1)).

use crate::assessment::Assessment;
use crate::check::searches::tell_unless_searched;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{SearchSubject, Words};

/// Having found nothing is a result too.
pub const RULE: Rule = Rule {
    code: "beyond-scenarios-not-searched",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)",
    title: Words::new(
        "別紙2の外を調べた記録がない",
        "No record of looking beyond appendix 2",
    ),
    why: Words::new(
        "別紙2のリスクと対策は例です。ほかに要る対策がないかを、自社でも調べます。",
        "The risks and measures of appendix 2 are examples; look for what else your service needs.",
    ),
    help: Words::new(
        "どう調べ、何が見つかったかを services/＜サービス＞/searches.csv に書いてください（subject は controls）。何もなければ「なし」と書きます",
        "Write into services/<service>/searches.csv how you looked and what you found (subject controls); write none where nothing was found",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let missing = Words::new(
        "別紙2の例のほかに関わるリスクや対策がないか、調べた記録がありません",
        "There is no record of looking for risks and measures beyond appendix 2",
    );
    tell_unless_searched(assessment, SearchSubject::Controls, missing, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::searches::finds_a_missing_search;

    #[test]
    fn measures_beyond_appendix_2_are_looked_for() {
        finds_a_missing_search(&RULE, SearchSubject::Controls);
    }
}
