//! Brings workspaces of older formats to the one this program writes.
//!
//! The number stands in the settings (`format`); without it a workspace counts as the newest. A
//! reader finds the number first, reads by the layout of that format ([`Past::layout`]), and then the
//! steps from there on run, each a pure function on raw values. What an old program wrote so stays
//! readable, names and all: formats are added at the end and never changed or removed.

#![expect(
    clippy::result_large_err,
    reason = "a refusal is rare, read once and never on a hot path"
)]

use crate::layout::Layout;
use mamori_domain::description::KindDescription;
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{FORMAT, Problem, Said, Scope, scopes_of};

/// Turns the raw values of one format into those of the next.
pub type Step = fn(RawWorkspace) -> RawWorkspace;

/// A format of the past: what it looked like, and the way to the next one.
#[derive(Debug, Clone, Copy)]
pub struct Past {
    /// Its names.
    pub layout: Layout,
    /// The way to the format after it.
    pub step: Step,
}

/// The formats before [`FORMAT`], oldest first.
pub const HISTORY: &[Past] = &[];

/// The number a workspace says it has, and where.
pub(crate) type Stated = Option<(i64, Place)>;

/// The layout to read a workspace by.
///
/// # Errors
/// When the number is newer than this program, or none there ever was.
pub(crate) fn layout_of(stated: Stated, history: &[Past]) -> Result<Layout, Problem> {
    let Some((number, place)) = stated else {
        return Ok(Layout::NEWEST);
    };
    let mut past = history.iter().map(|past| past.layout);
    match past.find(|layout| layout.number == number) {
        Some(layout) => Ok(layout),
        None if number == FORMAT => Ok(Layout::NEWEST),
        None if number > FORMAT => Err(too_new(number, &place)),
        None => Err(unreadable(number, &place)),
    }
}

/// Brings what was read by a layout to the newest one.
pub(crate) fn upgrade(mut raw: RawWorkspace, read_by: Layout, history: &[Past]) -> RawWorkspace {
    let steps = history.iter().filter(|past| past.layout.number >= read_by.number);
    for past in steps {
        raw = (past.step)(raw);
    }
    if read_by.number != FORMAT {
        set_format(&mut raw, FORMAT);
        for scope in &mut raw.scopes {
            let kinds = scopes_of(scope.scope.level());
            scope
                .lists
                .sort_by_key(|list| kinds.iter().position(|kind| kind.name == list.kind.name));
        }
    }
    raw
}

/// A part of most steps: what was of one kind becomes another, some of its fields renamed.
pub fn renamed(
    mut raw: RawWorkspace,
    old: &str,
    new: &'static KindDescription,
    fields: &[(&str, &str)],
) -> RawWorkspace {
    let lists = raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists);
    for list in lists.filter(|list| list.kind.name == old) {
        list.kind = new;
        for cell in list.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some((_, now)) = fields.iter().find(|(before, _)| **before == *cell.name) {
                cell.name = (*now).into();
            }
        }
    }
    raw
}

/// Writes the layout's number into the settings.
fn set_format(raw: &mut RawWorkspace, number: i64) {
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

fn unreadable(number: i64, place: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("形式の版「{number}」はありません"),
            format!("There is no format {number}"),
        ),
        Said::new(
            format!("format = {FORMAT} と書いてください"),
            format!("Write format = {FORMAT}"),
        ),
    )
}

fn too_new(found: i64, place: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("このデータは新しい形式（版{found}）です。このプログラムが読めるのは版{FORMAT}までです"),
            format!("This data has the newer format {found}; this program reads up to format {FORMAT}"),
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

    const fn past(number: i64, step: Step) -> Past {
        let layout = Layout {
            number,
            ..Layout::NEWEST
        };
        Past { layout, step }
    }

    fn note(mut raw: RawWorkspace, text: &str) -> RawWorkspace {
        let row = settings_row(&mut raw);
        let text = format!("{}{text}", row.text("confidentiality"));
        row.cells.retain(|cell| &*cell.name != "confidentiality");
        row.cells.push(RawCell {
            name: "confidentiality".into(),
            text,
            place: Place::Made,
        });
        raw
    }

    const CHAIN: &[Past] = &[
        past(FORMAT - 2, |raw| note(raw, "first ")),
        past(FORMAT - 1, |raw| note(raw, "second")),
    ];

    #[test]
    fn every_past_format_is_kept_in_order() {
        let numbers: Vec<i64> = HISTORY.iter().map(|past| past.layout.number).collect();
        assert_eq!(numbers, (1..FORMAT).collect::<Vec<_>>());
    }

    #[test]
    fn steps_run_in_order_from_the_format_that_is_found() {
        let walk = |number: i64| {
            let layout = layout_of(Some((number, Place::Made)), CHAIN).unwrap();
            let raw = upgrade(RawWorkspace::default(), layout, CHAIN);
            let row = raw.row(&Scope::Workspace, "settings", "")?.clone();
            Some((
                row.text("format").to_owned(),
                row.text("confidentiality").to_owned(),
            ))
        };
        let newest = FORMAT.to_string();
        assert_eq!(walk(FORMAT - 2), Some((newest.clone(), "first second".into())));
        assert_eq!(walk(FORMAT - 1), Some((newest, "second".into())));
        assert_eq!(walk(FORMAT), None, "nothing is done to the newest");
    }

    #[test]
    fn a_newer_or_unknown_number_is_refused_and_a_missing_one_is_the_newest() {
        let refusal = |number| {
            layout_of(Some((number, Place::Made)), HISTORY)
                .unwrap_err()
                .what
                .ja
        };
        assert!(refusal(FORMAT + 1).contains("新しい形式"));
        assert!(refusal(0).contains("「0」はありません"));
        assert_eq!(layout_of(None, CHAIN).unwrap().number, FORMAT);
    }
}
