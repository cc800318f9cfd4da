//! The layout's number of a JSON workspace, found even where nothing else of it can be read.

use mamori_domain::build::Kind;
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Scope, Settings};
use serde_json::Value;

/// A workspace of nothing but the settings' `format`; nothing when the text has none.
pub(crate) fn format_only(bytes: &[u8]) -> Option<RawWorkspace> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let place = Place::Pointer("/format".to_owned());
    let text = value.get("format")?.as_i64()?.to_string();
    let cells = vec![RawCell {
        name: "format".into(),
        text,
        place: place.clone(),
    }];
    let lists = vec![RawList {
        kind: Settings::DESCRIPTION,
        rows: vec![RawRow { place, cells }],
    }];
    Some(RawWorkspace {
        scopes: vec![RawScope {
            scope: Scope::Workspace,
            lists,
        }],
    })
}
