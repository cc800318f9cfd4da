//! The one integration test program: what a user of the binary sees, and what holds for the whole.

mod contract;
mod duties;
mod editions;
mod fuzz;
mod golden;
mod guideline;
mod hostile_text;
mod import;
mod mutations;
mod one_page;
mod pages;
mod papers;
mod places;
mod reference;
mod running;
mod sla;
mod sla_fleet;
mod sla_report;
mod sla_workspace;
mod snapshots;
mod usage;
