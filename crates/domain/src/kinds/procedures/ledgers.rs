//! Ledgers of media and of backups: what there is, where it lies, until when it may be used
//! (別紙2 1.5②, 3.21②).

use crate::{Count, Date, Equipment, Id, Information, Medium, Months, Site, Text, Years};

kind! {
    /// An entry of the ledger of media and equipment that hold information (別紙2 1.5②).
    record MediumEntry "medium-entry" file "media-ledger" at Service,
    "媒体台帳" / "Media ledger", "情報を収めた媒体や機器の台帳です" / "Ledger of media and equipment that hold information";
    id: Id<MediumEntry>, "管理番号" / "Control number", "このサービスで一度だけ使う番号です" / "A number used once in this service";
    name: Text, "名称" / "Name", "媒体や機器の名前です" / "Name of the medium or device";
    medium: Option<Id<Medium>>, "媒体" / "Medium", "構成にある媒体の場合、その媒体です" / "The medium of the configuration, if it is one";
    equipment: Option<Id<Equipment>>, "機器" / "Equipment", "構成にある機器の場合、その機器です" / "The device of the configuration, if it is one";
    information: Vec<Id<Information>>, "情報" / "Information", "収めている情報です" / "Information in it";
    site: Option<Id<Site>>, "保管場所" / "Kept at", "ふだんの保管場所です" / "Where it is kept";
    keeper: Option<Text>, "管理者" / "Keeper", "管理する人です" / "Who keeps it";
    since: Date, "登録日" / "Since", "台帳に載せた日です" / "Day it was entered";
    check_months: Option<Months>, "所在確認の間隔" / "Checked every", "何か月ごとに所在を確かめるかです。空なら12か月です" / "Months between checks of its whereabouts; 12 when empty";
    kept_years: Option<Years>, "廃棄後の記録の保存" / "Record kept", "廃棄したあと、この記録を何年残すかです" / "Years this entry is kept after disposal";
}

kind! {
    /// An entry of the ledger of backup media (別紙2 3.21②).
    record BackupEntry "backup-entry" file "backup-ledger" at Service,
    "バックアップ台帳" / "Backup ledger", "バックアップを収めた媒体の台帳です" / "Ledger of media that hold backups";
    id: Id<BackupEntry>, "管理番号" / "Control number", "このサービスで一度だけ使う番号です" / "A number used once in this service";
    medium: Option<Id<Medium>>, "媒体" / "Medium", "構成にある媒体の場合、その媒体です" / "The medium of the configuration, if it is one";
    model: Option<Text>, "種類・容量" / "Type and capacity", "テープやディスクの別と容量です" / "Tape or disc, and its capacity";
    content: Option<Text>, "バックアップの内容" / "Content", "何のバックアップかです" / "What it is a backup of";
    copies: Option<Count>, "本数" / "Pieces", "何本あるかです" / "How many there are";
    site: Option<Id<Site>>, "保管場所" / "Kept at", "保管している場所です" / "Where it is kept";
    use_from: Date, "使用開始日" / "Used from", "使い始めた日です" / "First day of use";
    use_until: Option<Date>, "使用終了日" / "Used until", "使い終える日です" / "Last day of use";
    maker_limit: Option<Date>, "製造元の利用期限" / "Maker's limit", "製造元の定める有効な利用の期限です" / "End of the maker's period of use";
    check_months: Option<Months>, "所在確認の間隔" / "Checked every", "何か月ごとに所在を確かめるかです。空なら12か月です" / "Months between checks of its whereabouts; 12 when empty";
}
