//! The official wording, laid over the items from the user's own copy of the guideline.
//!
//! The published sentences are not part of the product. What is part of it is a fingerprint of each,
//! so that a wording read from the user's copy can be told to be exactly the published one or not.

mod fingerprint;

pub(crate) use fingerprint::is_fingerprint;
pub use fingerprint::{Fingerprint, OfficialHashes, fingerprint};
