//! Conditions: what the configuration shows, what people declare, and what happens when they differ.

use super::{catalogue, guideline_example, service, subject};
use mamori_domain::FieldValue;
use mamori_domain::{
    AtEnd, ConditionRef, Connection, ConnectionMedium, Equipment, EquipmentKind, Form, Id, Layer, Owner,
    Provision, Service, StatedCondition, Text, VpnKind, Workspace, YesNo,
};
use mamori_rules::conditions::conditions;
use mamori_rules::derive::ConditionState;

fn state(workspace: &Workspace, id: &str) -> ConditionState {
    let states = conditions(&subject(workspace));
    assert_eq!(states.len(), catalogue().conditions().len());
    states
        .into_iter()
        .find(|state| state.id.as_str() == id)
        .expect("a condition of the catalogue")
}

fn holds(id: &str, change: impl Fn(&mut Service)) -> Option<bool> {
    let mut workspace = guideline_example();
    change(service(&mut workspace));
    state(&workspace, id).holds
}

fn stated(id: &str, holds: YesNo) -> StatedCondition {
    let reason = Text::read("そう聞いている").ok();
    StatedCondition {
        condition: ConditionRef(id.into()),
        holds,
        reason,
    }
}

fn server(service: &mut Service) -> &mut Equipment {
    service
        .equipment
        .iter_mut()
        .find(|one| one.id.as_str() == "chart-server")
        .expect("the server")
}

fn without_lines(service: &mut Service, is: impl Fn(&Connection) -> bool) {
    service.connections.retain(|line| !is(line));
}

#[test]
fn the_configuration_of_the_worked_example_shows_its_conditions() {
    let workspace = guideline_example();
    let shown: Vec<String> = conditions(&subject(&workspace))
        .into_iter()
        .filter(|state| state.holds == Some(true))
        .map(|state| state.id.to_string())
        .collect();
    let wanted = [
        "wireless_lan",
        "vpn",
        "remote_maintenance",
        "removable_media",
        "password_auth",
        "device_auth",
        "encryption_keys",
        "data_disposal",
        "software_development",
    ];
    assert_eq!(shown, wanted);
}

#[test]
fn each_condition_follows_its_fact() {
    assert_eq!(
        holds("wireless_lan", |service| {
            without_lines(service, |line| line.medium == ConnectionMedium::WirelessLan);
            service
                .equipment
                .retain(|device| device.kind != EquipmentKind::AccessPoint);
        }),
        Some(false)
    );
    assert_eq!(
        holds("vpn", |service| without_lines(service, |line| line
            .id
            .as_str()
            .ends_with("vpn"))),
        Some(false)
    );
    let web = |vpn: Option<VpnKind>| {
        move |service: &mut Service| {
            service.connections[0].medium = ConnectionMedium::Internet;
            service.connections[0].vpn = vpn;
        }
    };
    assert_eq!(holds("open_network_https", web(None)), Some(true));
    assert_eq!(
        holds("open_network_https", web(Some(VpnKind::Ipsec))),
        Some(false)
    );
    assert_eq!(
        holds("remote_maintenance", |service| {
            service
                .connections
                .iter_mut()
                .for_each(|line| line.remote_maintenance = None);
        }),
        Some(false)
    );
    assert_eq!(
        holds("removable_media", |service| {
            service.media.clear();
            service
                .equipment
                .retain(|device| device.kind != EquipmentKind::MediaDrive);
            service
                .equipment
                .iter_mut()
                .for_each(|device| device.removable_media = None);
        }),
        Some(false)
    );
    assert_eq!(
        holds("external_data_centre", |service| {
            let site = service
                .sites
                .iter_mut()
                .find(|site| site.id.as_str() == "data-centre");
            site.expect("the site").owner = Some(Owner::Supplier);
        }),
        Some(true)
    );
    assert_eq!(
        holds("virtualisation", |service| server(service).virtual_machine =
            Some(YesNo::Yes)),
        Some(true)
    );
    assert_eq!(
        holds("iot", |service| server(service).kind = EquipmentKind::IotDevice),
        Some(true)
    );
    assert_eq!(
        holds("byod", |service| server(service).personal = Some(YesNo::Yes)),
        Some(true)
    );
    assert_eq!(
        holds("mobile_takeout", |service| server(service).portable =
            Some(YesNo::Yes)),
        Some(true)
    );
    assert_eq!(
        holds("encryption_keys", |service| {
            service.media.clear();
            service
                .connections
                .iter_mut()
                .for_each(|line| line.encryption = None);
        }),
        Some(false)
    );
    assert_eq!(
        holds("software_development", |service| {
            service
                .equipment
                .iter_mut()
                .for_each(|device| device.environment = None);
        }),
        Some(false)
    );
    assert_eq!(
        holds("stored_in_institution", |service| {
            let site = Id::parse("clinic").expect("an id");
            server(service).site = site;
        }),
        Some(true)
    );
}

#[test]
fn a_procured_platform_is_another_providers_service_and_a_procured_line_is_not() {
    let provision = |layer| {
        move |service: &mut Service| {
            service.provisions = vec![Provision {
                id: Id::parse("bought").expect("an id"),
                layer,
                form: Form::Procured,
                component: Text::read("部品").expect("a text"),
                supplier: None,
                recipient: None,
            }];
        }
    };
    assert_eq!(
        holds("other_provider_service", provision(Layer::Platform)),
        Some(true)
    );
    assert_eq!(
        holds("other_provider_service", provision(Layer::Infrastructure)),
        Some(false)
    );
    assert_eq!(
        holds("other_provider_service", |service| {
            provision(Layer::Infrastructure)(service);
            server(service).virtual_machine = Some(YesNo::Yes);
            server(service).provisions = vec![Id::parse("bought").expect("an id")];
        }),
        Some(true)
    );
}

#[test]
fn what_is_not_described_is_unknown_and_may_be_stated() {
    let undecided = |service: &mut Service| {
        service
            .equipment
            .iter_mut()
            .for_each(|device| device.at_end = None);
        service.media.iter_mut().for_each(|medium| medium.at_end = None);
        service.connections.iter_mut().for_each(|line| line.at_end = None);
    };
    assert_eq!(holds("data_disposal", undecided), None);
    let stated_too = |service: &mut Service| {
        undecided(service);
        service.conditions = vec![stated("data_disposal", YesNo::Yes)];
    };
    assert_eq!(holds("data_disposal", stated_too), Some(true));
    let returned = |service: &mut Service| {
        undecided(service);
        service
            .equipment
            .iter_mut()
            .for_each(|device| device.at_end = Some(AtEnd::HandOver));
        service
            .media
            .iter_mut()
            .for_each(|medium| medium.at_end = Some(AtEnd::HandOver));
    };
    assert_eq!(holds("data_disposal", returned), Some(false));
    let silent = |service: &mut Service| {
        for device in &mut service.equipment {
            device.user_authentication = None;
            device.administrator_authentication = None;
        }
    };
    assert_eq!(holds("password_auth", silent), None);
    assert_eq!(
        holds("wireless_lan", |service| *service = Service::default()),
        None
    );
}

#[test]
fn the_configuration_wins_over_a_statement_and_the_statement_is_kept() {
    let mut workspace = guideline_example();
    service(&mut workspace).conditions = vec![stated("wireless_lan", YesNo::No)];
    let state = state(&workspace, "wireless_lan");
    assert_eq!((state.holds, state.stated), (Some(true), true));
    assert!(state.from_configuration && state.reason.ja.contains("申告では「当てはまらない」"));
    assert!(state.reason.en.contains("declared: does not hold"));
    assert!(
        state
            .shown_by
            .contains(&("connection", "clinic-wireless".to_owned()))
    );
}

#[test]
fn declared_conditions_hold_as_declared() {
    assert_eq!(holds("e_signature", |_| {}), None);
    for (said, holds_so) in [(YesNo::Yes, true), (YesNo::No, false)] {
        let declare = |service: &mut Service| service.conditions = vec![stated("e_signature", said)];
        assert_eq!(holds("e_signature", declare), Some(holds_so));
    }
    // Agency workers in the model speak louder than the declaration that there are none.
    let agency = |service: &mut Service| {
        service.conditions = vec![stated("dispatch_workers", YesNo::No)];
        service.people[0].temporary = Some(YesNo::Yes);
    };
    assert_eq!(holds("dispatch_workers", agency), Some(true));
}
