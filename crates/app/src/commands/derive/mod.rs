//! `mamori derive`: flows, grid and risks with their reasons.

mod register;
mod writing;

use crate::cli::{Cli, Derive, ListFormat};
use crate::open::{Laid, Opened};
use crate::outcome::Outcome;
use mamori_domain::Language;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};

/// Bytes gathered before they are printed: enough that printing costs nothing, few enough to stay in
/// the processor's cache.
const GATHERED: usize = 1 << 17;

pub fn run(cli: &Cli, arguments: &Derive) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let services = opened.derive();
    Ok(match arguments.format {
        ListFormat::Json => {
            let mut out = BufWriter::with_capacity(GATHERED, std::io::stdout().lock());
            // A reader that closes the pipe early (`mamori … | head`) is no fault of ours.
            let _ = register::write(&services, cli.lang, &mut out).and_then(|()| out.flush());
            Outcome::Printed
        }
        ListFormat::Text => Outcome::Done(text(&services, cli.lang)),
    })
}

fn text(services: &[Laid<'_>], language: Language) -> String {
    let mut text = String::new();
    for Laid { subject, derived } in services {
        let applying = derived.grid.iter().filter(|cell| cell.applies).count();
        let _ = match language {
            Language::Japanese => writeln!(
                text,
                "サービス {}：情報流 {}件、脅威との組合せ {}件（うち当てはまる {applying}件）、リスク {}件",
                subject.id,
                derived.flows.len(),
                derived.grid.len(),
                derived.risks.len()
            ),
            Language::English => writeln!(
                text,
                "Service {}: {} flows, {} cells ({applying} apply), {} risks",
                subject.id,
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
