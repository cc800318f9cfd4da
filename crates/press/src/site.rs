//! Prints a service's documents as a site that opens from a folder: no server, no network.
//!
//! One page for each document, a first page that lists them, a glossary, a style sheet and a small
//! script that searches. Without the script everything but the search works. The policy of the
//! pages lets only the site's own files in; texts reach the script as escaped data.

mod search;

use mamori_tree::{Block, Document, Language, Words};
use maud::{DOCTYPE, Markup, html as markup};

use crate::blocks::{Blocks, place};
use crate::html::{STYLE, facts, running};
use crate::terms::{Terms, anchor};
use crate::{printable, single_line};

const SITE_STYLE: &str = include_str!("site/site.css");
const SCRIPT: &str = include_str!("site/search.js");

/// Only the site's own files. Widths of columns are style attributes.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; base-uri 'none'; form-action 'none'";

const DOCUMENTS: Words = Words::new("文書の一覧", "Documents");
const GLOSSARY: Words = Words::new("用語集", "Glossary");
const GLOSSARY_TEXT: Words = Words::new(
    "文書に出てくる用語を、ふだんの言葉で説明します。文書の中で点線を引いた語を選ぶと、ここに来ます。",
    "Words used in the documents, explained in plain language. Dotted words in the documents lead here.",
);
const SKIP: Words = Words::new("本文へ", "Skip to the text");
const SECTIONS: Words = Words::new("この文書の目次", "On this page");
const FILES: Words = Words::new("ファイル", "Files");
const SEARCH: Words = Words::new("すべての文書から探す", "Search all documents");
const FOUND: Words = Words::new("{} か所に見つかりました", "Found in {} places");
const FIRST: Words = Words::new(
    "{} か所に見つかりました。はじめの {most} か所を示します。言葉を足すと絞り込めます",
    "Found in {} places; the first {most} are shown. More words narrow it down",
);
const NONE: Words = Words::new("見つかりませんでした", "Nothing was found");

/// A word and its explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The word.
    pub term: String,
    /// Other ways it is written.
    pub aliases: Vec<String>,
    /// What it means.
    pub meaning: String,
}

/// A document of the site.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The document; its id names the page.
    pub document: &'a Document,
    /// Other files of the document: what they are called, and where they lie, seen from the site.
    pub files: Vec<(String, String)>,
}

/// A site of one service in one language.
#[derive(Debug, Clone)]
pub struct Site<'a> {
    /// The language of our own words.
    pub language: Language,
    /// The documents in the order they are listed. The first one says whose site it is.
    pub pages: Vec<Page<'a>>,
    /// The glossary in the order it is printed.
    pub glossary: Vec<Explained>,
}

/// The files of the site: name and content. `index.html` is the first page.
pub fn site(site: &Site<'_>) -> Vec<(String, String)> {
    let terms = Terms::new(site.glossary.iter().map(|entry| {
        let aliases = entry.aliases.iter().map(String::as_str);
        let spellings = std::iter::once(entry.term.as_str()).chain(aliases).collect();
        (spellings, entry.meaning.as_str())
    }));
    let mut files = vec![
        ("index.html".to_owned(), first(site)),
        ("glossary.html".to_owned(), glossary(site)),
        ("style.css".to_owned(), format!("{STYLE}{SITE_STYLE}")),
        ("search.js".to_owned(), SCRIPT.to_owned()),
        ("index.js".to_owned(), search::index(site)),
    ];
    for page in &site.pages {
        files.push((name(page.document), self::document(site, page, &terms)));
    }
    files
}

/// The file a document's page is in.
fn name(document: &Document) -> String {
    format!("{}.html", document.id)
}

/// A document's headings and drawings: level, text and place.
fn headings(document: &Document) -> Vec<(u8, &str, String)> {
    let entries = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text.as_str())),
        Block::Drawing(drawing) => Some((3, drawing.name.as_str())),
        _ => None,
    });
    let numbered = entries.enumerate();
    numbered
        .map(|(at, (level, text))| (level, text, place(at + 1)))
        .collect()
}

fn first(site: &Site<'_>) -> String {
    let say = |words: Words| words.say(site.language);
    let content = markup! {
        @if let Some(page) = site.pages.first() { (running(page.document)) }
        h1 { (say(DOCUMENTS)) }
        @for page in &site.pages {
            section.entry {
                h2 { a href=(name(page.document)) { (printable(&page.document.title)) } }
                p { (printable(&page.document.purpose)) }
                (files(page, site.language))
            }
        }
    };
    frame(site, "index", say(DOCUMENTS), &content)
}

fn files(page: &Page<'_>, language: Language) -> Markup {
    markup! {
        @if !page.files.is_empty() {
            p.files {
                (FILES.say(language)) ": "
                @for (at, (label, path)) in page.files.iter().enumerate() {
                    @if at > 0 { " · " }
                    a href=(path) { (label) }
                }
            }
        }
    }
}

fn document(site: &Site<'_>, page: &Page<'_>, terms: &Terms) -> String {
    let document = page.document;
    let mut blocks = Blocks::explaining(site.language, terms);
    let content = markup! {
        (running(document))
        h1 { (printable(&document.title)) }
        @if !document.purpose.is_empty() { p.purpose { (blocks.text(&document.purpose)) } }
        (files(page, site.language))
        (facts(document))
        @for block in &document.blocks { (blocks.block(block)) }
    };
    frame(site, document.id, &document.title, &content)
}

fn glossary(site: &Site<'_>) -> String {
    let title = GLOSSARY.say(site.language);
    let content = markup! {
        h1 { (title) }
        p.purpose { (GLOSSARY_TEXT.say(site.language)) }
        dl.glossary {
            @for (at, entry) in site.glossary.iter().enumerate() {
                div id=(anchor(at)) {
                    dt {
                        dfn { (printable(&entry.term)) }
                        @for alias in &entry.aliases { span.alias { (printable(alias)) } }
                    }
                    dd { (printable(&entry.meaning)) }
                }
            }
        }
    };
    frame(site, "glossary", title, &content)
}

/// A page around its content: head, search and navigation. `current` is the page's own id.
fn frame(site: &Site<'_>, current: &str, title: &str, content: &Markup) -> String {
    let say = |words: Words| words.say(site.language);
    let service = site
        .pages
        .first()
        .map_or("", |page| page.document.running.service.as_str());
    let here = |id: &str| (id == current).then_some("page");
    let page = markup! {
        (DOCTYPE)
        html lang=(site.language.code()) dir="ltr" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (single_line(title)) " – " (single_line(service)) }
                link rel="stylesheet" href="style.css";
                script src="search.js" defer {}
            }
            body.site {
                a.skip href="#main" { (say(SKIP)) }
                header.top {
                    a.home href="index.html" aria-current=[here("index")] { (single_line(service)) }
                    form.search role="search" hidden data-found=(say(FOUND)) data-first=(say(FIRST)) data-none=(say(NONE)) {
                        input type="search" aria-label=(say(SEARCH)) placeholder=(say(SEARCH)) autocomplete="off";
                    }
                }
                div.results hidden { p role="status" {} ol {} }
                nav aria-label=(say(DOCUMENTS)) {
                    ul {
                        @for page in &site.pages {
                            li {
                                a href=(name(page.document)) aria-current=[here(page.document.id)] {
                                    (single_line(&page.document.title))
                                }
                                @if page.document.id == current { (sections(page.document, site.language)) }
                            }
                        }
                        li { a href="glossary.html" aria-current=[here("glossary")] { (say(GLOSSARY)) } }
                    }
                }
                main #main { (content) }
            }
        }
    };
    page.into_string()
}

/// The upper headings of the page that is being read.
fn sections(document: &Document, language: Language) -> Markup {
    let upper: Vec<_> = headings(document)
        .into_iter()
        .filter(|(level, ..)| *level <= 2)
        .collect();
    markup! {
        @if upper.len() > 1 {
            details open {
                summary { (SECTIONS.say(language)) }
                ul { @for (_, text, place) in &upper { li { a href={ "#" (place) } { (single_line(text)) } } } }
            }
        }
    }
}
