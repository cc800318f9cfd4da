//! The looks of cells in a workbook: one for each meaning, alignment and kind of text.

use mamori_tree::{Alignment, CellStyle, Language};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The font of every cell. It comes with Windows; other systems put their own Japanese font in its
/// place. In that for Japanese a half-width character is exactly half as wide as a kanji, which our
/// estimate of row heights relies on; English has letters of their own widths, and more room is kept
/// for it.
const fn font(language: Language) -> &'static str {
    match language {
        Language::Japanese => "BIZ UDGothic",
        Language::English => "BIZ UDPGothic",
    }
}

/// Height of a line in points at the size of table text (10 pt).
pub(crate) const LINE: usize = 14;

const STYLES: usize = 7;
const ALIGNMENTS: usize = 3;

/// All looks of a workbook, made once and shared by its cells.
pub(crate) struct Looks {
    /// By style, alignment, whether the text stands at the top, and whether the text needs the
    /// mark that says "this is text".
    cells: Vec<Format>,
    /// Title of the cover.
    pub(crate) title: Pair,
    /// Purpose under the title.
    pub(crate) purpose: Pair,
    /// Headings of level 1 to 3.
    pub(crate) headings: [Pair; 3],
    /// Paragraphs and list items.
    pub(crate) paragraph: Pair,
    /// Notes.
    pub(crate) note: Pair,
    /// Labels of facts.
    pub(crate) label: Pair,
    /// Values of facts.
    pub(crate) value: Pair,
    /// A link to a sheet of the same workbook.
    pub(crate) link: Format,
}

/// A look without and with the mark that says "this is text" (the apostrophe that a person would
/// type before it).
pub(crate) struct Pair {
    plain: Format,
    marked: Format,
}

impl Pair {
    fn new(format: Format) -> Self {
        Pair {
            marked: format.clone().set_quote_prefix(),
            plain: format,
        }
    }

    /// The look for a text.
    pub(crate) fn of(&self, marked: bool) -> &Format {
        if marked { &self.marked } else { &self.plain }
    }
}

impl Looks {
    /// Makes all looks.
    pub(crate) fn new(language: Language) -> Self {
        let base = || base(language);
        let text = || base().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let boxed = || text().set_border(FormatBorder::Thin).set_border_color(RULE);
        Looks {
            cells: cells(&base),
            title: Pair::new(text().set_font_size(18).set_bold()),
            purpose: Pair::new(text().set_font_size(11).set_font_color(Color::RGB(0x4d_4d_4d))),
            headings: [
                Pair::new(
                    text()
                        .set_font_size(14)
                        .set_bold()
                        .set_border_bottom(FormatBorder::Medium),
                ),
                Pair::new(
                    text()
                        .set_font_size(12)
                        .set_bold()
                        .set_border_bottom(FormatBorder::Thin),
                ),
                Pair::new(text().set_bold()),
            ],
            paragraph: Pair::new(text()),
            note: Pair::new(
                text()
                    .set_border(FormatBorder::Thin)
                    .set_border_left(FormatBorder::Thick)
                    .set_background_color(Color::RGB(0xff_f9_e5)),
            ),
            label: Pair::new(boxed().set_bold().set_background_color(GROUP)),
            value: Pair::new(boxed()),
            // Not wrapped: the link runs on over the empty cell beside it.
            link: base()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(BLUE)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
        }
    }

    /// The look of a table's cell. A cell in a tall row, or over several rows, has its text at the top,
    /// where the reader begins; others have it in the middle, because spreadsheets leave no space above.
    pub(crate) fn cell(&self, style: CellStyle, alignment: Alignment, tall: bool, marked: bool) -> &Format {
        let kind = index(style) * ALIGNMENTS + alignment as usize;
        &self.cells[(kind * 2 + usize::from(tall)) * 2 + usize::from(marked)]
    }
}

/// The look that every other is made from, and that of cells without text: font and size.
pub(crate) fn base(language: Language) -> Format {
    Format::new().set_font_name(font(language)).set_font_size(10)
}

const RULE: Color = Color::RGB(0xa6_a6_a6);
const GROUP: Color = Color::RGB(0xf2_f2_f2);
const BLUE: Color = Color::RGB(0x00_17_c1);

/// The styles in the order of [`Looks::cells`].
const ORDER: [CellStyle; STYLES] = [
    CellStyle::Plain,
    CellStyle::Head,
    CellStyle::Group,
    CellStyle::Proposed,
    CellStyle::Severe,
    CellStyle::Raised,
    CellStyle::Muted,
];

fn index(style: CellStyle) -> usize {
    match style {
        CellStyle::Plain => 0,
        CellStyle::Head => 1,
        CellStyle::Group => 2,
        CellStyle::Proposed => 3,
        CellStyle::Severe => 4,
        CellStyle::Raised => 5,
        CellStyle::Muted => 6,
    }
}

fn cells(base: &impl Fn() -> Format) -> Vec<Format> {
    let mut formats = Vec::with_capacity(STYLES * ALIGNMENTS * 4);
    for style in ORDER {
        for alignment in [FormatAlign::Left, FormatAlign::Center, FormatAlign::Right] {
            let middle = cell(base(), style).set_align(alignment);
            let tall = if style == CellStyle::Head {
                middle.clone()
            } else {
                middle.clone().set_align(FormatAlign::Top)
            };
            for pair in [Pair::new(middle), Pair::new(tall)] {
                formats.push(pair.plain);
                formats.push(pair.marked);
            }
        }
    }
    formats
}

/// A meaning is legible without colour: by weight, by the kind of the left border, or by grey.
fn cell(base: Format, style: CellStyle) -> Format {
    let base = base
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(RULE);
    match style {
        CellStyle::Plain => base,
        CellStyle::Head => base
            .set_bold()
            .set_background_color(Color::RGB(0xe8_f1_fe))
            .set_border_color(Color::RGB(0x4d_4d_4d)),
        CellStyle::Group => base.set_bold().set_background_color(GROUP),
        CellStyle::Proposed => base
            .set_font_color(BLUE)
            .set_background_color(Color::RGB(0xf5_f8_ff))
            .set_border_left(FormatBorder::MediumDashed)
            .set_border_left_color(BLUE),
        CellStyle::Severe => base
            .set_bold()
            .set_background_color(Color::RGB(0xfd_e6_e6))
            .set_border_left(FormatBorder::Thick)
            .set_border_left_color(Color::RGB(0xb3_00_00)),
        CellStyle::Raised => base
            .set_background_color(Color::RGB(0xff_f5_d6))
            .set_border_left(FormatBorder::Double)
            .set_border_left_color(Color::RGB(0x8a_5a_00)),
        CellStyle::Muted => base.set_font_color(Color::RGB(0x59_59_59)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_has_its_place() {
        for (at, style) in ORDER.into_iter().enumerate() {
            assert_eq!(index(style), at);
        }
    }
}
