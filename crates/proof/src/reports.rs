//! The service-level reports of an institution's good and bad year, printed by the product, with the
//! trees they must say.

use crate::leaks;
use crate::sets::Printed;
use anyhow::{Context, Result, anyhow};
use mamori_domain::{Language, Text};
use mamori_events::{Format, Sampling};
use mamori_formats::workspace_file;
use mamori_level_reports::{About, Channel, Source};
use mamori_press::labels;
use mamori_rules::agreed_terms::Versions;
use mamori_service_levels::{Evaluation, Instant, Intake, Interval, Taken};
use mamori_tree::Document;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is reported of a year: the options, and the name of the files.
const REPORTS: [(&[&str], &str); 2] = [
    (&["--month", "2026-07"], "sla-2026-07"),
    (&["--year"], "sla-year-2026-04"),
];

/// First and last midnight of the years that the example tells.
const YEAR: [&str; 2] = ["2026-04-01", "2027-04-01"];

/// A workspace of one institution with its files of events.
pub struct Years<'a> {
    /// The workspace.
    pub workspace: &'a Path,
    /// The files, one a year.
    pub events: &'a [PathBuf],
}

/// The files of events of an example, good year and bad year; none for an example without.
pub fn events(example: &Path) -> Result<Vec<PathBuf>> {
    let folder = example.join("institutions/aoba-clinic/events");
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

/// Files of events with a text in place of every note.
pub fn with_notes(events: &[PathBuf], note: &str, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    std::fs::create_dir_all(folder)?;
    for path in events {
        let mut reader = csv::Reader::from_path(path)?;
        let head = reader.headers()?.clone();
        let at = head
            .iter()
            .position(|name| name == "note")
            .context("events have notes")?;
        let other = folder.join(path.file_name().context("a file has a name")?);
        let mut writer = csv::Writer::from_path(&other)?;
        writer.write_record(&head)?;
        for row in reader.records() {
            let row = row?;
            let cells = row.iter().enumerate();
            writer.write_record(cells.map(|(place, cell)| if place == at { note } else { cell }))?;
        }
        writer.flush()?;
        written.push(other);
    }
    Ok(written)
}

/// Prints the reports of every year and pairs each file with its tree.
///
/// # Errors
/// What the product refuses.
pub fn print(
    mamori: &Path,
    years: &Years<'_>,
    language: Language,
    out: &Path,
    name: &str,
) -> Result<Vec<Printed>> {
    let mut printed = Vec::new();
    for events in years.events {
        let year = events.file_stem().context("a year has a name")?.to_string_lossy();
        let folder = out.join(&*year);
        for (options, stem) in REPORTS {
            let mut command = Command::new(mamori);
            command.args(["sla", "report", "--lang", language.code()]);
            command.args(["--from", YEAR[0], "--to", YEAR[1]]);
            command.args(options).arg("--terms").arg(years.workspace);
            command.arg("--events").arg(events).arg("--out").arg(&folder);
            leaks::watched(&mut command, years.workspace, &out.with_extension("rooms"))?;
            let path = |format: &str| folder.join(format!("{stem}.{}.{format}", language.code()));
            let revision = revision(&std::fs::read_to_string(path("html"))?, language)?;
            let document = tree(years.workspace, events, language, revision, stem.contains("year"))?;
            for format in ["html", "pdf", "xlsx"] {
                let path = path(format);
                let file = path.file_name().context("a file has a name")?.to_string_lossy();
                printed.push(Printed {
                    shown: format!("{name}/{year}/{file}"),
                    format: format.to_owned(),
                    document: Some(document.clone()),
                    path: path.clone(),
                });
            }
        }
    }
    Ok(printed)
}

/// The fingerprint a page shows: it is made from terms and events, which are compared themselves.
fn revision(page: &str, language: Language) -> Result<String> {
    let label = format!("{}: ", labels::REVISION.say(language));
    let (_, rest) = page.split_once(&label).context("a report has a revision")?;
    let end = rest.find('<').context("a revision ends")?;
    Ok(rest[..end].to_owned())
}

/// The tree of a report.
fn tree(
    workspace: &Path,
    events: &Path,
    language: Language,
    revision: String,
    year: bool,
) -> Result<Document> {
    let loaded = workspace_file::load(workspace).map_err(|problems| anyhow!("{problems:?}"))?;
    let workspace = &loaded.workspace;
    let [(_, institution)] = &workspace.institutions[..] else {
        anyhow::bail!("the example has one institution");
    };
    let [(_, service)] = &workspace.services[..] else {
        anyhow::bail!("the example has one service");
    };
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let about = About {
        provider: text(&workspace.organisation.profile.name),
        service: text(&service.profile.name),
        institution: text(&institution.profile.name),
        version: text(&institution.sla_terms.version),
        confidentiality: text(&workspace.settings.confidentiality),
        revision,
    };
    let midnight = |day: &str| day.parse().map(Instant::midnight).context("a day");
    let span = Interval::new(midnight(YEAR[0])?, midnight(YEAR[1])?).context("a year")?;
    let taken = taken(events)?;
    let versions = Versions::of(Some(service), Some(institution));
    let agreement = versions
        .agreement()
        .context("the versions of the terms are told apart")?;
    let evaluation = Evaluation::of(&agreement, &taken.events, span);
    let source = Source {
        about: &about,
        agreement: &agreement,
        taken: &taken,
        evaluation: &evaluation,
        language,
        channel: Channel::Paper,
    };
    if year {
        let period = evaluation.evaluations.first().context("a year is evaluated")?;
        return Ok(source.year(period));
    }
    let july = midnight("2026-07-01")?;
    let mut months = evaluation.months.iter();
    let month = months.find(|month| month.period.span.start() == july);
    Ok(source.month(month.context("the month is evaluated")?))
}

fn taken(events: &Path) -> Result<Taken> {
    let mut intake = Intake::default();
    let bytes = std::fs::read(events)?;
    let read = mamori_events::read(Format::Csv, &bytes, Sampling::default(), &mut intake);
    read.map_err(|said| anyhow!("{}", said.en))?;
    Ok(intake.end())
}
