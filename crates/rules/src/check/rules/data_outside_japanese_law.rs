//! Medical information is stored outside Japan (GL 6.1).

use crate::assessment::Assessment;
use crate::check::medical::Medical;
use crate::check::places::Places;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Country, Equipment, Medium, Said, Words};

/// The country is that of the site or of the nearest one around it; where none is written, site-without-country speaks.
pub const RULE: Rule = Rule {
    code: "data-outside-japanese-law",
    mark: Mark::Must,
    guideline: "GL 6.1",
    title: Words::new("医療情報が国外にある", "Medical information is kept abroad"),
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
    let told = |name: &str, country: &Country| {
        Said::new(
            format!(
                "医療情報を保存する「{name}」が国外（{}）にあります。日本の法律が及ぶ場所に置いてください",
                country.as_str()
            ),
            format!(
                "\"{name}\", which stores medical information, is abroad ({}); keep it where Japanese law reaches",
                country.as_str()
            ),
        )
    };
    for row in service.equipment.iter().filter(|row| medical.any(&row.stores)) {
        if let Some(country) = abroad(&row.site) {
            findings.add(
                About::service::<Equipment>(subject, &row.id).field("site"),
                told(&row.name, country),
            );
        }
    }
    for row in service.media.iter().filter(|row| medical.any(&row.stores)) {
        if let Some(country) = abroad(&row.site) {
            findings.add(
                About::service::<Medium>(subject, &row.id).field("site"),
                told(&row.name, country),
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
        let (device, medium) = (device.id.to_string(), medium.id.to_string());
        for site in &mut service.sites {
            site.country = Some(Country::read("US").unwrap());
        }
        assert_eq!(case.found(), [("error", "medium", medium.as_str())]);
        case.service().equipment[0].stores = vec![information];
        assert_eq!(
            case.found(),
            [
                ("error", "equipment", device.as_str()),
                ("error", "medium", medium.as_str())
            ]
        );
    }
}
