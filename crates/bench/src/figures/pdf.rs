//! The register of 10,000 rows as PDF: volumes of 1,000 rows against one whole Typst document.

use crate::goals::held;
use crate::pairs::{Work, in_turn, ratio};
use crate::session::{Found, Session};
use serde_json::{Value, json};

const ROWS: &str = "10000";

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let (volumes, whole) = (Found::default(), Found::default());
    let run = |work: &'static str, found| -> Work<'_> {
        let found: &Found = found;
        Box::new(move || found.take(work, session.work(&[work, ROWS])?))
    };
    let ([ours, theirs], load) = in_turn([run("pdf", &volumes), run("pdf-reference", &whole)])?;
    agree(&volumes.value(), &whole.value())?;
    Ok(json!({
        "work": "10,000 rows of 14 cells; the whole document is set by the same template",
        "volumes": { "found": volumes.value(), "cost": ours.shown() },
        "whole": { "found": whole.value(), "cost": theirs.shown() },
        "load": load,
        "goals": {
            "over_whole": held("pdf/over-whole", ratio(ours.cpu(), theirs.cpu())),
            "peak": held("pdf/peak", ours.peak().div_ceil(1_024) as f64),
        },
    }))
}

/// Both must have as many pages, but for the title of each volume and its last page, which may be
/// part empty.
fn agree(volumes: &Value, whole: &Value) -> Result<(), String> {
    let number = |found: &Value, name: &str| found[name].as_u64().unwrap_or(0);
    let (ours, theirs, count) = (
        number(volumes, "pages"),
        number(whole, "pages"),
        number(volumes, "volumes"),
    );
    let same = theirs > 0 && (theirs..=theirs + 2 * count).contains(&ours);
    same.then_some(())
        .ok_or_else(|| format!("{ours} pages in {count} volumes, {theirs} pages as a whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_pages_are_no_agreement() {
        let found = |volumes: u64, pages: u64| json!({ "volumes": volumes, "pages": pages });
        assert_eq!(agree(&found(10, 410), &found(1, 400)), Ok(()));
        assert!(agree(&found(10, 399), &found(1, 400)).is_err());
        assert!(agree(&found(10, 421), &found(1, 400)).is_err());
        assert!(agree(&found(10, 0), &found(1, 0)).is_err());
    }
}
