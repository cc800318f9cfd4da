//! Which column of a fleet's table means what.

use super::FleetTable;
use crate::suggestion;
use mamori_words::Said;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Contract,
    Start,
    End,
    /// Not looked at.
    Ignored,
}

impl Role {
    /// The columns with their names.
    const NAMED: [(&'static str, Role); 4] = [
        ("contract", Role::Contract),
        ("start", Role::Start),
        ("end", Role::End),
        ("source", Role::Ignored),
    ];

    /// The heading of the column.
    pub(super) fn name(self) -> &'static str {
        let mut named = Role::NAMED.iter();
        named.find(|(_, role)| *role == self).map_or("", |(name, _)| name)
    }
}

/// The columns of a table in their order.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) roles: Vec<Role>,
    /// Whether an empty end means that the stop goes on.
    pub(super) open: bool,
}

impl Layout {
    /// The columns that a row of headings names.
    pub(super) fn read(line: &[u8], table: FleetTable) -> Result<Layout, Said> {
        let known = match table {
            FleetTable::Stops => &Role::NAMED[..],
            FleetTable::Exclusions => &Role::NAMED[..3],
        };
        let line = String::from_utf8_lossy(line);
        let mut roles = Vec::new();
        for heading in line.split(',') {
            let heading = heading.trim().trim_matches('"').trim();
            let role = known.iter().find(|(name, _)| *name == heading);
            let (name, role) = role
                .ok_or_else(|| suggestion::unknown_heading(heading, known.iter().map(|(name, _)| *name)))?;
            if roles.contains(role) {
                return Err(suggestion::twice(name));
            }
            roles.push(*role);
        }
        let mut needed = Role::NAMED[..3].iter();
        match needed.find(|(_, role)| !roles.contains(role)) {
            Some((name, _)) => Err(suggestion::missing(name)),
            None => Ok(Layout {
                roles,
                open: table == FleetTable::Stops,
            }),
        }
    }
}
