//! How cells look: headings, names of fields, values, and the texts of the instructions.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The font of every cell: comes with Windows, other systems put their own Japanese font in its
/// place.
const FONT: &str = "BIZ UDGothic";

/// The formats of a workbook.
pub(super) struct Looks {
    /// The id of a row that is there already: locked.
    pub(super) id: Format,
    /// A heading.
    pub(super) heading: Format,
    /// The heading of a column that must be filled in.
    pub(super) required: Format,
    /// The name of a field.
    pub(super) name: Format,
    /// A value: text, whatever it looks like, and open to change.
    pub(super) value: Format,
    /// A value that begins like a formula; the mark keeps it text when it is edited.
    pub(super) quoted: Format,
    /// What nobody needs to change.
    pub(super) fixed: Format,
    /// A title.
    pub(super) title: Format,
    /// A paragraph.
    pub(super) paragraph: Format,
    /// A link to another sheet.
    pub(super) link: Format,
}

impl Looks {
    /// The formats.
    pub(super) fn new() -> Looks {
        let base = Format::new().set_font_name(FONT).set_font_size(10);
        let top = base.clone().set_align(FormatAlign::Top).set_text_wrap();
        let line = Color::RGB(0xBF_C7_D1);
        let boxed = top.clone().set_border(FormatBorder::Thin).set_border_color(line);
        let heading = boxed.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let value = boxed.clone().set_num_format("@").set_unlocked();
        Looks {
            id: value
                .clone()
                .set_locked()
                .set_background_color(Color::RGB(0xF2_F4_F7)),
            required: heading
                .clone()
                .set_background_color(Color::RGB(0x1F_4E_79))
                .set_font_color(Color::White),
            heading: heading.set_background_color(Color::RGB(0xDD_E6_F0)),
            name: base
                .clone()
                .set_font_size(8)
                .set_font_color(Color::RGB(0x80_80_80))
                .set_border(FormatBorder::Thin)
                .set_border_color(line),
            quoted: value.clone().set_quote_prefix(),
            value,
            link: boxed
                .clone()
                .set_font_color(Color::RGB(0x1F_4E_79))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            fixed: boxed.set_background_color(Color::RGB(0xF4_F6_F8)),
            title: base.clone().set_font_size(16).set_bold(),
            paragraph: top,
        }
    }

    /// The format of a value.
    pub(super) fn of(&self, text: &str) -> &Format {
        match text.starts_with(['=', '+', '-', '@', '\'', '＝', '＋', '－', '＠']) {
            true => &self.quoted,
            false => &self.value,
        }
    }
}

/// The height in points of a row whose texts wrap: programs differ in whether they widen such rows
/// when a file is opened. Each text comes with its column's width in characters.
pub(super) fn row_height<'t>(texts: impl Iterator<Item = (&'t str, f64)>) -> f64 {
    let lines = texts
        .map(|(text, width)| lines_of(text, width))
        .max()
        .unwrap_or(1);
    f64::from(lines.clamp(1, 25)) * 14.0 + 5.0
}

/// How many lines a text takes: a character of ASCII is one wide, any other two.
fn lines_of(text: &str, width: f64) -> u32 {
    let width = (width.max(4.0) as usize) - 2;
    let line = |line: &str| {
        line.chars()
            .map(|character| 1 + usize::from(!character.is_ascii()))
            .sum::<usize>()
    };
    let lines: usize = text
        .split('\n')
        .map(|text| line(text).div_ceil(width).max(1))
        .sum();
    u32::try_from(lines).unwrap_or(u32::MAX)
}
