//! The entries: what the model asks for by itself, then the institution's part of every measure.

use crate::Paper;
use crate::clauses::render;
use mamori_catalogue::{ClauseDocument, ControlItem, Measure, Phase};
use mamori_domain::{AnswerStatus, ItemRef, Request, Treatment};
use mamori_rules::derive::Risk;
use mamori_tree::Block;

wording! {
    OWN = "このサービスからのお願い" / "Asked by this service";
    TREATMENTS = "リスクへの対応に伴うお願い" / "Asked in treating risks";
    AGAINST = "{0}に備えて" / "Against: {0}";
    MEASURES = "{0} {1}" / "{0} {1}";
    MEASURE = "{0}（{1}）" / "{0} ({1})";
    AND_OTHERS = "{0}（ほかに同じ対応をとるリスクが{1}件）" / "{0} (and {1} other risks treated alike)";
    BEFORE = "契約の前" / "before the contract";
    INTRODUCTION = "導入・改修のとき" / "at introduction and changes";
    DAILY = "日々の運用" / "in daily operation";
    END = "契約の終わり" / "at the end of the contract";
    CRISIS = "事故や災害のとき" / "in incidents and disasters";
}

/// Entries of one topic.
pub(super) struct Topic {
    pub(super) title: String,
    pub(super) entries: Vec<Entry>,
}

/// One thing the institution is asked to do.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) asked: Vec<String>,
    /// What would happen without it.
    pub(super) why: Vec<String>,
    /// What the provider does itself.
    pub(super) ours: Vec<String>,
    /// Example sentences for the institution's rules.
    pub(super) rules: Vec<Block>,
    pub(super) when: String,
    /// Where the agreement on its control items stands; empty when none is asked for.
    pub(super) agreed: String,
}

/// All entries by topic; topics without entries are left out.
pub(super) fn all(paper: &Paper<'_>) -> Vec<Topic> {
    let service = paper.subject.service;
    let mut topics = vec![
        Topic {
            title: paper.say(OWN).to_owned(),
            entries: service
                .requests
                .iter()
                .map(|one| of_request(paper, one))
                .collect(),
        },
        Topic {
            title: paper.say(TREATMENTS).to_owned(),
            entries: of_treatments(paper),
        },
    ];
    let catalogue = paper.subject.catalogue;
    for group in catalogue.groups() {
        let measures = catalogue.measures_of(&group.id);
        topics.push(Topic {
            title: paper.fill(MEASURES, &[group.id.as_str(), paper.text(&group.title)]),
            entries: measures
                .filter_map(|measure| of_measure(paper, measure))
                .collect(),
        });
    }
    topics.retain(|topic| !topic.entries.is_empty());
    topics
}

fn of_request(paper: &Paper<'_>, request: &Request) -> Entry {
    let items = named(paper, &request.items);
    entry(
        paper,
        request.title.to_string(),
        vec![request.text.to_string()],
        &items,
    )
}

/// The treatments' requests: those against the same threat are one entry, for the institution acts on
/// the threat and does not know how the provider parts its treatments.
fn of_treatments(paper: &Paper<'_>) -> Vec<Entry> {
    let mut by_threat: Vec<(String, Vec<&Treatment>)> = Vec::new();
    for treatment in &paper.subject.service.treatments {
        if notes_apart(paper, treatment).is_none() {
            continue;
        }
        let threat = threat(paper, treatment);
        match by_threat.iter_mut().find(|(found, _)| *found == threat) {
            Some((_, treatments)) => treatments.push(treatment),
            None => by_threat.push((threat, vec![treatment])),
        }
    }
    let made = by_threat.into_iter();
    made.map(|(threat, treatments)| of_threat(paper, threat, &treatments))
        .collect()
}

/// What a treatment asks of the institution, unless a request of the service says the same: then it
/// stands there, and nobody is asked twice.
pub(crate) fn notes_apart<'a>(paper: &Paper<'a>, treatment: &'a Treatment) -> Option<&'a str> {
    let note = treatment.request_note.as_deref()?;
    let requests = &paper.subject.service.requests;
    let said = requests.iter().any(|one| one.text.trim() == note.trim());
    (!said).then_some(note)
}

fn of_threat(paper: &Paper<'_>, threat: String, treatments: &[&Treatment]) -> Entry {
    let notes = treatments.iter().filter_map(|one| notes_apart(paper, one));
    let asked = notes.map(str::to_owned).collect();
    let names: Vec<ItemRef> = treatments.iter().flat_map(|one| one.items.clone()).collect();
    let items = named(paper, &names);
    let mut entry = entry(paper, threat, asked, &items);
    let risks = reasons(paper, treatments);
    // The scenarios of the measures speak of anything they guard against; the risks are what these
    // treatments are about.
    if !risks.is_empty() {
        entry.why = risks;
    }
    entry.why.truncate(WHY_MAX);
    entry.ours = done_for(paper, treatments, &items);
    // The sentences for the rules stand with the measures.
    entry.rules.clear();
    entry
}

/// What each of the treatments is about: the highest of its risks, and how many more there are.
fn reasons(paper: &Paper<'_>, treatments: &[&Treatment]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for treatment in treatments {
        let covered = |risk: &&Risk| {
            risk.standing.counts() && treatment.risks.iter().any(|pattern| pattern.covers(&risk.id))
        };
        let risks: Vec<&Risk> = paper.derived.risks.iter().filter(covered).collect();
        // Of several highest the first: the list's own order.
        let Some(highest) = risks.iter().rev().max_by_key(|risk| risk.product) else {
            continue;
        };
        let text = highest.text.say(paper.language);
        let reason = match risks.len() - 1 {
            0 => text.to_owned(),
            others => paper.fill(AND_OTHERS, &[&text, &others.to_string()]),
        };
        if !found.contains(&reason) {
            found.push(reason);
        }
    }
    found
}

/// How many reasons an entry on a threat gives; the treatment list tells its risks in full.
const WHY_MAX: usize = 3;

/// Against what a treatment is first, as the risk list names the threat; its id where it covers no risk.
fn threat(paper: &Paper<'_>, treatment: &Treatment) -> String {
    let covered = |id: &str| treatment.risks.iter().any(|pattern| pattern.covers(id));
    let mut risks = paper.derived.risks.iter();
    let first = risks.find(|risk| covered(&risk.id));
    first.map_or_else(
        || treatment.id.to_string(),
        |risk| paper.fill(AGAINST, &[&crate::kinds::risks::threat(paper, risk)]),
    )
}

/// What the provider does for treatments: their notes, and the measures of which something is done.
fn done_for(paper: &Paper<'_>, treatments: &[&Treatment], items: &[&ControlItem]) -> Vec<String> {
    let notes = treatments.iter().filter_map(|one| one.provider_note.as_ref());
    let mut ours: Vec<String> = notes.map(|note| note.to_string()).collect();
    for item in items.iter().filter(|item| is_done(paper, item)) {
        let measure = paper.subject.catalogue.measures().get(&item.measure);
        let named = measure.map(|one| paper.fill(MEASURE, &[paper.text(&one.title), one.id.as_str()]));
        ours.extend(named.filter(|name| !ours.contains(name)));
    }
    ours
}

fn is_done(paper: &Paper<'_>, item: &ControlItem) -> bool {
    use AnswerStatus::{Alternative, Implemented, Partly};
    let answer = paper.answers.get(&item.id);
    answer.is_some_and(|answer| matches!(answer.status, Some(Implemented | Partly | Alternative)))
}

/// The institution's part of a measure; nothing when it has none, or none that applies.
fn of_measure(paper: &Paper<'_>, measure: &Measure) -> Option<Entry> {
    let items: Vec<&ControlItem> = paper
        .subject
        .catalogue
        .items_of(&measure.id)
        .filter(|item| item.institution.is_some() && applies(paper, item))
        .collect();
    let mut asked: Vec<String> = Vec::new();
    for text in items.iter().filter_map(|item| item.institution.as_ref()) {
        let text = paper.text(text).to_owned();
        // Neighbouring items ask the institution for the same.
        if !asked.contains(&text) {
            asked.push(text);
        }
    }
    (!asked.is_empty()).then(|| entry(paper, paper.text(&measure.title).to_owned(), asked, &items))
}

fn applies(paper: &Paper<'_>, item: &ControlItem) -> bool {
    let answer = paper.answers.get(&item.id);
    answer.and_then(|answer| answer.status) != Some(AnswerStatus::NotApplicable)
}

/// The items that a request names, by item or by measure.
fn named<'a>(paper: &Paper<'a>, names: &[ItemRef]) -> Vec<&'a ControlItem> {
    let items = paper.subject.catalogue.items().iter();
    let wanted = |item: &&ControlItem| {
        names
            .iter()
            .any(|name| name.as_str() == item.id.as_str() || name.as_str() == item.measure.as_str())
    };
    items.filter(wanted).collect()
}

fn entry(paper: &Paper<'_>, title: String, asked: Vec<String>, items: &[&ControlItem]) -> Entry {
    let catalogue = paper.subject.catalogue;
    let mut measures: Vec<&Measure> = Vec::new();
    let mut ours: Vec<String> = Vec::new();
    let mut agreed: Vec<&str> = Vec::new();
    for item in items {
        let measure = catalogue.measures().get(&item.measure);
        measures.extend(measure.filter(|one| !measures.iter().any(|other| other.id == one.id)));
        let Some(answer) = paper.answers.get(&item.id) else {
            continue;
        };
        let text = paper.said(&answer.text).to_owned();
        if is_done(paper, item) && !text.is_empty() && !ours.contains(&text) {
            ours.push(text);
        }
        agreed.extend(
            answer
                .agreed
                .map(|state| paper.say(state.words()))
                .filter(|state| !agreed.contains(state)),
        );
    }
    let why = measures
        .iter()
        .map(|measure| paper.text(&measure.scenario).to_owned());
    let mut rules = Vec::new();
    for measure in &measures {
        rules.extend(render(paper, ClauseDocument::Requests, measure.id.as_str()));
    }
    for item in items {
        rules.extend(render(paper, ClauseDocument::Requests, item.id.as_str()));
    }
    Entry {
        title,
        asked,
        why: why.collect(),
        ours,
        rules,
        when: when(paper, items),
        agreed: agreed.join("\n"),
    }
}

/// In which phases the items are done.
fn when(paper: &Paper<'_>, items: &[&ControlItem]) -> String {
    let word = |phase: &Phase| match phase {
        Phase::PreContract => BEFORE,
        Phase::Development => INTRODUCTION,
        Phase::Operation => DAILY,
        Phase::ContractEnd => END,
        Phase::Crisis => CRISIS,
    };
    let done = |phase: &&Phase| items.iter().any(|item| item.phases.contains(phase));
    let words: Vec<&str> = Phase::ALL
        .iter()
        .filter(done)
        .map(|phase| paper.say(word(phase)))
        .collect();
    paper.list(&words)
}
