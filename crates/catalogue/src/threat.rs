//! The representative threats that every flow is held against.

use crate::{Bilingual, Entry, ThreatId};

/// A representative threat, GL table 5-1. Providers must look beyond these (GL 5.1.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threat {
    /// For example `T1`.
    pub id: ThreatId,
    /// Its title.
    pub title: Bilingual,
    /// What it means, for a reader who is no engineer.
    pub explanation: Bilingual,
}

impl Entry for Threat {
    type Id = ThreatId;

    fn id(&self) -> &ThreatId {
        &self.id
    }
}
