//! What is done about some control items, told in short: the first sentence of each answer, what the
//! institution does beside it, and where the two agreed. The control table holds the whole text.

use crate::Paper;
use crate::item_lists::item_list;
use crate::shared::{dash, lines};
use mamori_catalogue::{ControlItem, ItemId};
use mamori_domain::{AgreementState, AnswerStatus};
use mamori_rules::answers::agreement_on_item;
use mamori_tree::{Cell, CellStyle};

wording! {
    MEASURE = "{0}{1}{2}{3}［{4}］" / "{0}{1}{2}{3} [{4}]";
    UNCONFIRMED = "〔標準回答・未確認〕" / "[standard answer, not confirmed] ";
    STATUS = "〔{0}〕" / "[{0}] ";
    UNANSWERED = "未回答：{0}" / "Unanswered: {0}";
    NOT_APPLICABLE = "該当なし：{0}" / "Does not apply: {0}";
    BECAUSE = "該当なし（{1}）：{0}" / "Does not apply ({1}): {0}";
    AGREED_BY = "{0}：{1}{2}" / "{0}: {1}{2}";
    ON = "（{0}）" / " ({0})";
    OPEN = "合意が要りますが、まだありません" / "To be agreed; nothing is agreed yet";
    COUNT = "合意 {0}／{1} 機関" / "{0} of {1} agreed";
    NOBODY_YET = "要合意" / "To be agreed";
}

/// An answer shared by some items.
struct Shared<'a> {
    status: AnswerStatus,
    text: &'a str,
    unconfirmed: bool,
    items: Vec<ItemId>,
}

/// The measures of some items; items with the same answer are told once.
pub(crate) fn measures(paper: &Paper<'_>, items: &[&ControlItem]) -> Cell {
    let mut shared: Vec<Shared<'_>> = Vec::new();
    let mut unanswered = Vec::new();
    for item in items {
        let answer = paper.answers.get(&item.id);
        let Some((answer, status)) = answer.and_then(|answer| Some((answer, answer.status?))) else {
            unanswered.push(item.id.clone());
            continue;
        };
        let text = match paper.said(&answer.text) {
            "" if status != AnswerStatus::NotApplicable => paper.text(&item.duty),
            text => text,
        };
        let unconfirmed = answer.is_unconfirmed();
        let same = |one: &&mut Shared<'_>| {
            one.status == status && one.text == text && one.unconfirmed == unconfirmed
        };
        match shared.iter_mut().find(same) {
            Some(one) => one.items.push(item.id.clone()),
            None => shared.push(Shared {
                status,
                text,
                unconfirmed,
                items: vec![item.id.clone()],
            }),
        }
    }
    let applies = |one: &&Shared<'_>| one.status != AnswerStatus::NotApplicable;
    let mut found: Vec<String> = shared
        .iter()
        .filter(applies)
        .map(|one| line(paper, one))
        .collect();
    found.extend(
        shared
            .iter()
            .filter(|one| !applies(one))
            .map(|one| not_applicable(paper, one)),
    );
    if !unanswered.is_empty() {
        found.push(paper.fill(UNANSWERED, &[&item_list(paper, &unanswered)]));
    }
    let style = match () {
        () if !unanswered.is_empty() => CellStyle::Severe,
        () if shared.iter().any(|one| one.unconfirmed) => CellStyle::Proposed,
        () if shared.is_empty() || shared.iter().any(|one| applies(&one)) => CellStyle::Plain,
        () => CellStyle::Muted,
    };
    lines(&found).styled(style)
}

fn line(paper: &Paper<'_>, one: &Shared<'_>) -> String {
    let status = match one.status {
        AnswerStatus::Implemented => String::new(),
        other => paper.fill(STATUS, &[paper.say(other.words())]),
    };
    let unconfirmed = if one.unconfirmed {
        paper.say(UNCONFIRMED)
    } else {
        ""
    };
    let items = item_list(paper, &one.items);
    let text = first_sentence(one.text);
    paper.fill(MEASURE, &[paper.bullet(), unconfirmed, &status, &text, &items])
}

fn not_applicable(paper: &Paper<'_>, one: &Shared<'_>) -> String {
    let items = item_list(paper, &one.items);
    let text = match one.text {
        "" => paper.fill(NOT_APPLICABLE, &[&items]),
        reason => paper.fill(BECAUSE, &[&items, &first_sentence(reason)]),
    };
    format!("{}{text}", paper.bullet())
}

/// The first sentence of a text; an ellipsis tells that there is more.
pub(crate) fn first_sentence(text: &str) -> String {
    let text = text.trim();
    let ends = [text.find('。'), text.find(". "), text.find('\n')];
    let Some(end) = ends.into_iter().flatten().min() else {
        return text.to_owned();
    };
    let rest = text[end..].trim_start_matches(['。', '.', '\n', ' ']);
    let first = text[..end].trim_end();
    if rest.is_empty() {
        first.to_owned()
    } else {
        format!("{first} …")
    }
}

fn applies(paper: &Paper<'_>, item: &ControlItem) -> bool {
    let answer = paper.answers.get(&item.id);
    answer.and_then(|answer| answer.status) != Some(AnswerStatus::NotApplicable)
}

/// What the institution does for some items, each once; what does not apply asks nothing.
pub(crate) fn asked(paper: &Paper<'_>, items: &[&ControlItem]) -> Cell {
    let mut found: Vec<String> = Vec::new();
    for item in items.iter().filter(|item| applies(paper, item)) {
        let text = item.institution.as_ref().map(|asked| paper.text(asked));
        let line = text.map(|text| format!("{}{text}", paper.bullet()));
        found.extend(line.filter(|line| !found.contains(line)));
    }
    lines(&found)
}

/// Where some items are agreed: by which agreement of the institution the papers are for, else how
/// many institutions agreed; a dash when none of them has to be agreed.
pub(crate) fn agreed(paper: &Paper<'_>, items: &[&ControlItem]) -> Cell {
    let to_agree: Vec<&ControlItem> = items
        .iter()
        .copied()
        .filter(|item| item.duties.agree && applies(paper, item))
        .collect();
    if to_agree.is_empty() {
        return dash();
    }
    let settled = |institution| {
        to_agree.iter().all(|item| {
            agreement_on_item(&paper.subject, institution, item)
                .is_some_and(|agreement| agreement.state == AgreementState::Agreed)
        })
    };
    let Some(institution) = paper.institution() else {
        let all: Vec<bool> = paper
            .subject
            .institutions()
            .map(|(_, one)| settled(one))
            .collect();
        let agreed = all.iter().filter(|agreed| **agreed).count();
        return match all.len() {
            0 => Cell::new(paper.say(NOBODY_YET)),
            count => Cell::new(paper.fill(COUNT, &[&agreed.to_string(), &count.to_string()])).styled(
                if agreed < count {
                    CellStyle::Raised
                } else {
                    CellStyle::Plain
                },
            ),
        };
    };
    let mut found: Vec<String> = Vec::new();
    for item in &to_agree {
        let line = match agreement_on_item(&paper.subject, institution, item) {
            None => paper.say(OPEN).to_owned(),
            Some(agreement) => {
                let on = agreement.date.map(|date| paper.fill(ON, &[&date.to_string()]));
                let (subject, state) = (agreement.subject.words(), agreement.state.words());
                let on = on.unwrap_or_default();
                paper.fill(AGREED_BY, &[paper.say(subject), paper.say(state), &on])
            }
        };
        if !found.contains(&line) {
            found.push(line);
        }
    }
    lines(&found).styled(if settled(institution) {
        CellStyle::Plain
    } else {
        CellStyle::Raised
    })
}
