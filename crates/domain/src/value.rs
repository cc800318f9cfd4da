//! Values of fields: how a text becomes one and goes back, and what each type refuses.

use crate::Said;
use crate::description::{CatalogueList, Choice, ValueType};
use mamori_words::Words;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// A type of field values. `read` gets a text that is never empty; `write` gives the text that
/// `read` turns into an equal value.
pub trait FieldValue: Sized {
    /// What the description says of the type.
    const TYPE: ValueType;
    /// Whether a row without the value cannot be read.
    const REQUIRED: bool;
    /// Reads a value.
    ///
    /// # Errors
    /// What is wrong with the text, in both languages.
    fn read(text: &str) -> Result<Self, Said>;
    /// The value when the field is empty, for types that may be.
    fn absent() -> Option<Self> {
        None
    }
    /// The value as text; empty when absent.
    fn write(&self) -> String;
}

/// Refuses what no encoding can carry unchanged: control characters and non-characters.
fn refuse_unprintable(text: &str, lines: bool) -> Result<(), Said> {
    let bad = |c: char| (c.is_control() && !(lines && c == '\n')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    match text.chars().find(|&c| bad(c)) {
        None => Ok(()),
        Some('\n') => Err(Said::new(
            "この欄には改行を入れられません",
            "This field cannot hold line breaks",
        )),
        Some(c) => Err(Said::new(
            format!(
                "使えない制御文字（U+{:04X}）が含まれています。取り除いてください",
                u32::from(c)
            ),
            format!(
                "It holds the control character U+{:04X}, which cannot be kept: remove it",
                u32::from(c)
            ),
        )),
    }
}

fn refuse_long(text: &str, max: usize) -> Result<(), Said> {
    match text.chars().count() {
        length if length > max => Err(Said::new(
            format!("長すぎます（{length}字）。{max}字までにしてください"),
            format!("Too long ({length} characters): keep it within {max}"),
        )),
        _ => Ok(()),
    }
}

macro_rules! text_type {
    ($(#[$meta:meta])* $type:ident, $variant:ident, $max:literal, $lines:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $type(String);

        impl Deref for $type {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl FieldValue for $type {
            const TYPE: ValueType = ValueType::$variant { max: $max };
            const REQUIRED: bool = true;
            fn read(text: &str) -> Result<Self, Said> {
                refuse_unprintable(text, $lines)?;
                refuse_long(text, $max)?;
                Ok($type(text.to_owned()))
            }
            fn write(&self) -> String {
                self.0.clone()
            }
        }
    };
}

text_type!(
    /// One line of the user's text, kept exactly as typed.
    Text, Text, 1000, false
);
text_type!(
    /// The user's text, which may have several lines, kept exactly as typed.
    Prose, Prose, 8000, true
);

choice!(
    /// Yes or no.
    YesNo { Yes = "yes", "はい" / "yes"; No = "no", "いいえ" / "no"; }
);

impl YesNo {
    /// Whether it is yes.
    pub fn is_yes(self) -> bool {
        self == YesNo::Yes
    }
}

quantity!(
    /// A place on the five-step scales of impact and likelihood (GL 5.1.2, table 5-2).
    Step, 1..=5, "段階" / "step"
);
quantity!(
    /// A risk level: impact times likelihood (GL 5.1.2).
    Product, 1..=25, "影響度×顕在化率" / "impact × likelihood"
);
quantity!(
    /// How many there are.
    Count, 0..=10_000_000, "個" / "pieces"
);
quantity!(
    /// A span in years.
    Years, 0..=1000, "年" / "years"
);
quantity!(
    /// A span in months.
    Months, 0..=1200, "か月" / "months"
);
quantity!(
    /// A span in days.
    Days, 0..=10_000, "日" / "days"
);
quantity!(
    /// A span in hours.
    Hours, 0..=100_000, "時間" / "hours"
);
quantity!(
    /// An hour of the day at which something begins or ends; 24 is the end of the day.
    HourOfDay, 0..=24, "時" / "o'clock"
);
quantity!(
    /// A share in parts of a million: 99.95 % is 999 500.
    PartsPerMillion, 0..=1_000_000, "100万分の1" / "ppm"
);
quantity!(
    /// A place in the chain of suppliers: 1 is under contract with the provider itself.
    Tier, 1..=9, "次" / "tier"
);
quantity!(
    /// A column or row of the configuration diagram, counted from its top left.
    DiagramLine, 1..=99, "番目" / "th"
);
quantity!(
    /// The number of a file layout.
    FormatNumber, 1..=1_000_000, "版" / "format"
);

impl FieldValue for crate::Date {
    const TYPE: ValueType = ValueType::Date;
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        let strict = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        strict.then(|| text.parse().ok()).flatten().ok_or_else(|| {
            Said::new(
                format!("「{text}」は日付ではありません。2026-04-01 の形で書いてください"),
                format!("\"{text}\" is not a date: write it like 2026-04-01"),
            )
        })
    }
    fn write(&self) -> String {
        self.to_string()
    }
}

macro_rules! catalogue_id {
    ($(#[$meta:meta])* $type:ident, $list:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $type(pub Arc<str>);

        impl $type {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl FieldValue for $type {
            const TYPE: ValueType = ValueType::Catalogue(CatalogueList::$list);
            const REQUIRED: bool = true;
            fn read(text: &str) -> Result<Self, Said> {
                single_word(text).map(|word| $type(word.into()))
            }
            fn write(&self) -> String {
                self.0.to_string()
            }
        }
    };
}

catalogue_id!(
    /// Id of a threat in the catalogue.
    ThreatRef, Threat
);
catalogue_id!(
    /// Id of a control item, or of a measure that covers its items, in the catalogue.
    ItemRef, ItemOrMeasure
);
catalogue_id!(
    /// Id of a condition in the catalogue.
    ConditionRef, Condition
);
catalogue_id!(
    /// Id of an information item of table 4-1 in the catalogue.
    InformationItemRef, InformationItem
);
catalogue_id!(
    /// Id of a required content of the operation-management regulation in the catalogue.
    RegulationContentRef, RegulationContent
);
catalogue_id!(
    /// Id of an SLA clause in the catalogue.
    ClauseRef, Clause
);
catalogue_id!(
    /// Id of a point of chapter 6 in the catalogue.
    LegalPointRef, LegalPoint
);
catalogue_id!(
    /// Id of a clause of the clause library.
    ClauseTextRef, ClauseText
);
catalogue_id!(
    /// Id of a set of standard answers that ships as data.
    StandardAnswersRef, StandardAnswers
);

pub(crate) fn single_word(text: &str) -> Result<&str, Said> {
    let text = text.trim();
    refuse_unprintable(text, false)?;
    refuse_long(text, 100)?;
    match text.contains(char::is_whitespace) {
        false => Ok(text),
        true => Err(Said::new(
            format!("「{text}」には空白があります。この欄にはIDを一つだけ書いてください"),
            format!("\"{text}\" has spaces: this field takes a single id"),
        )),
    }
}

/// A SHA-256 digest in 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sha256(Arc<str>);

impl Sha256 {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue for Sha256 {
    const TYPE: ValueType = ValueType::Sha256;
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        match text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            true => Ok(Sha256(text.into())),
            false => Err(Said::new(
                "SHA-256は64桁の16進数（小文字）で書いてください",
                "Write a SHA-256 as 64 lower-case hexadecimal digits",
            )),
        }
    }
    fn write(&self) -> String {
        self.0.to_string()
    }
}

/// An ISO 3166-1 country code in two capital letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(Arc<str>);

impl Country {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is Japan, whose law must reach medical information (GL 6.1).
    pub fn is_japan(&self) -> bool {
        &*self.0 == "JP"
    }
}

impl FieldValue for Country {
    const TYPE: ValueType = ValueType::Country;
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        match text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            true => Ok(Country(text.into())),
            false => Err(Said::new(
                format!("「{text}」は国コードではありません。日本なら JP のように大文字2字で書いてください"),
                format!("\"{text}\" is not a country code: write two capital letters, such as JP"),
            )),
        }
    }
    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const TYPE: ValueType = T::TYPE;
    const REQUIRED: bool = false;
    fn read(text: &str) -> Result<Self, Said> {
        T::read(text).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn write(&self) -> String {
        self.as_ref().map_or_else(String::new, T::write)
    }
}

/// Holds the type of a list's elements where a constant needs a place to live.
struct Element<T>(PhantomData<T>);

impl<T: FieldValue> Element<T> {
    const TYPE: ValueType = T::TYPE;
}

impl<T: FieldValue + 'static> FieldValue for Vec<T> {
    const TYPE: ValueType = ValueType::Several(&Element::<T>::TYPE);
    const REQUIRED: bool = false;
    fn read(text: &str) -> Result<Self, Said> {
        text.split_ascii_whitespace().map(T::read).collect()
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn write(&self) -> String {
        self.iter().map(T::write).collect::<Vec<_>>().join(" ")
    }
}

pub(crate) fn value_not_in_choices(text: &str, value: ValueType) -> Said {
    let ValueType::Choice(choices) = value else {
        unreachable!("only choices are asked for choices")
    };
    let list = |say: fn(&Choice) -> String| choices.iter().map(say).collect::<Vec<_>>();
    Said::new(
        format!(
            "「{text}」は選べません。次から選んでください：{}",
            list(|choice| format!("{}（{}）", choice.code, choice.words.ja)).join("、")
        ),
        format!(
            "\"{text}\" is not one of the choices: {}",
            list(|choice| format!("{} ({})", choice.code, choice.words.en)).join(", ")
        ),
    )
}

pub(crate) fn whole_number(text: &str, min: i64, max: i64, unit: Words) -> Result<i64, Said> {
    let text = text.trim();
    let canonical = text
        .parse::<i64>()
        .ok()
        .filter(|number| number.to_string() == text);
    canonical
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| {
            Said::new(
                format!(
                    "「{text}」は使えません。{min}から{max}までの整数（単位：{}）を半角で書いてください",
                    unit.ja
                ),
                format!(
                    "\"{text}\" cannot be used: write a whole number from {min} to {max} ({})",
                    unit.en
                ),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::Id;

    #[test]
    fn what_cannot_be_kept_unchanged_is_refused_with_its_reason() {
        assert!(Text::read("a\nb").unwrap_err().en.contains("line breaks"));
        assert!(Prose::read("a\nb").is_ok());
        assert!(Prose::read("a\u{7}b").unwrap_err().ja.contains("U+0007"));
        assert!(Text::read(&"あ".repeat(1001)).unwrap_err().en.contains("1001"));
        assert!(Step::read("6").is_err() && Step::read("05").is_err() && Step::read("5").is_ok());
        assert!(<crate::Date as FieldValue>::read("2026-02-30").is_err());
        assert!(<crate::Date as FieldValue>::read("2026-02-28").is_ok());
        assert!(Id::<crate::Site>::parse("Reception").is_none());
        assert!(Id::<crate::Site>::parse(&"a".repeat(49)).is_none());
        assert!(YesNo::read("maybe").unwrap_err().ja.contains("yes（はい）"));
    }
}
