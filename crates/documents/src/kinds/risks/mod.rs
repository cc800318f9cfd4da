//! The risk assessment list (リスクアセスメント結果一覧), in the columns of the guideline's example
//! (GL 5.2.1 (2)), with the reasons for every figure.

mod excluded;
mod grid;
mod legend;
mod list;

pub(crate) use list::threat;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_catalogue::TreatmentNeed;
use mamori_domain::{Search, SearchSubject};
use mamori_rules::derive::Standing;
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Orientation, Row};

wording! {
    TITLE = "リスクアセスメント結果一覧" / "Risk assessment list";
    PURPOSE = "預かる情報がどこをどう流れ、そこで何が起こりうるか、どれほど重く、どれほど起こりやすいかを一覧にしたものです。" /
        "Lists where entrusted information flows, what could happen there, how grave it would be and how likely.";
    SUMMARY = "まとめ" / "Summary";
    SUMMARY_SHEET = "まとめ" / "Summary";
    COUNTED = "情報流 {0} 件、リスク {1} 件です。" / "Flows: {0}. Risks: {1}.";
    SUMMARY_TEXT = "情報流 {0} 件、リスク {1} 件です。このほか、当てはまらないと人が判断した情報流が {2} 件、リスクが {3} 件あります（末尾の一覧）。" /
        "Flows: {0}. Risks: {1}. Besides, a person decided that some do not fit (flows: {2}, risks: {3}); they are listed at the end.";
    PROPOSALS = "【提案】と記したものが {0} 件あります。プログラムが構成から導いたもので、まだ人が確かめていません。" /
        "Entries marked [Proposed]: {0}. The program derived them from the configuration, and nobody has looked at them yet.";
    NO_RISKS = "情報流もリスクもまだありません。構成（場所・機器・接続・人・情報）を書くと、ここに並びます。" /
        "There are no flows or risks yet. They appear here once the configuration (sites, equipment, connections, people, information) is described.";
    RANK = "リスクレベル" / "Risk level";
    COUNT = "件数" / "Risks";
    NEED = "対応の要否" / "Treatment";
    PROPOSED = "【提案】" / "[Proposed] ";
    SEARCHES = "代表的な脅威の外の検討" / "Search beyond the representative threats";
    SEARCHES_TEXT = "十の代表的な脅威のほかに脅威やリスクがないかを調べた記録です。" /
        "Records of looking for threats and risks beyond the ten representative ones.";
    NO_SEARCH = "調べた記録がまだありません。" / "There is no record of such a search yet.";
    DATE = "日付" / "Date";
    METHOD = "調べ方" / "Method";
    FOUND = "見つかったもの" / "Found";
    SEARCHES_SHEET = "追加の検討" / "Searches";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "risks",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "information-flow",
    "threat",
    "impact",
    "likelihood",
    "risk-level",
    "proposal",
    "layer-a",
    "layer-p",
    "layer-i",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    summary(paper, blocks);
    list::layers(paper, blocks);
    grid::grid(paper, blocks);
    searches(paper, blocks);
    excluded::excluded(paper, blocks);
    legend::legend(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

fn summary(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let derived = paper.derived;
    blocks.push(heading(1, paper.say(SUMMARY)));
    if derived.flows.is_empty() && derived.risks.is_empty() {
        blocks.push(Block::Note(paper.say(NO_RISKS).to_owned()));
        return;
    }
    let flows = derived.flows.iter().filter(|flow| flow.standing.counts()).count();
    let risks = derived.risks.iter().filter(|risk| risk.standing.counts()).count();
    let all_flows = derived.flows.len();
    let left_out = [all_flows - flows, excluded::risks(derived).count()];
    let counts = [flows, risks, left_out[0], left_out[1]].map(|count| count.to_string());
    blocks.push(Block::Paragraph(match left_out {
        [0, 0] => paper.fill(COUNTED, &[&counts[0], &counts[1]]),
        _ => paper.fill(SUMMARY_TEXT, &[&counts[0], &counts[1], &counts[2], &counts[3]]),
    }));
    let proposed = |standing: &Standing| *standing == Standing::Proposed;
    let proposals = derived
        .flows
        .iter()
        .filter(|flow| proposed(&flow.standing))
        .count()
        + derived
            .risks
            .iter()
            .filter(|risk| proposed(&risk.standing))
            .count();
    if proposals > 0 {
        blocks.push(Block::Note(paper.fill(PROPOSALS, &[&proposals.to_string()])));
    }
    let levels = paper.subject.catalogue.levels();
    let rows = levels.iter().map(|level| {
        let of_level = |risk: &&mamori_rules::derive::Risk| risk.rank == level.id && risk.standing.counts();
        let count = derived.risks.iter().filter(of_level).count();
        Row::new(vec![
            Cell::new(format!("{} ({})", level.id, legend::range(level))).styled(rank_style(level.treatment)),
            Cell::new(count.to_string()),
            Cell::new(paper.say(level.treatment.words())),
        ])
    });
    let columns = [
        (Column::centre(16), paper.say(RANK)),
        (Column::end(8), paper.say(COUNT)),
        (Column::start(40), paper.say(NEED)),
    ];
    blocks.push(shared::table(paper.say(SUMMARY_SHEET), &columns, rows.collect()));
}

/// The look of a risk level by what it asks for.
pub(crate) fn rank_style(need: TreatmentNeed) -> CellStyle {
    match need {
        TreatmentNeed::Several => CellStyle::Severe,
        TreatmentNeed::Required => CellStyle::Raised,
        TreatmentNeed::CaseByCase => CellStyle::Plain,
        TreatmentNeed::NotNeeded => CellStyle::Muted,
    }
}

/// A text that may be a proposal nobody looked at: marked in words, and by its look.
fn standing_cell(paper: &Paper<'_>, text: String, standing: &Standing) -> Cell {
    match standing {
        Standing::Proposed => Cell::new(paper.say(PROPOSED).to_owned() + &text).styled(CellStyle::Proposed),
        _ => Cell::new(text),
    }
}

fn searches(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(SEARCHES)));
    blocks.push(Block::Paragraph(paper.say(SEARCHES_TEXT).to_owned()));
    let optional = |text: Option<&str>| text.unwrap_or("—").to_owned();
    let of_threats = |search: &&Search| search.subject == SearchSubject::Threats;
    let rows: Vec<Row> = paper
        .subject
        .service
        .searches
        .iter()
        .filter(of_threats)
        .map(|search| {
            Row::new(vec![
                Cell::new(search.date.to_string()),
                Cell::new(optional(search.method.as_deref())),
                Cell::new(optional(search.found.as_deref())),
            ])
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::Note(paper.say(NO_SEARCH).to_owned()));
        return;
    }
    let columns = [
        (Column::start(12), paper.say(DATE)),
        (Column::start(40), paper.say(METHOD)),
        (Column::start(60), paper.say(FOUND)),
    ];
    blocks.push(shared::table(paper.say(SEARCHES_SHEET), &columns, rows));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, excluded::ALL, grid::ALL, legend::ALL, list::ALL].concat()
}
