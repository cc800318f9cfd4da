//! What passes between provider and institution on request: information about the service, data, and
//! everything at the end of the contract (別紙1-II 6.2, 6.6; GL 3.2.2; 別紙2 1.7①, 1.8①).

use crate::{
    Count, Date, Equipment, Evidence, Id, Information, Medium, Moment, Prose, ServiceProfile, Text, YesNo,
};

kind! {
    /// An institution's request for technical information or for how a clause is operated (別紙1-II 6.6 (2), (3)).
    record InformationRequest "information-request" file "information-requests" at Institution,
    "情報の求め" / "Information request", "医療機関等から求められた、技術や運用の情報です" / "Information on technology or operation that the institution asked for";
    id: Id<InformationRequest>, "ID" / "Id", "この医療機関等で一度だけ使うIDです" / "An id used once in this institution";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスについてかです" / "Which service it is about";
    asked: Date, "求められた日" / "Asked", "求めを受けた日です" / "Day it was asked for";
    what: Prose, "求められた情報" / "What", "何を知りたいかです" / "What is to be known";
    purpose: Option<Prose>, "目的" / "Purpose", "何に使うかです" / "What it is for";
    nondisclosure: Option<Date>, "秘密保持の締結日" / "Non-disclosure agreed", "秘密保持を約した日です" / "Day non-disclosure was agreed";
    scope: Option<Prose>, "提供の範囲" / "Scope", "どこまで提供するかです" / "What is given";
    way: Option<Text>, "提供の方法" / "Way", "どのように提供するかです" / "How it is given";
    fee: Option<Text>, "費用" / "Fee", "費用です。なければ「なし」と書きます" / "The fee; write none if there is none";
    substitute: Option<Text>, "代わりの資料" / "Substitute", "開示できない場合に、安全を示すために渡す資料です" / "The paper given instead to show safety, when it cannot be disclosed";
}

choice!(
    /// Why data are handed to the institution.
    ProvisionPurpose {
        Provision = "provision", "契約中の提供" / "Provision under contract";
        Return = "return", "契約終了時の返却" / "Return at contract end";
    }
);

kind! {
    /// Provision or return of data to the institution (別紙1-II 6.2 (3), (4)).
    record DataProvision "data-provision" file "data-provisions" at Institution,
    "データの提供・返却" / "Provision or return of data", "医療機関等へのデータの提供と返却です" / "Data provided or returned to the institution";
    id: Id<DataProvision>, "ID" / "Id", "この医療機関等で一度だけ使うIDです" / "An id used once in this institution";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスのデータかです" / "Which service's data";
    purpose: ProvisionPurpose, "区分" / "Purpose", "契約中の提供か、終了時の返却かです" / "Provision under contract, or return at its end";
    asked: Date, "求められた日" / "Asked", "求めを受けた日です" / "Day it was asked for";
    need: Option<Prose>, "必要とする理由" / "Need", "何のために要るかです" / "What it is needed for";
    information: Vec<Id<Information>>, "対象の情報" / "Information", "渡す情報です" / "Information handed over";
    scope: Option<Prose>, "範囲" / "Scope", "どこまで渡すかです" / "What is handed over";
    count: Option<Count>, "件数" / "Count", "渡す件数です" / "How many records";
    format: Option<Prose>, "形式" / "Format", "標準の形式か、そうでなければその説明です" / "The standard format, or an explanation of another";
    way: Option<Text>, "方法" / "Way", "どのように渡すかです" / "How it is handed over";
    due: Option<Date>, "期日" / "Due", "渡す期日です" / "Day it is due";
    cost: Option<Text>, "費用" / "Cost", "取り決めを超える分の費用です。なければ「なし」と書きます" / "Cost beyond the agreed range; write none if there is none";
    checking: Option<Prose>, "確かめ方" / "How checked", "医療機関等が内容を確かめる方法です" / "How the institution checks the content";
    erasing_way: Option<Text>, "消去の方法" / "Way of erasing", "渡したあと手元のデータを消す方法です" / "How the provider's data are erased afterwards";
    erasing_due: Option<Date>, "消去の期日" / "Erasing due", "消去する期日です" / "Day erasing is due";
}

choice!(
    /// What becomes of a thing at the end of the contract (GL 3.2.2).
    DisposalWay {
        Return = "return", "返却" / "Return";
        Transfer = "transfer", "移管" / "Transfer to another provider";
        Dispose = "dispose", "廃棄・消去" / "Disposal or erasure";
        Keep = "keep", "引き続き保持" / "Kept afterwards";
    }
);

kind! {
    /// What becomes of one medium or data set at the end of the contract (GL 3.2.2, 別紙2 1.8①).
    record Disposal "disposal" file "disposals" at Institution,
    "契約終了時の扱い" / "Disposal at contract end", "契約終了時の、媒体・データごとの返却・移管・廃棄です" / "Return, transfer or disposal of each medium and data set when the contract ends";
    id: Id<Disposal>, "ID" / "Id", "この医療機関等で一度だけ使うIDです" / "An id used once in this institution";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスのものかです" / "Which service it belongs to";
    equipment: Option<Id<Equipment>>, "機器" / "Equipment", "情報の入っている機器です" / "Device that holds the information";
    medium: Option<Id<Medium>>, "媒体" / "Medium", "情報の入っている媒体です" / "Medium that holds the information";
    information: Vec<Id<Information>>, "対象の情報" / "Information", "どの情報かです。空なら、そこにあるすべてです" / "Which information; all that lies there when empty";
    way: DisposalWay, "扱い" / "Way", "返却・移管・廃棄・保持のどれかです" / "Returned, transferred, disposed of or kept";
    operator: Option<Text>, "作業者" / "Operator", "行う会社と担当者です" / "Company and person who do it";
    method: Option<Prose>, "方法" / "Method", "どのように行うかです" / "How it is done";
    certificate: Option<Id<Evidence>>, "証明書" / "Certificate", "実施を証明する記録です" / "Record that proves it";
    keep_purpose: Option<Prose>, "保持の目的" / "Purpose of keeping", "引き続き持つ目的です" / "Why it is kept";
    keep_until: Option<Date>, "保持の期限" / "Kept until", "いつまで持つかです" / "Until when it is kept";
    keep_control: Option<Prose>, "保持中の管理" / "Control while kept", "持っている間の管理と安全の措置です" / "How it is controlled and protected while kept";
    keep_contact: Option<Text>, "保持中の窓口" / "Contact while kept", "持っている間の連絡先です" / "Whom to ask while it is kept";
}

kind! {
    /// Provision of entrusted information to a third party on the institution's instruction (別紙2 1.7①-11).
    record ThirdPartyProvision "third-party-provision" file "third-party-provisions" at Institution,
    "第三者提供" / "Third-party provision", "医療機関等の指示による、受託した情報の第三者提供です" / "Entrusted information given to a third party as the institution instructed";
    id: Id<ThirdPartyProvision>, "ID" / "Id", "この医療機関等で一度だけ使うIDです" / "An id used once in this institution";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスの情報かです" / "Which service's information";
    instructed: Date, "指示の日" / "Instructed", "医療機関等から指示を受けた日です" / "Day of the institution's instruction";
    recipient: Text, "提供先・閲覧者" / "Recipient", "だれに提供した、または見せたかです" / "Who received or viewed it";
    information: Vec<Id<Information>>, "情報" / "Information", "提供した、または見せた情報です" / "Information given or shown";
    scope: Option<Prose>, "範囲" / "Scope", "どの範囲かです" / "What part of it";
    at: Option<Moment>, "日時" / "At", "提供した、または見せた日時です" / "When it was given or shown";
    consent: Option<YesNo>, "本人の同意" / "Consent", "本人の同意を医療機関等が得ているかです" / "Whether the institution has the patient's consent";
}
