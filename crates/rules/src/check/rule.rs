//! What a rule is.

use super::{Findings, Mark, Whole};
use crate::assessment::Assessment;
use mamori_domain::Words;

/// A rule of the guideline that a program can hold.
#[derive(Debug)]
pub struct Rule {
    /// Its name, `kebab-case`, saying the fault: the code in diagnostics.
    pub code: &'static str,
    /// How firmly the guideline asks; it decides the severity.
    pub mark: Mark,
    /// The section, such as `GL 5.1.5(1)②`.
    pub guideline: &'static str,
    /// The fault in a few words.
    pub title: Words,
    /// Why it matters, for a reader who is no engineer.
    pub why: Words,
    /// How to mend it; printed with every finding.
    pub help: Words,
    /// What looks for the fault.
    pub run: Run,
}

/// Over what a rule runs.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// Once over the workspace: what all services share.
    Workspace(fn(&Whole<'_>, &mut Findings)),
    /// Once for each service.
    Service(fn(&Assessment<'_>, &mut Findings)),
}
