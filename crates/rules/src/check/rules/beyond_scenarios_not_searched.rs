//! There is no record of looking for risks and measures beyond 別紙2 (GL 5.1.5(1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Search, SearchSubject, Words};

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
        "どう調べ、何が見つかったかを searches.csv に書いてください（subject は controls）。何もなければ「なし」と書きます",
        "Write into searches.csv how you looked and what you found (subject controls); write none where nothing was found",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if !subject
        .service
        .searches
        .iter()
        .any(|row| row.subject == SearchSubject::Controls)
    {
        findings.add(
            About::service::<Search>(subject, ""),
            Said::new(
                "別紙2の例のほかに関わるリスクや対策がないか、調べた記録がありません",
                "There is no record of looking for risks and measures beyond appendix 2",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn measures_beyond_appendix_2_are_looked_for() {
        let mut case = Case::clean(&RULE);
        case.service()
            .searches
            .iter_mut()
            .for_each(|row| row.found = None);
        assert!(case.found().is_empty());
        case.service()
            .searches
            .retain(|row| row.subject != SearchSubject::Controls);
        assert_eq!(case.found(), [("error", "search", "")]);
    }
}
