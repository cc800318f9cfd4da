//! A medical institution the provider serves, and whom to reach there.

use crate::{Date, Id, Prose, ServiceProfile, Supplier, Text};

choice!(
    /// Kinds of institution (GL 2.1).
    InstitutionKind {
        Hospital = "hospital", "病院" / "Hospital";
        Clinic = "clinic", "診療所" / "Clinic";
        DentalClinic = "dental_clinic", "歯科診療所" / "Dental clinic";
        MidwiferyHome = "midwifery_home", "助産所" / "Midwifery home";
        Pharmacy = "pharmacy", "薬局" / "Pharmacy";
        HomeVisitNursing = "home_visit_nursing", "訪問看護ステーション" / "Home-visit nursing station";
        CareProvider = "care_provider", "介護事業者" / "Care provider";
        NetworkOperator = "network_operator", "医療情報連携ネットワーク運営事業者" / "Medical information network operator";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// Who an institution is.
    single InstitutionProfile "institution" file "institution" at Institution,
    "医療機関等" / "Institution", "サービスを使う医療機関等です" / "An institution that uses the service";
    name: Option<Text>, "名称" / "Name", "医療機関等の名称です" / "Name of the institution";
    kind: Option<InstitutionKind>, "種類" / "Kind", "どのような機関かです" / "What kind of institution it is";
    address: Option<Text>, "所在地" / "Address", "医療機関等の所在地です。合意書の署名欄に印字します" / "Address of the institution, printed where the agreement is signed";
    services: Vec<Id<ServiceProfile>>, "使うサービス" / "Services", "使っているサービスです" / "Services it uses";
    contract_from: Option<Date>, "契約開始日" / "Contract from", "契約の始まる日です" / "First day of the contract";
    contract_to: Option<Date>, "契約終了日" / "Contract to", "契約の終わる日です。続く間は空にします" / "Last day of the contract; empty while it goes on";
    note: Option<Prose>, "備考" / "Note", "覚え書きです" / "Remarks";
}

kind! {
    /// Whom to reach at an institution.
    list Contact "contact" file "contacts" at Institution,
    "連絡先" / "Contact", "医療機関等の連絡先です" / "Whom to reach at the institution";
    id: Id<Contact>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    role: Text, "役割" / "Role", "どの用件の窓口かです" / "What the contact is for";
    name: Text, "役職・氏名" / "Post and name", "役職と氏名です" / "Post and name";
    reached_by: Option<Text>, "連絡方法" / "How to reach", "電話番号や受け付ける時間帯です" / "How and when to reach";
}

kind! {
    /// An institution's consent to a subcontractor (別紙2 1.9).
    list Consent "consent" file "consents" at Institution,
    "再委託の同意" / "Consent", "再委託への医療機関等の同意です" / "The institution's consent to a subcontractor";
    supplier: Id<Supplier>, "供給者" / "Supplier", "同意を得た供給者です" / "Supplier consented to";
    date: Date, "同意日" / "Date", "同意を得た日です" / "Day of consent";
    scope: Option<Text>, "範囲" / "Scope", "同意の範囲です" / "Scope of the consent";
}

choice!(
    /// What happened in the relation with an institution.
    EventKind {
        Report = "report", "報告" / "Report";
        Notice = "notice", "通知" / "Notice";
        Approval = "approval", "承認" / "Approval";
        Incident = "incident", "事故" / "Incident";
        Change = "change", "変更" / "Change";
        Disposal = "disposal", "廃棄・返却" / "Disposal or return";
    }
);

kind! {
    /// Something that happened in the relation with an institution.
    list Event "event" file "events" at Institution,
    "出来事" / "Event", "報告・通知・承認などの記録です" / "Reports, notices, approvals and the like";
    id: Id<Event>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    date: Date, "日付" / "Date", "起きた日です" / "Day it happened";
    kind: EventKind, "種類" / "Kind", "どのような出来事かです" / "What kind of event";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスについてかです" / "Which service it is about";
    text: Prose, "内容" / "Text", "何があったかです" / "What happened";
}
