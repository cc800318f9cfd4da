//! Risks that need treatment and are covered by none (GL 5.1.3, 5.1.4).

use crate::Paper;
use crate::kinds::risks::rank_style;
use crate::risk_groups::group;
use crate::shared::{self, dash, heading};
use mamori_catalogue::TreatmentNeed;
use mamori_domain::ACCEPTANCE_DEFAULT;
use mamori_rules::derive::Risk;
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "対応がまだ決まっていないリスク" / "Risks whose treatment is still open";
    TEXT = "対応が要る（または受け入れの上限を超える）のに、どの対応にも含まれていないリスクです。" /
        "Risks that need treatment, or lie above what is accepted, and belong to no treatment.";
    NONE = "対応が要るリスクは、すべていずれかの対応に含まれています。" / "Every risk that needs treatment belongs to one.";
    SHEET = "未対応のリスク" / "Open risks";
    THREAT = "脅威" / "Threat";
    RISK = "リスク" / "Risk";
    PLACES = "場所" / "Places";
    LEVEL = "リスクレベル" / "Level";
}

/// The risks that need treatment and have none, in the order of the list.
pub(super) fn risks<'a>(paper: &Paper<'a>) -> Vec<&'a Risk> {
    let service = paper.subject.service;
    let acceptance = service.profile.acceptance.unwrap_or(ACCEPTANCE_DEFAULT).0;
    let levels = paper.subject.catalogue.levels();
    let needs = |risk: &Risk| {
        let need = levels.get(risk.rank.as_str()).map(|level| level.treatment);
        matches!(need, Some(TreatmentNeed::Several | TreatmentNeed::Required))
            || i64::from(risk.product) > acceptance
    };
    let covered = |risk: &Risk| {
        service
            .treatments
            .iter()
            .any(|one| one.risks.iter().any(|pattern| pattern.covers(&risk.id)))
    };
    let all = paper.derived.risks.iter();
    all.filter(|risk| risk.standing.counts() && needs(risk) && !covered(risk))
        .collect()
}

/// The table of open risks, similar ones together.
pub(super) fn section(paper: &Paper<'_>, open: &[&Risk], blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(TITLE)));
    if open.is_empty() {
        blocks.push(Block::Paragraph(paper.say(NONE).to_owned()));
        return;
    }
    blocks.push(Block::Note(paper.say(TEXT).to_owned()));
    let rows = group(paper, open.iter().copied()).into_iter().map(|group| {
        let level = group
            .rank()
            .and_then(|rank| paper.subject.catalogue.levels().get(rank.as_str()));
        let style = level.map_or(CellStyle::Plain, |level| rank_style(level.treatment));
        Row::new(vec![
            Cell::new(group.threat.clone()),
            Cell::new(group.sentence(paper)),
            group.places(paper).map_or_else(dash, Cell::new),
            Cell::new(group.scale(paper)).styled(style),
        ])
    });
    let columns = [
        (Column::start(18), paper.say(THREAT)),
        (Column::start(50), paper.say(RISK)),
        (Column::start(44), paper.say(PLACES)),
        (Column::centre(16), paper.say(LEVEL)),
    ];
    blocks.push(shared::table(paper.say(SHEET), &columns, rows.collect()));
}
