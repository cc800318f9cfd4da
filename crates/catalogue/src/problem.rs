//! What is wrong with the files of a catalogue, with the place.

use crate::IdProblem;
use mamori_words::Language;
use std::collections::BTreeSet;
use std::fmt;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// No edition of this name is inside the binary.
    UnknownEdition {
        /// The name asked for.
        edition: String,
    },
    /// A file that every catalogue needs is not there.
    MissingFile,
    /// The file cannot be read as CSV or TOML.
    Unreadable {
        /// What the reader says (English; comes from the format's reader).
        reason: String,
    },
    /// A column or field that the catalogue does not know.
    UnknownField {
        /// Its name.
        field: String,
    },
    /// A column or field that must be there is not.
    MissingField {
        /// Its name.
        field: String,
    },
    /// A cell or field that must be filled is empty.
    Empty {
        /// Its name.
        field: String,
    },
    /// A text is there in one language only.
    MissingLanguage {
        /// The field of the missing language.
        field: String,
    },
    /// An identifier that cannot be one.
    BadId {
        /// The field.
        field: String,
        /// What is written.
        text: String,
        /// What is wrong with it.
        problem: IdProblem,
    },
    /// A word that is not among those allowed.
    UnknownWord {
        /// The field.
        field: String,
        /// What is written.
        text: String,
        /// What may be written.
        allowed: Vec<&'static str>,
    },
    /// A figure that is none or lies outside its range.
    BadFigure {
        /// The field.
        field: String,
        /// What is written.
        text: String,
    },
    /// The same identifier twice.
    DuplicateId {
        /// The identifier.
        id: String,
    },
    /// An identifier that no entry has.
    Dangling {
        /// The field.
        field: String,
        /// The identifier.
        id: String,
    },
    /// Two fields that contradict each other.
    Contradiction {
        /// The field that is wrong.
        field: String,
        /// The field it contradicts.
        with: String,
    },
    /// A condition that no item uses: it would be asked for nothing.
    Unused {
        /// The identifier.
        id: String,
    },
    /// A clause of the guideline that no rule, paper or person answers.
    Unanswered {
        /// The identifier.
        id: String,
    },
    /// A brace in a clause that is no slot.
    BadSlot {
        /// The field.
        field: String,
        /// What is written.
        text: String,
    },
    /// The two languages of a clause use different slots.
    SlotsDiffer {
        /// The slots that one language lacks.
        slots: String,
    },
    /// The levels leave a product out or hold one twice.
    LevelGap {
        /// The product of impact and likelihood.
        product: u32,
        /// How many levels hold it.
        levels: usize,
    },
}

impl ProblemKind {
    /// The problem in plain words.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            ProblemKind::UnknownEdition { edition } => format!("「{edition}」という版は組み込まれていません"),
            ProblemKind::MissingFile => "ファイルがありません".to_owned(),
            ProblemKind::Unreadable { reason } => format!("ファイルとして読めません（{reason}）"),
            ProblemKind::UnknownField { field } => {
                format!("「{field}」という欄は知られていません。綴りを確かめてください")
            }
            ProblemKind::MissingField { field } => format!("「{field}」の欄がありません"),
            ProblemKind::Empty { field } => format!("「{field}」が空です"),
            ProblemKind::MissingLanguage { field } => {
                format!("「{field}」が空です。日本語と英語の両方を書いてください")
            }
            ProblemKind::BadId { field, text, problem } => {
                format!(
                    "「{field}」の「{text}」はIDとして使えません：{}",
                    problem.say(Language::Japanese)
                )
            }
            ProblemKind::UnknownWord { field, text, allowed } => {
                format!(
                    "「{field}」の「{text}」は使えません。使えるのは {} です",
                    allowed.join("、")
                )
            }
            ProblemKind::BadFigure { field, text } => {
                format!("「{field}」の「{text}」は使える数ではありません")
            }
            ProblemKind::DuplicateId { id } => format!("ID「{id}」が二度使われています"),
            ProblemKind::Dangling { field, id } => format!("「{field}」の「{id}」に当たるものがありません"),
            ProblemKind::Contradiction { field, with } => {
                format!("「{field}」が「{with}」と食い違っています")
            }
            ProblemKind::Unused { id } => format!("「{id}」を使う項目がありません"),
            ProblemKind::Unanswered { id } => format!("「{id}」に答える規則も文書も人もありません"),
            ProblemKind::BadSlot { field, text } => {
                format!(
                    "「{field}」の「{text}」は差込み欄として読めません。{{provider}} のように書いてください"
                )
            }
            ProblemKind::SlotsDiffer { slots } => {
                format!("日本語と英語で差込み欄が違います（{slots}）。同じ欄を使ってください")
            }
            ProblemKind::LevelGap { product, levels } => {
                format!(
                    "影響度×顕在化率の{product}が、{levels}個のリスクレベルに入っています（1個だけに入れてください）"
                )
            }
        }
    }

    fn english(&self) -> String {
        match self {
            ProblemKind::UnknownEdition { edition } => format!("no edition named \"{edition}\" is inside"),
            ProblemKind::MissingFile => "the file is missing".to_owned(),
            ProblemKind::Unreadable { reason } => format!("the file cannot be read ({reason})"),
            ProblemKind::UnknownField { field } => {
                format!("no field is named \"{field}\"; check the spelling")
            }
            ProblemKind::MissingField { field } => format!("the field \"{field}\" is missing"),
            ProblemKind::Empty { field } => format!("\"{field}\" is empty"),
            ProblemKind::MissingLanguage { field } => {
                format!("\"{field}\" is empty; write both Japanese and English")
            }
            ProblemKind::BadId { field, text, problem } => {
                format!(
                    "\"{text}\" in \"{field}\" cannot be an id: {}",
                    problem.say(Language::English)
                )
            }
            ProblemKind::UnknownWord { field, text, allowed } => {
                format!(
                    "\"{text}\" cannot stand in \"{field}\"; write one of {}",
                    allowed.join(", ")
                )
            }
            ProblemKind::BadFigure { field, text } => {
                format!("\"{text}\" in \"{field}\" is no usable figure")
            }
            ProblemKind::DuplicateId { id } => format!("the id \"{id}\" is used twice"),
            ProblemKind::Dangling { field, id } => {
                format!("nothing has the id \"{id}\" that \"{field}\" names")
            }
            ProblemKind::Contradiction { field, with } => format!("\"{field}\" contradicts \"{with}\""),
            ProblemKind::Unused { id } => format!("no item uses \"{id}\""),
            ProblemKind::Unanswered { id } => format!("no rule, paper or person answers \"{id}\""),
            ProblemKind::BadSlot { field, text } => {
                format!("\"{text}\" in \"{field}\" is no slot; write it like {{provider}}")
            }
            ProblemKind::SlotsDiffer { slots } => {
                format!("Japanese and English use different slots ({slots}); use the same ones")
            }
            ProblemKind::LevelGap { product, levels } => {
                format!("impact × likelihood {product} lies in {levels} levels; it must lie in exactly one")
            }
        }
    }
}

/// A problem with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    /// The file.
    pub file: String,
    /// The line in it, counted from 1; none for the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl CatalogueProblem {
    /// Place and problem in one line.
    pub fn say(&self, language: Language) -> String {
        let what = self.kind.say(language);
        match self.line {
            Some(line) => format!("{}:{line}: {what}", self.file),
            None => format!("{}: {what}", self.file),
        }
    }
}

/// All problems of a catalogue; never empty when handed out as an error. Beside them it remembers
/// the identifiers of rows that could not be read: that such a row is then not found elsewhere is no
/// problem of its own and would only bury the real one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogueProblems(pub Vec<CatalogueProblem>, pub(crate) BTreeSet<String>);

impl CatalogueProblems {
    /// All problems, one per line.
    pub fn say(&self, language: Language) -> String {
        self.0
            .iter()
            .map(|problem| problem.say(language))
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub(crate) fn add(&mut self, file: &str, line: Option<usize>, kind: ProblemKind) {
        if matches!(&kind, ProblemKind::Dangling { id, .. } if self.1.contains(id)) {
            return;
        }
        self.0.push(CatalogueProblem {
            file: file.to_owned(),
            line,
            kind,
        });
    }
}

impl fmt::Display for CatalogueProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for CatalogueProblems {}
