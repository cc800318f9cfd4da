//! There is no record of looking for threats beyond the ten (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Search, SearchSubject, Words};

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
        "どう調べ、何が見つかったかを searches.csv に書いてください（subject は threats）。何もなければ「なし」と書きます",
        "Write into searches.csv how you looked and what you found (subject threats); write none where nothing was found",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if !subject
        .service
        .searches
        .iter()
        .any(|row| row.subject == SearchSubject::Threats)
    {
        findings.add(
            About::service::<Search>(subject, ""),
            Said::new(
                "十の脅威のほかに脅威がないか、調べた記録がありません",
                "There is no record of looking for threats beyond the ten",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn threats_beyond_the_ten_are_looked_for() {
        let mut case = Case::clean(&RULE);
        case.service()
            .searches
            .iter_mut()
            .for_each(|row| row.found = None);
        assert!(case.found().is_empty());
        case.service()
            .searches
            .retain(|row| row.subject != SearchSubject::Threats);
        assert_eq!(case.found(), [("error", "search", "")]);
    }
}
