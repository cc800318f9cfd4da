//! The settings of a workspace, `mamori.toml`.

use crate::{Date, FormatNumber, Text};

kind! {
    /// The settings of a workspace, `mamori.toml`.
    single Settings "settings" file "mamori" at Workspace,
    "設定" / "Settings", "ワークスペース全体の設定です" / "Settings of the whole workspace";
    format: Option<FormatNumber>, "形式の版" / "Format", "ファイルの並べ方の版です。この版のプログラムでは 1 です" / "Number of the file layout; 1 for this program";
    edition: Option<Text>, "ガイドラインの版" / "Edition", "使うカタログの版です（例：2020-08）" / "Edition of the catalogue in use, such as 2020-08";
    as_of: Option<Date>, "基準日" / "As of", "点検と文書が基準とする日です。空なら今日（日本時間）です" / "The day checks and documents speak for; today in Japan when empty";
    confidentiality: Option<Text>, "取扱い区分" / "Handling mark", "文書の欄外に刷る取扱い区分です（例：社外秘）" / "Handling mark printed on every page, such as Confidential";
    retired: Vec<RetiredId>, "使い終えたID" / "Retired ids", "もう使わないIDを「種類/ID」で並べます。同じIDは二度と使えません" / "Ids no longer in use as kind/id; they may never be used again";
}

/// A retired id: `kind/id`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RetiredId {
    /// The kind's name.
    pub kind: String,
    /// The id.
    pub id: String,
}

impl crate::FieldValue for RetiredId {
    const TYPE: crate::description::ValueType = crate::description::ValueType::Text { max: 100 };
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, crate::Said> {
        text.split_once('/')
            .filter(|(kind, id)| crate::is_id(kind) && crate::is_id(id))
            .map(|(kind, id)| RetiredId {
                kind: kind.to_owned(),
                id: id.to_owned(),
            })
            .ok_or_else(|| {
                crate::Said::new(
                    format!("「{text}」は「種類/ID」の形ではありません"),
                    format!("\"{text}\" is not of the form kind/id"),
                )
            })
    }
    fn write(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }
}
