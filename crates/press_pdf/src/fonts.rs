//! The Japanese fonts that documents are set in: one for each language.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use mamori_tree::Language;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::{FontPath, FontSource, scan, system};

use crate::family::Family;

/// The font files, when the build found them (see `build.rs`).
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// Families in the order we like them for a language. For Japanese those come first whose kana and
/// kanji have one width and whose digits have half of it, which keeps columns of figures straight;
/// English reads badly in letters of one width, so its letters have widths of their own.
const fn liked(language: Language) -> [&'static str; 5] {
    match language {
        Language::Japanese => [
            "BIZ UDGothic",
            "BIZ UDPGothic",
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "IPAexGothic",
        ],
        Language::English => [
            "BIZ UDPGothic",
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "BIZ UDGothic",
            "IPAexGothic",
        ],
    }
}

/// A font that has all of these is taken for a Japanese one.
const SAMPLE: &str = "あアー漢脅威鑑「」、。Aa1";

/// A Japanese font family for each language, loaded. Made once and shared by all prints.
pub struct Fonts {
    japanese: Family,
    english: Family,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
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
    /// The fonts that were embedded when the program was built; else those in the folder
    /// `MAMORI_FONT_DIR`; else installed ones.
    ///
    /// # Errors
    /// [`FontMissing`] says which package to install.
    pub fn find() -> Result<Fonts, FontMissing> {
        Self::embedded()
            .or_else(|| Self::in_folder(&PathBuf::from(env::var_os("MAMORI_FONT_DIR")?)))
            .or_else(|| Self::choose(system()))
            .ok_or(FontMissing)
    }

    /// The Japanese fonts of a folder, if there are any.
    pub fn in_folder(folder: &Path) -> Option<Fonts> {
        Self::choose(scan(folder))
    }

    /// The embedded fonts.
    fn embedded() -> Option<Fonts> {
        let family = |files: [Option<&'static [u8]>; 2]| {
            files
                .into_iter()
                .map(|bytes| Font::new(Bytes::new(bytes?), 0))
                .collect::<Option<Vec<Font>>>()
        };
        let japanese = family([embedded::REGULAR, embedded::BOLD])?;
        let english = family([embedded::PROPORTIONAL_REGULAR, embedded::PROPORTIONAL_BOLD])?;
        Self::of(japanese, english)
    }

    /// The best Japanese family among faces for each language: a liked one, else the first by name.
    fn choose(faces: impl Iterator<Item = (FontPath, FontInfo)>) -> Option<Fonts> {
        let covers = |info: &FontInfo| SAMPLE.chars().all(|sign| info.coverage.contains(u32::from(sign)));
        let faces: Vec<(FontPath, FontInfo)> = faces.filter(|(_, info)| covers(info)).collect();
        Self::of(
            best(&faces, Language::Japanese)?,
            best(&faces, Language::English)?,
        )
    }

    fn of(japanese: Vec<Font>, english: Vec<Font>) -> Option<Fonts> {
        let families = (Family::of(&japanese)?, Family::of(&english)?);
        let mut fonts = japanese;
        if families.0.name() != families.1.name() {
            fonts.extend(english);
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Some(Fonts {
            japanese: families.0,
            english: families.1,
            fonts,
            book,
        })
    }

    /// The family that documents of a language are set in.
    pub(crate) fn family(&self, language: Language) -> &Family {
        match language {
            Language::Japanese => &self.japanese,
            Language::English => &self.english,
        }
    }

    /// The family of labels in drawings. They are laid out by letters of one width, so that no label
    /// grows into a line or another label ([`mamori_tree::width`]).
    pub(crate) fn figures(&self) -> &Family {
        &self.japanese
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}

/// The faces of the best family for a language. A file that cannot be read costs its family, not the
/// document.
fn best(faces: &[(FontPath, FontInfo)], language: Language) -> Option<Vec<Font>> {
    let liked = liked(language);
    let rank = |family: &str| {
        liked
            .iter()
            .position(|liked| *liked == family)
            .unwrap_or(liked.len())
    };
    let mut families: Vec<&str> = faces.iter().map(|(_, info)| info.family.as_str()).collect();
    families.sort_by_key(|family| (rank(family), *family));
    families.dedup();
    families.into_iter().find_map(|family| {
        let mut family: Vec<&(FontPath, FontInfo)> = faces
            .iter()
            .filter(|(_, info)| info.family.as_str() == family)
            .collect();
        family.sort_by_key(|(path, _)| (path.path.clone(), path.index));
        family.into_iter().map(|(path, _)| path.load()).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_font() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        assert_eq!(fonts.family(Language::Japanese).name(), "BIZ UDGothic");
        assert_eq!(fonts.family(Language::English).name(), "BIZ UDPGothic");
        assert_eq!(fonts.figures().name(), "BIZ UDGothic");
    }

    #[test]
    fn installed_fonts_do_when_none_is_embedded() {
        let installed =
            Fonts::choose(system()).expect("the tests need the package fonts-morisawa-bizud-gothic");
        assert_eq!(installed.family(Language::Japanese).name(), "BIZ UDGothic");
        assert_eq!(installed.family(Language::English).name(), "BIZ UDPGothic");
        assert_eq!(installed.fonts.len(), 4, "regular and bold of both");
        assert!(Fonts::choose(std::iter::empty()).is_none());
    }

    #[test]
    fn one_family_serves_both_languages_when_there_is_no_other() {
        let one = |info: &FontInfo| info.family.as_str() == "BIZ UDGothic";
        let fonts = Fonts::choose(system().filter(|(_, info)| one(info))).expect("a font");
        assert_eq!(fonts.family(Language::English).name(), "BIZ UDGothic");
        assert_eq!(fonts.fonts.len(), 2, "no face is loaded twice");
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
