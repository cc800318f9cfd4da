//! The tables by which risks are derived: scenarios, reasons, and what raises or lowers a figure.
//!
//! The guideline gives the method (GL 5.1.1–5.1.3) and an example (GL 5.2.1); these tables are our
//! reading of both, kept as data so that a domain expert can change them. They speak of flows in the
//! codes of the model (`operation`, `app`, `view`, `terminal` …), which the rules check.

use crate::{Bilingual, Entry, ItemId, MeasureId, Register, ThreatId};
use std::sync::Arc;

/// Which codes a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codes {
    /// All of them, written `*`.
    Any,
    /// These.
    Of(Vec<String>),
}

impl Codes {
    /// Whether a code is among them.
    pub fn covers(&self, code: &str) -> bool {
        match self {
            Codes::Any => true,
            Codes::Of(codes) => codes.iter().any(|one| one == code),
        }
    }

    /// The codes written out; nothing for all.
    pub fn named(&self) -> &[String] {
        match self {
            Codes::Any => &[],
            Codes::Of(codes) => codes,
        }
    }
}

/// Which flows a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowCodes {
    /// Layers from which the flow is seen.
    pub layers: Codes,
    /// Phases.
    pub phases: Codes,
    /// What is done.
    pub verbs: Codes,
    /// Kinds of equipment and of lines, `equipment`, `portable`, `medium`, `connection`, `transport`.
    pub things: Codes,
}

/// What would happen if a threat came true on a flow (リスクシナリオ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// For example `improper-view`; the last part of a risk's id.
    pub id: Arc<str>,
    /// The threat that comes true.
    pub threat: ThreatId,
    /// The flows it can happen to.
    pub flows: FlowCodes,
    /// What happens, with the slots `{site}`, `{thing}` and `{information}`.
    pub text: Arc<Bilingual>,
    /// The measures of 別紙2 that answer it, the nearest first.
    pub measures: Vec<MeasureId>,
}

/// Why a threat is not held against a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridReason {
    /// Its identifier.
    pub id: Arc<str>,
    /// The threats it speaks of.
    pub threats: Codes,
    /// The flows it speaks of.
    pub flows: FlowCodes,
    /// The reason.
    pub text: Bilingual,
}

/// A fact that makes it more or less likely that a risk comes true (GL 5.1.2). What the fact is in the
/// model stands in the rules, under the same identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodFact {
    /// Its identifier.
    pub id: Arc<str>,
    /// One step up or down.
    pub effect: i8,
    /// The threats it bears on.
    pub threats: Codes,
    /// The scenarios it bears on.
    pub scenarios: Codes,
    /// The fact in words.
    pub text: Bilingual,
    /// The control items that bring it about as a treatment: where they are done, the fact holds
    /// after treatment although the configuration, which shows the state before, does not show it.
    pub brought_by: Vec<ItemId>,
}

/// How volume and frequency of handling change the impact of a class of information (GL 5.1.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImpactRule {
    /// Its identifier.
    pub id: Arc<str>,
    /// Volumes.
    pub volumes: Codes,
    /// Frequencies.
    pub frequencies: Codes,
    /// One step up or down.
    pub effect: i8,
    /// The fact in words.
    pub text: Bilingual,
}

/// The four tables of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Derivation {
    /// What would happen.
    pub scenarios: Register<Scenario>,
    /// Why a threat is not held against a flow; of several that fit the first counts.
    pub reasons: Register<GridReason>,
    /// What changes likelihood.
    pub likelihood: Register<LikelihoodFact>,
    /// What changes impact.
    pub impact: Register<ImpactRule>,
}

macro_rules! entry {
    ($($type:ident)+) => { $(
        impl Entry for $type {
            type Id = Arc<str>;

            fn id(&self) -> &Arc<str> {
                &self.id
            }
        }
    )+ };
}

entry!(Scenario GridReason LikelihoodFact ImpactRule);
