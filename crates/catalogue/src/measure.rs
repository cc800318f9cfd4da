//! Viewpoints, groups and measures: the order of 別紙2.

use crate::{Bilingual, Entry, GroupId, MeasureId, ViewpointId};

/// A viewpoint (観点) that groups belong to, GL 5.1.5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewpoint {
    /// Its number.
    pub id: ViewpointId,
    /// Its title.
    pub title: Bilingual,
}

/// A group of measures (大項目), GL 別紙2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its number, for example `1.1`.
    pub id: GroupId,
    /// The viewpoint it belongs to.
    pub viewpoint: ViewpointId,
    /// Its title.
    pub title: Bilingual,
}

/// A measure (小項目), GL 別紙2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Group and mark, for example `1.1.①`.
    pub id: MeasureId,
    /// The group it belongs to.
    pub group: GroupId,
    /// Its title.
    pub title: Bilingual,
    /// What can go wrong without it, told in our own words.
    pub scenario: Bilingual,
}

impl Entry for Viewpoint {
    type Id = ViewpointId;

    fn id(&self) -> &ViewpointId {
        &self.id
    }
}

impl Entry for Group {
    type Id = GroupId;

    fn id(&self) -> &GroupId {
        &self.id
    }
}

impl Entry for Measure {
    type Id = MeasureId;

    fn id(&self) -> &MeasureId {
        &self.id
    }
}
