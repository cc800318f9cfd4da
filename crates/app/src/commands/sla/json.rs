//! Results for programs: the form other programs rely on.

use mamori_domain::Language;
use mamori_service_levels::{
    Band, BandBudget, BandResult, Budget, Evaluation, ExcludedCause, PeriodResult, Taken,
};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    periods: Vec<PeriodEntry>,
    shortfalls: Vec<ShortfallEntry<'a>>,
    grade: Option<&'static str>,
    consequences: Vec<ConsequenceEntry<'a>>,
    input: InputEntry<'a>,
}

#[derive(Serialize)]
struct PeriodEntry {
    kind: &'static str,
    complete: bool,
    from: String,
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'static str>,
    bands: Vec<BandEntry>,
}

#[derive(Serialize)]
struct BandEntry {
    band: &'static str,
    service_seconds: i64,
    stop_seconds: i64,
    excluded_seconds: ExcludedEntry,
    availability: Option<AvailabilityEntry>,
    target: Option<String>,
    met: Option<bool>,
}

#[derive(Serialize)]
struct ExcludedEntry {
    agreed_beforehand: i64,
    beyond_control: i64,
    institution: i64,
    other_excluded: i64,
}

#[derive(Serialize)]
struct AvailabilityEntry {
    numerator: i64,
    denominator: i64,
    percent: String,
}

#[derive(Serialize)]
struct ShortfallEntry<'a> {
    kind: &'static str,
    at: String,
    subject: &'a str,
    detail: &'a str,
}

#[derive(Serialize)]
struct ConsequenceEntry<'a> {
    kind: &'static str,
    at: String,
    because: &'static str,
    subject: &'a str,
    detail: &'a str,
}

#[derive(Serialize)]
struct InputEntry<'a> {
    rows: u64,
    used: u64,
    refused: Vec<RefusedEntry<'a>>,
}

#[derive(Serialize)]
struct RefusedEntry<'a> {
    row: u64,
    reason: &'a str,
}

/// An evaluation as one JSON document.
pub(super) fn evaluation(evaluation: &Evaluation, taken: &Taken, language: Language) -> String {
    let periods = evaluation.months.iter().chain(&evaluation.evaluations);
    let shortfalls = evaluation.shortfalls().map(|one| ShortfallEntry {
        kind: one.item.code(),
        at: one.at.to_string(),
        subject: &one.subject,
        detail: one.detail.say(language),
    });
    let consequences = evaluation.consequences.iter().map(|one| ConsequenceEntry {
        kind: one.kind.code(),
        at: one.at.to_string(),
        because: one.because,
        subject: &one.subject,
        detail: one.detail.say(language),
    });
    let refused = taken.refused.iter().map(|one| RefusedEntry {
        row: one.row,
        reason: one.reason.say(language),
    });
    written(&Document {
        periods: periods.map(period).collect(),
        shortfalls: shortfalls.collect(),
        grade: evaluation.grade().map(|grade| grade.letter()),
        consequences: consequences.collect(),
        input: InputEntry {
            rows: taken.rows,
            used: taken.used(),
            refused: refused.collect(),
        },
    })
}

fn period(result: &PeriodResult) -> PeriodEntry {
    let period = &result.period;
    PeriodEntry {
        kind: period.kind.code(),
        complete: period.is_complete(),
        from: period.span.start().to_string(),
        to: period.span.end().to_string(),
        grade: result.grade.map(|grade| grade.letter()),
        bands: result.bands.iter().map(band).collect(),
    }
}

fn band(result: &BandResult) -> BandEntry {
    let excluded = |class: ExcludedCause| {
        let at = ExcludedCause::ALL.iter().position(|one| *one == class);
        at.map_or(0, |at| result.measured.excluded_seconds[at])
    };
    BandEntry {
        band: result.band.code(),
        service_seconds: result.measured.service_seconds,
        stop_seconds: result.measured.stop_seconds,
        excluded_seconds: ExcludedEntry {
            agreed_beforehand: excluded(ExcludedCause::AgreedBeforehand),
            beyond_control: excluded(ExcludedCause::BeyondControl),
            institution: excluded(ExcludedCause::Institution),
            other_excluded: excluded(ExcludedCause::OtherExcluded),
        },
        availability: result.availability().map(|ratio| AvailabilityEntry {
            numerator: ratio.numerator(),
            denominator: ratio.denominator(),
            percent: ratio.to_string(),
        }),
        target: result.target.map(|target| target.to_string()),
        met: result.met(),
    }
}

#[derive(Serialize)]
struct BudgetDocument {
    periods: Vec<BudgetEntry>,
}

#[derive(Serialize)]
struct BudgetEntry {
    kind: &'static str,
    from: String,
    now: String,
    to: String,
    bands: Vec<BandBudgetEntry>,
}

#[derive(Serialize)]
struct BandBudgetEntry {
    band: &'static str,
    target: String,
    service_seconds: i64,
    elapsed_seconds: i64,
    allowed_seconds: i64,
    used_seconds: i64,
    left_seconds: i64,
    burn_rate: Option<BurnEntry>,
}

#[derive(Serialize)]
struct BurnEntry {
    numerator: i128,
    denominator: i128,
}

/// Budgets as one JSON document.
pub(super) fn budgets(budgets: &[Budget]) -> String {
    let periods = budgets.iter().map(|budget| BudgetEntry {
        kind: budget.period.kind.code(),
        from: budget.period.span.start().to_string(),
        now: budget.period.span.end().to_string(),
        to: budget.period.ends.to_string(),
        bands: budget.bands.iter().map(band_budget).collect(),
    });
    written(&BudgetDocument {
        periods: periods.collect(),
    })
}

fn band_budget(budget: &BandBudget) -> BandBudgetEntry {
    let band: Band = budget.band;
    BandBudgetEntry {
        band: band.code(),
        target: budget.target.to_string(),
        service_seconds: budget.service_seconds,
        elapsed_seconds: budget.elapsed_seconds,
        allowed_seconds: budget.allowed_seconds,
        used_seconds: budget.used_seconds,
        left_seconds: budget.left_seconds(),
        burn_rate: budget.burn_rate().map(|(numerator, denominator)| BurnEntry {
            numerator,
            denominator,
        }),
    }
}

fn written(document: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(document).expect("plain values become JSON");
    text.push('\n');
    text
}
