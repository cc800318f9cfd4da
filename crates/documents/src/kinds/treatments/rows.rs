//! The rows of one treatment: its risks across the whole width, then one row for each viewpoint that
//! has measures. In a column of their own the risks would stand taller than everything beside them.

use crate::Paper;
use crate::item_lists::item_list;
use crate::kinds::risks::rank_style;
use crate::risk_groups::group;
use crate::shared::dash;
use mamori_domain::{AnswerStatus, Treatment};
use mamori_rules::answers::{MeasureText, ProviderMeasures, provider_measures};
use mamori_tree::{Cell, CellStyle, Row};

wording! {
    NO_RISK = "（当てはまるリスクがありません：{0}）" / "(matches no risk: {0})";
    NO_OPTION = "（未選択）" / "(not chosen)";
    MEASURE = "{0}{1}{2}{3}［{4}］" / "{0}{1}{2}{3} [{4}]";
    SUPPLEMENT = "補足" / "Supplement";
    UNCONFIRMED = "〔標準回答・未確認〕" / "[standard answer, not confirmed] ";
    STATUS = "〔{0}〕" / "[{0}] ";
    UNANSWERED = "回答のない項目：{0}" / "Items without an answer: {0}";
    NOT_APPLICABLE = "該当なしの項目：{0}" / "Items that do not apply: {0}";
    RETAINED = "保有・受容の理由：{0}" / "Retained because: {0}";
    ACCEPTED = "受容：{0} {1}" / "Accepted by: {0} {1}";
    RESPONSIBLE = "担当：{0}" / "Carried out by: {0}";
    DUE = "期限：{0}" / "Due: {0}";
    STATE = "進み具合：{0}" / "State: {0}";
}

/// The number of columns.
pub(super) const WIDTH: u16 = 8;

/// Adds the rows of a treatment. Tells whether a measure rests on an unconfirmed standard answer.
pub(super) fn treatment(paper: &Paper<'_>, treatment: &Treatment, rows: &mut Vec<Row>) -> bool {
    let measures = provider_measures(&paper.subject, treatment, paper.answers);
    let lines = measure_lines(paper, &measures);
    let span = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    rows.push(Row::new(vec![risks(paper, treatment).spanning(1, WIDTH)]));
    let mut first = Some(options(paper, treatment));
    for (viewpoint, text, style) in lines {
        let begins = first.take();
        let mut cells = Vec::new();
        let is_first = begins.is_some();
        cells.extend(begins.map(|options| options.spanning(span, 1)));
        cells.extend([Cell::new(viewpoint), Cell::new(text).styled(style)]);
        if is_first {
            cells.push(requests(paper, &measures).spanning(span, 1));
            cells.extend(residual(paper, treatment).map(|cell| cell.spanning(span, 1)));
        }
        rows.push(Row::new(cells));
    }
    measures
        .viewpoints
        .iter()
        .flat_map(|of| &of.measures)
        .any(|measure| measure.unconfirmed)
}

fn measure_lines(paper: &Paper<'_>, measures: &ProviderMeasures) -> Vec<(String, String, CellStyle)> {
    let mut lines = Vec::new();
    for of in &measures.viewpoints {
        let title = paper.subject.catalogue.viewpoints().get(of.viewpoint.as_str());
        let title = title.map_or(of.viewpoint.as_str(), |viewpoint| paper.text(&viewpoint.title));
        let texts: Vec<String> = of
            .measures
            .iter()
            .map(|measure| measure_text(paper, measure))
            .collect();
        let proposed = of.measures.iter().any(|measure| measure.unconfirmed);
        let style = if proposed {
            CellStyle::Proposed
        } else {
            CellStyle::Plain
        };
        lines.push((title.to_owned(), texts.join("\n"), style));
    }
    let mut further = Vec::new();
    further.extend(measures.note.clone());
    for (words, items) in [
        (UNANSWERED, &measures.unanswered),
        (NOT_APPLICABLE, &measures.not_applicable),
    ] {
        if !items.is_empty() {
            further.push(paper.fill(words, &[&item_list(paper, items)]));
        }
    }
    if !further.is_empty() {
        lines.push((
            paper.say(SUPPLEMENT).to_owned(),
            further.join("\n"),
            CellStyle::Plain,
        ));
    }
    if lines.is_empty() {
        lines.push(("—".to_owned(), "—".to_owned(), CellStyle::Muted));
    }
    lines
}

/// A bullet, what is done, and the items it answers; how it stands where that is not simply done.
fn measure_text(paper: &Paper<'_>, measure: &MeasureText) -> String {
    let status = match measure.status {
        AnswerStatus::Implemented => String::new(),
        other => paper.fill(STATUS, &[paper.say(other.words())]),
    };
    let unconfirmed = if measure.unconfirmed {
        paper.say(UNCONFIRMED)
    } else {
        ""
    };
    let text = paper.said(&measure.text);
    paper.fill(
        MEASURE,
        &[
            paper.bullet(),
            unconfirmed,
            &status,
            text,
            &item_list(paper, &measure.items),
        ],
    )
}

fn risks(paper: &Paper<'_>, treatment: &Treatment) -> Cell {
    let covered = |id: &str| treatment.risks.iter().any(|pattern| pattern.covers(id));
    let risks = paper
        .derived
        .risks
        .iter()
        .filter(|risk| risk.standing.counts() && covered(&risk.id));
    let groups = group(paper, risks);
    if groups.is_empty() {
        let patterns: Vec<&str> = treatment.risks.iter().map(|pattern| pattern.as_str()).collect();
        return Cell::new(paper.fill(NO_RISK, &[&paper.list(&patterns)])).styled(CellStyle::Raised);
    }
    let texts: Vec<String> = groups
        .iter()
        .map(|group| format!("■ {}", group.text(paper)))
        .collect();
    Cell::new(texts.join("\n"))
}

fn options(paper: &Paper<'_>, treatment: &Treatment) -> Cell {
    let names: Vec<&str> = treatment
        .options
        .iter()
        .map(|option| paper.say(option.words()))
        .collect();
    match names.is_empty() {
        true => Cell::new(paper.say(NO_OPTION)).styled(CellStyle::Raised),
        false => Cell::new(names.join("\n")),
    }
}

fn requests(paper: &Paper<'_>, measures: &ProviderMeasures) -> Cell {
    let texts: Vec<&str> = measures
        .requests
        .iter()
        .map(|request| paper.said(request))
        .collect();
    match texts.as_slice() {
        [] => dash(),
        [one] => Cell::new(*one),
        several => Cell::new(
            several
                .iter()
                .map(|text| format!("{}{text}", paper.bullet()))
                .collect::<Vec<_>>()
                .join("\n"),
        ),
    }
}

fn residual(paper: &Paper<'_>, treatment: &Treatment) -> [Cell; 4] {
    let mut lines: Vec<String> = treatment.residual.iter().map(|text| text.to_string()).collect();
    lines.extend(
        treatment
            .retained_because
            .as_ref()
            .map(|reason| paper.fill(RETAINED, &[reason])),
    );
    if treatment.accepted_by.is_some() || treatment.accepted_on.is_some() {
        let who = treatment
            .accepted_by
            .as_ref()
            .map_or("—", |who| paper.officer(who));
        let date = treatment
            .accepted_on
            .map_or_else(String::new, |date| date.to_string());
        lines.push(paper.fill(ACCEPTED, &[who, &date]).trim_end().to_owned());
    }
    lines.extend(
        treatment
            .owner
            .as_ref()
            .map(|owner| paper.fill(RESPONSIBLE, &[paper.officer(owner)])),
    );
    lines.extend(treatment.due.map(|due| paper.fill(DUE, &[&due.to_string()])));
    lines.extend(
        treatment
            .state
            .map(|state| paper.fill(STATE, &[paper.say(state.words())])),
    );
    let content = if lines.is_empty() {
        dash()
    } else {
        Cell::new(lines.join("\n"))
    };
    let (Some(impact), Some(likelihood)) = (treatment.residual_impact, treatment.residual_likelihood) else {
        let figure =
            |step: Option<mamori_domain::Step>| step.map_or_else(dash, |step| Cell::new(step.0.to_string()));
        return [
            content,
            figure(treatment.residual_impact),
            figure(treatment.residual_likelihood),
            dash(),
        ];
    };
    // Steps are 1–5, so the product is 1–25.
    let product = u32::try_from(impact.0.saturating_mul(likelihood.0)).unwrap_or_default();
    let level = paper.subject.catalogue.level_of(product);
    let style = level.map_or(CellStyle::Plain, |level| rank_style(level.treatment));
    let rank = level.map_or("—", |level| level.id.as_str());
    let level = Cell::new(format!("{rank}\n{product}")).styled(style);
    [
        content,
        Cell::new(impact.0.to_string()),
        Cell::new(likelihood.0.to_string()),
        level,
    ]
}
