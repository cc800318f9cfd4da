//! The control table (対策項目対応表), in the layout of 別紙2: every item with its answer, its ground,
//! its evidence and the agreement it asks for (GL 5.1.5 (1)).

mod cells;
mod conditions;
mod summary;
mod table;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_tree::{Block, Document, Orientation};

wording! {
    TITLE = "対策項目対応表" / "Control table";
    PURPOSE = "ガイドライン別紙2の対策項目の一つひとつに、事業者が何をしているか、何を根拠にそう言えるかを示したものです。" /
        "Shows for every control item of appendix 2 of the guideline what the provider does and on what ground.";
    DUTY_NOTE = "「対策の内容」は本製品の要約です。正確な文は、ガイドラインの原文で確かめてください。" /
        "\"What is asked\" is this product's summary. For the exact wording see the guideline itself.";
    OVERLAY_NOTE = "「公表文」は、利用者の手元にあるガイドラインから写したものです。{0} 件は公表文と一字一句同じことを確かめました。" /
        "\"Published wording\" was laid in from the user's own copy; {0} of them were found to be exactly the published wording.";
    CLASS_NOTE = "区分の◎は旧ガイドラインのいずれかで遵守事項だったもの、○は推奨事項だったものです。原典の欄が失われているものは、推測せずにそう記しています。" /
        "In Class, ◎ was to be observed in one of the former guidelines, ○ was recommended. Where the mark is lost in the source, that is said and nothing guessed.";
    UNCONFIRMED_NOTE = "「標準回答・未確認」が {0} 件あります。標準回答を取り入れたままで、まだ人が確かめていません。" /
        "Standard answers that nobody has confirmed yet: {0}.";
    OPEN_NOTE = "まだ回答のない項目が {0} 件あります。" / "Items without an answer yet: {0}.";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "controls",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "appendix-2",
    "control-item",
    "standard-answer",
    "not-applicable",
    "condition",
    "evidence",
    "explicit-agreement",
    "three-viewpoints",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    summary::summary(paper, blocks);
    let unconfirmed = paper
        .answers
        .values()
        .filter(|answer| answer.is_unconfirmed())
        .count();
    let items = paper.subject.catalogue.items();
    let answered = |id: &str| {
        paper
            .answers
            .get(id)
            .is_some_and(|answer| answer.status.is_some())
    };
    let open = items.iter().filter(|item| !answered(item.id.as_str())).count();
    for (count, words) in [(open, OPEN_NOTE), (unconfirmed, UNCONFIRMED_NOTE)] {
        if count > 0 {
            blocks.push(Block::Note(paper.fill(words, &[&count.to_string()])));
        }
    }
    notes(paper, blocks);
    for viewpoint in paper.subject.catalogue.viewpoints() {
        blocks.push(heading(
            1,
            format!("{} {}", viewpoint.id, paper.text(&viewpoint.title)),
        ));
        blocks.push(table::of_viewpoint(paper, viewpoint));
    }
    conditions::conditions(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

fn notes(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let mut notes = vec![paper.say(DUTY_NOTE).to_owned()];
    if let Some(overlay) = paper.overlay {
        use mamori_catalogue::official::WordingStatus;
        let exact = |id: &mamori_catalogue::ItemId| {
            overlay
                .get(id)
                .is_some_and(|found| found.status == WordingStatus::Exact)
        };
        let count = paper
            .subject
            .catalogue
            .items()
            .iter()
            .filter(|item| exact(&item.id))
            .count();
        notes.push(paper.fill(OVERLAY_NOTE, &[&count.to_string()]));
    }
    notes.push(paper.say(CLASS_NOTE).to_owned());
    notes.push(paper.say(cells::REQUIREMENT_NOTE).to_owned());
    blocks.push(Block::List(notes));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, cells::ALL, conditions::ALL, summary::ALL, table::ALL].concat()
}
