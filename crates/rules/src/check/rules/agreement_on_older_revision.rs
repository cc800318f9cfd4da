//! The service changed after the revision agreed with an institution (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, Said, Words};
use std::collections::BTreeMap;

/// Of several agreements on the same thing the latest counts. One that names no revision stands on the service's agreed revision, if that is given. Told once for each institution.
pub const RULE: Rule = Rule {
    code: "agreement-on-older-revision",
    mark: Mark::Must,
    guideline: "GL 3.2.1",
    title: Words::new(
        "合意のあとに変更がある",
        "The service changed after it was agreed on",
    ),
    why: Words::new(
        "合意した内容と今のサービスが違えば、約束の中身も変わっています。",
        "When the service is no longer what was agreed on, the promise has changed as well.",
    ),
    help: Words::new(
        "変更を医療機関等に示して合意を取り直し、institutions/＜医療機関等＞/agreements.csv に日付と今の版のハッシュ値（revision）を書いてください",
        "Show the changes, agree again and write the day and the digest of the present revision into institutions/<institution>/agreements.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let of_service = subject.service.profile.agreed_revision.as_ref();
    for party in parties(subject) {
        let mut latest: BTreeMap<_, &Agreement> = BTreeMap::new();
        for row in party.agreed() {
            let kept = latest.entry((row.subject, &row.clause, &row.item)).or_insert(row);
            if row.date >= kept.date {
                *kept = row;
            }
        }
        let older = |row: &&&Agreement| {
            let revision = row.revision.as_ref().or(of_service);
            revision.is_some_and(|revision| revision.as_str() != assessment.revision)
        };
        let older: Vec<_> = latest.values().filter(older).collect();
        let (Some(first), name, count) = (older.first(), party.name(), older.len()) else {
            continue;
        };
        findings.add(
            About::row::<Agreement>(party.scope(), &first.id).field("revision"),
            Said::new(
                format!("医療機関等「{name}」と合意した版のあとに変更があります（合意{count}件）。合意を取り直してください"),
                format!("The service changed after the revision agreed with \"{name}\" ({count} agreements); agree again"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Sha256};

    #[test]
    fn an_agreement_is_on_the_present_revision() {
        let mut case = Case::clean(&RULE);
        let revision = |digit: &str| Some(Sha256::read(&digit.repeat(64)).unwrap());
        case.institution().agreements.truncate(1);
        case.institution().agreements[0].revision = revision("0");
        assert!(case.found().is_empty());
        case.institution().agreements[0].revision = revision("a");
        let id = case.institution().agreements[0].id.to_string();
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
        let mut again = case.institution().agreements[0].clone();
        (again.date, again.revision) = (Some("2026-10-01".parse().unwrap()), revision("0"));
        case.institution().agreements.push(again);
        assert!(case.found().is_empty());
        case.institution().agreements.truncate(1);
        case.institution().agreements[0].revision = None;
        assert!(case.found().is_empty());
        case.service().profile.agreed_revision = revision("b");
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
    }
}
