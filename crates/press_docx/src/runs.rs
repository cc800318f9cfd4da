//! Texts as runs: data, whatever it looks like.

use mamori_press::printable;
use maud::{Markup, html as markup};

/// How the letters of a run look, beyond their paragraph's style.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Letters {
    /// Bold.
    pub(crate) bold: bool,
    /// Colour as six hexadecimal digits.
    pub(crate) colour: Option<&'static str>,
    /// Size in half points.
    pub(crate) size: Option<usize>,
}

/// A text as one run; its line breaks and tabs are kept.
pub(crate) fn run(text: &str, letters: Letters) -> Markup {
    let text = printable(text);
    let styled = letters.bold || letters.colour.is_some() || letters.size.is_some();
    markup! {
        w:r {
            @if styled {
                w:rPr {
                    @if letters.bold { w:b {} w:bCs {} }
                    @if let Some(colour) = letters.colour { w:color w:val=(colour) {} }
                    @if let Some(size) = letters.size { w:sz w:val=(size) {} w:szCs w:val=(size) {} }
                }
            }
            @for (at, line) in text.split('\n').enumerate() {
                @if at > 0 { w:br {} }
                @for (at, part) in line.split('\t').enumerate() {
                    @if at > 0 { w:tab {} }
                    @if !part.is_empty() { w:t xml:space="preserve" { (part) } }
                }
            }
        }
    }
}

/// A paragraph of a style.
pub(crate) fn paragraph(style: &str, text: &str) -> Markup {
    kept(style, text, false)
}

/// A paragraph of a style, which stays on the page of what follows it if `next` says so.
pub(crate) fn kept(style: &str, text: &str, next: bool) -> Markup {
    markup! {
        w:p {
            w:pPr { w:pStyle w:val=(style) {} @if next { w:keepNext {} } }
            (run(text, Letters::default()))
        }
    }
}

/// A field whose value the program that opens the file fills in, such as a page number.
pub(crate) fn field(instruction: &str) -> Markup {
    markup! { w:fldSimple w:instr=(instruction) { w:r { w:t { "1" } } } }
}
