//! The verdicts: what follows from a model, and what is wrong with it. Pure: model in, values out.
//!
//! [`derive`] lays flows, threats and risks over a service; [`answers`] finds the effective answer
//! to every control item; [`procedures`] tells where the records of operation stand; [`check`] tells
//! every gap and contradiction; [`duties`] tells what is due when; [`agreed_terms`] lays together what was
//! agreed on service levels. None of them knows a clock:
//! the day is part of the [`Subject`].

pub mod agreed_terms;
pub mod answers;
pub mod assessment;
pub mod check;
pub mod conditions;
pub mod derive;
pub mod duties;
pub mod procedures;
mod subject;
pub mod treating;

pub use assessment::Assessment;
pub use subject::Subject;
