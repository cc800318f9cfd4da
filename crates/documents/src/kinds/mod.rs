//! One file or folder for each kind of document.

pub(crate) mod agreements;
pub(crate) mod check_report;
pub(crate) mod configuration;
pub(crate) mod controls;
pub(crate) mod disclosure;
pub(crate) mod equipment;
pub(crate) mod flows;
pub(crate) mod legal;
pub(crate) mod mhlw;
pub(crate) mod patients;
pub(crate) mod plan;
pub(crate) mod records;
pub(crate) mod regulation;
pub(crate) mod requests;
pub(crate) mod risks;
pub(crate) mod sla;
pub(crate) mod treatments;
