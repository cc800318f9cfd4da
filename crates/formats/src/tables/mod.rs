//! Imports tables people already keep in spreadsheets: flows, risks, treatments, answers to control
//! items, or any other list.
//!
//! A map in TOML says where each table stands and what its columns mean:
//!
//! ```toml
//! [[table]]
//! sheet = "運用"               # name of the sheet
//! target = "flow"              # kind of the rows: flow, risk, treatment, answer, site, ...
//! scope = "services/chart"     # where they go; "organisation" and "institutions/ID" likewise
//! heading_row = 2
//! first_row = 3
//! prefix = "op"                # made ids: op-1, op-2, ...
//! carry = ["who"]              # an empty cell means the one above (merged cells always do)
//!
//! [table.columns]              # a heading, a column's letter, or several to be joined
//! who = "Who"
//! site = "Where"
//! which = "C"                  # equipment, medium or connection, whichever has the name
//! what = "What"
//! how = "How"
//!
//! [table.fixed]                # the same for all rows
//! phase = "operation"
//! layer = "app"
//!
//! [table.values.how]           # what a text means: a code, an id, several, or "" for nothing
//! "見る" = "view"
//! ```
//!
//! Names become ids by what the workspace calls things; particles after a name (`が`, `の`, `で`,
//! `を`) do not matter. Whatever cannot be resolved is listed, all at once, with a suggestion.
//! Nothing that exists is changed unless the map says so.

#![expect(
    clippy::result_large_err,
    reason = "a problem ends the reading, so its size costs nothing"
)]

mod adding;
mod grid;
mod import;
mod map;
mod meaning;
mod names;
mod record;
mod rows;

pub use import::{Imported, import};
pub use map::{Existing, MOST_MAP_BYTES, Map, TableMap, read_map};
