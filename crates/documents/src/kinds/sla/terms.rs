//! The terms of the SLA: the institution's before the service's, and those before the figures of the
//! guideline's example.

use crate::Paper;
use mamori_catalogue::SlaFigure;
use mamori_domain::{
    AgreementState, AgreementSubject, ContractHolder, Environment, Id, Layer, NotAgreed, Owner, Site,
    SlaTerms, Supplier,
};

wording! {
    SPAN = "{0}時から{1}時まで" / "{0}:00 to {1}:00";
    WHOLE_DAY = "終日" / "all day";
    AT_LEAST = "{0}以上" / "{0} or more";
    NO_TARGET = "目標を定めない" / "no target is agreed";
    ONE_HOUR = "1時間" / "1 hour";
    SOME_HOURS = "{0}時間" / "{0} hours";
    REVISION = "識別番号 {0}、基準日 {1}" / "revision {0}, as of {1}";
    AGREED_REVISION = "識別番号 {0} の内容に {1} に合意" / "revision {0}, agreed on {1}";
    NONE = "なし" / "none";
    NO_SHORTFALL = "0 件" / "none";
    SHORTFALLS = "{0} 件以下" / "{0} at most";
    DOES = "{0}（{1}）" / "{0} ({1})";
    REACHED = "{0}　{1}" / "{0}, {1}";
}

/// A term of the parties.
pub(super) fn term<T>(paper: &Paper<'_>, field: impl Fn(&SlaTerms) -> Option<T>) -> Option<T> {
    super::decisions::terms(paper).given(field)
}

/// A text of the parties.
pub(super) fn text(paper: &Paper<'_>, field: fn(&SlaTerms) -> Option<&str>) -> Option<String> {
    term(paper, |terms| field(terms).map(str::trim).map(str::to_owned))
}

/// A number of the parties, or that of the example's clause.
pub(super) fn number(
    paper: &Paper<'_>,
    field: impl Fn(&SlaTerms) -> Option<i64>,
    clause: &str,
    figure: &str,
) -> Option<i64> {
    let example = || match paper
        .subject
        .catalogue
        .sla()
        .clauses
        .get(clause)?
        .figures
        .get(figure)?
    {
        SlaFigure::Number(number) => Some(i64::from(*number)),
        SlaFigure::Numbers(_) | SlaFigure::Open => None,
    };
    term(paper, field).or_else(example)
}

/// A share of a million as per cent: 999500 is 99.95%.
pub(super) fn percent(ppm: i64) -> String {
    let (whole, rest) = (ppm / 10_000, ppm % 10_000);
    let rest = format!("{rest:04}");
    match rest.trim_end_matches('0') {
        "" => format!("{whole}%"),
        digits => format!("{whole}.{digits}%"),
    }
}

pub(super) fn figure(value: Option<i64>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// A span of the day; from midnight to midnight it is the whole of it.
fn span(paper: &Paper<'_>, start: i64, end: i64) -> String {
    match (start, end) {
        (0, 24) => paper.say(WHOLE_DAY).to_owned(),
        _ => paper.fill(SPAN, &[&start.to_string(), &end.to_string()]),
    }
}

/// A number of hours with its unit, which English counts.
fn hours(paper: &Paper<'_>, count: i64) -> String {
    match count {
        1 => paper.say(ONE_HOUR).to_owned(),
        _ => paper.fill(SOME_HOURS, &[&count.to_string()]),
    }
}

/// The hours at which business begins and ends from Monday to Saturday.
pub(super) fn weekday_times(paper: &Paper<'_>) -> Option<(i64, i64)> {
    let clause = "service-hours";
    let start = number(
        paper,
        |t| Some(t.weekday_start?.0),
        clause,
        "business_monday_saturday_start_hour",
    )?;
    let end = number(
        paper,
        |t| Some(t.weekday_end?.0),
        clause,
        "business_monday_saturday_end_hour",
    )?;
    Some((start, end))
}

/// The hours at which business begins and ends on Sundays and holidays.
pub(super) fn holiday_times(paper: &Paper<'_>) -> Option<(i64, i64)> {
    let clause = "service-hours";
    let start = number(
        paper,
        |t| Some(t.holiday_start?.0),
        clause,
        "business_sunday_holiday_start_hour",
    )?;
    let end = number(
        paper,
        |t| Some(t.holiday_end?.0),
        clause,
        "business_sunday_holiday_end_hour",
    )?;
    Some((start, end))
}

pub(super) fn weekday(paper: &Paper<'_>) -> Option<String> {
    let (start, end) = weekday_times(paper)?;
    Some(span(paper, start, end))
}

pub(super) fn holiday(paper: &Paper<'_>) -> Option<String> {
    let (start, end) = holiday_times(paper)?;
    Some(span(paper, start, end))
}

/// A target as it is agreed: so much or more, or none.
fn target(paper: &Paper<'_>, refused: NotAgreed, share: Option<i64>) -> Option<String> {
    if super::decisions::terms(paper).agreed().is_refused(refused) {
        return Some(paper.say(NO_TARGET).to_owned());
    }
    Some(paper.fill(AT_LEAST, &[&percent(share?)]))
}

pub(super) fn business(paper: &Paper<'_>) -> Option<String> {
    let field = |t: &SlaTerms| Some(t.availability_business?.0);
    let share = number(paper, field, "availability", "availability_business_ppm");
    target(paper, NotAgreed::AvailabilityBusiness, share)
}

pub(super) fn other_times(paper: &Paper<'_>) -> Option<String> {
    let field = |t: &SlaTerms| Some(t.availability_other?.0);
    let share = number(paper, field, "availability", "availability_other_ppm");
    target(paper, NotAgreed::AvailabilityOther, share)
}

pub(super) fn response(paper: &Paper<'_>) -> Option<String> {
    term(paper, |t| Some(t.first_response_hours?.0)).map(|count| hours(paper, count))
}

pub(super) fn updates(paper: &Paper<'_>) -> Option<String> {
    number(paper, |t| Some(t.update_hours?.0), "malware", "update_hours").map(|count| hours(paper, count))
}

pub(super) fn notice(paper: &Paper<'_>) -> Option<String> {
    figure(number(
        paper,
        |t| Some(t.notice_days?.0),
        "notice-stop",
        "notice_days",
    ))
}

pub(super) fn evaluation(paper: &Paper<'_>) -> Option<String> {
    figure(number(
        paper,
        |t| Some(t.evaluation_months?.0),
        "evaluation",
        "interval_months",
    ))
}

/// The most shortfalls of grades A, B and C.
fn grades(paper: &Paper<'_>) -> [Option<String>; 3] {
    let of = |field: fn(&SlaTerms) -> Option<i64>, name| figure(number(paper, field, "evaluation", name));
    [
        of(|t| Some(t.grade_a_at_most?.0), "grade_a_shortfalls_at_most"),
        of(|t| Some(t.grade_b_at_most?.0), "grade_b_shortfalls_at_most"),
        of(|t| Some(t.grade_c_at_most?.0), "grade_c_shortfalls_at_most"),
    ]
}

/// The limit of a grade as it is said: nothing may be short of none, else up to a number.
pub(super) fn grade(paper: &Paper<'_>, at: usize) -> Option<String> {
    let most = grades(paper).into_iter().nth(at).flatten()?;
    Some(match most.as_str() {
        "0" => paper.say(NO_SHORTFALL).to_owned(),
        _ => paper.fill(SHORTFALLS, &[&most]),
    })
}

pub(super) fn version(paper: &Paper<'_>) -> Option<String> {
    text(paper, |t| t.version.as_deref())
}

pub(super) fn valid_from(paper: &Paper<'_>) -> Option<String> {
    Some(term(paper, |t| t.valid_from)?.to_string())
}

pub(super) fn valid_to(paper: &Paper<'_>) -> Option<String> {
    Some(term(paper, |t| t.valid_to)?.to_string())
}

/// The revision of the disclosure that the SLA takes in: the one agreed to, else the one printed with it.
pub(super) fn disclosure(paper: &Paper<'_>) -> (String, String, bool) {
    let agreements = paper
        .institution()
        .map(|one| one.agreements.as_slice())
        .unwrap_or_default();
    let agreed = agreements.iter().rfind(|row| {
        row.service == *paper.subject.id
            && row.subject == AgreementSubject::Disclosure
            && row.state == AgreementState::Agreed
            && row.revision.is_some()
    });
    match agreed.and_then(|row| Some((row.revision.as_ref()?.as_str().to_owned(), row.date?.to_string()))) {
        Some((revision, date)) => (revision, date, true),
        None => (paper.revision.to_owned(), paper.subject.as_of.to_string(), false),
    }
}

pub(super) fn disclosure_words(paper: &Paper<'_>) -> Option<String> {
    let (revision, date, agreed) = disclosure(paper);
    let words = if agreed { AGREED_REVISION } else { REVISION };
    Some(paper.fill(words, &[&crate::shared::short_revision(&revision), &date]))
}

/// The companies that `wanted` picks, each with its work; the word none if there are none.
pub(super) fn companies(paper: &Paper<'_>, wanted: impl Fn(&Supplier) -> bool) -> Option<String> {
    let all = paper.subject.workspace.organisation.suppliers.iter();
    let names: Vec<String> = all
        .filter(|one| wanted(one))
        .map(|one| match &one.work {
            Some(work) => paper.fill(DOES, &[&one.name, work]),
            None => one.name.to_string(),
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Some(match names.is_empty() {
        true => paper.say(NONE).to_owned(),
        false => paper.list(&names),
    })
}

pub(super) fn is_subcontractor(one: &Supplier) -> bool {
    one.contract_with != Some(ContractHolder::Institution)
}

/// Work below application and platform: lines, sites, storage, transport.
pub(super) fn carries(one: &Supplier) -> bool {
    one.layers.iter().all(|layer| *layer == Layer::Infrastructure)
}

/// How to reach the institution: the first contact, or for emergencies the last.
pub(super) fn contact(paper: &Paper<'_>, emergency: bool) -> Option<String> {
    let mut contacts = paper.institution()?.contacts.iter();
    let one = if emergency {
        contacts.next_back()
    } else {
        contacts.next()
    }?;
    Some(match one.reached_by.as_deref() {
        Some(reached) => paper.fill(REACHED, &[&one.name, reached]),
        None => one.name.to_string(),
    })
}

/// Sites at which production servers stand, and where the provider's media are kept.
pub(super) fn sites(paper: &Paper<'_>) -> Option<String> {
    use mamori_domain::EquipmentKind::{LogServer, Server, Storage};
    let service = paper.subject.service;
    let servers = service.equipment.iter().filter(|one| {
        matches!(one.kind, Server | Storage | LogServer)
            && one.environment.is_none_or(|at| at == Environment::Production)
    });
    let media = service.media.iter().map(|one| &one.site);
    let mut names: Vec<&str> = Vec::new();
    for site in servers.map(|one| &one.site).chain(media) {
        let name = paper.site(site);
        if !is_at_institution(paper, site) && !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| paper.list(&names))
}

/// Whether a site, or one that it lies within, is the institution's.
fn is_at_institution(paper: &Paper<'_>, site: &Id<Site>) -> bool {
    let sites = &paper.subject.service.sites;
    let mut at = Some(site);
    // A chain longer than the list of sites would be a circle.
    for _ in 0..=sites.len() {
        let Some(found) = at.and_then(|id| sites.iter().find(|one| one.id == *id)) else {
            return false;
        };
        if let Some(owner) = found.owner {
            return owner == Owner::Institution;
        }
        at = found.within.as_ref();
    }
    false
}

pub(super) fn kinds(paper: &Paper<'_>) -> Option<String> {
    let kinds = &paper.subject.service.profile.institution_kinds;
    let names: Vec<&str> = kinds.iter().map(|kind| paper.say(kind.words())).collect();
    (!names.is_empty()).then(|| paper.list(&names))
}
