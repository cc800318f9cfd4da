//! Gives a thing another id and follows it everywhere: references, patterns, the folder of a
//! service or institution. The old id is retired, so that it can never come to mean another thing.

#![expect(
    clippy::result_large_err,
    reason = "a refusal is rare, read once and never on a hot path"
)]

mod patterns;

use crate::upgrade::settings_row;
use mamori_domain::build::Kind;
use mamori_domain::build::nearest;
use mamori_domain::description::{KindDescription, Level, Shape, ValueType};
use mamori_domain::raw::{Place, RawCell, RawRow, RawWorkspace};
use mamori_domain::{Problem, RecordStep, Said, Scope, is_id, scopes_of};

/// Renames a thing of a kind (`site`, `equipment`, `service`, …). `scope` says whose thing is meant
/// and may be left out while only one part of the workspace has it.
///
/// Patterns are rewritten where they spell the id out. The old id goes into the settings' retired
/// ids, unless another service still uses it for a thing of its own.
///
/// # Errors
/// When the kind has no ids of its own, the old id is not found or found more than once, the new one
/// is malformed, taken or retired, or a pattern such as `ward*` would come to cover more or less.
pub fn rename(
    raw: &RawWorkspace,
    kind: &str,
    old: &str,
    new: &str,
    scope: Option<&Scope>,
) -> Result<RawWorkspace, Problem> {
    let mut raw = raw.clone();
    let kind = kind_of(kind)?;
    let home = home_of(&raw, kind, old, scope)?;
    check_new(&raw, kind, &home, new)?;
    let task = Task {
        kind,
        old,
        new,
        home: &home,
        shared: patterns::sharing(&raw, kind, &home, old),
    };
    task.rewrite_cells(&mut raw)?;
    if kind.shape == Shape::Single {
        rename_scope(&mut raw, &home, new);
    }
    if holders(&raw, kind, old).is_empty() {
        retire(&mut raw, kind, old);
    }
    Ok(raw)
}

struct Task<'a> {
    kind: &'static KindDescription,
    old: &'a str,
    new: &'a str,
    home: &'a Scope,
    /// Whether a stated flow and a stated risk both bear the old id.
    shared: bool,
}

impl Task<'_> {
    fn rewrite_cells(&self, raw: &mut RawWorkspace) -> Result<(), Problem> {
        let reach = self.reach(raw);
        for scope in raw.scopes.iter_mut().filter(|scope| reach.contains(&scope.scope)) {
            let at_home = scope.scope == *self.home;
            for list in &mut scope.lists {
                if at_home && list.kind.name == RecordStep::NAME {
                    self.rewrite_steps(&mut list.rows);
                }
                for (at, field) in list.kind.fields.iter().enumerate() {
                    let own_key =
                        at == 0 && list.kind.shape == Shape::List && list.kind.name == self.kind.name;
                    let refers = field.value.referenced_kind() == Some(self.kind.name);
                    let pattern = at_home && is_pattern(&field.value);
                    if !(refers && (at_home || !own_key) || pattern) {
                        continue;
                    }
                    let cells = list.rows.iter_mut().flat_map(|row| &mut row.cells);
                    for cell in cells.filter(|cell| *cell.name == *field.name) {
                        self.rewrite(cell, pattern.then_some(field.name))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// A step names its record by kind and id, which no reference of the description shows.
    fn rewrite_steps(&self, rows: &mut [RawRow]) {
        let own = |row: &&mut RawRow| {
            row.text("kind").trim() == self.kind.name && row.text("record").trim() == self.old
        };
        let cells = rows.iter_mut().filter(own).flat_map(|row| &mut row.cells);
        for cell in cells.filter(|cell| &*cell.name == "record") {
            self.new.clone_into(&mut cell.text);
        }
    }

    fn rewrite(&self, cell: &mut RawCell, pattern: Option<&str>) -> Result<(), Problem> {
        let mut words = Vec::new();
        for word in cell.text.split_whitespace() {
            words.push(match pattern {
                Some(field) => self.pattern(word, field, cell)?,
                None if word == self.old => self.new.to_owned(),
                None => word.to_owned(),
            });
        }
        cell.text = words.join(" ");
        Ok(())
    }

    /// The scopes whose references mean the thing: its own; for a thing of the organisation, a
    /// service or an institution all of them; for a thing of a service also the institutions, as
    /// long as no other service has a thing of that id.
    fn reach(&self, raw: &RawWorkspace) -> Vec<Scope> {
        let everywhere = self.kind.shape == Shape::Single || *self.home == Scope::Organisation;
        let alone = holders(raw, self.kind, self.old).len() == 1;
        let reached = |scope: &Scope| {
            scope == self.home
                || everywhere
                || (alone && self.home.level() == Level::Service && scope.level() == Level::Institution)
        };
        raw.scopes
            .iter()
            .map(|scope| scope.scope.clone())
            .filter(reached)
            .collect()
    }
}

fn is_pattern(value: &ValueType) -> bool {
    match value {
        ValueType::Pattern => true,
        ValueType::Several(inner) => is_pattern(inner),
        _ => false,
    }
}

fn all_kinds() -> impl Iterator<Item = &'static KindDescription> {
    [Level::Organisation, Level::Service, Level::Institution]
        .into_iter()
        .flat_map(scopes_of)
        .copied()
}

/// Whether things of a kind have ids: lists by their first field, services and institutions by
/// their folder.
fn has_ids(kind: &KindDescription) -> bool {
    match kind.shape {
        Shape::Single => matches!(kind.name, "service" | "institution"),
        Shape::List => kind.has_own_ids(),
    }
}

fn kind_of(name: &str) -> Result<&'static KindDescription, Problem> {
    if let Some(kind) = all_kinds().find(|kind| kind.name == name && has_ids(kind)) {
        return Ok(kind);
    }
    let names: Vec<&str> = all_kinds()
        .filter(|kind| has_ids(kind))
        .map(|kind| kind.name)
        .collect();
    let near = nearest(name, names.iter().copied());
    Err(refusal(
        format!("「{name}」という種類には、変えられるIDがありません"),
        format!("There is no kind \"{name}\" whose ids can be renamed"),
        match near {
            Some(near) => (
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            None => (
                format!("使える種類：{}", names.join("、")),
                format!("Kinds: {}", names.join(", ")),
            ),
        },
    ))
}

/// The scopes that have a thing of a kind with an id.
fn holders(raw: &RawWorkspace, kind: &KindDescription, id: &str) -> Vec<Scope> {
    let holds = |scope: &Scope| match kind.shape {
        Shape::Single => kind.levels.contains(&scope.level()) && scope.id() == id,
        Shape::List => raw.row(scope, kind.name, id).is_some(),
    };
    raw.scopes
        .iter()
        .map(|scope| scope.scope.clone())
        .filter(holds)
        .collect()
}

fn home_of(
    raw: &RawWorkspace,
    kind: &KindDescription,
    old: &str,
    scope: Option<&Scope>,
) -> Result<Scope, Problem> {
    let mut found = holders(raw, kind, old);
    if kind.shape == Shape::List {
        found.retain(|holder| scope.is_none_or(|scope| scope == holder));
    }
    match found.as_slice() {
        [home] => Ok(home.clone()),
        [] => Err(refusal(
            format!("{}「{old}」がありません", kind.label.ja),
            format!("There is no {} \"{old}\"", kind.label.en.to_lowercase()),
            match nearest(old, ids(raw, kind, scope).iter().map(String::as_str)) {
                Some(near) => (
                    format!("「{near}」のことですか"),
                    format!("Did you mean \"{near}\"?"),
                ),
                None => ("IDを確かめてください".to_owned(), "Check the id".to_owned()),
            },
        )),
        several => {
            let list: Vec<String> = several.iter().map(Scope::to_string).collect();
            Err(refusal(
                format!(
                    "{}「{old}」がいくつかあります（{}）",
                    kind.label.ja,
                    list.join("、")
                ),
                format!(
                    "{} \"{old}\" exists more than once ({})",
                    kind.label.en,
                    list.join(", ")
                ),
                (
                    "どれのことか指定してください".to_owned(),
                    "Say which one is meant".to_owned(),
                ),
            ))
        }
    }
}

fn ids(raw: &RawWorkspace, kind: &KindDescription, scope: Option<&Scope>) -> Vec<String> {
    let scopes = raw
        .scopes
        .iter()
        .filter(|held| scope.is_none_or(|scope| held.scope == *scope));
    match kind.shape {
        Shape::Single => {
            let held = raw
                .scopes
                .iter()
                .filter(|held| kind.levels.contains(&held.scope.level()));
            held.map(|held| held.scope.id().to_owned()).collect()
        }
        Shape::List => scopes
            .flat_map(|held| held.rows(kind.name))
            .map(|row| kind.key_of(row).into_owned())
            .collect(),
    }
}

fn check_new(raw: &RawWorkspace, kind: &KindDescription, home: &Scope, new: &str) -> Result<(), Problem> {
    if !is_id(new) {
        return Err(refusal(
            format!("「{new}」はIDの形ではありません"),
            format!("\"{new}\" is not an id"),
            (
                "半角の英小文字・数字・ハイフンで48字まで、先頭は英小文字か数字にしてください".to_owned(),
                "Use lower-case letters, digits and hyphens, at most 48, beginning with a letter or digit"
                    .to_owned(),
            ),
        ));
    }
    let retired = format!("{}/{new}", kind.name);
    let settings = raw.row(&Scope::Workspace, "settings", "");
    let is_retired =
        settings.is_some_and(|row| row.text("retired").split_whitespace().any(|id| id == retired));
    let other = || ("別のIDにしてください".to_owned(), "Choose another id".to_owned());
    if is_retired {
        return Err(refusal(
            format!("「{new}」は使い終えたIDです"),
            format!("\"{new}\" is a retired id"),
            other(),
        ));
    }
    match takers(raw, kind, home, new) {
        Some(taker) => Err(refusal(
            format!("「{new}」は{}のIDとして使われています", taker.label.ja),
            format!(
                "\"{new}\" is already the id of a thing ({})",
                taker.label.en.to_lowercase()
            ),
            other(),
        )),
        None => Ok(()),
    }
}

/// The kind that already uses an id where it has to be the only one: in the thing's own scope,
/// whatever the kind; of the same kind, in every scope whose references could mean either.
fn takers(
    raw: &RawWorkspace,
    kind: &KindDescription,
    home: &Scope,
    new: &str,
) -> Option<&'static KindDescription> {
    if kind.shape == Shape::Single {
        let taken = !holders(raw, kind, new).is_empty();
        return all_kinds().find(|known| taken && known.name == kind.name);
    }
    let here = scopes_of(home.level())
        .iter()
        .copied()
        .filter(|other| has_ids(other) && other.shape == Shape::List);
    let same_kind = scopes_of(home.level())
        .iter()
        .copied()
        .filter(|other| other.name == kind.name);
    let near = holders(raw, kind, new)
        .into_iter()
        .any(|holder| holder == Scope::Organisation || *home == Scope::Organisation);
    let mut taken = here.filter(|other| raw.row(home, other.name, new).is_some());
    taken.next().or_else(|| same_kind.into_iter().find(|_| near))
}

fn rename_scope(raw: &mut RawWorkspace, home: &Scope, new: &str) {
    for scope in raw.scopes.iter_mut().filter(|scope| scope.scope == *home) {
        scope.scope = match home {
            Scope::Institution(_) => Scope::Institution(new.into()),
            _ => Scope::Service(new.into()),
        };
    }
    // Every reader gives scopes in order; a renamed one takes its new place.
    raw.scopes.sort_by(|a, b| a.scope.cmp(&b.scope));
}

fn retire(raw: &mut RawWorkspace, kind: &KindDescription, old: &str) {
    let row = settings_row(raw);
    let retired = format!("{} {}/{old}", row.text("retired"), kind.name);
    row.cells.retain(|cell| &*cell.name != "retired");
    row.cells.push(RawCell {
        name: "retired".into(),
        text: retired.trim().to_owned(),
        place: Place::Made,
    });
}

fn refusal(ja: String, en: String, help: (String, String)) -> Problem {
    Problem::new(&Place::Made, Said::new(ja, en), Said::new(help.0, help.1))
}
