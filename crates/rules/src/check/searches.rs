//! The search beyond the guideline's examples of threats and measures (GL 5.1.1, 5.1.5 (1)).

use super::{About, Findings};
use crate::assessment::Assessment;
use mamori_domain::{Said, Search, SearchSubject, Words};

/// Tells when no search is recorded. While no equipment is described there is nothing to search yet.
pub(super) fn tell_unless_searched(
    assessment: &Assessment<'_>,
    wanted: SearchSubject,
    missing: Words,
    findings: &mut Findings,
) {
    let subject = &assessment.subject;
    let mut searches = subject.service.searches.iter();
    if !subject.service.equipment.is_empty() && !searches.any(|row| row.subject == wanted) {
        findings.add(
            About::service::<Search>(subject, "").field("subject"),
            Said::new(missing.ja, missing.en),
        );
    }
}

/// The planted faults of a rule on searches: no search, and a workspace in which none is due yet.
#[cfg(test)]
pub(super) fn finds_a_missing_search(rule: &'static super::Rule, wanted: SearchSubject) {
    let mut case = super::testing::Case::clean(rule);
    let searches = &mut case.service().searches;
    searches.iter_mut().for_each(|row| row.found = None);
    assert!(case.found().is_empty(), "having found nothing is a result");
    case.service().searches.retain(|row| row.subject != wanted);
    assert_eq!(case.found(), [("error", "search", "")]);
    case.service().equipment.clear();
    assert!(case.found().is_empty());
}
