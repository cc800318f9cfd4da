//! A point of chapter 6 without an answer (GL 6).

use crate::assessment::Assessment;
use crate::check::covering;
use crate::check::told::is_answered;
use crate::check::{About, Findings, Mark, Rule, Run, Severity};
use mamori_catalogue::ChapterSixPoint;
use mamori_domain::{LegalFact, Said, Words};

/// A row on a requirement covers all its points; a row without a text, or without a reason where it says not applicable, answers nothing. What is missing altogether is told once, a missing requirement once; the strength of a point decides the severity.
pub const RULE: Rule = Rule {
    code: "legal-requirement-unanswered",
    mark: Mark::Must,
    guideline: "GL 6",
    title: Words::new(
        "制度上の要求事項に回答がない",
        "A requirement of chapter 6 has no answer",
    ),
    why: Words::new(
        "第6章の要求は、リスクの分析の結果にかかわらず満たすものです。対象でないものには、その理由を示します。",
        "Chapter 6 holds whatever the risk analysis says. Where a point does not apply, say why.",
    ),
    help: Words::new(
        "services/＜サービス＞/legal.csv に、対応の内容か対象外の理由を text に書いてください。point には要求（例：external-storage）か、その中の要求事項のIDを書きます",
        "Write how it is met, or why it does not apply, into text of services/<service>/legal.csv; point takes the id of a requirement, such as external-storage, or of a single point of it",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let facts = covering::legal(&subject.service.legal);
    let about = || About::service::<LegalFact>(subject, "").field("point");
    if facts.is_empty() {
        findings.add(
            about(),
            Said::new(
                "第6章の制度上の要求事項への回答がまだ一つもありません",
                "No requirement of chapter 6 is answered yet",
            ),
        );
        return;
    }
    for requirement in subject.catalogue.chapter_six() {
        let fact = |point: &ChapterSixPoint| facts.on(point.id.as_str(), requirement.id.as_str());
        let open: Vec<_> = requirement
            .points
            .iter()
            .filter(|point| !fact(point).is_some_and(is_answered))
            .collect();
        // A row without a text is pointed at; what has no row at all points at the file.
        let place = |point: &ChapterSixPoint| match fact(point) {
            Some(row) => About::service::<LegalFact>(subject, &row.point).field("text"),
            None => about(),
        };
        if open.len() == requirement.points.len() {
            let Some((first, strength)) = open.first().zip(open.iter().map(|point| point.strength).min())
            else {
                continue;
            };
            let title = &requirement.title;
            findings.add_as(
                Severity::of(strength),
                place(first),
                Said::new(
                    format!(
                        "制度上の要求事項「{}」に回答がありません（{}）",
                        title.ja, requirement.id
                    ),
                    format!("Requirement \"{}\" has no answer ({})", title.en, requirement.id),
                ),
            );
            continue;
        }
        for point in open {
            findings.add_as(
                Severity::of(point.strength),
                place(point),
                Said::new(
                    format!(
                        "制度上の要求事項「{}」に回答がありません（{}）",
                        point.text.ja, point.id
                    ),
                    format!("Requirement \"{}\" has no answer ({})", point.text.en, point.id),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use crate::check::testing::catalogue;
    use mamori_domain::{LegalPointRef, YesNo};

    #[test]
    fn a_point_without_an_answer_is_told_by_its_strength() {
        let mut case = Case::clean(&RULE);
        let rows = &mut case.service().legal;
        let whole = rows
            .iter()
            .position(|row| row.point.as_str() == "electronic-storage")
            .unwrap();
        let row = rows.remove(whole);
        assert_eq!(case.found(), [("error", "legal-fact", "")]);
        let left_out = ["authenticity-history", "readability-urgent"];
        let points = &catalogue()
            .chapter_six()
            .get("electronic-storage")
            .unwrap()
            .points;
        for point in points
            .iter()
            .filter(|point| !left_out.contains(&point.id.as_str()))
        {
            let mut row = row.clone();
            row.point = LegalPointRef(point.id.as_str().into());
            case.service().legal.push(row);
        }
        assert_eq!(
            case.found(),
            [("error", "legal-fact", ""), ("warning", "legal-fact", "")]
        );
        assert!(case.told().contains("readability-urgent"));
    }

    #[test]
    fn not_applicable_without_a_reason_is_no_answer() {
        let mut case = Case::clean(&RULE);
        let rows = &mut case.service().legal;
        let row = rows.iter_mut().find(|row| row.applies == YesNo::No).unwrap();
        row.text = None;
        let point = row.point.to_string();
        assert_eq!(case.found(), [("error", "legal-fact", point.as_str())]);
        case.service().legal.clear();
        assert_eq!(case.found(), [("error", "legal-fact", "")]);
    }
}
