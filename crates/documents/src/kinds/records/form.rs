//! One record as a form: every field of its kind, its history, and the places for confirmation.

use super::AFFECTED;
use super::values::{institution_of, sides, value};
use crate::Paper;
use crate::shared::{self, dash, heading, optional};
use mamori_domain::{RecordStep, Scope, Side, StepKind};
use mamori_rules::procedures::Record;
use mamori_rules::procedures::machine::{Transition, Way};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};
use std::borrow::Cow;

wording! {
    FIELDS = "{0} 記入欄" / "{0} Fields";
    HISTORY = "{0} 経過" / "{0} History";
    CONFIRMATIONS = "{0} 承認・確認" / "{0} Confirmations";
    FIELD = "項目" / "Field";
    VALUE = "内容" / "Content";
    INSTITUTION = "医療機関等" / "Institution";
    PROCEDURE = "手続" / "Procedure";
    STATE = "いまの状態" / "State now";
    DUE = "次の期日" / "Next due";
    AT = "日時" / "At";
    STEP = "手続" / "Step";
    BY = "だれが" / "By";
    TEXT = "内容・方法・理由" / "Content, way, reason";
    EVIDENCE = "証跡" / "Evidence";
    PERSON = "{0}　{1}" / "{0}, {1}";
    NEXT = "（これから）" / "(to come)";
    SIGNED = "署名・印" / "Signature";
    DAY = "日付" / "Day";
    STEPS = "経過" / "History";
    CONFIRMED = "承認・確認" / "Confirmations";
    ILLEGAL = "この記録の経過には誤りがあります。{0}" / "The steps of this record hold an error. {0}";
}

/// Steps by which somebody says that it is so: they are signed.
const CONFIRMING: &[StepKind] = &[
    StepKind::Approved,
    StepKind::ReportApproved,
    StepKind::Agreed,
    StepKind::PreventionAgreed,
    StepKind::Confirmed,
    StepKind::Certified,
];

pub(super) fn form(paper: &Paper<'_>, number: &str, record: &Record<'_>, blocks: &mut Vec<Block>) {
    blocks.push(fields(paper, number, record));
    if let Err(illegal) = &record.history {
        let said = illegal.said();
        blocks.push(Block::Note(paper.fill(ILLEGAL, &[paper.said(&said)])));
    }
    blocks.push(heading(3, paper.say(STEPS)));
    blocks.push(history(paper, number, record));
    if let Some(confirmations) = confirmations(paper, number, record) {
        blocks.push(heading(3, paper.say(CONFIRMED)));
        blocks.push(confirmations);
    }
}

fn fields(paper: &Paper<'_>, number: &str, record: &Record<'_>) -> Block {
    let history = record.legal();
    let fact = |label: &str, text: String| {
        Row::new(vec![Cell::new(label).styled(CellStyle::Group), Cell::new(text)])
    };
    let mut rows = Vec::new();
    rows.extend(institution_of(paper, record).map(|name| fact(paper.say(INSTITUTION), name)));
    rows.push(fact(
        paper.say(PROCEDURE),
        paper.say(record.machine().words).to_owned(),
    ));
    rows.push(fact(
        paper.say(STATE),
        paper.say(history.state().words).to_owned(),
    ));
    rows.extend(record.due.map(|due| fact(paper.say(DUE), due.to_string())));
    for field in record.description.fields {
        let text = &*told(paper, field.name, record.values.text(field.name));
        let content = match text.trim().is_empty() {
            true => dash(),
            false => Cell::new(value(paper, &field.value, text)),
        };
        let label = Cell::new(paper.say(field.label)).styled(CellStyle::Group);
        rows.push(Row::new(vec![label, content]));
    }
    let columns = [
        (Column::start(30), paper.say(FIELD)),
        (Column::start(90), paper.say(VALUE)),
    ];
    shared::table(&paper.fill(FIELDS, &[number]), &columns, rows)
}

fn history(paper: &Paper<'_>, number: &str, record: &Record<'_>) -> Block {
    let columns = [
        (Column::start(20), paper.say(AT)),
        (Column::start(22), paper.say(STEP)),
        (Column::start(26), paper.say(BY)),
        (Column::start(40), paper.say(TEXT)),
        (Column::start(14), paper.say(EVIDENCE)),
    ];
    let mut rows: Vec<Row> = record
        .steps
        .iter()
        .map(|step| taken(paper, record, step))
        .collect();
    if record.history.is_ok() {
        rows.extend(
            record
                .legal()
                .owed()
                .map(|transition| to_come(paper, record, transition)),
        );
    }
    if rows.is_empty() {
        rows.push(Row::new((0..columns.len()).map(|_| dash()).collect()));
    }
    shared::table(&paper.fill(HISTORY, &[number]), &columns, rows)
}

/// A value as this edition may tell it: of the institutions affected, one is told of itself alone.
fn told<'a>(paper: &Paper<'_>, field: &str, text: &'a str) -> Cow<'a, str> {
    match (field, paper.institution) {
        (AFFECTED, Some(own)) => Cow::Owned(own.to_string()),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a step was taken by the people of an institution that need not be the one of this edition:
/// a record kept for all does not tell whose they are.
fn of_others(paper: &Paper<'_>, record: &Record<'_>, step: &RecordStep) -> bool {
    let for_all = !matches!(record.scope, Scope::Institution(_));
    paper.institution.is_some() && for_all && step.by == Side::Institution
}

fn person(paper: &Paper<'_>, record: &Record<'_>, step: &RecordStep) -> String {
    let side = sides(paper, &[step.by]);
    match step.name.as_ref().filter(|_| !of_others(paper, record, step)) {
        Some(name) => paper.fill(PERSON, &[&side, name]),
        None => side,
    }
}

fn taken(paper: &Paper<'_>, record: &Record<'_>, step: &RecordStep) -> Row {
    let text = step.text.as_ref().filter(|_| !of_others(paper, record, step));
    Row::new(vec![
        Cell::new(step.at.to_string()),
        Cell::new(paper.say(step.step.words())),
        Cell::new(person(paper, record, step)),
        optional(text),
        optional(step.evidence.as_ref().map(|id| paper.evidence(id))),
    ])
}

fn to_come(paper: &Paper<'_>, record: &Record<'_>, transition: &Transition) -> Row {
    let due = record
        .due
        .map_or_else(|| paper.say(NEXT).to_owned(), |due| due.to_string());
    let muted = |text: String| Cell::new(text).styled(CellStyle::Proposed);
    Row::new(vec![
        muted(due),
        muted(paper.say(transition.step.words()).to_owned()),
        muted(sides(paper, transition.by)),
        dash(),
        dash(),
    ])
}

/// A line for each step of the procedure that somebody signs, filled in as far as it was taken.
fn confirmations(paper: &Paper<'_>, number: &str, record: &Record<'_>) -> Option<Block> {
    let signed = |transition: &&'static Transition| {
        CONFIRMING.contains(&transition.step) && transition.way == Way::Owed
    };
    let rows: Vec<Row> = record
        .machine()
        .transitions
        .iter()
        .filter(signed)
        .map(|transition| {
            let step = record.legal().last(transition.step);
            Row::new(vec![
                Cell::new(paper.say(transition.step.words())),
                Cell::new(
                    step.map_or_else(|| sides(paper, transition.by), |step| person(paper, record, step)),
                ),
                Cell::new(step.map_or_else(String::new, |step| step.at.day().to_string())),
                Cell::new(""),
            ])
        })
        .collect();
    let columns = [
        (Column::start(30), paper.say(STEP)),
        (Column::start(45), paper.say(BY)),
        (Column::centre(20), paper.say(DAY)),
        (Column::start(27), paper.say(SIGNED)),
    ];
    let name = paper.fill(CONFIRMATIONS, &[number]);
    (!rows.is_empty()).then(|| shared::table(&name, &columns, rows))
}
