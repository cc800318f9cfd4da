//! How the provider conducts itself: its record, what it asks of the institution, evaluations,
//! incidents, explanation to patients, audits (GL 別紙1 I (1) ③, (2) ①, ②, ⑩, ⑫, ⑬).

use super::table::{open, open_row, or_open};
use super::{answers, fact, papers};
use crate::Paper;
use crate::item_lists::item_list;
use crate::kinds::requests::notes_apart;
use crate::shared::dash;
use mamori_catalogue::{DisclosureItem, DisclosureTable, ItemId};
use mamori_domain::{Evaluation, Harm, Treatment};
use mamori_rules::answers::items_named;
use mamori_rules::derive::Risk;
use mamori_tree::{Cell, CellStyle, Row, Words};

wording! {
    NO_RECORD = "organisation/organisation.toml の personal_data_record に、受託の実績と、漏えい・不正利用の有無を書いてください" /
        "Write the track record, and whether there were leaks or misuse, into personal_data_record of organisation/organisation.toml";
    NO_DUTIES = "services/＜サービス＞/requests.csv に、医療機関等に守っていただくことを書いてください" /
        "Write what the institution is asked to keep into services/<service>/requests.csv";
    NO_EVALUATION = "organisation/evaluations.csv に、点検・評価の内容、実施者、結果の見せ方を書いてください" /
        "Write what was evaluated, by whom and how results are shown into organisation/evaluations.csv";
    NO_WAY = "結果の見せ方（shown_how）を書いてください" / "Write how the result is shown (shown_how)";
    NO_INCIDENT = "services/＜サービス＞/regulation.csv の incident-response の行に、事故のときの対応と知らせ方を書いてください" /
        "Write what is done and told in an incident into the row incident-response of services/<service>/regulation.csv";
    NO_REPORT = "services/＜サービス＞/disclosures.csv の incident-response の行（text）に、知らせ方と時機を書いてください" /
        "Write how and when it is told into text of the row incident-response in services/<service>/disclosures.csv";
    NO_EXPLANATION = "services/＜サービス＞/regulation.csv の patient-explanation の行に、だれがどう説明するかを書いてください" /
        "Write who explains and how into the row patient-explanation of services/<service>/regulation.csv";
    NO_EXPLAINER = "services/＜サービス＞/service.toml の patients_told_by に、患者等に説明する人を書いてください" /
        "Write who explains to patients into patients_told_by of services/<service>/service.toml";
    NO_FURTHER_USE = "services/＜サービス＞/conditions.csv に、第三者への提供があるかどうか（third_party_provision）を理由とともに書いてください" /
        "State in services/<service>/conditions.csv whether information is given to third parties (third_party_provision), with the reason";
    NO_AUDIT = "services/＜サービス＞/regulation.csv の audit の行に、監査の方針を書いてください" /
        "Write the audit policy into the row audit of services/<service>/regulation.csv";
    LEAKS = "{0}\n記録されている漏えい等の事故：{1} 件" / "{0}\nIncidents against confidentiality on record: {1}";
    REQUEST = "{0}\n{1}" / "{0}\n{1}";
    THREATS = "{0}への対応のため" / "Against: {0}";
    SIDE_OF_MEASURE = "{0}\n{1}" / "{0}\n{1}";
    OWN_REQUEST = "このサービスを安全に使うため" / "For the safe use of the service";
    EVALUATION = "{0}\n実施日 {1}\n{2}" / "{0}\nOn {1}\n{2}";
    EVALUATOR = "{0}\n{1}" / "{0}\n{1}";
    ANY_INCIDENT = "事故一般" / "Incidents in general";
    STOPPED = "災害等で止まったとき" / "Stopped by disaster";
    CASUALTIES = "多数の傷病者が来たとき" / "Mass casualties";
    LOST = "記録の欠け・途切れ" / "Lost or broken records";
    ONCE_AGREED = "上の「事故一般」のとおり" / "As for incidents in general";
    NO_FURTHER = "行わない。{0}" / "Not done. {0}";
    FURTHER = "行う。{0}" / "Done. {0}";
    DISCLOSED = "開示する" / "Disclosed";
    NOT_STATED = "services/＜サービス＞/disclosures.csv の audit-policy の行に、結果の概要の見せ方を書いてください" /
        "Write how the summary is shown into the row audit-policy of services/<service>/disclosures.csv";
}

/// The record of handling personal data: one text answers the statements together.
pub(super) fn record(paper: &Paper<'_>, table: &DisclosureTable) -> Vec<Row> {
    let organisation = &paper.subject.workspace.organisation;
    let leaks = organisation
        .incidents
        .iter()
        .filter(|one| one.harm.contains(&Harm::Confidentiality));
    let text = organisation.profile.personal_data_record.as_deref();
    let text = text.map(|text| paper.fill(LEAKS, &[text.trim(), &leaks.count().to_string()]));
    let span = u16::try_from(table.rows.len()).unwrap_or(u16::MAX);
    let mut record = Some(or_open(paper, text.as_deref(), NO_RECORD).spanning(span, 1));
    let rows = table.rows.iter().map(|row| {
        let mut cells = vec![Cell::new(paper.text(&row.title))];
        cells.extend(record.take());
        Row::new(cells)
    });
    rows.collect()
}

/// What the institution has to lay down and do: stated requests, notes of treatments, and the
/// institution's side of the items that are in effect (GL 4.2).
pub(super) fn duties(paper: &Paper<'_>) -> Vec<Row> {
    let service = paper.subject.service;
    let catalogue = paper.subject.catalogue;
    let mut rows = Vec::new();
    for request in &service.requests {
        let items: Vec<ItemId> = items_named(catalogue, &request.items)
            .iter()
            .map(|item| item.id.clone())
            .collect();
        let why = match items.as_slice() {
            [] => paper.say(OWN_REQUEST).to_owned(),
            items => reasons(paper, items),
        };
        rows.push(duty(paper.fill(REQUEST, &[&request.title, &request.text]), why));
    }
    for treatment in &service.treatments {
        if let Some(note) = notes_apart(paper, treatment) {
            rows.push(duty(note.to_owned(), against(paper, treatment)));
        }
    }
    for measure in catalogue.measures() {
        let (mut texts, mut items) = (Vec::new(), Vec::new());
        for item in catalogue.items_of(&measure.id) {
            let in_effect = paper
                .answers
                .get(&item.id)
                .is_some_and(|answer| answer.is_in_effect());
            let Some(side) = item.institution.as_ref().filter(|_| in_effect) else {
                continue;
            };
            items.push(item.id.clone());
            let text = format!("{}{}", paper.bullet(), paper.text(side));
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        if !texts.is_empty() {
            rows.push(duty(texts.join("\n"), reasons(paper, &items)));
        }
    }
    match rows.is_empty() {
        true => open_row(paper, 2, NO_DUTIES),
        false => rows,
    }
}

/// The threats whose risks a treatment answers.
fn against(paper: &Paper<'_>, treatment: &Treatment) -> String {
    let mut titles: Vec<String> = Vec::new();
    let covered = |risk: &&Risk| treatment.risks.iter().any(|pattern| pattern.covers(&risk.id));
    for risk in paper.derived.risks.iter().filter(covered) {
        let title = crate::kinds::risks::threat(paper, risk);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    match titles.is_empty() {
        true => paper.say(OWN_REQUEST).to_owned(),
        false => paper.fill(THREATS, &[&paper.list(&titles)]),
    }
}

fn duty(matter: String, why: String) -> Row {
    Row::new(vec![Cell::new(matter), Cell::new(why)])
}

/// The measure an institution's part goes with, and the items.
fn reasons(paper: &Paper<'_>, items: &[ItemId]) -> String {
    let catalogue = paper.subject.catalogue;
    let mut titles: Vec<&str> = Vec::new();
    for item in items.iter().filter_map(|id| catalogue.items().get(id.as_str())) {
        let title = catalogue
            .measures()
            .get(item.measure.as_str())
            .map(|measure| paper.text(&measure.title));
        if let Some(title) = title.filter(|title| !titles.contains(title)) {
            titles.push(title);
        }
    }
    paper.fill(SIDE_OF_MEASURE, &[&paper.list(&titles), &item_list(paper, items)])
}

/// Evaluations with the way their results are disclosed.
pub(super) fn evaluations(paper: &Paper<'_>, item: &DisclosureItem) -> Vec<Row> {
    let named = fact(paper, item).and_then(|fact| fact.document.as_deref());
    let all = &paper.subject.workspace.organisation.evaluations;
    let rows: Vec<Row> = all
        .iter()
        .map(|one| {
            let mut cells = vec![Cell::new(content(paper, one)), Cell::new(evaluator(paper, one))];
            match named == Some(&*one.title) {
                true => cells.extend(papers::way(paper, item)),
                false => cells.push(or_open(paper, one.shown_how.as_deref(), NO_WAY).spanning(1, 3)),
            }
            Row::new(cells)
        })
        .collect();
    match rows.is_empty() {
        true => open_row(paper, 5, NO_EVALUATION),
        false => rows,
    }
}

fn content(paper: &Paper<'_>, one: &Evaluation) -> String {
    let date = one.date.map_or_else(|| "—".to_owned(), |date| date.to_string());
    let result = one.result.as_deref().unwrap_or("—");
    paper.fill(EVALUATION, &[&one.title, &date, result])
}

fn evaluator(paper: &Paper<'_>, one: &Evaluation) -> String {
    let kind = paper.say(one.evaluator.words());
    match &one.evaluator_name {
        Some(name) => paper.fill(EVALUATOR, &[kind, name]),
        None => kind.to_owned(),
    }
}

/// What is done and told in incidents, and in the three scenarios of continuity (GL 5.1.5 ⑥).
pub(super) fn incidents(paper: &Paper<'_>, item: &DisclosureItem) -> Vec<Row> {
    let told = fact(paper, item).and_then(|fact| fact.text.as_deref());
    let mut rows = vec![Row::new(vec![
        Cell::new(paper.say(ANY_INCIDENT)),
        or_open(
            paper,
            answers::regulation_text(paper, item).as_deref(),
            NO_INCIDENT,
        ),
        or_open(paper, told, NO_REPORT),
    ])];
    let plan = &paper.subject.workspace.organisation.continuity;
    let scenarios: [(Words, &Option<mamori_domain::Prose>); 3] = [
        (STOPPED, &plan.scenario_disaster_stop),
        (CASUALTIES, &plan.scenario_mass_casualties),
        (LOST, &plan.scenario_lost_records),
    ];
    for (event, text) in scenarios {
        let Some(text) = text else { continue };
        rows.push(Row::new(vec![
            Cell::new(paper.say(event)),
            Cell::new(&**text),
            Cell::new(paper.say(ONCE_AGREED)).styled(CellStyle::Muted),
        ]));
    }
    rows
}

/// Who explains to patients and how, and whether information goes any further.
pub(super) fn patients(paper: &Paper<'_>, item: &DisclosureItem) -> Vec<Row> {
    let method = answers::regulation_text(paper, item);
    let further = paper
        .conditions
        .iter()
        .find(|state| state.id.as_str() == "third_party_provision");
    let further = further.and_then(|state| Some((state.holds?, paper.said(&state.reason))));
    let further = match further {
        Some((true, reason)) => Cell::new(paper.fill(FURTHER, &[reason])),
        Some((false, reason)) => Cell::new(paper.fill(NO_FURTHER, &[reason])),
        None => open(paper, NO_FURTHER_USE),
    };
    let who = paper.subject.service.profile.patients_told_by.as_deref();
    let who = or_open(paper, who, NO_EXPLAINER);
    let method = or_open(paper, method.as_deref(), NO_EXPLANATION);
    vec![Row::new(vec![who, method, further])]
}

/// The audit policy and how the summary of results is disclosed.
pub(super) fn audits(paper: &Paper<'_>, item: &DisclosureItem) -> Vec<Row> {
    let policy = answers::regulation_text(paper, item);
    let mut cells = vec![or_open(paper, policy.as_deref(), NO_AUDIT)];
    let stated = fact(paper, item).is_some_and(|fact| fact.method.is_some());
    if stated {
        cells.push(Cell::new(paper.say(DISCLOSED)));
        cells.extend(papers::way(paper, item));
    } else {
        cells.push(open(paper, NOT_STATED));
        cells.extend([dash(), dash(), dash()]);
    }
    vec![Row::new(cells)]
}
