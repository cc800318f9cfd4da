//! A generated service of many devices: what a large provider would describe.

use mamori_catalogue::Catalogue;
use mamori_domain::{
    Admission, Answer, AnswerStatus, AtEnd, Authentication, Connection, ConnectionMedium, Country,
    Encryption, Environment, Equipment, EquipmentKind, FieldValue, Frequency, Id, Information,
    InformationClass, ItemRef, Layer, Owner, Person, RemovableMedia, Service, Side, Site, Step, Text, Volume,
    Workspace, YesNo,
};

const SITES: usize = 40;
const PEOPLE: usize = 60;

/// Links of each device.
const LINKS: usize = 3;

/// A workspace with one service of `devices` devices, three in ten of them servers, each with three
/// links; and with an answer to every measure, which covers its control items. The same number gives
/// the same workspace.
pub fn workspace(catalogue: &Catalogue, devices: usize) -> Workspace {
    let mut workspace = Workspace::default();
    let measures = catalogue.measures().iter();
    workspace.organisation.answers = measures.map(|measure| answer(measure.id.as_str())).collect();
    let mut service = Service::default();
    service.profile.name = Some(text("性能試験サービス"));
    service.classes = classes();
    service.information = information();
    service.sites = (0..SITES).map(site).collect();
    service.equipment = (0..devices).map(equipment).collect();
    service.people = (0..PEOPLE).map(|at| person(at, devices)).collect();
    service.connections = (0..devices).map(|at| connection(at, devices)).collect();
    workspace.services.push((id("large"), service));
    workspace
}

fn id<K>(text: &str) -> Id<K> {
    Id::parse(text).expect("a generated id has the form of an id")
}

fn text(words: &str) -> Text {
    Text::read(words).expect("a generated text is plain")
}

fn classes() -> Vec<InformationClass> {
    let class = |name: &str, words: &str, impact, medical| InformationClass {
        id: id(name),
        name: text(words),
        impact: Step(impact),
        medical,
    };
    vec![
        class("personal", "患者個人情報", 5, YesNo::Yes),
        class("carried", "アプリケーション提供に係る情報", 5, YesNo::Yes),
        class("settings", "設定情報", 3, YesNo::No),
    ]
}

fn information() -> Vec<Information> {
    let row = |name: &str, words: &str, class: &str, layers: &[Layer], carried: Option<&str>| Information {
        id: id(name),
        name: text(words),
        class: Some(id(class)),
        layers: layers.to_vec(),
        carried_as: carried.map(id),
        volume: Some(Volume::Medium),
        frequency: Some(Frequency::Regular),
        retention: None,
        access_log: None,
        institution_class: None,
    };
    let below = [Layer::Platform, Layer::Infrastructure];
    vec![
        row(
            "patient",
            "患者情報",
            "personal",
            &[Layer::Application],
            Some("carried"),
        ),
        row(
            "orders",
            "オーダ",
            "personal",
            &[Layer::Application],
            Some("carried"),
        ),
        row(
            "carried",
            "アプリケーション提供に係る情報",
            "carried",
            &below,
            None,
        ),
        row("system-log", "OSのログ", "settings", &[Layer::Platform], None),
        row(
            "device-settings",
            "機器の設定情報",
            "settings",
            &[Layer::Infrastructure],
            None,
        ),
    ]
}

fn site(at: usize) -> Site {
    Site {
        id: id(&format!("site-{at}")),
        name: text(&format!("拠点{at}")),
        within: None,
        owner: Some(Owner::Provider),
        supplier: None,
        diagram_column: None,
        diagram_row: None,
        country: Some(Country::read("JP").expect("JP is a country")),
    }
}

fn is_server(at: usize) -> bool {
    at % 10 < 3
}

fn equipment(at: usize) -> Equipment {
    let server = is_server(at);
    let names = |ids: &[&str]| ids.iter().map(|name| id(name)).collect();
    Equipment {
        id: id(&format!("device-{at}")),
        name: text(&format!("機器{at}")),
        kind: if server {
            EquipmentKind::Server
        } else {
            EquipmentKind::Terminal
        },
        site: id(&format!("site-{}", at % SITES)),
        environment: Some(Environment::Production),
        virtual_machine: None,
        count: None,
        provisions: Vec::new(),
        supplier: None,
        handles: if server {
            Vec::new()
        } else {
            names(&["patient", "orders"])
        },
        stores: if server {
            names(&["patient", "orders", "system-log"])
        } else {
            Vec::new()
        },
        at_end: Some(AtEnd::Dispose),
        user_authentication: Some(Authentication::Password),
        administrator_authentication: Some(Authentication::MultiFactor),
        removable_media: Some(RemovableMedia::Blocked),
        portable: None,
        personal: None,
        log_retention: None,
        software: None,
        support_until: None,
        outside_flows: None,
        diagram_column: None,
        diagram_row: None,
    }
}

fn person(at: usize, devices: usize) -> Person {
    let uses = (0..devices).filter(|device| !is_server(*device) && device % PEOPLE == at);
    Person {
        id: id(&format!("role-{at}")),
        name: text(&format!("担当{at}")),
        side: Side::Institution,
        supplier: None,
        uses: uses.map(|device| id(&format!("device-{device}"))).collect(),
        keeps: Vec::new(),
        administrator: None,
        temporary: None,
        trained_every: None,
        outside_flows: None,
    }
}

fn connection(at: usize, devices: usize) -> Connection {
    let device = |number: usize| id(&format!("device-{}", number % devices));
    Connection {
        id: id(&format!("line-{at}")),
        name: text(&format!("回線{at}")),
        from: device(at),
        to: (1..=LINKS).map(|step| device(at + step * step)).collect(),
        medium: if at.is_multiple_of(5) {
            ConnectionMedium::InternetVpn
        } else {
            ConnectionMedium::WiredLan
        },
        encryption: Some(Encryption::Tls13),
        vpn: None,
        admission: Some(Admission::Registered),
        remote_maintenance: None,
        carrier: None,
        carries: vec![id("patient")],
        at_end: None,
        outside_flows: None,
    }
}

fn answer(measure: &str) -> Answer {
    Answer {
        item: ItemRef(measure.into()),
        status: AnswerStatus::Implemented,
        text: Some(
            FieldValue::read("手順書に定め、年に一度見直しています").expect("a generated text is plain"),
        ),
        fact: None,
        evidence: Vec::new(),
        due: None,
        officer: None,
        checked: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_device_has_three_links_and_every_measure_an_answer() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let workspace = workspace(&catalogue, 1_000);
        let service = &workspace.services[0].1;
        let from: BTreeSet<&str> = service
            .connections
            .iter()
            .map(|line| line.from.as_str())
            .collect();
        assert_eq!(from.len(), 1_000);
        assert!(service.connections.iter().all(|line| line.to.len() == 3));
        assert_eq!(
            workspace.organisation.answers.len(),
            catalogue.measures().as_slice().len()
        );
    }
}
