//! The page of the rules.

use super::cell;
use mamori_rules::check::RULES;
use std::fmt::Write as _;

pub(super) fn page() -> String {
    let mut page = format!(
        "# 点検の規則 / Rules of the check\n\n\
         {}件。`mamori explain 符号` でも読めます。 / {0} rules; `mamori explain CODE` tells the same.\n",
        RULES.len()
    );
    for rule in RULES {
        let severity = rule.mark.severity().words();
        let _ = write!(
            page,
            "\n## {}\n\n{} / {}\n\n| | |\n| --- | --- |\n| 重さ / severity | {} / {} |\n| ガイドライン / guideline | {} |\n\n\
             {}\n\n{}\n\n**直し方**：{}\n\n**How to mend it**: {}\n",
            rule.code,
            rule.title.ja,
            rule.title.en,
            severity.ja,
            severity.en,
            cell(rule.guideline),
            rule.why.ja,
            rule.why.en,
            rule.help.ja,
            rule.help.en,
        );
    }
    page
}
