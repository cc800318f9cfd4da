//! The severity of a fault whose strength the catalogue decides, not the rule.

use super::Severity;
use mamori_catalogue::Strength;

impl Severity {
    /// The severity of not having what the guideline asks for so firmly.
    pub fn of(strength: Strength) -> Severity {
        match strength {
            Strength::Must => Severity::Error,
            Strength::Strong | Strength::Should => Severity::Warning,
            Strength::May => Severity::Note,
        }
    }
}
