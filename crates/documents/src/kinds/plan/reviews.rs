//! What comes round: reviews, evaluations, exercises, certificates, re-assessments of suppliers, each
//! with its last and its next day (GL 5.1.7, 4.3, 4.4, 別紙2 1.9, 1.10).

use super::begin;
use crate::Paper;
use crate::shared::{self, dash};
use mamori_domain::{Date, anniversary};
use mamori_rules::check::subcontractors;
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Words};

wording! {
    TITLE = "定期の見直し" / "Regular reviews";
    TEXT = "前回の日から一年後をめやすに並べています。認証は有効期限です。教育は間隔だけを示します。" /
        "The next day is a year after the last one; of certificates it is the last day of validity. Of training only the interval is known.";
    SHEET = "定期の見直し" / "Regular reviews";
    WHAT = "見直すこと" / "What";
    LAST = "前回" / "Last";
    NEXT = "次回のめやす" / "Next";
    STATE = "状態" / "State";
    RISKS = "リスクの見直し" / "Review of the risks";
    SEARCH = "{0}の検討" / "Search: {0}";
    EVALUATION = "安全管理の評価" / "Evaluation of safety management";
    INSPECTION = "対策の自己点検（いちばん古いもの）" / "Self-inspection of measures (the oldest)";
    POLICY = "規程の見直し：{0}" / "Review of the policy: {0}";
    CONTINUITY_REVIEW = "事業継続計画の見直し" / "Review of the continuity plan";
    CONTINUITY_EXERCISE = "事業継続計画の訓練" / "Exercise of the continuity plan";
    CERTIFICATE = "認証の更新：{0}" / "Renewal of the certificate: {0}";
    SUPPLIER = "供給者の再評価：{0}" / "Re-assessment of the supplier: {0}";
    TRAINING = "教育：{0}（{1} か月ごと）" / "Training: {0} (every {1} months)";
    LATE = "期日を過ぎています" / "Overdue";
    COMING = "予定" / "To come";
    NEVER = "記録なし" / "No record";
}

/// Something that comes round.
struct Turn {
    what: String,
    last: Option<Date>,
    next: Option<Date>,
}

/// The section: what is late or was never done first, then in the order of the next day.
pub(super) fn section(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    begin(paper, TITLE, TEXT, blocks);
    let mut turns = turns(paper);
    turns.sort_by_key(|turn| turn.next);
    let as_of = paper.subject.as_of;
    let mut rows: Vec<Row> = turns
        .into_iter()
        .map(|turn| {
            let (words, style) = match turn.next {
                None => (NEVER, CellStyle::Raised),
                Some(next) if next < as_of => (LATE, CellStyle::Severe),
                Some(_) => (COMING, CellStyle::Plain),
            };
            Row::new(vec![
                Cell::new(turn.what),
                shared::optional(turn.last),
                shared::optional(turn.next),
                Cell::new(paper.say(words)).styled(style),
            ])
        })
        .collect();
    let people = paper.subject.service.people.iter();
    rows.extend(people.filter_map(|person| {
        let months = person.trained_every.filter(|months| months.0 > 0)?;
        let what = paper.fill(TRAINING, &[&person.name, &months.0.to_string()]);
        Some(Row::new(vec![Cell::new(what), dash(), dash(), dash()]))
    }));
    let columns = [
        (Column::start(90), paper.say(WHAT)),
        (Column::centre(16), paper.say(LAST)),
        (Column::centre(18), paper.say(NEXT)),
        (Column::centre(24), paper.say(STATE)),
    ];
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn turns(paper: &Paper<'_>) -> Vec<Turn> {
    let service = paper.subject.service;
    let organisation = &paper.subject.workspace.organisation;
    let yearly = |what: String, last: Option<Date>| Turn {
        what,
        last,
        next: last.map(|day| anniversary(day, 1)),
    };
    let ours = |words: Words, last| yearly(paper.say(words).to_owned(), last);
    let mut turns = vec![
        ours(RISKS, service.reviews.iter().map(|review| review.date).max()),
        ours(
            EVALUATION,
            organisation.evaluations.iter().filter_map(|one| one.date).max(),
        ),
        ours(
            INSPECTION,
            paper.answers.values().filter_map(|answer| answer.checked).min(),
        ),
        ours(CONTINUITY_REVIEW, organisation.continuity.reviewed),
        ours(CONTINUITY_EXERCISE, organisation.continuity.exercised),
    ];
    for subject in mamori_domain::SearchSubject::ALL {
        let own = service
            .searches
            .iter()
            .filter(|search| search.subject == *subject);
        let what = paper.fill(SEARCH, &[paper.say(subject.words())]);
        turns.push(yearly(what, own.map(|search| search.date).max()));
    }
    turns.extend(organisation.policies.iter().map(|policy| {
        yearly(
            paper.fill(POLICY, &[&policy.title]),
            policy.reviewed.or(policy.approved),
        )
    }));
    turns.extend(organisation.certificates.iter().map(|certificate| Turn {
        what: paper.fill(CERTIFICATE, &[paper.say(certificate.scheme.words())]),
        last: None,
        next: certificate.expires,
    }));
    turns.extend(
        subcontractors(service, &organisation.suppliers)
            .into_iter()
            .map(|supplier| yearly(paper.fill(SUPPLIER, &[&supplier.name]), supplier.selected_on)),
    );
    turns
}
