//! The entries: what the model asks for by itself, then the institution's part of every measure.

use crate::Paper;
use crate::clauses::render;
use mamori_catalogue::{ClauseDocument, ControlItem, Measure, Phase};
use mamori_domain::{AnswerStatus, ItemRef, Request, Treatment};
use mamori_tree::Block;

wording! {
    OWN = "このサービスからのお願い" / "Asked by this service";
    TREATMENTS = "リスクへの対応に伴うお願い" / "Asked in treating risks";
    MEASURES = "{0} {1}" / "{0} {1}";
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
    let noted = |one: &&Treatment| one.request_note.is_some();
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
            entries: service
                .treatments
                .iter()
                .filter(noted)
                .map(|one| of_treatment(paper, one))
                .collect(),
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

fn of_treatment(paper: &Paper<'_>, treatment: &Treatment) -> Entry {
    let note = treatment
        .request_note
        .iter()
        .map(|note| note.to_string())
        .collect();
    let mut entry = entry(paper, treatment.id.to_string(), note, &[]);
    // The title of a treatment is the threat that it answers, as the risk list names it.
    let covered = |id: &str| treatment.risks.iter().any(|pattern| pattern.covers(id));
    let risks = paper.derived.risks.iter().filter(|risk| covered(&risk.id));
    let groups = crate::risk_groups::group(paper, risks);
    if let Some(first) = groups.first() {
        entry.title = first.threat.clone();
        entry.why = groups
            .iter()
            .take(WHY_MAX)
            .map(|group| group.sentence(paper))
            .collect();
    }
    entry.ours = treatment
        .provider_note
        .iter()
        .map(|note| note.to_string())
        .collect();
    entry
}

/// How many risks are told as the reason of one request; the treatment list has them all.
const WHY_MAX: usize = 3;

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
        let done = matches!(
            answer.status,
            Some(AnswerStatus::Implemented | AnswerStatus::Partly | AnswerStatus::Alternative)
        );
        if done && !text.is_empty() && !ours.contains(&text) {
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
