//! Where a diagnostic points, in words: which part of the workspace, which thing, which field.

use crate::Paper;
use mamori_domain::{Scope, scopes_of};
use mamori_rules::check::About;
use mamori_tree::Words;

wording! {
    SETTINGS = "設定" / "Settings";
    ORGANISATION = "事業者" / "Provider";
    SERVICE = "サービス" / "Service";
    INSTITUTION = "医療機関等" / "Institution";
    ITEM = "対策項目" / "Control item";
    MEASURE = "小項目" / "Measure";
    GROUP = "大項目" / "Group of measures";
    RISK_GROUP = "リスクのまとまり" / "Group of risks";
    DERIVED_FLOW = "導かれた情報流" / "Derived flow";
    LAYER = "層" / "Layer";
    PHASE = "フェーズ" / "Phase";
}

/// Names of ours for what is not a row of the model.
const OURS: &[(&str, Words)] = &[
    ("item", ITEM),
    ("measure", MEASURE),
    ("group", GROUP),
    ("risk-group", RISK_GROUP),
    ("derived-flow", DERIVED_FLOW),
    ("layer", LAYER),
    ("phase", PHASE),
];

/// The place in words, outermost first.
pub(crate) fn place(paper: &Paper<'_>, about: &About) -> String {
    let part = match &about.scope {
        Scope::Workspace => paper.say(SETTINGS).to_owned(),
        Scope::Organisation => paper.say(ORGANISATION).to_owned(),
        Scope::Service(id) => format!("{} {id}", paper.say(SERVICE)),
        Scope::Institution(id) => format!("{} {id}", paper.say(INSTITUTION)),
    };
    let description = scopes_of(about.scope.level())
        .iter()
        .find(|kind| kind.name == about.kind);
    let ours = OURS
        .iter()
        .find(|(name, _)| *name == about.kind)
        .map(|(_, words)| *words);
    let label = description
        .map(|kind| kind.label)
        .or(ours)
        .map_or(about.kind.as_str(), |words| paper.say(words));
    let field = about.field.map(|name| {
        let field = description.and_then(|kind| kind.field(name));
        field.map_or(name, |field| paper.say(field.label))
    });
    let thing = format!("{label} {}", about.id);
    let mut steps = vec![part.as_str(), thing.trim_end()];
    steps.extend(field);
    steps.join(" › ")
}
