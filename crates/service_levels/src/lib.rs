//! Service levels (GL 別紙1-II 1.3, 6.3 (2), 7.1, 7.2): what happened, held against what was agreed, to the second.
//!
//! Everything here is pure: instants are whole seconds, ratios are exact, and the end of the evaluation
//! is an argument. `docs/design/service-levels.md` says every reading and why.

mod budget;
mod calendar;
mod consequence;
mod evaluate;
mod event;
mod explain;
mod fleet;
mod grade;
mod holidays;
mod instant;
mod intake;
mod interval;
mod shortfall;
mod terms;
mod windows;

pub use budget::{BandBudget, Budget, budgets};
pub use calendar::{BusinessHours, Calendar, Holidays};
pub use consequence::{Consequence, ConsequenceKind};
pub use evaluate::{
    Availability, BandResult, Cover, Evaluation, Late, LateKind, Measured, Period, PeriodKind, PeriodResult,
    late,
};
pub use event::{
    AnnexedFinding, Cause, Events, Exception, ExcludedCause, Notified, Response, Slowdown, Stop, Update,
};
pub use explain::EXPLANATIONS;
pub use fleet::{Fleet, FleetMonth, Meter, Piece};
pub use grade::Grade;
pub use holidays::national_holiday;
pub use instant::{DAY_SECONDS, HOUR_SECONDS, Instant};
pub use intake::{Column, Intake, Refusal, Taken};
pub use interval::{Interval, Seconds};
pub use shortfall::{Item, Shortfall};
pub use terms::{Agreement, Band, GradeTable, Target, Terms};
pub use windows::RecurringWindow;
