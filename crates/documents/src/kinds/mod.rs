//! One file or folder for each kind of document.

pub(crate) mod check_report;
pub(crate) mod controls;
pub(crate) mod regulation;
pub(crate) mod risks;
pub(crate) mod treatments;
