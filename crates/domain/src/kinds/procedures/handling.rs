//! Papers with fixed fields on handling equipment, media and information: take-out, return, change,
//! erasure, emergency viewing (別紙2 1.1③ ④ ⑥, 1.7①).

use crate::{
    Equipment, Evidence, Hours, Id, Information, InstitutionProfile, Medium, Moment, Prose, Supplier, Text,
    YesNo,
};

kind! {
    /// A request to take equipment or media out (別紙2 1.1④-6).
    record TakeOut "take-out" file "take-outs" at Service,
    "持ち出し申請" / "Take-out request", "機器や媒体を持ち出すための申請です" / "Request to take equipment or media out";
    id: Id<TakeOut>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    applicant: Text, "申請者" / "Applicant", "申請する人の部署と氏名です" / "Department and name of the applicant";
    equipment: Vec<Id<Equipment>>, "機器" / "Equipment", "持ち出す機器です" / "Equipment taken out";
    media: Vec<Id<Medium>>, "媒体" / "Media", "持ち出す媒体です" / "Media taken out";
    number: Option<Text>, "管理番号" / "Control number", "持ち出すものの管理番号です" / "Control number of what is taken out";
    out_at: Option<Moment>, "持ち出す日時" / "Out at", "いつ持ち出すかです" / "When it is taken out";
    back_by: Option<Moment>, "返却の予定" / "Back by", "いつまでに戻すかです" / "By when it is brought back";
    place: Option<Text>, "持ち出す先" / "Place", "どこへ持ち出すかです" / "Where it is taken";
    reason: Option<Prose>, "理由" / "Reason", "なぜ持ち出すかです" / "Why it is taken out";
    information: Vec<Id<Information>>, "入っている情報" / "Information", "中にある情報です" / "Information in it";
    summary: Option<Prose>, "情報の概要" / "Summary", "中にある情報の概要です" / "Outline of the information in it";
    risk: Option<Prose>, "リスク評価の結果" / "Risk", "持ち出しのリスクを評価した結果です" / "Result of judging the risk of taking it out";
    loss_plan: Option<Prose>, "紛失・損傷への備え" / "If lost or damaged", "失くしたり壊れたりしたときの対応です" / "What is done when it is lost or damaged";
}

choice!(
    /// What a check found.
    CheckResult {
        Good = "good", "異常なし" / "Nothing wrong";
        Bad = "bad", "異常あり" / "Something wrong";
        NotApplicable = "not_applicable", "対象外" / "Does not apply";
    }
);

kind! {
    /// The check of what comes back (別紙2 1.1④-7).
    record ReturnCheck "return-check" file "return-checks" at Service,
    "返却時の検証" / "Return check", "持ち出した機器や媒体が戻ったときの検証です" / "The check of equipment and media that come back";
    id: Id<ReturnCheck>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    take_out: Id<TakeOut>, "持ち出し申請" / "Take-out request", "どの持ち出しから戻ったかです" / "Which take-out it comes back from";
    operation: Option<CheckResult>, "動作" / "Operation", "正しく動くかです" / "Whether it works";
    foreign_devices: Option<CheckResult>, "不審な装置" / "Foreign devices", "盗聴などの装置が付いていないかです" / "Whether anything such as a bug was attached";
    malware: Option<CheckResult>, "不正なプログラム" / "Malware", "不正なプログラムがないかです" / "Whether it holds malware";
    integrity: Option<CheckResult>, "情報の完全性" / "Integrity", "中の情報が書き換えられていないかです" / "Whether the information in it was altered";
    note: Option<Prose>, "異常とその対応" / "Findings", "異常があったとき、その内容と対応です" / "What was wrong and what was done";
}

kind! {
    /// A request to change equipment or software (別紙2 1.1⑥-5).
    record ChangeRequest "change-request" file "change-requests" at Service,
    "変更申請" / "Change request", "機器やソフトウェアを変更するための申請です" / "Request to change equipment or software";
    id: Id<ChangeRequest>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    applicant: Text, "申請者" / "Applicant", "申請する人の部署と氏名です" / "Department and name of the applicant";
    title: Text, "変更の内容" / "Change", "何を変えるかです" / "What is changed";
    equipment: Vec<Id<Equipment>>, "機器" / "Equipment", "変える機器です" / "Equipment concerned";
    start: Option<Moment>, "作業の開始" / "Start", "始める日時です" / "When it begins";
    duration_hours: Option<Hours>, "作業の期間" / "Duration", "どれだけかかるかです" / "How long it takes";
    reason: Option<Prose>, "理由" / "Reason", "なぜ変えるかです" / "Why it is changed";
    information: Vec<Id<Information>>, "入っている情報" / "Information", "その機器にある情報です" / "Information in the equipment";
    risk: Option<Prose>, "リスク評価の結果" / "Risk", "変更のリスクを評価した結果です" / "Result of judging the risk of the change";
    damage_plan: Option<Prose>, "損傷への備え" / "If damaged", "機器が壊れたときの対応です" / "What is done when equipment is damaged";
    told: Option<Text>, "知らせる相手" / "Who is told", "影響を受けるため知らせる人です" / "Who is told because it affects them";
    test: Option<Prose>, "試験の方法" / "Test", "どう試験するかです" / "How it is tested";
    recovery: Option<Prose>, "復旧の手順" / "Recovery", "うまくいかないとき元に戻す手順です" / "How it is undone when it goes wrong";
    watching: Option<Prose>, "変更後の監視" / "Watching", "変更の影響をどう見張るかです" / "How the effect is watched afterwards";
}

kind! {
    /// The record of an erasure or destruction, with its certificate (別紙2 1.1③-7, ③-8, 1.8①).
    record Erasure "erasure" file "erasures" at Service,
    "消去・破棄の記録" / "Erasure record", "機器や媒体の消去・破棄の記録と証明書です" / "Record and certificate of erasing or destroying equipment and media";
    id: Id<Erasure>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    equipment: Option<Id<Equipment>>, "機器" / "Equipment", "対象の機器です" / "The device";
    medium: Option<Id<Medium>>, "媒体" / "Medium", "対象の媒体です" / "The medium";
    model: Option<Text>, "形式" / "Model", "対象の形式です" / "Model of the device";
    number: Option<Text>, "管理番号" / "Control number", "対象の管理番号です" / "Control number of the device";
    operator: Option<Text>, "作業担当者" / "Operator", "作業した人です" / "Who did the work";
    method: Option<Prose>, "作業の内容" / "Work done", "重ね書き、消磁、破砕など、行った措置です" / "Overwriting, degaussing, shredding and the like";
    supplier: Option<Id<Supplier>>, "依頼先" / "Contractor", "外部に頼む場合、その会社です" / "The company, when another does it";
    grounds: Option<Prose>, "方法・依頼先を選んだ理由" / "Grounds", "その方法や会社を選んだ理由です" / "Why this method and company were chosen";
    consented: Option<Text>, "医療機関等の了承" / "Consent", "外部に頼むことや方法への了承です" / "The institutions' consent to contractor and method";
    certificate: Option<Id<Evidence>>, "証明書" / "Certificate", "読み出せなくなったことの証明です" / "Proof that nothing can be read any more";
}

kind! {
    /// Viewing of entrusted information in an emergency (別紙2 1.7①-3).
    record EmergencyViewing "emergency-viewing" file "emergency-viewings" at Service,
    "緊急閲覧" / "Emergency viewing", "受託した情報を緊急に閲覧した記録です" / "Entrusted information viewed in an emergency";
    id: Id<EmergencyViewing>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    institution: Option<Id<InstitutionProfile>>, "医療機関等" / "Institution", "どの医療機関等の情報かです" / "Whose information";
    viewer: Text, "閲覧した人" / "Viewer", "閲覧した人の部署と氏名です" / "Department and name of the viewer";
    at: Moment, "閲覧の日時" / "At", "いつ閲覧したかです" / "When it was viewed";
    information: Vec<Id<Information>>, "情報" / "Information", "閲覧した情報です" / "Information viewed";
    scope: Option<Prose>, "閲覧の範囲" / "Scope", "どの範囲を閲覧したかです" / "What part was viewed";
    reason: Option<Prose>, "緊急の理由" / "Reason", "なぜ緊急に必要だったかです" / "Why it was needed at once";
    copied: Option<YesNo>, "複製" / "Copied", "写しを取ったかです" / "Whether a copy was made";
}
