//! Minutes do not say whether terms were explained (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Minutes, Said, Words, YesNo};

/// Looked at for institutions whose contract has not ended; talks before its beginning count, for that is when they are held.
pub const RULE: Rule = Rule {
    code: "understanding-not-explained",
    mark: Mark::Should,
    guideline: "GL 3.2.1",
    title: Words::new(
        "用語の説明をしたか分からない",
        "It is not said whether terms were explained",
    ),
    why: Words::new(
        "医療機関等の人は情報技術の専門家とは限りません。用語集や解説を添えて、分かる言葉で伝えます。",
        "People at an institution need not be specialists. Add a glossary or notes and speak in words they know.",
    ),
    help: Words::new(
        "用語集などを添えて説明し、institutions/＜医療機関等＞/minutes.csv の explained_plainly に yes と書いてください",
        "Explain with a glossary or the like and write yes into explained_plainly of institutions/<institution>/minutes.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in users(subject).filter(|party| !party.ended(subject.as_of)) {
        for row in party
            .minutes()
            .filter(|row| row.explained_plainly != Some(YesNo::Yes))
        {
            let (name, date) = (party.name(), row.date);
            findings.add(
                About::row::<Minutes>(party.scope(), &row.id).field("explained_plainly"),
                Said::new(
                    format!("医療機関等「{name}」との議事録（{date}）に、用語の説明をしたとありません"),
                    format!("The minutes with \"{name}\" ({date}) do not say that terms were explained"),
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
    fn minutes_say_that_terms_were_explained() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.institution().minutes[0];
        row.explained_plainly = None;
        let id = row.id.to_string();
        assert_eq!(case.found(), [("warning", "minutes", id.as_str())]);
        case.institution().minutes[0].explained_plainly = Some(YesNo::No);
        assert_eq!(case.found(), [("warning", "minutes", id.as_str())]);
    }
}
