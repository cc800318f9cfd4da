//! Likelihood: the facts of the configuration that raise or lower it (GL 5.1.2).
//!
//! The tables say by how much and for which scenarios; what a fact *is* stands here, once, under the
//! same identifier. A figure without facts is the middle of the scale.

use super::index::{Index, Seen, is_open_internet, yes};
use super::{Flow, Judged, Thing};
use mamori_catalogue::{Catalogue, LikelihoodFact, Scenario};
use mamori_domain::{
    Admission, Authentication, Connection, ConnectionMedium, Date, Encryption, Owner, RemovableMedia,
    VpnKind, YesNo,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Likelihood before any fact: the middle step.
const BASE: u8 = 3;

/// What facts look at: the thing of a flow and where it is.
struct Sight<'a> {
    thing: Seen<'a>,
    open_to_internet: bool,
    owner: Option<Owner>,
    as_of: Date,
}

type Fact = (&'static str, fn(&Sight<'_>) -> bool);

/// The facts by identifier. Facts speak of the service as it is before treatment.
const FACTS: &[Fact] = &[
    ("reachable-from-internet", |sight| {
        let internet_vpn = |line: &Connection| line.medium == ConnectionMedium::InternetVpn;
        sight.open_to_internet
            || sight
                .thing
                .connection
                .is_some_and(|line| is_open_internet(line) || internet_vpn(line))
    }),
    ("no-user-authentication", |sight| {
        user_authentication(sight) == Some(Authentication::None)
    }),
    ("user-multi-factor", |sight| {
        user_authentication(sight) == Some(Authentication::MultiFactor)
    }),
    ("no-administrator-authentication", |sight| {
        administrator_authentication(sight) == Some(Authentication::None)
    }),
    ("administrator-multi-factor", |sight| {
        administrator_authentication(sight) == Some(Authentication::MultiFactor)
    }),
    ("weak-admission", |sight| {
        let weak = |line: &Connection| matches!(line.admission, Some(Admission::None | Admission::Mac));
        sight
            .thing
            .connection
            .is_some_and(|line| line.medium == ConnectionMedium::WirelessLan && weak(line))
    }),
    ("certificate-admission", |sight| {
        let certified = |line: &Connection| line.admission == Some(Admission::CertificateMac);
        sight
            .thing
            .connection
            .is_some_and(|line| line.medium == ConnectionMedium::WirelessLan && certified(line))
    }),
    ("outdated-encryption", |sight| {
        use Encryption::{IpsecManual, TlsOld, WpaOld};
        sight
            .thing
            .connection
            .is_some_and(|line| matches!(line.encryption, Some(TlsOld | IpsecManual | WpaOld)))
    }),
    ("open-line-unencrypted", |sight| {
        open_line(sight).is_some_and(|line| line.encryption == Some(Encryption::None))
    }),
    ("open-line-encrypted", |sight| {
        use Encryption::{IpsecIke, Tls12, Tls13, Wpa};
        open_line(sight).is_some_and(|line| matches!(line.encryption, Some(Tls12 | Tls13 | IpsecIke | Wpa)))
    }),
    ("closed-network", |sight| {
        use ConnectionMedium::{ClosedVpn, DedicatedLine};
        sight
            .thing
            .connection
            .is_some_and(|line| matches!(line.medium, DedicatedLine | ClosedVpn))
    }),
    ("clientless-ssl-vpn", |sight| {
        sight
            .thing
            .connection
            .is_some_and(|line| line.vpn == Some(VpnKind::SslClientless))
    }),
    ("any-medium-accepted", |sight| {
        removable_media(sight) == Some(RemovableMedia::Open)
    }),
    ("registered-media-only", |sight| {
        removable_media(sight) == Some(RemovableMedia::Registered)
    }),
    ("personally-owned", |sight| {
        sight
            .thing
            .equipment
            .is_some_and(|equipment| yes(equipment.personal))
    }),
    ("out-of-support", |sight| {
        let until = sight
            .thing
            .equipment
            .and_then(|equipment| equipment.support_until);
        until.is_some_and(|until| until < sight.as_of)
    }),
    ("medium-unencrypted", |sight| {
        sight
            .thing
            .medium
            .is_some_and(|medium| medium.encrypted == Some(YesNo::No))
    }),
    ("medium-encrypted", |sight| {
        sight
            .thing
            .medium
            .is_some_and(|medium| medium.encrypted == Some(YesNo::Yes))
    }),
    ("guarded-transport", |sight| {
        sight
            .thing
            .transport
            .is_some_and(|transport| transport.guarded_by.is_some())
    }),
    ("entry-needed", |sight| {
        let stored_away = matches!(sight.owner, Some(Owner::Provider | Owner::Supplier));
        sight.thing.medium.is_some() && sight.thing.transport.is_none() && stored_away
    }),
];

fn user_authentication(sight: &Sight<'_>) -> Option<Authentication> {
    sight.thing.equipment?.user_authentication
}

fn administrator_authentication(sight: &Sight<'_>) -> Option<Authentication> {
    sight.thing.equipment?.administrator_authentication
}

fn removable_media(sight: &Sight<'_>) -> Option<RemovableMedia> {
    sight.thing.equipment?.removable_media
}

/// A line that strangers can reach: by radio or over the internet.
fn open_line<'a>(sight: &Sight<'a>) -> Option<&'a Connection> {
    use ConnectionMedium::{Internet, InternetVpn, Mobile, WirelessLan};
    sight
        .thing
        .connection
        .filter(|line| matches!(line.medium, WirelessLan | Internet | InternetVpn | Mobile))
}

/// Which rows of the likelihood table hold for a thing: bit by place in the table.
pub(super) type Holding = u64;

/// The likelihood table made ready.
pub(super) struct Likelihood<'a> {
    catalogue: &'a Catalogue,
    /// What each row of the table looks at.
    facts: Vec<fn(&Sight<'_>) -> bool>,
    /// By place of a scenario: the rows that bear on it.
    bearing: Vec<Holding>,
    /// The figures found so far, by the rows that move them.
    judged: BTreeMap<Holding, Judged>,
}

impl<'a> Likelihood<'a> {
    pub(super) fn new(catalogue: &'a Catalogue) -> Self {
        let tables = catalogue.derivation();
        let definition = |id: &str| FACTS.iter().find(|(name, _)| *name == id).map(|(_, fact)| *fact);
        let never: fn(&Sight<'_>) -> bool = |_| false;
        let bearing = |scenario: &Scenario| {
            let mut rows = 0;
            for (place, row) in tables.likelihood.iter().enumerate().take(Holding::BITS as usize) {
                if row.threats.covers(scenario.threat.as_str()) && row.scenarios.covers(&scenario.id) {
                    rows |= 1 << place;
                }
            }
            rows
        };
        Likelihood {
            catalogue,
            facts: tables
                .likelihood
                .iter()
                .map(|row| definition(&row.id).unwrap_or(never))
                .collect(),
            bearing: tables.scenarios.iter().map(bearing).collect(),
            judged: BTreeMap::new(),
        }
    }

    /// The rows that hold for a flow by a thing.
    pub(super) fn holding(&self, index: &Index<'_>, flow: &Flow, thing: Seen<'_>, as_of: Date) -> Holding {
        let sight = Sight {
            thing,
            open_to_internet: match &flow.thing {
                Thing::Equipment(id) => index.is_open_to_internet(id),
                _ => false,
            },
            owner: index.owner(&flow.site),
            as_of,
        };
        let rows = self.facts.iter().take(Holding::BITS as usize).enumerate();
        rows.fold(0, |holding, (place, fact)| {
            holding | (Holding::from(fact(&sight)) << place)
        })
    }

    /// The likelihood of a scenario where some rows hold.
    pub(super) fn judge(&mut self, scenario: usize, holding: Holding) -> Judged {
        let rows = self.bearing[scenario] & holding;
        let table = self.catalogue.derivation().likelihood.as_slice();
        self.judged
            .entry(rows)
            .or_insert_with(|| moved(table, rows))
            .clone()
    }
}

/// The middle of the scale, moved by rows of the table.
fn moved(table: &[LikelihoodFact], rows: Holding) -> Judged {
    let bearing = table.iter().enumerate().filter(|(place, _)| {
        let bit = u32::try_from(*place)
            .ok()
            .and_then(|place| rows.checked_shr(place));
        bit.is_some_and(|bit| bit & 1 == 1)
    });
    let facts: Arc<[_]> = bearing.map(|(_, row)| (row.id.clone(), row.effect)).collect();
    Judged {
        value: super::steps(BASE, &facts),
        base: BASE,
        facts,
        decided: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_fact_of_the_data_is_defined_and_every_definition_used() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let table = &catalogue.derivation().likelihood;
        let told: BTreeSet<&str> = table.iter().map(|row| &*row.id).collect();
        let defined: BTreeSet<&str> = FACTS.iter().map(|(id, _)| *id).collect();
        assert_eq!(told, defined);
        assert_eq!(defined.len(), FACTS.len(), "a fact is defined twice");
        assert!(FACTS.len() <= Holding::BITS as usize);
    }

    #[test]
    fn every_fact_bears_on_a_scenario() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let likelihood = Likelihood::new(&catalogue);
        let all = likelihood.bearing.iter().fold(0, |all, rows| all | rows);
        for (place, row) in catalogue.derivation().likelihood.iter().enumerate() {
            assert!(all >> place & 1 == 1, "{} bears on nothing", row.id);
        }
    }
}
