//! How a sheet is printed: A4, fitted to the width, with running head and foot.

use mamori_tree::{Document, Orientation, Running};
use rust_xlsxwriter::Worksheet;

use crate::{labels, single_line, width};

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
    sheet.set_header(head(&document.running, orientation));
    let running = &document.running;
    let language = document.language;
    sheet.set_footer(format!(
        "&L&9 {}: {}  {}: {}&R&9 &P / &N",
        labels::AS_OF.say(language),
        share(&running.as_of),
        labels::REVISION.say(language),
        share(&running.revision),
    ));
}

/// Whose paper it is at the left, on two lines where one would run into the handling mark at the right.
fn head(running: &Running, orientation: Orientation) -> String {
    let [provider, service, mark] =
        [&running.provider, &running.service, &running.confidentiality].map(|text| share(text));
    let texts = [&provider, &service, &mark];
    let wide: usize = texts.iter().flat_map(|text| text.chars()).map(width).sum();
    let between = match (
        provider.is_empty() || service.is_empty(),
        wide > line(orientation),
    ) {
        (true, _) => "",
        (false, true) => "\n",
        (false, false) => " / ",
    };
    format!("&L&9 {provider}{between}{service}&R&9 {mark}")
}

/// Half-width characters of the head that surely stand side by side; programs print what is longer over
/// the mark at the right.
fn line(orientation: Orientation) -> usize {
    match orientation {
        Orientation::Portrait => 104,
        Orientation::Landscape => 160,
    }
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

    #[test]
    fn a_long_head_takes_two_lines_and_leaves_the_mark_alone() {
        let running = |service: &str| Running {
            provider: "甲社".to_owned(),
            service: service.to_owned(),
            revision: String::new(),
            as_of: String::new(),
            confidentiality: "社外秘".to_owned(),
        };
        let portrait = |service: &str| head(&running(service), Orientation::Portrait);
        assert_eq!(portrait("乙"), "&L&9 甲社 / 乙&R&9 社外秘");
        let long = "乙".repeat(50);
        assert_eq!(portrait(&long), format!("&L&9 甲社\n{long}&R&9 社外秘"));
        assert!(!head(&running(&long), Orientation::Landscape).contains('\n'));
    }
}
