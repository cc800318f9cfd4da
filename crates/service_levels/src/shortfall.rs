//! What fell short: the items that are measured, and the shortfalls that make the grade (GL 別紙1-II 7.1 (1)).

use crate::evaluate::{BandResult, Late, LateKind};
use crate::{AnnexedFinding, Band, Instant};
use mamori_words::{Said, Words};

/// An item that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Availability of a band.
    Availability(Band),
    /// First response.
    FirstResponse,
    /// Updates.
    Update,
    /// Items of the annex.
    Annexed,
}

impl Item {
    /// All, in their order.
    pub const ALL: [Item; 5] = [
        Item::Availability(Band::Business),
        Item::Availability(Band::Other),
        Item::FirstResponse,
        Item::Update,
        Item::Annexed,
    ];

    /// Its name in results, without the band.
    pub const fn code(self) -> &'static str {
        match self {
            Item::Availability(_) => "availability",
            Item::FirstResponse => "first_response",
            Item::Update => "update",
            Item::Annexed => "annexed",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Words {
        match self {
            Item::Availability(Band::Business) => {
                Words::new("稼働率（業務時間）", "Availability in business hours")
            }
            Item::Availability(Band::Other) => {
                Words::new("稼働率（その他の時間）", "Availability at other times")
            }
            Item::FirstResponse => Words::new("一次対応までの時間", "Time to first response"),
            Item::Update => Words::new("更新・修正までの時間", "Time to updates"),
            Item::Annexed => Words::new("巻末の事項", "Annexed items"),
        }
    }
}

impl From<LateKind> for Item {
    fn from(kind: LateKind) -> Self {
        match kind {
            LateKind::FirstResponse => Item::FirstResponse,
            LateKind::Update => Item::Update,
        }
    }
}

/// One shortfall of an evaluation period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The item that fell short.
    pub item: Item,
    /// When: the end of the evaluated part for availability, when the limit passed for what was late.
    pub at: Instant,
    /// The band or the id of the event.
    pub subject: String,
    /// Why, in a sentence.
    pub detail: Said,
}

impl Shortfall {
    /// A band below its target at the end of the evaluated part of a period.
    pub(crate) fn of_band(result: &BandResult, at: Instant) -> Option<Shortfall> {
        let (availability, target) = (result.availability()?, result.target?);
        let item = Item::Availability(result.band);
        let (offered, due) = (availability.numerator(), availability.denominator());
        (!availability.reaches(target)).then(|| Shortfall {
            item,
            at,
            subject: result.band.code().to_owned(),
            detail: Said::new(
                format!(
                    "{}が目標の{target}%に届きません：{offered}秒÷{due}秒＝{availability}%",
                    item.label().ja
                ),
                format!(
                    "{} is below the target of {target} %: {offered} s / {due} s = {availability} %",
                    item.label().en
                ),
            ),
        })
    }

    /// Something late that nothing excuses.
    pub(crate) fn of_late(late: &Late) -> Option<Shortfall> {
        let Late { hours, limit, .. } = late;
        let business = Words::new(
            match late.kind {
                LateKind::FirstResponse => "業務時間で",
                LateKind::Update => "公開から",
            },
            match late.kind {
                LateKind::FirstResponse => "business hours",
                LateKind::Update => "hours from release",
            },
        );
        let (came_ja, came_en) = match late.came {
            Some(came) => (format!("実際は{came}でした"), format!("it came at {came}")),
            None => ("まだ済んでいません".to_owned(), "it has not come".to_owned()),
        };
        (!late.excused).then(|| Shortfall {
            item: late.kind.into(),
            at: *limit,
            subject: late.id.clone(),
            detail: Said::new(
                format!("{}{hours}時間の期限は{limit}で、{came_ja}", business.ja),
                format!("The limit of {hours} {} was {limit}; {came_en}", business.en),
            ),
        })
    }

    /// A finding on an annexed item, where the terms count it.
    pub(crate) fn of_finding(finding: &AnnexedFinding) -> Shortfall {
        Shortfall {
            item: Item::Annexed,
            at: finding.start,
            subject: finding.id.clone(),
            detail: Said::new("巻末の事項が守られていません", "An annexed item was not observed"),
        }
    }
}
