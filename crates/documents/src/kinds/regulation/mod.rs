//! The operation-management regulation (運用管理規程), GL 5.1.6 (2): ten parts as chapters, each required
//! content as a numbered article, filled from the clause library and the model.

mod chapters;
mod procedures;
mod tables;

use crate::clauses::{agreed_on, first_officer, open_note};
use crate::shared::{self, heading, table};
use crate::{Form, Kind, Paper};
use chapters::{Article, Chapter};
use mamori_catalogue::ClauseDocument;
use mamori_domain::{ClauseChangeUse, OfficerRole, Policy, PolicyKind};
use mamori_tree::{Block, Cell, Column, Document, Orientation, Row};

wording! {
    TITLE = "運用管理規程" / "Operation-management regulation";
    PURPOSE = "預かった医療情報を守るために事業者が守る決まりです。責任者が読み、承認して署名する文書の案としても使えます。" /
        "The rules a provider keeps to protect the medical information it is entrusted with; the responsible manager can read, approve and sign it.";
    CONTROL = "文書の管理" / "Document control";
    LABEL = "項目" / "Entry";
    VALUE = "内容" / "Content";
    NAME = "文書名" / "Title";
    REVISION = "内容の識別番号" / "Revision";
    AS_OF = "基準日" / "As of";
    APPROVER = "承認者" / "Approved by";
    APPROVED = "承認日" / "Approved on";
    REVIEWED = "見直した日" / "Reviewed on";
    AGREED = "医療機関等との合意日" / "Agreed with the institution on";
    SIGNATURE = "署名・日付" / "Signature and date";
    SEVERAL = "{0} ほか {1} 件" / "{0} and {1} more";
    MISSING = "（記載なし）" / "(nothing written)";
    CONTENTS = "目次" / "Contents";
    MAP = "ガイドラインとの対応" / "Where the guideline asks for it";
    MAP_TEXT = "ガイドラインが規程に求める内容と、それを定めた条です。標準の条文を改めた条と、用いないとした条には、その旨を示します。" /
        "What the guideline asks a regulation to contain, and the article that lays it down. Articles whose standard wording was changed, or is not used, are marked.";
    ASKED = "求められる内容" / "What is asked";
    SECTION = "箇所" / "Section";
    ARTICLES = "条" / "Articles";
    CHANGED = "{0}（変更）" / "{0} (changed)";
    LEFT_OUT = "{0}（用いない）" / "{0} (not used)";
    NONE = "—（定めがない）" / "— (nothing is laid down)";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "regulation",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

const DOCUMENT: ClauseDocument = ClauseDocument::Regulation;

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let blocks = &mut document.blocks;
    blocks.extend(open_note(paper, DOCUMENT));
    control(paper, blocks);
    let chapters = chapters::all(paper);
    blocks.push(heading(1, paper.say(CONTENTS)));
    blocks.push(Block::List(
        chapters.iter().map(|chapter| chapter.title.clone()).collect(),
    ));
    for chapter in &chapters {
        blocks.push(heading(1, chapter.title.clone()));
        blocks.extend(chapter.blocks.iter().cloned());
    }
    map(paper, &chapters, blocks);
    document
}

/// Who approved which revision and when, with room to sign.
fn control(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let policies = &paper.subject.workspace.organisation.policies;
    let ours: Vec<&Policy> = policies
        .iter()
        .filter(|policy| policy.kind == PolicyKind::Regulation)
        .collect();
    let missing = || paper.say(MISSING).to_owned();
    let day = |of: fn(&Policy) -> Option<String>| {
        ours.first().and_then(|policy| of(policy)).unwrap_or_else(missing)
    };
    let name = match &*ours {
        [] => paper.say(TITLE).to_owned(),
        [one] => one.title.to_string(),
        [first, rest @ ..] => paper.fill(SEVERAL, &[&first.title, &rest.len().to_string()]),
    };
    let approver =
        first_officer(paper, OfficerRole::FinalResponsible).map(|officer| officer.name.to_string());
    let mut entries = vec![
        (NAME, name),
        (REVISION, shared::short_revision(paper.revision)),
        (AS_OF, paper.subject.as_of.to_string()),
        (APPROVER, approver.unwrap_or_else(missing)),
        (APPROVED, day(|policy| Some(policy.approved?.to_string()))),
        (REVIEWED, day(|policy| Some(policy.reviewed?.to_string()))),
    ];
    if paper.institution.is_some() {
        entries.push((AGREED, agreed_on(paper, DOCUMENT).unwrap_or_else(missing)));
    }
    entries.push((SIGNATURE, String::new()));
    let row = |(label, value): (mamori_tree::Words, String)| {
        Row::new(vec![Cell::new(paper.say(label)), Cell::new(value)])
    };
    blocks.push(heading(1, paper.say(CONTROL)));
    let columns = [
        (Column::start(24), paper.say(LABEL)),
        (Column::start(66), paper.say(VALUE)),
    ];
    blocks.push(table(
        paper.say(CONTROL),
        &columns,
        entries.into_iter().map(row).collect(),
    ));
}

/// Which article lays down what the guideline asks for.
fn map(paper: &Paper<'_>, chapters: &[Chapter], blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(MAP)));
    blocks.push(Block::Paragraph(paper.say(MAP_TEXT).to_owned()));
    let columns = [
        (Column::start(18), paper.say(SECTION)),
        (Column::start(56), paper.say(ASKED)),
        (Column::start(26), paper.say(ARTICLES)),
    ];
    let mut rows = Vec::new();
    for part in paper.subject.catalogue.regulation_parts() {
        for content in &part.contents {
            let articles = chapters.iter().flat_map(|chapter| &chapter.articles);
            let ours: Vec<&Article> = articles
                .filter(|article| article.part == content.id.as_str())
                .collect();
            let number = |article: &&Article| match article.change {
                None => article.number.clone(),
                Some(ClauseChangeUse::Changed) => paper.fill(CHANGED, &[&article.number]),
                Some(ClauseChangeUse::LeftOut) => paper.fill(LEFT_OUT, &[&article.number]),
            };
            let numbers: Vec<String> = ours.iter().map(number).collect();
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            let articles = match numbers.is_empty() {
                true => paper.say(NONE).to_owned(),
                false => paper.list(&numbers),
            };
            rows.push(Row::new(vec![
                Cell::new(format!("GL {}", part.guideline.as_deref().unwrap_or_default())),
                Cell::new(paper.text(&content.text)),
                Cell::new(articles),
            ]));
        }
    }
    if !rows.is_empty() {
        blocks.push(table(paper.say(MAP), &columns, rows));
    }
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, chapters::ALL, procedures::ALL, tables::ALL].concat()
}
