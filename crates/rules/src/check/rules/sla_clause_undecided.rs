//! A clause of the example SLA on which nothing is decided (GL 別紙1 II).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::sla::{Terms, terms_in_force};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, SlaClause, Words};

/// The SLA of the guideline is an example, so this is never an error. A row on a chapter covers its clauses, and an institution may decide for itself what the service leaves open. Told once while nothing is decided, else once for each chapter.
pub const RULE: Rule = Rule {
    code: "sla-clause-undecided",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "SLAの条項を使うか決まっていない",
        "It is not decided whether an SLA clause is used",
    ),
    why: Words::new(
        "例の条項は、預ける側と預かる側が決めておくとよいことの一覧です。使わないと決めた条項も、理由があれば互いに納得できます。",
        "The example lists what both sides do well to settle. A clause may be left out, as long as both know why.",
    ),
    help: Words::new(
        "services/＜サービス＞/sla.csv に、条項ごとに used・changed・left_out を書いてください。clause に章の番号（例：3）を書くと、その章の全条項に及びます",
        "Write used, changed or left_out for each clause into services/<service>/sla.csv; the number of a chapter, such as 3, covers all its clauses",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let terms = terms_in_force(subject);
    let about = || About::service::<SlaClause>(subject, "").field("clause");
    if terms.iter().all(Terms::is_empty) {
        findings.add(
            about(),
            Said::new(
                "SLAの条項を使うかどうかが、まだ一つも決まっていません",
                "No clause of the SLA is decided on yet",
            ),
        );
        return;
    }
    let sla = subject.catalogue.sla();
    for chapter in &sla.chapters {
        let number = chapter.number.to_string();
        let open: Vec<_> = sla
            .clauses
            .iter()
            .filter(|clause| clause.chapter == chapter.number)
            .filter(|clause| terms.iter().any(|terms| terms.on(clause).is_none()))
            .collect();
        if open.is_empty() {
            continue;
        }
        let ja = listed(
            &open
                .iter()
                .map(|row| format!("{} {}", row.number, row.title.ja))
                .collect::<Vec<_>>(),
        )
        .ja;
        let en = listed(
            &open
                .iter()
                .map(|row| format!("{} {}", row.number, row.title.en))
                .collect::<Vec<_>>(),
        )
        .en;
        findings.add(
            about(),
            Said::new(
                format!(
                    "SLAの第{number}章「{}」で、使うか決まっていない条項が{}件あります：{ja}",
                    chapter.title.ja,
                    open.len()
                ),
                format!(
                    "{} clauses of SLA chapter {number} \"{}\" are not decided on: {en}",
                    open.len(),
                    chapter.title.en
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_chapter_with_open_clauses_is_told_once() {
        let mut case = Case::clean(&RULE);
        case.service().clauses.retain(|row| row.clause.as_str() != "5");
        assert_eq!(case.found(), [("warning", "sla-clause", "")]);
        assert!(case.told().contains("第5章") && case.told().contains("ほか"));
        case.service().clauses.clear();
        assert_eq!(case.found(), [("warning", "sla-clause", "")]);
        assert!(case.told().contains("一つも"));
    }

    #[test]
    fn an_institution_may_decide_what_the_service_leaves_open() {
        let mut case = Case::clean(&RULE);
        let rows = &mut case.service().clauses;
        let at = rows.iter().position(|row| row.clause.as_str() == "5");
        let row = rows.remove(at.expect("the example decides it"));
        assert_eq!(case.found(), [("warning", "sla-clause", "")]);
        case.institution().clauses.push(row);
        assert!(case.found().is_empty());
    }
}
