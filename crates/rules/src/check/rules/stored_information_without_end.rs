//! Equipment or a medium keeps information, and nothing is said of contract end (GL 3.2.2).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{AtEnd, Equipment, Id, Information, Medium, Said, Words};
use std::collections::BTreeMap;

/// Asked of everything in which information stays.
pub const RULE: Rule = Rule {
    code: "stored-information-without-end",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new(
        "契約終了時の扱いが決まっていない",
        "What happens at contract end is not settled",
    ),
    why: Words::new(
        "機器や媒体に残った情報は、契約が終わったあとの漏えいの元になります。",
        "Information left in equipment and media is a source of leaks after the contract.",
    ),
    help: Words::new(
        "機器（equipment.csv）・媒体（media.csv）の at_end に、廃棄・返却移管のどれにするかを書いてください",
        "Write into at_end of equipment.csv or media.csv whether it is disposed of or handed over",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let names: BTreeMap<_, _> = service
        .information
        .iter()
        .map(|row| (&row.id, &*row.name))
        .collect();
    for row in &service.equipment {
        let about = About::service::<Equipment>(subject, &row.id).field("at_end");
        unsettled(about, &row.name, &row.stores, row.at_end, &names, findings);
    }
    for row in &service.media {
        let about = About::service::<Medium>(subject, &row.id).field("at_end");
        unsettled(about, &row.name, &row.stores, row.at_end, &names, findings);
    }
}

fn unsettled(
    about: About,
    place: &str,
    stores: &[Id<Information>],
    at_end: Option<AtEnd>,
    names: &BTreeMap<&Id<Information>, &str>,
    findings: &mut Findings,
) {
    if stores.is_empty() || at_end.is_some() {
        return;
    }
    let stored = listed(
        &stores
            .iter()
            .map(|id| names.get(id).copied().unwrap_or(id.as_str()))
            .collect::<Vec<_>>(),
    );
    findings.add(
        about,
        Said::new(
            format!(
                "「{place}」に残る{}を、契約終了時にどうするか決まっていません",
                stored.ja
            ),
            format!(
                "What happens to {} left in \"{place}\" at contract end is not settled",
                stored.en
            ),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn equipment_and_media_that_keep_information_say_what_becomes_of_it() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let equipment = service
            .equipment
            .iter_mut()
            .find(|row| !row.stores.is_empty())
            .unwrap();
        equipment.at_end = None;
        let equipment = equipment.id.to_string();
        let medium = service
            .media
            .iter_mut()
            .find(|row| !row.stores.is_empty())
            .unwrap();
        medium.at_end = None;
        let medium = medium.id.to_string();
        assert_eq!(
            case.found(),
            [("error", "equipment", &*equipment), ("error", "medium", &*medium)]
        );
        case.service()
            .equipment
            .iter_mut()
            .for_each(|row| row.stores.clear());
        assert_eq!(case.found(), [("error", "medium", &*medium)]);
    }
}
