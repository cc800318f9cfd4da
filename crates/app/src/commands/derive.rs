//! `mamori derive`: flows, grid and risks with their reasons.

use crate::cli::{Cli, Derive, ListFormat};
use crate::open::Opened;
use crate::outcome::Outcome;
use mamori_domain::Language;
use mamori_rules::Assessment;
use mamori_rules::derive::{Derived, Judged, Origin, Risk, Standing};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub fn run(cli: &Cli, arguments: &Derive) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let assessments = opened.assess();
    Ok(Outcome::Done(match arguments.format {
        ListFormat::Json => document(&assessments, cli.lang),
        ListFormat::Text => text(&assessments, cli.lang),
    }))
}

/// Everything as one JSON document, an entry to the line. Entries are written one by one: as a tree
/// of values, a large service would take many times the memory of what was derived.
fn document(assessments: &[Assessment<'_>], language: Language) -> String {
    let mut out = Vec::from(b"{\n");
    for (at, (name, list)) in [("flows", flows as List), ("grid", grid), ("risks", risks)]
        .into_iter()
        .enumerate()
    {
        let comma = if at == 0 { "" } else { ",\n" };
        out.extend(format!("{comma}\"{name}\": [").bytes());
        let mut entries = Entries { out, first: true };
        for assessment in assessments {
            list(assessment, language, &mut entries);
        }
        out = entries.out;
        out.extend(b"\n]");
    }
    out.extend(b"\n}\n");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Writes the entries of a list.
type List = fn(&Assessment<'_>, Language, &mut Entries);

/// The lines of a list.
struct Entries {
    out: Vec<u8>,
    first: bool,
}

impl Entries {
    fn add(&mut self, entry: &impl Serialize) {
        self.out.extend(if self.first { &b"\n"[..] } else { b",\n" });
        self.first = false;
        serde_json::to_writer(&mut self.out, entry).expect("plain values become JSON");
    }
}

fn flows(assessment: &Assessment<'_>, language: Language, entries: &mut Entries) {
    for flow in &assessment.derived.flows {
        entries.add(&FlowEntry {
            id: &flow.id,
            service: assessment.subject.id.as_str(),
            phase: flow.phase.code(),
            layer: flow.layer.code(),
            verb: flow.verb.code(),
            who: flow.who.iter().map(|id| id.as_str()).collect(),
            carrier: flow.carrier.as_ref().map(|id| id.as_str()),
            site: flow.site.as_str(),
            thing: flow.thing.id(),
            information: flow.information.as_str(),
            class: flow.class.as_ref().map(|id| id.as_str()),
            origin: origin(flow.origin),
            standing: standing(&flow.standing),
            reason: flow.reason.say(language),
        });
    }
}

fn grid(assessment: &Assessment<'_>, language: Language, entries: &mut Entries) {
    let derived = &assessment.derived;
    let scenarios = scenarios(derived);
    for cell in &derived.grid {
        let found = scenarios.get(&(cell.flow, cell.threat.as_str()));
        entries.add(&CellEntry {
            service: assessment.subject.id.as_str(),
            flow: &derived.flows[cell.flow].id,
            threat: cell.threat.as_str(),
            applies: cell.applies,
            reason: reason(assessment, &cell.reason, language),
            scenarios: found.map_or(&[], Vec::as_slice),
        });
    }
}

fn risks(assessment: &Assessment<'_>, language: Language, entries: &mut Entries) {
    let derived = &assessment.derived;
    for risk in &derived.risks {
        entries.add(&RiskEntry {
            id: &risk.id,
            service: assessment.subject.id.as_str(),
            flow: risk.flow.map(|at| &*derived.flows[at].id),
            threat: risk.threat.as_ref().map(|threat| threat.as_str()),
            other_threat: risk.other_threat.as_deref(),
            scenario: &risk.scenario,
            text: risk.text.say(language),
            impact: judged(assessment, &risk.impact, language),
            likelihood: judged(assessment, &risk.likelihood, language),
            level: risk.product,
            rank: risk.rank.as_str(),
            treatment: treatment(assessment, risk),
            items: risk.items.iter().map(|item| item.as_str()).collect(),
            origin: origin(risk.origin),
            standing: standing(&risk.standing),
        });
    }
}

#[derive(Serialize)]
struct FlowEntry<'a> {
    id: &'a str,
    service: &'a str,
    phase: &'a str,
    layer: &'a str,
    verb: &'a str,
    who: Vec<&'a str>,
    carrier: Option<&'a str>,
    site: &'a str,
    thing: &'a str,
    information: &'a str,
    class: Option<&'a str>,
    origin: &'a str,
    standing: StandingEntry<'a>,
    reason: &'a str,
}

#[derive(Serialize)]
struct CellEntry<'a> {
    service: &'a str,
    flow: &'a str,
    threat: &'a str,
    applies: bool,
    reason: &'a str,
    scenarios: &'a [&'a str],
}

#[derive(Serialize)]
struct RiskEntry<'a> {
    id: &'a str,
    service: &'a str,
    flow: Option<&'a str>,
    threat: Option<&'a str>,
    other_threat: Option<&'a str>,
    scenario: &'a str,
    text: String,
    impact: JudgedEntry<'a>,
    likelihood: JudgedEntry<'a>,
    level: u8,
    rank: &'a str,
    treatment: Option<&'a str>,
    items: Vec<&'a str>,
    origin: &'a str,
    standing: StandingEntry<'a>,
}

#[derive(Serialize)]
struct JudgedEntry<'a> {
    value: u8,
    base: u8,
    facts: Vec<FactEntry<'a>>,
    decided_by: Option<&'a str>,
}

#[derive(Serialize)]
struct FactEntry<'a> {
    fact: &'a str,
    effect: i8,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct StandingEntry<'a> {
    state: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
}

/// The scenarios by which a cell applies: flow and threat to the ids of its risks' scenarios.
fn scenarios(derived: &Derived) -> BTreeMap<(usize, &str), Vec<&str>> {
    let mut scenarios: BTreeMap<(usize, &str), Vec<&str>> = BTreeMap::new();
    for risk in derived.risks.iter().filter(|risk| risk.origin == Origin::Derived) {
        if let (Some(flow), Some(threat)) = (risk.flow, &risk.threat) {
            scenarios
                .entry((flow, threat.as_str()))
                .or_default()
                .push(&risk.scenario);
        }
    }
    scenarios
}

/// Why a cell does not apply: the catalogue's reason, or the decision's pattern.
fn reason<'a>(assessment: &'a Assessment<'_>, id: &'a str, language: Language) -> &'a str {
    let reasons = &assessment.subject.catalogue.derivation().reasons;
    reasons.get(id).map_or(id, |reason| reason.text.say(language))
}

/// What the edition's criteria ask for at the risk's rank (GL 5.1.3).
fn treatment(assessment: &Assessment<'_>, risk: &Risk) -> Option<&'static str> {
    let level = assessment.subject.catalogue.levels().get(&risk.rank)?;
    Some(level.treatment.code())
}

fn judged<'a>(assessment: &'a Assessment<'_>, judged: &'a Judged, language: Language) -> JudgedEntry<'a> {
    let tables = assessment.subject.catalogue.derivation();
    let facts = judged.facts.iter().map(|(id, effect)| {
        let of_likelihood = tables.likelihood.get(&**id).map(|fact| fact.text.say(language));
        let text = of_likelihood.or_else(|| tables.impact.get(&**id).map(|rule| rule.text.say(language)));
        FactEntry {
            fact: id,
            effect: *effect,
            text,
        }
    });
    JudgedEntry {
        value: judged.value,
        base: judged.base,
        facts: facts.collect(),
        decided_by: judged.decided.as_deref(),
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Derived => "derived",
        Origin::Stated => "stated",
    }
}

fn standing(standing: &Standing) -> StandingEntry<'_> {
    let (state, by) = match standing {
        Standing::Proposed => ("proposed", None),
        Standing::Decided(by) => ("decided", Some(&**by)),
        Standing::Excluded(by) => ("excluded", Some(&**by)),
    };
    StandingEntry { state, by }
}

fn text(assessments: &[Assessment<'_>], language: Language) -> String {
    let mut text = String::new();
    for assessment in assessments {
        let derived = &assessment.derived;
        let applying = derived.grid.iter().filter(|cell| cell.applies).count();
        let _ = match language {
            Language::Japanese => writeln!(
                text,
                "サービス {}：情報流 {}件、脅威との組合せ {}件（うち当てはまる {applying}件）、リスク {}件",
                assessment.subject.id,
                derived.flows.len(),
                derived.grid.len(),
                derived.risks.len()
            ),
            Language::English => writeln!(
                text,
                "Service {}: {} flows, {} cells ({applying} apply), {} risks",
                assessment.subject.id,
                derived.flows.len(),
                derived.grid.len(),
                derived.risks.len()
            ),
        };
        for risk in &derived.risks {
            let (impact, likelihood) = (risk.impact.value, risk.likelihood.value);
            let line = format!(
                "{} {impact}×{likelihood}={} {}",
                risk.rank,
                risk.product,
                risk.text.say(language)
            );
            let _ = writeln!(text, "{line}\n    {}", risk.id);
        }
    }
    text
}
