//! Changes as sentences a clinic's manager can read, in the words of the descriptions.

use super::renamed::{Renamed, Renames};
use super::{Change, is_material};
use mamori_domain::description::{FieldDescription, KindDescription, Level, Shape, ValueType};
use mamori_domain::raw::{RawRow, RawWorkspace};
use mamori_domain::{Language, Scope, scopes_of};
use std::borrow::Cow;

/// Longest value that is quoted in a sentence; of longer text only the change is told.
const LONGEST_QUOTE: usize = 60;

/// One change as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// Whether the change matters ([`is_material`]).
    pub material: bool,
    /// What it is about.
    pub about: About,
}

/// What a sentence is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// Whose thing.
    pub scope: Scope,
    /// The kind's name; empty for a whole service or institution.
    pub kind: String,
    /// The row's key; empty for a single thing.
    pub key: String,
    /// The field; empty when the whole row is meant.
    pub field: String,
}

/// A sentence for each change, in their order. Things are called by their names: old values by those
/// of the workspace before, new ones by those of the workspace after. A thing whose id alone changed
/// is told as renamed, once, with all that follows it.
pub fn sentences(
    changes: &[Change],
    before: &RawWorkspace,
    after: &RawWorkspace,
    language: Language,
) -> Vec<Sentence> {
    let teller = Teller {
        before,
        after,
        language,
    };
    let renames = Renames::of(changes);
    let told = changes
        .iter()
        .enumerate()
        .filter(|(at, _)| !renames.covers(changes, *at));
    told.map(
        |(at, change)| match renames.all.iter().find(|one| one.added == at) {
            Some(renamed) => Sentence {
                text: teller.renamed(change, renamed),
                material: false,
                about: about(change),
            },
            None => Sentence {
                text: teller.text(change),
                material: is_material(change),
                about: about(change),
            },
        },
    )
    .collect()
}

fn about(change: &Change) -> About {
    let (kind, key, field) = match change {
        Change::ScopeAdded(_) | Change::ScopeRemoved(_) => ("", Cow::Borrowed(""), ""),
        Change::RowAdded(step) | Change::RowRemoved(step) => {
            (step.kind.name, step.kind.key_of(&step.row), "")
        }
        Change::RowMoved { kind, key, .. } => (kind.name, Cow::Borrowed(key.as_str()), ""),
        Change::FieldChanged { kind, key, field, .. } => (kind.name, Cow::Borrowed(key.as_str()), *field),
    };
    About {
        scope: change.scope().clone(),
        kind: kind.to_owned(),
        key: key.into_owned(),
        field: field.to_owned(),
    }
}

struct Teller<'a> {
    before: &'a RawWorkspace,
    after: &'a RawWorkspace,
    language: Language,
}

impl Teller<'_> {
    fn say(&self, ja: String, en: String) -> String {
        match self.language {
            Language::Japanese => ja,
            Language::English => en,
        }
    }

    fn quote(&self, text: &str) -> String {
        self.say(format!("「{text}」"), format!("\"{text}\""))
    }

    fn text(&self, change: &Change) -> String {
        match change {
            Change::ScopeAdded(scope) => {
                let thing = self.scope_name(self.after, &scope.scope);
                self.say(format!("{thing}を加えた"), format!("Added {thing}"))
            }
            Change::ScopeRemoved(scope) => {
                let thing = self.scope_name(self.before, &scope.scope);
                self.say(format!("{thing}を除いた"), format!("Removed {thing}"))
            }
            Change::RowAdded(step) => {
                let thing = self.thing(
                    step.kind,
                    self.row_name(self.after, &step.scope, step.kind, &step.row),
                );
                self.say(format!("{thing}を加えた"), format!("Added {thing}"))
            }
            Change::RowRemoved(step) => {
                let thing = self.thing(
                    step.kind,
                    self.row_name(self.before, &step.scope, step.kind, &step.row),
                );
                self.say(format!("{thing}を除いた"), format!("Removed {thing}"))
            }
            Change::RowMoved {
                scope,
                kind,
                key,
                from,
                to,
            } => {
                let thing = self.thing(kind, self.key_name(self.after, scope, kind, key));
                let (from, to) = (from + 1, to + 1);
                self.say(
                    format!("{thing}の順番を{from}番目から{to}番目に変えた"),
                    format!("Moved {thing} from place {from} to place {to}"),
                )
            }
            Change::FieldChanged {
                scope,
                kind,
                key,
                field,
                before,
                after,
                ..
            } => {
                let thing = match kind.shape {
                    Shape::Single => self.single(scope, kind),
                    Shape::List => self.thing(kind, self.key_name(self.before, scope, kind, key)),
                };
                match kind.field(field) {
                    Some(field) => self.field(&thing, scope, field, before, after),
                    None => String::new(),
                }
            }
        }
    }

    /// A thing that only took another id.
    fn renamed(&self, change: &Change, renamed: &Renamed) -> String {
        let thing = match change {
            Change::RowAdded(step) => self.thing(
                step.kind,
                self.row_name(self.after, &step.scope, step.kind, &step.row),
            ),
            other => self.scope_name(self.after, other.scope()),
        };
        let (old, new) = (self.quote(&renamed.old), self.quote(&renamed.new));
        self.say(
            format!("{thing}のIDを{old}から{new}に改めた（内容は同じ）"),
            format!("Renamed the id of {thing} from {old} to {new}; its content is the same"),
        )
    }

    fn field(
        &self,
        thing: &str,
        scope: &Scope,
        field: &FieldDescription,
        before: &str,
        after: &str,
    ) -> String {
        let label = self.quote(field.label.say(self.language));
        let both = !before.is_empty() && !after.is_empty();
        if matches!(field.value, ValueType::Several(_))
            && both
            && let Some(text) = self.list_change(thing, &label, scope, field, before, after)
        {
            return text;
        }
        let old = self.value(self.before, scope, field, before);
        let new = self.value(self.after, scope, field, after);
        match (before.is_empty(), after.is_empty(), old, new) {
            (true, _, _, Some(new)) => self.say(
                format!("{thing}の{label}に{new}と書いた"),
                format!("Set {label} of {thing} to {new}"),
            ),
            (true, _, _, None) => self.say(
                format!("{thing}の{label}を書いた"),
                format!("Wrote {label} of {thing}"),
            ),
            (_, true, Some(old), _) => self.say(
                format!("{thing}の{label}（{old}）を消した"),
                format!("Cleared {label} of {thing} (it was {old})"),
            ),
            (_, true, None, _) => self.say(
                format!("{thing}の{label}を消した"),
                format!("Cleared {label} of {thing}"),
            ),
            (_, _, Some(old), Some(new)) => self.say(
                format!("{thing}の{label}を{old}から{new}に変えた"),
                format!("Changed {label} of {thing} from {old} to {new}"),
            ),
            _ => self.say(
                format!("{thing}の{label}を書き改めた"),
                format!("Rewrote {label} of {thing}"),
            ),
        }
    }

    /// A list whose members only came or only went.
    fn list_change(
        &self,
        thing: &str,
        label: &str,
        scope: &Scope,
        field: &FieldDescription,
        before: &str,
        after: &str,
    ) -> Option<String> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (words(before), words(after));
        let came: Vec<String> = new.iter().filter(|word| !old.contains(word)).cloned().collect();
        let went: Vec<String> = old.iter().filter(|word| !new.contains(word)).cloned().collect();
        match (came.is_empty(), went.is_empty()) {
            (false, true) => {
                let value = self.value(self.after, scope, field, &came.join(" "))?;
                Some(self.say(
                    format!("{thing}の{label}に{value}を加えた"),
                    format!("Added {value} to {label} of {thing}"),
                ))
            }
            (true, false) => {
                let value = self.value(self.before, scope, field, &went.join(" "))?;
                Some(self.say(
                    format!("{thing}の{label}から{value}を外した"),
                    format!("Took {value} out of {label} of {thing}"),
                ))
            }
            _ => None,
        }
    }

    /// A value as it is called, in quotes; nothing when it is too long to quote.
    fn value(
        &self,
        raw: &RawWorkspace,
        scope: &Scope,
        field: &FieldDescription,
        text: &str,
    ) -> Option<String> {
        let told = match &field.value {
            ValueType::Several(inner) => {
                let words: Vec<String> = text
                    .split_whitespace()
                    .map(|word| self.quote(&self.word(raw, scope, inner, word)))
                    .collect();
                words.join(&self.say(String::new(), ", ".to_owned()))
            }
            single => self.quote(&self.word(raw, scope, single, text)),
        };
        (told.chars().count() <= LONGEST_QUOTE && !told.contains('\n')).then_some(told)
    }

    fn word(&self, raw: &RawWorkspace, scope: &Scope, value: &ValueType, text: &str) -> String {
        match value {
            ValueType::Choice(choices) => choices.iter().find(|choice| choice.code == text).map_or_else(
                || text.to_owned(),
                |choice| choice.words.say(self.language).to_owned(),
            ),
            ValueType::Reference(kind) => self.referenced(raw, scope, kind, text),
            _ => text.to_owned(),
        }
    }

    /// The name of the thing an id means, looked for where references look: in the own scope, in the
    /// organisation, and for services and institutions everywhere.
    fn referenced(&self, raw: &RawWorkspace, scope: &Scope, kind: &str, id: &str) -> String {
        let whole = match kind {
            "service" => Some(Scope::Service(id.into())),
            "institution" => Some(Scope::Institution(id.into())),
            _ => None,
        };
        if let Some(whole) = whole {
            return self.own_name(raw, &whole).unwrap_or_else(|| id.to_owned());
        }
        let found = [scope, &Scope::Organisation]
            .into_iter()
            .find_map(|scope| raw.row(scope, kind, id));
        found.and_then(name_of).unwrap_or_else(|| id.to_owned())
    }

    fn thing(&self, kind: &KindDescription, name: String) -> String {
        let label = kind.label.say(self.language);
        self.say(
            format!("{label}「{name}」"),
            format!("{} \"{name}\"", label.to_lowercase()),
        )
    }

    /// A single thing: only those of a service or institution need a name to tell them apart.
    fn single(&self, scope: &Scope, kind: &KindDescription) -> String {
        let label = kind.label.say(self.language);
        match scope.level() {
            Level::Workspace | Level::Organisation => self.say(label.to_owned(), label.to_lowercase()),
            Level::Service | Level::Institution if matches!(kind.name, "service" | "institution") => {
                self.scope_name(self.before, scope)
            }
            _ => {
                let whose = self.scope_name(self.before, scope);
                self.say(
                    format!("{whose}の{label}"),
                    format!("{} of {whose}", label.to_lowercase()),
                )
            }
        }
    }

    fn scope_name(&self, raw: &RawWorkspace, scope: &Scope) -> String {
        let own = scopes_of(scope.level())
            .iter()
            .find(|kind| kind.shape == Shape::Single);
        let name = self.own_name(raw, scope).unwrap_or_else(|| scope.id().to_owned());
        own.map_or_else(|| name.clone(), |kind| self.thing(kind, name.clone()))
    }

    /// What a service or institution is called.
    fn own_name(&self, raw: &RawWorkspace, scope: &Scope) -> Option<String> {
        let lists = &raw.scope(scope)?.lists;
        let own = lists.iter().find(|list| list.kind.shape == Shape::Single)?;
        own.rows.first().and_then(name_of)
    }

    fn key_name(&self, raw: &RawWorkspace, scope: &Scope, kind: &KindDescription, key: &str) -> String {
        match raw.row(scope, kind.name, key) {
            Some(row) => self.row_name(raw, scope, kind, row),
            None => key.to_owned(),
        }
    }

    /// A row's name, or its key told as its type tells it.
    fn row_name(&self, raw: &RawWorkspace, scope: &Scope, kind: &KindDescription, row: &RawRow) -> String {
        let told = |name: &&str| {
            let text = row.text(name);
            kind.field(name).map_or_else(
                || text.to_owned(),
                |field| self.word(raw, scope, &field.value, text),
            )
        };
        let by_name = kind.has_own_ids().then(|| name_of(row)).flatten();
        by_name.unwrap_or_else(|| {
            let parts = kind.key.iter().map(told).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" ")
        })
    }
}

/// What a row is called by its own name or title.
fn name_of(row: &RawRow) -> Option<String> {
    let found = ["name", "title"]
        .iter()
        .map(|field| row.text(field))
        .find(|text| !text.trim().is_empty())?;
    Some(found.to_owned())
}
