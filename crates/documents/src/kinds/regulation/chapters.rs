//! Chapters and their numbered articles: general rules, the guideline's parts in order, final rules.

use super::{DOCUMENT, procedures, tables};
use crate::Paper;
use crate::clauses::{of_part, typed};
use crate::shared::heading;
use mamori_domain::ClauseChangeUse;
use mamori_tree::Block;

wording! {
    CHAPTER = "第{0}章 {1}" / "Chapter {0}: {1}";
    ARTICLE = "第{0}条" / "Article {0}";
    TITLED = "第{0}条（{1}）" / "Article {0} ({1})";
    PARTICULAR = "本サービスについての定め" / "Particular to this service";
}

/// The chapter of our own that stands last; all others of our own stand first.
const LAST: &str = "closing";

/// An article, for the table that maps the guideline to articles.
pub(super) struct Article {
    /// Its number in words.
    pub(super) number: String,
    /// The content or part it belongs to.
    pub(super) part: String,
    /// What the workspace made of the standard clause it prints.
    pub(super) change: Option<ClauseChangeUse>,
}

/// A chapter.
pub(super) struct Chapter {
    /// Number and title.
    pub(super) title: String,
    /// Articles and tables.
    pub(super) blocks: Vec<Block>,
    /// Its articles.
    pub(super) articles: Vec<Article>,
}

/// All chapters in order.
pub(super) fn all(paper: &Paper<'_>) -> Vec<Chapter> {
    let catalogue = paper.subject.catalogue;
    let own = || catalogue.clauses().parts_of(DOCUMENT);
    let mut writer = Writer {
        paper,
        chapters: Vec::new(),
        articles: 0,
    };
    for part in own().filter(|part| part.id != LAST) {
        writer.begin(paper.text(&part.title));
        writer.part(&part.id);
    }
    for part in catalogue.regulation_parts() {
        writer.begin(paper.text(&part.title));
        for content in &part.contents {
            writer.part(content.id.as_str());
        }
        writer.part(part.id.as_str());
        let blocks = tables::of_part(paper, part.id.as_str());
        let procedures = match part.id.as_str() {
            "treatment-operation" => procedures::blocks(paper),
            _ => Vec::new(),
        };
        if let Some(chapter) = writer.chapters.last_mut() {
            chapter.blocks.extend(blocks);
            chapter.blocks.extend(procedures);
        }
    }
    for part in own().filter(|part| part.id == LAST) {
        writer.begin(paper.text(&part.title));
        writer.part(&part.id);
    }
    writer.chapters
}

struct Writer<'p, 'a> {
    paper: &'p Paper<'a>,
    chapters: Vec<Chapter>,
    articles: usize,
}

impl Writer<'_, '_> {
    fn begin(&mut self, title: &str) {
        let number = (self.chapters.len() + 1).to_string();
        self.chapters.push(Chapter {
            title: self.paper.fill(CHAPTER, &[&number, title]),
            blocks: Vec::new(),
            articles: Vec::new(),
        });
    }

    /// The clauses of a part or content, and what the workspace lays down for it.
    fn part(&mut self, part: &str) {
        for clause in of_part(self.paper, DOCUMENT, part) {
            let title = clause
                .text
                .title
                .as_ref()
                .map(|title| self.paper.text(title).to_owned());
            self.article(part, title.as_deref(), clause.change, clause.blocks);
        }
        let facts = &self.paper.subject.service.regulation;
        for fact in facts.iter().filter(|fact| fact.content.as_str() == part) {
            let title = self.paper.say(PARTICULAR);
            self.article(part, Some(title), None, typed(&fact.text));
        }
    }

    fn article(
        &mut self,
        part: &str,
        title: Option<&str>,
        change: Option<ClauseChangeUse>,
        blocks: Vec<Block>,
    ) {
        self.articles += 1;
        let number = self.articles.to_string();
        let head = match title {
            Some(title) => self.paper.fill(TITLED, &[&number, title]),
            None => self.paper.fill(ARTICLE, &[&number]),
        };
        let Some(chapter) = self.chapters.last_mut() else {
            return;
        };
        chapter.blocks.push(heading(2, head));
        chapter.blocks.extend(blocks);
        chapter.articles.push(Article {
            number: self.paper.fill(ARTICLE, &[&number]),
            part: part.to_owned(),
            change,
        });
    }
}
