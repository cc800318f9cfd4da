//! Events from a workbook: the first sheet with values, its first row the headings.

use crate::table::{columns, too_many};
use mamori_formats::xlsx_reader::read_sheets;
use mamori_service_levels::{Column, Intake};
use mamori_words::Said;

/// Reads the rows; a row's number is that of the sheet.
pub(crate) fn read(bytes: &[u8], intake: &mut Intake) -> Result<(), Said> {
    let sheets = read_sheets(bytes).map_err(|problems| match problems.into_iter().next() {
        Some(problem) => problem.what,
        None => Said::new("ブックとして読めません", "It is no workbook"),
    })?;
    let sheet = sheets.iter().find(|sheet| !sheet.is_empty());
    let sheet = sheet.ok_or_else(|| Said::new("中身がありません", "The file is empty"))?;
    let mut rows = sheet.rows();
    let headings: Vec<(u16, &str)> = rows.next().map(|row| row.cells().collect()).unwrap_or_default();
    let names: Vec<String> = headings.iter().map(|(_, name)| name.trim().to_owned()).collect();
    let names = columns(names, &Column::ALL, &Column::NEEDED)?;
    let place = |name: &str| {
        let at = names.iter().position(|heading| heading == name)?;
        headings.get(at).map(|(column, _)| *column)
    };
    for row in rows {
        let number = u64::from(row.number());
        if row.cells().all(|(_, text)| text.trim().is_empty()) {
            continue;
        }
        match row
            .cells()
            .any(|(column, _)| !headings.iter().any(|(known, _)| *known == column))
        {
            true => intake.take_unreadable(number, too_many()),
            false => intake.take(number, |name| place(name).map_or("", |column| row.text(column))),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Format, Sampling};
    use mamori_service_levels::{Intake, Taken};
    use rust_xlsxwriter::Workbook;

    fn book(rows: &[&[&str]]) -> Vec<u8> {
        let mut book = Workbook::new();
        let _ = book.add_worksheet();
        let sheet = book.add_worksheet();
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.write(row as u32, column as u16, *text).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn read(bytes: &[u8]) -> Result<Taken, String> {
        let mut intake = Intake::default();
        let format = Format::of("events.xlsx", bytes).unwrap();
        crate::read(format, bytes, Sampling::default(), &mut intake).map_err(|said| said.en)?;
        Ok(intake.end())
    }

    #[test]
    fn rows_of_a_sheet_are_judged_as_those_of_a_table() {
        let bytes = book(&[
            &["note", "start", "id", "kind"],
            &["=1+1", "2026-04-01T09:00:00+09:00", "a", "stop"],
            &[],
            &["", "2026-04-01T09:00:00", "b", "stop"],
            &["", "2026-04-01T09:00:00Z", "c", "stop", "more"],
        ]);
        let taken = read(&bytes).unwrap();
        assert_eq!(taken.events.stops[0].note, "=1+1");
        let rows: Vec<u64> = taken.refused.iter().map(|one| one.row).collect();
        assert_eq!((taken.rows, rows), (3, vec![4, 5]));
        assert!(
            read(&book(&[&["kind", "id", "starts"]]))
                .unwrap_err()
                .contains("did you mean \"start\"?")
        );
        assert!(read(&book(&[])).unwrap_err().contains("empty"));
    }

    #[test]
    fn a_damaged_workbook_is_refused_and_makes_nothing_fail() {
        let bytes = book(&[&["kind", "id", "start"], &["stop", "a", "2026-04-01T09:00:00Z"]]);
        let mut refused = 0;
        for at in 0..bytes.len().min(2_000) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            let mut intake = Intake::default();
            refused += usize::from(
                crate::read(Format::Workbook, &damaged, Sampling::default(), &mut intake).is_err(),
            );
        }
        assert!(refused > 100, "{refused}");
    }
}
