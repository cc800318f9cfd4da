//! `mamori sla report`: the monthly or the yearly report to the institution as PDF, XLSX and HTML.

use super::agreed::Agreed;
use super::{span, taken};
use crate::cli::{Cli, SlaReport};
use crate::commands::build::output::{fault, hexadecimal, store};
use crate::outcome::{Outcome, refused};
use mamori_domain::{Date, Language, Said};
use mamori_level_reports::{About, Source};
use mamori_press_pdf::Fonts;
use mamori_service_levels::{Evaluation, Interval, PeriodResult, Taken};
use mamori_tree::Document;

/// How many digits of the fingerprint are printed.
const FINGERPRINT_DIGITS: usize = 12;

pub fn run(cli: &Cli, arguments: &SlaReport) -> Result<Outcome, Outcome> {
    let agreed = Agreed::read(cli, &arguments.agreed)?;
    let span = span(&agreed, &arguments.agreed, cli.lang)?;
    let taken = taken(&arguments.events, cli.lang)?;
    let evaluation = Evaluation::of(&agreed.agreement, &taken.events, span);
    let period = match (arguments.year, arguments.month) {
        (true, _) => last(&evaluation.evaluations)?,
        (false, Some(wanted)) => month(&evaluation, wanted)?,
        (false, None) => last(&evaluation.months)?,
    };
    let about = About {
        revision: fingerprint(&agreed, &taken, span),
        ..agreed.about(period.period.span.start())
    };
    let source = Source {
        about: &about,
        agreement: &agreed.agreement,
        taken: &taken,
        evaluation: &evaluation,
        language: cli.lang,
        channel: arguments.channel.channel(),
    };
    let (document, name) = match arguments.year {
        true => (source.year(period), format!("year-{}", of(period))),
        false => (source.month(period), of(period)),
    };
    write(cli.lang, arguments, &document, &name)
}

/// The month in which a period begins: `2026-04`.
fn of(period: &PeriodResult) -> String {
    month_of(period.period.span.start().date())
}

fn month_of(day: Date) -> String {
    day.to_string().chars().take(7).collect()
}

/// The last period that is over; the running one if none is.
fn last(periods: &[PeriodResult]) -> Result<&PeriodResult, Outcome> {
    let mut over = periods.iter().rev().filter(|result| result.period.is_complete());
    // A span is never empty, so there is a period.
    over.next()
        .or(periods.last())
        .ok_or_else(|| refused("評価する期間がありません", "There is no period to report"))
}

/// The month that was asked for.
fn month(evaluation: &Evaluation, wanted: Date) -> Result<&PeriodResult, Outcome> {
    let wanted = month_of(wanted);
    let mut found = evaluation.months.iter().filter(|month| of(month) == wanted);
    found.next().ok_or_else(|| {
        let end = |month: Option<&PeriodResult>| month.map(of).unwrap_or_default();
        let (first, last) = (end(evaluation.months.first()), end(evaluation.months.last()));
        refused(
            format!("{wanted} は評価した期間にありません。評価したのは {first} から {last} です。--from と --to を見直してください"),
            format!("{wanted} is not in the evaluated span, which is {first} to {last}: look at --from and --to"),
        )
    })
}

/// A short digest of what the report was made from: terms, events, span.
fn fingerprint(agreed: &Agreed, taken: &Taken, span: Interval) -> String {
    let made_from = format!("{}\n{taken:?}\n{span:?}", agreed.fingerprint);
    let digest = hexadecimal(made_from.as_bytes());
    digest.chars().take(FINGERPRINT_DIGITS).collect()
}

fn write(
    language: Language,
    arguments: &SlaReport,
    document: &Document,
    name: &str,
) -> Result<Outcome, Outcome> {
    let edition = arguments.channel.channel().code().map(|code| format!(".{code}"));
    let stem = format!("sla-{name}{}.{}", edition.unwrap_or_default(), language.code());
    let mut written = Vec::new();
    let mut put = |ending: String, bytes: &[u8]| {
        let path = arguments.out.join(format!("{stem}.{ending}"));
        store(&path, bytes)?;
        written.push(path.display().to_string());
        Ok(())
    };
    put("html".to_owned(), mamori_press::html(document).as_bytes())?;
    put("xlsx".to_owned(), &mamori_press::xlsx(document).map_err(fault)?)?;
    let fonts = Fonts::find().map_err(|missing| {
        // Everything but the PDF is there; the refusal says what is missing and how to get it.
        Outcome::Refused(Said::new(
            missing.say(Language::Japanese).to_string(),
            missing.say(Language::English).to_string(),
        ))
    })?;
    let volumes = mamori_press_pdf::volumes(document, &fonts).map_err(fault)?;
    for (at, volume) in volumes.iter().enumerate() {
        let ending = match volumes.len() {
            1 => "pdf".to_owned(),
            _ => format!("{}.pdf", at + 1),
        };
        put(ending, &volume.bytes)?;
    }
    Ok(Outcome::Done(written.join("\n") + "\n"))
}
