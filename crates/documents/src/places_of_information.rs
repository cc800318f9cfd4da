//! Where medical information lies: the equipment and media that keep it, by site (GL 6.1).

use crate::Paper;
use mamori_domain::{Country, Id, Information, Site};
use std::collections::BTreeSet;

wording! {
    JAPAN = "日本" / "Japan";
}

/// The name of a country: Japan's in words, any other by its code.
pub(crate) fn country<'b>(paper: &Paper<'_>, country: &'b Country) -> &'b str {
    match country.is_japan() {
        true => paper.say(JAPAN),
        false => country.as_str(),
    }
}

/// The outermost place around a site that says whose it is or in which country; at least the site.
pub(crate) fn root<'a>(paper: &Paper<'a>, site: &Id<Site>) -> Option<&'a Site> {
    let sites = &paper.subject.service.sites;
    let find = |id: &Id<Site>| sites.iter().find(|one| one.id == *id);
    let mut found = find(site)?;
    // A place within itself would go round for ever; no place lies deeper than there are places.
    for _ in sites {
        let complete = found.owner.is_some() && found.country.is_some();
        match found.within.as_ref().and_then(find) {
            Some(around) if !complete => found = around,
            _ => break,
        }
    }
    Some(found)
}

/// Every site that keeps medical information, in the order of the sites, with what it keeps.
pub(crate) fn kept_at<'a>(paper: &Paper<'a>) -> Vec<(&'a Id<Site>, Vec<&'a Id<Information>>)> {
    let service = paper.subject.service;
    let medical = paper.subject.medical_information();
    let mut found = Vec::new();
    for site in &service.sites {
        let equipment = service.equipment.iter().filter(|one| one.site == site.id);
        let media = service.media.iter().filter(|one| one.site == site.id);
        let stored: BTreeSet<&Id<Information>> = equipment
            .flat_map(|one| &one.stores)
            .chain(media.flat_map(|one| &one.stores))
            .filter(|id| medical.contains(id))
            .collect();
        let kept: Vec<&Id<Information>> = service
            .information
            .iter()
            .map(|row| &row.id)
            .filter(|id| stored.contains(id))
            .collect();
        if !kept.is_empty() {
            found.push((&site.id, kept));
        }
    }
    found
}
