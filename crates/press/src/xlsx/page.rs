//! How a sheet is printed: A4, fitted to the width, with running head and foot.

use mamori_tree::{Document, Orientation};
use rust_xlsxwriter::Worksheet;

use crate::{labels, single_line};

/// The longest head or foot is 255 UTF-16 units; each of its texts gets a share of that.
const SHARE: usize = 60;

/// Sets paper, margins, head and foot of a sheet.
pub(crate) fn set(sheet: &mut Worksheet, document: &Document, orientation: Orientation) {
    const A4: u8 = 9;
    sheet.set_paper_size(A4);
    match orientation {
        Orientation::Portrait => sheet.set_portrait(),
        Orientation::Landscape => sheet.set_landscape(),
    };
    sheet.set_print_fit_to_pages(1, 0);
    // Left, right, top, bottom, head, foot, in inches.
    sheet.set_margins(0.5, 0.5, 0.75, 0.7, 0.35, 0.35);
    sheet.set_print_center_horizontally(true);
    let running = &document.running;
    let provider = share(&running.provider);
    let service = share(&running.service);
    let between = if provider.is_empty() || service.is_empty() {
        ""
    } else {
        " / "
    };
    sheet.set_header(format!(
        "&L&9 {provider}{between}{service}&R&9 {}",
        share(&running.confidentiality)
    ));
    let language = document.language;
    sheet.set_footer(format!(
        "&L&9 {}: {}  {}: {}&R&9 &P / &N",
        labels::AS_OF.say(language),
        share(&running.as_of),
        labels::REVISION.say(language),
        share(&running.revision),
    ));
}

/// A text for a head or foot, cut to its share. The sign & begins a command there, and programs
/// differ in how they read a doubled one, so it is written in its full-width form.
fn share(text: &str) -> String {
    let line = single_line(text).replace('&', "＆");
    if line.encode_utf16().count() <= SHARE {
        return line;
    }
    let mut short = String::new();
    for character in line.chars() {
        if short.encode_utf16().count() + character.len_utf16() >= SHARE {
            break;
        }
        short.push(character);
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_head_is_no_command_and_not_too_long() {
        assert_eq!(share("A&P社\n&[Tab]"), "A＆P社 ＆[Tab]");
        assert_eq!(share(&"あ".repeat(200)).encode_utf16().count(), SHARE);
        assert_eq!(share(&"😀".repeat(200)).encode_utf16().count(), SHARE - 1);
    }
}
