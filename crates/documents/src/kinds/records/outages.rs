//! The state of the service and the log of its notices (別紙1-II 4.4 (2), 6.4).

use super::values::value;
use crate::Paper;
use crate::shared::{self, heading, optional};
use mamori_domain::build::Kind;
use mamori_domain::{FieldValue, OutageNotice, ServiceState};
use mamori_rules::procedures::outage::current;
use mamori_tree::{Block, Cell, Column, Row};

wording! {
    OUTAGES = "サービスの状況とお知らせ" / "State of the service and notices";
    LOG = "お知らせの記録" / "Log of notices";
    NOW = "いまの状況：{0}（{1}から）。{2}" / "State now: {0} (since {1}). {2}";
    RUNS = "いまの状況：{0}" / "State now: {0}";
    AT = "日時" / "At";
    STATE = "状況" / "State";
    WHAT = "内容・見通し" / "What, and outlook";
    CHANNELS = "知らせた所" / "Told at";
    JUDGED = "判断した人" / "Decided by";
}

pub(super) fn outages(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let notices = &paper.subject.service.outage_notices;
    if notices.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(OUTAGES)));
    blocks.push(Block::Paragraph(match current(notices) {
        Some(outage) => {
            let outlook = outage.latest.outlook.as_deref().unwrap_or_default();
            let since = outage.since.at.to_string();
            paper.fill(NOW, &[paper.say(outage.state.words()), &since, outlook])
        }
        None => paper.fill(RUNS, &[paper.say(ServiceState::Running.words())]),
    }));
    let row = |notice: &OutageNotice| {
        let what = [Some(&notice.what), notice.outlook.as_ref()];
        let what: Vec<String> = what.into_iter().flatten().map(|text| text.to_string()).collect();
        let channels = OutageNotice::DESCRIPTION
            .field("channels")
            .map(|field| value(paper, &field.value, &notice.channels.write()));
        Row::new(vec![
            Cell::new(notice.at.to_string()),
            Cell::new(paper.say(notice.state.words())),
            Cell::new(what.join("\n")),
            optional(channels.filter(|text| !text.is_empty())),
            optional(notice.judged_by.as_ref()),
        ])
    };
    let columns = [
        (Column::start(22), paper.say(AT)),
        (Column::start(16), paper.say(STATE)),
        (Column::start(42), paper.say(WHAT)),
        (Column::start(22), paper.say(CHANNELS)),
        (Column::start(20), paper.say(JUDGED)),
    ];
    blocks.push(shared::table(
        paper.say(LOG),
        &columns,
        notices.iter().map(row).collect(),
    ));
}
