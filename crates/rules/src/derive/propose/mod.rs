//! The rules by which a configuration yields flows (GL 5.1.1, 5.2.1 (2)).
//!
//! Each rule follows the guideline's tables of flows by phase and layer: the application is seen by
//! what people and systems do with information, the platform by what runs and is kept on it, the
//! infrastructure by what passes and how it is set; the end of the contract by everything stored.

mod carried;

use super::Thing;
use super::flows::Proposal;
use super::index::{Index, end_verbs, is_terminal, phase_of, yes};
use mamori_domain::{
    Equipment, EquipmentKind, Id, Information, Layer, Person, Phase, RemovableMedia, Verb, Words,
};

const LAYERS: [Layer; 3] = [Layer::Application, Layer::Platform, Layer::Infrastructure];

const VIEWED: Words = Words::new(
    "この情報を扱う機器を、人が使うため",
    "People use the equipment that handles this information",
);
const ADMINISTERED: Words = Words::new(
    "設定などの情報を扱う機器を、保守や管理の担当者が使うため",
    "Maintenance staff or administrators use the equipment that handles these settings",
);
const READ_BY_MEDIA: Words = Words::new(
    "開発保守端末に外部の媒体をつなげられるため",
    "Removable media can be connected to the maintenance terminal",
);
const OUTPUT: Words = Words::new(
    "この情報をプリンタで出力するため",
    "The printer puts out this information",
);
const EXCHANGED: Words = Words::new(
    "人の操作によらず、この機器が情報を処理するため",
    "The equipment processes this information by itself",
);
const RUNS_ON: Words = Words::new(
    "アプリケーションの情報が、この機器のOSなどの上で処理されるため",
    "Information of the application is processed on the operating system of this equipment",
);
const STORED: Words = Words::new(
    "この情報が機器の中に残るため",
    "The information stays in the equipment",
);
const DRIVE: Words = Words::new(
    "媒体装置がこの情報を読み書きするため",
    "The media drive reads and writes this information",
);
const STORED_UNTIL_END: Words = Words::new(
    "契約の間に保存した情報を、終了時に処分するため",
    "What was stored during the contract is dealt with at its end",
);

/// Everything the rules propose for a service, in no particular order.
pub(super) fn all<'a>(index: &Index<'a>) -> Vec<Proposal<'a>> {
    let mut rules = Rules {
        index,
        proposals: Vec::new(),
    };
    index
        .service
        .equipment
        .iter()
        .for_each(|equipment| rules.equipment(equipment));
    index.service.media.iter().for_each(|medium| rules.medium(medium));
    index
        .service
        .transports
        .iter()
        .for_each(|transport| rules.transport(transport));
    index
        .service
        .connections
        .iter()
        .for_each(|connection| rules.connection(connection));
    rules.proposals
}

struct Rules<'i, 'a> {
    index: &'i Index<'a>,
    proposals: Vec<Proposal<'a>>,
}

/// A piece of equipment with what the rules need to know of it.
struct Device<'i, 'a> {
    equipment: &'a Equipment,
    /// Maintenance terminals are used for development and maintenance wherever they stand.
    phase: Phase,
    users: &'i [&'a Person],
    /// What it handles or stores, each once.
    touches: Vec<&'a Information>,
    stores: Vec<&'a Information>,
}

impl<'a> Rules<'_, 'a> {
    fn look_up(&self, ids: &'a [Id<Information>]) -> Vec<&'a Information> {
        ids.iter().filter_map(|id| self.index.information(id)).collect()
    }

    fn equipment(&mut self, equipment: &'a Equipment) {
        let index = self.index;
        let stores = self.look_up(&equipment.stores);
        let mut touches = self.look_up(&equipment.handles);
        touches.extend(
            stores
                .iter()
                .filter(|stored| !equipment.handles.contains(&stored.id)),
        );
        let maintains = equipment.kind == EquipmentKind::MaintenanceTerminal;
        let phase = if maintains {
            Phase::Development
        } else {
            phase_of(equipment)
        };
        let device = Device {
            equipment,
            phase,
            users: index.users(&equipment.id),
            touches,
            stores,
        };
        self.used(&device);
        if maintains {
            self.maintained(&device);
        } else {
            self.administered(&device);
            self.runs_on(&device);
        }
        for information in &device.stores {
            for layer in information.layers.iter().copied() {
                self.on(&device, device.phase, layer, Verb::Store, information, STORED);
                for verb in end_verbs(equipment.at_end, index.is_returned(information)) {
                    self.on(
                        &device,
                        Phase::ContractEnd,
                        layer,
                        *verb,
                        information,
                        STORED_UNTIL_END,
                    );
                }
            }
        }
    }

    /// A flow at a device without people.
    fn on(
        &mut self,
        device: &Device<'_, 'a>,
        phase: Phase,
        layer: Layer,
        verb: Verb,
        information: &'a Information,
        reason: Words,
    ) {
        self.proposals.push(Proposal {
            phase,
            layer,
            verb,
            who: Vec::new(),
            carrier: None,
            site: &device.equipment.site,
            other_site: None,
            thing: Thing::Equipment(device.equipment.id.clone()),
            information,
            reason,
        });
    }

    /// A flow at a device by people.
    fn by(
        &mut self,
        device: &Device<'_, 'a>,
        layer: Layer,
        verb: Verb,
        information: &'a Information,
        reason: Words,
        who: impl Iterator<Item = &'a Person>,
    ) {
        self.on(device, device.phase, layer, verb, information, reason);
        if let Some(proposal) = self.proposals.last_mut() {
            proposal.who = who.map(|person| &person.id).collect();
        }
    }

    /// The application: what is done with information at the device.
    fn used(&mut self, device: &Device<'_, 'a>) {
        let users = || device.users.iter().copied();
        let used = !device.users.is_empty();
        let application = |information: &&&Information| information.layers.contains(&Layer::Application);
        for information in device.touches.iter().filter(application) {
            let handled_only = !device.equipment.stores.contains(&information.id);
            let (verb, reason) = match device.equipment.kind {
                EquipmentKind::Printer if handled_only => (Verb::Output, OUTPUT),
                EquipmentKind::OtherSystem => (Verb::Process, EXCHANGED),
                EquipmentKind::Printer | EquipmentKind::MediaDrive => continue,
                _ if used => (Verb::View, VIEWED),
                EquipmentKind::IotDevice => (Verb::Process, EXCHANGED),
                kind if !is_terminal(kind) && handled_only => (Verb::Process, EXCHANGED),
                _ => continue,
            };
            self.by(device, Layer::Application, verb, information, reason, users());
        }
    }

    /// Maintenance terminals: settings viewed, media read and written, in development.
    fn maintained(&mut self, device: &Device<'_, 'a>) {
        if device.users.is_empty() {
            return;
        }
        let takes_media = matches!(
            device.equipment.removable_media,
            Some(RemovableMedia::Open | RemovableMedia::Registered)
        );
        let users = || device.users.iter().copied();
        for information in &device.touches {
            for layer in LAYERS
                .into_iter()
                .filter(|layer| information.layers.contains(layer))
            {
                if layer != Layer::Application {
                    self.by(device, layer, Verb::View, information, ADMINISTERED, users());
                }
                if takes_media {
                    self.by(
                        device,
                        layer,
                        Verb::MediaInOut,
                        information,
                        READ_BY_MEDIA,
                        users(),
                    );
                }
            }
        }
    }

    /// Other equipment at which administrators work: its settings and logs are viewed there.
    fn administered(&mut self, device: &Device<'_, 'a>) {
        let administrators = || {
            device
                .users
                .iter()
                .copied()
                .filter(|person| yes(person.administrator))
        };
        if administrators().next().is_none() {
            return;
        }
        for information in &device.touches {
            for layer in [Layer::Platform, Layer::Infrastructure] {
                if information.layers.contains(&layer) {
                    self.by(
                        device,
                        layer,
                        Verb::View,
                        information,
                        ADMINISTERED,
                        administrators(),
                    );
                }
            }
        }
    }

    /// The platform in operation: what is processed on the device, and drives for media.
    fn runs_on(&mut self, device: &Device<'_, 'a>) {
        use EquipmentKind::{MediaDrive, OtherSystem, Printer};
        let kind = device.equipment.kind;
        let runs =
            device.phase == Phase::Operation && (is_terminal(kind) || matches!(kind, Printer | OtherSystem));
        for information in &device.touches {
            let seen = self.index.seen_as(information, Layer::Platform);
            let application = information.layers.contains(&Layer::Application);
            match seen {
                Some(seen) if kind == MediaDrive => {
                    self.by(
                        device,
                        Layer::Platform,
                        Verb::MediaInOut,
                        seen,
                        DRIVE,
                        device.users.iter().copied(),
                    );
                }
                None if kind == MediaDrive && application => {
                    let users = device.users.iter().copied();
                    self.by(
                        device,
                        Layer::Application,
                        Verb::MediaInOut,
                        information,
                        DRIVE,
                        users,
                    );
                }
                Some(seen) if runs && (application || device.equipment.handles.contains(&information.id)) => {
                    self.on(
                        device,
                        device.phase,
                        Layer::Platform,
                        Verb::Process,
                        seen,
                        RUNS_ON,
                    );
                }
                _ => {}
            }
        }
    }
}
