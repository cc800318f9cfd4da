//! A text of the user shows as text on the page and changes nothing else of it.

mod hostile_document;

use hostile_document::{TEXTS, document};
use mamori_press::{html, printable};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// What a page is made of: its elements with the names of their attributes, and all its text.
fn read(page: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let (mut elements, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("the page is well-formed") {
            Event::Start(tag) => {
                let names: Vec<String> = tag
                    .attributes()
                    .map(|attribute| {
                        String::from_utf8_lossy(attribute.expect("well-formed").key.as_ref()).into_owned()
                    })
                    .collect();
                elements.push(format!(
                    "{} {names:?}",
                    String::from_utf8_lossy(tag.name().as_ref())
                ));
            }
            Event::End(tag) => elements.push(format!("/{}", String::from_utf8_lossy(tag.name().as_ref()))),
            Event::Text(part) => text += &part.decode().expect("UTF-8"),
            Event::GeneralRef(name) => {
                let name = name.decode().expect("UTF-8");
                text += &unescape(&format!("&{name};")).expect("a known reference");
            }
            Event::DocType(_) => {}
            Event::Eof => return (elements, text),
            other => elements.push(format!("{other:?}")),
        }
    }
}

#[test]
fn every_text_shows_and_adds_no_element() {
    let (harmless, _) = read(&html(&document("x")));
    for text in TEXTS {
        let (elements, shown) = read(&html(&document(text)));
        assert_eq!(elements, harmless, "{text:?} changed the page");
        let count = shown.matches(printable(text).as_ref()).count();
        assert!(count >= 56, "{text:?} shows {count} times");
    }
}

#[test]
fn the_reader_finds_what_a_careless_press_would_let_through() {
    let careless = |text: &str| html(&document("x")).replacen(">x<", &format!(">{text}<"), 1);
    let (harmless, _) = read(&html(&document("x")));
    assert_ne!(read(&careless("<script>alert(1)</script>")).0, harmless);
    assert_ne!(read(&careless("<!-- -->")).0, harmless);
}

#[test]
fn no_character_that_reorders_or_hides_reaches_the_page() {
    for text in TEXTS {
        let page = html(&document(text));
        let bad = |character: &char| {
            matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200f}')
                || (character.is_control() && !matches!(character, '\n' | '\t'))
        };
        assert_eq!(page.chars().find(bad), None, "{text:?}");
    }
}

#[test]
fn a_very_long_word_is_a_page() {
    assert!(html(&document(&"x".repeat(40_000))).len() > 40_000);
}
