//! What is left when a contract ends: everything that stores information and has no confirmed record
//! of what became of it (GL 3.2.2, 別紙2 1.8①).

use super::exchange;
use super::machine::{History, State};
use mamori_domain::{
    Disposal, Equipment, Id, Institution, Medium, RecordKind, Said, Service, ServiceProfile,
};

/// A thing that stores information and is not yet accounted for.
#[derive(Debug, Clone, Copy)]
pub struct Left<'a> {
    /// Its name.
    pub name: &'a str,
    /// The id of its record; empty while there is none.
    pub record: &'a str,
    /// Where the record stands.
    at: Option<&'static State>,
}

impl Left<'_> {
    /// What is known of it, to follow its name.
    pub fn state(&self) -> Said {
        match self.at {
            None => Said::new(
                "返却・移管・廃棄の記録がありません",
                "has no record of return, transfer or disposal",
            ),
            Some(state) => Said::new(
                format!("まだ「{}」です", state.words.ja),
                format!("is only \"{}\"", state.words.en),
            ),
        }
    }
}

/// The devices and media of a service that store information and have no disposal towards an
/// institution that it confirmed, or agreed to keep. Empty: the contract's end is complete.
pub fn left_at_end<'a>(
    id: &Id<ServiceProfile>,
    service: &'a Service,
    institution: &'a Institution,
) -> Vec<Left<'a>> {
    let records: Vec<(&Disposal, &'static State)> = institution
        .disposals
        .iter()
        .filter(|row| row.service == *id)
        .map(|row| (row, state(row, institution)))
        .collect();
    let mut left = Vec::new();
    let mut look = |name: &'a str, holds: &dyn Fn(&Disposal) -> bool| {
        let own = || records.iter().filter(|(row, _)| holds(row));
        if own().any(|(_, state)| exchange::accounted_for(state)) {
            return;
        }
        let open = own().next();
        left.push(Left {
            name,
            record: open.map_or("", |(row, _)| row.id.as_str()),
            at: open.map(|(_, state)| *state),
        });
    };
    let devices = |row: &&Equipment| !row.stores.is_empty();
    for thing in service.equipment.iter().filter(devices) {
        look(&thing.name, &|row: &Disposal| {
            row.equipment.as_ref() == Some(&thing.id)
        });
    }
    let media = |row: &&Medium| !row.stores.is_empty();
    for thing in service.media.iter().filter(media) {
        look(&thing.name, &|row: &Disposal| {
            row.medium.as_ref() == Some(&thing.id)
        });
    }
    left
}

fn state(row: &Disposal, institution: &Institution) -> &'static State {
    let own = institution
        .steps
        .iter()
        .filter(|step| step.kind == RecordKind::Disposal && step.record.trim() == row.id.as_str());
    match History::read(exchange::disposal(row.way), own) {
        Ok(history) => history.state(),
        Err(illegal) => illegal.before.state(),
    }
}
