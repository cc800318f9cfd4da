//! Made-up workspaces for tests and measurements: valid, repeatable, and full of awkward text.
//!
//! Everything follows from the descriptions, so a new kind or field is generated as soon as it is
//! declared. The same seed always gives the same workspace.

mod awkward;
mod values;

pub use awkward::PIECES;

use mamori_domain::description::{KindDescription, Level, Shape, ValueType};
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{FORMAT, Scope, scopes_of};
use std::collections::BTreeMap;

/// Splitmix64: small, fast, and the same on every machine.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A source that always yields the same numbers for a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    ///
    /// # Panics
    /// When the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        assert!(bound > 0, "there is no number below 0");
        (self.number() % bound as u64) as usize
    }

    /// One of some values.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// How much a generated workspace holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Number of services.
    pub services: usize,
    /// Number of institutions.
    pub institutions: usize,
    /// Fewest rows of a list.
    pub rows_min: usize,
    /// Most rows of a list (a few more where references need them).
    pub rows_max: usize,
    /// Whether every field of every row has a value.
    pub every_field: bool,
}

/// A small workspace in which anything may be missing that need not be there.
pub fn workspace(seed: u64) -> RawWorkspace {
    let mut random = Random::new(seed);
    let extent = Extent {
        services: 1 + random.below(3),
        institutions: random.below(3),
        rows_min: 0,
        rows_max: 5,
        every_field: false,
    };
    generate(random.number(), extent)
}

/// A workspace in which every kind has rows and every field a value.
pub fn full(seed: u64) -> RawWorkspace {
    let extent = Extent {
        services: 2,
        institutions: 2,
        rows_min: 2,
        rows_max: 3,
        every_field: true,
    };
    generate(seed, extent)
}

/// A workspace of a given extent.
pub fn generate(seed: u64, extent: Extent) -> RawWorkspace {
    let mut plan = Plan {
        random: Random::new(seed),
        extent,
        scopes: Vec::new(),
        ids: BTreeMap::new(),
        next: 0,
    };
    plan.scopes.extend([Scope::Workspace, Scope::Organisation]);
    for number in 1..=extent.services {
        plan.scopes
            .push(Scope::Service(format!("service-{number}").into()));
    }
    for number in 1..=extent.institutions {
        plan.scopes
            .push(Scope::Institution(format!("clinic-{number}").into()));
    }
    plan.count_rows();
    plan.supply_references();
    let scopes = plan.scopes.clone();
    RawWorkspace {
        scopes: scopes.into_iter().map(|scope| plan.fill(scope)).collect(),
    }
}

/// The key each row will have, before any value is made: references need to know.
struct Plan {
    random: Random,
    extent: Extent,
    scopes: Vec<Scope>,
    /// Ids of the rows by scope and kind; rows that have no id of their own count by empty ids.
    ids: BTreeMap<(Scope, &'static str), Vec<String>>,
    next: usize,
}

impl Plan {
    fn count_rows(&mut self) {
        for scope in self.scopes.clone() {
            for kind in scopes_of(scope.level()) {
                let spread = self.extent.rows_max - self.extent.rows_min + 1;
                let count = match kind.shape {
                    Shape::Single => 1,
                    Shape::List => self.extent.rows_min + self.random.below(spread),
                };
                (0..count).for_each(|_| self.add_row(&scope, kind));
            }
        }
    }

    fn add_row(&mut self, scope: &Scope, kind: &'static KindDescription) {
        self.next += 1;
        let id = match kind.has_own_ids() {
            true => format!("{}-{}", &kind.name[..kind.name.len().min(30)], self.next),
            false => String::new(),
        };
        self.ids.entry((scope.clone(), kind.name)).or_default().push(id);
    }

    /// Adds rows until every required reference has something to point to.
    fn supply_references(&mut self) {
        loop {
            let mut missing = None;
            for ((scope, name), ids) in &self.ids {
                let Some(kind) = scopes_of(scope.level()).iter().find(|kind| kind.name == *name) else {
                    continue;
                };
                let needed = kind
                    .fields
                    .iter()
                    .filter(|field| field.required || self.extent.every_field);
                let wanted = needed.filter_map(|field| field.value.referenced_kind());
                let without = wanted
                    .into_iter()
                    .find(|wanted| self.targets(scope, wanted).is_empty());
                if let Some(wanted) = without.filter(|_| !ids.is_empty()) {
                    missing = Some((scope.clone(), wanted));
                    break;
                }
            }
            let Some((from, wanted)) = missing else { return };
            let services = self.scopes.iter().filter(|scope| scope.level() == Level::Service);
            let places = [from, Scope::Organisation].into_iter().chain(services.cloned());
            let holder = places.into_iter().find_map(|scope| {
                let kind = scopes_of(scope.level()).iter().find(|kind| kind.name == wanted)?;
                Some((scope, *kind))
            });
            let Some((scope, kind)) = holder else { return };
            self.add_row(&scope, kind);
        }
    }

    /// The ids a reference may mean.
    fn targets(&self, from: &Scope, wanted: &str) -> Vec<String> {
        let of_level = |level: Level| self.scopes.iter().filter(move |scope| scope.level() == level);
        match wanted {
            "service" => of_level(Level::Service)
                .map(|scope| scope.id().to_owned())
                .collect(),
            "institution" => of_level(Level::Institution)
                .map(|scope| scope.id().to_owned())
                .collect(),
            _ => {
                let here = self.ids.iter().filter(|((scope, kind), _)| {
                    let service = from.level() == Level::Institution && scope.level() == Level::Service;
                    *kind == wanted && (scope == from || *scope == Scope::Organisation || service)
                });
                here.flat_map(|(_, ids)| ids.clone())
                    .filter(|id| !id.is_empty())
                    .collect()
            }
        }
    }

    fn fill(&mut self, scope: Scope) -> RawScope {
        let mut lists = Vec::new();
        for kind in scopes_of(scope.level()) {
            let ids = self
                .ids
                .get(&(scope.clone(), kind.name))
                .cloned()
                .unwrap_or_default();
            let mut rows: Vec<RawRow> = Vec::new();
            for id in ids {
                let mut row = self.row(&scope, kind, &id);
                self.name_rows(&lists, kind, &mut row);
                let repeated = kind.shape == Shape::List
                    && rows.iter().any(|other| kind.key_of(other) == kind.key_of(&row));
                if !repeated && !row.cells.is_empty() {
                    rows.push(row);
                }
            }
            if !rows.is_empty() {
                lists.push(RawList { kind, rows });
            }
        }
        RawScope { scope, lists }
    }

    /// Points into lists of the same scope whose rows are told apart by a text.
    fn name_rows(&mut self, lists: &[RawList], kind: &KindDescription, row: &mut RawRow) {
        for field in kind.fields {
            let ValueType::Key(wanted) = field.value else {
                continue;
            };
            let Some(list) = lists.iter().find(|list| list.kind.name == wanted) else {
                continue;
            };
            if field.required || self.extent.every_field || self.random.once_in(2) {
                let target = self.random.pick(&list.rows);
                row.cells.push(RawCell {
                    name: field.name.into(),
                    text: target.text(list.kind.key[0]).trim().to_owned(),
                    place: Place::Made,
                });
            }
        }
    }

    fn row(&mut self, scope: &Scope, kind: &KindDescription, id: &str) -> RawRow {
        let mut cells = Vec::new();
        for (at, field) in kind.fields.iter().enumerate() {
            let text = match (at, id, field.name) {
                (0, id, _) if !id.is_empty() => id.to_owned(),
                (_, _, "format") if kind.name == "settings" => FORMAT.to_string(),
                _ if field.required || self.extent.every_field || self.random.once_in(2) => {
                    self.value(scope, &field.value)
                }
                _ => String::new(),
            };
            if !text.is_empty() {
                cells.push(RawCell {
                    name: field.name.into(),
                    text,
                    place: Place::Made,
                });
            }
        }
        RawRow {
            place: Place::Made,
            cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::same;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_gives_the_same_workspace_and_another_seed_another() {
        assert_eq!(workspace(7), workspace(7));
        assert!(!same(&workspace(7), &workspace(8)));
    }

    #[test]
    fn generated_workspaces_are_valid() {
        for seed in 0..60 {
            let raw = if seed % 4 == 0 {
                full(seed)
            } else {
                workspace(seed)
            };
            let read =
                mamori_domain::build::read(&raw).unwrap_or_else(|problems| panic!("{seed}: {problems:?}"));
            assert!(same(&mamori_domain::build::write(&read), &raw), "seed {seed}");
        }
    }

    #[test]
    fn a_full_workspace_has_every_kind_and_every_field() {
        let raw = full(1);
        let mut filled = BTreeSet::new();
        for list in raw.scopes.iter().flat_map(|scope| &scope.lists) {
            let names = list
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .map(|cell| cell.name.to_string());
            filled.extend(names.map(|name| (list.kind.name, name)));
        }
        for level in [
            Level::Workspace,
            Level::Organisation,
            Level::Service,
            Level::Institution,
        ] {
            for kind in scopes_of(level) {
                for field in kind.fields {
                    assert!(
                        filled.contains(&(kind.name, field.name.to_owned())),
                        "{}.{}",
                        kind.name,
                        field.name
                    );
                }
            }
        }
    }
}
