//! A service: what it is, in which form each layer is provided, and the facts its papers state.

use crate::{
    ClauseRef, ConditionRef, Date, Equipment, Evidence, Id, InformationItemRef, InstitutionKind, ItemRef,
    Layer, LegalPointRef, Officer, Policy, Product, Prose, RegulationContentRef, StandardAnswersRef,
    Supplier, Text, YesNo,
};

choice!(
    /// The provider's position towards institutions (GL 2.1).
    Position {
        Direct = "direct", "医療機関等と直接契約" / "Direct contract with institutions";
        SupplyChain = "supply_chain", "供給網の一部" / "Part of the supply chain";
        PatientDirected = "patient_directed", "患者等の指示で受領" / "Receives at the patient's instruction";
        OutOfScope = "out_of_scope", "対象外" / "Out of scope";
    }
);

kind! {
    /// What a service is.
    single ServiceProfile "service" file "service" at Service,
    "サービス" / "Service", "医療機関等に提供するサービスです" / "A service provided to institutions";
    name: Option<Text>, "名称" / "Name", "サービスの名称です" / "Name of the service";
    purpose: Option<Prose>, "概要" / "Purpose", "何をするサービスかです" / "What the service does";
    position: Option<Position>, "立場" / "Position", "医療機関等に対する自社の立場です" / "The provider's position towards institutions";
    institution_kinds: Vec<InstitutionKind>, "対象の機関" / "For which institutions", "どのような機関が使うかです" / "Which kinds of institution use it";
    e_documents: Option<YesNo>, "e-文書の保存" / "Keeps e-documents", "法令で保存が必要な文書を電子で保存するかです" / "Whether it keeps documents the law demands in electronic form";
    external_storage: Option<YesNo>, "外部保存" / "External storage", "診療録等を医療機関等の外で保存するかです" / "Whether charts and records are stored outside the institution";
    patients_told_by: Option<Text>, "患者等に説明する人" / "Who tells patients", "医療情報を外部に保存することを、患者等に説明する人です（例：医療機関の医師と受付職員）" / "Who explains to patients that information is stored outside, such as the institution's doctors and reception";
    acceptance: Option<Product>, "受容の上限" / "Acceptance", "受容できる残存リスクの上限（影響度×顕在化率）です。空なら9です" / "Highest residual level accepted (impact × likelihood); 9 when empty";
    standard_answers: Vec<StandardAnswersRef>, "標準回答" / "Standard answers", "取り入れる標準回答の名前です" / "Sets of standard answers adopted by name";
    standard_answers_confirmed: Vec<ItemRef>, "確認済みの標準回答" / "Confirmed standard answers", "標準回答のとおりと確認した対策項目・小項目です" / "Items and measures whose standard answer was confirmed";
    agreed_revision: Option<crate::Sha256>, "合意した版" / "Agreed revision", "医療機関等と合意した版のハッシュ値です" / "Digest of the revision agreed with institutions";
}

choice!(
    /// Form in which a component is provided (GL 2.2).
    Form {
        Own = "1", "自ら提供" / "Provided by the provider itself";
        Procured = "2", "他事業者から調達" / "Procured from another provider";
        InstitutionContracted = "3", "医療機関等が別に契約" / "Contracted by the institution";
    }
);

kind! {
    /// Who supplies which layer in which form, and to whom (GL 2.2).
    list Provision "provision" file "provisions" at Service,
    "提供形態" / "Form of provision", "層ごとに、だれがどの形で提供するかです" / "Who supplies which layer in which form";
    id: Id<Provision>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    layer: Layer, "層" / "Layer", "アプリケーション・プラットフォーム・インフラのどれかです" / "Application, platform or infrastructure";
    form: Form, "形態" / "Form", "1＝自ら提供、2＝調達、3＝医療機関等が別に契約、です" / "1 own, 2 procured, 3 contracted by the institution";
    component: Text, "構成要素" / "Component", "何を提供するかです" / "What is provided";
    supplier: Option<Id<Supplier>>, "供給者" / "Supplier", "2と3の場合、提供する会社です" / "For 2 and 3: the company";
    recipient: Option<Text>, "提供先" / "Recipient", "だれに提供するかです" / "To whom it is provided";
}

kind! {
    /// A condition a person states, or states against the derivation, with the reason.
    list StatedCondition "condition" file "conditions" at Service,
    "条件" / "Condition", "構成から分からない条件が当てはまるかどうかです" / "Whether conditions hold that the configuration does not show";
    condition: ConditionRef, "条件" / "Condition", "カタログの条件です" / "A condition of the catalogue";
    holds: YesNo, "当てはまる" / "Holds", "当てはまるかどうかです" / "Whether it holds";
    reason: Option<Text>, "理由" / "Reason", "そう言える理由です" / "Why";
}

kind! {
    /// What the regulation states on a required content (GL 5.1.6 (2)).
    list RegulationFact "regulation-fact" file "regulation" at Service,
    "運用管理規程の記載" / "Regulation fact", "運用管理規程に定める内容です" / "What the regulation states";
    content: RegulationContentRef, "定める事項" / "Content", "規程に含める事項です" / "A required content";
    text: Prose, "定め" / "Text", "どう定めているかです" / "What is laid down";
    policy: Option<Id<Policy>>, "規程" / "Policy", "定めのある規程です" / "The policy it stands in";
}

kind! {
    /// What the disclosure says of an information item (別紙1-I).
    list DisclosureFact "disclosure-fact" file "disclosures" at Service,
    "開示の内容" / "Disclosure fact", "医療機関等に示す項目ごとの文書と開示の仕方です" / "Paper and way of disclosure, by information item";
    item: InformationItemRef, "情報提供項目" / "Information item", "表4-1の項目です" / "An item of table 4-1";
    document: Option<Text>, "文書名" / "Document", "示す文書の名前です" / "Name of the paper shown";
    method: Option<Text>, "開示の方法" / "Method", "どう示すかです" / "How it is shown";
    condition: Option<Text>, "開示の条件" / "Condition", "示す条件です" / "On what condition";
    extent: Option<Text>, "開示の範囲" / "Extent", "どこまで示すかです" / "To what extent";
    text: Option<Prose>, "内容" / "Text", "示す内容の要点です" / "Main content shown";
}

choice!(
    /// What becomes of an SLA clause of the sample (別紙1-II).
    ClauseUse {
        Used = "used", "そのまま使う" / "Used as it is";
        Changed = "changed", "変更して使う" / "Changed";
        LeftOut = "left_out", "使わない" / "Left out";
    }
);

kind! {
    /// An SLA clause (別紙1-II).
    list SlaClause "sla-clause" file "sla" at Service Institution,
    "SLAの条項" / "SLA clause", "SLAの条項を使うか、変えるか、省くかです" / "Whether SLA clauses are used, changed or left out";
    clause: ClauseRef, "条項" / "Clause", "見本の条項です" / "A clause of the sample";
    usage: ClauseUse, "扱い" / "Use", "使う・変える・省くのどれかです" / "Used, changed or left out";
    text: Option<Prose>, "文言・値" / "Text", "変えた文言や値です" / "The changed wording or values";
    reason: Option<Text>, "理由" / "Reason", "変えた、または省いた理由です" / "Why it was changed or left out";
}

kind! {
    /// How a point of chapter 6 is met (GL 6.1–6.5).
    list LegalFact "legal-fact" file "legal" at Service,
    "制度上の要求への対応" / "Legal fact", "第6章の要求への対応です" / "How the requirements of chapter 6 are met";
    point: LegalPointRef, "要求事項" / "Point", "第6章の要求事項です" / "A point of chapter 6";
    applies: YesNo, "対象" / "Applies", "このサービスに当てはまるかです" / "Whether it applies to the service";
    text: Option<Prose>, "対応" / "Text", "どう対応しているかです" / "How it is met";
    evidence: Vec<Id<Evidence>>, "証跡" / "Evidence", "対応を示す証跡です" / "Evidence that shows it";
}

kind! {
    /// A review of the risk management (GL 5.1.7).
    list Review "review" file "reviews" at Service,
    "見直し" / "Review", "リスクマネジメントの見直しの記録です" / "Reviews of the risk management";
    id: Id<Review>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    date: Date, "日付" / "Date", "見直した日です" / "Day of the review";
    trigger: Option<Text>, "きっかけ" / "Trigger", "定期、変更、事故などです" / "Regular, a change, an incident";
    result: Option<Prose>, "結果" / "Result", "見直しの結果です" / "Result of the review";
}

kind! {
    /// A change of equipment, software or network that was carried out (別紙2 1.13①).
    list ConfigurationChange "configuration-change" file "changes" at Service,
    "構成の変更" / "Configuration change", "機器・ソフトウェア・ネットワークの更新の履歴です" / "History of updates to equipment, software and network";
    id: Id<ConfigurationChange>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    date: Date, "日付" / "Date", "変更した日です" / "Day of the change";
    what: Prose, "変更の内容" / "What", "何をどう変えたかです" / "What was changed and how";
    why: Option<Text>, "理由" / "Why", "なぜ変えたかです" / "Why it was changed";
    who: Option<Id<Officer>>, "承認した人" / "Who", "変更を承認した責任者です" / "Who approved the change";
    equipment: Vec<Id<Equipment>>, "機器" / "Equipment", "変えた機器です" / "Equipment concerned";
}

choice!(
    /// Beyond what the search went (GL 5.1.1, 5.1.5 (1)).
    SearchSubject {
        Threats = "threats", "代表的な脅威の外" / "Beyond the ten threats";
        Controls = "controls", "別紙2の外" / "Beyond appendix 2";
    }
);

kind! {
    /// A search for threats or countermeasures beyond the guideline's lists (GL 5.1.1, 5.1.5 (1)).
    list Search "search" file "searches" at Service,
    "追加の検討" / "Search", "代表的な脅威や別紙2の外まで検討した記録です" / "Records of looking beyond the ten threats and beyond appendix 2";
    id: Id<Search>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    subject: SearchSubject, "対象" / "Subject", "何の外を検討したかです" / "Beyond what was searched";
    date: Date, "日付" / "Date", "検討した日です" / "Day of the search";
    method: Option<Text>, "方法" / "Method", "どう検討したかです" / "How it was done";
    found: Option<Prose>, "見つかったもの" / "Found", "見つかったものです。なければ「なし」と書きます" / "What was found; write none if nothing was";
}

kind! {
    /// How the service ends (GL 3.2.2, 別紙2 1.8①).
    single ContractEnd "contract-end" file "contract-end" at Service,
    "契約終了" / "Contract end", "契約終了時の返却・移管・廃棄の手順です" / "Return, hand-over and disposal when the contract ends";
    procedure: Option<Prose>, "手順" / "Procedure", "返却・移管・廃棄の手順です" / "How information is returned, handed over and disposed of";
    formats: Option<Prose>, "返却の形式" / "Formats", "返却するデータの形式と確かめ方です" / "Formats of returned data and how they are checked";
    proof: Option<Text>, "証拠" / "Proof", "実施を示す証明書や記録です" / "Certificates and records that show it was done";
    kept_afterwards: Option<Prose>, "終了後に残すもの" / "Kept afterwards", "終了後も残す情報の目的・範囲・期間・管理・窓口です" / "What is kept after the end: purpose, scope, period, control, contact";
}
