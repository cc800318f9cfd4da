//! The user's names of things, found by id. An id without a thing is shown as it is.

use crate::Paper;
use mamori_domain::{
    Equipment, Evidence, Id, Information, InformationClass, Medium, Officer, Person, Site, Supplier,
};
use mamori_rules::derive::Thing;

impl<'a> Paper<'a> {
    /// The name of a site.
    pub(crate) fn site<'b>(&self, id: &'b Id<Site>) -> &'b str
    where
        'a: 'b,
    {
        self.subject
            .service
            .sites
            .iter()
            .find(|site| site.id == *id)
            .map_or(id.as_str(), |site| &site.name)
    }

    /// The role of people.
    pub(crate) fn person<'b>(&self, id: &'b Id<Person>) -> &'b str
    where
        'a: 'b,
    {
        let mut people = self.subject.service.people.iter();
        people
            .find(|person| person.id == *id)
            .map_or(id.as_str(), |person| &person.name)
    }

    /// The name of information.
    pub(crate) fn information<'b>(&self, id: &'b Id<Information>) -> &'b str
    where
        'a: 'b,
    {
        let mut all = self.subject.service.information.iter();
        all.find(|information| information.id == *id)
            .map_or(id.as_str(), |information| &information.name)
    }

    /// The name of a class of information.
    pub(crate) fn class<'b>(&self, id: &'b Id<InformationClass>) -> &'b str
    where
        'a: 'b,
    {
        self.subject
            .service
            .classes
            .iter()
            .find(|class| class.id == *id)
            .map_or(id.as_str(), |class| &class.name)
    }

    /// The name of a supplier.
    pub(crate) fn supplier<'b>(&self, id: &'b Id<Supplier>) -> &'b str
    where
        'a: 'b,
    {
        let mut all = self.subject.workspace.organisation.suppliers.iter();
        all.find(|supplier| supplier.id == *id)
            .map_or(id.as_str(), |supplier| &supplier.name)
    }

    /// Post and name of an officer.
    pub(crate) fn officer<'b>(&self, id: &'b Id<Officer>) -> &'b str
    where
        'a: 'b,
    {
        let mut all = self.subject.workspace.organisation.officers.iter();
        all.find(|officer| officer.id == *id)
            .map_or(id.as_str(), |officer| &officer.name)
    }

    /// The name of equipment.
    pub(crate) fn equipment<'b>(&self, id: &'b Id<Equipment>) -> &'b str
    where
        'a: 'b,
    {
        let mut all = self.subject.service.equipment.iter();
        all.find(|equipment| equipment.id == *id)
            .map_or(id.as_str(), |equipment| &equipment.name)
    }

    /// The title of a record of evidence.
    pub(crate) fn evidence<'b>(&self, id: &'b Id<Evidence>) -> &'b str
    where
        'a: 'b,
    {
        let mut all = self.subject.workspace.organisation.evidence.iter();
        all.find(|evidence| evidence.id == *id)
            .map_or(id.as_str(), |evidence| &evidence.title)
    }

    /// The name of the thing by which a flow runs; of a transport, that of the medium carried.
    pub(crate) fn thing<'b>(&self, thing: &'b Thing) -> &'b str
    where
        'a: 'b,
    {
        let service = self.subject.service;
        let medium = |id: &Id<Medium>| {
            service
                .media
                .iter()
                .find(|medium| medium.id == *id)
                .map(|medium| &*medium.name)
        };
        let name = match thing {
            Thing::Equipment(id) => service
                .equipment
                .iter()
                .find(|found| found.id == *id)
                .map(|found| &*found.name),
            Thing::Medium(id) => medium(id),
            Thing::Connection(id) => service
                .connections
                .iter()
                .find(|found| found.id == *id)
                .map(|found| &*found.name),
            Thing::Transport(id) => {
                let transport = service.transports.iter().find(|found| found.id == *id);
                transport.and_then(|transport| medium(&transport.medium))
            }
        };
        name.unwrap_or(thing.id())
    }
}
