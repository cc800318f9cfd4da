//! Brings workspaces of older layouts to the one this program writes.
//!
//! The number stands in the settings (`format`); without it a workspace counts as the newest. Each
//! step is a pure function on raw values, so what an old program wrote stays readable: steps are
//! added at the end and never changed or removed.

#![expect(
    clippy::result_large_err,
    reason = "a refusal is rare, read once and never on a hot path"
)]

use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{FORMAT, Problem, Said, Scope, scopes_of};

/// Turns one layout into the next.
pub type Step = fn(RawWorkspace) -> RawWorkspace;

/// The steps from layout 1 on: the first one leads from 1 to 2.
pub const UPGRADES: &[Step] = &[];

/// Brings a workspace to layout [`FORMAT`].
///
/// # Errors
/// When the layout's number cannot be read or is newer than this program.
pub fn upgrade(raw: RawWorkspace) -> Result<RawWorkspace, Problem> {
    upgrade_along(raw, UPGRADES)
}

/// Brings a workspace to the layout behind the last of some steps.
///
/// # Errors
/// As [`upgrade`].
pub fn upgrade_along(mut raw: RawWorkspace, steps: &[Step]) -> Result<RawWorkspace, Problem> {
    let newest = 1 + steps.len();
    let Some((text, place)) = format_of(&raw) else {
        return Ok(raw);
    };
    let found = text.trim().parse::<usize>().ok().filter(|found| *found >= 1);
    match found {
        None => Err(unreadable(&text, &place)),
        Some(found) if found > newest => Err(too_new(found, newest, &place)),
        Some(found) => {
            for (at, step) in steps.iter().enumerate().skip(found - 1) {
                raw = step(raw);
                set_format(&mut raw, at + 2);
            }
            Ok(raw)
        }
    }
}

fn format_of(raw: &RawWorkspace) -> Option<(String, Place)> {
    let cell = raw.row(&Scope::Workspace, "settings", "")?.cell("format")?;
    Some((cell.text.clone(), cell.place.clone()))
}

/// Writes the layout's number into the settings.
fn set_format(raw: &mut RawWorkspace, number: usize) {
    settings_row(raw).cells.retain(|cell| &*cell.name != "format");
    let cell = RawCell {
        name: "format".into(),
        text: number.to_string(),
        place: Place::Made,
    };
    settings_row(raw).cells.insert(0, cell);
}

/// The row of the settings, made when there is none.
pub(crate) fn settings_row(raw: &mut RawWorkspace) -> &mut RawRow {
    let at = match raw
        .scopes
        .iter()
        .position(|scope| scope.scope == Scope::Workspace)
    {
        Some(at) => at,
        None => {
            raw.scopes.insert(
                0,
                RawScope {
                    scope: Scope::Workspace,
                    lists: Vec::new(),
                },
            );
            0
        }
    };
    let lists = &mut raw.scopes[at].lists;
    if lists.is_empty() {
        let kind = scopes_of(Scope::Workspace.level())[0];
        lists.push(RawList {
            kind,
            rows: Vec::new(),
        });
    }
    let rows = &mut lists[0].rows;
    if rows.is_empty() {
        rows.push(RawRow {
            place: Place::Made,
            cells: Vec::new(),
        });
    }
    &mut rows[0]
}

fn unreadable(text: &str, place: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("形式の版「{text}」が読めません"),
            format!("The format number \"{text}\" cannot be read"),
        ),
        Said::new(
            format!("format = {FORMAT} と書いてください"),
            format!("Write format = {FORMAT}"),
        ),
    )
}

fn too_new(found: usize, newest: usize, place: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("このデータは新しい形式（版{found}）です。このプログラムが読めるのは版{newest}までです"),
            format!("This data has the newer format {found}; this program reads up to format {newest}"),
        ),
        Said::new(
            "新しい版のMamoriで開いてください。データには手を付けていません",
            "Open it with a newer Mamori; nothing was changed",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate;

    fn note(raw: &mut RawWorkspace, text: &str) {
        let row = settings_row(raw);
        let before = row.text("confidentiality").to_owned();
        row.cells.retain(|cell| &*cell.name != "confidentiality");
        let text = format!("{before}{text}");
        row.cells.push(RawCell {
            name: "confidentiality".into(),
            text,
            place: Place::Made,
        });
    }

    const CHAIN: &[Step] = &[
        |mut raw| {
            note(&mut raw, "first ");
            raw
        },
        |mut raw| {
            note(&mut raw, "second");
            raw
        },
    ];

    fn with_format(number: &str) -> RawWorkspace {
        let mut raw = RawWorkspace::default();
        settings_row(&mut raw).cells.push(RawCell {
            name: "format".into(),
            text: number.into(),
            place: Place::Made,
        });
        raw
    }

    #[test]
    fn there_is_one_step_for_each_past_layout() {
        assert_eq!(UPGRADES.len() as i64, FORMAT - 1);
    }

    #[test]
    fn steps_run_in_order_from_the_layout_that_is_found() {
        let walk = |number: &str| {
            let raw = upgrade_along(with_format(number), CHAIN).unwrap();
            let row = raw.row(&Scope::Workspace, "settings", "").unwrap();
            (
                row.text("format").to_owned(),
                row.text("confidentiality").to_owned(),
            )
        };
        assert_eq!(walk("1"), ("3".into(), "first second".into()));
        assert_eq!(walk("2"), ("3".into(), "second".into()));
        assert_eq!(walk("3"), ("3".into(), String::new()));
    }

    #[test]
    fn a_newer_or_unreadable_layout_is_refused_and_a_missing_one_is_the_newest() {
        assert!(
            upgrade_along(with_format("4"), CHAIN)
                .unwrap_err()
                .what
                .ja
                .contains("版4")
        );
        assert!(upgrade(with_format("0")).is_err() && upgrade(with_format("x")).is_err());
        let raw = generate::full(5);
        assert_eq!(upgrade(raw.clone()).unwrap(), raw);
        assert_eq!(
            upgrade_along(RawWorkspace::default(), CHAIN).unwrap(),
            RawWorkspace::default()
        );
    }
}
