//! Impact and likelihood move by facts, and the facts are told with the figure.

use super::{derived, guideline_example, service};
use mamori_domain::{
    Admission, Authentication, Connection, ConnectionMedium, Encryption, Equipment, Frequency,
    RemovableMedia, Service, Volume, VpnKind, Workspace, YesNo,
};
use mamori_rules::derive::Judged;

const VIEW: &str = "operation/app/view/reception/billing-terminal/patient-info";
const LAN: &str = "operation/infra/transfer/clinic/clinic-wireless/application-data/T2/eavesdropping";

fn terminal(service: &mut Service) -> &mut Equipment {
    service
        .equipment
        .iter_mut()
        .find(|one| one.id.as_str() == "billing-terminal")
        .expect("the terminal")
}

fn wireless(service: &mut Service) -> &mut Connection {
    service
        .connections
        .iter_mut()
        .find(|one| one.id.as_str() == "clinic-wireless")
        .expect("the line")
}

/// Likelihood of a risk after a change, and the facts behind it.
fn likelihood(risk: &str, change: impl Fn(&mut Service)) -> (u8, Vec<String>) {
    judged(risk, change, |risk| risk.likelihood.clone())
}

fn judged(
    risk: &str,
    change: impl Fn(&mut Service),
    of: impl Fn(&mamori_rules::derive::Risk) -> Judged,
) -> (u8, Vec<String>) {
    let mut workspace: Workspace = guideline_example();
    change(service(&mut workspace));
    let derived = derived(&workspace);
    let found = derived
        .risks
        .iter()
        .find(|one| *one.id == *risk)
        .unwrap_or_else(|| panic!("no risk {risk}"));
    let judged = of(found);
    (
        judged.value,
        judged
            .facts
            .iter()
            .map(|(id, effect)| format!("{effect:+} {id}"))
            .collect(),
    )
}

fn expect(found: (u8, Vec<String>), value: u8, facts: &[&str]) {
    assert_eq!(
        (found.0, found.1.iter().map(String::as_str).collect::<Vec<_>>()),
        (value, facts.to_vec())
    );
}

#[test]
fn authentication_moves_improper_viewing() {
    let risk = format!("{VIEW}/T1/improper-view");
    expect(likelihood(&risk, |_| {}), 3, &[]);
    let set = |way| move |service: &mut Service| terminal(service).user_authentication = Some(way);
    expect(
        likelihood(&risk, set(Authentication::None)),
        4,
        &["+1 no-user-authentication"],
    );
    expect(
        likelihood(&risk, set(Authentication::MultiFactor)),
        2,
        &["-1 user-multi-factor"],
    );
}

#[test]
fn a_device_open_to_the_internet_is_likelier_attacked() {
    let open = |service: &mut Service| {
        let mut line = wireless(service).clone();
        line.id = mamori_domain::Id::parse("web").expect("an id");
        line.medium = ConnectionMedium::Internet;
        line.to = vec![terminal(service).id.clone()];
        service.connections.push(line);
    };
    expect(
        likelihood(&format!("{VIEW}/T7/application-flaw"), open),
        4,
        &["+1 reachable-from-internet"],
    );
    let guarded = |service: &mut Service| {
        open(service);
        service.connections.last_mut().expect("the line").vpn = Some(VpnKind::Ipsec);
    };
    expect(
        likelihood(&format!("{VIEW}/T7/application-flaw"), guarded),
        3,
        &[],
    );
}

#[test]
fn wireless_is_moved_by_encryption_and_admission() {
    let set = |encryption, admission| {
        move |service: &mut Service| {
            wireless(service).encryption = Some(encryption);
            wireless(service).admission = Some(admission);
        }
    };
    let strong = set(Encryption::Wpa, Admission::CertificateMac);
    expect(
        likelihood(LAN, strong),
        1,
        &["-1 certificate-admission", "-1 open-line-encrypted"],
    );
    let weak = set(Encryption::WpaOld, Admission::Mac);
    expect(
        likelihood(LAN, weak),
        5,
        &["+1 weak-admission", "+1 outdated-encryption"],
    );
    let bare = set(Encryption::None, Admission::Mac);
    expect(
        likelihood(LAN, bare),
        5,
        &["+1 weak-admission", "+1 open-line-unencrypted"],
    );
}

#[test]
fn support_media_and_ownership_raise_likelihood() {
    let risk = "operation/platform/process/reception/billing-terminal/application-data/T3/malware-on-device";
    let old = |day| move |service: &mut Service| terminal(service).support_until = Some(day);
    let day = mamori_domain::Date::constant;
    expect(likelihood(risk, old(day(2026, 3, 31))), 4, &["+1 out-of-support"]);
    expect(likelihood(risk, old(day(2026, 4, 1))), 3, &[]);
    let open = |service: &mut Service| terminal(service).removable_media = Some(RemovableMedia::Open);
    expect(likelihood(risk, open), 4, &["+1 any-medium-accepted"]);
    let private = |service: &mut Service| {
        open(service);
        terminal(service).personal = Some(YesNo::Yes);
        terminal(service).support_until = Some(day(2020, 1, 1));
    };
    let facts = [
        "+1 any-medium-accepted",
        "+1 personally-owned",
        "+1 out-of-support",
    ];
    expect(likelihood(risk, private), 5, &facts);
}

#[test]
fn only_a_portable_device_is_lost_outside() {
    let lost = |workspace: &Workspace| {
        derived(workspace)
            .risks
            .iter()
            .filter(|risk| &*risk.scenario == "lost-outside")
            .count()
    };
    let mut workspace = guideline_example();
    assert_eq!(lost(&workspace), 0);
    terminal(service(&mut workspace)).portable = Some(YesNo::Yes);
    assert!(lost(&workspace) > 0);
}

#[test]
fn impact_follows_class_volume_and_frequency() {
    let handled = |volume, frequency| {
        move |service: &mut Service| {
            let settings = service
                .information
                .iter_mut()
                .find(|one| one.id.as_str() == "os-logs")
                .expect("the logs");
            settings.volume = Some(volume);
            settings.frequency = Some(frequency);
        }
    };
    let risk = "operation/platform/store/data-centre/log-server/os-logs/T5/traces-erased";
    let impact = |volume, frequency| judged(risk, handled(volume, frequency), |risk| risk.impact.clone());
    expect(impact(Volume::Medium, Frequency::Regular), 3, &[]);
    expect(
        impact(Volume::Large, Frequency::Constant),
        4,
        &["+1 large-and-constant"],
    );
    expect(impact(Volume::Small, Frequency::Rare), 2, &["-1 small-and-rare"]);
    let top = judged(
        &format!("{VIEW}/T1/improper-view"),
        |service| {
            let information = service
                .information
                .iter_mut()
                .find(|one| one.id.as_str() == "patient-info");
            information.expect("the information").volume = Some(Volume::Large);
        },
        |risk| risk.impact.clone(),
    );
    expect(top, 5, &["+1 large-and-constant"]);
}
