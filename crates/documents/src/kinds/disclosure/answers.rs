//! What the model says on an item beside its table: the main points disclosed, what the regulation
//! lays down, and counts of what is listed in another paper.

use super::fact;
use crate::Paper;
use crate::shared::heading;
use mamori_catalogue::{DisclosureItem, RegulationPart};
use mamori_domain::{Certificate, Policy, RegulationFact};
use mamori_rules::check::covering;
use mamori_tree::{Block, Words};
use std::collections::BTreeSet;

wording! {
    MAIN = "示す内容の要点：{0}" / "Main content: {0}";
    LAID_DOWN = "運用管理規程の定め" / "What the regulation lays down";
    BASIC_POLICY = "基本方針の要点：{0}" / "Main points of the basic policy: {0}";
    CERTIFICATES = "第三者認証（取得していても、安全管理の中身は各項目で確かめます）" /
        "Certifications (whoever holds one is still asked about each item)";
    NO_CERTIFICATE = "第三者認証の記載はありません。プライバシーマークかISMS認証の取得が強く求められています。" /
        "No certification is written down. Privacy Mark or ISMS certification is strongly asked for.";
    CERTIFICATE = "{0}（{1}、有効期限 {2}）{3}" / "{0} ({1}, expires {2}) {3}";
    CONFIGURATION = "構成図に載るもの：場所 {0}、機器 {1} 種類、記憶媒体 {2}、接続 {3}、搬送 {4}、情報 {5} 種類。" /
        "In the diagram: places {0}, kinds of equipment {1}, media {2}, connections {3}, transports {4}, kinds of information {5}.";
    TREATMENTS = "一覧に載るもの：リスク {0} 件（うち除外 {1} 件）、対応 {2} 件（低減 {3}、回避 {4}、移転 {5}、保有 {6}。組み合わせを含む）。" /
        "In the list: risks {0} (excluded {1}), treatments {2} (reduce {3}, avoid {4}, transfer {5}, retain {6}; one treatment may combine several).";
}

/// The part of the regulation that goes with an item.
fn part<'a>(paper: &Paper<'a>, item: &DisclosureItem) -> Option<&'a RegulationPart> {
    let part = item.regulation_part.as_ref()?;
    paper.subject.catalogue.regulation_parts().get(part.as_str())
}

/// What the regulation says on the part of an item, each row once in the order of the contents.
pub(super) fn regulation<'a>(paper: &Paper<'a>, item: &DisclosureItem) -> Vec<&'a RegulationFact> {
    let facts = covering::regulation(&paper.subject.service.regulation);
    let mut seen = BTreeSet::new();
    let Some(part) = part(paper, item) else {
        return Vec::new();
    };
    let rows = part
        .contents
        .iter()
        .filter_map(|one| facts.on(one.id.as_str(), part.id.as_str()));
    rows.filter(|row| seen.insert(row.content.as_str())).collect()
}

/// The texts of the regulation on the part of an item, as one.
pub(super) fn regulation_text(paper: &Paper<'_>, item: &DisclosureItem) -> Option<String> {
    let texts: Vec<&str> = regulation(paper, item).iter().map(|row| &*row.text).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// The policies that the regulation's rows on the item stand in, each once.
pub(super) fn policies<'a>(paper: &Paper<'a>, item: &DisclosureItem) -> Vec<&'a Policy> {
    let named: Vec<_> = regulation(paper, item)
        .iter()
        .filter_map(|row| row.policy.as_ref())
        .collect();
    let all = paper.subject.workspace.organisation.policies.iter();
    all.filter(|policy| named.contains(&&policy.id)).collect()
}

/// Adds what stands under the tables of an item.
pub(super) fn after(paper: &Paper<'_>, item: &DisclosureItem, blocks: &mut Vec<Block>) {
    // Tables that print these texts themselves.
    let in_table = [
        "incident-response",
        "patient-explanation",
        "audit-policy",
        "contact",
    ];
    let told = fact(paper, item).and_then(|fact| fact.text.as_deref());
    // The table on incidents says it as the way of reporting.
    if let Some(text) = told.filter(|_| item.id.as_str() != "incident-response") {
        blocks.push(Block::Paragraph(paper.fill(MAIN, &[text])));
    }
    match item.id.as_str() {
        "basic-policy" => {
            let text = paper
                .subject
                .workspace
                .organisation
                .profile
                .basic_policy
                .as_deref();
            blocks.extend(text.map(|text| Block::Paragraph(paper.fill(BASIC_POLICY, &[text]))));
        }
        "evaluation-result" => certificates(paper, blocks),
        "configuration-diagram" => blocks.push(Block::Paragraph(configuration(paper))),
        "treatment-list" => blocks.push(Block::Paragraph(treatments(paper))),
        _ => {}
    }
    // The items of selection repeat parts that items of common understanding print in full.
    if item.part == 1 || in_table.contains(&item.id.as_str()) {
        return;
    }
    let texts: Vec<String> = regulation(paper, item)
        .iter()
        .map(|row| row.text.to_string())
        .collect();
    if !texts.is_empty() {
        blocks.push(heading(3, paper.say(LAID_DOWN)));
        blocks.extend(texts.into_iter().map(Block::Paragraph));
    }
}

fn certificates(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let all = &paper.subject.workspace.organisation.certificates;
    if all.is_empty() {
        blocks.push(Block::Paragraph(paper.say(NO_CERTIFICATE).to_owned()));
        return;
    }
    let entry = |one: &Certificate| {
        let number = one.number.as_deref().unwrap_or("—");
        let expires = one.expires.map_or_else(|| "—".to_owned(), |day| day.to_string());
        let scope = one.scope.as_deref().unwrap_or_default();
        let scheme = paper.say(one.scheme.words());
        paper
            .fill(CERTIFICATE, &[scheme, number, &expires, scope])
            .trim_end()
            .to_owned()
    };
    blocks.push(heading(3, paper.say(CERTIFICATES)));
    blocks.push(Block::List(all.iter().map(entry).collect()));
}

fn fill_counts(paper: &Paper<'_>, words: Words, counts: &[usize]) -> String {
    let texts: Vec<String> = counts.iter().map(usize::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    paper.fill(words, &texts)
}

fn configuration(paper: &Paper<'_>) -> String {
    let service = paper.subject.service;
    let counts = [
        service.sites.len(),
        service.equipment.len(),
        service.media.len(),
        service.connections.len(),
        service.transports.len(),
        service.information.len(),
    ];
    fill_counts(paper, CONFIGURATION, &counts)
}

fn treatments(paper: &Paper<'_>) -> String {
    use mamori_domain::TreatmentOption::{Avoid, Reduce, Retain, Transfer};
    let all = &paper.subject.service.treatments;
    let with = |option| all.iter().filter(|one| one.options.contains(&option)).count();
    let risks = &paper.derived.risks;
    let excluded = risks.iter().filter(|risk| !risk.standing.counts()).count();
    let counts = [
        risks.len(),
        excluded,
        all.len(),
        with(Reduce),
        with(Avoid),
        with(Transfer),
        with(Retain),
    ];
    fill_counts(paper, TREATMENTS, &counts)
}
