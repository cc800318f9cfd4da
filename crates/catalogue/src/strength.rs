//! How firmly the guideline asks for something.

use mamori_words::Words;

/// How firmly a section asks: a check built on it is an error, a warning or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// こと／なければならない／必須.
    Must,
    /// べき／強く求められる.
    Strong,
    /// 望ましい／努める.
    Should,
    /// 有効／例／一案.
    May,
}

impl Strength {
    /// All strengths, the firmest first.
    pub const ALL: [Strength; 4] = [Strength::Must, Strength::Strong, Strength::Should, Strength::May];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            Strength::Must => "must",
            Strength::Strong => "strong",
            Strength::Should => "should",
            Strength::May => "may",
        }
    }

    /// The strength with this word.
    pub fn from_code(code: &str) -> Option<Strength> {
        Strength::ALL.into_iter().find(|strength| strength.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            Strength::Must => Words::new("必須", "Must"),
            Strength::Strong => Words::new("強く求められる", "Strongly asked"),
            Strength::Should => Words::new("望ましい", "Should"),
            Strength::May => Words::new("一例", "May"),
        }
    }
}
