//! Service-level reports: an evaluation becomes the monthly or the yearly report to the institution
//! (GL 別紙1-II 6.5 (1), 7.1, 7.2).
//!
//! Everything printed is computed from terms and events, or is a blank for people to fill in: what the
//! events do not hold is never made up. Notes of events are the user's text and stand as typed.

mod bands;
mod channel;
mod follows;
mod happened;
mod heat;
mod month;
mod parts;
mod shown;
mod year;

#[cfg(test)]
mod tests;

pub use channel::Channel;

use mamori_service_levels::{Agreement, Evaluation, PeriodResult, Taken};
use mamori_tree::{Document, Orientation, Running};
use mamori_words::{Language, Said, Words};

/// Who reports what to whom. What is not known stays a blank on the paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The provider's name.
    pub provider: Option<String>,
    /// The service's name.
    pub service: Option<String>,
    /// The institution's name.
    pub institution: Option<String>,
    /// The version of the terms, as the parties number it.
    pub version: Option<String>,
    /// Handling mark such as 社外秘.
    pub confidentiality: Option<String>,
    /// Short fingerprint of terms and events.
    pub revision: String,
}

/// What reports are made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Who reports what to whom.
    pub about: &'a About,
    /// What was agreed.
    pub agreement: &'a Agreement,
    /// What happened, and the rows that could not be used.
    pub taken: &'a Taken,
    /// What was found.
    pub evaluation: &'a Evaluation,
    /// The language of our words.
    pub language: Language,
    /// The channel the report goes through, which decides what it may hold.
    pub channel: Channel,
}

impl Source<'_> {
    /// The report of a month of the evaluation.
    pub fn month(&self, month: &PeriodResult) -> Document {
        month::report(self, month)
    }

    /// The report of an evaluation period, by the example a year.
    pub fn year(&self, period: &PeriodResult) -> Document {
        year::report(self, period)
    }

    /// Our words in the language of the report.
    pub(crate) fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        Words::new(ja, en).say(self.language)
    }

    /// Our sentence with values in it, in the language of the report.
    pub(crate) fn tell(&self, ja: impl Into<String>, en: impl Into<String>) -> String {
        Said::new(ja, en).say(self.language).to_owned()
    }

    /// Names as one phrase.
    pub(crate) fn list(&self, names: &[&str]) -> String {
        names.join(self.say("、", ", "))
    }

    /// A report with its head and no content yet.
    pub(crate) fn start(
        &self,
        id: &'static str,
        title: String,
        purpose: &str,
        result: &PeriodResult,
    ) -> Document {
        let about = self.about;
        let blank = self.say("（記入）　　　　　　　　", "(to fill in)              ");
        let span = result.period.span;
        // The running head names provider and service; a fact is needed only as a blank for them.
        let mut facts = Vec::new();
        if about.service.is_none() {
            facts.push((self.say("サービス", "Service").to_owned(), blank.to_owned()));
        }
        facts.extend([
            (
                self.say("医療機関等", "Institution").to_owned(),
                about.institution.clone().unwrap_or_else(|| blank.to_owned()),
            ),
            (
                self.say("報告の期間", "Period").to_owned(),
                self.period(&result.period),
            ),
            (self.say("取り決め", "Terms").to_owned(), self.terms(result)),
        ]);
        Document {
            id,
            language: self.language,
            title,
            purpose: purpose.to_owned(),
            running: Running {
                provider: about.provider.clone().unwrap_or_default(),
                service: about.service.clone().unwrap_or_default(),
                revision: about.revision.clone(),
                as_of: span.end().plus(-1).date().to_string(),
                confidentiality: about.confidentiality.clone().unwrap_or_default(),
            },
            facts,
            orientation: Orientation::Landscape,
            blocks: Vec::new(),
        }
    }

    /// The version of the terms and what they promise.
    fn terms(&self, result: &PeriodResult) -> String {
        let terms = self.agreement.at(result.period.span.start());
        let version = self.about.version.as_ref();
        let version = version.map_or_else(String::new, |version| {
            self.tell(format!("{version}版、"), format!("version {version}, "))
        });
        let from = terms.valid_from.map_or_else(String::new, |day| {
            self.tell(format!("{day}から有効。"), format!("valid from {day}; "))
        });
        let hours = terms.first_response_hours.map_or_else(
            || {
                self.say("一次対応の時間は未定", "hours to first response not settled")
                    .to_owned()
            },
            |hours| {
                self.tell(
                    format!("一次対応は業務時間で{hours}時間以内"),
                    format!("first response within {hours} business hours"),
                )
            },
        );
        let update = terms.update_hours;
        self.tell(
            format!("{version}{from}{hours}、更新・修正は公開から{update}時間以内"),
            format!("{version}{from}{hours}, updates within {update} hours of release"),
        )
    }
}
