//! Writes a workspace as a workbook.

use super::layout::{
    Column, FIRST_ROW, IDENTITY_ROW, LABEL_ROW, NAME_ROW, SINGLE_HEADINGS, SheetPlan, plans,
};
use super::looks::{Looks, row_height};
use super::{codes, fields, guide};
use mamori_domain::description::{FieldDescription, Shape};
use mamori_domain::raw::{RawRow, RawScope, RawWorkspace};
use mamori_domain::{FORMAT, Language, Scope};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// Rows beyond the written ones that offer choices.
const SPARE_ROWS: u32 = 500;

/// One row of a sheet: the service or institution it belongs to, and its values.
type ScopedRow<'r> = (&'r str, Option<&'r RawRow>);

/// Writes a workspace as the bytes of an XLSX file, with labels and instructions in a language.
/// The same workspace always gives the same bytes.
///
/// # Errors
/// What of the workspace no workbook can hold: a field its kind does not have, or a text beyond
/// 32,767 characters.
pub fn write(raw: &RawWorkspace, language: Language) -> Result<Vec<u8>, String> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2020, 8, 1).map_err(said)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("mamori")
            .set_creation_datetime(&created),
    );
    let mut contents = Vec::new();
    for plan in plans() {
        contents.push((plan, rows_of(raw, plan)?));
    }
    let counts: Vec<_> = contents.iter().map(|(plan, rows)| (*plan, rows.len())).collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let last_row = u32::try_from(most)
        .unwrap_or(u32::MAX)
        .saturating_add(FIRST_ROW + SPARE_ROWS);
    guide::write(workbook.add_worksheet(), &counts, language, &looks).map_err(said)?;
    for (plan, rows) in &contents {
        let sheet = Sheet {
            plan: *plan,
            language,
            looks: &looks,
            last_row,
        };
        sheet
            .write(workbook.add_worksheet(), rows)
            .map_err(|error| format!("{}: {error}", plan.name(language)))?;
    }
    codes::write(workbook.add_worksheet(), language, &looks).map_err(said)?;
    workbook.save_to_buffer().map_err(said)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn said(error: XlsxError) -> String {
    error.to_string()
}

/// The rows of a sheet. A service or institution has a row in its own sheet even without values,
/// because that row is what makes it exist.
fn rows_of(raw: &RawWorkspace, plan: SheetPlan) -> Result<Vec<ScopedRow<'_>>, String> {
    let mut found = Vec::new();
    for scope in raw
        .scopes
        .iter()
        .filter(|scope| scope.scope.level() == plan.level)
    {
        let rows = scope.rows(plan.kind.name);
        found.extend(rows.iter().map(|row| (scope.scope.id(), Some(row))));
        if rows.is_empty() && plan.founds() {
            found.push((scope.scope.id(), None));
        }
        refuse_unknown(scope, plan)?;
    }
    if plan.kind.shape == Shape::Single && !plan.scoped() {
        found.truncate(1);
    }
    Ok(found)
}

fn refuse_unknown(scope: &RawScope, plan: SheetPlan) -> Result<(), String> {
    for row in scope.rows(plan.kind.name) {
        if let Some(cell) = row
            .cells
            .iter()
            .find(|cell| plan.kind.field(&cell.name).is_none())
        {
            return Err(format!(
                "{}: {} {}",
                plan.kind.name,
                cell.name,
                place_of(&scope.scope)
            ));
        }
    }
    Ok(())
}

fn place_of(scope: &Scope) -> String {
    format!("({scope}, format {FORMAT})")
}

/// A sheet of things while it is written.
struct Sheet<'l> {
    plan: SheetPlan,
    language: Language,
    looks: &'l Looks,
    /// Last row that offers choices, from 1.
    last_row: u32,
}

impl Sheet<'_> {
    fn write(&self, sheet: &mut Worksheet, rows: &[ScopedRow<'_>]) -> Result<(), XlsxError> {
        sheet
            .set_name(self.plan.name(self.language))?
            .set_tab_color(match self.plan.level {
                mamori_domain::description::Level::Workspace => Color::RGB(0x80_80_80),
                mamori_domain::description::Level::Organisation => Color::RGB(0x1F_4E_79),
                mamori_domain::description::Level::Service => Color::RGB(0x2E_8B_57),
                mamori_domain::description::Level::Institution => Color::RGB(0xB0_6A_1C),
            });
        sheet
            .write_string_with_format(IDENTITY_ROW, 0, self.plan.identity(), &self.looks.name)?
            .set_row_hidden(IDENTITY_ROW)?
            .set_row_height(LABEL_ROW, 32)?
            .set_row_height(NAME_ROW, 13)?;
        match self.plan.upright() {
            true => self.write_upright(sheet, rows.first().and_then(|(_, row)| *row))?,
            false => self.write_table(sheet, rows)?,
        }
        protect(sheet);
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(LABEL_ROW, LABEL_ROW)?;
        Ok(())
    }

    fn heading(&self, required: bool) -> &Format {
        if required {
            &self.looks.required
        } else {
            &self.looks.heading
        }
    }

    fn write_table(&self, sheet: &mut Worksheet, rows: &[ScopedRow<'_>]) -> Result<(), XlsxError> {
        let columns = self.plan.columns();
        for (number, column) in (0_u16..).zip(&columns) {
            let required = match column {
                Column::Scope(_) => true,
                Column::Field(field) => field.required,
            };
            let label = column.label().say(self.language);
            sheet
                .set_column_width(number, fields::width(*column))?
                .set_column_format(number, &self.looks.value)?
                .write_string_with_format(LABEL_ROW, number, label, self.heading(required))?
                .write_string_with_format(NAME_ROW, number, column.name(), &self.looks.name)?;
            let validation = fields::validation(self.plan, *column, self.language, self.last_row);
            sheet.add_data_validation(FIRST_ROW, number, self.last_row - 1, number, &validation)?;
        }
        for (number, (scope, row)) in (FIRST_ROW..).zip(rows) {
            let text = |column: &Column| match column {
                Column::Scope(_) => *scope,
                Column::Field(field) => row.map_or("", |row| row.text(field.name)),
            };
            for (at, column) in (0_u16..).zip(&columns) {
                match self.is_own_id(column) && !text(column).is_empty() {
                    true => self.put_as(sheet, (number, at), text(column), &self.looks.id)?,
                    false => self.put(sheet, number, at, text(column))?,
                }
            }
            let height = row_height(
                columns
                    .iter()
                    .map(|column| (text(column), fields::width(*column))),
            );
            sheet.set_row_height(number, height)?;
        }
        let last_row = FIRST_ROW + u32::try_from(rows.len()).unwrap_or(0);
        let last_column = u16::try_from(columns.len()).unwrap_or(1) - 1;
        let frozen = 1 + u16::from(self.plan.scoped() && self.plan.kind.shape == Shape::List);
        sheet
            .autofilter(NAME_ROW, 0, last_row.max(FIRST_ROW), last_column)?
            .set_freeze_panes(FIRST_ROW, frozen)?;
        Ok(())
    }

    /// Whether a column holds the rows' own ids, to which other rows refer.
    fn is_own_id(&self, column: &Column) -> bool {
        let kind = self.plan.kind;
        let own = |field: &FieldDescription| field.value.referenced_kind() == Some(kind.name);
        matches!(column, Column::Field(field) if own(field) && field.name == kind.fields[0].name)
    }

    fn write_upright(&self, sheet: &mut Worksheet, row: Option<&RawRow>) -> Result<(), XlsxError> {
        let widths = [24.0, 48.0, 60.0, 24.0];
        for ((at, (name, words)), width) in (0_u16..).zip(SINGLE_HEADINGS).zip(widths) {
            sheet
                .set_column_width(at, width)?
                .write_string_with_format(LABEL_ROW, at, words.say(self.language), &self.looks.heading)?
                .write_string_with_format(NAME_ROW, at, name, &self.looks.name)?;
        }
        for (number, field) in (FIRST_ROW..).zip(self.plan.kind.fields) {
            let text = row.map_or("", |row| row.text(field.name));
            let help = fields::explanation(field, self.language);
            sheet
                .write_string_with_format(number, 0, field.label.say(self.language), &self.looks.fixed)?
                .write_string_with_format(number, 2, &help, &self.looks.fixed)?
                .write_string_with_format(number, 3, field.name, &self.looks.name)?
                .set_row_height(
                    number,
                    row_height([(text, widths[1]), (help.as_str(), widths[2])].into_iter()),
                )?;
            self.put(sheet, number, 1, text)?;
            let column = Column::Field(field);
            let validation = fields::validation(self.plan, column, self.language, self.last_row);
            sheet.add_data_validation(number, 1, number, 1, &validation)?;
        }
        sheet.set_freeze_panes(FIRST_ROW, 0)?;
        Ok(())
    }

    /// Writes a value as text. The writing library takes a text of the form `<r>…</r>` for markup of
    /// its own, so such a text is handed over in two runs. Of those it escapes the markup, but not
    /// what looks like an escape of the format.
    fn put(&self, sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        self.put_as(sheet, (row, column), text, self.looks.of(text))
    }

    fn put_as(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if text.is_empty() {
            sheet.write_blank(row, column, format)?;
        } else if text.starts_with("<r>") && text.ends_with("</r>") {
            let plain = Format::new();
            let rest = without_escapes(&text[1..]);
            let runs = [(&plain, &text[..1]), (&plain, rest.as_str())];
            sheet.write_rich_string_with_format(row, column, &runs, format)?;
        } else {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }
}

/// The text with every `_xHHHH_` in it written so that it is read as it stands.
fn without_escapes(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let digits = text
            .get(at + 2..at + 6)
            .is_some_and(|four| four.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let escape = text[at..].starts_with("_x") && digits && text[at + 6..].starts_with('_');
        match escape {
            true => safe.push_str("_x005F_"),
            false => safe.push(character),
        }
    }
    safe
}

/// Locks the headings and the ids of existing rows, to which other sheets point. A spreadsheet removes
/// no row with a locked cell, so the guide says to lift the protection first; there is no password.
fn protect(sheet: &mut Worksheet) {
    let mut options = ProtectionOptions::new();
    options.format_cells = true;
    options.format_columns = true;
    options.format_rows = true;
    options.insert_rows = true;
    options.delete_rows = true;
    options.sort = true;
    options.use_autofilter = true;
    options.edit_objects = true;
    sheet.protect_with_options(&options);
}
