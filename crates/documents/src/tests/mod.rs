//! Tests over documents: tables fill their grids, both languages are complete, what must be told is
//! told — each beside the case in which it is not.

pub(crate) mod case;
mod check_report;
mod clauses;
mod controls;
mod disclosure;
mod duties;
mod example;
mod flows;
mod handed_over;
mod legal;
mod model;
mod records;
mod regulation;
mod requests;
mod risks;
mod sla;
mod treatments;
mod whole;
