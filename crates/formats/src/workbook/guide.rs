//! The first sheet: how to fill in the workbook, and what each sheet is for.

use super::layout::{IDENTITY_ROW, SheetPlan, guide_identity, level_words, plans};
use super::looks::{Looks, row_height};
use crate::layout::Layout;
use mamori_domain::{Language, Words};
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

/// The sheet's name.
pub(super) const NAME: Words = Words::new("はじめに", "Start here");

const TITLE: Words = Words::new("このブックの書き方", "How to fill in this workbook");

const PARAGRAPHS: [Words; 7] = [
    Words::new(
        "ワークスペースの内容を一冊にまとめたものです。書き込んで保存し、mamori に読み込ませると、同じ内容のワークスペースになります。",
        "The whole workspace in one workbook. Fill it in, save it, and let mamori read it: it becomes the same workspace.",
    ),
    Words::new(
        "見出しが濃い色の欄は、行を書くなら必ず埋めます。ほかの欄は、分かるものから埋めてください。セルを選ぶと、書き方が出ます。選べる値の意味は、最後のシート「選べる値」にあります。",
        "Columns with a dark heading must be filled in for every row; fill in the others as you learn the answers. Selecting a cell shows what to write; the last sheet, \"Codes\", says what each code means.",
    ),
    Words::new(
        "行の追加と、列の入れ替えはしてかまいません。行を消したり並べ替えたりするときは、先にシートの保護を外してください。見出しと、その下の灰色の欄名は変えないでください。",
        "Rows may be added and columns moved. To remove or sort rows, lift the sheet's protection first. Leave the headings and the grey field names below them as they are.",
    ),
    Words::new(
        "IDは、ほかのシートから指すための名前です。半角の英小文字・数字・ハイフンで決めます。すでにあるIDは書き換えられないように守ってあります。変えるときは mamori rename を使ってください。",
        "An id is the name by which other sheets point to a row: lower-case letters, digits and hyphens. Ids in use are protected; change one with mamori rename.",
    ),
    Words::new(
        "いくつも書ける欄では、値を半角の空白で区切ります。日付は 2026-04-01 の形で書きます。",
        "Where several values may stand, separate them by spaces. Write dates like 2026-04-01.",
    ),
    Words::new(
        "すべてのセルは文字として扱います。「=」で始まる値も計算されません。色や列の幅は自由に変えてかまいませんが、読み込むのは値だけです。",
        "Every cell is text: a value that begins with = is never calculated. Colours and widths are yours to change, but only values are read.",
    ),
    Words::new(
        "シートの保護は、見出しとIDを誤って変えないためのものです。パスワードはかけていません。",
        "Sheets are protected only against changing a heading or an id by mistake; there is no password.",
    ),
];

/// Writes the sheet.
///
/// # Errors
/// When a text does not fit a sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    counts: &[(SheetPlan, usize)],
    language: Language,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(NAME.say(language))?.set_screen_gridlines(false);
    sheet
        .write_string_with_format(IDENTITY_ROW, 0, guide_identity(Layout::NEWEST), &looks.name)?
        .set_row_hidden(IDENTITY_ROW)?;
    let widths = [14.0, 26.0, 60.0, 10.0];
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, width)?;
    }
    sheet
        .write_string_with_format(1, 0, TITLE.say(language), &looks.title)?
        .set_row_height(1, 26)?;
    let mut row = 3;
    for paragraph in PARAGRAPHS {
        let text = paragraph.say(language);
        sheet.merge_range(row, 0, row, 3, text, &looks.paragraph)?;
        sheet.set_row_height(row, row_height([(text, widths.iter().sum())].into_iter()) + 4.0)?;
        row += 1;
    }
    row += 1;
    let headings = [
        Words::new("だれのこと", "Of whom"),
        Words::new("シート", "Sheet"),
        Words::new("書くこと", "What it holds"),
        Words::new("件数", "Rows"),
    ];
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(row, column, heading.say(language), &looks.heading)?;
    }
    sheet.set_row_height(row, 22)?;
    debug_assert_eq!(counts.len(), plans().len());
    for (plan, count) in counts {
        row += 1;
        let (name, help) = (plan.name(language), plan.kind.help.say(language));
        let link = Url::new(format!("internal:'{}'!A2", name.replace('\'', "''"))).set_text(&name);
        sheet
            .write_string_with_format(row, 0, level_words(plan.level).say(language), &looks.fixed)?
            .write_url_with_format(row, 1, link, &looks.link)?
            .write_string_with_format(row, 2, help, &looks.fixed)?
            .write_string_with_format(row, 3, count.to_string(), &looks.fixed)?
            .set_row_height(row, row_height([(help, widths[2])].into_iter()) + 3.0)?;
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    Ok(())
}
