//! Where a rule puts what it finds.

use super::{About, Diagnostic, Rule, Severity};
use crate::Subject;
use mamori_domain::build::Kind;
use mamori_domain::{Said, Scope};

/// Collects the findings of one rule.
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// An empty collection for a rule.
    pub fn of(rule: &'static Rule) -> Self {
        Findings {
            rule,
            found: Vec::new(),
        }
    }

    /// Adds a finding of the rule's own severity.
    pub fn add(&mut self, about: About, message: Said) {
        self.add_as(self.rule.mark.severity(), about, message);
    }

    /// Adds a finding where there is one.
    pub fn extend_one(&mut self, found: Option<(About, Said)>) {
        if let Some((about, message)) = found {
            self.add(about, message);
        }
    }

    /// Adds a finding unless the very same is there already: for what is looked at from several sides.
    pub fn add_once(&mut self, about: About, message: Said) {
        let told = |found: &Diagnostic| found.about == about && found.message == message;
        if !self.found.iter().any(told) {
            self.add(about, message);
        }
    }

    /// Adds a finding whose severity the data decides, such as a regulation content of strength
    /// "should".
    pub fn add_as(&mut self, severity: Severity, about: About, message: Said) {
        let help = Said::new(self.rule.help.ja, self.rule.help.en);
        let rule = self.rule;
        self.found.push(Diagnostic {
            code: rule.code,
            severity,
            guideline: rule.guideline,
            about,
            message,
            help,
        });
    }

    /// The findings in the order they were added.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}

impl About {
    /// A row of a kind by its key; a single thing has the empty key.
    pub fn row<K: Kind>(scope: Scope, key: impl ToString) -> Self {
        About {
            scope,
            kind: K::NAME.to_owned(),
            id: key.to_string(),
            field: None,
        }
    }

    /// A row of the organisation.
    pub fn organisation<K: Kind>(key: impl ToString) -> Self {
        About::row::<K>(Scope::Organisation, key)
    }

    /// A row of a service.
    pub fn service<K: Kind>(subject: &Subject<'_>, key: impl ToString) -> Self {
        About::row::<K>(subject.scope(), key)
    }

    /// Something of a service that is not a row, such as a group of proposals or a control item.
    pub fn derived(subject: &Subject<'_>, kind: &str, id: impl ToString) -> Self {
        About {
            scope: subject.scope(),
            kind: kind.to_owned(),
            id: id.to_string(),
            field: None,
        }
    }

    /// The same, pointing at one field.
    pub fn field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}
