//! The list of agreements (合意事項一覧): everything that has to be understood and agreed with an
//! institution, and where each stands, what is open first (GL 3.2.1, 5.1.6).

mod matters;
mod understanding;

use crate::shared::{self, heading, optional, sheet_name, short_revision};
use crate::{Form, Kind, Paper};
use mamori_domain::{Agreement, AgreementState, AgreementSubject, Institution};
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Orientation, Row, Words};
use matters::{Matter, State};

wording! {
    TITLE = "合意事項一覧" / "List of agreements";
    PURPOSE = "事業者と医療機関等が合意しておくことを一つの表に集め、どこまで進んだかを、まだのものから順に示したものです。" /
        "Gathers everything the provider and the institution have to agree, and shows how far each is, open ones first.";
    NOBODY = "このサービスを使う医療機関等がまだ書かれていません。下の表は、これから合意することです。" /
        "No institution uses this service yet. The table below shows what will have to be agreed.";
    COUNTS = "合意の要る事項は {0} 件です。合意済みが {1} 件、まだのものが {2} 件あります。" /
        "Matters to be agreed: {0}. Agreed: {1}. Open: {2}.";
    ENDED = "このほか、終わった合意が {0} 件あります。" / "Besides, {0} agreements have ended.";
    RULE = "明示的な合意は、議事録などに残した共通の理解の上に成り立ちます。内容が変わったときは、もう一度合意します。" /
        "An explicit agreement rests on a common understanding that is kept in minutes. When the matter changes, it is agreed again.";
    WHOLE = "個別の合意の記録がない対策項目と残存リスクは、リスク対応一覧の合意に含まれるものとして示しています。同じように、SLAの条項はSLAの合意に、一つ一つのお願いは「医療機関等へ求める事項」の合意に含めています。" /
        "Control items and residual risks without an agreement of their own are shown as part of the agreement on the treatment list; likewise SLA clauses as part of the SLA, and each request as part of all requests.";
    SHEET = "合意事項" / "Agreements";
    KIND_OF = "種類" / "Kind";
    MATTER = "合意する事項" / "Matter";
    BASIS = "もと" / "Asked for by";
    STATE = "状態" / "State";
    DATE = "日付" / "Date";
    REVISION = "合意した内容の識別番号" / "Revision";
    MINUTES = "議事録の日" / "Minutes of";
    NOTE = "備考" / "Remarks";
    PART_OF = "「{0}」の合意に含む" / "Part of: {0}";
    NOT_YET = "未提示" / "Not yet proposed";
    THIS_ONE = "{0}\n（いまの内容）" / "{0}\n(this one)";
    OLDER = "{0}\n（いまの内容と違う）" / "{0}\n(not this one)";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "agreements",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "common-understanding",
    "explicit-agreement",
    "risk-communication",
    "role-sharing",
    "residual-risk",
    "subcontract",
    "sla",
    "revision",
];

const COLUMNS: [(Column, Words); 8] = [
    (Column::start(20), KIND_OF),
    (Column::start(76), MATTER),
    (Column::start(20), BASIS),
    (Column::centre(16), STATE),
    (Column::centre(12), DATE),
    (Column::centre(16), REVISION),
    (Column::centre(16), MINUTES),
    (Column::start(24), NOTE),
];

/// The column of the revision agreed to, which is left out where no agreement names one.
const REVISION_AT: usize = 5;

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    blocks.push(Block::Paragraph(paper.say(RULE).to_owned()));
    blocks.push(Block::Paragraph(paper.say(WHOLE).to_owned()));
    let institutions: Vec<(String, &Institution)> = match (paper.institution, paper.institution()) {
        (Some(id), Some(institution)) => vec![(name(id.as_str(), institution), institution)],
        _ => paper
            .subject
            .institutions()
            .map(|(id, institution)| (name(id.as_str(), institution), institution))
            .collect(),
    };
    if institutions.is_empty() {
        blocks.push(Block::Note(paper.say(NOBODY).to_owned()));
        blocks.push(table(paper, &matters::matters(paper, None), None));
    }
    for (at, (name, institution)) in institutions.iter().enumerate() {
        blocks.push(heading(1, name.as_str()));
        let matters = matters::matters(paper, Some(institution));
        counts(paper, &matters, blocks);
        let number = (institutions.len() > 1).then_some(at + 1);
        blocks.push(table(paper, &matters, number));
        blocks.extend(understanding::understanding(paper, institution, number));
    }
    shared::terms(paper, TERMS, blocks);
    document
}

fn name(id: &str, institution: &Institution) -> String {
    let name = institution.profile.name.as_ref();
    name.map_or_else(|| id.to_owned(), |name| name.to_string())
}

fn counts(paper: &Paper<'_>, matters: &[Matter<'_>], blocks: &mut Vec<Block>) {
    let standing = |wanted| {
        matters
            .iter()
            .filter(|matter| matter.state() == Some(wanted))
            .count()
    };
    let (agreed, ended) = (standing(AgreementState::Agreed), standing(AgreementState::Ended));
    let asked = matters.len() - ended;
    let counts = [asked, agreed, asked - agreed].map(|count| count.to_string());
    let text = paper.fill(COUNTS, &[&counts[0], &counts[1], &counts[2]]);
    blocks.push(match asked == agreed {
        true => Block::Paragraph(text),
        false => Block::Note(text),
    });
    if ended > 0 {
        blocks.push(Block::Paragraph(paper.fill(ENDED, &[&ended.to_string()])));
    }
}

/// The name of a sheet that is unique where there are several institutions.
fn numbered(paper: &Paper<'_>, words: Words, number: Option<usize>) -> String {
    let name = paper.say(words);
    sheet_name(&number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}")))
}

fn table(paper: &Paper<'_>, matters: &[Matter<'_>], number: Option<usize>) -> Block {
    let mut columns: Vec<(Column, &str)> = COLUMNS
        .iter()
        .map(|(column, words)| (*column, paper.say(*words)))
        .collect();
    let mut rows: Vec<Row> = matters.iter().map(|matter| row(paper, matter)).collect();
    // Agreements may be told by their date alone: a column of dashes would look like a gap.
    if !matters.iter().any(|matter| names_revision(matter)) {
        columns.remove(REVISION_AT);
        for row in &mut rows {
            row.cells.remove(REVISION_AT);
        }
    }
    shared::table(&numbered(paper, SHEET, number), &columns, rows)
}

fn row(paper: &Paper<'_>, matter: &Matter<'_>) -> Row {
    let mut cells = vec![
        Cell::new(paper.say(matter.kind)),
        Cell::new(matter.text.as_str()),
        Cell::new(matter.basis.as_str()),
        state(paper, matter),
    ];
    cells.extend(match &matter.standing {
        State::Consented { date, scope } => [
            Cell::new(date.to_string()),
            shared::dash(),
            shared::dash(),
            optional(scope.as_ref()),
        ],
        State::Agreement(agreement) => [
            optional(agreement.date),
            revision(paper, agreement.revision.as_ref().map(|hash| hash.as_str())),
            minutes(paper, agreement.minutes.as_ref()),
            remark(paper, matter, agreement),
        ],
        State::Open => [shared::dash(), shared::dash(), shared::dash(), shared::dash()],
    });
    Row::new(cells)
}

fn names_revision(matter: &Matter<'_>) -> bool {
    matches!(&matter.standing, State::Agreement(agreement) if agreement.revision.is_some())
}

fn state(paper: &Paper<'_>, matter: &Matter<'_>) -> Cell {
    match matter.state() {
        None => Cell::new(paper.say(NOT_YET)).styled(CellStyle::Raised),
        Some(state) => Cell::new(paper.say(state.words())).styled(match state {
            AgreementState::Disagreed => CellStyle::Severe,
            AgreementState::Proposed | AgreementState::Understood => CellStyle::Raised,
            AgreementState::Agreed => CellStyle::Plain,
            AgreementState::Ended => CellStyle::Muted,
        }),
    }
}

/// The remark of an agreement on the matter itself; else which agreement the matter is part of.
fn remark(paper: &Paper<'_>, matter: &Matter<'_>, agreement: &Agreement) -> Cell {
    let single = matches!(
        agreement.subject,
        AgreementSubject::Clause | AgreementSubject::Control
    );
    match single || matter.is_whole_paper() {
        true => optional(agreement.note.as_ref()),
        false => Cell::new(paper.fill(PART_OF, &[paper.say(agreement.subject.words())])),
    }
}

/// The revision agreed to, and whether it is the one these papers were made from.
fn revision(paper: &Paper<'_>, agreed: Option<&str>) -> Cell {
    let Some(agreed) = agreed else {
        return shared::dash();
    };
    let digits = short_revision(agreed);
    match agreed == paper.revision {
        true => Cell::new(paper.fill(THIS_ONE, &[&digits])),
        false => Cell::new(paper.fill(OLDER, &[&digits])).styled(CellStyle::Raised),
    }
}

fn minutes(paper: &Paper<'_>, id: Option<&mamori_domain::Id<mamori_domain::Minutes>>) -> Cell {
    let institutions = paper.subject.workspace.institutions.iter();
    let mut all = institutions.flat_map(|(_, institution)| &institution.minutes);
    let found = id.and_then(|id| all.find(|minutes| minutes.id == *id));
    optional(found.map(|minutes| minutes.date))
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, matters::ALL, understanding::ALL].concat()
}
