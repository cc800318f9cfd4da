//! Duties as iCalendar (RFC 5545): one event of a whole day for each.
//!
//! Nothing of the clock goes in: DTSTAMP is the day of the check, so that the same workspace gives the
//! same bytes.

use super::Listing;
use mamori_domain::{Language, Words};
use mamori_rules::duties::{Duty, DutyState};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Octets of a line without its end (RFC 5545 3.1).
const LINE: usize = 75;

pub(super) fn calendar(listing: &Listing<'_>, language: Language) -> String {
    let mut out = String::new();
    let name = Words::new("安全管理の務め", "Duties of safety management").say(language);
    property(&mut out, "BEGIN", "VCALENDAR");
    property(&mut out, "VERSION", "2.0");
    property(&mut out, "PRODID", "-//Mamori//duties//JA");
    property(&mut out, "CALSCALE", "GREGORIAN");
    property(&mut out, "METHOD", "PUBLISH");
    property(
        &mut out,
        "X-WR-CALNAME",
        &text(&format!("{name} {}", listing.provider)),
    );
    let stamp = listing.as_of.strftime("%Y%m%dT000000Z").to_string();
    for duty in &listing.duties {
        property(&mut out, "BEGIN", "VEVENT");
        property(&mut out, "UID", &uid(listing.provider, &duty.id));
        property(&mut out, "DTSTAMP", &stamp);
        property(
            &mut out,
            "DTSTART;VALUE=DATE",
            &duty.due.strftime("%Y%m%d").to_string(),
        );
        property(&mut out, "SUMMARY", &text(&summary(duty, language)));
        property(&mut out, "DESCRIPTION", &text(&description(duty, language)));
        property(&mut out, "CATEGORIES", &text(duty.state.words().say(language)));
        property(&mut out, "TRANSP", "TRANSPARENT");
        property(&mut out, "END", "VEVENT");
    }
    property(&mut out, "END", "VCALENDAR");
    out
}

/// What is not simply to come says so before anything else.
fn summary(duty: &Duty, language: Language) -> String {
    let what = duty.what.say(language);
    match duty.state {
        DutyState::Due => what.to_owned(),
        state => format!("[{}] {what}", state.words().say(language)),
    }
}

fn description(duty: &Duty, language: Language) -> String {
    let line = |words: Words, value: &str| format!("{}: {value}", words.say(language));
    let mut lines = vec![
        line(Words::new("宛先", "To"), duty.to.said().say(language)),
        line(Words::new("根拠", "Ground"), duty.basis.say(language)),
        line(Words::new("状態", "State"), duty.state.words().say(language)),
    ];
    if let Some(proof) = &duty.evidence {
        let day = proof.date.map_or_else(String::new, |date| format!(" {date}"));
        lines.push(line(Words::new("記録", "Record"), &format!("{}{day}", proof.id)));
    }
    lines.push(duty.id.clone());
    lines.join("\n")
}

/// The same for the same duty of the same provider, so that reading the calendar again replaces its
/// events; ASCII whatever the ids hold. The provider keeps calendars of several apart.
fn uid(provider: &str, duty: &str) -> String {
    let digest = Sha256::digest(format!("{provider}\n{duty}"));
    let mut uid = String::new();
    for byte in digest.iter().take(16) {
        let _ = write!(uid, "{byte:02x}");
    }
    uid.push_str("@mamori.invalid");
    uid
}

/// A value of type TEXT (RFC 5545 3.3.11): a line break can never begin a property of its own.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    let value = value.replace("\r\n", "\n");
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line of content, folded between letters, never within one.
fn property(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if octets + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod duties_tests {
    use super::*;
    use mamori_domain::{Date, Said};
    use mamori_rules::duties::{Recipient, SubjectOfDuty};

    fn listing(what: &str) -> Listing<'static> {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        Listing {
            as_of: day("2026-11-01"),
            until: day("2027-11-01"),
            provider: "事業者",
            duties: vec![Duty {
                id: "rule/①/2026-12-01".to_owned(),
                what: Said::new(what, what),
                to: Recipient::Own,
                due: day("2026-12-01"),
                state: DutyState::Due,
                evidence: None,
                basis: Said::new("GL 4.3", "GL 4.3"),
                subject: SubjectOfDuty {
                    kind: "service",
                    id: "emr".to_owned(),
                },
            }],
        }
    }

    /// The lines after unfolding.
    fn lines(calendar: &str) -> Vec<String> {
        let unfolded = calendar.replace("\r\n ", "");
        unfolded.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn user_text_stays_text() {
        let printed = calendar(
            &listing("a,b;c\\d\r\nBEGIN:VEVENT\nEND:VCALENDAR\rX:1\u{2028}UID:2"),
            Language::Japanese,
        );
        let lines = lines(&printed);
        let wanted = "SUMMARY:a\\,b\\;c\\\\d\\nBEGIN:VEVENT\\nEND:VCALENDAR\\nX:1\\nUID:2";
        assert!(lines.iter().any(|line| line == wanted), "{lines:?}");
        let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
        assert_eq!(
            (count("BEGIN:VEVENT"), count("END:VCALENDAR"), count("X:1")),
            (1, 1, 0)
        );
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_letters_and_end_in_crlf() {
        let long = "報告、".repeat(60);
        let printed = calendar(&listing(&long), Language::Japanese);
        assert!(printed.split("\r\n").all(|line| line.len() <= LINE), "{printed}");
        assert!(
            printed.split("\r\n").any(|line| line.len() > LINE - 3),
            "folded too early"
        );
        assert!(!printed.replace("\r\n", "").contains(['\r', '\n']));
        let wanted = format!("SUMMARY:{long}");
        assert!(lines(&printed).contains(&wanted), "unfolding gives the text back");
    }

    #[test]
    fn an_event_keeps_its_uid_and_its_stamp_is_the_day_of_the_check() {
        let uid_of = |printed: &str| {
            let mut found = lines(printed).into_iter();
            found.find(|line| line.starts_with("UID:")).expect("it has one")
        };
        let one = calendar(&listing("前"), Language::Japanese);
        let other = calendar(&listing("後"), Language::English);
        assert_eq!(uid_of(&one), uid_of(&other));
        assert!(uid_of(&one).is_ascii());
        assert!(one.contains("\r\nDTSTAMP:20261101T000000Z\r\n"));
        assert!(one.contains("\r\nDTSTART;VALUE=DATE:20261201\r\n"));
    }
}
