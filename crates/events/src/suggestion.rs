//! What is wrong with a row of headings, with the heading that was probably meant.

use mamori_words::Said;

/// A heading that no column has.
pub(crate) fn unknown_heading<'a>(heading: &str, known: impl Iterator<Item = &'a str> + Clone) -> Said {
    let all = known.clone().collect::<Vec<_>>().join(", ");
    let shown: String = heading.chars().take(40).collect();
    match nearest(heading, known) {
        Some(near) => Said::new(
            format!("見出し「{shown}」は使えません。「{near}」のことですか。使える見出し：{all}"),
            format!("The heading \"{shown}\" is unknown; did you mean \"{near}\"? It may be one of {all}"),
        ),
        None => Said::new(
            format!("見出し「{shown}」は使えません。使える見出し：{all}"),
            format!("The heading \"{shown}\" is unknown; it may be one of {all}"),
        ),
    }
}

/// A heading that stands there twice.
pub(crate) fn twice(heading: &str) -> Said {
    Said::new(
        format!("見出し「{heading}」が二つあります"),
        format!("The heading \"{heading}\" stands there twice"),
    )
}

/// A heading that must be there.
pub(crate) fn missing(heading: &str) -> Said {
    Said::new(
        format!("見出し「{heading}」がありません"),
        format!("The heading \"{heading}\" is missing"),
    )
}

/// The known name that differs in the fewest letters, if they are few.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.to_lowercase().chars().take(40).collect();
    let most = (name.len() / 3).max(1);
    let counted = known.map(|one| (distance(&name, &one.chars().collect::<Vec<_>>()), one));
    counted
        .filter(|(letters, _)| *letters <= most)
        .min()
        .map(|(_, one)| one)
}

/// How many letters must be changed, added or dropped to make one name the other.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in two.iter().enumerate() {
            let changed = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let known = || ["contract", "start", "end"].into_iter();
        assert_eq!(nearest("Contrat", known()), Some("contract"));
        assert_eq!(nearest("starts", known()), Some("start"));
        assert_eq!(nearest("cause", known()), None);
        assert_eq!(nearest("", known()), None);
    }
}
