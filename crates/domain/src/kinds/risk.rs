//! Risks a person states, how groups of risks are treated, and decisions on derived things.

use crate::{Date, Id, ItemRef, Officer, Pattern, Product, Prose, Step, Text, ThreatRef};

kind! {
    /// A risk a person adds to the derived ones, from the ten threats or beyond them (GL 5.1.1).
    list StatedRisk "risk" file "risks" at Service,
    "リスク" / "Risk", "代表的な脅威の外のものなど、人が足すリスクです" / "Risks a person adds, such as those beyond the ten threats";
    id: Id<StatedRisk>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    flow: Pattern, "情報流" / "Flow", "関わる情報流のID（末尾の * でまとめられます）" / "Flows concerned, by id; a trailing * covers a group";
    threat: Option<ThreatRef>, "脅威" / "Threat", "代表的な脅威の場合、その番号です" / "The threat, when it is one of the ten";
    other_threat: Option<Text>, "その他の脅威" / "Other threat", "代表的な脅威にない場合の脅威です" / "The threat, when it is none of the ten";
    scenario: Text, "特定したリスク" / "Risk", "何が起きるかです" / "What would happen";
    impact: Step, "影響度" / "Impact", "影響度（1〜5）です" / "Impact, 1–5";
    likelihood: Step, "顕在化率" / "Likelihood", "顕在化率（1〜5）です" / "Likelihood, 1–5";
    reason: Option<Text>, "理由" / "Reason", "その値にした理由です" / "Why these values";
}

choice!(
    /// Options of treatment (GL 5.1.4, table 5-3).
    TreatmentOption {
        Reduce = "reduce", "低減" / "Reduce";
        Avoid = "avoid", "回避" / "Avoid";
        Transfer = "transfer", "移転" / "Transfer";
        Retain = "retain", "保有" / "Retain";
    }
);

choice!(
    /// Where the carrying out of a treatment stands (GL 5.1.6 (2)).
    TreatmentState {
        Designed = "designed", "設計" / "Designed";
        UnderWay = "under_way", "実施中" / "Under way";
        Done = "done", "完了" / "Done";
    }
);

kind! {
    /// How a group of risks is treated (GL 5.1.5).
    list Treatment "treatment" file "treatments" at Service,
    "リスク対応" / "Treatment", "リスクのまとまりごとの対応です" / "How groups of risks are treated";
    id: Id<Treatment>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    risks: Vec<Pattern>, "対応するリスク" / "Risks", "リスクのID（末尾の * でまとめられます）を並べます" / "Risks by id; a trailing * covers a group";
    options: Vec<TreatmentOption>, "対応" / "Options", "低減・回避・移転・保有から選びます" / "Reduce, avoid, transfer, retain";
    items: Vec<ItemRef>, "対策項目" / "Control items", "用いる対策項目または小項目です" / "Control items or measures used";
    provider_note: Option<Prose>, "対策の補足" / "Provider's note", "対策項目の回答に足すことです" / "What to add to the items' answers";
    request_note: Option<Prose>, "求める事項の補足" / "Request's note", "医療機関等へ求める事項に足すことです" / "What to add to the requests";
    residual: Option<Prose>, "残存するリスク" / "Residual risk", "対応のあとに残るものです" / "What remains afterwards";
    residual_impact: Option<Step>, "残存・影響度" / "Residual impact", "対応後の影響度です" / "Impact after treatment";
    residual_likelihood: Option<Step>, "残存・顕在化率" / "Residual likelihood", "対応後の顕在化率です" / "Likelihood after treatment";
    retained_because: Option<Prose>, "保有の理由" / "Why retained", "保有・受容する理由です" / "Why the remainder is retained";
    accepted_by: Option<Id<Officer>>, "受容した人" / "Accepted by", "残存リスクの受容を決めた人です" / "Who accepted the residual risk";
    accepted_on: Option<Date>, "受容日" / "Accepted on", "受容を決めた日です" / "Day of acceptance";
    owner: Option<Id<Officer>>, "担当" / "Owner", "対応を進める人です" / "Who carries it out";
    due: Option<Date>, "期限" / "Due", "いつまでに行うかです" / "By when";
    state: Option<TreatmentState>, "進み" / "State", "どこまで進んだかです" / "How far it is";
}

choice!(
    /// What a person decides on derived things.
    DecisionKind {
        Accept = "accept", "確認（提案のとおり）" / "Accept as proposed";
        Exclude = "exclude", "除外（当てはまらない）" / "Exclude as not fitting";
        Impact = "impact", "影響度を改める" / "Set impact";
        Likelihood = "likelihood", "顕在化率を改める" / "Set likelihood";
        Items = "items", "対策項目を改める" / "Set control items";
    }
);

kind! {
    /// A person's decision on derived things; it overrules the proposal.
    list Decision "decision" file "decisions" key(pattern decision) at Service,
    "判断" / "Decision", "導かれた情報流・リスクへの判断です。一つの対象に、判断の種類ごとに1行ずつ書けます" / "Decisions on derived flows and risks; one target may have one row of each decision";
    pattern: Pattern, "対象" / "Pattern", "導かれたもののID（末尾の * でまとめられます）" / "Derived ids; a trailing * covers a group";
    decision: DecisionKind, "判断" / "Decision", "どうするかです" / "What is decided";
    value: Option<Text>, "値" / "Value", "改める場合の値です" / "The new value, when one is set";
    reason: Option<Text>, "理由" / "Reason", "そう判断した理由です" / "Why";
    who: Option<Id<Officer>>, "判断した人" / "Who", "判断した責任者です" / "Who decided";
    date: Option<Date>, "日付" / "Date", "判断した日です" / "When";
}

impl Decision {
    /// The key of the decision of a kind on a pattern, as the declaration makes it.
    pub fn key_with(pattern: &str, kind: DecisionKind) -> String {
        format!("{pattern} {}", kind.code())
    }
}

kind! {
    /// A further request to institutions (GL 5.1.5 (2)).
    list Request "request" file "requests" at Service,
    "求める事項" / "Request", "医療機関等に対応を求める事項を足します" / "Further things the institution is asked to do";
    id: Id<Request>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    title: Text, "件名" / "Title", "求める事項の見出しです" / "Heading of the request";
    text: Prose, "内容" / "Text", "医療機関等に求めることです" / "What the institution is asked to do";
    items: Vec<ItemRef>, "対策項目" / "Control items", "関わる対策項目です" / "Control items concerned";
    risks: Vec<Pattern>, "リスク" / "Risks", "関わるリスクです" / "Risks concerned";
}

/// The highest residual risk level accepted without a further decision, as a product.
pub const ACCEPTANCE_DEFAULT: Product = Product(9);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::Kind;

    #[test]
    fn a_decision_has_the_key_that_its_declaration_makes() {
        let decision = Decision {
            pattern: Pattern::new("operation/*"),
            decision: DecisionKind::Impact,
            value: None,
            reason: None,
            who: None,
            date: None,
        };
        let row = decision.write();
        let key = Decision::DESCRIPTION.key_of(&row);
        assert_eq!(key, "operation/* impact");
        assert_eq!(key, Decision::key_with("operation/*", DecisionKind::Impact));
    }
}
