//! A workspace as JSON: one canonical text for the same values (RFC 8785), and its digest.
//!
//! ```json
//! {"format":1,"institutions":{"clinic":{…}},"organisation":{"officer":[{…}],"organisation":{…}},
//!  "services":{"ehr":{"service":{…},"site":[{"id":"ward","name":"病棟"}]}},"settings":{"edition":"2020-08"}}
//! ```
//!
//! Kinds stand under their names: a single thing as an object, a list as an array of objects.
//! Numbers are whole and only where a field counts something, lists of ids are arrays, everything
//! else is a string. The settings' `format` stands at the top. A place is a JSON pointer.

mod canonical;
mod node;
mod read;

pub use canonical::{canonical_hash, write};
pub use node::{MOST_BYTES, MOST_DEPTH, MOST_VALUES};
pub(crate) use read::read_what_can_be;
pub use read::{read, read_along};
