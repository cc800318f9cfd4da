//! The site of a service's documents, `{service}/site.{language}/`.

use super::SITE;
use super::output::{Edition, File, Output};
use crate::outcome::Outcome;
use mamori_catalogue::Catalogue;
use mamori_domain::Language;
use mamori_press::{Explained, Page, Site};
use mamori_tree::Document;

impl Output<'_> {
    /// Writes the site of documents whose other files have been written before.
    pub(super) fn site(
        &mut self,
        edition: &Edition<'_>,
        documents: &[Document],
        catalogue: &Catalogue,
    ) -> Result<(), Outcome> {
        self.tell(edition, SITE);
        let pages = documents
            .iter()
            .map(|document| Page {
                document,
                files: self.files(edition, document),
            })
            .collect();
        let site = Site {
            language: self.language(),
            pages,
            glossary: glossary(catalogue, self.language()),
        };
        let folder = format!("{}/{SITE}.{}", edition.folder, self.language().code());
        for (name, text) in mamori_press::site(&site) {
            let format = name.rsplit('.').next().unwrap_or_default();
            let path = format!("{folder}/{name}");
            let file = File {
                document: SITE,
                format,
                path: &path,
                pages: None,
            };
            self.write(edition, &file, text.as_bytes())?;
        }
        Ok(())
    }

    /// What a document's other files are called and where they lie, seen from the site. A picture is
    /// called by what it shows, as there are several.
    fn files(&self, edition: &Edition<'_>, document: &Document) -> Vec<(String, String)> {
        let files = self.written(edition, document.id).into_iter();
        let mut drawings = document.drawings();
        files
            .filter(|(format, _)| format != "html")
            .filter_map(|(format, path)| {
                let shown = match format.as_str() {
                    "svg" => drawings.next(),
                    _ => None,
                };
                let label = match shown {
                    Some(drawing) => format!("{} (SVG)", drawing.name),
                    None => label(&format),
                };
                let name = path.strip_prefix(&edition.folder)?;
                Some((label, format!("..{name}")))
            })
            .collect()
    }
}

/// A format as people call it.
fn label(format: &str) -> String {
    match format {
        "xlsx" => "Excel".to_owned(),
        "docx" => "Word".to_owned(),
        other => other.to_uppercase(),
    }
}

/// The catalogue's glossary in one language. Other spellings are those of the language's letters.
fn glossary(catalogue: &Catalogue, language: Language) -> Vec<Explained> {
    let mut terms: Vec<_> = catalogue.glossary().iter().collect();
    // By reading, as people look words up.
    match language {
        Language::Japanese => terms.sort_by(|left, right| left.reading.cmp(&right.reading)),
        Language::English => terms.sort_by_key(|term| term.term.en.to_lowercase()),
    }
    let fitting = |alias: &&String| language == Language::Japanese || alias.is_ascii();
    terms
        .into_iter()
        .map(|term| Explained {
            term: term.term.say(language).to_owned(),
            aliases: term.aliases.iter().filter(fitting).cloned().collect(),
            meaning: term.explanation.say(language).to_owned(),
        })
        .collect()
}
