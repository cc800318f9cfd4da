//! `mamori sla`: service levels evaluated from terms and events.

mod agreed;
mod fleet;
mod json;
mod report;
mod settings;
mod terms_file;
mod text;

use crate::cli::{Bound, Cli, EventsFormat, ListFormat, Sla, SlaAgreed, SlaEvents, SlaWhat};
use crate::outcome::{Outcome, refused};
pub(crate) use terms_file::read as read_terms;

use agreed::Agreed;
use mamori_domain::Language;
use mamori_events::Format;
use mamori_service_levels::{Evaluation, Instant, Intake, Interval, Taken, budgets};
use std::path::Path;

pub fn run(cli: &Cli, arguments: &Sla) -> Result<Outcome, Outcome> {
    let input = match &arguments.what {
        SlaWhat::Evaluate(input) | SlaWhat::Budget(input) => input,
        SlaWhat::Report(input) => return report::run(cli, input),
        SlaWhat::Fleet(input) => return fleet::run(cli, input),
    };
    let agreed = Agreed::read(cli, &input.agreed)?;
    let span = span(&agreed, &input.agreed, cli.lang)?;
    let taken = taken(&input.events, cli.lang)?;
    let agreement = &agreed.agreement;
    Ok(Outcome::Done(match (&arguments.what, input.format) {
        (SlaWhat::Evaluate(_), format) => {
            let evaluation = Evaluation::of(agreement, &taken.events, span);
            match format {
                ListFormat::Json => json::evaluation(&evaluation, &taken, cli.lang),
                ListFormat::Text => text::evaluation(&evaluation, &taken, cli.lang),
            }
        }
        (_, format) => {
            let budgets = budgets(agreement, &taken.events, span);
            match format {
                ListFormat::Json => json::budgets(&budgets),
                ListFormat::Text => text::budgets(&budgets, cli.lang),
            }
        }
    }))
}

/// The span to evaluate.
fn span(agreed: &Agreed, input: &SlaAgreed, language: Language) -> Result<Interval, Outcome> {
    let first = agreed.agreement.first().valid_from.map(Instant::midnight);
    let from = input.from.map(Bound::instant).or(first).ok_or_else(|| {
        refused(
            "評価の始まりが分かりません。--from 2026-04-01 のように書くか、取り決めに valid_from を書いてください",
            "The start of the evaluation is unknown: give --from 2026-04-01 or valid_from in the terms",
        )
    })?;
    let to = input.to.map_or(Instant::midnight(agreed.as_of), Bound::instant);
    if let Some(Bound::Day(day)) = input.to
        && day == day.last_of_month()
    {
        let next = day.saturating_add(jiff::Span::new().days(1));
        let (ja, en) = (
            format!(
                "注意：--to {day} は{day}の0時までで、{day}は含みません。月末まで評価するなら --to {next} です"
            ),
            format!(
                "Note: --to {day} ends at the midnight before {day}; to include that day write --to {next}"
            ),
        );
        eprintln!("{}", [ja, en][usize::from(language == Language::English)]);
    }
    let span = Interval::new(from, to).filter(|span| span.seconds() > 0);
    span.ok_or_else(|| {
        refused(
            format!("評価の終わり（{to}）が始まり（{from}）より後ではありません。--from と --to を見直してください"),
            format!("The evaluation would end ({to}) no later than it starts ({from}): look at --from and --to"),
        )
    })
}

/// The events of all files. With several files, a refusal says which.
fn taken(events: &SlaEvents, language: Language) -> Result<Taken, Outcome> {
    let files = &events.events;
    let mut intake = Intake::default();
    for file in files {
        let name = file.display();
        let failed = |ja: &str, en: &str| refused(format!("{name}：{ja}"), format!("{name}: {en}"));
        let bytes = std::fs::read(file).map_err(|error| {
            let reason = error.to_string();
            failed(
                &format!("読めません（{reason}）"),
                &format!("cannot be read ({reason})"),
            )
        })?;
        let format = events.events_format.map(EventsFormat::format);
        let format = format.or_else(|| Format::of(&file.to_string_lossy(), &bytes));
        let format = format.ok_or_else(|| {
            failed(
                "出来事の表は .csv .jsonl .json .xlsx です。別の名前なら --events-format で形を選んでください",
                "files of events are .csv, .jsonl, .json or .xlsx; choose the format of another name with --events-format",
            )
        })?;
        mamori_events::read(format, &bytes, events.sampling(), &mut intake)
            .map_err(|said| failed(&said.ja, &said.en))?;
    }
    let mut taken = intake.end();
    if files.len() > 1 {
        let name = |at: usize| {
            files
                .get(at)
                .and_then(|file: &std::path::PathBuf| Path::new(file).file_name())
        };
        for refusal in &mut taken.refused {
            let file = name(refusal.source).unwrap_or_default().to_string_lossy();
            refusal.reason.ja = format!("{file}：{}", refusal.reason.ja);
            refusal.reason.en = format!("{file}: {}", refusal.reason.en);
        }
    }
    let count = taken.refused.len();
    if count > 0 {
        let said = [
            format!("使わなかった行が{count}件あります。理由は結果の最後（input）にあります"),
            format!("{count} rows were not used; the reasons stand at the end of the result (input)"),
        ];
        eprintln!("{}", said[usize::from(language == Language::English)]);
    }
    Ok(taken)
}
