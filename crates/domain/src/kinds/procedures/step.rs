//! Steps: what was done about a record, when and by whom.

use crate::{Evidence, Id, Moment, Prose, Side, Text};

choice!(
    /// The records that have steps; the code is the kind's name.
    RecordKind {
        Maintenance = "maintenance", "保守・閲覧等" / "Maintenance or access";
        Incident = "incident", "事故" / "Incident";
        InformationRequest = "information-request", "情報の求め" / "Information request";
        DataProvision = "data-provision", "データの提供・返却" / "Provision or return of data";
        Disposal = "disposal", "契約終了時の扱い" / "Disposal at contract end";
        ThirdPartyProvision = "third-party-provision", "第三者提供" / "Third-party provision";
        TakeOut = "take-out", "持ち出し申請" / "Take-out request";
        ReturnCheck = "return-check", "返却時の検証" / "Return check";
        ChangeRequest = "change-request", "変更申請" / "Change request";
        Erasure = "erasure", "消去・破棄の記録" / "Erasure record";
        EmergencyViewing = "emergency-viewing", "緊急閲覧" / "Emergency viewing";
        MediumEntry = "medium-entry", "媒体台帳" / "Media ledger";
        BackupEntry = "backup-entry", "バックアップ台帳" / "Backup ledger";
    }
);

choice!(
    /// What a step does. Which steps a record may take, and in which order, its procedure says.
    StepKind {
        Notified = "notified", "予告" / "notice";
        Requested = "requested", "承認の依頼" / "request for approval";
        Approved = "approved", "承認" / "approval";
        Refused = "refused", "断り" / "refusal";
        Cancelled = "cancelled", "取りやめ" / "cancellation";
        Performed = "performed", "実施" / "execution";
        Reported = "reported", "報告" / "report";
        ReportApproved = "report_approved", "報告の承認" / "approval of the report";
        ReportReturned = "report_returned", "報告の差戻し" / "return of the report";
        Remedied = "remedied", "復旧" / "remedy";
        AuthorityPreliminary = "authority_preliminary", "官庁への速報" / "preliminary report to the authority";
        AuthorityFinal = "authority_final", "官庁への確報" / "final report to the authority";
        PersonsNotified = "persons_notified", "本人への通知" / "notice to the persons concerned";
        PreventionProposed = "prevention_proposed", "再発防止策の提案" / "proposal of prevention";
        PreventionAgreed = "prevention_agreed", "再発防止策への合意" / "agreement on prevention";
        PreventionDone = "prevention_done", "再発防止策の完了" / "completion of prevention";
        Settled = "settled", "条件の取決め" / "settling of terms";
        Given = "given", "提供" / "giving";
        Agreed = "agreed", "合意" / "agreement";
        Delivered = "delivered", "引渡し" / "delivery";
        Confirmed = "confirmed", "確認" / "confirmation";
        Erased = "erased", "消去" / "erasure";
        Certified = "certified", "証明書の発行" / "certificate";
        TakenOut = "taken_out", "持ち出し" / "taking out";
        Returned = "returned", "返却" / "return";
        Checked = "checked", "検証" / "check";
        Tested = "tested", "試験" / "test";
        Restored = "restored", "原状への復帰" / "restoring";
        Located = "located", "所在の確認" / "check of whereabouts";
        Used = "used", "利用" / "use";
        Missing = "missing", "所在不明" / "loss";
        Found = "found", "発見" / "finding";
        Copied = "copied", "別の媒体への複写" / "copying";
        Disposed = "disposed", "廃棄" / "disposal";
    }
);

kind! {
    /// A step of a record. The steps of a record stand in the order in which they were taken.
    record RecordStep "step" file "steps" at Organisation Service Institution,
    "手続の経過" / "Step", "記録ごとの経過です。いまの状態は、この経過から導きます" / "What was done about a record; where the record stands follows from it";
    id: Id<RecordStep>, "ID" / "Id", "ここで一度だけ使うIDです" / "An id used once here";
    kind: RecordKind, "記録の種類" / "Kind of record", "何の記録の経過かです" / "Which kind of record it belongs to";
    record: Text, "記録のID" / "Record", "同じ場所にある、その種類の記録のIDです" / "Id of a record of that kind in the same place";
    step: StepKind, "したこと" / "Step", "何をしたかです" / "What was done";
    at: Moment, "日時" / "At", "した日、または日時です（例：2026-04-01T21:30+09:00）" / "Day or time it was done, such as 2026-04-01T21:30+09:00";
    by: Side, "立場" / "By", "だれの側がしたかです" / "Whose side did it";
    name: Option<Text>, "役職・氏名" / "Post and name", "した人の役職と氏名です" / "Post and name of who did it";
    text: Option<Prose>, "内容・方法・理由" / "Text", "内容、方法、理由です。知らせた場合はその方法も書きます" / "What, how and why; of a notice also by which channel";
    evidence: Option<Id<Evidence>>, "証跡" / "Evidence", "それを示す証跡です" / "Evidence that shows it";
}
