//! Notices of an outage: what one public place shows while a service stands still (別紙1-II 4.4 (2), 6.4).

use crate::{Id, Moment, Prose, Text};

choice!(
    /// How the service is running.
    ServiceState {
        Running = "running", "稼働中" / "Running";
        Degraded = "degraded", "一部に支障" / "Partly hindered";
        Stopped = "stopped", "停止中" / "Stopped";
        Restored = "restored", "復旧（様子を見ています）" / "Restored, being watched";
    }
);

choice!(
    /// Where a notice went.
    Channel {
        PublicPlace = "public_place", "お知らせの場所" / "Public notice page";
        EmergencyContact = "emergency_contact", "緊急連絡先" / "Emergency contact";
        ServiceScreen = "service_screen", "サービスの画面" / "Service screen";
    }
);

kind! {
    /// A notice on the state of the service, in the order in which they were given (別紙1-II 4.4 (2)).
    record OutageNotice "outage-notice" file "outage-notices" at Service,
    "障害のお知らせ" / "Outage notice", "停止や支障の状況と見通しのお知らせです" / "Notices of state and outlook of stops and hindrances";
    id: Id<OutageNotice>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    at: Moment, "日時" / "At", "知らせた日時です" / "When it was given";
    state: ServiceState, "状況" / "State", "サービスの状況です" / "State of the service";
    what: Prose, "内容" / "What", "何が起きているかです" / "What is happening";
    outlook: Option<Prose>, "見通し" / "Outlook", "いつごろ戻る見込みかです" / "When it is expected back";
    channels: Vec<Channel>, "知らせた所" / "Channels", "どこに知らせたかです" / "Where it was told";
    judged_by: Option<Text>, "判断した人" / "Decided by", "その状況と判断した人です" / "Who decided on the state";
}
