//! The register as JSON: `{flows, grid, risks}`, an entry to the line.

use super::writing::{Entry, Shared, ids};
use crate::open::Laid;
use mamori_catalogue::ItemId;
use mamori_domain::Language;
use mamori_rules::derive::{Derived, Flow, GridCell, Judged, Origin, Risk, Standing};
use std::io::{Result, Write};
use std::sync::Arc;

/// Writes everything that was derived.
pub(super) fn write(services: &[Laid<'_>], language: Language, out: &mut impl Write) -> Result<()> {
    let mut lines = Lines { out, first: true };
    lines.out.write_all(b"{\n\"flows\": [")?;
    for Laid { subject, derived } in services {
        for flow in &derived.flows {
            write_flow(flow, subject.id.as_str(), language, lines.next()?)?;
        }
    }
    lines.turn(b"\n],\n\"grid\": [")?;
    for service in services {
        grid(service, language, &mut lines)?;
    }
    lines.turn(b"\n],\n\"risks\": [")?;
    for service in services {
        risks(service, language, &mut lines)?;
    }
    lines.out.write_all(b"\n]\n}\n")
}

/// The lines of a list.
struct Lines<'o, W> {
    out: &'o mut W,
    first: bool,
}

impl<W: Write> Lines<'_, W> {
    /// Begins the next line.
    fn next(&mut self) -> Result<&mut W> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        Ok(self.out)
    }

    /// Ends this list and begins the next.
    fn turn(&mut self, between: &[u8]) -> Result<()> {
        self.first = true;
        self.out.write_all(between)
    }
}

fn write_flow(flow: &Flow, service: &str, language: Language, out: &mut impl Write) -> Result<()> {
    let mut entry = Entry::begin(out)?;
    entry.id("id", &flow.id)?;
    entry.id("service", service)?;
    entry.id("phase", flow.phase.code())?;
    entry.id("layer", flow.layer.code())?;
    entry.id("verb", flow.verb.code())?;
    entry.ids("who", flow.who.iter().map(|id| id.as_str()))?;
    entry.maybe_id("carrier", flow.carrier.as_ref().map(|id| id.as_str()))?;
    entry.id("site", flow.site.as_str())?;
    entry.id("thing", flow.thing.id())?;
    entry.id("information", flow.information.as_str())?;
    entry.maybe_id("class", flow.class.as_ref().map(|id| id.as_str()))?;
    entry.id("origin", origin(flow.origin))?;
    standing(&mut entry, &flow.standing)?;
    entry.text("reason", flow.reason.say(language))?;
    entry.end()
}

/// The cells, each with the scenarios by which it applies: derived risks stand in the order of the
/// cells, so those of a cell are the next ones.
fn grid<W: Write>(service: &Laid<'_>, language: Language, lines: &mut Lines<'_, W>) -> Result<()> {
    let Laid { subject, derived } = service;
    let reasons = &subject.catalogue.derivation().reasons;
    let mut risks = derived.risks.as_slice();
    for cell in &derived.grid {
        let (own, rest) = risks.split_at(risks.iter().take_while(|risk| is_of(risk, cell)).count());
        risks = rest;
        let reason = reasons.get(&*cell.reason).map(|reason| reason.text.say(language));
        let mut entry = Entry::begin(lines.next()?)?;
        entry.id("service", subject.id.as_str())?;
        entry.id("flow", &derived.flows[cell.flow].id)?;
        entry.id("threat", cell.threat.as_str())?;
        entry
            .field("applies")?
            .write_all(if cell.applies { b"true" } else { b"false" })?;
        entry.text("reason", reason.unwrap_or(&cell.reason))?;
        entry.ids("scenarios", own.iter().map(|risk| &*risk.scenario))?;
        entry.end()?;
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
        facts: Shared::new(),
        items: Shared::new(),
    };
    for risk in &service.derived.risks {
        printer.risk(risk, lines.next()?)?;
    }
    Ok(())
}

/// Prints the risks of one service.
struct Printer<'a> {
    service: &'a Laid<'a>,
    language: Language,
    facts: Shared<(Arc<str>, i8)>,
    items: Shared<ItemId>,
}

impl Printer<'_> {
    fn risk(&mut self, risk: &Risk, out: &mut impl Write) -> Result<()> {
        let Laid { subject, derived } = self.service;
        let mut entry = Entry::begin(out)?;
        entry.id("id", &risk.id)?;
        entry.id("service", subject.id.as_str())?;
        entry.maybe_id("flow", flow_of(derived, risk))?;
        entry.maybe_id("threat", risk.threat.as_ref().map(|threat| threat.as_str()))?;
        entry.maybe_text("other_threat", risk.other_threat.as_deref())?;
        entry.id("scenario", &risk.scenario)?;
        entry.text("text", &risk.text.say(self.language))?;
        self.judged(&risk.impact, entry.field("impact")?)?;
        self.judged(&risk.likelihood, entry.field("likelihood")?)?;
        entry.number("level", risk.product.into())?;
        entry.id("rank", risk.rank.as_str())?;
        // What the edition's criteria ask for at the risk's rank (GL 5.1.3).
        let level = subject.catalogue.levels().get(&risk.rank);
        entry.maybe_id("treatment", level.map(|level| level.treatment.code()))?;
        let items = self.items.of(&risk.items, |json| {
            ids(json, risk.items.iter().map(|item| item.as_str()))
        })?;
        entry.field("items")?.write_all(items)?;
        entry.id("origin", origin(risk.origin))?;
        standing(&mut entry, &risk.standing)?;
        entry.end()
    }

    /// A figure with the facts that moved it.
    fn judged(&mut self, judged: &Judged, out: &mut impl Write) -> Result<()> {
        let (service, language) = (self.service, self.language);
        let mut entry = Entry::begin(out)?;
        entry.number("value", judged.value.into())?;
        entry.number("base", judged.base.into())?;
        let facts = self
            .facts
            .of(&judged.facts, |json| facts(service, judged, language, json))?;
        entry.field("facts")?.write_all(facts)?;
        entry.maybe_text("decided_by", judged.decided.as_deref())?;
        entry.end()
    }
}

fn facts(service: &Laid<'_>, judged: &Judged, language: Language, json: &mut Vec<u8>) -> Result<()> {
    let tables = service.subject.catalogue.derivation();
    json.push(b'[');
    for (at, (id, effect)) in judged.facts.iter().enumerate() {
        let of_likelihood = tables.likelihood.get(&**id).map(|fact| fact.text.say(language));
        let text = of_likelihood.or_else(|| tables.impact.get(&**id).map(|rule| rule.text.say(language)));
        if at > 0 {
            json.push(b',');
        }
        let mut entry = Entry::begin(json)?;
        entry.id("fact", id)?;
        entry.number("effect", (*effect).into())?;
        entry.maybe_text("text", text)?;
        entry.end()?;
    }
    json.push(b']');
    Ok(())
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
fn standing(entry: &mut Entry<'_, impl Write>, standing: &Standing) -> Result<()> {
    let (state, by) = match standing {
        Standing::Proposed => ("proposed", None),
        Standing::Decided(by) => ("decided", Some(by)),
        Standing::Excluded(by) => ("excluded", Some(by)),
    };
    let mut own = Entry::begin(entry.field("standing")?)?;
    own.id("state", state)?;
    if let Some(by) = by {
        own.text("by", by)?;
    }
    own.end()
}
