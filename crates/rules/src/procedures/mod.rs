//! Procedures: what is asked, agreed, done and reported in daily operation, and where it stands.
//!
//! One concept for all of them: a *record* is a row of a kind of its own, and its *steps* are rows of
//! one kind. A [`machine::Machine`] — a table of states and transitions, one file a subject — says
//! which steps there are; [`machine::History`] follows a record's steps through it and cannot hold an
//! illegal one. Nothing here knows a clock: days are given.

mod contract_end;
mod deadlines;
mod exchange;
mod handling;
mod incident;
mod ledgers;
pub mod machine;
mod maintenance;
pub mod outage;
pub mod owed;
mod procedure;
mod record;
mod required;
mod sides;
mod tables;
mod words;

pub use contract_end::{Left, left_at_end};
pub use deadlines::Within;
pub use ledgers::{check_due, copy_due};
pub use maintenance::{MaintenanceClass, class_of, notice_days, notice_due};
pub use procedure::Terms;
pub use record::{Record, incident_history, performed_without_approval, records};
