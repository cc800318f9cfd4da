//! A reference into a guideline: document, edition, part, chapter, item and mark.

use std::fmt;

/// A place in a guideline. Guidelines number in different ways, so every step below the chapter may
/// be absent: 「6.5 C 3」 of the 5th MHLW edition has no part, 「企画管理編 7 ③」 of the 6th no item.
/// Marks such as ③ stay as printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The document's own title.
    pub document: String,
    /// Its edition, for example `2020-08` or `5`.
    pub edition: String,
    /// The part or annex, for example `別紙2`.
    pub part: Option<String>,
    /// The chapter or section number.
    pub chapter: String,
    /// What stands between chapter and mark: a class such as `C`, a heading, a measure's mark.
    pub item: Option<String>,
    /// The number of the single requirement.
    pub mark: Option<String>,
}

impl Reference {
    /// The place within the document, without its name: `別紙2 1.1 ① ①-1`.
    pub fn place(&self) -> String {
        let steps = [
            self.part.as_deref(),
            Some(self.chapter.as_str()),
            self.item.as_deref(),
            self.mark.as_deref(),
        ];
        steps.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.document, self.edition, self.place())
    }
}
