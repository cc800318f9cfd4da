//! Layers of a service and the forms in which its components are provided.

use crate::{Bilingual, Entry, FormId, LayerId};

/// A layer of a service, GL 2.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// For example `A`.
    pub id: LayerId,
    /// Its title.
    pub title: Bilingual,
    /// What belongs to it.
    pub explanation: Bilingual,
}

/// A form of provision of a component, GL 2.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// For example `1`.
    pub id: FormId,
    /// Its title.
    pub title: Bilingual,
    /// Who supplies and who manages.
    pub explanation: Bilingual,
}

impl Entry for Layer {
    type Id = LayerId;

    fn id(&self) -> &LayerId {
        &self.id
    }
}

impl Entry for Form {
    type Id = FormId;

    fn id(&self) -> &FormId {
        &self.id
    }
}
