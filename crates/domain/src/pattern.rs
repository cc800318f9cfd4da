//! Patterns over derived ids: how a decision or a treatment covers a group.

use crate::description::ValueType;
use crate::value::single_word;
use crate::{FieldValue, Said};
use std::fmt;
use std::sync::Arc;

/// A pattern over derived ids: `*` at the end covers everything that begins so, `*` as a whole
/// segment covers any one segment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern(Arc<str>);

impl Pattern {
    /// A pattern from text.
    pub fn new(text: &str) -> Self {
        Pattern(text.into())
    }

    /// The pattern as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it covers a derived id.
    pub fn covers(&self, id: &str) -> bool {
        let (body, open) = match self.0.strip_suffix('*') {
            Some(body) => (body, true),
            None => (&*self.0, false),
        };
        let mut wanted = body.split('/').peekable();
        let mut found = id.split('/');
        while let Some(want) = wanted.next() {
            let last = wanted.peek().is_none();
            match found.next() {
                Some(have) if last && open => return have.starts_with(want),
                Some(have) if want == "*" || want == have => {}
                _ => return false,
            }
        }
        found.next().is_none()
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FieldValue for Pattern {
    const TYPE: ValueType = ValueType::Pattern;
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = single_word(text)?;
        match text
            .split('/')
            .rev()
            .skip(1)
            .any(|part| part.contains('*') && part != "*")
        {
            true => Err(Said::new(
                format!("「{text}」の * は、区切り一つ全体か、末尾にだけ使えます"),
                format!("In \"{text}\" a * may only stand for a whole segment or at the very end"),
            )),
            false => Ok(Pattern(text.into())),
        }
    }
    fn write(&self) -> String {
        self.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_covers_a_group_by_its_trailing_star() {
        let covers = |pattern: &str, id: &str| Pattern::new(pattern).covers(id);
        assert!(covers("operation/app/*", "operation/app/view/reception"));
        assert!(covers(
            "operation/app/view/rec*",
            "operation/app/view/reception/x"
        ));
        assert!(covers("operation/*/view", "operation/app/view"));
        assert!(covers("*", "anything/at/all"));
        assert!(covers("operation/*/view/*", "operation/app/view/a/b/c"));
        assert!(!covers("operation/*/view", "operation/app/view/more"));
        assert!(!covers("operation/app", "operation/application"));
        assert!(!covers("operation/app/view/*", "operation/app"));
        assert!(Pattern::read("a/b*/c").is_err());
    }
}
