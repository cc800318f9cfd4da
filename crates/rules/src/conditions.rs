//! Conditions of the catalogue: which hold for a service, and by which facts.
//!
//! What the configuration shows has one definition here, under the condition's identifier; the others
//! are declared by a person. Where a statement and the configuration disagree, the configuration
//! counts and both stay visible, so that the check can tell of it.

use crate::Subject;
use crate::derive::ConditionState;
use crate::derive::index::{Index, is_open_internet, yes};
use mamori_catalogue::{Condition, ConditionSource};
use mamori_domain::{
    AtEnd, Authentication, Connection, ConnectionMedium, Encryption, Environment, Equipment, EquipmentKind,
    Form, Layer, MediumKind, Owner, RemovableMedia, Said, Service, StatedCondition, YesNo,
};
use std::collections::{BTreeMap, BTreeSet};

/// The state of every condition of the catalogue, in its order.
pub fn conditions(subject: &Subject<'_>) -> Vec<ConditionState> {
    let index = Index::of(subject.service);
    let names = names(subject.service);
    subject
        .catalogue
        .conditions()
        .iter()
        .map(|condition| state(subject, &index, &names, condition))
        .collect()
}

/// What the configuration says of a condition.
enum Shown {
    /// These things show that it holds: kind and id.
    By(Vec<(&'static str, String)>),
    /// Nothing shows it, and all that could is described.
    No,
    /// The facts that would show it are not described yet.
    Unknown,
}

type Definition = (&'static str, fn(&Index<'_>) -> Shown);

/// The conditions the configuration shows, by identifier.
const DEFINITIONS: &[Definition] = &[
    ("wireless_lan", |index| {
        let mut things = lines(index, |line| line.medium == ConnectionMedium::WirelessLan);
        things.extend(devices(index, |device| device.kind == EquipmentKind::AccessPoint));
        shown(things)
    }),
    ("vpn", |index| {
        use ConnectionMedium::{ClosedVpn, InternetVpn};
        shown(lines(index, |line| {
            line.vpn.is_some() || matches!(line.medium, ClosedVpn | InternetVpn)
        }))
    }),
    ("open_network_https", |index| {
        // An open line without encryption is the one that needs these items most.
        use Encryption::{IpsecIke, IpsecManual};
        let by_ipsec = |line: &Connection| matches!(line.encryption, Some(IpsecIke | IpsecManual));
        shown(lines(index, |line| is_open_internet(line) && !by_ipsec(line)))
    }),
    ("remote_maintenance", |index| {
        let premises = |id: &mamori_domain::Id<Equipment>| {
            index
                .equipment(id)
                .and_then(|device| index.premises(&device.site))
        };
        let maintains = |id: &mamori_domain::Id<Equipment>| {
            index
                .equipment(id)
                .is_some_and(|device| device.kind == EquipmentKind::MaintenanceTerminal)
        };
        let from_afar = |line: &Connection| {
            let mut ends = std::iter::once(&line.from).chain(&line.to);
            ends.any(maintains) && line.to.iter().any(|to| premises(to) != premises(&line.from))
        };
        shown(lines(index, |line| {
            yes(line.remote_maintenance) || from_afar(line)
        }))
    }),
    ("removable_media", |index| {
        let mut things = media(index, |medium| medium.kind != MediumKind::Paper);
        things.extend(devices(index, |device| {
            let takes = matches!(
                device.removable_media,
                Some(RemovableMedia::Open | RemovableMedia::Registered)
            );
            takes || device.kind == EquipmentKind::MediaDrive
        }));
        shown(things)
    }),
    ("external_data_centre", |index| {
        use EquipmentKind::{AccessPoint, LogServer, NetworkDevice, SecurityDevice, Server, Storage};
        let housed = |kind| {
            matches!(
                kind,
                Server | Storage | LogServer | NetworkDevice | SecurityDevice | AccessPoint
            )
        };
        shown(devices(index, |device| {
            housed(device.kind) && index.owner(&device.site) == Some(Owner::Supplier)
        }))
    }),
    ("other_provider_service", |index| {
        let procured = index
            .service
            .provisions
            .iter()
            .filter(|provision| provision.form == Form::Procured);
        let virtual_on = |provision: &mamori_domain::Provision| {
            let mut devices = index.service.equipment.iter();
            devices.any(|device| yes(device.virtual_machine) && device.provisions.contains(&provision.id))
        };
        let service = procured.filter(|one| one.layer != Layer::Infrastructure || virtual_on(one));
        shown(
            service
                .map(|provision| ("provision", provision.id.to_string()))
                .collect(),
        )
    }),
    ("virtualisation", |index| {
        let mut things = devices(index, |device| yes(device.virtual_machine));
        things.extend(lines(index, |line| line.medium == ConnectionMedium::Virtual));
        shown(things)
    }),
    ("iot", |index| {
        shown(devices(index, |device| device.kind == EquipmentKind::IotDevice))
    }),
    ("byod", |index| {
        shown(devices(index, |device| yes(device.personal)))
    }),
    ("mobile_takeout", |index| {
        shown(devices(index, |device| yes(device.portable)))
    }),
    ("password_auth", |index| {
        use Authentication::{MultiFactor, Password};
        authentication(index, |way| matches!(way, Password | MultiFactor))
    }),
    ("device_auth", |index| {
        use Authentication::{Certificate, MultiFactor};
        authentication(index, |way| matches!(way, Certificate | MultiFactor))
    }),
    ("encryption_keys", |index| {
        let encrypts = |line: &Connection| line.encryption.is_some_and(|way| way != Encryption::None);
        let mut things = lines(index, encrypts);
        things.extend(media(index, |medium| yes(medium.encrypted)));
        shown(things)
    }),
    ("data_disposal", |index| {
        let disposes = |at_end| matches!(at_end, Some(AtEnd::Dispose | AtEnd::Both));
        let mut things = devices(index, |device| disposes(device.at_end));
        things.extend(media(index, |medium| disposes(medium.at_end)));
        things.extend(lines(index, |line| disposes(line.at_end)));
        let undecided = |stores: &[_], at_end: Option<AtEnd>| !stores.is_empty() && at_end.is_none();
        let open = index
            .service
            .equipment
            .iter()
            .any(|one| undecided(&one.stores, one.at_end))
            || index
                .service
                .media
                .iter()
                .any(|one| undecided(&one.stores, one.at_end));
        if things.is_empty() && open {
            Shown::Unknown
        } else {
            shown(things)
        }
    }),
    ("software_development", |index| {
        shown(devices(index, |device| {
            matches!(
                device.environment,
                Some(Environment::Development | Environment::Test)
            )
        }))
    }),
    ("stored_in_institution", |index| {
        let medical = |id: &_| {
            let information = index.information(id);
            let class = information.and_then(|information| index.class(information.class.as_ref()?));
            class.is_some_and(|class| class.medical == YesNo::Yes)
        };
        let at_institution = |site: &_| index.owner(site) == Some(Owner::Institution);
        let mut things = devices(index, |one| {
            at_institution(&one.site) && one.stores.iter().any(medical)
        });
        things.extend(media(index, |one| {
            at_institution(&one.site) && one.stores.iter().any(medical)
        }));
        shown(things)
    }),
    // Declared, but the configuration can show it too.
    ("dispatch_workers", |index| {
        let dispatched = index.service.people.iter().filter(|person| yes(person.temporary));
        match dispatched
            .map(|person| ("person", person.id.to_string()))
            .collect::<Vec<_>>()
        {
            people if people.is_empty() => Shown::Unknown,
            people => Shown::By(people),
        }
    }),
];

fn shown(things: Vec<(&'static str, String)>) -> Shown {
    if things.is_empty() {
        Shown::No
    } else {
        Shown::By(things)
    }
}

fn devices(index: &Index<'_>, is: impl Fn(&Equipment) -> bool) -> Vec<(&'static str, String)> {
    let found = index.service.equipment.iter().filter(|device| is(device));
    found.map(|device| ("equipment", device.id.to_string())).collect()
}

fn lines(index: &Index<'_>, is: impl Fn(&Connection) -> bool) -> Vec<(&'static str, String)> {
    let found = index.service.connections.iter().filter(|line| is(line));
    found.map(|line| ("connection", line.id.to_string())).collect()
}

fn media(index: &Index<'_>, is: impl Fn(&mamori_domain::Medium) -> bool) -> Vec<(&'static str, String)> {
    let found = index.service.media.iter().filter(|medium| is(medium));
    found.map(|medium| ("medium", medium.id.to_string())).collect()
}

/// Ways of authentication in use; unknown where no device tells its way.
fn authentication(index: &Index<'_>, is: impl Fn(Authentication) -> bool) -> Shown {
    let ways = |device: &Equipment| [device.user_authentication, device.administrator_authentication];
    let things = devices(index, |device| ways(device).into_iter().flatten().any(&is));
    let told = index
        .service
        .equipment
        .iter()
        .any(|device| ways(device).into_iter().flatten().next().is_some());
    if told { shown(things) } else { Shown::Unknown }
}

fn state(
    subject: &Subject<'_>,
    index: &Index<'_>,
    names: &Names<'_>,
    condition: &Condition,
) -> ConditionState {
    let definition = DEFINITIONS.iter().find(|(id, _)| *id == condition.id.as_str());
    let shown = definition.map_or(Shown::Unknown, |(_, show)| show(index));
    let stated = subject
        .service
        .conditions
        .iter()
        .find(|one| one.condition.as_str() == condition.id.as_str());
    let said = stated.map(|stated| stated.holds.is_yes());
    // Before any equipment is described, its absence says nothing.
    let bare = subject.service.equipment.is_empty();
    let shown = if bare && matches!(shown, Shown::No) {
        Shown::Unknown
    } else {
        shown
    };
    let from_configuration = !matches!(shown, Shown::Unknown);
    let (holds, reason, shown_by) = match shown {
        Shown::By(things) => (Some(true), shown_reason(names, &things), things),
        Shown::No => (
            Some(false),
            Said::new(
                format!(
                    "「{}」に当たるものは、このサービスの構成にありません",
                    condition.title.ja
                ),
                format!(
                    "The configuration of this service shows nothing of \"{}\"",
                    condition.title.en
                ),
            ),
            Vec::new(),
        ),
        Shown::Unknown => (said, unshown_reason(condition, stated), Vec::new()),
    };
    let contradicted = stated.filter(|_| from_configuration && said != holds);
    ConditionState {
        id: condition.id.clone(),
        holds,
        stated: said.is_some(),
        from_configuration,
        reason: contradicted.map_or_else(|| reason.clone(), |stated| beside(&reason, stated)),
        shown_by,
    }
}

/// A reason with the statement that the configuration contradicts.
fn beside(reason: &Said, stated: &StatedCondition) -> Said {
    let (ja, en) = match stated.holds.is_yes() {
        true => ("当てはまる", "holds"),
        false => ("当てはまらない", "does not hold"),
    };
    let (why_ja, why_en) = match &stated.reason {
        Some(reason) => (format!("：{reason}"), format!(": {reason}")),
        None => (String::new(), String::new()),
    };
    Said::new(
        format!("{}（申告では「{ja}」{why_ja}）", reason.ja),
        format!("{} (declared: {en}{why_en})", reason.en),
    )
}

/// What things are called, by their kind and id: a reason is read in documents.
type Names<'a> = BTreeMap<(&'static str, &'a str), &'a str>;

fn names(service: &Service) -> Names<'_> {
    let equipment = service
        .equipment
        .iter()
        .map(|one| ("equipment", one.id.as_str(), &*one.name));
    let media = service
        .media
        .iter()
        .map(|one| ("medium", one.id.as_str(), &*one.name));
    let connections = service
        .connections
        .iter()
        .map(|one| ("connection", one.id.as_str(), &*one.name));
    let provisions = service
        .provisions
        .iter()
        .map(|one| ("provision", one.id.as_str(), &*one.component));
    let people = service
        .people
        .iter()
        .map(|one| ("person", one.id.as_str(), &*one.name));
    let all = equipment
        .chain(media)
        .chain(connections)
        .chain(provisions)
        .chain(people);
    all.map(|(kind, id, name)| ((kind, id), name)).collect()
}

fn shown_reason(names: &Names<'_>, things: &[(&'static str, String)]) -> Said {
    // Several things may have the same name, such as the wired LAN of each place.
    let (mut first, mut all) = (Vec::new(), BTreeSet::new());
    for (kind, id) in things {
        let name = names.get(&(*kind, id.as_str())).copied().unwrap_or(id.as_str());
        if all.insert(name) && first.len() < 3 {
            first.push(name);
        }
    }
    let more = all.len() - first.len();
    if more == 0 {
        Said::new(
            format!("構成から分かります：{}", first.join("、")),
            format!("Shown by the configuration: {}", first.join(", ")),
        )
    } else {
        Said::new(
            format!("構成から分かります：{}、ほか{more}件", first.join("、")),
            format!("Shown by the configuration: {} and {more} more", first.join(", ")),
        )
    }
}

fn unshown_reason(condition: &Condition, stated: Option<&StatedCondition>) -> Said {
    match (stated, condition.source) {
        (Some(stated), _) => match &stated.reason {
            Some(reason) => Said::new(&**reason, &**reason),
            None => Said::new("申告のとおりです", "As declared"),
        },
        (None, ConditionSource::Declared) => Said::new("まだ申告されていません", "Not declared yet"),
        (None, ConditionSource::Derived) => Said::new(
            "分かるための欄がまだ空です",
            "The fields that would show it are still empty",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_catalogue::Catalogue;

    #[test]
    fn every_condition_is_defined_once_or_declared() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let defined: BTreeSet<&str> = DEFINITIONS.iter().map(|(id, _)| *id).collect();
        assert_eq!(defined.len(), DEFINITIONS.len(), "a condition is defined twice");
        for condition in catalogue.conditions() {
            let shown = condition.source == ConditionSource::Derived;
            assert!(
                !shown || defined.contains(condition.id.as_str()),
                "{} has no definition",
                condition.id
            );
        }
        for id in defined {
            assert!(
                catalogue.conditions().contains(id),
                "{id} is no condition of the catalogue"
            );
        }
        assert_eq!(catalogue.conditions().len(), 22);
    }
}
