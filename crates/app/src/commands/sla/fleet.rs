//! `mamori sla fleet`: availability of many contracts in one run, streamed from tables into a table.

use super::agreed::Agreed;
use crate::cli::{Cli, ListFormat, SlaFleet};
use crate::outcome::{Outcome, refused};
use mamori_domain::Language;
use mamori_events::{FleetAccount, FleetTable, Shards, read_fleet};
use mamori_service_levels::{BandResult, Fleet};
use serde_json::json;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// The headings of the table of results.
const HEADINGS: &str = "contract,month,band,service_seconds,stop_seconds,numerator,denominator,met\n";

pub fn run(cli: &Cli, input: &SlaFleet) -> Result<Outcome, Outcome> {
    let agreed = Agreed::read(cli, &input.agreed)?;
    let span = super::span(&agreed, &input.agreed, cli.lang)?;
    let fleet = Fleet::of(&agreed.agreement, span).ok_or_else(|| {
        refused(
            "評価の期間が長すぎます（上限136年）",
            "The evaluated span is too long (136 years at most)",
        )
    })?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut shards = Shards::default();
    let mut read = |path: &Path, table| {
        let name = path.display();
        let file = File::open(path).map_err(|error| {
            refused(
                format!("{name}：読めません（{error}）"),
                format!("{name}: cannot be read ({error})"),
            )
        })?;
        let account = read_fleet(file, table, &fleet, workers, &mut shards)
            .map_err(|said| refused(format!("{name}：{}", said.ja), format!("{name}: {}", said.en)))?;
        Ok((name.to_string(), account))
    };
    let mut accounts = vec![read(&input.stops, FleetTable::Stops)?];
    if let Some(path) = &input.exclusions {
        accounts.push(read(path, FleetTable::Exclusions)?);
    }
    let places = Places::of(&fleet);
    let lines = shards.measure(&fleet, workers, |contract, results| {
        places.lines(contract, results)
    });
    write(&input.out, &lines).map_err(|error| {
        let name = input.out.display();
        refused(
            format!("{name}：書けません（{error}）"),
            format!("{name}: cannot be written ({error})"),
        )
    })?;
    let summary = Summary {
        contracts: lines.len(),
        availabilities: lines.len() * places.0.len(),
        accounts,
    };
    Ok(Outcome::Done(match input.format {
        ListFormat::Json => summary.json(cli.lang),
        ListFormat::Text => summary.text(cli.lang),
    }))
}

/// The cells that say month and band, in the order of a contract's results.
struct Places(Vec<String>);

impl Places {
    fn of(fleet: &Fleet) -> Places {
        let months = fleet
            .months()
            .iter()
            .map(|month| month.span.start().date().strftime("%Y-%m").to_string());
        let bands = mamori_service_levels::Band::ALL;
        Places(
            months
                .flat_map(|month| bands.map(|band| format!(",{month},{},", band.code())))
                .collect(),
        )
    }

    /// The lines of a contract.
    fn lines(&self, contract: u32, results: &mut dyn Iterator<Item = BandResult>) -> Vec<u8> {
        let mut lines = Vec::with_capacity(self.0.len() * 64);
        for (place, result) in self.0.iter().zip(results) {
            let measured = &result.measured;
            digits(contract.into(), &mut lines);
            lines.extend_from_slice(place.as_bytes());
            digits(measured.service_seconds, &mut lines);
            lines.push(b',');
            digits(measured.stop_seconds, &mut lines);
            lines.push(b',');
            if let Some(ratio) = result.availability() {
                digits(ratio.numerator(), &mut lines);
                lines.push(b',');
                digits(ratio.denominator(), &mut lines);
            } else {
                lines.push(b',');
            }
            lines.extend_from_slice(match result.met() {
                Some(true) => b",yes\n",
                Some(false) => b",no\n",
                None => b",\n",
            });
        }
        lines
    }
}

/// Writes a number that is not negative.
fn digits(number: i64, out: &mut Vec<u8>) {
    let (mut left, mut cells, mut at) = (number.unsigned_abs(), [b'0'; 20], 20);
    while left > 0 || at == 20 {
        at -= 1;
        cells[at] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    out.extend_from_slice(&cells[at..]);
}

fn write(out: &Path, lines: &[(u32, Vec<u8>)]) -> std::io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 18, File::create(out)?);
    file.write_all(HEADINGS.as_bytes())?;
    for (_, lines) in lines {
        file.write_all(lines)?;
    }
    file.flush()
}

/// What a run did.
struct Summary {
    contracts: usize,
    availabilities: usize,
    /// The tables by their names.
    accounts: Vec<(String, FleetAccount)>,
}

impl Summary {
    fn json(&self, language: Language) -> String {
        let tables = self.accounts.iter().map(|(name, account)| {
            let refused = account
                .named
                .iter()
                .map(|(row, reason)| json!({ "row": row, "reason": reason.say(language) }));
            json!({
                "file": name,
                "rows": account.rows,
                "used": account.rows - account.refused,
                "refused": account.refused,
                "first_refused": refused.collect::<Vec<_>>(),
            })
        });
        let document = json!({
            "contracts": self.contracts,
            "availabilities": self.availabilities,
            "input": tables.collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }

    fn text(&self, language: Language) -> String {
        let (contracts, availabilities) = (self.contracts, self.availabilities);
        let mut text = match language {
            Language::Japanese => format!("契約 {contracts}件、稼働率 {availabilities}個\n"),
            Language::English => format!("Contracts {contracts}, availabilities {availabilities}\n"),
        };
        for (name, account) in &self.accounts {
            let (rows, refused) = (account.rows, account.refused);
            let used = rows - refused;
            let _ = match language {
                Language::Japanese => {
                    writeln!(
                        text,
                        "{name}：読んだ行 {rows}、使った行 {used}、使わなかった行 {refused}"
                    )
                }
                Language::English => {
                    writeln!(text, "{name}: rows read {rows}, used {used}, refused {refused}")
                }
            };
            for (row, reason) in &account.named {
                let _ = writeln!(text, "  {row}: {}", reason.say(language));
            }
            let unnamed = refused - account.named.len() as u64;
            if unnamed > 0 {
                let _ = match language {
                    Language::Japanese => writeln!(text, "  ほか{unnamed}行"),
                    Language::English => writeln!(text, "  and {unnamed} more"),
                };
            }
        }
        text
    }
}
