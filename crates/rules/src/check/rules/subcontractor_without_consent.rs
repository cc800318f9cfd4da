//! A subcontractor that handles medical information without the institution's consent (GL 別紙2 1.9).

use crate::check::suppliers::subcontractors;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Consent, Id, Institution, Said, Scope, ServiceProfile, Supplier, Words, YesNo};
use std::collections::{BTreeMap, BTreeSet};

/// Asked of every company under the provider, at any tier, that touches medical information in a service the
/// institution uses; an institution whose contract has ended is asked no more.
pub const RULE: Rule = Rule {
    code: "subcontractor-without-consent",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.9",
    title: Words::new(
        "再委託に医療機関等の了承がない",
        "The institution has not consented to a subcontractor",
    ),
    why: Words::new(
        "患者の情報がどの会社に渡るかを、医療機関等はあらかじめ知って認める立場にあります。",
        "The institution has to know and approve beforehand to which companies its patients' information goes.",
    ),
    help: Words::new(
        "医療機関等の了承を得て、再委託の同意（institutions/＜医療機関等＞/consents.csv）に書いてください",
        "Obtain the consent and write it into institutions/<institution>/consents.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let suppliers = &whole.workspace.organisation.suppliers;
    let touches = |supplier: &&Supplier| supplier.handles_medical_information == Some(YesNo::Yes);
    let by_service: BTreeMap<_, Vec<&Supplier>> = whole
        .workspace
        .services
        .iter()
        .map(|(id, service)| {
            (
                id,
                subcontractors(service, suppliers)
                    .into_iter()
                    .filter(touches)
                    .collect(),
            )
        })
        .collect();
    for (id, institution) in &whole.workspace.institutions {
        if institution
            .profile
            .contract_to
            .is_some_and(|last| last < whole.as_of)
        {
            continue;
        }
        for supplier in without_consent(institution, &by_service) {
            let name = institution.profile.name.as_deref().unwrap_or(id.as_str());
            findings.add(
                About::row::<Consent>(Scope::Institution(id.as_str().into()), ""),
                Said::new(
                    format!(
                        "再委託先「{}」について、医療機関等「{name}」の了承がありません",
                        supplier.name
                    ),
                    format!(
                        "Institution \"{name}\" has not consented to subcontractor \"{}\"",
                        supplier.name
                    ),
                ),
            );
        }
    }
}

fn without_consent<'a>(
    institution: &Institution,
    by_service: &BTreeMap<&Id<ServiceProfile>, Vec<&'a Supplier>>,
) -> Vec<&'a Supplier> {
    let mut settled: BTreeSet<&Id<Supplier>> = institution.consents.iter().map(|row| &row.supplier).collect();
    let mut open = Vec::new();
    for supplier in institution
        .profile
        .services
        .iter()
        .filter_map(|id| by_service.get(id))
        .flatten()
    {
        if settled.insert(&supplier.id) {
            open.push(*supplier);
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_subcontractor_of_any_tier_that_touches_medical_information_needs_consent() {
        let mut case = Case::clean(&RULE);
        let consented = case.institution().consents.len();
        assert!(consented > 0);
        let kept = case.institution().consents.split_off(1);
        assert_eq!(case.found(), [("error", "consent", "")]);
        case.institution().consents.extend(kept);
        let first = case.workspace.organisation.suppliers[0].clone();
        let behind = Supplier {
            id: Id::parse("behind").unwrap(),
            tier: mamori_domain::Tier(2),
            above: Some(first.id.clone()),
            contract_with: None,
            handles_medical_information: Some(YesNo::Yes),
            ..first
        };
        case.workspace.organisation.suppliers.push(behind);
        assert_eq!(case.found(), [("error", "consent", "")]);
        case.institution().profile.contract_to = Some("2020-01-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
