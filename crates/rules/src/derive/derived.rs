//! What derivation yields: flows, the flow × threat grid and risks, each with its reasons.
//!
//! A large service has tens of thousands of risks, so what many of them share is held once: texts
//! are put together only when they are asked for ([`RiskText::say`]), lists of items are shared.

use mamori_catalogue::{Bilingual, ConditionId, ItemId, LevelId, ThreatId};
use mamori_domain::{
    Connection, Equipment, Id, Information, InformationClass, Language, Layer, Medium, Person, Phase, Said,
    Site, Supplier, Transport, Verb, Words,
};
use std::sync::Arc;

/// Everything derived from one service. Deriving twice gives the same value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Derived {
    /// Information flows in order of phase, layer, verb, site, thing, information (GL 5.1.1).
    pub flows: Vec<Flow>,
    /// One cell for each flow and threat, in the order of the flows, then of the threats.
    pub grid: Vec<GridCell>,
    /// Risks in the order of the grid, stated ones after the derived ones (GL 5.1.1).
    pub risks: Vec<Risk>,
    /// Control items that attach to the service once: organisation-wide ones, and those of the
    /// phases before the contract and in a crisis.
    pub service_items: Vec<ItemId>,
    /// Places, in the service's list, of the decisions that matched nothing.
    pub unmatched_decisions: Vec<usize>,
    /// Places, in the service's list, of the decisions that others overruled wherever they matched.
    pub overruled_decisions: Vec<usize>,
}

/// Where a derived or stated thing comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Proposed by derivation.
    Derived,
    /// Stated by a person.
    Stated,
}

/// Whether a person has looked at a proposal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A proposal nobody has decided on (提案); it counts all the same.
    Proposed,
    /// Stated, or accepted or changed by the decision with this pattern.
    Decided(Arc<str>),
    /// Excluded by the decision with this pattern: kept and shown, but it does not count.
    Excluded(Arc<str>),
}

impl Standing {
    /// Whether the thing counts.
    pub fn counts(&self) -> bool {
        !matches!(self, Standing::Excluded(_))
    }
}

/// The thing by which a flow runs (Which of GL 5.2.1 (2)).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// Equipment.
    Equipment(Id<Equipment>),
    /// A medium kept somewhere.
    Medium(Id<Medium>),
    /// A network connection.
    Connection(Id<Connection>),
    /// A medium under way.
    Transport(Id<Transport>),
}

impl Thing {
    /// The name of its kind in the model, such as `equipment`.
    pub fn kind(&self) -> &'static str {
        match self {
            Thing::Equipment(_) => "equipment",
            Thing::Medium(_) => "medium",
            Thing::Connection(_) => "connection",
            Thing::Transport(_) => "transport",
        }
    }

    /// Its id as text.
    pub fn id(&self) -> &str {
        match self {
            Thing::Equipment(id) => id.as_str(),
            Thing::Medium(id) => id.as_str(),
            Thing::Connection(id) => id.as_str(),
            Thing::Transport(id) => id.as_str(),
        }
    }
}

/// An information flow: who, where, by which, what, how, in which phase and seen from which layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// `phase/layer/verb/site/thing/information`; a stated flow has its own id.
    pub id: Arc<str>,
    /// The phase.
    pub phase: Phase,
    /// The layer from which it is seen.
    pub layer: Layer,
    /// What is done.
    pub verb: Verb,
    /// The people; empty where no person acts.
    pub who: Vec<Id<Person>>,
    /// The company that carries it, for lines and transports.
    pub carrier: Option<Id<Supplier>>,
    /// Where.
    pub site: Id<Site>,
    /// The other end, for transports and lines between sites.
    pub other_site: Option<Id<Site>>,
    /// By which equipment, medium, connection or transport.
    pub thing: Thing,
    /// What.
    pub information: Id<Information>,
    /// The class of the information, when it has one.
    pub class: Option<Id<InformationClass>>,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it was reviewed.
    pub standing: Standing,
    /// Why it was proposed: the derivation rule's sentence.
    pub reason: Words,
}

/// One cell of the grid: a flow held against a threat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// Index of the flow in [`Derived::flows`].
    pub flow: usize,
    /// The threat.
    pub threat: ThreatId,
    /// Whether it applies.
    pub applies: bool,
    /// Id of the reason in the catalogue's derivation tables, for a cell that does not apply; the
    /// decision's pattern when a person excluded it.
    pub reason: Arc<str>,
}

/// A figure on a scale of 1–5, with how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The value, 1–5.
    pub value: u8,
    /// The value before facts and decisions.
    pub base: u8,
    /// Ids of the facts that raised or lowered it, with their effect; shared by the risks on which the
    /// same facts bear.
    pub facts: Arc<[(Arc<str>, i8)]>,
    /// The pattern of the decision that set it, if one did.
    pub decided: Option<Arc<str>>,
}

/// What would happen, put together from a scenario and the names of the flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RiskText {
    /// A scenario of the catalogue with the names to put into its slots.
    Derived {
        /// The scenario's text, with the slots `{site}`, `{thing}` and `{information}`.
        scenario: Arc<Bilingual>,
        /// The names.
        names: Arc<FlowNames>,
    },
    /// A person's own text; it has one language.
    Stated(Arc<str>),
}

impl RiskText {
    /// The sentence in one language. The names are the user's and stand as typed.
    pub fn say(&self, language: Language) -> String {
        match self {
            RiskText::Derived { scenario, names } => names.fill(scenario.say(language)),
            RiskText::Stated(text) => text.to_string(),
        }
    }
}

/// The user's names of what a flow is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowNames {
    /// The site; both ends with ～ between them where there are two.
    pub site: String,
    /// The equipment, medium, connection or the medium transported.
    pub thing: String,
    /// The information.
    pub information: String,
}

impl FlowNames {
    /// A template with the names in its slots; anything else in braces stays as it is. A name is
    /// never looked at for slots.
    fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let slot = [
                ("site}", &self.site),
                ("thing}", &self.thing),
                ("information}", &self.information),
            ]
            .into_iter()
            .find_map(|(slot, name)| Some((after.strip_prefix(slot)?, name)));
            match slot {
                Some((after, name)) => {
                    text.push_str(name);
                    rest = after;
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }
}

/// A risk (GL 5.1.1–5.1.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// The flow's id, the threat and the scenario: `…/patient-info/T1/improper-view`; a stated risk
    /// has its own id.
    pub id: Arc<str>,
    /// Index of the flow in [`Derived::flows`]; a stated risk points to the first flow it covers.
    pub flow: Option<usize>,
    /// The threat of the catalogue; nothing for a threat beyond them.
    pub threat: Option<ThreatId>,
    /// A stated threat beyond the catalogue's.
    pub other_threat: Option<String>,
    /// Id of the scenario in the catalogue's derivation tables, or the stated risk's id.
    pub scenario: Arc<str>,
    /// What would happen.
    pub text: RiskText,
    /// Impact 1–5.
    pub impact: Judged,
    /// Likelihood 1–5.
    pub likelihood: Judged,
    /// Risk level: impact × likelihood, 1–25.
    pub product: u8,
    /// Rank by the edition's table (S–D).
    pub rank: LevelId,
    /// Control items proposed for it, at most [`super::ITEMS_PER_RISK`], or those a decision names.
    pub items: Arc<[ItemId]>,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it was reviewed.
    pub standing: Standing,
}

/// Whether a condition of the catalogue holds, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionState {
    /// The condition.
    pub id: ConditionId,
    /// Holds, does not hold, or unknown because a declared fact is missing.
    pub holds: Option<bool>,
    /// Whether a person stated it.
    pub stated: bool,
    /// Whether the configuration decides it. A statement to the contrary then stands in the reason, so
    /// that nobody's words are lost.
    pub from_configuration: bool,
    /// Why: the fact in the configuration, or the stated reason.
    pub reason: Said,
    /// The things of the configuration that show it: kind and id.
    pub shown_by: Vec<(&'static str, String)>,
}

/// Derived risks of one thing under one threat: what a person looks through in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The thing.
    pub thing: Thing,
    /// The threat.
    pub threat: ThreatId,
    /// Indices into [`Derived::risks`], in their order.
    pub risks: Vec<usize>,
    /// Whether a decision covers every one of them.
    pub reviewed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_a_slot_stays_as_typed() {
        let names = FlowNames {
            site: "{thing}".to_owned(),
            thing: "A{information}".to_owned(),
            information: "B".to_owned(),
        };
        assert_eq!(
            names.fill("{site}の{thing}で{information}が{other}{"),
            "{thing}のA{information}でBが{other}{"
        );
    }
}
