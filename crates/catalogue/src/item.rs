//! A control item: one row of 別紙2.

use crate::{Bilingual, ConditionId, Entry, Facet, GroupId, ItemId, MeasureId, Paper, Phase, ThreatId};
use mamori_words::Words;

/// The class (区分) printed beside a control item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemClass {
    /// ◎: to be observed in one of the former guidelines.
    DoubleCircle,
    /// ○: recommended in the older METI guideline.
    Circle,
    /// The mark is lost in the source we hold. Shown as lost, never guessed.
    Lost,
}

impl ItemClass {
    /// All classes.
    pub const ALL: [ItemClass; 3] = [ItemClass::DoubleCircle, ItemClass::Circle, ItemClass::Lost];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            ItemClass::DoubleCircle => "double_circle",
            ItemClass::Circle => "circle",
            ItemClass::Lost => "lost",
        }
    }

    /// The class with this word.
    pub fn from_code(code: &str) -> Option<ItemClass> {
        ItemClass::ALL.into_iter().find(|class| class.code() == code)
    }

    /// The mark as printed; a dash where it is lost.
    pub fn mark(self) -> &'static str {
        match self {
            ItemClass::DoubleCircle => "◎",
            ItemClass::Circle => "○",
            ItemClass::Lost => "－",
        }
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            ItemClass::DoubleCircle => Words::new("遵守事項", "To be observed"),
            ItemClass::Circle => Words::new("推奨事項", "Recommended"),
            ItemClass::Lost => Words::new("区分不明（原文の欄が欠落）", "Class lost in the source"),
        }
    }
}

/// The second duties an item carries beside doing what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Duties {
    /// Something is agreed with the institution.
    pub agree: bool,
    /// Something is put in writing; [`ControlItem::paper`] says where.
    pub regulation: bool,
    /// Something is reported or submitted to the institution.
    pub submit: bool,
    /// A record is kept.
    pub record: bool,
    /// It is done regularly.
    pub periodic: bool,
    /// Staff are trained.
    pub train: bool,
    /// Subcontractors are bound.
    pub subcontractor: bool,
}

/// A control item (対策項目), GL 別紙2. The statements are ours; the official sentence is laid over by
/// [`crate::official`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlItem {
    /// Its identifier: group and number, for example `1.1.①-1`.
    pub id: ItemId,
    /// The measure (小項目) it belongs to.
    pub measure: MeasureId,
    /// The group (大項目) of that measure.
    pub group: GroupId,
    /// The number as printed, for example `①-1`.
    pub number: String,
    /// The class as printed, or lost.
    pub class: ItemClass,
    /// What the class most likely is where it is lost and the wording tells; never shown as printed.
    pub class_hint: Option<ItemClass>,
    /// The item whose wording this one repeats in the source.
    pub duplicate_of: Option<ItemId>,
    /// Its second duties.
    pub duties: Duties,
    /// The paper it asks for; present exactly where `duties.regulation` is set.
    pub paper: Option<Paper>,
    /// The condition under which it applies; none means always.
    pub condition: Option<ConditionId>,
    /// The phases in which it is done.
    pub phases: Vec<Phase>,
    /// The threats it answers.
    pub threats: Vec<ThreatId>,
    /// The kinds of thing it attaches to, at least one.
    pub applies_to: Vec<Facet>,
    /// What the provider has to do, in short.
    pub duty: Bilingual,
    /// What the institution has to do for it, if anything (GL 4.2).
    pub institution: Option<Bilingual>,
}

impl Entry for ControlItem {
    type Id = ItemId;

    fn id(&self) -> &ItemId {
        &self.id
    }
}
