//! Entry points for fuzzing what only this room reads: any bytes go in, nothing may panic.

use crate::commands::sla::read_terms;

/// Reads bytes as a file of terms.
///
/// # Panics
/// When the file is refused without a reason, which would be a fault of ours.
pub fn fuzz_terms(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Err(problems) = read_terms("sla.toml", text) {
        assert!(!problems.is_empty());
    }
}
