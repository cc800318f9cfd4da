//! The cells of one item.

use crate::Paper;
use crate::shared::dash;
use mamori_catalogue::official::Overlay;
use mamori_catalogue::{Certainty, ControlItem, ItemClass, Requirement};
use mamori_domain::{AgreementState, AnswerStatus};
use mamori_rules::answers::{Effective, Origin, agreed_with};
use mamori_tree::{Cell, CellStyle};

wording! {
    LOST = "—\n（原典欠落）" / "—\n(lost in the source)";
    UNANSWERED = "未回答" / "Unanswered";
    NO_TEXT = "（記載なし）" / "(nothing written)";
    NOBODY = "—" / "—";
    OF_INSTITUTION = "この医療機関等への回答" / "Answer for this institution";
    OF_SERVICE = "このサービスの回答" / "Answer of the service";
    OF_ORGANISATION = "事業者共通の回答" / "Answer for all services";
    STANDARD_CONFIRMED = "標準回答「{0}」・確認済み" / "Standard answer \"{0}\", confirmed";
    STANDARD_OPEN = "標準回答「{0}」・未確認" / "Standard answer \"{0}\", not confirmed";
    CONDITION = "条件「{0}」に当たらない" / "Condition does not hold: {0}";
    FACT = "根拠の条件：{0}" / "Ground: {0}";
    REPEATS = "{0} と同じ項目" / "Repeats {0}";
    DIFFERS = "注：医療機関等への行には「{0}」とあります" / "Note: the institution's row says \"{0}\"";
    DUE = "期限：{0}" / "Due: {0}";
    OFFICER = "担当：{0}" / "In charge: {0}";
    CHECKED = "自己点検：{0}" / "Self-inspection: {0}";
    TO_AGREE = "要合意" / "To be agreed";
    AGREED_COUNT = "要合意\n合意 {0}／{1} 機関" / "To be agreed\n{0} of {1} agreed";
    AGREEMENT_STATE = "要合意\n{0}" / "To be agreed\n{0}";
    REQUIREMENT_NOTE = "要求事項の * は、原典で複数の行にまたがる欄にあり、この項目との対応を読み取ったものです。" /
        "An asterisk marks a requirement that stands in a cell spanning several rows of the source; its tie to the item is our reading.";
}

/// The class as printed; lost marks are told as lost.
pub(super) fn class(paper: &Paper<'_>, item: &ControlItem) -> Cell {
    match item.class {
        ItemClass::Lost => Cell::new(paper.say(LOST)).styled(CellStyle::Muted),
        printed => Cell::new(printed.mark()),
    }
}

/// The published wording laid over an item.
pub(super) fn official(overlay: &Overlay, item: &ControlItem) -> Cell {
    overlay
        .get(&item.id)
        .map_or_else(dash, |found| Cell::new(found.wording.as_str()))
}

/// How the item stands.
pub(super) fn status(paper: &Paper<'_>, item: &ControlItem) -> Cell {
    let answer = paper.answers.get(&item.id);
    let Some(status) = answer.and_then(|answer| answer.status) else {
        return Cell::new(paper.say(UNANSWERED)).styled(CellStyle::Severe);
    };
    let style = match status {
        _ if answer.is_some_and(Effective::is_unconfirmed) => CellStyle::Proposed,
        AnswerStatus::Implemented => CellStyle::Plain,
        AnswerStatus::NotApplicable => CellStyle::Muted,
        AnswerStatus::Partly | AnswerStatus::Alternative | AnswerStatus::Planned => CellStyle::Raised,
    };
    Cell::new(paper.say(status.words())).styled(style)
}

/// Text, ground and evidence of the answer: what a row on a measure makes equal for its items.
pub(super) fn answer_cells(paper: &Paper<'_>, item: &ControlItem) -> [Cell; 3] {
    let Some(answer) = paper
        .answers
        .get(&item.id)
        .filter(|answer| answer.status.is_some())
    else {
        return [dash(), dash(), dash()];
    };
    let text = match paper.said(&answer.text) {
        "" => Cell::new(paper.say(NO_TEXT)).styled(CellStyle::Muted),
        text if answer.is_unconfirmed() => Cell::new(text).styled(CellStyle::Proposed),
        text => Cell::new(text),
    };
    let evidence: Vec<&str> = answer.evidence.iter().map(|id| paper.evidence(id)).collect();
    let evidence = if evidence.is_empty() {
        dash()
    } else {
        Cell::new(evidence.join("\n"))
    };
    [text, ground(paper, answer), evidence]
}

fn ground(paper: &Paper<'_>, answer: &Effective) -> Cell {
    let catalogue = paper.subject.catalogue;
    let condition = |id: &str| {
        let found = catalogue.conditions().get(id);
        found.map_or_else(
            || id.to_owned(),
            |condition| paper.text(&condition.title).to_owned(),
        )
    };
    let mut lines = vec![match &answer.origin {
        Origin::Institution { .. } => paper.say(OF_INSTITUTION).to_owned(),
        Origin::Service => paper.say(OF_SERVICE).to_owned(),
        Origin::Organisation => paper.say(OF_ORGANISATION).to_owned(),
        Origin::Standard { name, confirmed } => {
            let set = catalogue.standard_answers().get(name.as_str());
            let title = set.map_or(name.as_str(), |set| paper.text(&set.title));
            paper.fill(
                if *confirmed {
                    STANDARD_CONFIRMED
                } else {
                    STANDARD_OPEN
                },
                &[title],
            )
        }
        Origin::Condition(id) => paper.fill(CONDITION, &[&condition(id.as_str())]),
        Origin::None => paper.say(NOBODY).to_owned(),
    }];
    lines.extend(
        answer
            .fact
            .as_ref()
            .map(|fact| paper.fill(FACT, &[&condition(fact.as_str())])),
    );
    lines.extend(
        answer
            .repeats
            .as_ref()
            .map(|first| paper.fill(REPEATS, &[first.as_str()])),
    );
    lines.extend(
        answer
            .differing_status
            .map(|status| paper.fill(DIFFERS, &[paper.say(status.words())])),
    );
    lines.extend(answer.due.map(|due| paper.fill(DUE, &[&due.to_string()])));
    lines.extend(
        answer
            .officer
            .as_ref()
            .map(|officer| paper.fill(OFFICER, &[paper.officer(officer)])),
    );
    lines.extend(answer.checked.map(|day| paper.fill(CHECKED, &[&day.to_string()])));
    let style = if answer.is_unconfirmed() {
        CellStyle::Proposed
    } else {
        CellStyle::Plain
    };
    Cell::new(lines.join("\n")).styled(style)
}

/// Whether the item is to be agreed with the institution, and where that stands.
pub(super) fn agreement(paper: &Paper<'_>, item: &ControlItem) -> Cell {
    let answer = paper.answers.get(&item.id);
    let applies = answer.and_then(|answer| answer.status) != Some(AnswerStatus::NotApplicable);
    if !item.duties.agree || !applies {
        return dash();
    }
    if let Some(institution) = paper.institution() {
        return match agreed_with(&paper.subject, institution, item) {
            Some(state) => Cell::new(paper.fill(AGREEMENT_STATE, &[paper.say(state.words())])),
            None => Cell::new(paper.say(TO_AGREE)).styled(CellStyle::Raised),
        };
    }
    let states: Vec<_> = paper
        .subject
        .institutions()
        .map(|(_, institution)| agreed_with(&paper.subject, institution, item))
        .collect();
    if states.is_empty() {
        return Cell::new(paper.say(TO_AGREE));
    }
    let agreed = states
        .iter()
        .filter(|state| **state == Some(AgreementState::Agreed))
        .count();
    let text = paper.fill(AGREED_COUNT, &[&agreed.to_string(), &states.len().to_string()]);
    Cell::new(text).styled(if agreed < states.len() {
        CellStyle::Raised
    } else {
        CellStyle::Plain
    })
}

/// The requirements of the other guideline that the item answers.
pub(super) fn requirements(paper: &Paper<'_>, item: &ControlItem) -> Cell {
    let found = paper.subject.catalogue.requirements_of(item);
    if found.is_empty() {
        return dash();
    }
    let places: Vec<String> = found
        .into_iter()
        .map(|(requirement, link)| {
            let mark = if link.certainty == Certainty::Span {
                "*"
            } else {
                ""
            };
            format!("{}{mark}", place(requirement))
        })
        .collect();
    Cell::new(places.join("\n"))
}

/// Where a requirement stands, short enough for a narrow column: of what narrows its section down only
/// the number is printed, where there is one; the titles stand in the other guideline.
fn place(requirement: &Requirement) -> String {
    let narrowed = requirement.qualifier.as_deref().map(|qualifier| {
        let numbered = |word: &&str| {
            let bare = word.trim_matches(['(', ')']);
            bare.chars().count() == 1 && bare.chars().all(char::is_numeric)
        };
        qualifier.split(' ').find(numbered).unwrap_or(qualifier)
    });
    let steps = [
        Some(requirement.chapter.as_str()),
        requirement.class.as_deref(),
        narrowed,
        requirement.number.as_deref(),
    ];
    steps.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
