//! A ready clause is changed without its new text, changed or left out without a reason, or changed
//! where it is not the place to: a clause of the SLA has its row in `sla.csv` (GL 5.1.6 (2)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_catalogue::ClauseDocument;
use mamori_domain::{ClauseChange, ClauseChangeUse, Said, Scope, Words};

/// The ready clauses are ours, so departing from one is never an error. An institution's own changes are looked at as well.
pub const RULE: Rule = Rule {
    code: "clause-change-incomplete",
    mark: Mark::Should,
    guideline: "GL 5.1.6(2)",
    title: Words::new(
        "条文の変更に文言か理由がない",
        "The change of a clause lacks its text or reason",
    ),
    why: Words::new(
        "標準の条文をどう変え、なぜ変えたのかが分からないと、署名する人も医療機関も、その定めを信じてよいか判断できません。",
        "Unless it is said how and why a ready clause was changed, neither who signs nor the institution can judge whether to rely on it.",
    ),
    help: Words::new(
        "clauses.csv のその行に、変えた文言（text）と理由（reason）を書いてください",
        "Write the new wording (text) and why (reason) into that row of clauses.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in rows(whole) {
        if let Some(number) = sla_clause(whole, row) {
            let id = &row.clause;
            findings.add(
                About::row::<ClauseChange>(scope, id).field("clause"),
                Said::new(
                    format!("条文「{id}」はSLAの条項 {number} です。変える、または外すときは sla.csv に書き、この行を消してください（二か所に書くと、どちらが効くか読む人に分かりません）"),
                    format!("the clause \"{id}\" is clause {number} of the SLA: change it or leave it out in sla.csv and delete this row, for nobody could tell which of two statements counts"),
                ),
            );
            continue;
        }
        let (field, ja, en) = match (row.usage, &row.text, &row.reason) {
            (ClauseChangeUse::Changed, None, _) => ("text", "変えた文言", "changed without its new text"),
            (ClauseChangeUse::Changed, _, None) => ("reason", "変えた理由", "changed without a reason"),
            (ClauseChangeUse::LeftOut, _, None) => ("reason", "外した理由", "left out without a reason"),
            _ => continue,
        };
        let id = &row.clause;
        findings.add(
            About::row::<ClauseChange>(scope, id).field(field),
            Said::new(
                format!("条文「{id}」を{ja}がありません"),
                format!("the clause \"{id}\" is {en}"),
            ),
        );
    }
}

/// The number of the SLA's clause whose ready words a row is about; none for a clause of another paper
/// and for the parts that the library adds around the chapters.
fn sla_clause<'a>(whole: &Whole<'a>, row: &ClauseChange) -> Option<&'a str> {
    let mut of_sla = whole.catalogue.clauses().of_document(ClauseDocument::Sla);
    let text = of_sla.find(|text| text.id.as_str() == row.clause.as_str())?;
    let clause = whole.catalogue.sla().clauses.get(text.part.as_str())?;
    Some(&clause.number)
}

/// The rows of every service and of every institution.
fn rows<'a>(whole: &Whole<'a>) -> impl Iterator<Item = (Scope, &'a ClauseChange)> {
    let workspace = whole.workspace;
    let services = workspace.services.iter().flat_map(|(id, service)| {
        let scope = Scope::Service(id.as_str().into());
        service.clause_changes.iter().map(move |row| (scope.clone(), row))
    });
    let institutions = workspace.institutions.iter().flat_map(|(id, institution)| {
        let scope = Scope::Institution(id.as_str().into());
        institution
            .clause_changes
            .iter()
            .map(move |row| (scope.clone(), row))
    });
    services.chain(institutions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{ClauseTextRef, FieldValue};

    fn changed(usage: ClauseChangeUse, text: bool, reason: bool) -> ClauseChange {
        ClauseChange {
            clause: ClauseTextRef("policy-laws".into()),
            usage,
            text: text.then(|| FieldValue::read("own words").unwrap()),
            reason: reason.then(|| FieldValue::read("own reason").unwrap()),
        }
    }

    #[test]
    fn a_change_says_what_and_why_for_the_service_and_for_an_institution() {
        use ClauseChangeUse::{Changed, LeftOut};
        let mut case = Case::clean(&RULE);
        let whole = [changed(Changed, true, true), changed(LeftOut, false, true)];
        case.service().clause_changes = whole.to_vec();
        assert!(case.found().is_empty());
        case.service().clause_changes = vec![changed(Changed, false, true)];
        assert_eq!(case.found(), [("warning", "clause-change", "policy-laws")]);
        assert!(case.told().contains("を変えた文言がありません"));
        case.service().clause_changes = vec![changed(LeftOut, true, false)];
        case.found();
        assert!(case.told().contains("を外した理由がありません"));
        case.service().clause_changes.clear();
        case.institution().clause_changes = vec![changed(Changed, true, false)];
        case.found();
        assert!(case.told().contains("を変えた理由がありません"));
    }

    #[test]
    fn a_clause_of_the_sla_is_changed_in_its_own_file() {
        let mut case = Case::clean(&RULE);
        let of = |clause: &str| ClauseChange {
            clause: ClauseTextRef(clause.into()),
            ..changed(ClauseChangeUse::Changed, true, true)
        };
        // The preamble is no clause of the chapters, so sla.csv has no row for it.
        case.service().clause_changes = vec![of("sla-preamble")];
        assert!(case.found().is_empty());
        case.service().clause_changes = vec![of("sla-exclusions")];
        assert_eq!(case.found(), [("warning", "clause-change", "sla-exclusions")]);
        assert!(case.told().contains("sla.csv"));
    }
}
