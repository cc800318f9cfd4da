//! The risks by layer, phase and flow, in the guideline's columns and merged cells.

use super::{rank_style, standing_cell};
use crate::shared::{dash, heading, run, sheet_name};
use crate::{Paper, flow_sentence};
use mamori_catalogue::TreatmentNeed;
use mamori_domain::{Decision, DecisionKind, Layer, Phase};
use mamori_rules::derive::{Flow, Judged, Risk};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table, Words};
use std::collections::BTreeMap;

wording! {
    APPLICATION = "【アプリケーション提供】の情報流" / "Flows seen from the application layer";
    PLATFORM = "【プラットフォーム提供】の情報流" / "Flows seen from the platform layer";
    INFRASTRUCTURE = "【インフラ提供】の情報流" / "Flows seen from the infrastructure layer";
    ELSEWHERE = "情報流に結び付いていないリスク" / "Risks tied to no flow";
    PHASE = "{0}フェーズ" / "Phase: {0}";
    FLOW = "情報流" / "Information flow";
    CLASS = "分類" / "Class";
    IDENTIFICATION = "リスク特定" / "Identification";
    THREAT = "関連する脅威" / "Threat";
    RISK = "特定したリスク" / "Risk";
    ANALYSIS = "リスク分析" / "Analysis";
    IMPACT = "影響度" / "Impact";
    LIKELIHOOD = "顕在化率" / "Likelihood";
    LEVEL = "リスクレベル" / "Level";
    EVALUATION = "リスク評価" / "Evaluation";
    NEED = "対応要否" / "Treatment";
    REASONS = "値の理由" / "Why these figures";
    NEEDED_SEVERAL = "要\n（複数）" / "Yes,\nseveral";
    NEEDED = "要" / "Yes";
    CASE_BY_CASE = "個別に検討" / "Case by case";
    NOT_NEEDED = "不要" / "No";
    OTHER_THREAT = "（代表的な脅威の外）{0}" / "(beyond the representative threats) {0}";
    NO_THREAT = "（脅威の記載なし）" / "(no threat stated)";
    NO_RISK = "当てはまる脅威がなく、リスクは挙がっていません" / "No threat applies, so no risk is listed";
    UNCLASSIFIED = "（未分類）" / "(not classed)";
    STATED = "人が挙げたリスク" / "Stated by a person";
    DECIDED = "{0}は判断により {1}{2}" / "{0} set to {1} by decision{2}";
    REASON = "（{0}）" / " ({0})";
    MOVED = "{0} {1}：{2}" / "{0} {1}: {2}";
    SHEET_APPLICATION = "アプリケーション" / "Application";
    SHEET_PLATFORM = "プラットフォーム" / "Platform";
    SHEET_INFRASTRUCTURE = "インフラ" / "Infrastructure";
    SHEET_ELSEWHERE = "その他のリスク" / "Other risks";
}

const COLUMNS: [Column; 9] = [
    Column::start(32),
    Column::start(14),
    Column::start(17),
    Column::start(44),
    Column::centre(8),
    Column::centre(11),
    Column::centre(13),
    Column::centre(11),
    Column::start(25),
];

/// The section of each layer, and that of risks tied to no flow when there are any.
pub(super) fn layers(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let mut by_flow: BTreeMap<Option<usize>, Vec<&Risk>> = BTreeMap::new();
    for risk in paper.derived.risks.iter().filter(|risk| risk.standing.counts()) {
        let known = risk.flow.filter(|flow| *flow < paper.derived.flows.len());
        by_flow.entry(known).or_default().push(risk);
    }
    let sections = [
        (Layer::Application, APPLICATION, SHEET_APPLICATION),
        (Layer::Platform, PLATFORM, SHEET_PLATFORM),
        (Layer::Infrastructure, INFRASTRUCTURE, SHEET_INFRASTRUCTURE),
    ];
    for (layer, title, sheet) in sections {
        let mut rows = Vec::new();
        for phase in Phase::ALL {
            phase_rows(paper, layer, *phase, &by_flow, &mut rows);
        }
        section(paper, title, sheet, rows, blocks);
    }
    let mut rows = Vec::new();
    if let Some(risks) = by_flow.get(&None) {
        risk_rows(paper, None, risks, &mut rows);
    }
    section(paper, ELSEWHERE, SHEET_ELSEWHERE, rows, blocks);
}

fn section(paper: &Paper<'_>, title: Words, sheet: Words, rows: Vec<Row>, blocks: &mut Vec<Block>) {
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(title)));
    let name = sheet_name(paper.say(sheet));
    blocks.push(Block::Table(Table {
        name,
        columns: COLUMNS.to_vec(),
        head: head(paper),
        rows,
    }));
}

fn head(paper: &Paper<'_>) -> Vec<Row> {
    let cell = |words: Words, rows, columns| Cell::head(paper.say(words)).spanning(rows, columns);
    vec![
        Row::new(vec![
            cell(FLOW, 2, 1),
            cell(CLASS, 2, 1),
            cell(IDENTIFICATION, 1, 2),
            cell(ANALYSIS, 1, 3),
            cell(EVALUATION, 1, 1),
            cell(REASONS, 2, 1),
        ]),
        Row::new(
            [THREAT, RISK, IMPACT, LIKELIHOOD, LEVEL, NEED]
                .map(|words| cell(words, 1, 1))
                .to_vec(),
        ),
    ]
}

fn phase_rows(
    paper: &Paper<'_>,
    layer: Layer,
    phase: Phase,
    by_flow: &BTreeMap<Option<usize>, Vec<&Risk>>,
    rows: &mut Vec<Row>,
) {
    let flows = paper.derived.flows.iter().enumerate();
    let here = flows.filter(|(at, flow)| {
        // An excluded flow is told at the end, unless a risk that counts hangs on it.
        let shown = flow.standing.counts() || by_flow.contains_key(&Some(*at));
        flow.layer == layer && flow.phase == phase && shown
    });
    let mut begun = false;
    for (at, flow) in here {
        if !begun {
            let title = paper.fill(PHASE, &[paper.say(phase.words())]);
            rows.push(Row::new(vec![
                Cell::new(title).styled(CellStyle::Group).spanning(1, 9),
            ]));
            begun = true;
        }
        let none = Vec::new();
        risk_rows(paper, Some(flow), by_flow.get(&Some(at)).unwrap_or(&none), rows);
    }
}

/// The rows of one flow: its sentence and class beside all its risks, a threat beside its risks.
fn risk_rows(paper: &Paper<'_>, flow: Option<&Flow>, risks: &[&Risk], rows: &mut Vec<Row>) {
    let span = u16::try_from(risks.len().max(1)).unwrap_or(u16::MAX);
    let mut first = flow_cells(paper, flow, span);
    if risks.is_empty() {
        first.extend([dash(), Cell::new(paper.say(NO_RISK)).styled(CellStyle::Muted)]);
        first.extend([dash(), dash(), dash(), dash(), dash()]);
        rows.push(Row::new(first));
        return;
    }
    let threats: Vec<String> = risks.iter().map(|risk| threat(paper, risk)).collect();
    let reasons: Vec<String> = risks.iter().map(|risk| reasons(paper, risk)).collect();
    let begins = |texts: &[String], at: usize| at == 0 || texts[at - 1] != texts[at];
    for (at, risk) in risks.iter().enumerate() {
        let mut cells = std::mem::take(&mut first);
        if begins(&threats, at) {
            let rows = run(threats.len(), at, |a, b| threats[a] == threats[b]);
            cells.push(Cell::new(threats[at].clone()).spanning(rows, 1));
        }
        cells.extend(figure_cells(paper, risk));
        if begins(&reasons, at) {
            let rows = run(reasons.len(), at, |a, b| reasons[a] == reasons[b]);
            cells.push(Cell::new(reasons[at].clone()).spanning(rows, 1));
        }
        rows.push(Row::new(cells));
    }
}

fn flow_cells(paper: &Paper<'_>, flow: Option<&Flow>, rows: u16) -> Vec<Cell> {
    let Some(flow) = flow else {
        return vec![dash().spanning(rows, 1), dash().spanning(rows, 1)];
    };
    let class = flow
        .class
        .as_ref()
        .map_or(paper.say(UNCLASSIFIED), |class| paper.class(class));
    vec![
        standing_cell(paper, flow_sentence(paper, flow), &flow.standing).spanning(rows, 1),
        Cell::new(class).spanning(rows, 1),
    ]
}

/// The threat of a risk: the catalogue's title, or a person's own words.
pub(crate) fn threat(paper: &Paper<'_>, risk: &Risk) -> String {
    let known = risk.threat.as_ref().map(|id| {
        let found = paper.subject.catalogue.threats().get(id.as_str());
        found
            .map_or(id.as_str(), |threat| paper.text(&threat.title))
            .to_owned()
    });
    let other = || {
        risk.other_threat
            .as_ref()
            .map(|text| paper.fill(OTHER_THREAT, &[text]))
    };
    known
        .or_else(other)
        .unwrap_or_else(|| paper.say(NO_THREAT).to_owned())
}

fn figure_cells(paper: &Paper<'_>, risk: &Risk) -> Vec<Cell> {
    let need = paper
        .subject
        .catalogue
        .levels()
        .get(risk.rank.as_str())
        .map(|level| level.treatment);
    let words = match need {
        Some(TreatmentNeed::Several) => NEEDED_SEVERAL,
        Some(TreatmentNeed::Required) => NEEDED,
        Some(TreatmentNeed::CaseByCase) | None => CASE_BY_CASE,
        Some(TreatmentNeed::NotNeeded) => NOT_NEEDED,
    };
    let style = need.map_or(CellStyle::Plain, rank_style);
    vec![
        standing_cell(paper, risk.text.say(paper.language), &risk.standing),
        Cell::new(risk.impact.value.to_string()),
        Cell::new(risk.likelihood.value.to_string()),
        Cell::new(format!("{}\n{}", risk.rank, risk.product)).styled(style),
        Cell::new(paper.say(words)).styled(style),
    ]
}

/// Why the figures are what they are: the facts that moved them, and decisions.
fn reasons(paper: &Paper<'_>, risk: &Risk) -> String {
    let mut lines = Vec::new();
    judged(paper, (IMPACT, DecisionKind::Impact), &risk.impact, &mut lines);
    judged(
        paper,
        (LIKELIHOOD, DecisionKind::Likelihood),
        &risk.likelihood,
        &mut lines,
    );
    if risk.origin == mamori_rules::derive::Origin::Stated {
        lines.push(paper.say(STATED).to_owned());
        let mut stated = paper.subject.service.risks.iter();
        let reason = stated
            .find(|stated| stated.id.as_str() == &*risk.id)
            .and_then(|stated| stated.reason.as_ref());
        lines.extend(reason.map(|reason| reason.to_string()));
    }
    lines.join("\n")
}

fn judged(paper: &Paper<'_>, (what, kind): (Words, DecisionKind), judged: &Judged, lines: &mut Vec<String>) {
    let what = paper.say(what);
    for (fact, effect) in judged.facts.iter() {
        lines.push(paper.fill(MOVED, &[what, &format!("{effect:+}"), &fact_words(paper, fact)]));
    }
    if let Some(pattern) = &judged.decided {
        let mut decisions = paper.subject.service.decisions.iter();
        let value = judged.value.to_string();
        let set = |decision: &&Decision| decision.pattern.as_str() == &**pattern && decision.decision == kind;
        let reason = decisions.find(set).and_then(|decision| decision.reason.as_ref());
        let reason = reason.map_or_else(String::new, |reason| paper.fill(REASON, &[reason]));
        lines.push(paper.fill(DECIDED, &[what, &value, &reason]));
    }
}

/// A fact that moved a figure, in words of the catalogue.
fn fact_words(paper: &Paper<'_>, id: &str) -> String {
    let tables = paper.subject.catalogue.derivation();
    let text = tables.likelihood.get(id).map(|fact| &fact.text);
    let text = text.or_else(|| tables.impact.get(id).map(|rule| &rule.text));
    text.map_or_else(|| id.to_owned(), |text| paper.text(text).to_owned())
}
