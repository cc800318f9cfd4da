//! Why a file is not taken as the guideline.

use mamori_words::{Language, Words};
use std::fmt;

/// A file that is not the text of the guideline's 別紙2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTheGuideline {
    /// Nothing is in it.
    Empty,
    /// It is the PDF itself, or another file that is no text.
    NoText,
    /// Its letters are broken: read in the wrong encoding.
    Garbled,
    /// It is text, but the table of 別紙2 is not in it.
    NoTable,
    /// The table's head is there, but no item.
    NoItems,
    /// A table of two columns in which no row starts with an item's identifier.
    NoIds,
}

impl NotTheGuideline {
    /// What happened, why, and what to do.
    pub fn words(self) -> Words {
        match self {
            NotTheGuideline::Empty => Words::new(
                "ファイルが空です。文が一つもないので取り込めません。ガイドラインのPDFから文字をコピーした、または書き出したテキストファイルを選んでください。",
                "The file is empty, so there is nothing to take over. Choose a text file copied or exported from the guideline's PDF.",
            ),
            NotTheGuideline::NoText => Words::new(
                "テキストファイルではありません。PDFやWordのファイルはそのままでは読めません。PDFを開いて「テキストとして保存」するか、文字をコピーしたテキストファイルを選んでください。",
                "This is no text file. A PDF or Word file cannot be read as it is. Open it, save it as text, and choose that file.",
            ),
            NotTheGuideline::Garbled => Words::new(
                "文字が壊れています。文字コードがUTF-8でないようです。UTF-8を選んで保存し直してから取り込んでください。",
                "The letters are broken: the file does not seem to be UTF-8. Save it again as UTF-8 and try once more.",
            ),
            NotTheGuideline::NoTable => Words::new(
                "ガイドラインの別紙2が見つかりません。「大項目・小項目・No.・内容」の見出しを持つ表がないためです。別紙2を含むガイドライン全体のテキストか、項目番号と文の2列の表を選んでください。",
                "Annex 2 of the guideline is not in this file: no table has the heads 大項目, 小項目, No. and 内容. Choose the text of the whole guideline with annex 2, or a table of two columns with item number and sentence.",
            ),
            NotTheGuideline::NoItems => Words::new(
                "別紙2の見出しはありますが、「①-1」のような番号の付いた項目が一つも読めません。表の列がタブで区切られているかを確かめ、別の方法で書き出し直してください。",
                "The head of annex 2 is there, but no item with a number such as ①-1 can be read. Check that the columns are separated by tabs, or export the text in another way.",
            ),
            NotTheGuideline::NoIds => Words::new(
                "1列目に「1.1.①-1」のような項目番号のある行がありません。1列目に項目番号、2列目に文を置いてください。",
                "No row has an item number such as 1.1.①-1 in its first column. Put the item number in the first column and the sentence in the second.",
            ),
        }
    }

    /// The message in one language.
    pub fn say(self, language: Language) -> &'static str {
        self.words().say(language)
    }
}

impl fmt::Display for NotTheGuideline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Language::English))
    }
}

impl std::error::Error for NotTheGuideline {}
