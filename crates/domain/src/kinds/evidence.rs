//! Records of evidence: where proof lies, never the bytes themselves.

use crate::{Date, Id, Sha256, Text};

choice!(
    /// Who may see a piece of evidence.
    Audience {
        Internal = "internal", "社内のみ" / "Internal only";
        Institutions = "institutions", "契約先の医療機関等" / "Institutions under contract";
        Auditors = "auditors", "監査人" / "Auditors";
        Public = "public", "公開" / "Public";
    }
);

kind! {
    /// A record of evidence: never the bytes themselves.
    list Evidence "evidence" file "evidence" at Organisation,
    "証跡" / "Evidence", "実施を示す記録のありかです（中身は入れません）" / "Where proof lies; never its content";
    id: Id<Evidence>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    title: Text, "証跡名" / "Title", "記録の名前です" / "Title of the record";
    kind: Option<Text>, "種類" / "Kind", "記録の種類です（例：点検記録）" / "Kind of record, such as inspection record";
    kept_at: Option<Text>, "保管場所" / "Kept at", "どこにあるかです" / "Where it lies";
    sha256: Option<Sha256>, "SHA-256" / "SHA-256", "ファイルのハッシュ値です" / "Digest of the file";
    date: Option<Date>, "日付" / "Date", "作られた日です" / "Day it was made";
    visible_to: Option<Audience>, "見られる人" / "Visible to", "だれに見せてよいかです" / "Who may see it";
}
