//! A diagnostic: what is wrong, about what, how grave, by which section, and how to mend it.

use mamori_domain::{Said, Scope, Words};

/// How binding the guideline is (its own words: こと／べき／望ましい／有効).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Must: a fault is an error.
    Must,
    /// Strongly asked: a fault is a warning.
    Strong,
    /// Should: a fault is a warning.
    Should,
    /// May: a fault is a note.
    May,
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A rule the guideline demands is broken.
    Error,
    /// A rule the guideline asks for is not kept, or something awaits a person.
    Warning,
    /// Something worth knowing.
    Note,
}

impl Mark {
    /// The severity of a fault against a rule so marked.
    pub const fn severity(self) -> Severity {
        match self {
            Mark::Must => Severity::Error,
            Mark::Strong | Mark::Should => Severity::Warning,
            Mark::May => Severity::Note,
        }
    }
}

impl Severity {
    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Severity::Error => Words::new("エラー", "error"),
            Severity::Warning => Words::new("警告", "warning"),
            Severity::Note => Words::new("注記", "note"),
        }
    }

    /// The word in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What a diagnostic is about; its place in the input is found from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// The part of the workspace.
    pub scope: Scope,
    /// The kind's name (`equipment`), or a name of ours for what is not a row (`risk-group`, `item`).
    pub kind: String,
    /// The key of the row, or the derived id or catalogue id; empty for a single thing.
    pub id: String,
    /// The field concerned, when there is one.
    pub field: Option<&'static str>,
}

/// One finding of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code, such as `usb-memory-stores-medical-information`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The guideline's section, such as `GL 5.1.5 (1)⑤`.
    pub guideline: &'static str,
    /// What it is about.
    pub about: About,
    /// What is wrong, with the user's names in it.
    pub message: Said,
    /// How to mend it.
    pub help: Said,
}
