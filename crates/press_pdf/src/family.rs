//! One font family: which characters it has and how wide its letters are.

use mamori_press::width;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};

/// The Latin letters, whose widths a family is asked for.
const LATIN: usize = 128;

/// A family's name, characters and widths.
pub(crate) struct Family {
    name: String,
    /// The characters every face has, one bit each. The list of the faces themselves is searched from
    /// its start for each character, which took a quarter of the time of a print.
    covered: Vec<u64>,
    /// Widths of the Latin letters in thousandths of the text's size, each in its widest face.
    latin: [usize; LATIN],
}

impl Family {
    /// The family of some faces; none without a face.
    pub(crate) fn of(fonts: &[Font]) -> Option<Family> {
        Some(Family {
            name: fonts.first()?.info().family.as_str().to_owned(),
            covered: covered(fonts),
            latin: latin(fonts),
        })
    }

    /// The family's name, for example `BIZ UDGothic`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether every face of the family has a glyph for the character.
    pub(crate) fn covers(&self, character: char) -> bool {
        let (word, bit) = place(u32::from(character));
        self.covered[word] >> bit & 1 == 1
    }

    /// Width of a character in thousandths of the text's size.
    pub(crate) fn width(&self, character: char) -> usize {
        let known = usize::try_from(u32::from(character))
            .ok()
            .and_then(|at| self.latin.get(at));
        known.copied().unwrap_or(width(character) * 500)
    }

    /// Width of the widest Latin letter, in thousandths of the text's size.
    pub(crate) fn widest(&self) -> usize {
        self.latin.iter().copied().max().unwrap_or(1_000)
    }
}

/// The word and the bit of a character in [`Family::covered`].
fn place(character: u32) -> (usize, u32) {
    (
        usize::try_from(character / 64).expect("at most 17,407"),
        character % 64,
    )
}

/// One bit for each character that every face has.
fn covered(fonts: &[Font]) -> Vec<u64> {
    let mut all = vec![u64::MAX; 0x11_0000 / 64];
    for font in fonts {
        let mut face = vec![0; all.len()];
        for character in font.info().coverage.iter() {
            let (word, bit) = place(character);
            face[word] |= 1_u64 << bit;
        }
        all.iter_mut().zip(face).for_each(|(all, face)| *all &= face);
    }
    all
}

fn latin(fonts: &[Font]) -> [usize; LATIN] {
    let mut widths = [500; LATIN];
    let faces: Vec<FontInstance> = fonts.iter().map(instance).collect();
    for (at, letter) in (b' '..=b'~').map(|letter| (usize::from(letter), char::from(letter))) {
        let of = |face: &FontInstance| {
            let face = face.ttf();
            let units = usize::from(face.glyph_hor_advance(face.glyph_index(letter)?)?);
            // A letter is never taken for narrower than it is.
            Some((units * 1_000).div_ceil(usize::from(face.units_per_em())))
        };
        widths[at] = faces.iter().filter_map(of).max().unwrap_or(500);
    }
    widths
}

/// A face as it is when nothing of it is varied.
fn instance(font: &Font) -> FontInstance {
    let variant = font.info().variant;
    font.clone()
        .instantiate(variant, Abs::pt(10.0), &FontVariations::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;
    use mamori_tree::Language;

    #[test]
    fn a_family_says_what_it_lacks() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        for language in Language::ALL {
            let family = fonts.family(language);
            assert!(family.covers('脅'));
            assert!(!family.covers('😀') && !family.covers('\u{10ffff}'));
        }
        let faces: Vec<Font> = (0..2).filter_map(|at| fonts.font(at)).collect();
        let agree = |character| {
            let listed = |font: &Font| font.info().coverage.contains(u32::from(character));
            fonts.family(Language::Japanese).covers(character) == faces.iter().all(listed)
        };
        assert!(
            ('\0'..='\u{ffff}').all(agree),
            "the bits say the same as the faces"
        );
    }

    #[test]
    fn letters_have_one_width_in_japanese_and_their_own_in_english() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        let (japanese, english) = (fonts.family(Language::Japanese), fonts.family(Language::English));
        assert_eq!((japanese.width('i'), japanese.width('W')), (500, 500));
        assert!(english.width('i') < 400 && english.width('W') > 800);
        assert_eq!(english.width('脅'), 1_000);
        assert!(english.widest() >= english.width('W'));
    }
}
