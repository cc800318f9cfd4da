//! Reads a workbook back, also after another program has saved it.

use super::layout::{IDENTITY, SheetPlan, format_of_identity, guide_identity, plans_of};
use super::{guide, rows, single};
use crate::layout::Layout;
use crate::upgrade::{HISTORY, Past, Stated, layout_of, upgrade};
use crate::xlsx_reader::{PROBLEMS_MAX, Sheet, read_sheets};
use mamori_domain::build::nearest;
use mamori_domain::description::{Level, Shape};
use mamori_domain::raw::{RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Language, Problem, Said, Scope, is_id};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What has been read so far.
#[derive(Default)]
pub(super) struct Reading {
    /// The rows by scope and kind.
    pub(super) rows: BTreeMap<Scope, BTreeMap<&'static str, Vec<RawRow>>>,
    /// Every problem.
    pub(super) problems: Vec<Problem>,
}

impl Reading {
    /// Notes a problem; beyond [`PROBLEMS_MAX`] none helps any more.
    pub(super) fn note(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(problem);
        }
    }

    /// The ids of the services or institutions known so far.
    pub(super) fn scopes(&self, level: Level) -> impl Iterator<Item = &str> {
        self.rows
            .keys()
            .filter(move |scope| scope.level() == level)
            .map(Scope::id)
    }

    /// Adds a row.
    pub(super) fn add(&mut self, scope: Scope, plan: SheetPlan, row: RawRow) {
        let kinds = self.rows.entry(scope).or_default();
        let rows = kinds.entry(plan.kind.name).or_default();
        match (plan.kind.shape, rows.first()) {
            (Shape::Single, Some(first)) => {
                let first = first.place.clone();
                self.note(twice(plan, &row, &first));
            }
            _ => rows.push(row),
        }
    }
}

fn twice(plan: SheetPlan, row: &RawRow, first: &mamori_domain::raw::Place) -> Problem {
    let label = plan.kind.label;
    Problem::new(
        &row.place,
        Said::new(
            format!("{}が二度あります（初めは {first}）", label.ja),
            format!("{} stands twice (first at {first})", label.en),
        ),
        Said::new("どちらかの行を消してください", "Remove one of the rows"),
    )
}

/// Reads a workbook into raw values.
///
/// Sheets are recognised by their hidden first row, else by their name in either language; columns
/// by the names of the fields, else by their labels. Empty rows and empty sheets are passed over.
/// What a choice is called stands for its code. A workbook of an older format is brought to the newest.
///
/// # Errors
/// Every problem found: those of the file, unknown sheets and columns with a suggestion, values
/// without a heading, rows whose service or institution is not known; a newer format alone.
pub fn read(bytes: &[u8]) -> Result<RawWorkspace, Vec<Problem>> {
    read_along(bytes, HISTORY)
}

/// As [`read`], with other formats of the past.
///
/// # Errors
/// As [`read`].
pub fn read_along(bytes: &[u8], history: &[Past]) -> Result<RawWorkspace, Vec<Problem>> {
    match read_what_can_be(bytes, history) {
        (raw, problems) if problems.is_empty() => Ok(raw),
        (_, problems) => Err(problems),
    }
}

/// Reads what can be read beside every problem, so that problems of values can be told at once with
/// those of the file.
pub(crate) fn read_what_can_be(bytes: &[u8], history: &[Past]) -> (RawWorkspace, Vec<Problem>) {
    let none = RawWorkspace::default;
    let sheets = match read_sheets(bytes) {
        Ok(sheets) => sheets,
        Err(problems) => return (none(), problems),
    };
    match layout_of(stated_format(&sheets), history) {
        // What a newer program wrote cannot be judged field by field: its number is the one problem.
        Err(newer) => (none(), vec![newer]),
        Ok(layout) => {
            let (raw, problems) = read_by(layout, &sheets);
            (upgrade(raw, layout, history), problems)
        }
    }
}

/// The format the workbook has: the newest that a sheet's hidden row or the settings name.
fn stated_format(sheets: &[Sheet]) -> Stated {
    let settings = plans_of(Layout::NEWEST)[0];
    let by_identity = sheets
        .iter()
        .filter_map(|sheet| Some((format_of_identity(sheet.text(1, 1))?, sheet.whole())));
    let is_settings = |sheet: &&Sheet| {
        SheetPlan::of_name(Layout::NEWEST, sheet.name()) == Some(settings)
            || sheet.text(1, 1).trim().ends_with(": workspace/settings")
    };
    let by_settings = sheets.iter().filter(is_settings).filter_map(|sheet| {
        let mut reading = Reading::default();
        single::read(settings, sheet, &mut reading);
        let row = reading
            .rows
            .get(&Scope::Workspace)?
            .get(settings.kind.name)?
            .first()?;
        let cell = row.cell("format")?;
        Some((cell.text.trim().parse().ok()?, cell.place.clone()))
    });
    by_identity.chain(by_settings).max_by_key(|(number, _)| *number)
}

fn read_by(layout: Layout, sheets: &[Sheet]) -> (RawWorkspace, Vec<Problem>) {
    let mut reading = Reading::default();
    reading.rows.insert(Scope::Workspace, BTreeMap::new());
    reading.rows.insert(Scope::Organisation, BTreeMap::new());
    let mut planned: Vec<(SheetPlan, &Sheet)> = Vec::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.is_empty()) {
        match recognise(layout, sheet) {
            Recognised::Guide => {}
            Recognised::Unknown(problem) => reading.note(problem),
            Recognised::Sheet(plan) => match planned.iter().find(|(other, _)| *other == plan) {
                Some((_, first)) => reading.note(same_twice(sheet, first)),
                None => planned.push((plan, sheet)),
            },
        }
    }
    // The sheets that say which services and institutions there are come before those that refer to
    // them.
    planned.sort_by_key(|(plan, _)| !plan.founds());
    for (plan, sheet) in planned {
        match plan.upright() {
            true => single::read(plan, sheet, &mut reading),
            false => rows::read(plan, sheet, &mut reading),
        }
    }
    (assemble(layout, reading.rows), reading.problems)
}

fn assemble(layout: Layout, mut rows: BTreeMap<Scope, BTreeMap<&'static str, Vec<RawRow>>>) -> RawWorkspace {
    let mut scopes = Vec::new();
    // Scopes order as settings, organisation, services, institutions, each by id.
    while let Some((scope, mut kinds)) = rows.pop_first() {
        let lists = layout.kinds(scope.level()).iter().filter_map(|kind| {
            let rows = kinds.remove(kind.name)?;
            Some(RawList { kind, rows })
        });
        let lists = lists.collect();
        scopes.push(RawScope { scope, lists });
    }
    RawWorkspace { scopes }
}

enum Recognised {
    Guide,
    Sheet(SheetPlan),
    Unknown(Problem),
}

fn recognise(layout: Layout, sheet: &Sheet) -> Recognised {
    let identity = sheet.text(1, 1).trim();
    if identity == guide_identity(layout) {
        return Recognised::Guide;
    }
    let by_name = || SheetPlan::of_name(layout, sheet.name());
    if let Some(plan) = SheetPlan::of_identity(layout, identity).or_else(by_name) {
        return Recognised::Sheet(plan);
    }
    let other_format = identity.starts_with(IDENTITY);
    let names = plans_of(layout)
        .into_iter()
        .flat_map(|plan| Language::ALL.map(|language| plan.name(language)));
    let names: Vec<String> = names
        .chain(Language::ALL.map(|language| guide::NAME.say(language).to_owned()))
        .collect();
    let near = nearest(sheet.name(), names.iter().map(String::as_str));
    Recognised::Unknown(Problem::new(
        &sheet.whole(),
        match other_format {
            true => Said::new(
                format!("このシートの形式（{identity}）は、このプログラムでは読めません"),
                format!("This program cannot read a sheet of this form ({identity})"),
            ),
            false => Said::new(
                "何のシートか分かりません",
                "It is not known what this sheet holds",
            ),
        },
        match near {
            Some(near) => Said::new(
                format!(
                    "「{near}」のことなら、シートの名前をそう変えてください。関係のないシートなら消してください"
                ),
                format!(
                    "If it is meant to be \"{near}\", rename it so; if it does not belong here, remove it"
                ),
            ),
            None => Said::new(
                "関係のないシートなら消してください。書き出したブックのシートに写すこともできます",
                "If it does not belong here, remove it, or move its content into a sheet of an exported workbook",
            ),
        },
    ))
}

fn same_twice(sheet: &Sheet, first: &Sheet) -> Problem {
    Problem::new(
        &sheet.whole(),
        Said::new(
            format!("シート「{}」と同じ種類のシートです", first.name()),
            format!("It is a sheet of the same kind as \"{}\"", first.name()),
        ),
        Said::new("一つのシートにまとめてください", "Put both into one sheet"),
    )
}

/// The scope a row belongs to by what stands in its first column.
///
/// # Errors
/// What is wrong with it.
pub(super) fn scope_of(plan: SheetPlan, typed: &str, reading: &Reading) -> Result<Scope, (Said, Said)> {
    let of = |id: &str| match plan.level {
        Level::Workspace => Scope::Workspace,
        Level::Organisation => Scope::Organisation,
        Level::Service => Scope::Service(Arc::from(id)),
        Level::Institution => Scope::Institution(Arc::from(id)),
    };
    if !plan.scoped() {
        return Ok(of(""));
    }
    let known: Vec<&str> = reading.scopes(plan.level).collect();
    match (typed, known.as_slice()) {
        ("", [only]) if !plan.founds() => Ok(of(only)),
        ("", _) => Err(empty_scope(plan)),
        (id, _) if !is_id(id) => Err((
            Said::new(
                format!("「{id}」はIDの形ではありません"),
                format!("\"{id}\" is not an id"),
            ),
            Said::new(
                "半角の英小文字・数字・ハイフンで48字までにしてください",
                "Use lower-case letters, digits and hyphens, at most 48",
            ),
        )),
        (id, _) if plan.founds() || known.contains(&id) => Ok(of(id)),
        (id, known) => Err(unknown_scope(plan, id, known)),
    }
}

fn empty_scope(plan: SheetPlan) -> (Said, Said) {
    let words = plan.scope_words();
    (
        Said::new(
            format!("「{}」が空です", words.ja),
            format!("\"{}\" is empty", words.en),
        ),
        Said::new(
            "どれのことかをIDで書いてください",
            "Say which one it is about, by its id",
        ),
    )
}

fn unknown_scope(plan: SheetPlan, id: &str, known: &[&str]) -> (Said, Said) {
    let words = plan.scope_words();
    let label = plan.layout.kinds(plan.level)[0].label;
    let help = match nearest(id, known.iter().copied()) {
        Some(near) => Said::new(
            format!("「{near}」のことですか"),
            format!("Did you mean \"{near}\"?"),
        ),
        None => Said::new(
            format!("シート「{}」に行を加えてください", label.ja),
            format!("Add a row to the sheet \"{}\"", label.en),
        ),
    };
    let what = Said::new(
        format!("{}「{id}」は、シート「{}」にありません", words.ja, label.ja),
        format!("{} \"{id}\" is not in the sheet \"{}\"", words.en, label.en),
    );
    (what, help)
}
