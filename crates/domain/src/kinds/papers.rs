//! Papers with fixed fields that control items ask for, such as the take-out request.

use crate::{Id, ItemRef, Text, Years};

choice!(
    /// A paper whose fields 別紙2 fixes.
    PaperKind {
        TakeOutRequest = "take_out_request", "持ち出し申請書" / "Take-out request";
        ReturnCheck = "return_check", "返却時の検証記録" / "Return check";
        ChangeRequest = "change_request", "変更申請書" / "Change request";
        ErasureRecord = "erasure_record", "消去・破棄の記録" / "Erasure record";
        ErasureCertificate = "erasure_certificate", "破棄証明書" / "Erasure certificate";
        EmergencyViewing = "emergency_viewing", "緊急閲覧の記録" / "Emergency viewing record";
        ThirdPartyProvision = "third_party_provision", "第三者提供の報告" / "Third-party provision report";
        MediaLedger = "media_ledger", "媒体台帳" / "Media ledger";
        BackupLedger = "backup_ledger", "バックアップ媒体台帳" / "Backup media ledger";
        EquipmentLedger = "equipment_ledger", "機器台帳" / "Equipment ledger";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// A paper with fixed fields.
    list Paper "paper" file "papers" at Organisation,
    "様式" / "Paper", "記入欄の決まった書式です" / "Papers with fixed fields";
    id: Id<Paper>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    kind: PaperKind, "種類" / "Kind", "どの書式かです" / "Which paper it is";
    title: Text, "様式名" / "Title", "自社での名前です" / "Its name in the organisation";
    items: Vec<ItemRef>, "対策項目" / "Control items", "この書式が応える対策項目です" / "Control items it answers";
    kept_at: Option<Text>, "保管場所" / "Kept at", "記入済みの書式の置き場です" / "Where filled papers lie";
    retention_years: Option<Years>, "保存年数" / "Retention", "何年残すかです" / "How many years they are kept";
}
