//! There is no record of looking for threats beyond the ten (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::searches::tell_unless_searched;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{SearchSubject, Words};

/// Having found nothing is a result too.
pub const RULE: Rule = Rule {
    code: "beyond-ten-threats-not-searched",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "代表的な脅威の外を調べた記録がない",
        "No record of looking for threats beyond the ten",
    ),
    why: Words::new(
        "代表的な脅威は例です。サービスに特有の脅威がないかを、自社でも調べます。",
        "The ten threats are examples; look for threats of your own service as well.",
    ),
    help: Words::new(
        "どう調べ、何が見つかったかを services/＜サービス＞/searches.csv に書いてください（subject は threats）。何もなければ「なし」と書きます",
        "Write into services/<service>/searches.csv how you looked and what you found (subject threats); write none where nothing was found",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let missing = Words::new(
        "十の脅威のほかに脅威がないか、調べた記録がありません",
        "There is no record of looking for threats beyond the ten",
    );
    tell_unless_searched(assessment, SearchSubject::Threats, missing, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::searches::finds_a_missing_search;

    #[test]
    fn threats_beyond_the_ten_are_looked_for() {
        finds_a_missing_search(&RULE, SearchSubject::Threats);
    }
}
