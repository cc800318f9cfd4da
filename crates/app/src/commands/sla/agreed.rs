//! The agreement that a command line names: a file of its own, or the terms of a workspace.

use super::terms_file;
use crate::cli::{Cli, SlaAgreed};
use crate::open::Opened;
use crate::outcome::{Outcome, refused};
use crate::today;
use mamori_domain::{Date, Scope, SlaTerms};
use mamori_level_reports::About;
use mamori_rules::Subject;
use mamori_rules::check::sla::Terms as TermsOfModel;
use mamori_service_levels::{Agreement, Calendar, GradeTable, Target, Terms};

/// What was agreed, and the day to evaluate for.
pub struct Agreed {
    pub agreement: Agreement,
    pub as_of: Date,
    /// Who agreed, as far as the terms tell.
    pub about: About,
    /// What the terms were read from, for the fingerprint of reports.
    pub fingerprint: String,
}

impl Agreed {
    pub fn read(cli: &Cli, input: &SlaAgreed) -> Result<Agreed, Outcome> {
        let path = &input.terms;
        let is_file = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
        if !is_file || path.is_dir() {
            return of_workspace(cli, input);
        }
        if input.service.is_some() || input.institution.is_some() {
            return Err(refused(
                "--service と --institution は、取り決めをワークスペースから読むときだけ使えます",
                "--service and --institution go with terms from a workspace",
            ));
        }
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| {
            refused(
                format!("{name}：読めません（{error}）"),
                format!("{name}: cannot be read ({error})"),
            )
        })?;
        Ok(Agreed {
            agreement: terms_file::read(&name, &text).map_err(Outcome::Unreadable)?,
            as_of: input.as_of.unwrap_or_else(today::in_japan),
            about: About::default(),
            fingerprint: text,
        })
    }
}

fn of_workspace(cli: &Cli, input: &SlaAgreed) -> Result<Agreed, Outcome> {
    let opened = Opened::read(cli, &input.terms, input.as_of)?;
    let subjects = Subject::all(&opened.workspace, &opened.catalogue, opened.as_of);
    let ids: Vec<&str> = subjects.iter().map(|subject| subject.id.as_str()).collect();
    let subject = match (&input.service, subjects.as_slice()) {
        (None, [one]) => one,
        (None, _) => return Err(choose("サービス", "service", "--service", &ids)),
        (Some(id), all) => {
            let mut found = all.iter().filter(|subject| subject.id.as_str() == id);
            found.next().ok_or_else(|| unknown(id, &ids))?
        }
    };
    let institutions = &opened.workspace.institutions;
    let ids: Vec<&str> = institutions.iter().map(|(id, _)| id.as_str()).collect();
    let institution = match (&input.institution, institutions.as_slice()) {
        (None, [one]) => Some(one),
        (None, _) => None,
        (Some(id), all) => {
            let mut found = all.iter().filter(|(own, _)| own.as_str() == id);
            Some(found.next().ok_or_else(|| unknown(id, &ids))?)
        }
    };
    let name = |text: &Option<mamori_domain::Text>| text.as_ref().map(ToString::to_string);
    let about = About {
        provider: name(&opened.workspace.organisation.profile.name),
        service: name(&subject.service.profile.name),
        institution: institution.map(|(id, one)| name(&one.profile.name).unwrap_or_else(|| id.to_string())),
        confidentiality: name(&opened.workspace.settings.confidentiality),
        ..About::default()
    };
    let institution = institution.map(|(id, one)| (Scope::Institution(id.as_str().into()), one));
    let terms = TermsOfModel::of(subject, institution);
    let figures = figures(&terms);
    let version = terms.given(|terms| terms.version.as_ref());
    Ok(Agreed {
        about: About {
            version: version.map(ToString::to_string),
            ..about
        },
        fingerprint: format!("{figures:?}"),
        agreement: figures.into(),
        as_of: opened.as_of,
    })
}

fn choose(ja: &str, en: &str, flag: &str, ids: &[&str]) -> Outcome {
    refused(
        format!(
            "{ja}が一つに決まりません。{flag} で選んでください：{}",
            ids.join("、")
        ),
        format!("Choose one {en} with {flag}: {}", ids.join(", ")),
    )
}

fn unknown(id: &str, ids: &[&str]) -> Outcome {
    refused(
        format!("「{id}」はありません。あるのは {} です", ids.join("、")),
        format!("There is no \"{id}\"; there are {}", ids.join(", ")),
    )
}

/// The figures of the terms: an institution's before the service's before those of the guideline's example.
pub(super) fn figures(terms: &TermsOfModel<'_>) -> Terms {
    let example = Terms::default();
    let hour = |field: fn(&SlaTerms) -> Option<i64>, example| terms.given(field).unwrap_or(example);
    let number = |field: fn(&SlaTerms) -> Option<i64>| terms.given(field).and_then(|n| u32::try_from(n).ok());
    let count = |field: fn(&SlaTerms) -> Option<i64>, example: u64| {
        terms
            .given(field)
            .and_then(|n| u64::try_from(n).ok())
            .unwrap_or(example)
    };
    let GradeTable {
        a_at_most,
        b_at_most,
        c_at_most,
    } = example.grades;
    let target = |parts: Option<u32>| parts.and_then(Target::from_parts);
    Terms {
        valid_from: terms.given(|t| t.valid_from),
        calendar: Calendar::of_example(
            (
                hour(|t| Some(t.weekday_start?.0), 8),
                hour(|t| Some(t.weekday_end?.0), 21),
            ),
            (
                hour(|t| Some(t.holiday_start?.0), 8),
                hour(|t| Some(t.holiday_end?.0), 17),
            ),
        ),
        business: target(number(|t| Some(t.availability_business?.0))).or(example.business),
        other: target(number(|t| Some(t.availability_other?.0))).or(example.other),
        first_response_hours: number(|t| Some(t.first_response_hours?.0)),
        update_hours: number(|t| Some(t.update_hours?.0)).unwrap_or(example.update_hours),
        evaluation_months: number(|t| Some(t.evaluation_months?.0)).unwrap_or(example.evaluation_months),
        unimproved_months: number(|t| Some(t.unimproved_months?.0)).unwrap_or(example.unimproved_months),
        grades: GradeTable {
            a_at_most: count(|t| Some(t.grade_a_at_most?.0), a_at_most),
            b_at_most: count(|t| Some(t.grade_b_at_most?.0), b_at_most),
            c_at_most: count(|t| Some(t.grade_c_at_most?.0), c_at_most),
        },
        performance_defined: terms.given(|t| t.performance.as_ref()).is_some(),
        ..example
    }
}
