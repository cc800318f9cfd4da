//! How the figures are read: levels and criteria, the two scales, the threats (GL 5.1.2, 5.1.3).

use super::rank_style;
use crate::Paper;
use crate::shared::{self, heading};
use mamori_catalogue::{Level, Step};
use mamori_tree::{Block, Cell, Column, Row, Words};

wording! {
    TITLE = "値の読み方" / "How to read the figures";
    TEXT = "リスクレベルは影響度と顕在化率を掛けた値（1〜25）で、下の範囲ごとに名前をつけています。影響度は情報の分類に決めた値、顕在化率は 3 から始め、「値の理由」にある事情で増減します。理由が空欄の値は、始めの値のままです。" /
        "The risk level is impact times likelihood (1–25), named by the ranges below. Impact starts from the value of the information's class, likelihood from 3; the facts under \"Why these figures\" move them. Where none is named, the value is the starting one.";
    LEVELS = "リスクレベルと対応の基準" / "Risk levels and criteria";
    LEVEL = "リスクレベル" / "Level";
    RANGE = "値の範囲" / "Range";
    CRITERION = "対応の基準" / "Criterion";
    IMPACT = "影響度" / "Impact";
    LIKELIHOOD = "顕在化率" / "Likelihood";
    VALUE = "値" / "Value";
    NUMBER = "番号" / "No.";
    MEANING = "意味" / "Meaning";
    THREATS = "代表的な脅威" / "Representative threats";
    THREAT = "脅威" / "Threat";
    ACCEPTANCE = "残存リスクを受け入れる上限は {0} です（影響度×顕在化率）。" /
        "A residual risk up to {0} (impact × likelihood) is accepted.";
}

/// The legend.
pub(super) fn legend(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let catalogue = paper.subject.catalogue;
    let acceptance = paper
        .subject
        .service
        .profile
        .acceptance
        .unwrap_or(mamori_domain::ACCEPTANCE_DEFAULT);
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    blocks.push(Block::Paragraph(
        paper.fill(ACCEPTANCE, &[&acceptance.0.to_string()]),
    ));
    let levels = catalogue.levels().iter().map(|level| {
        Row::new(vec![
            Cell::new(level.id.as_str()).styled(rank_style(level.treatment)),
            Cell::new(range(level)),
            Cell::new(paper.text(&level.evaluation)),
        ])
    });
    let columns = [
        (Column::centre(12), LEVEL),
        (Column::centre(12), RANGE),
        (Column::start(60), CRITERION),
    ];
    push(paper, LEVELS, columns, levels.collect(), blocks);
    for (title, steps) in [(IMPACT, catalogue.impact()), (LIKELIHOOD, catalogue.likelihood())] {
        let row = |step: &Step| {
            Row::new(vec![
                Cell::new(step.value.to_string()),
                Cell::new(paper.text(&step.label)),
                Cell::new(paper.text(&step.explanation)),
            ])
        };
        let columns = [
            (Column::centre(8), VALUE),
            (Column::start(20), title),
            (Column::start(60), MEANING),
        ];
        push(paper, title, columns, steps.iter().map(row).collect(), blocks);
    }
    let threats = catalogue.threats().iter().map(|threat| {
        Row::new(vec![
            Cell::new(threat.id.as_str()),
            Cell::new(paper.text(&threat.title)),
            Cell::new(paper.text(&threat.explanation)),
        ])
    });
    let columns = [
        (Column::centre(6), NUMBER),
        (Column::start(28), THREAT),
        (Column::start(70), MEANING),
    ];
    push(paper, THREATS, columns, threats.collect(), blocks);
}

/// The products a level holds.
pub(super) fn range(level: &Level) -> String {
    match level.from == level.to {
        true => level.from.to_string(),
        false => format!("{}–{}", level.from, level.to),
    }
}

fn push(
    paper: &Paper<'_>,
    title: Words,
    columns: [(Column, Words); 3],
    rows: Vec<Row>,
    blocks: &mut Vec<Block>,
) {
    blocks.push(heading(2, paper.say(title)));
    let columns = columns.map(|(column, words)| (column, paper.say(words)));
    blocks.push(shared::table(paper.say(title), &columns, rows));
}
