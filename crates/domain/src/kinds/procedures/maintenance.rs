//! Maintenance of the service and access to what was entrusted (別紙1-II 6.5 (3), 別紙2 1.14②).

use crate::{Hours, Id, Information, Moment, Prose, ServiceProfile, Supplier, Text, YesNo};

choice!(
    /// What is to be done; it decides what the institution is asked or told beforehand.
    MaintenanceMatter {
        PatternFiles = "pattern_files", "ウイルス定義の更新" / "Update of virus patterns";
        Firmware = "firmware", "機器のファームウェア更新" / "Update of firmware";
        OsPatch = "os_patch", "OS等の修正の適用" / "Patch of the operating system and the like";
        OtherChange = "other_change", "その他のプログラムの変更" / "Other change of programs";
        PlannedStop = "planned_stop", "保守のための計画停止" / "Planned stop for maintenance";
        Viewing = "viewing", "受託した情報の閲覧" / "Viewing of entrusted information";
        RemoteMaintenance = "remote_maintenance", "医療機関等の側の遠隔保守" / "Remote maintenance at the institution";
        TakingOut = "taking_out", "組織外への持ち出し" / "Taking out of the organisation";
        StoringAtSubcontractor = "storing_at_subcontractor", "再委託先への保存" / "Storing at a subcontractor";
    }
);

kind! {
    /// A request to maintain the service or to touch what was entrusted (別紙1-II 6.5 (3)).
    record Maintenance "maintenance" file "maintenance" at Institution,
    "保守・閲覧等" / "Maintenance or access", "保守、停止、閲覧、持ち出しなど、医療機関等に予告や承認を要する作業です" / "Work that needs notice to or approval by the institution: maintenance, stops, viewing, taking out";
    id: Id<Maintenance>, "ID" / "Id", "この医療機関等で一度だけ使うIDです" / "An id used once in this institution";
    service: Id<ServiceProfile>, "サービス" / "Service", "どのサービスの作業かです" / "Which service the work is on";
    matter: MaintenanceMatter, "作業の種類" / "Matter", "何をするかです。これで手続が決まります" / "What is to be done; it decides the procedure";
    title: Text, "件名" / "Title", "作業の名前です" / "Name of the work";
    reason: Option<Prose>, "理由" / "Reason", "なぜ行うかです" / "Why it is done";
    scope: Option<Prose>, "影響の範囲" / "Scope", "どこに影響するかです" / "What it affects";
    start: Option<Moment>, "開始" / "Start", "始める日時です" / "When it begins";
    end: Option<Moment>, "終了" / "End", "終える日時です" / "When it ends";
    restore_hours: Option<Hours>, "原状回復の見込み" / "Time to restore", "終わらなかったとき元に戻すまでの見込みです" / "Time to restore if the work fails";
    information: Vec<Id<Information>>, "触れる情報" / "Information", "閲覧・持ち出し・保存する情報です" / "Information viewed, taken out or stored";
    supplier: Option<Id<Supplier>>, "再委託先" / "Subcontractor", "作業や保存を任せる会社です" / "Company that works or stores";
    maker_urgent: Option<YesNo>, "提供元の評価：緊急" / "Rated urgent", "修正の提供元が緊急と評価したかです" / "Whether the maker rates the patch urgent";
    maker_important: Option<YesNo>, "提供元の評価：重要" / "Rated important", "修正の提供元が重要と評価したかです" / "Whether the maker rates the patch important";
    blanket_entry: Option<Text>, "包括承諾の項目" / "Blanket entry", "包括して承諾された保守の一覧にある場合、その項目です" / "The entry of the list of blanket consents, if it is on it";
    changes_functions: Option<YesNo>, "機能の追加・削除" / "Changes functions", "機能を足す、または無くすかです" / "Whether functions are added or removed";
    approval_hindered: Option<Prose>, "承認を得られない事情" / "Why no approval", "自社の責めによらず承認を得られない場合、その事情です" / "Why approval cannot be had, for a reason that is not the provider's";
    urgency: Option<Prose>, "緊急の事情" / "Urgency", "承認を待てない場合、その事情です" / "Why it cannot wait for approval";
}
