//! The text a page or picture shows, taken out of its markup without the room that wrote it.

/// What stands between the tags, but for styles and scripts.
///
/// # Errors
/// A sentence for markup that runs a script the page did not bring, or that no reader understands.
pub fn text(markup: &str) -> Result<String, String> {
    let mut shown = String::with_capacity(markup.len() / 2);
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        shown.push_str(before);
        let (inside, after) = tag.split_once('>').ok_or("a tag without an end")?;
        rest = match inside.split_whitespace().next() {
            Some("style") => skip(after, "</style>")?,
            Some("script") if inside == "script src=\"search.js\" defer" => skip(after, "</script>")?,
            Some("script") => return Err(format!("a script of a stranger: <{inside}>")),
            _ => after,
        };
    }
    shown.push_str(rest);
    Ok(unescaped(&shown))
}

fn skip<'t>(text: &'t str, end: &str) -> Result<&'t str, String> {
    let (_, after) = text.split_once(end).ok_or_else(|| format!("no {end}"))?;
    Ok(after)
}

fn unescaped(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    signs
        .iter()
        .fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_markup_and_a_script_is_found() {
        let page = "<p class=\"a\">x &lt;script&gt; &amp;lt;</p><style>p{}</style>y";
        assert_eq!(text(page).unwrap(), "x <script> &lt;y");
        assert!(
            text("<p><script>alert(1)</script>")
                .unwrap_err()
                .contains("stranger")
        );
        assert!(text("<script src=\"search.js\" defer></script>ok").is_ok());
        assert!(text("<p").is_err());
    }
}
