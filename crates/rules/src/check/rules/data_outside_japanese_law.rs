//! Medical information or equipment of the system is outside Japan (GL 6.1).

use crate::assessment::Assessment;
use crate::check::medical::Medical;
use crate::check::places::Places;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Country, Equipment, EquipmentKind, Medium, Said, Words};

/// The section asks it of the information and of the system alike, so equipment of the service counts
/// whatever it stores. A medium, and a system of another company, which is no part of the service,
/// count when they store medical information. The country is that of the site or of the nearest one around it; where none is written, site-without-country speaks.
pub const RULE: Rule = Rule {
    code: "data-outside-japanese-law",
    mark: Mark::Must,
    guideline: "GL 6.1",
    title: Words::new(
        "医療情報か、扱う機器が国外にある",
        "Medical information or equipment is abroad",
    ),
    why: Words::new(
        "国外の機器や媒体には、日本の行政の検査や裁判の手続が及ばないことがあります。",
        "Inspections and court procedures of Japan may not reach equipment and media abroad.",
    ),
    help: Words::new(
        "機器や媒体を国内に移し、equipment.csv・media.csv の site を改めてください。場所の国が違っているときは sites.csv の country を直します",
        "Move the equipment or medium to Japan and change site in equipment.csv or media.csv; where the country is wrong, mend country in sites.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let (places, medical) = (Places::of(service), Medical::of(subject));
    let abroad = |site| places.country(site).filter(|country| !country.is_japan());
    let told = |name: &str, stores: bool, country: &Country| {
        let (ja, en) = match stores {
            true => ("医療情報を保存する", ", which stores medical information,"),
            false => ("", ""),
        };
        let country = country.as_str();
        Said::new(
            format!("{ja}「{name}」が国外（{country}）にあります。日本の法律が及ぶ場所に置いてください"),
            format!("\"{name}\"{en} is abroad ({country}); keep it where Japanese law reaches"),
        )
    };
    let own = |row: &Equipment| row.kind != EquipmentKind::OtherSystem;
    let concerned = |row: &&Equipment| own(row) || medical.any(&row.stores);
    for row in service.equipment.iter().filter(concerned) {
        if let Some(country) = abroad(&row.site) {
            findings.add(
                About::service::<Equipment>(subject, &row.id).field("site"),
                told(&row.name, medical.any(&row.stores), country),
            );
        }
    }
    for row in service.media.iter().filter(|row| medical.any(&row.stores)) {
        if let Some(country) = abroad(&row.site) {
            findings.add(
                About::service::<Medium>(subject, &row.id).field("site"),
                told(&row.name, true, country),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::FieldValue;

    #[test]
    fn what_stores_medical_information_stands_in_japan() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let class = service
            .classes
            .iter()
            .find(|row| row.medical.is_yes())
            .unwrap()
            .id
            .clone();
        let information = service
            .information
            .iter()
            .find(|row| row.class.as_ref() == Some(&class));
        let information = information.unwrap().id.clone();
        service.equipment.truncate(1);
        service.media.truncate(1);
        let (device, medium) = (&mut service.equipment[0], &mut service.media[0]);
        (device.stores, medium.stores) = (Vec::new(), vec![information.clone()]);
        device.handles = Vec::new();
        device.kind = EquipmentKind::Server;
        let (device, medium) = (device.id.to_string(), medium.id.to_string());
        for site in &mut service.sites {
            site.country = Some(Country::read("US").unwrap());
        }
        let both = [
            ("error", "equipment", device.as_str()),
            ("error", "medium", medium.as_str()),
        ];
        assert_eq!(case.found(), both);
        assert_eq!(case.told().matches("医療情報を保存する").count(), 1);
        case.service().equipment[0].stores = vec![information];
        assert_eq!(case.found(), both);
        assert_eq!(case.told().matches("医療情報を保存する").count(), 2);
        let device = &mut case.service().equipment[0];
        device.kind = EquipmentKind::OtherSystem;
        assert_eq!(case.found(), both, "another company's system that stores it");
        let device = &mut case.service().equipment[0];
        device.handles = std::mem::take(&mut device.stores);
        assert_eq!(
            case.found(),
            both[1..],
            "another company's system that stores none"
        );
        case.service().equipment[0].kind = EquipmentKind::Server;
        case.service().media[0].stores.clear();
        assert_eq!(case.found(), both[..1]);
    }
}
