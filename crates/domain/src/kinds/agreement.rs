//! What is understood and agreed with an institution: minutes first, agreement on top (GL 3.2.1).

use crate::{ClauseRef, Date, Id, InformationItemRef, Prose, ServiceProfile, Sha256, Text, YesNo};

kind! {
    /// Minutes of a talk that led to common understanding (GL 3.2.1).
    list Minutes "minutes" file "minutes" at Institution,
    "議事録" / "Minutes", "共通理解を形づくった話し合いの記録です" / "Records of talks that led to common understanding";
    id: Id<Minutes>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    date: Date, "日付" / "Date", "話し合った日です" / "Day of the talk";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスについてかです" / "Which service it was about";
    participants: Option<Text>, "出席者" / "Participants", "出席した人です" / "Who took part";
    subjects: Vec<InformationItemRef>, "理解した項目" / "Subjects", "共通理解に至った情報提供項目です" / "Information items understood in common";
    explained_plainly: Option<YesNo>, "用語の説明" / "Explained plainly", "用語集などで専門外の人にも説明したかです" / "Whether it was explained for non-specialists, with a glossary";
    text: Option<Prose>, "内容" / "Text", "質問、要望と答えの要点です" / "Questions, wishes and answers";
}

choice!(
    /// What an agreement is about.
    AgreementSubject {
        Treatments = "treatments", "リスク対応一覧" / "Risk treatment list";
        Regulation = "regulation", "運用管理規程" / "Operation-management regulation";
        Disclosure = "disclosure", "サービス仕様適合開示書" / "Conformity disclosure";
        Sla = "sla", "SLA" / "SLA";
        Requests = "requests", "医療機関等へ対応を求める事項" / "Requests to the institution";
        ContractEnd = "contract_end", "契約終了時の手順" / "Contract-end procedure";
        Continuity = "continuity", "事業継続時のサービス" / "Service under the continuity plan";
        Clause = "clause", "SLAの条項" / "An SLA clause";
        Control = "control", "対策項目" / "A control item";
    }
);

choice!(
    /// Where an agreement stands.
    AgreementState {
        Proposed = "proposed", "提示" / "Proposed";
        Understood = "understood", "共通理解" / "Understood";
        Agreed = "agreed", "合意" / "Agreed";
        Disagreed = "disagreed", "不合意（再協議）" / "Disagreed, to be talked over again";
        Ended = "ended", "終了" / "Ended";
    }
);

kind! {
    /// An agreement with an institution, or its state on the way (GL 3.2.1, 5.1.6).
    list Agreement "agreement" file "agreements" at Institution,
    "合意" / "Agreement", "医療機関等との合意とその状態です" / "Agreements with the institution and where they stand";
    id: Id<Agreement>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスについてかです" / "Which service it is about";
    subject: AgreementSubject, "対象" / "Subject", "何についての合意かです" / "What is agreed";
    clause: Option<ClauseRef>, "条項" / "Clause", "SLAの条項の場合、その条項です" / "The clause, when an SLA clause is agreed";
    item: Option<crate::ItemRef>, "対策項目" / "Control item", "対策項目の場合、その項目です" / "The control item, when one is agreed";
    state: AgreementState, "状態" / "State", "いまの状態です" / "Where it stands";
    date: Option<Date>, "日付" / "Date", "その状態になった日です" / "Day it reached that state";
    revision: Option<Sha256>, "版のハッシュ" / "Revision", "合意した版のハッシュ値です" / "Digest of the revision agreed to";
    minutes: Option<Id<Minutes>>, "議事録" / "Minutes", "土台となった共通理解の記録です" / "Minutes of the understanding it rests on";
    note: Option<Text>, "備考" / "Note", "覚え書きです" / "Remarks";
}
