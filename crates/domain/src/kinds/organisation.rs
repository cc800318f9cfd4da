//! The provider: who it is, who answers for what, what it is certified and evaluated for.

use crate::{Count, Date, Id, InstitutionProfile, Moment, Prose, Text, YesNo};

kind! {
    /// Who the provider is.
    single OrganisationProfile "organisation" file "organisation" at Organisation,
    "事業者" / "Provider", "サービスを提供する事業者です" / "The provider of the services";
    name: Option<Text>, "名称" / "Name", "事業者の正式な名称です" / "Full name of the provider";
    representative: Option<Text>, "代表者" / "Representative", "代表者の役職と氏名です" / "Post and name of the representative";
    address: Option<Text>, "所在地" / "Address", "本社の所在地です" / "Address of the head office";
    handles_medical_information: Option<YesNo>, "医療情報の直接の取扱い" / "Handles medical information", "医療情報を自ら取り扱うかどうかです" / "Whether it handles medical information itself";
    basic_policy: Option<Prose>, "基本方針" / "Basic policy", "安全管理の基本方針の要点です" / "The main points of its safety-management policy";
    personal_data_record: Option<Prose>, "個人データ安全管理の実績" / "Record of personal-data safety", "受託の実績と、漏えい・不正利用の有無です" / "Track record, and whether there were leaks or misuse";
}

choice!(
    /// What an officer answers for (GL 5.1.6 (2)(イ)).
    OfficerRole {
        FinalResponsible = "final_responsible", "最終的な管理責任者" / "Manager with final responsibility";
        SystemManager = "system_manager", "システム管理者" / "System manager";
        OperationsManager = "operations_manager", "運用責任者" / "Operations manager";
        PersonalInformation = "personal_information", "個人情報保護責任者" / "Personal-information manager";
        Auditor = "auditor", "監査責任者" / "Head of audit";
        ContactDesk = "contact_desk", "問い合わせ窓口" / "Contact desk";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// A person who answers for something, by post.
    list Officer "officer" file "officers" at Organisation,
    "責任者" / "Officer", "安全管理の責任者と窓口です" / "Who answers for safety management, and the contact desk";
    id: Id<Officer>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    role: OfficerRole, "役割" / "Role", "何の責任者かです" / "What the officer answers for";
    name: Text, "役職・氏名" / "Post and name", "役職と氏名です" / "Post and name";
    department: Option<Text>, "部署" / "Department", "所属する部署です" / "Department";
    qualification: Option<Text>, "資格・経験" / "Qualification", "技術的能力や経験を示すものです" / "What shows skill and experience";
    appointed: Option<Date>, "任命日" / "Appointed", "任命した日です" / "Day of appointment";
    duties: Option<Prose>, "任務・任免・緊急時" / "Duties", "役割、任命・解任の決まり、緊急時の動きです" / "Duties, rules of appointment and dismissal, action in emergencies";
    reached_by: Option<Text>, "連絡方法" / "How to reach", "電話番号などの連絡方法です。窓口の受付時間は右の二つの欄に書きます" / "How the officer is reached, such as a telephone number; the hours of a desk have their own two fields";
    hours_weekdays: Option<Text>, "受付時間（平日・土曜日）" / "Hours, weekdays and Saturdays", "窓口が平日と土曜日に受け付ける時間です（例：8:00〜21:00）" / "When the desk answers on weekdays and Saturdays, such as 8:00 to 21:00";
    hours_holidays: Option<Text>, "受付時間（日曜日・祝日）" / "Hours, Sundays and holidays", "窓口が日曜日と祝日に受け付ける時間です。受け付けないなら「なし」と書きます" / "When the desk answers on Sundays and holidays; write none where it does not";
}

choice!(
    /// A certification scheme (GL 4.4).
    Scheme {
        PrivacyMark = "privacy_mark", "プライバシーマーク" / "Privacy Mark";
        Isms = "isms", "ISMS認証" / "ISMS certification";
        IsmsCloud = "isms_cloud", "ISMSクラウドセキュリティ認証" / "ISMS cloud certification";
        AssuranceReport = "assurance_report", "内部統制保証報告書（SOC 2等）" / "Assurance report (SOC 2 and the like)";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// A certification held (GL 4.4).
    list Certificate "certificate" file "certificates" at Organisation,
    "認証" / "Certificate", "第三者認証と有効期限です" / "Certifications and their expiry";
    id: Id<Certificate>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    scheme: Scheme, "制度" / "Scheme", "認証の制度です" / "Certification scheme";
    number: Option<Text>, "登録番号" / "Number", "登録番号です" / "Registration number";
    scope: Option<Text>, "適用範囲" / "Scope", "認証の適用範囲です" / "Scope of the certification";
    expires: Option<Date>, "有効期限" / "Expires", "有効期限の日です" / "Last day of validity";
    covers_entry_to_exit: Option<YesNo>, "入口から出口まで" / "Covers entry to exit", "医療情報の受け取りから返却・廃棄までを範囲に含むかです（ISMS）" / "Whether the scope covers the information from entry to exit (ISMS)";
    statement_disclosable: Option<YesNo>, "適用宣言書の開示" / "Statement disclosable", "適用宣言書を医療機関等に開示できるかです（ISMS）" / "Whether the statement of applicability can be shown (ISMS)";
}

choice!(
    /// Who evaluated (GL 4.3).
    Evaluator {
        InternalAudit = "internal_audit", "内部監査部門" / "Internal audit department";
        ThirdParty = "third_party", "第三者機関" / "Third party";
        OperatingStaff = "operating_staff", "運用の担当者" / "Operating staff";
    }
);

kind! {
    /// An evaluation of safety management (GL 4.3).
    list Evaluation "evaluation" file "evaluations" at Organisation,
    "評価" / "Evaluation", "安全管理の評価と、その評価者です" / "Evaluations of safety management and who made them";
    id: Id<Evaluation>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    title: Text, "評価" / "Evaluation", "何を評価したかです" / "What was evaluated";
    evaluator: Evaluator, "評価者" / "Evaluator", "だれが評価したかです" / "Who evaluated";
    evaluator_name: Option<Text>, "評価者の名称" / "Evaluator's name", "評価した部署や機関の名称です" / "Name of the department or body";
    date: Option<Date>, "実施日" / "Date", "評価した日です" / "Day of the evaluation";
    result: Option<Prose>, "結果" / "Result", "結果の要点です" / "Main result";
    shown_how: Option<Text>, "開示の方法" / "How shown", "医療機関等への示し方です" / "How institutions are shown the result";
}

choice!(
    /// What a policy or rule is about.
    PolicyKind {
        BasicPolicy = "basic_policy", "基本方針" / "Basic policy";
        SecurityPolicy = "security_policy", "情報セキュリティポリシー" / "Security policy";
        PersonalInformation = "personal_information", "個人情報保護規程" / "Personal-information rules";
        AccessRules = "access_rules", "アクセス管理規程" / "Access rules";
        Regulation = "regulation", "運用管理規程" / "Operation-management regulation";
        Procedure = "procedure", "手順書" / "Procedure";
        Employment = "employment", "就業規則・誓約" / "Employment rules";
        Contract = "contract", "契約書のひな形" / "Contract form";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// A policy or rule in force.
    list Policy "policy" file "policies" at Organisation,
    "規程" / "Policy", "定めた方針と規程です" / "Policies and rules in force";
    id: Id<Policy>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    title: Text, "文書名" / "Title", "文書の名前です" / "Title of the paper";
    kind: PolicyKind, "種類" / "Kind", "何についての文書かです" / "What it is about";
    approved: Option<Date>, "承認日" / "Approved", "承認した日です" / "Day of approval";
    reviewed: Option<Date>, "見直した日" / "Reviewed", "最後に見直した日です" / "Day of the last review";
    shown_how: Option<Text>, "開示の方法" / "How shown", "医療機関等への示し方と条件です" / "How and on what condition institutions are shown it";
}

kind! {
    /// The continuity plan: ten contents (別紙2 1.10②) and three scenarios (GL 5.1.5 ⑥).
    single ContinuityPlan "continuity" file "continuity" at Organisation,
    "事業継続計画" / "Continuity plan", "災害や障害のときも医療を支えるための計画です" / "How care is supported through disasters and failures";
    title: Option<Text>, "文書名" / "Title", "計画書の名前です" / "Title of the plan";
    approved: Option<Date>, "承認日" / "Approved", "承認した日です" / "Day of approval";
    exercised: Option<Date>, "訓練日" / "Exercised", "最後に訓練した日です" / "Day of the last exercise";
    reviewed: Option<Date>, "見直した日" / "Reviewed", "最後に見直した日です" / "Day of the last review";
    impact_analysis: Option<Prose>, "事業影響度分析" / "Impact analysis", "業務の優先順位と停止の影響です" / "Priorities and what a stop would do";
    preparation: Option<Prose>, "事前の準備" / "Preparation", "ふだんから備えておくことです" / "What is made ready beforehand";
    emergency_judgement: Option<Prose>, "非常時の判断" / "Judging an emergency", "だれがどう非常時と判断するかです" / "Who declares an emergency and how";
    gathering: Option<Prose>, "召集と対応本部" / "Gathering", "関係者の集め方と対応本部です" / "How people gather and who leads";
    reduced_operation: Option<Prose>, "縮退と代替の手配" / "Reduced operation", "機器や人員を減らした運転と、代わりの手配です" / "Running with less, and arranging substitutes";
    switching: Option<Prose>, "代替施設への切替え" / "Switching over", "代替施設へ切り替える手順です" / "How to switch to the substitute site";
    substitute_running: Option<Prose>, "代替運用中の配慮" / "Running on substitutes", "非常時アカウントや、復帰後のデータ合わせへの配慮です" / "Care while on substitutes: emergency accounts, later reconciliation";
    spread_judgement: Option<Prose>, "拡大範囲の判断" / "Judging the spread", "障害がどこまで広がるかの見極め方です" / "How the reach of the failure is judged";
    return_judgement: Option<Prose>, "復帰の判断" / "Judging the return", "正常に戻すと決める基準です" / "Criteria for returning to normal";
    inspection: Option<Prose>, "復帰後の点検" / "Inspection after return", "戻したあとに調べることです" / "What is inspected after the return";
    authorities: Option<Prose>, "官庁等への連絡" / "Telling authorities", "官庁や関係先への連絡です" / "How authorities and partners are told";
    scenario_disaster_stop: Option<Prose>, "災害で止まったとき" / "Stopped by disaster", "災害等でシステムが止まった場合の備えです" / "What happens when a disaster stops the system";
    scenario_mass_casualties: Option<Prose>, "多数の傷病者" / "Mass casualties", "システムは正常でも多数の傷病者が来る場合の備えです" / "What happens when many casualties come while the system runs";
    scenario_lost_records: Option<Prose>, "記録の欠け・途切れ" / "Lost records", "復旧後に記録の欠けや途切れがある場合の備えです" / "What happens when records are missing or broken after recovery";
}

kind! {
    /// A law, guideline or guidance that the provider keeps (GL 6.1, 別紙1 I (2) ⑮ (a)).
    list Law "law" file "laws" at Organisation,
    "法令・ガイドライン" / "Law or guideline", "守っている法令・ガイドライン・ガイダンスです" / "Laws, guidelines and guidances that are kept";
    id: Id<Law>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    name: Text, "名前" / "Name", "法令・ガイドラインの名前です。版があれば版まで書きます" / "Name of the law or guideline, with its edition where it has one";
    issuer: Option<Text>, "出した機関" / "Issuer", "ガイドラインを出した機関です。法令なら所管する機関です" / "Who issued the guideline; for a law, the authority in charge";
}

kind! {
    /// A financial paper that can be shown (GL 4.1).
    list FinancialPaper "financial-paper" file "finances" at Organisation,
    "財務資料" / "Financial paper", "経営の健全性を示す資料です" / "Papers that show financial soundness";
    id: Id<FinancialPaper>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    title: Text, "資料名" / "Title", "資料の名前です" / "Title of the paper";
    period_end: Option<Date>, "決算日" / "Period end", "対象期間の末日です" / "Last day of the period";
    shown_how: Option<Text>, "開示の方法" / "How shown", "医療機関等への示し方です" / "How institutions are shown it";
}

choice!(
    /// What an incident harmed (GL 3.2.3).
    Harm {
        Confidentiality = "confidentiality", "機密性" / "Confidentiality";
        Integrity = "integrity", "完全性" / "Integrity";
        Availability = "availability", "可用性" / "Availability";
    }
);

kind! {
    /// An incident that happened (GL 3.2.3).
    record Incident "incident" file "incidents" at Organisation,
    "事故" / "Incident", "起きた情報セキュリティ事故の記録です" / "Records of security incidents";
    id: Id<Incident>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    title: Text, "件名" / "Title", "何が起きたかです" / "What happened";
    date: Date, "発生日" / "Date", "起きた日です" / "Day it happened";
    harm: Vec<Harm>, "害されたもの" / "Harm", "機密性・完全性・可用性のどれが害されたかです" / "Which of confidentiality, integrity and availability was harmed";
    cause: Option<Prose>, "原因・範囲" / "Cause and scope", "原因と影響の範囲です" / "Cause and scope";
    reported: Option<Date>, "報告日" / "Reported", "医療機関等へ報告した日です" / "Day institutions were told";
    prevention: Option<Prose>, "再発防止策" / "Prevention", "提案した再発防止策です" / "The proposal that prevents recurrence";
    aware_at: Option<Moment>, "知った日時" / "Aware at", "事故を知った日時です。報告の期限はここから数えます" / "When it became known; deadlines of reports run from here";
    institutions: Vec<Id<InstitutionProfile>>, "影響を受けた医療機関等" / "Institutions affected", "影響を受けた、または受けたおそれのある医療機関等です" / "Institutions affected or possibly affected";
    scope: Option<Prose>, "影響の範囲" / "Scope", "どのシステム・情報・期間に及ぶかです" / "Which systems, information and time it reaches";
    for_patients: Option<Prose>, "患者への説明に要る事実" / "For patients", "医療機関等が患者に説明するために要る事実です" / "Facts the institution needs to explain it to patients";
    for_authorities: Option<Prose>, "官庁への報告に要る事実" / "For authorities", "医療機関等が所管の官庁に報告するために要る事実です" / "Facts the institution needs to report to authorities";
    for_public: Option<Prose>, "公表に要る事実" / "For the public", "医療機関等が公表するために要る事実です" / "Facts the institution needs to tell the public";
    people: Option<Count>, "個人データの人数" / "People concerned", "漏えい等した、またはそのおそれのある個人データの人数です。なければ0です" / "People whose personal data leaked, were lost or damaged, or may have been; 0 if none";
    sensitive: Option<YesNo>, "要配慮個人情報" / "Sensitive", "病歴などの要配慮個人情報を含むかです。診療の情報は必ず含みます" / "Whether it includes special care-required information such as medical history; records of care always do";
    improper_purpose: Option<YesNo>, "不正の目的" / "Improper purpose", "不正な目的で行われたおそれがあるかです（不正アクセスなど）" / "Whether it was possibly done for an improper purpose, such as unauthorised access";
    prevention_agreed: Option<Date>, "再合意日" / "Prevention agreed", "再発防止策を医療機関等と合意した日です" / "Day the prevention was agreed with institutions";
}
