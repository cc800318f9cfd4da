//! What follows from shortfalls (GL 別紙1-II 7.2). Rights are stated, never executed, and follow from an
//! evaluation that both sides confirmed.

use crate::evaluate::{Evaluation, PeriodResult};
use crate::instant::DAY_SECONDS;
use crate::{Agreement, AnnexedFinding, Events, Grade, Instant, Interval, Item};
use mamori_words::Said;
use std::collections::{BTreeMap, BTreeSet};

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConsequenceKind {
    /// Cause and improvement plan are owed in the month's report.
    ImprovementPlan,
    /// The institution sets a reasonable time to improve.
    ImprovementPeriod,
    /// The institution may give notice of a claim or termination.
    NoticeRight,
}

impl ConsequenceKind {
    /// Its name in results.
    pub const fn code(self) -> &'static str {
        match self {
            ConsequenceKind::ImprovementPlan => "improvement_plan",
            ConsequenceKind::ImprovementPeriod => "improvement_period",
            ConsequenceKind::NoticeRight => "notice_right",
        }
    }
}

/// A consequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// What follows.
    pub kind: ConsequenceKind,
    /// From when on.
    pub at: Instant,
    /// From what, as a name: an item, `grade_c_repeated`, `grade_d`.
    pub because: &'static str,
    /// The band, the id of the finding, or the letter of the grade.
    pub subject: String,
    /// In a sentence.
    pub detail: Said,
}

/// Everything that follows from an evaluation, in time order.
pub(crate) fn all(
    agreement: &Agreement,
    events: &Events,
    evaluation: &Evaluation,
    span: Interval,
) -> Vec<Consequence> {
    let complete = evaluation
        .months
        .iter()
        .filter(|month| month.period.is_complete());
    let short: Vec<(&PeriodResult, BTreeSet<Item>)> = complete
        .map(|month| (month, short_items(events, evaluation, month)))
        .collect();
    let mut all = plans(&short);
    all.extend(unimproved(agreement, &short));
    all.extend(grades(&evaluation.evaluations));
    all.extend(
        events
            .annexed
            .iter()
            .flat_map(|finding| annexed(agreement, finding, span)),
    );
    all.sort_by_key(|one| (one.at, one.kind));
    all
}

/// The items short in a month.
pub(crate) fn short_items(events: &Events, evaluation: &Evaluation, month: &PeriodResult) -> BTreeSet<Item> {
    let span = month.period.span;
    let bands = month.bands.iter().filter(|band| band.met() == Some(false));
    let late = evaluation.late.iter();
    let late = late.filter(|late| !late.excused && span.holds(late.limit));
    let open = |finding: &&AnnexedFinding| {
        let end = finding.end.unwrap_or(span.end());
        let own = Interval::new(finding.start, end.max(finding.start.plus(1)));
        own.is_some_and(|own| own.and(span).is_some())
    };
    bands
        .map(|band| Item::Availability(band.band))
        .chain(late.map(|late| late.kind.into()))
        .chain(events.annexed.iter().find(open).map(|_| Item::Annexed))
        .collect()
}

fn subject(item: Item) -> String {
    match item {
        Item::Availability(band) => band.code().to_owned(),
        other => other.code().to_owned(),
    }
}

fn plans(short: &[(&PeriodResult, BTreeSet<Item>)]) -> Vec<Consequence> {
    let plan = |at: Instant, day: jiff::civil::Date, item: Item| Consequence {
        kind: ConsequenceKind::ImprovementPlan,
        at,
        because: item.code(),
        subject: subject(item),
        detail: Said::new(
            format!(
                "{}年{}月の月次報告で、「{}」が未達成だった事由と改善策を示す必要があります",
                day.year(),
                day.month(),
                item.label().ja
            ),
            format!(
                "The monthly report of {}-{:02} owes cause and improvement plan: {}",
                day.year(),
                day.month(),
                item.label().en
            ),
        ),
    };
    let months = short.iter().flat_map(|(month, items)| {
        let span = month.period.span;
        items
            .iter()
            .map(move |item| plan(span.end(), span.start().date(), *item))
    });
    months.collect()
}

/// A right once an item was short in as many whole months in a row as agreed.
fn unimproved(agreement: &Agreement, short: &[(&PeriodResult, BTreeSet<Item>)]) -> Vec<Consequence> {
    let mut runs: BTreeMap<Item, u32> = BTreeMap::new();
    let mut rights = Vec::new();
    for (month, items) in short.iter().filter(|(month, _)| month.period.whole_start) {
        let span = month.period.span;
        let months = agreement.at(span.start()).unimproved_months.max(1);
        for item in Item::ALL {
            let run = runs.entry(item).or_default();
            *run = if items.contains(&item) { *run + 1 } else { 0 };
            if *run == months {
                rights.push(Consequence {
                    kind: ConsequenceKind::NoticeRight,
                    at: span.end(),
                    because: item.code(),
                    subject: subject(item),
                    detail: right(
                        &format!("「{}」が{months}か月続けて未達成です", item.label().ja),
                        &format!("{} was short in {months} months in a row", item.label().en),
                    ),
                });
            }
        }
    }
    rights
}

/// Rights from grades of complete evaluation periods.
fn grades(evaluations: &[PeriodResult]) -> Vec<Consequence> {
    let mut rights = Vec::new();
    let mut before = None;
    for result in evaluations.iter().filter(|result| result.period.is_complete()) {
        let Some(grade) = result.grade else { continue };
        let mut add = |because, ja: &str, en: &str| {
            rights.push(Consequence {
                kind: ConsequenceKind::NoticeRight,
                at: result.period.span.end(),
                because,
                subject: grade.letter().to_owned(),
                detail: right(ja, en),
            });
        };
        if before == Some(Grade::C) && grade >= Grade::C {
            let letter = grade.letter();
            add(
                "grade_c_repeated",
                &format!("評価Cの次の評価が{letter}で、改善していません"),
                &format!("The evaluation after a C is {letter}, no improvement"),
            );
        }
        if grade == Grade::D {
            add("grade_d", "評価がDです", "The grade is D");
        }
        before = Some(grade);
    }
    rights
}

fn annexed(agreement: &Agreement, finding: &AnnexedFinding, span: Interval) -> Vec<Consequence> {
    let days = agreement.at(finding.start).annexed_improvement_days;
    let limit = days.map(|days| finding.start.plus(i64::from(days) * DAY_SECONDS));
    let asked = Consequence {
        kind: ConsequenceKind::ImprovementPeriod,
        at: finding.start,
        because: Item::Annexed.code(),
        subject: finding.id.clone(),
        detail: match limit {
            Some(limit) => Said::new(
                format!("巻末の事項が守られていません。改善の期限は{limit}です"),
                format!("An annexed item was not observed; it is to be improved by {limit}"),
            ),
            None => Said::new(
                "巻末の事項が守られていません。改善の期間を双方で決めてください",
                "An annexed item was not observed; settle the time to improve it",
            ),
        },
    };
    let missed = limit.filter(|limit| finding.end.is_none_or(|end| end > *limit));
    let missed = missed.map(|at| Consequence {
        kind: ConsequenceKind::NoticeRight,
        at,
        because: Item::Annexed.code(),
        subject: finding.id.clone(),
        detail: right(
            "巻末の事項が、改善の期間を過ぎても守られていません",
            "An annexed item was not improved within the time set",
        ),
    });
    let mut found: Vec<Consequence> = std::iter::once(asked).chain(missed).collect();
    found.retain(|one| span.holds(one.at));
    found
}

/// A right, stated.
fn right(ja: &str, en: &str) -> Said {
    Said::new(
        format!(
            "{ja}。双方が確認した評価に基づき、医療機関等は損害賠償の請求や契約の解除を申し入れることができます"
        ),
        format!(
            "{en}. Once both sides confirmed the evaluation, the institution may give notice of a claim or termination"
        ),
    )
}
