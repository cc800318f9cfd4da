//! Duties for people: what is late first, then month by month.

use super::Listing;
use mamori_domain::{Language, Words};
use mamori_rules::duties::{Duty, DutyState, Proof};
use std::fmt::Write as _;

pub(super) fn table(listing: &Listing<'_>, language: Language) -> String {
    let (as_of, until) = (listing.as_of, listing.until);
    let mut out = match language {
        Language::Japanese => format!("{as_of} 現在の務めの一覧（{until} まで）\n"),
        Language::English => format!("Duties on {as_of}, up to {until}\n"),
    };
    let (late, others): (Vec<&Duty>, Vec<&Duty>) = listing
        .duties
        .iter()
        .partition(|duty| duty.state == DutyState::Late);
    if !late.is_empty() {
        let heading = Words::new("期日を過ぎたもの", "Past their day");
        let _ = writeln!(out, "\n{}", heading.say(language));
        late.iter().for_each(|duty| line(duty, language, &mut out));
    }
    let mut month = None;
    for duty in others {
        let this = (duty.due.year(), duty.due.month());
        if month.replace(this) != Some(this) {
            let _ = match language {
                Language::Japanese => writeln!(out, "\n{}年{}月", this.0, this.1),
                Language::English => writeln!(out, "\n{:04}-{:02}", this.0, this.1),
            };
        }
        line(duty, language, &mut out);
    }
    let [done, due, late] =
        [DutyState::Done, DutyState::Due, DutyState::Late].map(|state| listing.count(state));
    let _ = match language {
        Language::Japanese => writeln!(out, "\n遅れ {late}件、これから {due}件、済み {done}件"),
        Language::English => writeln!(out, "\n{late} late, {due} due, {done} done"),
    };
    out
}

/// One duty: day, state, what, to whom, the ground, and what shows that it was done.
fn line(duty: &Duty, language: Language, out: &mut String) {
    let state = duty.state.words().say(language);
    // The longest word of the language sets the column; Japanese letters take two places each.
    let places = match language {
        Language::Japanese => 8 - 2 * state.chars().count(),
        Language::English => 4 - state.len(),
    };
    let _ = write!(
        out,
        "  {}  {state}{:places$}  {} → {} [{}]",
        duty.due,
        "",
        duty.what.say(language),
        duty.to.said().say(language),
        duty.basis.say(language)
    );
    if let Some(Proof { id, date, .. }) = &duty.evidence {
        let day = date.map_or_else(String::new, |date| format!(" {date}"));
        let _ = write!(out, " {}: {id}{day}", Words::new("記録", "record").say(language));
    }
    out.push('\n');
}
