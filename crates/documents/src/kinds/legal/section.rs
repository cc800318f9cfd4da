//! One section of chapter 6: whether it applies, the answer in the provider's words, then its points.

use super::points;
use crate::Paper;
use mamori_catalogue::{ChapterSixPoint, ChapterSixRequirement};
use mamori_domain::{LegalFact, YesNo};
use mamori_rules::check::covering::Covering;
use mamori_tree::Block;

wording! {
    ANSWER = "対応：{0}" / "Answer: {0}";
    DOES_NOT_APPLY = "このサービスには当てはまりません。理由：{0}" / "This does not apply to the service. Reason: {0}";
    NO_REASON = "（理由の記載なし）" / "(no reason stated)";
    NO_TEXT = "（対応の記載なし）" / "(no answer written)";
    EVIDENCE = "対応を示す記録：{0}" / "Records that show it: {0}";
    ANSWERED = "この対応は、次の求めに応えるものです：" / "This answers the following demands:";
    WOULD_ASK = "当てはまる場合に求められること：" / "What would be asked if it applied:";
}

/// The points that have neither an answer nor a reason why they do not apply.
pub(super) fn open_points<'a>(
    requirement: &'a ChapterSixRequirement,
    answers: &'a Covering<'_, LegalFact>,
) -> impl Iterator<Item = &'a ChapterSixPoint> {
    let open = |point: &&ChapterSixPoint| {
        let fact = answers.on(point.id.as_str(), requirement.id.as_str());
        fact.is_none_or(|fact| fact.text.is_none())
    };
    requirement.points.iter().filter(open)
}

/// The section.
pub(super) fn section(
    paper: &Paper<'_>,
    requirement: &ChapterSixRequirement,
    answers: &Covering<'_, LegalFact>,
    blocks: &mut Vec<Block>,
) {
    blocks.push(Block::Paragraph(paper.text(&requirement.text).to_owned()));
    // The row on the whole section; the first id that no point bears.
    let whole = answers.on(requirement.id.as_str(), requirement.id.as_str());
    if let Some(fact) = whole {
        let denied = fact.applies == YesNo::No;
        let (words, none) = match denied {
            true => (DOES_NOT_APPLY, NO_REASON),
            false => (ANSWER, NO_TEXT),
        };
        let text = fact.text.as_deref().unwrap_or(paper.say(none));
        let text = paper.fill(words, &[text]);
        blocks.push(match denied {
            true => Block::Note(text),
            false => Block::Paragraph(text),
        });
        let evidence: Vec<&str> = fact.evidence.iter().map(|id| paper.evidence(id)).collect();
        if !evidence.is_empty() {
            let list = paper.list(&evidence);
            blocks.push(Block::Paragraph(paper.fill(EVIDENCE, &[&list])));
        }
        let own = |point: &ChapterSixPoint| {
            answers
                .on(point.id.as_str(), requirement.id.as_str())
                .is_some_and(|row| row.point.as_str() == point.id.as_str())
        };
        if denied && !requirement.points.iter().any(own) {
            blocks.push(Block::Paragraph(paper.say(WOULD_ASK).to_owned()));
            let asks = requirement.points.iter();
            blocks.push(Block::List(
                asks.map(|point| paper.text(&point.text).to_owned()).collect(),
            ));
            return;
        }
    }
    // A table that would only repeat "as answered above" is a list.
    let plain = |point: &ChapterSixPoint| {
        let answer = answers.on(point.id.as_str(), requirement.id.as_str());
        let general = answer.is_some_and(|row| row.text.is_some() && row.point.as_str() != point.id.as_str());
        general && point.requirements.is_empty()
    };
    if !requirement.points.is_empty() && requirement.points.iter().all(plain) {
        blocks.push(Block::Paragraph(paper.say(ANSWERED).to_owned()));
        let asks = requirement.points.iter();
        blocks.push(Block::List(
            asks.map(|point| paper.text(&point.text).to_owned()).collect(),
        ));
        return;
    }
    blocks.extend(points::table(paper, requirement, answers));
}
