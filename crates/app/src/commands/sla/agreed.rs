//! The agreement that a command line names: a file of its own, or the terms of a workspace.

use super::terms_file;
use crate::cli::{Cli, SlaAgreed};
use crate::locate::locate;
use crate::open::Opened;
use crate::outcome::{Outcome, refused};
use crate::today;
use mamori_domain::{Date, Institution, Problem, Said, Scope, SlaTerms, SlaVersion};
use mamori_level_reports::About;
use mamori_rules::Subject;
use mamori_rules::agreed_terms::{AgreedTerms, Versions, faults};
use mamori_rules::check::About as Place;
use mamori_service_levels::{Agreement, Instant};

/// What was agreed, and the day to evaluate for.
pub struct Agreed {
    pub agreement: Agreement,
    pub as_of: Date,
    /// Who agreed, as far as the terms tell.
    about: About,
    /// The first day of each version and its number.
    numbers: Vec<(Option<Date>, Option<String>)>,
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
        let (agreement, versions) = terms_file::read(&name, &text).map_err(Outcome::Unreadable)?;
        Ok(Agreed {
            agreement,
            as_of: input.as_of.unwrap_or_else(today::in_japan),
            about: About::default(),
            numbers: numbers(versions.iter()),
            fingerprint: text,
        })
    }

    /// Who agreed on what is valid at an instant, as far as the terms tell.
    pub fn about(&self, instant: Instant) -> About {
        let valid = self.agreement.at(instant).valid_from;
        let number = self.numbers.iter().find(|(first, _)| *first == valid);
        About {
            version: number.and_then(|(_, number)| number.clone()),
            ..self.about.clone()
        }
    }
}

fn numbers<'a>(versions: impl Iterator<Item = &'a AgreedTerms>) -> Vec<(Option<Date>, Option<String>)> {
    let number = |terms: &SlaTerms| terms.version.as_ref().map(ToString::to_string);
    versions
        .map(|version| (version.terms.valid_from, number(&version.terms)))
        .collect()
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
    let versions = Versions::of(Some(subject.service), institution.map(|(_, one)| one));
    let agreement = versions.agreement().ok_or_else(|| {
        let institution = institution.map(|(id, one)| (Scope::Institution(id.as_str().into()), one));
        Outcome::Undone(unclear(&opened, institution, &versions.present().terms))
    })?;
    Ok(Agreed {
        about,
        numbers: numbers(versions.all()),
        fingerprint: format!("{agreement:?}"),
        agreement,
        as_of: opened.as_of,
    })
}

/// Why nobody can tell which version was valid when.
fn unclear(opened: &Opened, institution: Option<(Scope, &Institution)>, present: &SlaTerms) -> Vec<Problem> {
    let Some((scope, institution)) = institution else {
        return Vec::new();
    };
    let hindering = faults(institution, present)
        .into_iter()
        .filter(|fault| fault.hinders);
    let problem = |fault: mamori_rules::agreed_terms::Fault| {
        let about = match &fault.version {
            Some(number) => Place::row::<SlaVersion>(scope.clone(), number),
            None => Place::row::<SlaTerms>(scope.clone(), ""),
        };
        let help = Said::new(
            "版ごとに違う適用開始日を書いてください。いまの版は sla-terms.toml、前の版は sla-versions.csv です",
            "Give each version a first day of its own: the one in force in sla-terms.toml, those before in sla-versions.csv",
        );
        let place = locate(&opened.raw, &about.field(fault.field));
        let problem = Problem::new(&place, fault.what, help);
        match &opened.file {
            Some(file) => problem.in_file(file),
            None => problem,
        }
    };
    hindering.map(problem).collect()
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
