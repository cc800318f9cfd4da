//! Why a document could not be printed.

use std::fmt;

use mamori_tree::Language;

/// Why a document could not be printed. Shared by all presses, so that a caller handles one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PressFault {
    /// The cells of a table do not fill its grid: a mistake of the document's author, not of the
    /// user.
    Grid {
        /// The table's name.
        table: String,
        /// What is wrong, from `mamori_tree::Table::place`.
        message: String,
    },
    /// A text is longer than a cell of a workbook can hold (32,767 UTF-16 units).
    TextTooLong {
        /// The sheet's name.
        sheet: String,
        /// The cell, for example `C12`.
        cell: String,
        /// The text's length in UTF-16 units.
        length: usize,
    },
    /// A table has more rows or columns than a sheet can hold (1,048,576 rows, 16,384 columns).
    TableTooLarge {
        /// The table's name.
        table: String,
    },
    /// The day for which the document speaks is no date of the form `YYYY-MM-DD`.
    Day {
        /// What stood in its place.
        as_of: String,
    },
    /// The library that writes workbooks refused.
    Workbook {
        /// Its message, in English.
        message: String,
    },
    /// The library that binds text documents refused.
    TextDocument {
        /// Its message, in English.
        message: String,
    },
    /// The library that sets pages refused.
    Paper {
        /// Its message, in English.
        message: String,
    },
}

impl PressFault {
    /// The fault in one language, for the person who asked for the document.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            PressFault::Grid { table, message } => {
                format!("表「{table}」のます目が正しく埋まっていません（{message}）。")
            }
            PressFault::TextTooLong { sheet, cell, length } => format!(
                "シート「{sheet}」のセル {cell} の文字数が {length} です。Excel のセルには 32767 文字までしか入りません。文を短くしてください。"
            ),
            PressFault::TableTooLarge { table } => {
                format!("表「{table}」が大きすぎて、Excel の 1 シートに入りません。")
            }
            PressFault::Day { as_of } => {
                format!("基準日「{as_of}」を読めません。2026-04-01 の形で書いてください。")
            }
            PressFault::Workbook { message } => format!("Excel ファイルを作れませんでした（{message}）。"),
            PressFault::TextDocument { message } => format!("Word ファイルを作れませんでした（{message}）。"),
            PressFault::Paper { message } => format!("PDF を作れませんでした（{message}）。"),
        }
    }

    fn english(&self) -> String {
        match self {
            PressFault::Grid { table, message } => {
                format!("The cells of table \"{table}\" do not fill its grid ({message}).")
            }
            PressFault::TextTooLong { sheet, cell, length } => format!(
                "Cell {cell} of sheet \"{sheet}\" holds {length} characters. An Excel cell takes at most 32767. Please shorten the text."
            ),
            PressFault::TableTooLarge { table } => {
                format!("Table \"{table}\" is too large for one Excel sheet.")
            }
            PressFault::Day { as_of } => {
                format!("The day \"{as_of}\" cannot be read. Write it like 2026-04-01.")
            }
            PressFault::Workbook { message } => format!("The Excel file could not be made ({message})."),
            PressFault::TextDocument { message } => format!("The Word file could not be made ({message})."),
            PressFault::Paper { message } => format!("The PDF could not be made ({message})."),
        }
    }
}

impl fmt::Display for PressFault {
    /// Both languages, for logs and for callers that do not know the reader.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} / {}", self.japanese(), self.english())
    }
}

impl std::error::Error for PressFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_speaks_both_languages() {
        let fault = PressFault::TextTooLong {
            sheet: "リスク".to_owned(),
            cell: "C12".to_owned(),
            length: 40_000,
        };
        assert!(fault.say(Language::Japanese).contains("セル C12"));
        assert!(fault.say(Language::English).contains("Cell C12"));
        assert!(fault.to_string().contains(" / "));
    }
}
