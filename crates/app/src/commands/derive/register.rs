//! The register as JSON: `{flows, grid, risks}`, an entry to the line.

use super::writing::{Entry, Lines, Shared, ids, text};
use crate::open::Laid;
use mamori_catalogue::ItemId;
use mamori_domain::Language;
use mamori_rules::derive::{Derived, Flow, GridCell, Judged, Origin, Risk, Standing};
use std::io::{Result, Write};
use std::sync::Arc;

/// Writes everything that was derived.
pub(super) fn write(services: &[Laid<'_>], language: Language, out: &mut impl Write) -> Result<()> {
    let mut lines = Lines::begin(out, "{\n\"flows\": [");
    for Laid { subject, derived } in services {
        for flow in &derived.flows {
            write_flow(flow, subject.id.as_str(), language, lines.next()?);
        }
    }
    lines.turn("\n],\n\"grid\": [");
    for service in services {
        grid(service, language, &mut lines)?;
    }
    lines.turn("\n],\n\"risks\": [");
    for service in services {
        risks(service, language, &mut lines)?;
    }
    lines.end("\n]\n}\n")
}

fn write_flow(flow: &Flow, service: &str, language: Language, line: &mut Vec<u8>) {
    let mut entry = Entry::begin(line);
    entry.id("id", &flow.id);
    entry.id("service", service);
    entry.id("phase", flow.phase.code());
    entry.id("layer", flow.layer.code());
    entry.id("verb", flow.verb.code());
    entry.ids("who", flow.who.iter().map(|id| id.as_str()));
    entry.maybe_id("carrier", flow.carrier.as_ref().map(|id| id.as_str()));
    entry.id("site", flow.site.as_str());
    entry.id("thing", flow.thing.id());
    entry.id("information", flow.information.as_str());
    entry.maybe_id("class", flow.class.as_ref().map(|id| id.as_str()));
    entry.id("origin", origin(flow.origin));
    standing(&mut entry, &flow.standing);
    entry.text("reason", flow.reason.say(language));
    entry.end();
}

/// The cells, each with the scenarios by which it applies: derived risks stand in the order of the
/// cells, so those of a cell are the next ones.
fn grid<W: Write>(service: &Laid<'_>, language: Language, lines: &mut Lines<'_, W>) -> Result<()> {
    let Laid { subject, derived } = service;
    let reasons = &subject.catalogue.derivation().reasons;
    let mut rendered = Shared::new();
    let mut risks = derived.risks.as_slice();
    for cell in &derived.grid {
        let (own, rest) = risks.split_at(risks.iter().take_while(|risk| is_of(risk, cell)).count());
        risks = rest;
        let mut entry = Entry::begin(lines.next()?);
        entry.id("service", subject.id.as_str());
        entry.id("flow", &derived.flows[cell.flow].id);
        entry.id("threat", cell.threat.as_str());
        entry.yes("applies", cell.applies);
        let reason = rendered.of(&*cell.reason, |json| {
            let known = reasons.get(&*cell.reason).map(|reason| reason.text.say(language));
            text(json, known.unwrap_or(&cell.reason));
        });
        entry.rendered("reason", reason);
        entry.ids("scenarios", own.iter().map(|risk| &*risk.scenario));
        entry.end();
    }
    Ok(())
}

/// Whether a risk was derived from a cell.
fn is_of(risk: &Risk, cell: &GridCell) -> bool {
    risk.origin == Origin::Derived
        && risk.flow == Some(cell.flow)
        && risk.threat.as_ref() == Some(&cell.threat)
}

fn risks<W: Write>(service: &Laid<'_>, language: Language, lines: &mut Lines<'_, W>) -> Result<()> {
    let mut printer = Printer {
        service,
        language,
        judged: Shared::new(),
        items: Shared::new(),
    };
    for risk in &service.derived.risks {
        printer.risk(risk, lines.next()?);
    }
    Ok(())
}

/// The list of facts of a figure, told by the place it lies at; its value; its base.
type Figure = (*const (Arc<str>, i8), u8, u8);

/// Prints the risks of one service. Many share the figures and the control items, which lie in one
/// place for all of them as long as the service is borrowed.
struct Printer<'a> {
    service: &'a Laid<'a>,
    language: Language,
    judged: Shared<Figure>,
    items: Shared<*const ItemId>,
}

impl Printer<'_> {
    fn risk(&mut self, risk: &Risk, line: &mut Vec<u8>) {
        let Laid { subject, derived } = self.service;
        let mut entry = Entry::begin(line);
        entry.id("id", &risk.id);
        entry.id("service", subject.id.as_str());
        entry.maybe_id("flow", flow_of(derived, risk));
        entry.maybe_id("threat", risk.threat.as_ref().map(|threat| threat.as_str()));
        entry.maybe_text("other_threat", risk.other_threat.as_deref());
        entry.id("scenario", &risk.scenario);
        entry.text("text", &risk.text.say(self.language));
        self.judged("impact", &risk.impact, &mut entry);
        self.judged("likelihood", &risk.likelihood, &mut entry);
        entry.number("level", risk.product.into());
        entry.id("rank", risk.rank.as_str());
        // What the edition's criteria ask for at the risk's rank (GL 5.1.3).
        let level = subject.catalogue.levels().get(&risk.rank);
        entry.maybe_id("treatment", level.map(|level| level.treatment.code()));
        let items = self.items.of(risk.items.as_ptr(), |json| {
            ids(json, risk.items.iter().map(|item| item.as_str()));
        });
        entry.rendered("items", items);
        entry.id("origin", origin(risk.origin));
        standing(&mut entry, &risk.standing);
        entry.end();
    }

    /// A figure with the facts that moved it; one that a decision set stands alone.
    fn judged(&mut self, name: &str, judged: &Judged, entry: &mut Entry<'_>) {
        let (service, language) = (self.service, self.language);
        match judged.decided {
            Some(_) => figure(service, judged, language, entry.field(name)),
            None => {
                let key = (judged.facts.as_ptr(), judged.value, judged.base);
                let json = self
                    .judged
                    .of(key, |json| figure(service, judged, language, json));
                entry.rendered(name, json);
            }
        }
    }
}

fn figure(service: &Laid<'_>, judged: &Judged, language: Language, json: &mut Vec<u8>) {
    let mut entry = Entry::begin(json);
    entry.number("value", judged.value.into());
    entry.number("base", judged.base.into());
    facts(service, judged, language, entry.field("facts"));
    entry.maybe_text("decided_by", judged.decided.as_deref());
    entry.end();
}

fn facts(service: &Laid<'_>, judged: &Judged, language: Language, json: &mut Vec<u8>) {
    let tables = service.subject.catalogue.derivation();
    json.push(b'[');
    for (at, (id, effect)) in judged.facts.iter().enumerate() {
        let of_likelihood = tables.likelihood.get(&**id).map(|fact| fact.text.say(language));
        let text = of_likelihood.or_else(|| tables.impact.get(&**id).map(|rule| rule.text.say(language)));
        if at > 0 {
            json.push(b',');
        }
        let mut entry = Entry::begin(json);
        entry.id("fact", id);
        entry.number("effect", (*effect).into());
        entry.maybe_text("text", text);
        entry.end();
    }
    json.push(b']');
}

/// The flow a risk comes from.
fn flow_of<'a>(derived: &'a Derived, risk: &Risk) -> Option<&'a str> {
    risk.flow.map(|at| &*derived.flows[at].id)
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Derived => "derived",
        Origin::Stated => "stated",
    }
}

/// Whether a person looked at it, and by which decision.
fn standing(entry: &mut Entry<'_>, standing: &Standing) {
    let (state, by) = match standing {
        Standing::Proposed => ("proposed", None),
        Standing::Decided(by) => ("decided", Some(by)),
        Standing::Excluded(by) => ("excluded", Some(by)),
    };
    let mut own = Entry::begin(entry.field("standing"));
    own.id("state", state);
    if let Some(by) = by {
        own.text("by", by);
    }
    own.end();
}
