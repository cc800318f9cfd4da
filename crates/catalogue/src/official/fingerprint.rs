//! Fingerprints of wording: the same sentence gives the same fingerprint however it was broken into lines.

use crate::ItemId;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Lower-case hexadecimal SHA-256 of a wording.
pub type Fingerprint = String;

/// Fingerprints of the official wording by item.
pub type OfficialHashes = BTreeMap<ItemId, Fingerprint>;

/// The fingerprint of a wording: SHA-256 of the text in NFKC with all white space removed, because
/// copies differ in line breaks and in full-width letters but not in words.
pub fn fingerprint(wording: &str) -> Fingerprint {
    let squeezed: String = wording.nfkc().filter(|c| !c.is_whitespace()).collect();
    Sha256::digest(squeezed.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether a text is a fingerprint.
pub(crate) fn is_fingerprint(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_wide_letters_make_no_difference() {
        assert_eq!(fingerprint("Ａ 社の\n　規程"), fingerprint("A社の規程"));
        assert_ne!(fingerprint("A社の規程"), fingerprint("A社の規定"));
    }

    #[test]
    fn is_plain_sha256_of_the_squeezed_text() {
        // Of the three letters "abc": the example value of FIPS 180-4.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint(" a b\tc "), known);
        assert!(is_fingerprint(known));
        assert!(!is_fingerprint(&known.to_uppercase()));
    }
}
