//! How a workspace departs from the ready sentences of the clause library.

use crate::{ClauseTextRef, Prose, Text};

choice!(
    /// What becomes of a clause of the library. A clause that is not named stands as it is.
    ClauseChangeUse {
        Changed = "changed", "文言を変える" / "Changed";
        LeftOut = "left_out", "用いない" / "Left out";
    }
);

kind! {
    /// A clause of the library that is worded otherwise or left out; an institution's row counts over the service's.
    list ClauseChange "clause-change" file "clauses" at Service Institution,
    "条文の変更" / "Change of a clause", "規程などの標準の条文を、自社の言葉に変えるか、外すかです" / "Ready clauses of the documents that are worded otherwise or left out";
    clause: ClauseTextRef, "条文" / "Clause", "標準の条文のIDです（運用管理規程の末尾の表に示されます）" / "Id of the ready clause; the table at the end of the regulation lists them";
    usage: ClauseChangeUse, "扱い" / "Use", "文言を変えるか、用いないかです" / "Changed or left out";
    text: Option<Prose>, "文言" / "Text", "変えた文言です。空行で段落を分け、「- 」で始まる行は箇条書きになります" / "The new wording; blank lines part paragraphs, lines beginning with \"- \" are entries of a list";
    reason: Option<Text>, "理由" / "Reason", "変えた、または外した理由です" / "Why it was changed or left out";
}
