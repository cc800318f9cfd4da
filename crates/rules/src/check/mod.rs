//! The check: every rule of the guideline that a program can hold, one file each in `rules/`.
//!
//! A rule looks at a whole workspace or at one assessed service and adds findings. It is a value of
//! type [`Rule`], registered in [`RULES`]; `mamori explain`, the reference and the check report are
//! made from that list. To add one, see CONTRIBUTING.md.

mod age;
mod contracts;
mod coverage;
pub mod covering;
mod diagnostic;
mod findings;
#[cfg(test)]
mod first_steps;
mod given;
pub(crate) mod incidents;
mod lines;
mod listing;
mod medical;
mod places;
mod register;
mod requirements;
mod retention;
mod rule;
mod rules;
mod searches;
pub mod sla;
mod strength;
mod suppliers;
#[cfg(test)]
pub(crate) mod testing;
mod told;
mod treated;

pub use diagnostic::{About, Diagnostic, Mark, Severity};
pub use findings::Findings;
pub use register::RULES;
pub use rule::{Rule, Run};
pub use suppliers::subcontractors;

use crate::assessment::Assessment;
use mamori_catalogue::Catalogue;
use mamori_domain::{Date, Workspace};

/// What a workspace-wide rule looks at.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The edition's catalogue.
    pub catalogue: &'a Catalogue,
    /// The day of the check.
    pub as_of: Date,
}

/// Runs every rule over a workspace and its assessed services.
///
/// The findings are ordered as a person would mend them: graver first within a stage, stages in the
/// order of [`RULES`] — so that the first check of an empty workspace reads like a to-do list.
pub fn check(whole: &Whole<'_>, assessments: &[Assessment<'_>]) -> Vec<Diagnostic> {
    check_with(RULES, whole, assessments)
}

/// Runs some rules: the mutation suite runs all but one.
pub fn check_with(
    rules: &[&'static Rule],
    whole: &Whole<'_>,
    assessments: &[Assessment<'_>],
) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for rule in rules {
        let mut findings = Findings::of(rule);
        match rule.run {
            Run::Workspace(run) => run(whole, &mut findings),
            Run::Service(run) => assessments
                .iter()
                .for_each(|assessment| run(assessment, &mut findings)),
        }
        all.extend(findings.into_diagnostics());
    }
    all
}

/// The rule with a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
