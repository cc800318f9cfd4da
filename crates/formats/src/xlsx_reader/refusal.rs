//! What the reader refuses, and what to do about it, in both languages.

use mamori_domain::raw::Place;
use mamori_domain::{Problem, Said};
use std::fmt;
use std::sync::Arc;

/// Why reading a part stopped; travels through the readers of the libraries as an I/O error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// More bytes unpacked than [`super::UNPACKED_BYTES_MAX`].
    Unpacked,
    /// An entry unpacks to more than [`super::RATIO_MAX`] times its size.
    Ratio,
    /// One tag or text is longer than any that a spreadsheet program writes.
    Piece,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Limit {}

impl Limit {
    /// The problem of a part that went over the limit.
    pub(super) fn problem(self, part: &str) -> Problem {
        let (ja, en) = match self {
            Limit::Unpacked => ("展開すると50 MBを超えます", "it unpacks to more than 50 MB"),
            Limit::Ratio => (
                "圧縮率が異常です（100倍を超えます）",
                "it unpacks to more than 100 times its size",
            ),
            Limit::Piece => ("一つの項目が長すぎます", "one piece of it is too long"),
        };
        refused(part, ja, en)
    }
}

/// The place of the whole file.
pub(super) fn file() -> Place {
    Place::Sheet {
        sheet: "XLSX".into(),
        cell: String::new(),
    }
}

fn said(ja: impl Into<String>, en: impl Into<String>) -> Said {
    Said::new(ja, en)
}

/// A file that is not a workbook we read.
pub(super) fn not_xlsx(ja: &str, en: &str) -> Problem {
    Problem::new(
        &file(),
        said(ja, en),
        said(
            "表計算ソフトで開き、「Excel ブック（.xlsx）」の形式で保存し直してください",
            "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)",
        ),
    )
}

/// A file under a password.
pub(super) fn encrypted() -> Problem {
    Problem::new(
        &file(),
        said(
            "パスワードで保護されているため読めません",
            "It is protected by a password and cannot be read",
        ),
        said(
            "表計算ソフトでパスワードを外して保存し直してください",
            "Remove the password in a spreadsheet program and save it again",
        ),
    )
}

/// A file that goes over a cap or carries what no honest workbook has.
pub(super) fn refused(part: &str, ja: &str, en: &str) -> Problem {
    Problem::new(
        &file(),
        said(
            format!("安全のため読み込みません：{part}は、{ja}"),
            format!("Refused for safety: {part}: {en}"),
        ),
        said(
            "出どころを確かめてください。必要な表だけを新しいブックに貼り付けて保存すると読めます",
            "Check where it comes from. Pasting the tables you need into a new workbook makes them readable",
        ),
    )
}

/// A package or part that is broken.
pub(super) fn damaged(part: &str) -> Problem {
    Problem::new(
        &file(),
        said(
            format!("ファイルが壊れています（{part}）"),
            format!("The file is damaged ({part})"),
        ),
        said(
            "元のファイルを表計算ソフトで開いて保存し直すか、もう一度受け取ってください",
            "Open the original in a spreadsheet program and save it again, or have it sent again",
        ),
    )
}

/// A part the workbook names but does not have.
pub(super) fn missing(part: &str) -> Problem {
    Problem::new(
        &file(),
        said(
            format!("ブックの部品がありません（{part}）"),
            format!("A part of the workbook is missing ({part})"),
        ),
        said(
            "元のファイルを表計算ソフトで開いて保存し直してください",
            "Open the original in a spreadsheet program and save it again",
        ),
    )
}

/// Two sheets that share a part.
pub(super) fn shared_part(sheet: &Arc<str>) -> Problem {
    let place = Place::Sheet {
        sheet: sheet.clone(),
        cell: String::new(),
    };
    Problem::new(
        &place,
        said(
            "ほかのシートと同じ部品を指しています",
            "It points to the same part as another sheet",
        ),
        said(
            "表計算ソフトで開いて保存し直してください",
            "Open it in a spreadsheet program and save it again",
        ),
    )
}

/// A cell that shows an error value.
pub(super) fn error_value(place: &Place, value: &str) -> Problem {
    let value: String = value.chars().take(20).collect();
    Problem::new(
        place,
        said(
            format!("セルがエラー値（{value}）です"),
            format!("The cell holds an error value ({value})"),
        ),
        said(
            "正しい値を入れるか、空にしてください",
            "Enter a value or empty the cell",
        ),
    )
}

/// A formula whose result is not stored in the file.
pub(super) fn no_result(place: &Place) -> Problem {
    Problem::new(
        place,
        said(
            "計算式の結果がファイルに入っていません",
            "The result of the formula is not stored in the file",
        ),
        said(
            "表計算ソフトで開いて保存し直すか、値に置き換えてください（計算式はこちらでは計算しません）",
            "Open and save it in a spreadsheet program, or replace the formula by its value: formulas are never evaluated here",
        ),
    )
}

/// A text longer than a cell may hold.
pub(super) fn long_text(place: &Place) -> Problem {
    Problem::new(
        place,
        said(
            "セルの文字が32,767字を超えています",
            "The cell holds more than 32,767 characters",
        ),
        said("短くするか、分けてください", "Shorten or split it"),
    )
}

/// A cell given twice, or given where no cell can be.
pub(super) fn odd_cell(place: &Place, ja: &str, en: &str) -> Problem {
    Problem::new(
        place,
        said(ja, en),
        said(
            "表計算ソフトで開いて保存し直してください",
            "Open it in a spreadsheet program and save it again",
        ),
    )
}

/// A wording that belongs to no id.
pub(super) fn wording_without_id(place: &Place) -> Problem {
    Problem::new(
        place,
        said("文言に対応するIDがありません", "This wording has no id"),
        said("A列にIDを書いてください", "Write its id into column A"),
    )
}

/// An id that stands twice.
pub(super) fn id_twice(place: &Place, id: &str, first: u32) -> Problem {
    Problem::new(
        place,
        said(
            format!("「{id}」が二度あります（初めは{first}行目）"),
            format!("\"{id}\" stands twice (first in row {first})"),
        ),
        said("どちらかの行を消してください", "Remove one of the rows"),
    )
}
