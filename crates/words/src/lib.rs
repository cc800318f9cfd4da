//! The two languages of the product, and our own words in both.

/// A language our own words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// Japanese, the first language of the product.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// Both languages, Japanese first.
    pub const ALL: [Language; 2] = [Language::Japanese, Language::English];

    /// The BCP 47 code: `ja` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Japanese => "ja",
            Language::English => "en",
        }
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// Our own words in both languages. Having both fields is what makes a missing translation a
/// compile error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// Words in both languages.
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Words { ja, en }
    }

    /// The words in one language.
    pub const fn say(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.ja,
            Language::English => self.en,
        }
    }
}

/// A sentence of ours in both languages, with the user's values in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Said {
    /// A sentence in both languages.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Said {
            ja: ja.into(),
            en: en.into(),
        }
    }

    /// The sentence in one language.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

/// A rule told to people: what it counts or asks for, and why. `mamori explain` prints it and the
/// reference is made from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The name it has in results.
    pub code: &'static str,
    /// What it is called.
    pub title: Words,
    /// The section of the guideline it rests on, or the law.
    pub guideline: &'static str,
    /// What counts, from when to when, and what it is held against.
    pub rule: Words,
    /// Why it is so; says so where the reading is ours.
    pub why: Words,
}
