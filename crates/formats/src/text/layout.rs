//! Which file holds which kind of thing.

use crate::layout::Layout;
use mamori_domain::build::nearest;
use mamori_domain::description::{KindDescription, Level, Shape};
use mamori_domain::raw::Place;
use mamori_domain::{Problem, Said, Scope, is_id};

/// The scope and kind a file holds.
pub(super) struct Found {
    pub(super) scope: Scope,
    pub(super) kind: &'static KindDescription,
}

/// The path of a kind's file in a scope, relative to the workspace.
pub fn file_of(scope: &Scope, kind: &KindDescription) -> String {
    format!("{}{}", scope.folder(), file_name(kind))
}

fn file_name(kind: &KindDescription) -> String {
    let extension = match kind.shape {
        Shape::Single => "toml",
        Shape::List => "csv",
    };
    format!("{}.{extension}", kind.file)
}

/// Whether the reader passes over a path: dot-files and dot-folders, Markdown, the folder `out`,
/// an institution's folder `events`, whose files are measurements and no part of the model, and what
/// desktops and office programs leave behind.
pub fn ignored(path: &str) -> bool {
    let measured = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        matches!(parts[..], ["institutions", _, "events", ..])
    };
    let left_behind = |part: &str| matches!(part, "Thumbs.db" | "desktop.ini") || part.starts_with("~$");
    path.split('/')
        .any(|part| part.starts_with('.') || left_behind(part))
        || measured(path)
        || path == "out"
        || path.starts_with("out/")
        || path.to_ascii_lowercase().ends_with(".md")
}

/// The scope and kind of a path in a layout.
pub(super) fn find(layout: &Layout, path: &str) -> Result<Found, Box<Problem>> {
    let parts: Vec<&str> = path.split('/').collect();
    let (scope, name) = match parts.as_slice() {
        [name] => (Scope::Workspace, *name),
        ["organisation", name] => (Scope::Organisation, *name),
        ["services", id, name] => (Scope::Service((*id).into()), *name),
        ["institutions", id, name] => (Scope::Institution((*id).into()), *name),
        _ => return Err(Box::new(misplaced(path, &parts))),
    };
    if !scope.id().is_empty() && !is_id(scope.id()) {
        return Err(Box::new(bad_folder_name(&scope)));
    }
    let kinds = layout.kinds(scope.level());
    match kinds.iter().find(|kind| file_name(kind) == name) {
        Some(kind) => Ok(Found { scope, kind }),
        None => Err(Box::new(unknown_file(layout, path, name, &scope))),
    }
}

fn unknown_file(layout: &Layout, path: &str, name: &str, scope: &Scope) -> Problem {
    let names: Vec<String> = layout
        .kinds(scope.level())
        .iter()
        .map(|kind| file_name(kind))
        .collect();
    let stem = name.split('.').next().unwrap_or(name);
    let by_stem = names
        .iter()
        .find(|known| known.split('.').next() == Some(stem))
        .map(String::as_str);
    let near = by_stem.or_else(|| nearest(name, names.iter().map(String::as_str)));
    let help = match (near, elsewhere(layout, name, scope.level())) {
        (Some(near), None) => Said::new(
            format!("「{near}」のことですか"),
            format!("Did you mean \"{near}\"?"),
        ),
        (_, Some(folder)) => Said::new(
            format!("このファイルは {folder} に置きます"),
            format!("This file belongs into {folder}"),
        ),
        (None, None) => Said::new(
            format!("ここに置けるファイル：{}", names.join("、")),
            format!("Files that may stand here: {}", names.join(", ")),
        ),
    };
    Problem::new(
        &Place::file(path),
        Said::new(
            format!("知らないファイル「{name}」があります"),
            format!("The file \"{name}\" is not known here"),
        ),
        help,
    )
}

/// The folder in which a file of this name stands, when it is not the one it was found in.
fn elsewhere(layout: &Layout, name: &str, here: Level) -> Option<&'static str> {
    let folders = [
        (Level::Organisation, "organisation/"),
        (Level::Service, "services/<id>/"),
        (Level::Institution, "institutions/<id>/"),
    ];
    let mut holding = folders
        .into_iter()
        .filter(|(level, _)| layout.kinds(*level).iter().any(|kind| file_name(kind) == name));
    let first = holding.next()?;
    (first.0 != here).then_some(first.1)
}

fn misplaced(path: &str, parts: &[&str]) -> Problem {
    const FOLDERS: [&str; 3] = ["organisation", "services", "institutions"];
    let help = match (parts, nearest(parts[0], FOLDERS.into_iter())) {
        ([folder @ ("services" | "institutions"), _], _) => Said::new(
            format!("{folder} の中に、IDを名前にしたフォルダを作り、そこに置いてください"),
            format!("Put it into a folder inside {folder} that is named by an id"),
        ),
        ([folder, ..], _) if FOLDERS.contains(folder) => Said::new(
            "フォルダの中にさらにフォルダは置けません",
            "Folders cannot lie deeper here",
        ),
        (_, Some(near)) => Said::new(
            format!("フォルダ「{near}」のことですか"),
            format!("Did you mean the folder \"{near}\"?"),
        ),
        _ => Said::new(
            format!(
                "使えるフォルダ：{}（作業用のファイルは out に置けます）",
                FOLDERS.join("、")
            ),
            format!(
                "Folders in use: {} (files of your own may lie in out)",
                FOLDERS.join(", ")
            ),
        ),
    };
    let what = match parts {
        ["organisation" | "services" | "institutions", ..] => {
            Said::new("ファイルの置き場所が違います", "The file does not belong here")
        }
        _ => Said::new(
            format!("知らないフォルダ「{}」があります", parts[0]),
            format!("The folder \"{}\" is not known", parts[0]),
        ),
    };
    Problem::new(&Place::file(path), what, help)
}

fn bad_folder_name(scope: &Scope) -> Problem {
    Problem::new(
        &Place::file(scope.folder().trim_end_matches('/')),
        Said::new(
            format!("フォルダ名「{}」はIDの形ではありません", scope.id()),
            format!("The folder name \"{}\" is not an id", scope.id()),
        ),
        Said::new(
            "半角の英小文字・数字・ハイフンで48字までの名前に変えてください",
            "Rename it to lower-case letters, digits and hyphens, at most 48",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str) -> Problem {
        *find(&Layout::NEWEST, path)
            .err()
            .expect("the path is not of the layout")
    }

    #[test]
    fn every_kind_is_found_at_its_own_path() {
        let scopes = [
            Scope::Workspace,
            Scope::Organisation,
            Scope::Service("ehr".into()),
            Scope::Institution("clinic".into()),
        ];
        for scope in scopes {
            for kind in Layout::NEWEST.kinds(scope.level()) {
                let found = find(&Layout::NEWEST, &file_of(&scope, kind))
                    .map_err(|problem| problem.what.en)
                    .unwrap();
                assert_eq!((&found.scope, found.kind), (&scope, *kind));
            }
        }
    }

    #[test]
    fn a_mistyped_file_or_folder_gets_a_suggestion() {
        assert!(
            said("services/ehr/equipments.csv")
                .help
                .en
                .contains("equipment.csv")
        );
        assert!(said("services/ehr/sites.toml").help.ja.contains("sites.csv"));
        assert!(said("service/ehr/sites.csv").help.en.contains("services"));
        assert!(said("organisation/sites.csv").help.en.contains("services/<id>/"));
        assert!(said("services/sites.csv").help.en.contains("named by an id"));
        assert!(said("services/EHR/sites.csv").what.en.contains("not an id"));
        assert!(said("services/ehr/deep/sites.csv").help.en.contains("deeper"));
        assert!(said("setup.toml").help.en.contains("mamori.toml"));
    }

    #[test]
    fn what_is_not_part_of_the_layout_is_passed_over() {
        for path in [
            ".git/config",
            "README.md",
            "services/ehr/notes.MD",
            "out/x.csv",
            "services/.DS_Store",
            "institutions/clinic/events/2026.csv",
        ] {
            assert!(ignored(path), "{path}");
        }
        assert!(
            !ignored("output/x.csv")
                && !ignored("institutions/clinic/events.csv")
                && !ignored("services/out/sites.csv")
        );
    }
}
