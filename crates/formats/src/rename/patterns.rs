//! How a rename follows an id into patterns over derived ids.

use super::{Task, has_ids};
use mamori_domain::description::KindDescription;
use mamori_domain::raw::{RawCell, RawWorkspace};
use mamori_domain::{Pattern, Phase, Problem, Said, Scope, scopes_of};

/// A flow as derivation names it, for telling which thing a pattern means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivedFlow {
    /// Its service.
    pub scope: Scope,
    /// Its derived id.
    pub id: String,
    /// The kind of the thing it goes by, such as `equipment`.
    pub kind: String,
    /// The id of that thing.
    pub thing: String,
}

/// Segments of a flow's id.
const FLOW_SEGMENTS: usize = 6;

/// The segment of a flow's id that names its thing, from 0.
const THING_SEGMENT: usize = 4;

/// The kinds whose ids stand in the same place of a derived id.
const THINGS: [&str; 4] = ["equipment", "medium", "connection", "transport"];

/// Whether a thing of another kind bears the same id and stands in the same place of derived ids.
pub(super) fn sharing(raw: &RawWorkspace, kind: &KindDescription, home: &Scope, old: &str) -> bool {
    let rivals: &[&str] = match kind.name {
        name if THINGS.contains(&name) => &THINGS,
        "flow" | "risk" => &["flow", "risk"],
        _ => return false,
    };
    scopes_of(home.level())
        .iter()
        .filter(|other| has_ids(other) && other.name != kind.name && rivals.contains(&other.name))
        .any(|other| raw.row(home, other.name, old).is_some())
}

fn is_phase(id: &str) -> bool {
    Phase::ALL.iter().any(|phase| phase.code() == id)
}

/// Whether a pattern whose first segment is an id speaks of a stated flow: where risks are listed, a
/// lone id is a risk's.
fn means_flow(parts: &[&str], field: &str) -> bool {
    parts.len() > 1 || field != "risks"
}

impl Task<'_> {
    /// A pattern over derived ids with the id rewritten. Flows are
    /// `phase/layer/verb/site/thing/information`, risks add threat and scenario, stated flows and
    /// risks begin with their own id.
    pub(super) fn pattern(&self, pattern: &str, field: &str, cell: &RawCell) -> Result<String, Problem> {
        if self.shared {
            return self.shared_pattern(pattern, field, cell);
        }
        let mut parts: Vec<&str> = pattern.split('/').collect();
        let at = match self.kind.name {
            "site" => 3,
            "equipment" | "medium" | "connection" | "transport" => 4,
            "information" => 5,
            "flow" if means_flow(&parts, field) && !is_phase(self.old) => 0,
            "risk" if parts.len() == 1 && field != "flow" => 0,
            _ => return Ok(pattern.to_owned()),
        };
        let last = at + 1 == parts.len();
        let Some(part) = parts.get_mut(at) else {
            return Ok(pattern.to_owned());
        };
        if *part == self.old {
            *part = self.new;
            return Ok(parts.join("/"));
        }
        let covers = |id: &str| match part.strip_suffix('*').filter(|_| last) {
            Some(beginning) => id.starts_with(beginning),
            None => *part == "*" || *part == id,
        };
        match covers(self.old) == covers(self.new) {
            true => Ok(pattern.to_owned()),
            false => Err(self.reach_would_change(pattern, cell)),
        }
    }

    fn reach_would_change(&self, pattern: &str, cell: &RawCell) -> Problem {
        let (old, new) = (self.old, self.new);
        Problem::new(
            &cell.place,
            Said::new(
                format!("IDを「{old}」から「{new}」に変えると、「{pattern}」の及ぶ範囲が変わってしまいます"),
                format!("Renaming \"{old}\" to \"{new}\" would change what \"{pattern}\" covers"),
            ),
            Said::new(
                "先にこのパターンを直すか、別のIDにしてください",
                "Mend this pattern first, or choose another id",
            ),
        )
    }

    /// The same where things of two kinds bear the old id: the pattern becomes the one that goes on
    /// covering exactly the flows it covers now.
    fn shared_pattern(&self, pattern: &str, field: &str, cell: &RawCell) -> Result<String, Problem> {
        if matches!(self.kind.name, "flow" | "risk") {
            return self.shared_statement(pattern, field, cell);
        }
        let parts: Vec<&str> = pattern.split('/').collect();
        let with = |segment: &str| {
            let mut parts = parts.clone();
            if let Some(part) = parts.get_mut(THING_SEGMENT) {
                *part = segment;
            }
            parts.join("/")
        };
        let names_it = |part: &&str| *part == self.old || part.ends_with(&format!(":{}", self.old));
        let mut ways = vec![pattern.to_owned()];
        if parts.get(THING_SEGMENT).is_some_and(names_it) {
            ways.extend([with(self.new), with(self.old)]);
            // Nothing is derived that could tell whom it means.
            if self.flows.is_empty() {
                return Err(self.reach_would_change(pattern, cell));
            }
        }
        let keeps = |way: &String| {
            let covers = |pattern: &str, id: &str| Pattern::new(&flow_part(pattern)).covers(id);
            self.flows
                .iter()
                .all(|flow| covers(pattern, &flow.id) == covers(way, &self.id_afterwards(flow)))
        };
        ways.into_iter()
            .find(keeps)
            .ok_or_else(|| self.reach_would_change(pattern, cell))
    }

    /// The id a flow by a thing of the old id has after the renaming.
    fn id_afterwards(&self, flow: &DerivedFlow) -> String {
        let with = |segment: &str| {
            let mut parts: Vec<&str> = flow.id.split('/').collect();
            if let Some(part) = parts.get_mut(THING_SEGMENT) {
                *part = segment;
            }
            parts.join("/")
        };
        if flow.kind == self.kind.name {
            return with(self.new);
        }
        let plain = with(self.old);
        let still_taken = self
            .flows
            .iter()
            .any(|other| other.id == plain && other.kind != self.kind.name);
        if still_taken { flow.id.clone() } else { plain }
    }

    /// A stated flow and a stated risk of the same id: told apart by where the pattern stands; a
    /// decision on the lone id is on both.
    fn shared_statement(&self, pattern: &str, field: &str, cell: &RawCell) -> Result<String, Problem> {
        let parts: Vec<&str> = pattern.split('/').collect();
        let both = parts.len() == 1 && !matches!(field, "flow" | "risks");
        let ours = match self.kind.name {
            "flow" => means_flow(&parts, field),
            _ => parts.len() == 1 && field != "flow",
        };
        match (ours && parts[0] == self.old, both) {
            (true, true) => Err(self.reach_would_change(pattern, cell)),
            (true, false) => Ok([&[self.new], &parts[1..]].concat().join("/")),
            (false, _) => Ok(pattern.to_owned()),
        }
    }
}

/// The part of a pattern that speaks of the flow; what follows in a risk's id is threat and scenario.
fn flow_part(pattern: &str) -> String {
    let parts: Vec<&str> = pattern.split('/').take(FLOW_SEGMENTS).collect();
    parts.join("/")
}
