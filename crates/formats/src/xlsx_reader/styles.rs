//! Which cell formats show days: the only thing the reader takes from the styles.

use super::number::Form;
use super::package::Package;
use super::xml::Piece;
use mamori_domain::Problem;
use std::collections::BTreeMap;

/// Most formats looked at; Excel's own limit is 65,490.
const FORMATS_MAX: usize = 70_000;

/// The forms of the cell formats, by their index in `cellXfs`.
#[derive(Debug, Default)]
pub(super) struct Styles {
    forms: Vec<Form>,
}

impl Styles {
    /// Reads the styles part; formats beyond the cap show numbers.
    ///
    /// # Errors
    /// When the part is damaged or goes over a cap.
    pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Styles, Problem> {
        let Some(mut pull) = package.part(part)? else {
            return Ok(Styles::default());
        };
        let mut custom: BTreeMap<u32, Form> = BTreeMap::new();
        let mut ids: Vec<u32> = Vec::new();
        let mut in_cells = false;
        loop {
            match pull.next()? {
                Piece::Start(tag) => match tag.name().as_bytes() {
                    b"numFmt" if custom.len() < FORMATS_MAX => {
                        let id = tag.attribute("numFmtId")?.and_then(|id| id.parse().ok());
                        let code = tag.attribute("formatCode")?;
                        custom.extend(id.zip(code.map(|code| form_of_code(&code))));
                    }
                    b"cellXfs" => in_cells = true,
                    b"xf" if in_cells && ids.len() < FORMATS_MAX => {
                        ids.push(
                            tag.attribute("numFmtId")?
                                .and_then(|id| id.parse().ok())
                                .unwrap_or(0),
                        );
                    }
                    _ => {}
                },
                Piece::End(name) if name.as_bytes() == b"cellXfs" => in_cells = false,
                Piece::Finish => break,
                _ => {}
            }
        }
        let form = |id: &u32| custom.get(id).copied().unwrap_or_else(|| form_of_id(*id));
        Ok(Styles {
            forms: ids.iter().map(form).collect(),
        })
    }

    /// The form of a format; plain when there is none of that index.
    pub(super) fn form(&self, index: usize) -> Form {
        self.forms.get(index).copied().unwrap_or(Form::Plain)
    }
}

/// Built-in formats (ECMA-376 part 1, 18.8.30), with those of Japanese and other eastern versions.
fn form_of_id(id: u32) -> Form {
    match id {
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Form::Day,
        _ => Form::Plain,
    }
}

/// Whether the first section of a format code shows parts of a day, years of Japanese eras (`e`,
/// `g`) included.
fn form_of_code(code: &str) -> Form {
    if code.to_ascii_lowercase().starts_with("general") {
        return Form::Plain;
    }
    let mut characters = code.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ';' => return Form::Plain,
            '"' => while characters.next().is_some_and(|inside| inside != '"') {},
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|inside| *inside != ']').collect();
                let elapsed = inside
                    .chars()
                    .all(|letter| matches!(letter, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
                if elapsed && !inside.is_empty() {
                    return Form::Day;
                }
            }
            'e' | 'E' if matches!(characters.peek(), Some('+' | '-')) => return Form::Plain,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' | 'E' | 'g' | 'G' | 'r' => {
                return Form::Day;
            }
            _ => {}
        }
    }
    Form::Plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_days_are_told_apart() {
        for day in [
            "yyyy-mm-dd",
            "[$-411]ggge\"年\"m\"月\"d\"日\"",
            "[h]:mm",
            "m/d/yy h:mm",
            "yyyy/m/d;@",
        ] {
            assert_eq!(form_of_code(day), Form::Day, "{day}");
        }
        for plain in [
            "General",
            "0.00E+00",
            "#,##0",
            "@",
            "0\"days\"",
            "[Red]0.0",
            "0_d",
            "\\d0",
            "0;yyyy",
            "[$¥-411]#,##0",
        ] {
            assert_eq!(form_of_code(plain), Form::Plain, "{plain}");
        }
    }
}
