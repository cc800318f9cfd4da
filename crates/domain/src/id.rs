//! Ids of things: their form, and one type per kind so that they cannot be swapped.

use crate::build::Kind;
use crate::description::ValueType;
use crate::{FieldValue, Said};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The id of a thing of kind `K`: `[a-z0-9][a-z0-9-]{0,47}`. Ids of different kinds cannot be
/// swapped:
///
/// ```compile_fail
/// use mamori_domain::{Equipment, Id, Site};
/// let site: Id<Site> = Id::parse("reception").unwrap();
/// let equipment: Id<Equipment> = site;
/// ```
pub struct Id<K> {
    text: Arc<str>,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// An id from text, or nothing when the text has not the form of an id.
    pub fn parse(text: &str) -> Option<Self> {
        is_id(text).then(|| Id {
            text: text.into(),
            kind: PhantomData,
        })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Whether a text has the form of an id.
pub fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (1..=48).contains(&text.len())
        && plain(text.as_bytes()[0])
        && text.bytes().all(|byte| plain(byte) || byte == b'-')
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Id {
            text: self.text.clone(),
            kind: PhantomData,
        }
    }
}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<K: Kind> FieldValue for Id<K> {
    const TYPE: ValueType = ValueType::Reference(K::NAME);
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        Id::parse(text).ok_or_else(|| {
            Said::new(
                format!("「{text}」はIDの形ではありません。半角の英小文字・数字・ハイフンで48字まで、先頭は英小文字か数字にしてください"),
                format!("\"{text}\" is not an id: use lower-case letters, digits and hyphens, at most 48, beginning with a letter or digit"),
            )
        })
    }
    fn write(&self) -> String {
        self.text.to_string()
    }
}
