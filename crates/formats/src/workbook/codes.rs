//! The last sheet: every code that can be chosen, and what it means.

use super::layout::{IDENTITY_ROW, guide_identity, plans};
use super::looks::Looks;
use crate::layout::Layout;
use mamori_domain::description::{Choice, FieldDescription, ValueType};
use mamori_domain::{Language, Words};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The sheet's name.
const NAME: Words = Words::new("選べる値", "Codes");

/// Writes the sheet.
///
/// # Errors
/// When a text does not fit a sheet.
pub(super) fn write(sheet: &mut Worksheet, language: Language, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(NAME.say(language))?;
    sheet
        .write_string_with_format(IDENTITY_ROW, 0, guide_identity(Layout::NEWEST), &looks.name)?
        .set_row_hidden(IDENTITY_ROW)?;
    let headings = [
        (Words::new("シート", "Sheet"), 28.0),
        (Words::new("欄", "Field"), 24.0),
        (Words::new("値", "Code"), 20.0),
        (Words::new("意味", "Meaning"), 44.0),
    ];
    for (column, (heading, width)) in (0_u16..).zip(headings) {
        sheet.set_column_width(column, width)?.write_string_with_format(
            1,
            column,
            heading.say(language),
            &looks.heading,
        )?;
    }
    let mut row = 2;
    for plan in plans() {
        for field in plan.kind.fields {
            for choice in choices(field) {
                let texts = [
                    &plan.name(language),
                    field.label.say(language),
                    choice.code,
                    choice.words.say(language),
                ];
                for (column, text) in (0_u16..).zip(texts) {
                    sheet.write_string_with_format(row, column, text, &looks.fixed)?;
                }
                row += 1;
            }
        }
    }
    sheet.autofilter(1, 0, row - 1, 3)?.set_freeze_panes(2, 0)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(1, 1)?;
    Ok(())
}

/// The codes a field takes, alone or several at once.
fn choices(field: &FieldDescription) -> &'static [Choice] {
    match &field.value {
        ValueType::Choice(choices) | ValueType::Several(ValueType::Choice(choices)) => choices,
        _ => &[],
    }
}
