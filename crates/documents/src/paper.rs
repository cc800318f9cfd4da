//! What a document is made from.

use mamori_catalogue::official::Overlay;
use mamori_catalogue::{Bilingual, ItemId};
use mamori_domain::{Id, Institution, InstitutionProfile, Said};
use mamori_rules::answers::Effective;
use mamori_rules::check::Diagnostic;
use mamori_rules::derive::{ConditionState, Derived};
use mamori_rules::{Assessment, Subject};
use mamori_tree::{Language, Words};
use std::collections::BTreeMap;

/// Everything a document may look at: a service, what follows from it, and how it is to be printed.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// The service in its workspace, the catalogue and the day.
    pub subject: Subject<'a>,
    /// Flows, grid and risks.
    pub derived: &'a Derived,
    /// The conditions of the catalogue.
    pub conditions: &'a [ConditionState],
    /// The effective answer to every control item.
    pub answers: &'a BTreeMap<ItemId, Effective>,
    /// What the check found, of the whole workspace or of this service.
    pub diagnostics: &'a [Diagnostic],
    /// Where in the input each of these findings is to be mended (`services/emr/sites.csv:3`), in
    /// their order; none where the papers are made from no input a person could open.
    pub places: &'a [String],
    /// The language of our words.
    pub language: Language,
    /// SHA-256 of the model in hexadecimal digits.
    pub revision: &'a str,
    /// The official wording from the user's own copy of the guideline.
    pub overlay: Option<&'a Overlay>,
    /// The institution the papers are for; none for papers that are the same for all.
    pub institution: Option<&'a Id<InstitutionProfile>>,
    /// Whether guides for the talks are printed with what is agreed, such as what to settle when
    /// changing a clause of the SLA.
    pub notes: bool,
}

impl<'a> Paper<'a> {
    /// The papers of an assessed service for all institutions.
    pub fn of(assessment: &'a Assessment<'a>, diagnostics: &'a [Diagnostic], language: Language) -> Self {
        Paper {
            subject: assessment.subject,
            derived: &assessment.derived,
            conditions: &assessment.conditions,
            answers: &assessment.answers,
            diagnostics,
            places: &[],
            language,
            revision: &assessment.revision,
            overlay: None,
            institution: None,
            notes: false,
        }
    }

    /// The institution the papers are for.
    pub(crate) fn institution(&self) -> Option<&'a Institution> {
        let wanted = self.institution?;
        self.subject
            .workspace
            .institutions
            .iter()
            .find(|(id, _)| id == wanted)
            .map(|(_, found)| found)
    }

    /// Our words in the language of the papers.
    pub(crate) fn say(&self, words: Words) -> &'static str {
        words.say(self.language)
    }

    /// A sentence in the language of the papers.
    pub(crate) fn said<'b>(&self, said: &'b Said) -> &'b str {
        said.say(self.language)
    }

    /// A text of the catalogue in the language of the papers.
    pub(crate) fn text<'b>(&self, text: &'b Bilingual) -> &'b str {
        text.say(self.language)
    }

    /// Our words with values put into their slots `{0}`, `{1}`. A value is never looked at for slots.
    pub(crate) fn fill(&self, words: Words, values: &[&str]) -> String {
        let template = self.say(words);
        let mut text = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let slot = after
                .split_once('}')
                .and_then(|(number, after)| Some((number.parse().ok()?, after)));
            let Some((number, after)) = slot else {
                text.push('{');
                rest = after;
                continue;
            };
            text.push_str(values.get::<usize>(number).copied().unwrap_or_default());
            rest = after;
        }
        text + rest
    }

    /// Whether the papers are in Japanese.
    pub(crate) fn is_japanese(&self) -> bool {
        self.language == Language::Japanese
    }

    /// The mark that begins an entry of several in one cell.
    pub(crate) fn bullet(&self) -> &'static str {
        if self.is_japanese() { "・" } else { "• " }
    }

    /// Several names as one phrase.
    pub(crate) fn list(&self, names: &[&str]) -> String {
        names.join(if self.is_japanese() { "、" } else { ", " })
    }
}
