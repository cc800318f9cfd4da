//! The circumstances in which a clause is printed, seen from the model.

use crate::Paper;
use crate::kinds::sla::{agreed, hours};
use mamori_catalogue::{Circumstance, ModelFact};
use mamori_domain::{ContractHolder, Equipment, EquipmentKind, Id, Owner, Side, Site, YesNo};

/// Whether a circumstance is given. A condition that nobody has looked at counts as given: a clause too
/// many is read and struck out, a missing one is not noticed.
pub(crate) fn holds(paper: &Paper<'_>, circumstance: &Circumstance) -> bool {
    match circumstance {
        Circumstance::Condition(id) => {
            let state = paper.conditions.iter().find(|state| state.id == *id);
            state.and_then(|state| state.holds).unwrap_or(true)
        }
        Circumstance::Fact(fact) => fact_holds(paper, *fact),
    }
}

fn fact_holds(paper: &Paper<'_>, fact: ModelFact) -> bool {
    let service = paper.subject.service;
    match fact {
        ModelFact::Suppliers => {
            let mut suppliers = paper.subject.workspace.organisation.suppliers.iter();
            // A company that the institution contracts itself is no supplier of the provider.
            suppliers.any(|one| one.contract_with != Some(ContractHolder::Institution))
        }
        ModelFact::Media => !service.media.is_empty(),
        ModelFact::Transports => !service.transports.is_empty(),
        ModelFact::OtherSystems => has_equipment(paper, |one| one.kind == EquipmentKind::OtherSystem),
        ModelFact::EquipmentAtInstitution => has_equipment(paper, |one| {
            one.kind != EquipmentKind::OtherSystem && owner(paper, &one.site) == Some(Owner::Institution)
        }),
        ModelFact::InstitutionStaff => service.people.iter().any(|one| one.side == Side::Institution),
        ModelFact::EDocuments => service.profile.e_documents == Some(YesNo::Yes),
        ModelFact::ExternalStorage => service.profile.external_storage == Some(YesNo::Yes),
        ModelFact::OneInstitution => paper.institution.is_some(),
        ModelFact::HoursByDay => hours::are_by_day(paper),
        ModelFact::AgreedWindows => hours::has_windows(paper),
        ModelFact::AnnexedCounted => agreed(paper).annexed_counted.is_some_and(YesNo::is_yes),
        ModelFact::ImprovementDays => agreed(paper).annexed_improvement_days.is_some(),
    }
}

fn has_equipment(paper: &Paper<'_>, wanted: impl Fn(&Equipment) -> bool) -> bool {
    paper.subject.service.equipment.iter().any(wanted)
}

/// Whose place a site is: its own entry, else that of the place around it.
pub(crate) fn owner(paper: &Paper<'_>, site: &Id<Site>) -> Option<Owner> {
    let sites = &paper.subject.service.sites;
    let mut id = site;
    // A chain longer than the sites there are runs in a circle, which the check tells of.
    for _ in 0..sites.len() {
        let found = sites.iter().find(|one| one.id == *id)?;
        match (&found.owner, &found.within) {
            (Some(owner), _) => return Some(*owner),
            (None, Some(around)) => id = around,
            (None, None) => return None,
        }
    }
    None
}
