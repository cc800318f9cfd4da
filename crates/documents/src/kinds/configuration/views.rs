//! The four steps as four views of one scene (GL 5.2.1 (1)). What happens to information in steps 3
//! and 4 is taken from the flows.

use super::parts::Parts;
use crate::Paper;
use mamori_domain::{Connection, Encryption, Id, Information, Person, Phase, Supplier, Verb, YesNo};
use mamori_drawing::{Note, Symbol, View};
use mamori_rules::derive::{Flow, Thing};
use std::collections::BTreeMap;

wording! {
    STEP_1 = "手順1 どこにどの機器・媒体があるか" / "Step 1: equipment and media by place";
    STEP_2 = "手順2 機器の接続と媒体の搬送" / "Step 2: connections and transports of media";
    STEP_3 = "手順3 人が扱う情報の処理" / "Step 3: processing by people";
    STEP_4 = "手順4 人が直接扱わない情報の処理" / "Step 4: processing in which nobody acts directly";
    SUMMARY_1 = "{0}か所の場所と、そこにある機器{1}点・媒体{2}点の図。一覧表に同じ内容があります。" /
        "A picture of the places ({0}) with their equipment ({1}) and media ({2}); the lists tell the same.";
    SUMMARY_2 = "機器の接続{0}本と媒体の搬送{1}本の図。一覧表に同じ内容があります。" /
        "A picture of {0} connections and {1} transports of media; the lists tell the same.";
    SUMMARY_3 = "人が{0}点の機器・媒体でどの情報をどう扱うかの図。情報流の一覧に同じ内容があります。" /
        "A picture of how people handle information on {0} pieces of equipment and media; the flow register tells the same.";
    SUMMARY_4 = "人の操作によらず{0}点の機器で情報がどう処理されるかの図。情報流の一覧に同じ内容があります。" /
        "A picture of how information is processed on {0} pieces of equipment without anybody acting; the flow register tells the same.";
    DOING = "{0}：{1}" / "{0}: {1}";
    PLAIN = "暗号化なし" / "not encrypted";
    MAINTENANCE = "遠隔保守" / "remote maintenance";
    CARRIED = "{0}の搬送" / "Transport of {0}";
    TIMES = "年{0}回" / "{0}× a year";
}

/// The views in the order of the steps.
pub(super) fn views(paper: &Paper<'_>, parts: &Parts<'_>) -> Vec<View> {
    let service = paper.subject.service;
    let people = Doings::of(paper, true);
    let machines = Doings::of(paper, false);
    let (acted, ran) = (people.notes(paper, parts), machines.notes(paper, parts));
    let number = |count: usize| count.to_string();
    let view = |name, summary, links| View {
        name: paper.say(name).to_owned(),
        summary,
        links,
        ..View::default()
    };
    let counts = [service.sites.len(), service.equipment.len(), service.media.len()].map(number);
    let first = view(
        STEP_1,
        paper.fill(SUMMARY_1, &[&counts[0], &counts[1], &counts[2]]),
        false,
    );
    let counts = [service.connections.len(), service.transports.len()].map(number);
    let second = View {
        captions: captions(paper, parts),
        ..view(STEP_2, paper.fill(SUMMARY_2, &[&counts[0], &counts[1]]), true)
    };
    let third = View {
        captions: people.captions(paper, parts),
        stressed: acted.keys().copied().collect(),
        ..view(STEP_3, paper.fill(SUMMARY_3, &[&number(acted.len())]), true)
    };
    let fourth = View {
        stressed: ran.keys().copied().collect(),
        ..view(STEP_4, paper.fill(SUMMARY_4, &[&number(ran.len())]), true)
    };
    vec![
        first,
        second,
        View {
            notes: acted,
            ..third
        },
        View { notes: ran, ..fourth },
    ]
}

fn captions(paper: &Paper<'_>, parts: &Parts<'_>) -> BTreeMap<usize, String> {
    let mut captions = BTreeMap::new();
    for (link, connection) in &parts.connections {
        let mut lines = vec![connection.name.to_string()];
        lines.extend(encryption(paper, connection));
        if connection.remote_maintenance == Some(YesNo::Yes) {
            lines.push(paper.say(MAINTENANCE).to_owned());
        }
        captions.insert(*link, lines.join("\n"));
    }
    for (link, transports) in &parts.transports {
        let name = paper.fill(
            CARRIED,
            &[paper.thing(&Thing::Transport(transports[0].id.clone()))],
        );
        let times = transports.iter().filter_map(|one| one.times_a_year).max();
        let times = times.map(|times| paper.fill(TIMES, &[&times.0.to_string()]));
        captions.insert(
            *link,
            std::iter::once(name).chain(times).collect::<Vec<_>>().join("\n"),
        );
    }
    captions
}

/// How a connection is encrypted, without what stands in brackets.
fn encryption(paper: &Paper<'_>, connection: &Connection) -> Option<String> {
    let found = connection.encryption?;
    if found == Encryption::None {
        return Some(paper.say(PLAIN).to_owned());
    }
    let words = paper.say(found.words());
    Some(words.split(['（', ',']).next().unwrap_or(words).to_owned())
}

/// Who does what to which information, by thing.
struct Doings<'a> {
    things: BTreeMap<(&'static str, &'a str), Vec<Doing<'a>>>,
}

struct Doing<'a> {
    who: &'a [Id<Person>],
    carrier: Option<&'a Id<Supplier>>,
    verbs: Vec<(Verb, Vec<&'a Id<Information>>)>,
}

impl<'a> Doings<'a> {
    /// Flows in which somebody acts, or in which nobody does. What only happens when the contract
    /// ends is left to the register.
    fn of(paper: &Paper<'a>, acted: bool) -> Self {
        let mut things: BTreeMap<(&'static str, &'a str), Vec<Doing<'a>>> = BTreeMap::new();
        let wanted = |flow: &&Flow| {
            let somebody = !flow.who.is_empty() || flow.carrier.is_some();
            flow.standing.counts() && flow.phase != Phase::ContractEnd && somebody == acted
        };
        for flow in paper.derived.flows.iter().filter(wanted) {
            let doings = things.entry((flow.thing.kind(), flow.thing.id())).or_default();
            let carrier = flow.carrier.as_ref();
            let known = doings
                .iter()
                .position(|doing| doing.who == flow.who && doing.carrier == carrier);
            let nth = known.unwrap_or_else(|| {
                doings.push(Doing {
                    who: &flow.who,
                    carrier,
                    verbs: Vec::new(),
                });
                doings.len() - 1
            });
            let verbs = &mut doings[nth].verbs;
            let verb = verbs
                .iter()
                .position(|(verb, _)| *verb == flow.verb)
                .unwrap_or_else(|| {
                    verbs.push((flow.verb, Vec::new()));
                    verbs.len() - 1
                });
            if !verbs[verb].1.contains(&&flow.information) {
                verbs[verb].1.push(&flow.information);
            }
        }
        Doings { things }
    }

    fn notes(&self, paper: &Paper<'_>, parts: &Parts<'_>) -> BTreeMap<usize, Vec<Note>> {
        let equipment = parts
            .equipment
            .iter()
            .map(|(id, node)| (("equipment", id.as_str()), *node));
        let media = parts
            .media
            .iter()
            .map(|(id, node)| (("medium", id.as_str()), *node));
        equipment
            .chain(media)
            .filter_map(|(thing, node)| {
                let doings = self.things.get(&thing)?;
                let notes = doings.iter().flat_map(|doing| notes(paper, doing)).collect();
                Some((node, notes))
            })
            .collect()
    }

    /// Captions of lines and transports on which somebody acts.
    fn captions(&self, paper: &Paper<'_>, parts: &Parts<'_>) -> BTreeMap<usize, String> {
        let connections = parts
            .connections
            .iter()
            .map(|(link, connection)| (("connection", connection.id.as_str()), *link));
        let transports = parts
            .transports
            .iter()
            .flat_map(|(link, all)| all.iter().map(move |one| (("transport", one.id.as_str()), *link)));
        let mut captions = BTreeMap::new();
        for (thing, link) in connections.chain(transports) {
            let Some(doing) = self.things.get(&thing).and_then(|doings| doings.first()) else {
                continue;
            };
            let mut lines = vec![actors(paper, doing)];
            lines.extend(verbs(paper, doing));
            captions.entry(link).or_insert(lines.join("\n"));
        }
        captions
    }
}

fn actors(paper: &Paper<'_>, doing: &Doing<'_>) -> String {
    let people: Vec<&str> = doing.who.iter().map(|person| paper.person(person)).collect();
    match doing.carrier {
        Some(carrier) if people.is_empty() => paper.supplier(carrier).to_owned(),
        _ => paper.list(&people),
    }
}

fn verbs(paper: &Paper<'_>, doing: &Doing<'_>) -> Vec<String> {
    let line = |(verb, information): &(Verb, Vec<&Id<Information>>)| {
        let names: Vec<&str> = information.iter().map(|one| paper.information(one)).collect();
        let verb = paper.say(verb.words());
        let verb = verb.strip_suffix("する").unwrap_or(verb);
        paper.fill(DOING, &[verb, &paper.list(&names)])
    };
    doing.verbs.iter().map(line).collect()
}

fn notes(paper: &Paper<'_>, doing: &Doing<'_>) -> Vec<Note> {
    let who = actors(paper, doing);
    let mut notes = Vec::new();
    if !who.is_empty() {
        notes.push(Note {
            symbol: Some(Symbol::Person),
            text: who,
        });
    }
    notes.extend(verbs(paper, doing).into_iter().map(|text| Note {
        symbol: Some(Symbol::Information),
        text,
    }));
    notes
}
