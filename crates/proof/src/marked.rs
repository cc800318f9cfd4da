//! The marked text of a page: what its content shows between the beginning and the end of each mark.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The letters of a font by the codes that content shows, two bytes each.
pub type Letters = BTreeMap<u16, String>;

/// The fonts of a page by the names its content uses.
pub type Fonts = BTreeMap<String, Letters>;

/// What a page shows.
#[derive(Debug, Default, PartialEq)]
pub struct Shown {
    /// The texts by the numbers of their marks.
    pub pieces: BTreeMap<i64, String>,
    /// Everything in the order in which it is set, heads and feet included.
    pub whole: String,
}

/// Bytes from base64.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for sign in text.bytes().take_while(|sign| *sign != b'=') {
        let value = SIGNS.iter().position(|known| *known == sign)?;
        held = (held << 6 | u32::try_from(value).ok()?) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// The letters of a font from its table, `<code> <UTF-16> …` between `beginbfchar` and `endbfchar`.
///
/// # Errors
/// When the table has ranges, which our prints do not use, or signs that are no letters.
pub fn letters(table: &[u8]) -> Result<Letters> {
    let table = String::from_utf8_lossy(table);
    if table.contains("beginbfrange") {
        bail!("the table of a font has ranges");
    }
    let mut letters = Letters::new();
    for part in table.split("beginbfchar").skip(1) {
        let (part, _) = part.split_once("endbfchar").context("a table ends")?;
        let mut signs = part.split('<').skip(1).filter_map(|sign| sign.split('>').next());
        while let (Some(code), Some(letter)) = (signs.next(), signs.next()) {
            let code = u16::from_str_radix(code, 16).context("a code of a letter")?;
            letters.insert(code, utf16(&hexadecimal(letter.as_bytes()))?);
        }
    }
    Ok(letters)
}

fn utf16(bytes: &[u8]) -> Result<String> {
    let pair = |pair: &[u8]| u16::from(pair[0]) << 8 | u16::from(pair[1]);
    let units: Vec<u16> = bytes.chunks_exact(2).map(pair).collect();
    let text = String::from_utf16(&units).context("letters are UTF-16")?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn hexadecimal(signs: &[u8]) -> Vec<u8> {
    let value = |sign: &u8| {
        char::from(*sign)
            .to_digit(16)
            .and_then(|value| u8::try_from(value).ok())
    };
    let values: Vec<u8> = signs.iter().filter_map(value).collect();
    let byte = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
    values.chunks(2).map(byte).collect()
}

/// A piece of content.
#[derive(Debug, PartialEq)]
enum Token {
    Number(i64),
    /// A number that is not whole: a length, which nobody asks for here.
    Fraction,
    Name(String),
    Text(Vec<u8>),
    /// An operator, or a bracket of a list or of a set of properties.
    Word(String),
}

/// The pieces of content, one after the other.
struct Tokens<'a> {
    rest: &'a [u8],
}

const DELIMITERS: &[u8] = b"()<>[]{}/%";

impl Tokens<'_> {
    fn take(&mut self, count: usize) -> Vec<u8> {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken.to_vec()
    }

    fn regular(&self, from: usize) -> usize {
        let plain = |sign: &&u8| !sign.is_ascii_whitespace() && **sign != 0 && !DELIMITERS.contains(sign);
        self.rest[from..].iter().take_while(plain).count()
    }

    /// A text in round brackets, which may hold brackets of their own.
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let (mut depth, mut at) = (1, 1);
        while let Some(sign) = self.rest.get(at).copied() {
            at += 1;
            match sign {
                b'\\' => at += escaped(&self.rest[at..], &mut text),
                b')' if depth == 1 => break,
                _ => {
                    depth += i32::from(sign == b'(') - i32::from(sign == b')');
                    text.push(sign);
                }
            }
        }
        self.take(at);
        text
    }
}

/// What follows a backslash; says how many signs it takes.
fn escaped(signs: &[u8], text: &mut Vec<u8>) -> usize {
    let octal: Vec<u32> = signs
        .iter()
        .take(3)
        .map_while(|sign| char::from(*sign).to_digit(8))
        .collect();
    if !octal.is_empty() {
        let value = octal.iter().fold(0, |value, digit| value * 8 + digit);
        text.push(u8::try_from(value & 0xff).unwrap_or_default());
        return octal.len();
    }
    match signs.first() {
        Some(b'n') => text.push(b'\n'),
        Some(b'r') => text.push(b'\r'),
        Some(b't') => text.push(b'\t'),
        Some(b'b') => text.push(8),
        Some(b'f') => text.push(12),
        Some(b'\n') | None => {}
        Some(sign) => text.push(*sign),
    }
    1
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let blank = self
            .rest
            .iter()
            .take_while(|sign| sign.is_ascii_whitespace() || **sign == 0)
            .count();
        self.take(blank);
        let word = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Some(match (self.rest.first()?, self.rest.get(1)) {
            (b'(', _) => Token::Text(self.literal()),
            (b'<', Some(b'<')) | (b'>', Some(b'>')) => Token::Word(word(self.take(2))),
            (b'<', _) => {
                let end = self.rest.iter().position(|sign| *sign == b'>')?;
                Token::Text(hexadecimal(&self.take(end + 1)))
            }
            (b'/', _) => {
                let end = 1 + self.regular(1);
                Token::Name(word(self.take(end)))
            }
            (sign, _) if DELIMITERS.contains(sign) => Token::Word(word(self.take(1))),
            _ => {
                let end = self.regular(0);
                let word = word(self.take(end));
                match word.parse() {
                    Ok(number) => Token::Number(number),
                    Err(_) if word.starts_with(|sign: char| "+-.0123456789".contains(sign)) => {
                        Token::Fraction
                    }
                    Err(_) => Token::Word(word),
                }
            }
        })
    }
}

/// A mark that is open.
struct Open {
    /// Its number; none of what is no content, such as heads and feet.
    number: Option<i64>,
    /// What is said instead of the letters shown.
    instead: Option<String>,
}

/// What the content of a page shows.
///
/// # Errors
/// When a letter is shown whose font or meaning the page does not tell.
pub fn shown(content: &[u8], fonts: &Fonts) -> Result<Shown> {
    let mut page = Shown::default();
    let mut marks: Vec<Open> = Vec::new();
    let (mut font, mut fonts_kept) = (String::new(), Vec::new());
    let mut operands: Vec<Token> = Vec::new();
    for token in (Tokens { rest: content }) {
        let Token::Word(word) = &token else {
            operands.push(token);
            continue;
        };
        match word.as_str() {
            "[" | "]" | "<<" | ">>" => continue,
            "q" => fonts_kept.push(font.clone()),
            "Q" => font = fonts_kept.pop().context("what is kept is taken back")?,
            "Tf" => {
                let name = operands.iter().rev().find_map(|token| match token {
                    Token::Name(name) => Some(name.clone()),
                    _ => None,
                });
                font = name.context("a font has a name")?;
            }
            "BDC" | "BMC" => {
                let open = open(&operands)?;
                let instead = open.instead.clone().unwrap_or_default();
                marks.push(open);
                page.say(&marks, &instead);
            }
            "EMC" => drop(marks.pop().context("a mark that ends has begun")?),
            "Tj" | "TJ" | "'" | "\"" if marks.iter().all(|mark| mark.instead.is_none()) => {
                let letters = fonts.get(&font).context("the page has the font")?;
                page.say(&marks, &said(&operands, letters)?);
            }
            "Do" => bail!("a picture may hold text"),
            _ => {}
        }
        operands.clear();
    }
    Ok(page)
}

impl Shown {
    fn say(&mut self, marks: &[Open], text: &str) {
        self.whole += text;
        if let Some(mark) = number(marks) {
            self.pieces.entry(mark).or_default().push_str(text);
        }
    }
}

fn number(marks: &[Open]) -> Option<i64> {
    marks.iter().find_map(|mark| mark.number)
}

fn open(operands: &[Token]) -> Result<Open> {
    let value = |wanted: &str| {
        let mut pairs = operands.windows(2);
        pairs.find_map(|pair| (pair[0] == Token::Name(wanted.to_owned())).then_some(&pair[1]))
    };
    let number = match value("/MCID") {
        Some(Token::Number(number)) => Some(*number),
        _ => None,
    };
    let instead = match value("/ActualText") {
        Some(Token::Text(text)) if text.starts_with(&[0xfe, 0xff]) => Some(utf16(text)?),
        Some(Token::Text(text)) => Some(String::from_utf8_lossy(text).into_owned()),
        _ => None,
    };
    Ok(Open { number, instead })
}

fn said(operands: &[Token], letters: &Letters) -> Result<String> {
    let mut text = String::new();
    for operand in operands {
        let Token::Text(bytes) = operand else { continue };
        for code in bytes.chunks_exact(2) {
            let code = u16::from(code[0]) << 8 | u16::from(code[1]);
            text += letters.get(&code).context("the font tells the letter")?;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        let table = b"2 beginbfchar\n<0001> <3042>\n<0002> <0062>\nendbfchar 1 beginbfchar\n<0029> <D867DE3D>\nendbfchar";
        Fonts::from([("/f0".to_owned(), letters(table).unwrap())])
    }

    #[test]
    fn what_a_mark_holds_is_read_and_the_rest_is_not() {
        let content = br"/Artifact<</Type/Pagination>>BDC BT/f0 9 Tf(\000\001)Tj ET EMC
            /Span<</MCID 3/Lang(ja)>>BDC q BT/f0 9.5 Tf[(\000\001)-28.5(\000\002\000\))]TJ ET Q
            /Span<</ActualText<FEFF00AD>>>BDC(\000\002)Tj EMC EMC /Span<</MCID 4>>BDC EMC";
        let found = shown(content, &fonts()).unwrap();
        let expected = [(3, "あb\u{29e3d}\u{ad}".to_owned()), (4, String::new())];
        assert_eq!(found.pieces, BTreeMap::from(expected));
        assert_eq!(found.whole, "ああb\u{29e3d}\u{ad}");
    }

    #[test]
    fn letters_nobody_can_name_are_told() {
        let shown = |content: &[u8]| shown(content, &fonts()).unwrap_err().to_string();
        assert!(shown(b"/P<</MCID 0>>BDC BT/f0 9 Tf<0003>Tj ET EMC").contains("the letter"));
        assert!(shown(b"/P<</MCID 0>>BDC BT/f1 9 Tf<0001>Tj ET EMC").contains("the font"));
        assert!(letters(b"1 beginbfrange\n<0001> <0002> <0041>\nendbfrange").is_err());
    }

    #[test]
    fn base64_becomes_bytes() {
        assert_eq!(decoded("AAH/+w=="), Some(vec![0, 1, 255, 251]));
        assert_eq!(decoded("a b"), None);
    }
}
