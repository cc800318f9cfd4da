//! Finds the place in the user's input that a diagnostic is about.

use mamori_domain::description::{Level, Shape};
use mamori_domain::raw::{Place, RawScope, RawWorkspace};
use mamori_domain::{Scope, scopes_of};
use mamori_rules::check::About;

/// The place of the row and field; for what is missing, the file, sheet or node it belongs into.
pub fn locate(raw: &RawWorkspace, about: &About) -> Place {
    if let Some(row) = raw.row(&about.scope, &about.kind, &about.id) {
        return about
            .field
            .map_or(&row.place, |field| row.place_of(field))
            .clone();
    }
    let home = scopes_of(about.scope.level())
        .iter()
        .find(|kind| kind.name == about.kind);
    match encoding(raw) {
        Some(Place::Pointer(_)) => Place::Pointer(pointer(&about.scope, home.map_or("", |kind| kind.name))),
        Some(Place::Sheet { .. }) => first_place(raw, &about.scope, home.map_or("", |kind| kind.name)),
        _ => {
            let folder = about.scope.folder();
            let file = match home {
                Some(kind) if kind.shape == Shape::List => format!("{folder}{}.csv", kind.file),
                Some(kind) => format!("{folder}{}.toml", kind.file),
                None => main_file(&about.scope),
            };
            Place::File {
                file: file.into(),
                line: 1,
                column: 1,
            }
        }
    }
}

/// The file that stands for a whole scope.
fn main_file(scope: &Scope) -> String {
    let name = match scope.level() {
        Level::Workspace => "mamori.toml",
        Level::Organisation => "organisation.toml",
        Level::Service => "service.toml",
        Level::Institution => "institution.toml",
    };
    format!("{}{name}", scope.folder())
}

fn pointer(scope: &Scope, kind: &str) -> String {
    let mut path = match scope {
        Scope::Workspace => "/settings".to_owned(),
        other => format!("/{}", other.folder().trim_end_matches('/')),
    };
    if !kind.is_empty() && *scope != Scope::Workspace {
        path.push('/');
        path.push_str(kind);
    }
    path
}

fn encoding(raw: &RawWorkspace) -> Option<&Place> {
    raw.scopes
        .iter()
        .flat_map(|scope| &scope.lists)
        .flat_map(|list| &list.rows)
        .map(|row| &row.place)
        .next()
}

/// In a workbook what is missing is shown at the sheet of its kind, or at the first sheet.
fn first_place(raw: &RawWorkspace, scope: &Scope, kind: &str) -> Place {
    let of_kind = |raw: &RawScope| raw.rows(kind).first().map(|row| row.place.clone());
    let found = raw
        .scopes
        .iter()
        .filter(|raw| raw.scope == *scope)
        .find_map(of_kind);
    let sheet = match found
        .or_else(|| raw.scopes.iter().find_map(of_kind))
        .or_else(|| encoding(raw).cloned())
    {
        Some(Place::Sheet { sheet, .. }) => sheet,
        _ => kind.into(),
    };
    Place::Sheet {
        sheet,
        cell: String::new(),
    }
}
