//! The one list of rules, in the order in which a person would mend what they find: describe the
//! provider and the service, complete the configuration and its flows, judge and treat the risks,
//! answer the control items, write the papers, agree, keep up.

use super::Rule;
use super::rules::*;

/// Every rule of the check.
pub const RULES: &[&Rule] = &[
    // The provider
    &certificate_missing::RULE,
    // Special considerations
    &usb_memory_holds_medical_information::RULE,
];
