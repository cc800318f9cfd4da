//! How a rename follows an id into patterns over derived ids.

use super::Task;
use mamori_domain::description::KindDescription;
use mamori_domain::raw::{RawCell, RawWorkspace};
use mamori_domain::{Phase, Problem, Said, Scope};

/// Whether a stated flow and a stated risk bear the same id, as they may.
pub(super) fn sharing(raw: &RawWorkspace, kind: &KindDescription, home: &Scope, old: &str) -> bool {
    let rival = match kind.name {
        "flow" => "risk",
        "risk" => "flow",
        _ => return false,
    };
    raw.row(home, rival, old).is_some()
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
            return self.shared_statement(pattern, field, cell);
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
