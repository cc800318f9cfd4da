//! The Japanese font that documents are set in.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use mamori_tree::Language;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::{FontPath, FontSource, scan, system};

/// The two font files, when the build found them (see `build.rs`).
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// Families in the order we like them. Each has kana and kanji of one width and digits of half of
/// it, which keeps columns of figures straight.
const LIKED: [&str; 5] = [
    "BIZ UDGothic",
    "BIZ UDPGothic",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "IPAexGothic",
];

/// A font that has all of these is taken for a Japanese one.
const SAMPLE: &str = "あアー漢脅威鑑「」、。Aa1";

/// One Japanese font family, loaded. Made once and shared by all prints.
pub struct Fonts {
    family: String,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    /// The characters every face has, one bit each. The book's own list is searched from its start
    /// for each character, which took a quarter of the time of a print.
    covered: Vec<u64>,
}

/// No Japanese font was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontMissing;

impl FontMissing {
    /// What to do about it, in one language.
    pub fn say(&self, language: Language) -> &'static str {
        match language {
            Language::Japanese => {
                "PDF を作るための日本語フォントが見つかりません。Debian・Ubuntu では「apt-get install fonts-morisawa-bizud-gothic」で入ります。ほかのフォントを使うときは、フォントファイルのあるフォルダを環境変数 MAMORI_FONT_DIR に書いてください。"
            }
            Language::English => {
                "No Japanese font was found, so no PDF can be made. On Debian and Ubuntu run \"apt-get install fonts-morisawa-bizud-gothic\". To use another font, set the environment variable MAMORI_FONT_DIR to the folder that holds its files."
            }
        }
    }
}

impl fmt::Display for FontMissing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} / {}",
            self.say(Language::Japanese),
            self.say(Language::English)
        )
    }
}

impl std::error::Error for FontMissing {}

impl Fonts {
    /// The font that was embedded when the program was built; else one in the folder
    /// `MAMORI_FONT_DIR`; else one that is installed.
    ///
    /// # Errors
    /// [`FontMissing`] says which package to install.
    pub fn find() -> Result<Fonts, FontMissing> {
        Self::embedded()
            .or_else(|| Self::in_folder(&PathBuf::from(env::var_os("MAMORI_FONT_DIR")?)))
            .or_else(|| Self::choose(system()))
            .ok_or(FontMissing)
    }

    /// A Japanese font of a folder, if there is one.
    pub fn in_folder(folder: &Path) -> Option<Fonts> {
        Self::choose(scan(folder))
    }

    /// The embedded font.
    fn embedded() -> Option<Fonts> {
        let fonts = [embedded::REGULAR?, embedded::BOLD?]
            .into_iter()
            .map(|bytes| Font::new(Bytes::new(bytes), 0))
            .collect::<Option<Vec<Font>>>()?;
        Self::of(fonts)
    }

    /// The best Japanese family among faces: a liked one, else the first by name.
    fn choose(faces: impl Iterator<Item = (FontPath, FontInfo)>) -> Option<Fonts> {
        let covers = |info: &FontInfo| SAMPLE.chars().all(|sign| info.coverage.contains(u32::from(sign)));
        let faces: Vec<(FontPath, FontInfo)> = faces.filter(|(_, info)| covers(info)).collect();
        let rank = |family: &str| {
            LIKED
                .iter()
                .position(|liked| *liked == family)
                .unwrap_or(LIKED.len())
        };
        let mut families: Vec<&str> = faces.iter().map(|(_, info)| info.family.as_str()).collect();
        families.sort_by_key(|family| (rank(family), *family));
        families.dedup();
        // A file that cannot be read costs its family, not the document.
        families.into_iter().find_map(|family| {
            let mut family: Vec<&(FontPath, FontInfo)> = faces
                .iter()
                .filter(|(_, info)| info.family.as_str() == family)
                .collect();
            family.sort_by_key(|(path, _)| (path.path.clone(), path.index));
            Self::of(
                family
                    .into_iter()
                    .map(|(path, _)| path.load())
                    .collect::<Option<Vec<Font>>>()?,
            )
        })
    }

    fn of(fonts: Vec<Font>) -> Option<Fonts> {
        let family = fonts.first()?.info().family.as_str().to_owned();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let covered = covered(&fonts);
        Some(Fonts {
            family,
            fonts,
            book,
            covered,
        })
    }

    /// Name of the family, for example `BIZ UDGothic`.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether every face of the family has a glyph for the character.
    pub(crate) fn covers(&self, character: char) -> bool {
        let (word, bit) = place(u32::from(character));
        self.covered[word] >> bit & 1 == 1
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}

/// The word and the bit of a character in [`Fonts::covered`].
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_japanese_font_is_found_and_says_what_it_lacks() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        assert_eq!(fonts.family(), "BIZ UDGothic");
        assert!(fonts.covers('脅'));
        assert!(!fonts.covers('😀') && !fonts.covers('\u{10ffff}'));
        let agree = |character| {
            let listed = |font: &Font| font.info().coverage.contains(u32::from(character));
            fonts.covers(character) == fonts.fonts.iter().all(listed)
        };
        assert!(
            ('\0'..='\u{ffff}').all(agree),
            "the bits say the same as the faces"
        );
    }

    #[test]
    fn an_installed_font_does_when_none_is_embedded() {
        let installed =
            Fonts::choose(system()).expect("the tests need the package fonts-morisawa-bizud-gothic");
        assert_eq!(installed.family(), "BIZ UDGothic");
        assert_eq!(installed.fonts.len(), 2, "regular and bold");
        assert!(Fonts::choose(std::iter::empty()).is_none());
    }

    #[test]
    fn a_folder_without_japanese_fonts_gives_none() {
        assert!(Fonts::in_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).is_none());
    }

    #[test]
    fn the_message_names_package_and_variable() {
        for language in Language::ALL {
            let message = FontMissing.say(language);
            assert!(message.contains("fonts-morisawa-bizud-gothic") && message.contains("MAMORI_FONT_DIR"));
        }
    }
}
