//! Ids that several kinds share: what a flow can go by stands in one place of the flow's derived id.

use crate::build::Kind;
use crate::raw::{Place, RawScope};
use crate::{Connection, Equipment, Medium, Problem, Said, Transport, Words};
use std::collections::BTreeMap;

/// The kinds a flow can go by. Their ids stand in the same segment of derived ids, so that no two of
/// them may be alike in a service: else one derived id would mean two flows, or adding a device would
/// change the derived ids of a connection.
const THINGS: [(&str, Words); 4] = [
    (Equipment::NAME, Equipment::DESCRIPTION.label),
    (Medium::NAME, Medium::DESCRIPTION.label),
    (Connection::NAME, Connection::DESCRIPTION.label),
    (Transport::NAME, Transport::DESCRIPTION.label),
];

/// Notes every id that a thing of another kind bears already. A repetition within one kind is told
/// where lists are read.
pub(crate) fn check_shared_ids(scope: &RawScope, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&str, (&str, Words, &Place)> = BTreeMap::new();
    for (kind, label) in THINGS {
        for row in scope.rows(kind) {
            let (id, place) = (row.text("id").trim(), row.place_of("id"));
            match seen.get(id) {
                Some((other, first, at)) if *other != kind => {
                    problems.push(shared(id, place, (label, *first), at));
                }
                Some(_) => {}
                None if id.is_empty() => {}
                None => drop(seen.insert(id, (kind, label, place))),
            }
        }
    }
}

fn shared(id: &str, place: &Place, (label, first): (Words, Words), at: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("{}のID「{id}」は、{}のIDでもあります（{at}）", label.ja, first.ja),
            format!(
                "\"{id}\" is also the id of another thing: {} and {} ({at})",
                label.en.to_lowercase(),
                first.en.to_lowercase()
            ),
        ),
        Said::new(
            "機器・媒体・接続・搬送は情報流のIDに並んで現れるので、同じIDを使えません。どちらかを別のIDにしてください",
            "Equipment, media, connections and transports share the ids of flows; give one of the two another id",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Scope;
    use crate::raw::{RawCell, RawList, RawRow};

    fn service(lists: &[(&'static crate::description::KindDescription, &[&str])]) -> RawScope {
        let row = |id: &&str| RawRow {
            place: Place::Made,
            cells: vec![RawCell {
                name: "id".into(),
                text: (*id).to_owned(),
                place: Place::Made,
            }],
        };
        RawScope {
            scope: Scope::Service("ehr".into()),
            lists: lists
                .iter()
                .map(|(kind, ids)| RawList {
                    kind,
                    rows: ids.iter().map(row).collect(),
                })
                .collect(),
        }
    }

    #[test]
    fn a_device_and_a_line_cannot_bear_one_id() {
        let problems = |raw: &RawScope| {
            let mut problems = Vec::new();
            check_shared_ids(raw, &mut problems);
            problems
                .into_iter()
                .map(|found| found.what.en)
                .collect::<Vec<_>>()
        };
        let mut raw = service(&[
            (Equipment::DESCRIPTION, &["server", "lan", "lan", ""]),
            (Medium::DESCRIPTION, &["tape", ""]),
            (Connection::DESCRIPTION, &["clinic-lan"]),
            (crate::Site::DESCRIPTION, &["server"]),
        ]);
        assert_eq!(problems(&raw), Vec::<String>::new());
        raw.lists[1].rows[0].cells[0].text = "server".to_owned();
        raw.lists[2].rows[0].cells[0].text = " lan ".to_owned();
        let found = problems(&raw);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("medium and equipment"), "{found:?}");
        assert!(found[1].contains("\"lan\""), "{found:?}");
    }
}
