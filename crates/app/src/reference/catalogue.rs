//! The page of the catalogue: measures and control items with our statements.

use super::cell;
use crate::editions::DEFAULT_EDITION;
use mamori_catalogue::Catalogue;
use std::fmt::Write as _;

pub(super) fn page() -> String {
    let mut page = String::from(
        "# カタログ / Catalogue\n\n内容は私たちの短い言い換えで、公式の文言ではありません。 / Statements are ours, not the official wording.\n",
    );
    let Ok(catalogue) = Catalogue::embedded(DEFAULT_EDITION) else {
        return page;
    };
    for measure in catalogue.measures() {
        let _ = write!(
            page,
            "\n## {} {} / {}\n\n{}\n\n{}\n\n| No. | 区分 | 内容 / duty |\n| --- | --- | --- |\n",
            measure.id, measure.title.ja, measure.title.en, measure.scenario.ja, measure.scenario.en
        );
        for item in catalogue.items_of(&measure.id) {
            let _ = writeln!(
                page,
                "| {} | {} | {} / {} |",
                item.id,
                item.class.mark(),
                cell(&item.duty.ja),
                cell(&item.duty.en)
            );
        }
    }
    page
}
