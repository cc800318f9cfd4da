//! `mamori derive`: flows, grid and risks with their reasons.

use crate::cli::{Cli, Derive, ListFormat};
use crate::open::Opened;
use crate::outcome::Outcome;
use mamori_domain::Language;
use mamori_rules::Assessment;
use mamori_rules::derive::{Derived, Flow, Judged, Origin, Risk, Standing};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub fn run(cli: &Cli, arguments: &Derive) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let assessments = opened.assess();
    Ok(Outcome::Done(match arguments.format {
        ListFormat::Json => {
            let mut flows = Vec::new();
            let mut grid = Vec::new();
            let mut risks = Vec::new();
            for assessment in &assessments {
                let derived = &assessment.derived;
                let scenarios = scenarios(derived);
                flows.extend(
                    derived
                        .flows
                        .iter()
                        .map(|entry| flow(assessment, entry, cli.lang)),
                );
                grid.extend(derived.grid.iter().map(|cell| {
                    json!({
                        "service": assessment.subject.id.as_str(),
                        "flow": *derived.flows[cell.flow].id,
                        "threat": cell.threat.to_string(),
                        "applies": cell.applies,
                        "reason": reason(assessment, &cell.reason, cli.lang),
                        "scenarios": scenarios.get(&(cell.flow, cell.threat.as_str())).cloned().unwrap_or_default(),
                    })
                }));
                risks.extend(
                    derived
                        .risks
                        .iter()
                        .map(|entry| risk(assessment, entry, cli.lang)),
                );
            }
            format!("{:#}\n", json!({ "flows": flows, "grid": grid, "risks": risks }))
        }
        ListFormat::Text => text(&assessments, cli.lang),
    }))
}

fn flow(assessment: &Assessment<'_>, flow: &Flow, language: Language) -> Value {
    json!({
        "id": *flow.id,
        "service": assessment.subject.id.as_str(),
        "phase": flow.phase.code(),
        "layer": flow.layer.code(),
        "verb": flow.verb.code(),
        "who": flow.who.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "carrier": flow.carrier.as_ref().map(|id| id.as_str()),
        "site": flow.site.as_str(),
        "thing": flow.thing.id(),
        "information": flow.information.as_str(),
        "class": flow.class.as_ref().map(|id| id.as_str()),
        "origin": origin(flow.origin),
        "standing": standing(&flow.standing),
        "reason": flow.reason.say(language),
    })
}

fn risk(assessment: &Assessment<'_>, risk: &Risk, language: Language) -> Value {
    json!({
        "id": *risk.id,
        "service": assessment.subject.id.as_str(),
        "flow": risk.flow.map(|at| &*assessment.derived.flows[at].id),
        "threat": risk.threat.as_ref().map(ToString::to_string),
        "other_threat": risk.other_threat,
        "scenario": *risk.scenario,
        "text": risk.text.say(language),
        "impact": judged(assessment, &risk.impact, language),
        "likelihood": judged(assessment, &risk.likelihood, language),
        "level": risk.product,
        "rank": risk.rank.to_string(),
        "treatment": treatment(assessment, risk),
        "items": risk.items.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "origin": origin(risk.origin),
        "standing": standing(&risk.standing),
    })
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

fn judged(assessment: &Assessment<'_>, judged: &Judged, language: Language) -> Value {
    let tables = assessment.subject.catalogue.derivation();
    let facts = judged.facts.iter().map(|(id, effect)| {
        let of_likelihood = tables.likelihood.get(&**id).map(|fact| fact.text.say(language));
        let text = of_likelihood.or_else(|| tables.impact.get(&**id).map(|rule| rule.text.say(language)));
        json!({ "fact": **id, "effect": effect, "text": text })
    });
    json!({
        "value": judged.value,
        "base": judged.base,
        "facts": facts.collect::<Vec<_>>(),
        "decided_by": judged.decided.as_deref(),
    })
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Derived => "derived",
        Origin::Stated => "stated",
    }
}

fn standing(standing: &Standing) -> Value {
    match standing {
        Standing::Proposed => json!({ "state": "proposed" }),
        Standing::Decided(by) => json!({ "state": "decided", "by": **by }),
        Standing::Excluded(by) => json!({ "state": "excluded", "by": **by }),
    }
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
