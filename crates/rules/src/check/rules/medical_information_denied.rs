//! A company is said not to handle medical information although it does (GL 2.1, 2.2).

use crate::Subject;
use crate::check::medical::Medical;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{
    Id, InformationClass, Medium, OrganisationProfile, Said, Service, Site, Supplier, Words, YesNo,
};
use std::collections::BTreeMap;

/// The organisation does when a class of its services is medical; a supplier does when equipment or media that hold such information are its own, stand at its site or are carried by it. What passes a line encrypted is no part of its carrier's.
pub const RULE: Rule = Rule {
    code: "medical-information-denied",
    mark: Mark::Must,
    guideline: "GL 2.1",
    title: Words::new(
        "医療情報を扱う会社を「扱わない」としている",
        "A company that handles medical information is said not to",
    ),
    why: Words::new(
        "医療情報を扱わないとした会社には、委託の同意、国内法、認証などの決まりが問われません。",
        "Of a company said not to handle medical information nothing is asked on consent, domestic law or certification.",
    ),
    help: Words::new(
        "organisation.toml または suppliers.csv の handles_medical_information を yes にするか、機器・媒体・分類のほうを直してください",
        "Set handles_medical_information in organisation.toml or suppliers.csv to yes, or mend equipment, media or classes",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let (organisation, services) = (&whole.workspace.organisation, &whole.workspace.services);
    let mut classes = services.iter().flat_map(|(_, service)| &service.classes);
    let medical = classes.find(|class| class.medical.is_yes());
    if organisation.profile.handles_medical_information == Some(YesNo::No) {
        findings.extend_one(medical.map(of_organisation));
    }
    let subjects = Subject::all(whole.workspace, whole.catalogue, whole.as_of);
    for supplier in &organisation.suppliers {
        if supplier.handles_medical_information != Some(YesNo::No) {
            continue;
        }
        let mut held = subjects
            .iter()
            .filter_map(|subject| held_by(subject, &supplier.id));
        findings.extend_one(held.next().map(|thing| of_supplier(supplier, thing)));
    }
}

fn of_organisation(class: &InformationClass) -> (About, Said) {
    let name = &class.name;
    (
        About::organisation::<OrganisationProfile>("").field("handles_medical_information"),
        Said::new(
            format!("医療情報を扱わないとありますが、「{name}」は医療情報の分類です"),
            format!("It is said not to handle medical information, but \"{name}\" is a medical class"),
        ),
    )
}

fn of_supplier(supplier: &Supplier, thing: &str) -> (About, Said) {
    let name = &supplier.name;
    (
        About::organisation::<Supplier>(&supplier.id).field("handles_medical_information"),
        Said::new(
            format!("「{name}」は医療情報を扱わないとありますが、医療情報の入った「{thing}」を扱っています"),
            format!(
                "\"{name}\" is said not to handle medical information, but has \"{thing}\", which holds it"
            ),
        ),
    )
}

/// The first thing with medical information that a supplier has in its hands in a service.
fn held_by<'a>(subject: &Subject<'a>, supplier: &Id<Supplier>) -> Option<&'a str> {
    let service: &'a Service = subject.service;
    let medical = Medical::of(subject);
    let sites: BTreeMap<&Id<Site>, &Site> = service.sites.iter().map(|site| (&site.id, site)).collect();
    let at_its_site = |site: &Id<Site>| {
        let owner = sites.get(site).and_then(|site| site.supplier.as_ref());
        owner == Some(supplier)
    };
    let equipment = service.equipment.iter().find(|one| {
        let its = one.supplier.as_ref() == Some(supplier) || at_its_site(&one.site);
        its && (medical.any(&one.stores) || medical.any(&one.handles))
    });
    let carried = |medium: &Medium| {
        let mut transports = service.transports.iter();
        transports.any(|way| way.medium == medium.id && way.carrier.as_ref() == Some(supplier))
    };
    let medium = service.media.iter().find(|one| {
        let its = one.supplier.as_ref() == Some(supplier) || at_its_site(&one.site) || carried(one);
        its && medical.any(&one.stores)
    });
    let equipment = equipment.map(|one| &*one.name);
    equipment.or(medium.map(|one| &*one.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_organisation_with_medical_classes_handles_medical_information() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.profile.handles_medical_information = Some(YesNo::No);
        assert_eq!(case.found(), [("error", "organisation", "")]);
        case.service()
            .classes
            .iter_mut()
            .for_each(|class| class.medical = YesNo::No);
        assert!(case.found().is_empty());
    }

    #[test]
    fn a_supplier_that_keeps_or_carries_the_tapes_handles_medical_information() {
        let mut case = Case::clean(&RULE);
        for supplier in &mut case.workspace.organisation.suppliers {
            supplier.handles_medical_information = Some(YesNo::No);
        }
        let found = ["tegata-transport", "kita-vault", "sakura-lab"];
        assert_eq!(case.found(), found.map(|id| ("error", "supplier", id)));
        assert!(case.told().contains("バックアップテープ"));
        case.service().media[0].stores.clear();
        assert_eq!(case.found(), [("error", "supplier", "sakura-lab")]);
    }
}
