//! Names in a row, as they stand in a message.

use mamori_domain::Said;

/// How many names a message spells out before it counts the rest.
const SPELT_OUT: usize = 3;

/// Names in 「」, the first few spelt out and the others counted.
pub(super) fn listed(names: &[impl AsRef<str>]) -> Said {
    let first = &names[..names.len().min(SPELT_OUT)];
    let mut ja: String = first
        .iter()
        .map(|name| format!("「{}」", name.as_ref()))
        .collect();
    let mut en = first
        .iter()
        .map(|name| format!("\"{}\"", name.as_ref()))
        .collect::<Vec<_>>()
        .join(", ");
    let rest = names.len() - first.len();
    if rest > 0 {
        ja.push_str(&format!("ほか{rest}件"));
        en.push_str(&format!(" and {rest} more"));
    }
    Said::new(ja, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_counted_after_the_third() {
        let said = listed(&["a", "b"]);
        assert_eq!(
            (said.ja.as_str(), said.en.as_str()),
            ("「a」「b」", "\"a\", \"b\"")
        );
        let said = listed(&["a", "b", "c", "d", "e"]);
        assert_eq!(
            (said.ja.as_str(), said.en.as_str()),
            ("「a」「b」「c」ほか2件", "\"a\", \"b\", \"c\" and 2 more")
        );
    }
}
