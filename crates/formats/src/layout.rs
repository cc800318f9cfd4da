//! The kinds of things a format has: what every reader judges names by.
//!
//! A file is read by the layout of the format it says it has, so a name that was right when it was
//! written is right for ever, and one that was wrong is told in the words of its own format.

use mamori_domain::build::Kind;
use mamori_domain::description::{KindDescription, Level};
use mamori_domain::{FORMAT, Institution, Organisation, Service, Settings};

/// The kinds of one level in the order they are written.
pub type Kinds = &'static [&'static KindDescription];

/// The kinds of one format. A layout of the past keeps the old descriptions of what changed since.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// The format's number.
    pub number: i64,
    /// The settings: one kind, with a field `format`.
    pub workspace: Kinds,
    /// The kinds of the organisation.
    pub organisation: Kinds,
    /// The kinds of a service, its own single thing first.
    pub service: Kinds,
    /// The kinds of an institution, its own single thing first.
    pub institution: Kinds,
}

impl Layout {
    /// The layout this program writes.
    pub const NEWEST: Layout = Layout {
        number: FORMAT,
        workspace: &[Settings::DESCRIPTION],
        organisation: Organisation::KINDS,
        service: Service::KINDS,
        institution: Institution::KINDS,
    };

    /// The kinds of a level.
    pub fn kinds(&self, level: Level) -> Kinds {
        match level {
            Level::Workspace => self.workspace,
            Level::Organisation => self.organisation,
            Level::Service => self.service,
            Level::Institution => self.institution,
        }
    }
}
