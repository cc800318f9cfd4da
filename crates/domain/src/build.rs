//! The one builder from raw values to types, and the one writer back.
//!
//! [`read`] never stops at the first problem: it returns every unknown field, unreadable value,
//! missing field, repeated id and dangling reference with its place.

use crate::description::{FieldDescription, KindDescription, Shape};
use crate::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use crate::references::check_references;
use crate::shared_ids::check_shared_ids;
use crate::workspace::Scope;
use crate::{FieldValue, Id, Institution, Organisation, Problem, Said, Service, Settings, Workspace};
use std::collections::BTreeMap;

/// A kind of thing: its description and its way from raw values and back. Made by `kind!`.
pub trait Kind: Sized {
    /// The name in the description; apart from it because the kind's own id refers to it.
    const NAME: &'static str;
    /// The description.
    const DESCRIPTION: &'static KindDescription;
    /// Reads a row, noting every problem; nothing when a required value is missing or unreadable.
    fn read(row: &RawRow, problems: &mut Vec<Problem>) -> Option<Self>;
    /// The row as raw values, absent ones left out.
    fn write(&self) -> RawRow;
}

/// Turns a raw workspace into types.
///
/// # Errors
/// Every problem found, in the order of the input.
pub fn read(raw: &RawWorkspace) -> Result<Workspace, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut workspace = Workspace::default();
    for scope in &raw.scopes {
        match &scope.scope {
            Scope::Workspace => workspace.settings = read_one::<Settings>(scope, &mut problems),
            Scope::Organisation => workspace.organisation = Organisation::read_lists(scope, &mut problems),
            Scope::Service(id) => {
                if let Some(id) = scope_id(id, "services", &mut problems) {
                    workspace
                        .services
                        .push((id, Service::read_lists(scope, &mut problems)));
                    check_shared_ids(scope, &mut problems);
                }
            }
            Scope::Institution(id) => {
                if let Some(id) = scope_id(id, "institutions", &mut problems) {
                    workspace
                        .institutions
                        .push((id, Institution::read_lists(scope, &mut problems)));
                }
            }
        }
    }
    workspace.services.sort_by(|a, b| a.0.cmp(&b.0));
    workspace.institutions.sort_by(|a, b| a.0.cmp(&b.0));
    check_references(raw, &mut problems);
    match problems.is_empty() {
        true => Ok(workspace),
        false => Err(problems),
    }
}

/// Turns a workspace into raw values: the only writer. `read(&write(w))` gives `w`.
pub fn write(workspace: &Workspace) -> RawWorkspace {
    let mut settings = Vec::new();
    write_list::<Settings>(std::slice::from_ref(&workspace.settings), &mut settings);
    let mut scopes = vec![
        RawScope {
            scope: Scope::Workspace,
            lists: settings,
        },
        RawScope {
            scope: Scope::Organisation,
            lists: workspace.organisation.write_lists(),
        },
    ];
    for (id, service) in &workspace.services {
        scopes.push(RawScope {
            scope: Scope::Service(id.as_str().into()),
            lists: service.write_lists(),
        });
    }
    for (id, institution) in &workspace.institutions {
        let scope = Scope::Institution(id.as_str().into());
        scopes.push(RawScope {
            scope,
            lists: institution.write_lists(),
        });
    }
    RawWorkspace { scopes }
}

fn scope_id<K>(text: &str, folder: &str, problems: &mut Vec<Problem>) -> Option<Id<K>> {
    let id = Id::parse(text);
    if id.is_none() {
        problems.push(Problem::new(
            &Place::file(&format!("{folder}/{text}")),
            Said::new(
                format!("フォルダ名「{text}」はIDの形ではありません"),
                format!("The folder name \"{text}\" is not an id"),
            ),
            Said::new(
                "半角の英小文字・数字・ハイフンで48字までの名前に変えてください",
                "Rename it to lower-case letters, digits and hyphens, at most 48",
            ),
        ));
    }
    id
}

pub(crate) fn read_one<K: Kind + Default>(scope: &RawScope, problems: &mut Vec<Problem>) -> K {
    let rows = scope.rows(K::DESCRIPTION.name);
    let Some(row) = rows.first() else {
        return K::default();
    };
    check_names(K::DESCRIPTION, row, problems);
    K::read(row, problems).unwrap_or_default()
}

pub(crate) fn read_many<K: Kind>(scope: &RawScope, problems: &mut Vec<Problem>) -> Vec<K> {
    let kind = K::DESCRIPTION;
    let mut seen: BTreeMap<Vec<&str>, &Place> = BTreeMap::new();
    let mut read = Vec::new();
    for row in scope.rows(kind.name) {
        check_names(kind, row, problems);
        let key: Vec<&str> = kind.key.iter().map(|name| row.text(name).trim()).collect();
        let place = row.place_of(kind.key[0]);
        // An empty part that is required is reported as such, and a row without a key repeats none.
        let parts = kind.key.iter().zip(&key);
        let lacking = parts
            .filter(|(_, text)| text.is_empty())
            .any(|(name, _)| kind.field(name).is_none_or(|field| field.required));
        match seen.get(&key) {
            Some(first) if !lacking => problems.push(repeated_key(kind, &key, place, first)),
            Some(_) => {}
            None => drop(seen.insert(key, place)),
        }
        read.extend(K::read(row, problems));
    }
    read
}

/// Two rows of one key; where several fields make the key, the help names them.
fn repeated_key(kind: &KindDescription, key: &[&str], place: &Place, first: &Place) -> Problem {
    let labels: Vec<_> = kind
        .key
        .iter()
        .filter_map(|name| kind.field(name))
        .map(|field| field.label)
        .collect();
    let help = match labels.as_slice() {
        [_] => Said::new(
            "どちらかを消すか、別のIDにしてください",
            "Remove one of them or give it another id",
        ),
        labels => Said::new(
            format!(
                "どちらかを消すか、「{}」のどれかを変えてください",
                labels
                    .iter()
                    .map(|label| label.ja)
                    .collect::<Vec<_>>()
                    .join("」「")
            ),
            format!(
                "Remove one of them, or change its {}",
                labels
                    .iter()
                    .map(|label| label.en.to_lowercase())
                    .collect::<Vec<_>>()
                    .join(" or ")
            ),
        ),
    };
    let said: Vec<&str> = key.iter().copied().filter(|part| !part.is_empty()).collect();
    Problem::new(
        place,
        Said::new(
            format!(
                "{}「{}」が二度あります（初めは {first}）",
                kind.label.ja,
                said.join("」「")
            ),
            format!(
                "{} \"{}\" stands twice (first at {first})",
                kind.label.en,
                said.join("\", \"")
            ),
        ),
        help,
    )
}

pub(crate) fn write_list<K: Kind>(rows: &[K], lists: &mut Vec<RawList>) {
    let mut rows: Vec<RawRow> = rows.iter().map(K::write).collect();
    if K::DESCRIPTION.shape == Shape::Single {
        rows.retain(|row| !row.cells.is_empty());
    }
    if !rows.is_empty() {
        lists.push(RawList {
            kind: K::DESCRIPTION,
            rows,
        });
    }
}

pub(crate) fn read_field<T: FieldValue>(
    field: &FieldDescription,
    row: &RawRow,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let cell = row.cell(field.name).filter(|cell| !cell.text.trim().is_empty());
    let Some(cell) = cell else {
        let absent = T::absent();
        if absent.is_none() {
            problems.push(Problem::new(
                row.place_of(field.name),
                Said::new(
                    format!("「{}」（{}）が空です", field.label.ja, field.name),
                    format!("\"{}\" ({}) is empty", field.label.en, field.name),
                ),
                Said::new(field.help.ja, field.help.en),
            ));
        }
        return absent;
    };
    T::read(&cell.text)
        .map_err(|what| {
            let what = Said::new(
                format!("「{}」：{}", field.label.ja, what.ja),
                format!("{}: {}", field.label.en, what.en),
            );
            problems.push(Problem::new(
                &cell.place,
                what,
                Said::new(field.help.ja, field.help.en),
            ));
        })
        .ok()
}

pub(crate) fn write_field<T: FieldValue>(name: &'static str, value: &T, cells: &mut Vec<RawCell>) {
    let text = value.write();
    if !text.is_empty() {
        cells.push(RawCell {
            name: name.into(),
            text,
            place: Place::Made,
        });
    }
}

/// Notes every field of a row that the kind does not have, with the nearest name it has.
fn check_names(kind: &KindDescription, row: &RawRow, problems: &mut Vec<Problem>) {
    for (at, cell) in row.cells.iter().enumerate() {
        if row.cells[..at].iter().any(|other| other.name == cell.name) {
            problems.push(Problem::new(
                &cell.place,
                Said::new(
                    format!("欄「{}」が二度あります", cell.name),
                    format!("Field \"{}\" stands twice", cell.name),
                ),
                Said::new("どちらかを消してください", "Remove one of them"),
            ));
        }
        if kind.field(&cell.name).is_none() {
            problems.push(unknown_name(kind, &cell.name, &cell.place));
        }
    }
}

/// The problem of a field name the kind does not have.
pub fn unknown_name(kind: &KindDescription, name: &str, place: &Place) -> Problem {
    let names: Vec<&str> = kind.fields.iter().map(|field| field.name).collect();
    Problem::new(
        place,
        Said::new(
            format!("{}に「{name}」という欄はありません", kind.label.ja),
            format!("{} has no field \"{name}\"", kind.label.en),
        ),
        match nearest(name, names.iter().copied()) {
            Some(near) => Said::new(
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            None => Said::new(
                format!("使える欄：{}", names.join("、")),
                format!("It may have: {}", names.join(", ")),
            ),
        },
    )
}

/// The name nearest to a mistyped one, if one is near enough to suggest.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = 1 + typed.chars().count() / 3;
    names
        .map(|name| (edits(typed, name), name))
        .min()
        .filter(|(edits, _)| *edits <= most)
        .map(|(_, name)| name)
}

/// Levenshtein distance in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let swap = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = swap.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
