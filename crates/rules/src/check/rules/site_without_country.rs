//! A place of unknown country (GL 6.1).

use crate::assessment::Assessment;
use crate::check::places::Places;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Site, Words};

/// Told of the outermost place only: rooms take over the country of their building.
pub const RULE: Rule = Rule {
    code: "site-without-country",
    mark: Mark::Must,
    guideline: "GL 6.1",
    title: Words::new("場所の国が書かれていない", "The country of a place is not given"),
    why: Words::new(
        "医療情報は、日本の法律が及ぶ場所で扱います。どの国にあるかは、場所ごとに決まります。",
        "Medical information is kept where Japanese law reaches; that is decided by where each place lies.",
    ),
    help: Words::new(
        "場所（sites.csv）の country に国を書いてください（日本なら JP）。建物に書けば、中の部屋にも及びます",
        "Write the country into country of sites.csv (JP for Japan); what is written for a building holds for its rooms",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let places = Places::of(subject.service);
    for site in &subject.service.sites {
        let outermost =
            site.within.is_none() || places.outwards(&site.id).all(|around| around.within.is_some());
        if outermost && places.country(&site.id).is_none() {
            findings.add(
                About::service::<Site>(subject, &site.id).field("country"),
                Said::new(
                    format!("場所「{}」がどの国にあるか書かれていません", site.name),
                    format!("The country of place \"{}\" is not given", site.name),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_building_without_country_is_found_once_for_all_its_rooms() {
        let mut case = Case::clean(&RULE);
        let sites = &mut case.service().sites;
        let room = sites.iter().find(|site| site.within.is_some()).unwrap();
        assert!(room.country.is_none());
        let building = room.within.clone().unwrap();
        sites.iter_mut().find(|site| site.id == building).unwrap().country = None;
        assert_eq!(case.found(), [("error", "site", building.as_str())]);
    }

    #[test]
    fn places_that_lie_in_one_another_do_not_hang_the_check() {
        let mut case = Case::clean(&RULE);
        let sites = &mut case.service().sites;
        sites.truncate(2);
        let [first, second] = &mut sites[..] else {
            panic!("two sites")
        };
        (first.country, second.country) = (None, None);
        (first.within, second.within) = (Some(second.id.clone()), Some(first.id.clone()));
        assert_eq!(case.found().len(), 2);
    }
}
