//! The official wording, laid over the items from the user's own copy of the guideline.
//!
//! The published sentences are not part of the product. What is part of it is a fingerprint of each,
//! so that a wording read from the user's copy can be told to be exactly the published one or not.
//!
//! 1. [`read_text`] reads the text of the published PDF, [`read_pairs`] a table of two columns.
//! 2. [`compare`] says of every item whether the wording found is the official one.
//! 3. [`Overlay`] keeps the result as a file.
//!
//! A text extracted from a PDF has faults: cells slip, columns vanish, page heads stand in between,
//! letters are misread. A reading of a fault is never trusted: every repair is only a *candidate*, and
//! counts when the fingerprint proves it.

mod candidates;
mod comparison;
mod fingerprint;
mod guideline_text;
mod number;
mod overlay;
mod pairs;
mod refusal;
mod wording;

pub use comparison::{Comparison, compare};
pub(crate) use fingerprint::is_fingerprint;
pub use fingerprint::{Fingerprint, OfficialHashes, fingerprint};
pub use guideline_text::read_text;
pub use overlay::{Overlaid, Overlay, WordingStatus};
pub use pairs::read_pairs;
pub use refusal::NotTheGuideline;
pub use wording::{FoundText, Wording};
