//! What stands around the text: head and foot of every page, properties of the file, styles.

use mamori_press::{Day, labels, single_line};
use mamori_tree::{Document, Language};
use maud::{Markup, html as markup};

use crate::runs::{Letters, field, run};

/// The line every part begins with.
pub(crate) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name space of the text's elements.
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The name space of references to other parts.
pub(crate) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The longest text in a running head, in characters.
const LONGEST: usize = 60;

/// The head of every page: whose paper it is, and the handling mark.
pub(crate) fn header(document: &Document) -> String {
    let running = &document.running;
    let between = if running.provider.is_empty() || running.service.is_empty() {
        ""
    } else {
        " / "
    };
    let owner = short(&format!("{}{between}{}", running.provider, running.service));
    let mark = short(&running.confidentiality);
    let letters = Letters {
        bold: true,
        colour: Some("1A1A1A"),
        size: None,
    };
    part(markup! {
        w:hdr xmlns:w=(W) {
            w:p {
                w:pPr { w:pStyle w:val="Header" {} (tabs(document)) }
                (run(&owner, Letters::default()))
                @if !mark.is_empty() { w:r { w:tab {} } (run(&mark, letters)) }
            }
        }
    })
}

/// The foot of every page: the day, the revision and the page's number.
pub(crate) fn footer(document: &Document) -> String {
    let running = &document.running;
    let made = format!(
        "{}: {}   {}: {}",
        labels::AS_OF.say(document.language),
        short(&running.as_of),
        labels::REVISION.say(document.language),
        short(&running.revision),
    );
    part(markup! {
        w:ftr xmlns:w=(W) {
            w:p {
                w:pPr { w:pStyle w:val="Footer" {} (tabs(document)) }
                (run(&made, Letters::default()))
                w:r { w:tab {} }
                (field("PAGE")) (run(" / ", Letters::default())) (field("NUMPAGES"))
            }
        }
    })
}

/// One stop at the right margin.
fn tabs(document: &Document) -> Markup {
    let place = crate::body::room(document.orientation);
    markup! { w:tabs { w:tab w:val="right" w:pos=(place) {} } }
}

fn short(text: &str) -> String {
    let text = single_line(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The file's properties.
pub(crate) fn properties(document: &Document, day: Day) -> String {
    let made = format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
    part(markup! {
        cp:coreProperties
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (single_line(&document.title)) }
            dc:subject { (single_line(&document.running.service)) }
            dc:creator { (single_line(&document.running.provider)) }
            dc:language { (document.language.code()) }
            cp:lastModifiedBy { "Mamori" }
            dcterms:created xsi:type="dcterms:W3CDTF" { (made) }
            dcterms:modified xsi:type="dcterms:W3CDTF" { (made) }
        }
    })
}

/// The styles, with the language that spelling is checked in and its font.
pub(crate) fn styles(language: Language) -> String {
    let code = match language {
        Language::Japanese => "ja-JP",
        Language::English => "en-US",
    };
    lettered(include_str!("parts/styles.xml"), language).replace("{language}", code)
}

/// How lists are marked.
pub(crate) fn numbering(language: Language) -> String {
    lettered(include_str!("parts/numbering.xml"), language)
}

/// A constant part in the font of a language: Japanese in letters of one width, English in letters of
/// their own.
fn lettered(part: &str, language: Language) -> String {
    let font = match language {
        Language::Japanese => "BIZ UDGothic",
        Language::English => "BIZ UDPGothic",
    };
    part.replace("{font}", font)
}

/// A part of the package.
pub(crate) fn part(content: Markup) -> String {
    format!("{XML}{}", content.into_string())
}
