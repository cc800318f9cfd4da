//! Lists of control items made short: a measure whose items are all there, and runs of neighbours.

use crate::Paper;
use mamori_catalogue::{ControlItem, ItemId, Measure};

wording! {
    RUN = "{0}〜{1}" / "{0} to {1}";
}

/// The items as one phrase: `3.4.①` for a whole measure, `3.4.①-1〜①-8` for a run of three or more.
pub(crate) fn item_list(paper: &Paper<'_>, ids: &[ItemId]) -> String {
    let catalogue = paper.subject.catalogue;
    let mut parts: Vec<String> = Vec::new();
    let mut rest = ids;
    while let Some(first) = rest.first() {
        let Some(item) = catalogue.items().get(first) else {
            parts.push(first.to_string());
            rest = &rest[1..];
            continue;
        };
        let same = |id: &&ItemId| {
            catalogue
                .items()
                .get(*id)
                .is_some_and(|other| other.measure == item.measure)
        };
        let count = rest.iter().take_while(same).count();
        let (here, after) = rest.split_at(count);
        rest = after;
        match catalogue.measures().get(&item.measure) {
            Some(measure) => of_measure(paper, measure, here, &mut parts),
            None => parts.extend(here.iter().map(|id| id.to_string())),
        }
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    paper.list(&parts)
}

fn of_measure(paper: &Paper<'_>, measure: &Measure, ids: &[ItemId], parts: &mut Vec<String>) {
    let all: Vec<&ControlItem> = paper.subject.catalogue.items_of(&measure.id).collect();
    // In the order of the catalogue, however the treatment named them.
    let named: Vec<usize> = (0..all.len()).filter(|at| ids.contains(&all[*at].id)).collect();
    if named.len() == all.len() {
        parts.push(measure.id.to_string());
        return;
    }
    let mut at = 0;
    while at < named.len() {
        let mut end = at;
        while end + 1 < named.len() && named[end + 1] == named[end] + 1 {
            end += 1;
        }
        let (first, last) = (all[named[at]], all[named[end]]);
        if end - at >= 2 {
            parts.push(paper.fill(RUN, &[first.id.as_str(), &last.number]));
        } else {
            parts.extend(named[at..=end].iter().map(|place| all[*place].id.to_string()));
        }
        at = end + 1;
    }
}
