//! `mamori derive`: flows, grid and risks with their reasons.

mod register;
mod writing;

use crate::cli::{Cli, Derive, ListFormat};
use crate::open::{Laid, Opened};
use crate::outcome::Outcome;
use mamori_domain::Language;
use std::fmt::Write as _;

pub fn run(cli: &Cli, arguments: &Derive) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let services = opened.derive();
    let outcome = match arguments.format {
        ListFormat::Json => {
            // A reader that closes the pipe early (`mamori … | head`) is no fault of ours.
            let _ = register::write(&services, cli.lang, &mut std::io::stdout().lock());
            Outcome::Printed
        }
        ListFormat::Text => Outcome::Done(text(&services, cli.lang)),
    };
    // The program ends here, and the system takes its memory back at once: handing back each of a
    // million pieces first would be a tenth of the work.
    std::mem::forget(services);
    std::mem::forget(opened);
    Ok(outcome)
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
