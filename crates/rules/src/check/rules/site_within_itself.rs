//! A site lies within itself, directly or over others (GL 5.2.1 (1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Id, Said, Site, Words};
use std::collections::BTreeMap;

/// Sites nest like rooms in buildings; a ring has no outermost place, so nobody can say in which
/// country or under whose care it lies.
pub const RULE: Rule = Rule {
    code: "site-within-itself",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new("場所が自分自身の中にある", "A site lies within itself"),
    why: Words::new(
        "部屋と建物の関係が輪になっていると、どこの国の、だれの場所なのかが決まりません。",
        "If rooms and buildings form a ring, nobody can say in which country and under whose care they lie.",
    ),
    help: Words::new(
        "sites.csv の within を、外側の場所へ順にたどれるように直してください",
        "Mend within in sites.csv so that it leads outwards, from place to place, to an end",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let sites = &subject.service.sites;
    let around: BTreeMap<&Id<Site>, &Id<Site>> = sites
        .iter()
        .filter_map(|site| Some((&site.id, site.within.as_ref()?)))
        .collect();
    for site in sites {
        // A way outwards that is longer than there are sites goes round in a ring.
        let mut place = &site.id;
        let returns = sites.iter().any(|_| match around.get(place) {
            Some(next) => {
                place = next;
                place == &site.id
            }
            None => false,
        });
        if returns {
            findings.add(
                About::service::<Site>(subject, &site.id).field("within"),
                Said::new(
                    format!("場所「{}」が、たどると自分自身の中にあります", site.name),
                    format!("The site \"{}\" turns out to lie within itself", site.name),
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
    fn a_ring_is_found_at_each_of_its_places_and_nesting_is_not() {
        let mut case = Case::clean(&RULE);
        let sites = &mut case.service().sites;
        let (first, second) = (sites[0].id.clone(), sites[1].id.clone());
        sites[0].within = Some(second.clone());
        sites[1].within = Some(first.clone());
        assert_eq!(
            case.found(),
            [
                ("error", "site", first.as_str()),
                ("error", "site", second.as_str())
            ]
        );
    }
}
