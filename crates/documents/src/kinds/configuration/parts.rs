//! The configuration as a scene: places, things, lines, and whose they are.

use crate::Paper;
use mamori_domain::{
    Connection, ConnectionMedium, DiagramLine, Environment, Equipment, EquipmentKind, Form, Id, Layer,
    Medium, MediumKind, Owner, Provision, Site, Supplier, YesNo,
};
use mamori_drawing::{Company, End, Line, Link, Node, Pin, Scene, Standing, Symbol};
use std::collections::{BTreeMap, BTreeSet};

wording! {
    PROVIDER = "自社：{0}" / "The provider: {0}";
    INSTITUTION = "医療機関等" / "The institution";
    SOME_SUPPLIER = "供給者（会社名の記載なし）" / "A supplier (not named)";
    UNNAMED = "事業者" / "Provider";
    COUNT = "{0}台" / "{0} units";
    VIRTUAL = "仮想マシン" / "virtual machine";
    BADGE = "{0}を{1}" / "{0}: {1}";
    OWN = "自社が提供" / "provided by the provider";
    PROCURED = "他社から調達" / "procured from another company";
    BY_INSTITUTION = "医療機関等が別に契約" / "contracted by the institution";
}

/// A scene, and which thing of the model each of its parts is.
pub(super) struct Parts<'a> {
    pub(super) scene: Scene,
    pub(super) equipment: BTreeMap<&'a Id<Equipment>, usize>,
    pub(super) media: BTreeMap<&'a Id<Medium>, usize>,
    pub(super) connections: Vec<(usize, &'a Connection)>,
    /// Transports of one medium between the same two places are one line.
    pub(super) transports: Vec<(usize, Vec<&'a mamori_domain::Transport>)>,
    /// Whose each site is, by position.
    pub(super) owners: Vec<usize>,
}

/// Who a part belongs to.
#[derive(Clone, PartialEq, Eq)]
enum Whose<'a> {
    Provider,
    Institution,
    Supplier(Option<&'a Id<Supplier>>),
}

struct Builder<'p, 'a> {
    paper: &'p Paper<'a>,
    companies: Vec<Whose<'a>>,
    sites: BTreeMap<&'a Id<Site>, usize>,
}

/// Builds the scene.
pub(super) fn parts<'a>(paper: &Paper<'a>) -> Parts<'a> {
    let service = paper.subject.service;
    let sites = service
        .sites
        .iter()
        .enumerate()
        .map(|(nth, site)| (&site.id, nth));
    let mut builder = Builder {
        paper,
        companies: vec![Whose::Provider, Whose::Institution],
        sites: sites.collect(),
    };
    let mut parts = Parts {
        scene: Scene::default(),
        equipment: BTreeMap::new(),
        media: BTreeMap::new(),
        connections: Vec::new(),
        transports: Vec::new(),
        owners: Vec::new(),
    };
    builder.places(&mut parts);
    builder.things(&mut parts);
    builder.lines(&mut parts);
    parts.scene.companies = builder
        .companies
        .iter()
        .map(|whose| builder.company(whose))
        .collect();
    parts.scene.badges = badges(paper);
    parts
}

fn pin(column: Option<DiagramLine>, row: Option<DiagramLine>) -> Option<Pin> {
    let place = |line: Option<DiagramLine>| line.and_then(|line| i32::try_from(line.0).ok());
    let (column, row) = (place(column), place(row));
    (column.is_some() || row.is_some()).then(|| Pin {
        column: column.unwrap_or(1),
        row: row.unwrap_or(1),
    })
}

impl<'a> Builder<'_, 'a> {
    fn company(&self, whose: &Whose<'a>) -> Company {
        let profile = &self.paper.subject.workspace.organisation.profile;
        let (name, standing) = match whose {
            Whose::Provider => {
                let name = profile.name.as_ref().map_or(self.paper.say(UNNAMED), |name| name);
                (self.paper.fill(PROVIDER, &[name]), Standing::Provider)
            }
            Whose::Institution => (self.paper.say(INSTITUTION).to_owned(), Standing::Institution),
            Whose::Supplier(None) => (self.paper.say(SOME_SUPPLIER).to_owned(), Standing::Other),
            Whose::Supplier(Some(id)) => (self.paper.supplier(id).to_owned(), Standing::Other),
        };
        Company { name, standing }
    }

    fn number(&mut self, whose: Whose<'a>) -> usize {
        let known = self.companies.iter().position(|known| *known == whose);
        known.unwrap_or_else(|| {
            self.companies.push(whose);
            self.companies.len() - 1
        })
    }

    /// Whose a site is: its own owner, or that of the nearest place around it that has one.
    fn owner(&self, site: &'a Site) -> Whose<'a> {
        let service = self.paper.subject.service;
        let mut at = Some(site);
        for _ in 0..=service.sites.len() {
            let Some(site) = at else { break };
            match site.owner {
                Some(Owner::Provider) => return Whose::Provider,
                Some(Owner::Institution) => return Whose::Institution,
                Some(Owner::Supplier) => return Whose::Supplier(site.supplier.as_ref()),
                None => {}
            }
            let around = site.within.as_ref().and_then(|around| self.sites.get(around));
            at = around.map(|nth| &service.sites[*nth]);
        }
        Whose::Provider
    }

    fn places(&mut self, parts: &mut Parts<'a>) {
        for site in &self.paper.subject.service.sites {
            let owner = self.owner(site);
            let company = self.number(owner);
            parts.owners.push(company);
            parts.scene.sites.push(mamori_drawing::Site {
                name: site.name.to_string(),
                within: site
                    .within
                    .as_ref()
                    .and_then(|around| self.sites.get(around).copied()),
                company,
                pin: pin(site.diagram_column, site.diagram_row),
            });
        }
    }

    fn provisions(&self, ids: &[Id<Provision>]) -> Vec<&'a Provision> {
        let all = self.paper.subject.service.provisions.iter();
        all.filter(|provision| ids.contains(&provision.id)).collect()
    }

    fn things(&mut self, parts: &mut Parts<'a>) {
        let service = self.paper.subject.service;
        for equipment in &service.equipment {
            let provisions = self.provisions(&equipment.provisions);
            let whose = self.whose(equipment, &provisions);
            let company = self.number(whose);
            let mut small = Vec::new();
            if let Some(count) = equipment.count.filter(|count| count.0 != 1) {
                small.push(self.paper.fill(COUNT, &[&count.0.to_string()]));
            }
            if equipment.virtual_machine == Some(YesNo::Yes) {
                small.push(self.paper.say(VIRTUAL).to_owned());
            }
            // A name that says so itself is not told twice.
            let environment = equipment
                .environment
                .filter(|environment| *environment != Environment::Production)
                .map(|environment| self.paper.say(environment.words()))
                .filter(|words| !equipment.name.contains(words));
            small.extend(environment.map(str::to_owned));
            small.extend(self.foreign(company));
            parts.equipment.insert(&equipment.id, parts.scene.nodes.len());
            parts.scene.nodes.push(Node {
                site: self.sites.get(&equipment.site).copied(),
                symbol: symbol(equipment.kind),
                label: equipment.name.to_string(),
                sublabel: small.join(self.dot()),
                badge: badge(&provisions),
                company,
                pin: pin(equipment.diagram_column, equipment.diagram_row),
            });
        }
        for medium in &service.media {
            let site = self.sites.get(&medium.site).copied();
            let whose = match &medium.supplier {
                Some(supplier) => Whose::Supplier(Some(supplier)),
                None => site.map_or(Whose::Provider, |site| self.companies[parts.owners[site]].clone()),
            };
            let company = self.number(whose);
            parts.media.insert(&medium.id, parts.scene.nodes.len());
            parts.scene.nodes.push(Node {
                site,
                symbol: medium_symbol(medium.kind),
                label: medium.name.to_string(),
                sublabel: self.foreign(company).unwrap_or_default(),
                badge: String::new(),
                company,
                pin: pin(medium.diagram_column, medium.diagram_row),
            });
        }
    }

    fn dot(&self) -> &'static str {
        if self.paper.is_japanese() { "・" } else { ", " }
    }

    /// The name of another company, for readers of a copy in black and white.
    fn foreign(&self, company: usize) -> Option<String> {
        let found = self.company(&self.companies[company]);
        (found.standing == Standing::Other).then_some(found.name)
    }

    /// Whose equipment is: the company named, or the one that all of its provisions name.
    fn whose(&self, equipment: &'a Equipment, provisions: &[&'a Provision]) -> Whose<'a> {
        if let Some(supplier) = &equipment.supplier {
            return Whose::Supplier(Some(supplier));
        }
        let foreign = !provisions.is_empty() && provisions.iter().all(|one| one.form != Form::Own);
        match provisions.first().filter(|_| foreign) {
            Some(first) => Whose::Supplier(first.supplier.as_ref()),
            None => Whose::Provider,
        }
    }

    fn lines(&self, parts: &mut Parts<'a>) {
        let service = self.paper.subject.service;
        for connection in &service.connections {
            let ends = std::iter::once(&connection.from).chain(&connection.to);
            let ends: Vec<End> = ends
                .filter_map(|end| parts.equipment.get(end).map(|node| End::Node(*node)))
                .collect();
            parts.connections.push((parts.scene.links.len(), connection));
            parts.scene.links.push(Link {
                line: line(connection.medium),
                ends,
                arrows: (false, false),
            });
        }
        let mut ways: BTreeMap<_, Vec<&mamori_domain::Transport>> = BTreeMap::new();
        for transport in &service.transports {
            let places = BTreeSet::from([&transport.from, &transport.to]);
            ways.entry((&transport.medium, places))
                .or_default()
                .push(transport);
        }
        for ((medium, _), transports) in ways {
            let first = transports[0];
            let kept = service.media.iter().find(|known| known.id == *medium);
            let end = |site: &Id<Site>| match (kept, parts.media.get(medium)) {
                (Some(kept), Some(node)) if kept.site == *site => Some(End::Node(*node)),
                _ => self.sites.get(site).map(|site| End::Site(*site)),
            };
            let both = transports.iter().any(|other| other.from != first.from);
            parts
                .transports
                .push((parts.scene.links.len(), transports.clone()));
            parts.scene.links.push(Link {
                line: Line::Transport,
                ends: [&first.from, &first.to].into_iter().filter_map(end).collect(),
                arrows: (both, true),
            });
        }
    }
}

/// The short mark of a provision: `A1` is the application layer provided by the provider itself.
pub(super) fn mark(provision: &Provision) -> String {
    let layer = match provision.layer {
        Layer::Application => 'A',
        Layer::Platform => 'P',
        Layer::Infrastructure => 'I',
    };
    format!("{layer}{}", provision.form.code())
}

/// The marks of provisions, each once.
pub(super) fn badge(provisions: &[&Provision]) -> String {
    let order = |provision: &&&Provision| (provision.layer, provision.form);
    let mut sorted: Vec<&&Provision> = provisions.iter().collect();
    sorted.sort_by_key(order);
    let mut marks: Vec<String> = sorted.into_iter().map(|provision| mark(provision)).collect();
    marks.dedup();
    marks.join(" ")
}

fn badges(paper: &Paper<'_>) -> Vec<(String, String)> {
    let provisions = &paper.subject.service.provisions;
    let used: BTreeMap<(Layer, Form), String> = provisions
        .iter()
        .map(|provision| ((provision.layer, provision.form), mark(provision)))
        .collect();
    used.into_iter()
        .map(|((layer, form), mark)| {
            let by = match form {
                Form::Own => OWN,
                Form::Procured => PROCURED,
                Form::InstitutionContracted => BY_INSTITUTION,
            };
            (
                mark,
                paper.fill(BADGE, &[paper.say(layer.words()), paper.say(by)]),
            )
        })
        .collect()
}

fn symbol(kind: EquipmentKind) -> Symbol {
    match kind {
        EquipmentKind::Server => Symbol::Server,
        EquipmentKind::Storage => Symbol::Storage,
        EquipmentKind::LogServer => Symbol::LogServer,
        EquipmentKind::Terminal => Symbol::Terminal,
        EquipmentKind::MobileTerminal => Symbol::Tablet,
        EquipmentKind::MaintenanceTerminal => Symbol::MaintenanceTerminal,
        EquipmentKind::Printer => Symbol::Printer,
        EquipmentKind::MediaDrive => Symbol::MediaDrive,
        EquipmentKind::NetworkDevice => Symbol::NetworkDevice,
        EquipmentKind::AccessPoint => Symbol::AccessPoint,
        EquipmentKind::SecurityDevice => Symbol::Firewall,
        EquipmentKind::IotDevice => Symbol::Device,
        EquipmentKind::OtherSystem => Symbol::OtherSystem,
    }
}

fn medium_symbol(kind: MediumKind) -> Symbol {
    match kind {
        MediumKind::Tape => Symbol::Tape,
        MediumKind::OpticalDisc => Symbol::Disc,
        MediumKind::HardDisk => Symbol::HardDisk,
        MediumKind::UsbMemory => Symbol::Memory,
        MediumKind::Paper => Symbol::Paper,
        MediumKind::Other => Symbol::OtherMedium,
    }
}

fn line(medium: ConnectionMedium) -> Line {
    match medium {
        ConnectionMedium::WiredLan => Line::WiredLan,
        ConnectionMedium::WirelessLan => Line::WirelessLan,
        ConnectionMedium::DedicatedLine => Line::DedicatedLine,
        ConnectionMedium::ClosedVpn => Line::ClosedVpn,
        ConnectionMedium::InternetVpn => Line::InternetVpn,
        ConnectionMedium::Internet => Line::Internet,
        ConnectionMedium::Mobile => Line::Mobile,
        ConnectionMedium::Virtual => Line::Virtual,
    }
}
