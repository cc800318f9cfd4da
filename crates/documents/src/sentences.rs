//! An information flow as a sentence: who does what with which information, where and by what
//! (GL 5.2.1 (2)).

use crate::Paper;
use mamori_domain::Verb;
use mamori_rules::derive::{Flow, Thing};

/// The sentence of a flow in the language of the papers. Names stand as typed.
pub fn flow_sentence(paper: &Paper<'_>, flow: &Flow) -> String {
    match paper.is_japanese() {
        true => japanese(paper, flow),
        false => english(paper, flow),
    }
}

/// Who acts: the people, or the company that carries it.
fn actors<'a>(paper: &Paper<'a>, flow: &'a Flow) -> Vec<&'a str> {
    match flow.who.is_empty() {
        true => flow
            .carrier
            .iter()
            .map(|carrier| paper.supplier(carrier))
            .collect(),
        false => flow.who.iter().map(|person| paper.person(person)).collect(),
    }
}

fn japanese(paper: &Paper<'_>, flow: &Flow) -> String {
    let who = actors(paper, flow).join("/");
    let (site, thing) = (paper.site(&flow.site), paper.thing(&flow.thing));
    let place = match (&flow.other_site, &flow.thing) {
        (Some(other), Thing::Transport(_)) => format!("{site}から{}へ{thing}で", paper.site(other)),
        (Some(other), _) => format!("{site}と{}の間の{thing}で", paper.site(other)),
        (None, _) => format!("{site}の{thing}で"),
    };
    let what = paper.information(&flow.information);
    let verb = flow.verb.words().ja;
    match who.is_empty() {
        // Nobody acts: 「〜が転送される」, as every verb of ours ends in する.
        true => format!(
            "{place}{what}が{}される",
            verb.strip_suffix("する").unwrap_or(verb)
        ),
        false => format!("{who}が{place}{what}を{verb}"),
    }
}

fn english(paper: &Paper<'_>, flow: &Flow) -> String {
    let who = paper.list(&actors(paper, flow));
    let (site, thing) = (paper.site(&flow.site), paper.thing(&flow.thing));
    let (over, place) = match (&flow.thing, &flow.other_site) {
        (Thing::Transport(_), Some(other)) => ("on", format!("from {site} to {}", paper.site(other))),
        (Thing::Connection(_), Some(other)) => ("over", format!("between {site} and {}", paper.site(other))),
        (Thing::Connection(_), None) => ("over", format!("at {site}")),
        _ => ("on", format!("at {site}")),
    };
    let what = paper.information(&flow.information);
    match who.is_empty() {
        true => format!("{what}: {} {over} {thing} {place}", passive(flow.verb)),
        false => format!("{who}: {} {what} {over} {thing} {place}", flow.verb.words().en),
    }
}

fn passive(verb: Verb) -> &'static str {
    match verb {
        Verb::Create => "created",
        Verb::View => "viewed and operated",
        Verb::Update => "updated",
        Verb::Store => "created and stored",
        Verb::Process => "processed",
        Verb::Output => "output",
        Verb::MediaInOut => "read from and written to media",
        Verb::Transfer => "transferred",
        Verb::Transport => "transported",
        Verb::Keep => "kept",
        Verb::Dispose => "disposed of",
        Verb::HandOver => "handed over",
    }
}
