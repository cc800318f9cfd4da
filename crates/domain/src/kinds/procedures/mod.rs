//! Procedures: records of what is asked, agreed and done in daily operation, and their steps.
//!
//! A record is a row of a kind of its own. Where it stands is never typed in: it follows from its
//! steps, which are rows of one kind for all records.

mod exchange;
mod handling;
mod ledgers;
mod maintenance;
mod outage;
mod step;

pub use exchange::*;
pub use handling::*;
pub use ledgers::*;
pub use maintenance::*;
pub use outage::*;
pub use step::*;
