//! The page of the rules of service levels and duties.

use super::cell;
use mamori_domain::Explanation;
use std::fmt::Write as _;

pub(super) fn page() -> String {
    let mut page = String::from(
        "# サービスレベルと務めの規則 / Rules of service levels and duties\n\n\
         `mamori explain 符号` でも読めます。 / `mamori explain CODE` tells the same.\n\n\
         ## サービスレベル / Service levels\n",
    );
    mamori_service_levels::EXPLANATIONS
        .iter()
        .for_each(|one| write_rule(&mut page, one));
    page.push_str("\n## 務め / Duties\n");
    mamori_rules::duties::EXPLANATIONS
        .iter()
        .for_each(|one| write_rule(&mut page, one));
    page
}

fn write_rule(page: &mut String, one: &Explanation) {
    let _ = write!(
        page,
        "\n### {}\n\n{} / {}（{}）\n\n{} {}\n\n{} {}\n",
        one.code,
        one.title.ja,
        one.title.en,
        cell(one.guideline),
        one.rule.ja,
        one.why.ja,
        one.rule.en,
        one.why.en,
    );
}
