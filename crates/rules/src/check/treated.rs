//! A treatment with the risks it covers, as the rules on treatment look at it (GL 5.1.3–5.1.5).

use super::{About, Findings};
use crate::answers::items_named;
use crate::assessment::Assessment;
use crate::derive::Risk;
use mamori_catalogue::{Catalogue, TreatmentNeed};
use mamori_domain::{
    ACCEPTANCE_DEFAULT, AnswerStatus, ItemRef, Pattern, Said, Treatment, TreatmentOption, Words,
};
use std::collections::{BTreeMap, BTreeSet};

/// A treatment and its risks.
pub(super) struct Treated<'a> {
    assessment: &'a Assessment<'a>,
    /// The row.
    pub(super) treatment: &'a Treatment,
    risks: &'a [usize],
    idle: &'a [usize],
}

/// How the control items behind one reference of a treatment stand, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    /// Something is done now.
    InEffect,
    /// Nothing yet, but something is planned.
    Planned,
    /// Unanswered or not applicable throughout.
    Missing,
}

/// The treatments of a service with their risks.
pub(super) fn treated<'a>(assessment: &'a Assessment<'a>) -> impl Iterator<Item = Treated<'a>> {
    let treating = assessment.treating();
    let rows = assessment.subject.service.treatments.iter().enumerate();
    rows.map(move |(place, treatment)| Treated {
        assessment,
        treatment,
        risks: treating.risks_of(place),
        idle: treating.idle_patterns(place),
    })
}

/// The highest level that a service accepts without a further decision.
pub(super) fn acceptance(assessment: &Assessment<'_>) -> i64 {
    assessment
        .subject
        .service
        .profile
        .acceptance
        .unwrap_or(ACCEPTANCE_DEFAULT)
        .0
}

/// What the edition asks for at the level of a risk.
pub(super) fn need(catalogue: &Catalogue, risk: &Risk) -> Option<TreatmentNeed> {
    catalogue
        .level_of(u32::from(risk.product))
        .map(|level| level.treatment)
}

/// Whether a risk needs a response: its rank demands one, or it is above what is accepted.
pub(super) fn needs_response(assessment: &Assessment<'_>, risk: &Risk) -> bool {
    let demanded = need(assessment.subject.catalogue, risk);
    i64::from(risk.product) > acceptance(assessment)
        || matches!(demanded, Some(TreatmentNeed::Several | TreatmentNeed::Required))
}

/// Treatments whose risks want so much and have fewer than so many measures, each with those risks.
/// Measures of all treatments of a risk count together, and what is avoided needs none; the first
/// treatment of a risk stands for it.
fn short_of_measures<'a>(
    assessment: &'a Assessment<'_>,
    wanted: TreatmentNeed,
    least: usize,
) -> BTreeMap<usize, Vec<&'a Risk>> {
    let (subject, treating) = (&assessment.subject, assessment.treating());
    let mut short: BTreeMap<usize, Vec<&Risk>> = BTreeMap::new();
    for (place, risk) in assessment.derived.risks.iter().enumerate() {
        let places = treating.treatments_of(place);
        let Some(first) = places
            .first()
            .filter(|_| need(subject.catalogue, risk) == Some(wanted))
        else {
            continue;
        };
        let rows = || places.iter().map(|at| &subject.service.treatments[*at]);
        let avoided = rows().any(|row| row.options.contains(&TreatmentOption::Avoid));
        if !avoided && together(rows()) < least {
            short.entry(*first).or_default().push(risk);
        }
    }
    short
}

/// Tells of each such treatment, naming its first risk and how many more there are.
pub(super) fn tell_short_of_measures(
    assessment: &Assessment<'_>,
    (wanted, least): (TreatmentNeed, usize),
    lacking: Words,
    findings: &mut Findings,
) {
    for (place, risks) in short_of_measures(assessment, wanted, least) {
        let treatment = &assessment.subject.service.treatments[place];
        let (id, rank) = (&risks[0].id, &risks[0].rank);
        let (ja, en) = match risks.len() - 1 {
            0 => (String::new(), String::new()),
            more => (format!("ほか{more}件"), format!(" and {more} more")),
        };
        findings.add(
            About::service::<Treatment>(&assessment.subject, &treatment.id).field("items"),
            Said::new(
                format!("リスク「{id}」{ja}は {rank} ランクですが、{}", lacking.ja),
                format!("Risk \"{id}\"{en}: rank {rank} with {}", lacking.en),
            ),
        );
    }
}

/// How many countermeasures a treatment names: items and measures, each once, and its own words.
pub(super) fn countermeasures(treatment: &Treatment) -> usize {
    together(std::iter::once(treatment))
}

/// The same of several treatments of one risk: a measure that two of them name counts once.
pub(super) fn together<'a>(treatments: impl Iterator<Item = &'a Treatment> + Clone) -> usize {
    let named: BTreeSet<&ItemRef> = treatments.clone().flat_map(|row| &row.items).collect();
    named.len() + treatments.filter(|row| row.provider_note.is_some()).count()
}

impl<'a> Treated<'a> {
    /// The row, for a finding on one of its fields.
    pub(super) fn about(&self, field: &'static str) -> About {
        About::service::<Treatment>(&self.assessment.subject, &self.treatment.id).field(field)
    }

    /// The risks it covers.
    pub(super) fn risks(&self) -> impl Iterator<Item = &'a Risk> {
        let all = &self.assessment.derived.risks;
        self.risks.iter().map(|place| &all[*place])
    }

    /// Its patterns that cover no risk.
    pub(super) fn idle_patterns(&self) -> impl Iterator<Item = &'a Pattern> {
        let patterns = &self.treatment.risks;
        self.idle.iter().filter_map(move |place| patterns.get(*place))
    }

    /// The highest risk it covers.
    pub(super) fn highest(&self) -> Option<&'a Risk> {
        self.risks().max_by_key(|risk| risk.product)
    }

    /// Whether one of its risks needs a response.
    pub(super) fn answers_need(&self) -> bool {
        self.highest()
            .is_some_and(|risk| needs_response(self.assessment, risk))
    }

    /// Whether it chooses an option.
    pub(super) fn chooses(&self, option: TreatmentOption) -> bool {
        self.treatment.options.contains(&option)
    }

    /// The level that remains; nothing while it is not rated.
    pub(super) fn residual(&self) -> Option<i64> {
        let (impact, likelihood) = (
            self.treatment.residual_impact?,
            self.treatment.residual_likelihood?,
        );
        Some(impact.0 * likelihood.0)
    }

    /// Whether what remains is above what is accepted.
    pub(super) fn remains_too_high(&self) -> bool {
        self.residual()
            .is_some_and(|level| level > acceptance(self.assessment))
    }

    /// How each reference to an item or measure stands. A measure is in effect as soon as one of its
    /// items is: others of it may not apply to the service.
    pub(super) fn footings(&self) -> impl Iterator<Item = (&'a ItemRef, Footing)> {
        let assessment = self.assessment;
        self.treatment.items.iter().filter_map(move |named| {
            let items = items_named(assessment.subject.catalogue, std::slice::from_ref(named));
            // What the catalogue does not hold is told by catalogue-id-unknown.
            (!items.is_empty()).then_some(())?;
            let mut answers = items.iter().filter_map(|item| assessment.answers.get(&item.id));
            let footing = match answers.clone().any(|answer| answer.is_in_effect()) {
                true => Footing::InEffect,
                false if answers.any(|answer| answer.status == Some(AnswerStatus::Planned)) => {
                    Footing::Planned
                }
                false => Footing::Missing,
            };
            Some((named, footing))
        })
    }
}
