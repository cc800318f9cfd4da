//! What verdicts are about: one service of a workspace, an edition's catalogue and a day.

use mamori_catalogue::Catalogue;
use mamori_domain::{
    Date, Id, Information, Institution, InstitutionProfile, Scope, Service, ServiceProfile, Workspace,
};
use std::collections::BTreeSet;

/// One service in its workspace, looked at with an edition's catalogue on a day.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The whole workspace.
    pub workspace: &'a Workspace,
    /// The service's id.
    pub id: &'a Id<ServiceProfile>,
    /// The service.
    pub service: &'a Service,
    /// The edition's catalogue.
    pub catalogue: &'a Catalogue,
    /// The day the verdicts speak for.
    pub as_of: Date,
}

impl<'a> Subject<'a> {
    /// The subjects of a workspace, one for each service, in order of their ids.
    pub fn all(workspace: &'a Workspace, catalogue: &'a Catalogue, as_of: Date) -> Vec<Subject<'a>> {
        let services = workspace.services.iter();
        services
            .map(|(id, service)| Subject {
                workspace,
                id,
                service,
                catalogue,
                as_of,
            })
            .collect()
    }

    /// The service's part of the workspace.
    pub fn scope(&self) -> Scope {
        Scope::Service(self.id.as_str().into())
    }

    /// The information of classes that (possibly) hold medical information (GL 5.1.1).
    pub fn medical_information(&self) -> BTreeSet<&'a Id<Information>> {
        let classes: BTreeSet<_> = self
            .service
            .classes
            .iter()
            .filter(|row| row.medical.is_yes())
            .map(|row| &row.id)
            .collect();
        let information = self.service.information.iter();
        information
            .filter(|row| row.class.as_ref().is_some_and(|class| classes.contains(class)))
            .map(|row| &row.id)
            .collect()
    }

    /// The institutions that use the service, in order of their ids.
    pub fn institutions(&self) -> impl Iterator<Item = (&'a Id<InstitutionProfile>, &'a Institution)> {
        let id = self.id;
        self.workspace
            .institutions
            .iter()
            .filter(move |(_, institution)| institution.profile.services.contains(id))
            .map(|(id, institution)| (id, institution))
    }
}
