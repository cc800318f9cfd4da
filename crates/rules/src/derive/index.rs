//! A service's configuration, found by id and followed along its references.

use super::Thing;
use super::lookup::Lookup;
use mamori_domain::{
    AtEnd, Connection, ConnectionMedium, Environment, Equipment, EquipmentKind, Id, Information,
    InformationClass, Layer, Medium, Owner, Person, Phase, Service, Site, Transport, YesNo,
};

/// Everything of a service that others refer to. Built once, so that no rule searches a list.
pub(crate) struct Index<'a> {
    /// The service.
    pub(crate) service: &'a Service,
    sites: Lookup<'a, &'a Site>,
    equipment: Lookup<'a, &'a Equipment>,
    media: Lookup<'a, &'a Medium>,
    connections: Lookup<'a, &'a Connection>,
    transports: Lookup<'a, &'a Transport>,
    information: Lookup<'a, &'a Information>,
    classes: Lookup<'a, &'a InformationClass>,
    users: Lookup<'a, Vec<&'a Person>>,
    keepers: Lookup<'a, Vec<&'a Person>>,
    open_to_internet: Lookup<'a, ()>,
    carried_for_others: Lookup<'a, ()>,
}

impl<'a> Index<'a> {
    /// The configuration of a service.
    pub(crate) fn of(service: &'a Service) -> Self {
        let people = || service.people.iter();
        let users = people().flat_map(|one| one.uses.iter().map(move |id| (id.as_str(), one)));
        let keepers = people().flat_map(|one| one.keeps.iter().map(move |id| (id.as_str(), one)));
        let open = service.connections.iter().filter(|line| is_open_internet(line));
        let open_ends = open.flat_map(|line| std::iter::once(&line.from).chain(&line.to));
        let names = service
            .information
            .iter()
            .filter_map(|one| one.carried_as.as_ref());
        Index {
            service,
            sites: Lookup::of(service.sites.iter().map(|one| (one.id.as_str(), one))),
            equipment: Lookup::of(service.equipment.iter().map(|one| (one.id.as_str(), one))),
            media: Lookup::of(service.media.iter().map(|one| (one.id.as_str(), one))),
            connections: Lookup::of(service.connections.iter().map(|one| (one.id.as_str(), one))),
            transports: Lookup::of(service.transports.iter().map(|one| (one.id.as_str(), one))),
            information: Lookup::of(service.information.iter().map(|one| (one.id.as_str(), one))),
            classes: Lookup::of(service.classes.iter().map(|one| (one.id.as_str(), one))),
            users: Lookup::gathered(users),
            keepers: Lookup::gathered(keepers),
            open_to_internet: Lookup::of(open_ends.map(|id| (id.as_str(), ()))),
            carried_for_others: Lookup::of(names.map(|id| (id.as_str(), ()))),
        }
    }

    pub(crate) fn site(&self, id: &Id<Site>) -> Option<&'a Site> {
        self.sites.get(id.as_str()).copied()
    }

    pub(crate) fn equipment(&self, id: &Id<Equipment>) -> Option<&'a Equipment> {
        self.equipment.get(id.as_str()).copied()
    }

    pub(crate) fn medium(&self, id: &Id<Medium>) -> Option<&'a Medium> {
        self.media.get(id.as_str()).copied()
    }

    pub(crate) fn connection(&self, id: &Id<Connection>) -> Option<&'a Connection> {
        self.connections.get(id.as_str()).copied()
    }

    pub(crate) fn transport(&self, id: &Id<Transport>) -> Option<&'a Transport> {
        self.transports.get(id.as_str()).copied()
    }

    /// A thing, whatever it is.
    pub(crate) fn thing(&self, thing: &Thing) -> Seen<'a> {
        let mut seen = Seen::default();
        match thing {
            Thing::Equipment(id) => seen.equipment = self.equipment(id),
            Thing::Medium(id) => seen.medium = self.medium(id),
            Thing::Connection(id) => seen.connection = self.connection(id),
            Thing::Transport(id) => {
                seen.transport = self.transport(id);
                seen.medium = seen
                    .transport
                    .and_then(|transport| self.medium(&transport.medium));
            }
        }
        seen
    }

    pub(crate) fn information(&self, id: &Id<Information>) -> Option<&'a Information> {
        self.information.get(id.as_str()).copied()
    }

    pub(crate) fn class(&self, id: &Id<InformationClass>) -> Option<&'a InformationClass> {
        self.classes.get(id.as_str()).copied()
    }

    /// The people who use a piece of equipment, in the order of the model.
    pub(crate) fn users(&self, id: &Id<Equipment>) -> &[&'a Person] {
        self.users.get(id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The people who keep a medium, in the order of the model.
    pub(crate) fn keepers(&self, id: &Id<Medium>) -> &[&'a Person] {
        self.keepers.get(id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Whether a line of the open internet ends at the equipment.
    pub(crate) fn is_open_to_internet(&self, id: &Id<Equipment>) -> bool {
        self.open_to_internet.get(id.as_str()).is_some()
    }

    /// Whether the information is a name that lower layers have for other information, not settings.
    pub(crate) fn is_name_for_others(&self, id: &Id<Information>) -> bool {
        self.carried_for_others.get(id.as_str()).is_some()
    }

    /// The site and those around it, the nearest first. Sites that lie in one another in a circle are
    /// a fault that a check reports; each is visited once.
    pub(crate) fn outwards(&self, id: &Id<Site>) -> impl Iterator<Item = &'a Site> {
        let most = self.service.sites.len();
        std::iter::successors(self.site(id), |site| self.site(site.within.as_ref()?)).take(most)
    }

    /// The outermost site: the premises.
    pub(crate) fn premises(&self, id: &Id<Site>) -> Option<&'a Id<Site>> {
        self.outwards(id).last().map(|site| &site.id)
    }

    /// Whose place a site is: its own word or that of the nearest site around it.
    pub(crate) fn owner(&self, id: &Id<Site>) -> Option<Owner> {
        self.outwards(id).find_map(|site| site.owner)
    }

    /// Whether information is the institution's to get back (GL 3.2.2): what is or may be medical
    /// information and what the institution classed itself. What has no class may be, until someone
    /// says what it is.
    pub(crate) fn is_returned(&self, information: &Information) -> bool {
        let class = information.class.as_ref().and_then(|id| self.class(id));
        information.institution_class.is_some() || class.is_none_or(|class| class.medical.is_yes())
    }

    /// As which information something is seen on a layer: as itself, or below the application under
    /// the name it has there. Nothing when it is not seen on that layer.
    pub(crate) fn seen_as(&self, information: &'a Information, layer: Layer) -> Option<&'a Information> {
        let below = layer != Layer::Application;
        let name = information
            .carried_as
            .as_ref()
            .filter(|_| below)
            .and_then(|id| self.information(id));
        name.filter(|name| name.layers.contains(&layer))
            .or_else(|| information.layers.contains(&layer).then_some(information))
    }
}

/// A flow's thing, found once. Of a medium under way the medium is seen too.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen<'a> {
    pub(crate) equipment: Option<&'a Equipment>,
    pub(crate) medium: Option<&'a Medium>,
    pub(crate) connection: Option<&'a Connection>,
    pub(crate) transport: Option<&'a Transport>,
}

impl Seen<'_> {
    /// The name of the thing as typed; of a transport that of its medium.
    pub(crate) fn name(&self) -> Option<&str> {
        let equipment = self.equipment.map(|equipment| &*equipment.name);
        let connection = self.connection.map(|connection| &*connection.name);
        let medium = self.medium.map(|medium| &*medium.name);
        equipment.or(connection).or(medium)
    }
}

/// Whether anyone on the internet can reach the line: no virtual private network lies over it.
pub(crate) fn is_open_internet(connection: &Connection) -> bool {
    matches!(
        connection.medium,
        ConnectionMedium::Internet | ConnectionMedium::Mobile
    ) && connection.vpn.is_none()
}

/// Whether a yes/no that may be absent is yes.
pub(crate) fn yes(value: Option<YesNo>) -> bool {
    value == Some(YesNo::Yes)
}

/// The phase in which equipment is in use, by its environment.
pub(crate) fn phase_of(equipment: &Equipment) -> Phase {
    match equipment.environment {
        Some(Environment::Development | Environment::Test) => Phase::Development,
        Some(Environment::Production) | None => Phase::Operation,
    }
}

/// Whether people ordinarily work at equipment of the kind.
pub(crate) fn is_terminal(kind: EquipmentKind) -> bool {
    use EquipmentKind::*;
    matches!(kind, Terminal | MobileTerminal | MaintenanceTerminal | IotDevice)
}

/// What is done at contract end, as verbs. Where a store is handed over and then disposed of, only
/// what `is_returned` goes back; logs and settings of the provider are erased with the rest.
pub(crate) fn end_verbs(at_end: Option<AtEnd>, is_returned: bool) -> &'static [mamori_domain::Verb] {
    use mamori_domain::Verb::{Dispose, HandOver};
    match at_end {
        None => &[],
        Some(AtEnd::Both) if is_returned => &[Dispose, HandOver],
        Some(AtEnd::Dispose | AtEnd::Both) => &[Dispose],
        Some(AtEnd::HandOver) => &[HandOver],
    }
}
