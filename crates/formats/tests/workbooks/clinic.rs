//! A small workspace for imports: a clinic's record service.

use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Scope, scopes_of};

pub type Values<'v> = &'v [(&'v str, &'v str)];

pub fn row(values: Values<'_>) -> RawRow {
    let cell = |(name, text): &(&str, &str)| RawCell {
        name: (*name).into(),
        text: (*text).to_owned(),
        place: Place::Made,
    };
    RawRow {
        place: Place::Made,
        cells: values.iter().map(cell).collect(),
    }
}

pub fn scope(scope: Scope, lists: &[(&str, &[Values<'_>])]) -> RawScope {
    let list = |(name, rows): &(&str, &[Values<'_>])| RawList {
        kind: scopes_of(scope.level())
            .iter()
            .find(|kind| kind.name == *name)
            .unwrap(),
        rows: rows.iter().map(|values| row(values)).collect(),
    };
    RawScope {
        lists: lists.iter().map(list).collect(),
        scope,
    }
}

/// A small clinic's record service.
pub fn workspace() -> RawWorkspace {
    let chart = scope(
        Scope::Service("chart".into()),
        &[
            ("service", &[&[("name", "カルテ便")]]),
            (
                "site",
                &[
                    &[("id", "reception"), ("name", "受付")],
                    &[("id", "ward"), ("name", "病室（東）")],
                    &[("id", "centre"), ("name", "自社センター")],
                ],
            ),
            (
                "equipment",
                &[
                    &[
                        ("id", "tablet"),
                        ("name", "問診タブレット"),
                        ("kind", "mobile_terminal"),
                        ("site", "reception"),
                    ],
                    &[
                        ("id", "server-a"),
                        ("name", "カルテサーバ"),
                        ("kind", "server"),
                        ("site", "centre"),
                    ],
                    &[
                        ("id", "server-b"),
                        ("name", "会計サーバ"),
                        ("kind", "server"),
                        ("site", "centre"),
                    ],
                ],
            ),
            (
                "connection",
                &[&[
                    ("id", "line"),
                    ("name", "閉域回線"),
                    ("from", "tablet"),
                    ("medium", "closed_vpn"),
                ]],
            ),
            (
                "person",
                &[
                    &[
                        ("id", "clerk"),
                        ("name", "受付係/会計係"),
                        ("side", "institution"),
                    ],
                    &[("id", "nurse"), ("name", "看護師"), ("side", "institution")],
                    &[("id", "doctor"), ("name", "医師"), ("side", "institution")],
                ],
            ),
            (
                "information",
                &[
                    &[("id", "patient"), ("name", "患者情報")],
                    &[("id", "log"), ("name", "操作ログ")],
                ],
            ),
            (
                "flow",
                &[&[
                    ("id", "op-1"),
                    ("phase", "operation"),
                    ("layer", "app"),
                    ("site", "centre"),
                    ("equipment", "server-a"),
                    ("what", "log"),
                    ("how", "keep"),
                ]],
            ),
        ],
    );
    let settings = scope(
        Scope::Workspace,
        &[("settings", &[&[("retired", "flow/op-3 site/old")]])],
    );
    RawWorkspace {
        scopes: vec![settings, scope(Scope::Organisation, &[]), chart],
    }
}
