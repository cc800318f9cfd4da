//! `mamori duties`: what is due when and to whom, and what is late.

mod calendar;
mod json;
mod text;

use crate::cli::{Cli, Duties, DutiesFormat};
use crate::open::Opened;
use crate::outcome::{Outcome, refused};
use mamori_domain::{Date, anniversary, months_later};
use mamori_rules::duties::{Duty, DutyState, duties};

/// How many years ahead duties are told: beyond that the list says nothing a person plans by.
const MOST_YEARS: i32 = 10;

/// The duties of a workspace with their span.
struct Listing<'a> {
    as_of: Date,
    until: Date,
    /// The provider's name, or that of the workspace while it has none.
    provider: &'a str,
    duties: Vec<Duty>,
}

impl Listing<'_> {
    fn count(&self, state: DutyState) -> usize {
        self.duties.iter().filter(|duty| duty.state == state).count()
    }
}

pub fn run(cli: &Cli, arguments: &Duties) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let as_of = opened.as_of;
    let until = arguments.until.or(months_later(as_of, 12)).unwrap_or(Date::MAX);
    let latest = anniversary(as_of, MOST_YEARS);
    if until < as_of || until > latest {
        return Err(refused(
            format!(
                "--until は基準日（{as_of}）から{MOST_YEARS}年のうちの日にしてください（{until} は使えません）"
            ),
            format!(
                "--until must lie within {MOST_YEARS} years from the day of the check ({as_of}); {until} does not"
            ),
        ));
    }
    let name = opened.workspace.organisation.profile.name.as_deref();
    let listing = Listing {
        as_of,
        until,
        provider: name.unwrap_or(&opened.name),
        duties: duties(&opened.whole(), &opened.assess(), until),
    };
    Ok(Outcome::Done(match arguments.format {
        DutiesFormat::Text => text::table(&listing, cli.lang),
        DutiesFormat::Json => json::document(&listing, cli.lang),
        DutiesFormat::Ics => calendar::calendar(&listing, cli.lang),
    }))
}
