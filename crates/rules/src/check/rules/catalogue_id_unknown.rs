//! A field points to something the catalogue of the edition does not hold (GL 5.1.5(1)(ア)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_catalogue::Catalogue;
use mamori_domain::build::{nearest, write};
use mamori_domain::description::{CatalogueList, FieldDescription, KindDescription};
use mamori_domain::raw::RawRow;
use mamori_domain::{Said, Scope, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Where a row may answer for a whole part, chapter or requirement at once, the id of that is known too.
pub const RULE: Rule = Rule {
    code: "catalogue-id-unknown",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new("カタログにないIDを指している", "An id is not in the catalogue"),
    why: Words::new(
        "対策項目や要求事項のIDが違っていると、書いた回答がどの項目にも届かず、答えていないのと同じになります。",
        "When the id of a control item or requirement is wrong, what was written reaches no item and counts as not said.",
    ),
    help: Words::new(
        "IDの綴りと、mamori.toml の edition（ガイドラインの版）を確かめてください",
        "Check the spelling of the id and the edition in mamori.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let known = known(whole.catalogue);
    let mut suggestions = SUGGESTIONS;
    for scope in &write(whole.workspace).scopes {
        for list in &scope.lists {
            for field in list.kind.fields {
                let Some(ids) = field.value.catalogue_list().and_then(|list| known.get(&list)) else {
                    continue;
                };
                for row in &list.rows {
                    let unknown = row
                        .text(field.name)
                        .split_ascii_whitespace()
                        .filter(|id| !ids.contains(*id));
                    for id in unknown {
                        let near = suggestions.checked_sub(1).and_then(|left| {
                            suggestions = left;
                            nearest(id, ids.iter().map(String::as_str))
                        });
                        findings.add(
                            about(&scope.scope, list.kind, row, field),
                            message(field, id, near),
                        );
                    }
                }
            }
        }
    }
}

/// For how many unknown ids the nearest one is looked for: after a change of edition there may be
/// thousands, and by then the edition is the fault.
const SUGGESTIONS: usize = 20;

fn about(scope: &Scope, kind: &KindDescription, row: &RawRow, field: &FieldDescription) -> About {
    let (kind, id) = (kind.name.to_owned(), kind.key_of(row).into_owned());
    About {
        scope: scope.clone(),
        kind,
        id,
        field: Some(field.name),
    }
}

fn message(field: &FieldDescription, id: &str, near: Option<&str>) -> Said {
    let (ja, en) = match near {
        Some(near) => (
            format!("。「{near}」のことですか"),
            format!("; did you mean \"{near}\"?"),
        ),
        None => (String::new(), String::new()),
    };
    Said::new(
        format!(
            "「{}」の「{id}」は、この版のカタログにありません{ja}",
            field.label.ja
        ),
        format!(
            "{}: \"{id}\" is not in the catalogue of this edition{en}",
            field.label.en
        ),
    )
}

/// The ids each list of the catalogue holds.
fn known(catalogue: &Catalogue) -> BTreeMap<CatalogueList, BTreeSet<String>> {
    fn ids(ids: impl Iterator<Item = impl ToString>) -> BTreeSet<String> {
        ids.map(|id| id.to_string()).collect()
    }
    let items = ids(catalogue.items().iter().map(|item| &item.id));
    let measures = ids(catalogue.measures().iter().map(|measure| &measure.id));
    let parts = catalogue.regulation_parts();
    let contents = ids(parts
        .iter()
        .flat_map(|part| &part.contents)
        .map(|content| &content.id));
    let requirements = catalogue.chapter_six();
    let points = ids(requirements
        .iter()
        .flat_map(|requirement| &requirement.points)
        .map(|point| &point.id));
    let sla = catalogue.sla();
    let chapters = ids(sla.chapters.iter().map(|chapter| chapter.number));
    BTreeMap::from([
        (
            CatalogueList::Threat,
            ids(catalogue.threats().iter().map(|threat| &threat.id)),
        ),
        (
            CatalogueList::ItemOrMeasure,
            items.into_iter().chain(measures).collect(),
        ),
        (
            CatalogueList::Condition,
            ids(catalogue.conditions().iter().map(|condition| &condition.id)),
        ),
        (
            CatalogueList::InformationItem,
            ids(catalogue.information_items().iter().map(|item| &item.id)),
        ),
        (
            CatalogueList::RegulationContent,
            contents
                .into_iter()
                .chain(ids(parts.iter().map(|part| &part.id)))
                .collect(),
        ),
        (
            CatalogueList::Clause,
            ids(sla.clauses.iter().map(|clause| &clause.id))
                .into_iter()
                .chain(chapters)
                .collect(),
        ),
        (
            CatalogueList::ClauseText,
            ids(catalogue.clauses().texts.iter().map(|text| &text.id)),
        ),
        (
            CatalogueList::LegalPoint,
            points
                .into_iter()
                .chain(ids(requirements.iter().map(|one| &one.id)))
                .collect(),
        ),
        (
            CatalogueList::StandardAnswers,
            ids(catalogue.standard_answers().iter().map(|set| &set.id)),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{ClauseRef, ItemRef, LegalPointRef, RegulationContentRef};

    #[test]
    fn an_unknown_id_is_found_with_the_one_it_may_mean() {
        let mut case = Case::clean(&RULE);
        case.service().answers[0].item = ItemRef("1.1.①-99".into());
        assert_eq!(case.found(), [("error", "answer", "1.1.①-99")]);
        assert!(case.told().contains("1.1.①-99") && case.told().contains("のことですか"));
    }

    #[test]
    fn every_list_of_the_catalogue_is_looked_into() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        service.legal[0].point = LegalPointRef("no-such-point".into());
        service.regulation[0].content = RegulationContentRef("no-such-content".into());
        service.clauses[0].clause = ClauseRef("no-such-clause".into());
        service.clause_changes.push(mamori_domain::ClauseChange {
            clause: mamori_domain::ClauseTextRef("policy-lows".into()),
            usage: mamori_domain::ClauseChangeUse::LeftOut,
            text: None,
            reason: None,
        });
        service.profile.standard_answers_confirmed[0] = ItemRef("9.9.①".into());
        let expected = [
            ("error", "service", ""),
            ("error", "regulation-fact", "no-such-content"),
            ("error", "sla-clause", "no-such-clause"),
            ("error", "clause-change", "policy-lows"),
            ("error", "legal-fact", "no-such-point"),
        ];
        assert_eq!(case.found(), expected);
        assert!(case.told().contains("policy-laws"));
    }

    #[test]
    fn whole_parts_chapters_and_requirements_are_known() {
        let mut case = Case::clean(&RULE);
        let catalogue = crate::check::testing::catalogue();
        let service = case.service();
        let part = catalogue.regulation_parts().iter().last().unwrap();
        service.regulation[0].content = RegulationContentRef(part.id.as_str().into());
        service.regulation[1].content = RegulationContentRef(part.contents[0].id.as_str().into());
        let requirement = catalogue.chapter_six().iter().last().unwrap();
        service.legal[0].point = LegalPointRef(requirement.id.as_str().into());
        service.legal[1].point = LegalPointRef(requirement.points[0].id.as_str().into());
        service.clauses[0].clause = ClauseRef("7".into());
        service.clauses[1].clause =
            ClauseRef(catalogue.sla().clauses.iter().last().unwrap().id.as_str().into());
        assert!(case.found().is_empty());
    }
}
