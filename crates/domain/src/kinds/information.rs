//! Information and its classes (GL 5.1.1), and flows a person states.

use crate::{Connection, Equipment, Id, Medium, Person, Site, Step, Text, Years, YesNo};

choice!(
    /// The three layers of a service (GL 2.2).
    Layer {
        Application = "app", "アプリケーション" / "Application";
        Platform = "platform", "プラットフォーム" / "Platform";
        Infrastructure = "infra", "インフラ" / "Infrastructure";
    }
);

choice!(
    /// Phases of the life cycle in which information flows (GL 3.2.2).
    Phase {
        Development = "development", "開発" / "Development";
        Operation = "operation", "運用" / "Operation";
        ContractEnd = "contract-end", "契約終了" / "Contract end";
    }
);

choice!(
    /// What is done with information (GL 5.1.1).
    Verb {
        Create = "create", "作成する" / "create";
        View = "view", "閲覧・操作する" / "view and operate";
        Update = "update", "更新する" / "update";
        Store = "store", "作成・保存する" / "create and store";
        Process = "process", "処理する" / "process";
        Output = "output", "出力する" / "output";
        MediaInOut = "media-io", "媒体入出力する" / "read from and write to media";
        Transfer = "transfer", "転送する" / "transfer";
        Transport = "transport", "搬送する" / "transport";
        Keep = "keep", "保管する" / "keep";
        Dispose = "dispose", "廃棄する" / "dispose of";
        HandOver = "hand-over", "返却・移管する" / "hand over";
    }
);

choice!(
    /// How much information is handled at a time (GL 5.1.2).
    Volume {
        Small = "small", "少量" / "Small";
        Medium = "medium", "中程度" / "Medium";
        Large = "large", "大量" / "Large";
    }
);

choice!(
    /// How often it is handled (GL 5.1.2).
    Frequency {
        Rare = "rare", "まれ" / "Rarely";
        Regular = "regular", "定期" / "Regularly";
        Constant = "constant", "頻繁" / "Constantly";
    }
);

kind! {
    /// A class of information by its importance for safety (GL 5.1.1).
    list InformationClass "class" file "classes" at Service,
    "情報の分類" / "Information class", "安全管理上の重要度による情報の分類です" / "Classes of information by importance";
    id: Id<InformationClass>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "分類名" / "Name", "分類の名前です（例：患者個人情報）" / "Name of the class, such as patient personal information";
    impact: Step, "影響度の基準" / "Base impact", "漏えい・改竄・停止のときの影響度（1〜5）です" / "Impact (1–5) of a leak, a change or a stop";
    medical: YesNo, "医療情報" / "Medical", "医療情報を含む（可能性がある）かです" / "Whether it (possibly) holds medical information";
}

kind! {
    /// Information that is handled.
    list Information "information" file "information" at Service,
    "情報" / "Information", "扱う情報です" / "Information that is handled";
    id: Id<Information>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "名称" / "Name", "情報の名前です（例：患者情報）" / "Name of the information, such as patient data";
    class: Option<Id<InformationClass>>, "分類" / "Class", "情報の分類です" / "Class of the information";
    layers: Vec<Layer>, "層" / "Layers", "どの層の観点で流れを見るかです" / "From which layers its flows are seen";
    carried_as: Option<Id<Information>>, "下の層での呼び名" / "Carried as", "中身の分からない層では、どの情報として見るかです" / "What it is called on layers that do not know its content";
    volume: Option<Volume>, "量" / "Volume", "一度に扱う量です" / "How much is handled at a time";
    frequency: Option<Frequency>, "頻度" / "Frequency", "扱う頻度です" / "How often it is handled";
    retention: Option<Years>, "法定保存年限" / "Statutory retention", "法令で定められた保存年数です" / "Years the law demands it be kept";
    access_log: Option<YesNo>, "ログ" / "Log", "ログそのものかどうかです" / "Whether it is itself a log";
    institution_class: Option<Text>, "医療機関等の分類" / "Institution's class", "医療機関等から示された分類です" / "The class the institution gives it";
}

kind! {
    /// A flow a person adds to the derived ones.
    list StatedFlow "flow" file "flows" at Service,
    "情報流" / "Information flow", "構成から導けない情報の流れを足します" / "Flows that do not follow from the configuration";
    id: Id<StatedFlow>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    phase: Phase, "フェーズ" / "Phase", "開発・運用・契約終了のどれかです" / "Development, operation or contract end";
    layer: Layer, "層" / "Layer", "どの層の観点かです" / "Seen from which layer";
    who: Vec<Id<Person>>, "誰が" / "Who", "だれが扱うかです。人が扱わない場合は空です" / "Who handles it; empty when no person does";
    site: Id<Site>, "どこの" / "Where", "どこで扱うかです" / "Where it is handled";
    equipment: Option<Id<Equipment>>, "どの機器で" / "On which equipment", "どの機器で扱うかです" / "On which device";
    medium: Option<Id<Medium>>, "どの媒体で" / "On which medium", "どの媒体で扱うかです" / "On which medium";
    connection: Option<Id<Connection>>, "どの接続で" / "Over which connection", "どの接続を通るかです" / "Over which connection";
    what: Id<Information>, "何を" / "What", "どの情報かです" / "Which information";
    how: Verb, "どうする" / "How", "何をするかです" / "What is done";
    note: Option<Text>, "備考" / "Note", "覚え書きです" / "Remarks";
}
