//! Answers to control items: who says what, at which level, on what ground (GL 5.1.5 (1)).

use crate::{ConditionRef, Date, Evidence, Id, ItemRef, Officer, Prose};

choice!(
    /// How a control item stands.
    AnswerStatus {
        Implemented = "implemented", "実施" / "Implemented";
        Partly = "partly", "一部実施" / "Partly implemented";
        Alternative = "alternative", "代替策" / "Alternative measure";
        NotApplicable = "not_applicable", "該当なし" / "Not applicable";
        Planned = "planned", "予定" / "Planned";
    }
);

kind! {
    /// An answer to a control item, or to a measure for all its items.
    list Answer "answer" file "answers" at Organisation Service Institution,
    "対策の回答" / "Answer", "対策項目への回答です。小項目（例：1.1.①）への回答は、その全項目に及びます" / "Answers to control items; one on a measure covers its items";
    item: ItemRef, "対策項目" / "Control item", "対策項目（例：1.1.①-1）または小項目（例：1.1.①）です" / "A control item, or a measure that covers its items";
    status: AnswerStatus, "状態" / "Status", "実施の状態です" / "How it stands";
    text: Option<Prose>, "実施内容" / "Text", "何をしているかです" / "What is done";
    fact: Option<ConditionRef>, "根拠の条件" / "Fact", "「該当なし」の根拠になる条件です" / "For not applicable: the condition that does not hold";
    evidence: Vec<Id<Evidence>>, "証跡" / "Evidence", "実施を示す証跡です" / "Evidence that shows it";
    due: Option<Date>, "期限" / "Due", "「予定」の期限です" / "For planned: by when";
    officer: Option<Id<Officer>>, "担当" / "Officer", "責任をもつ人です" / "Who answers for it";
    checked: Option<Date>, "確認日" / "Checked", "最後に自己点検した日です" / "Day of the last self-inspection";
}
