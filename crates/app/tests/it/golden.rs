//! Expectations kept in files: compared as text, written anew with `MAMORI_BLESS=1` and then
//! reviewed like code.

use std::path::Path;

/// Compares a text with the file that holds what is expected.
pub fn compare(path: &Path, found: &str) {
    if std::env::var_os("MAMORI_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if let Some(difference) = first_difference(&expected, found) {
        panic!(
            "{} differs: {difference}\nIf the change is meant, run with MAMORI_BLESS=1 and review it.",
            path.display()
        );
    }
}

fn first_difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut old, mut new) = (expected.lines(), found.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => return Some("only in line ends".to_owned()),
            (a, b) if a == b => {}
            (a, b) => {
                return Some(format!(
                    "line {line}\n  expected: {}\n  found:    {}",
                    a.unwrap_or("(end)"),
                    b.unwrap_or("(end)")
                ));
            }
        }
    }
    None
}

#[test]
fn a_difference_is_named_by_its_line() {
    assert!(first_difference("a\nb\n", "a\nb\n").is_none());
    assert!(
        first_difference("a\nb\n", "a\nc\n")
            .unwrap()
            .starts_with("line 2")
    );
    assert!(first_difference("a\n", "a\nb\n").unwrap().contains("(end)"));
}
