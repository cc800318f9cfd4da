//! Flows of what is kept, carried and sent: media, transports and connections.

use super::{Rules, STORED_UNTIL_END};
use crate::derive::Thing;
use crate::derive::flows::Proposal;
use crate::derive::index::{end_verbs, phase_of, yes};
use mamori_domain::{
    Connection, Equipment, EquipmentKind, Id, Information, Layer, Medium, Phase, Site, Transport, Verb, Words,
};

const KEPT: Words = Words::new(
    "この情報の入った媒体を保管するため",
    "A medium with this information is kept",
);
const CARRIED: Words = Words::new(
    "この情報の入った媒体を搬送するため",
    "A medium with this information is transported",
);
const PASSES: Words = Words::new(
    "この情報が接続を通るため",
    "The information passes over the connection",
);
const SETTINGS_AT_END: Words = Words::new(
    "接続の設定情報を、終了時に処分するため",
    "The settings of the connection are dealt with at the end of the contract",
);

impl<'a> Rules<'_, 'a> {
    /// What a medium holds, seen from the platform where it has a name there.
    fn held(&self, medium: &'a Medium) -> Vec<(Layer, &'a Information)> {
        let below = [Layer::Platform, Layer::Application, Layer::Infrastructure];
        let seen = |information| {
            below
                .into_iter()
                .find_map(|layer| Some((layer, self.index.seen_as(information, layer)?)))
        };
        self.look_up(&medium.stores)
            .into_iter()
            .filter_map(seen)
            .collect()
    }

    pub(super) fn medium(&mut self, medium: &'a Medium) {
        let keepers = self.index.keepers(&medium.id);
        for (layer, information) in self.held(medium) {
            let kept = Proposal {
                phase: Phase::Operation,
                layer,
                verb: Verb::Keep,
                who: keepers.iter().map(|person| &person.id).collect(),
                carrier: None,
                site: &medium.site,
                other_site: None,
                thing: Thing::Medium(medium.id.clone()),
                information,
                reason: KEPT,
            };
            for verb in end_verbs(medium.at_end, self.index.is_returned(information)) {
                let (who, thing) = (Vec::new(), kept.thing.clone());
                let phase = Phase::ContractEnd;
                let reason = STORED_UNTIL_END;
                self.proposals.push(Proposal {
                    phase,
                    verb: *verb,
                    who,
                    thing,
                    reason,
                    ..kept
                });
            }
            self.proposals.push(kept);
        }
    }

    pub(super) fn transport(&mut self, transport: &'a Transport) {
        let Some(medium) = self.index.medium(&transport.medium) else {
            return;
        };
        for (layer, information) in self.held(medium) {
            self.proposals.push(Proposal {
                phase: Phase::Operation,
                layer,
                verb: Verb::Transport,
                who: Vec::new(),
                carrier: transport.carrier.as_ref(),
                site: &transport.from,
                other_site: (transport.to != transport.from).then_some(&transport.to),
                thing: Thing::Transport(transport.id.clone()),
                information,
                reason: CARRIED,
            });
        }
    }

    pub(super) fn connection(&mut self, connection: &'a Connection) {
        let index = self.index;
        let Some(from) = index.equipment(&connection.from) else {
            return;
        };
        let ends: Vec<&'a Equipment> = connection
            .to
            .iter()
            .filter_map(|id| index.equipment(id))
            .collect();
        let here = index.premises(&from.site);
        let other_site: Option<&'a Id<Site>> = ends
            .iter()
            .map(|end| &end.site)
            .find(|site| index.premises(site) != here);
        for phase in phases_of(connection, from, &ends).iter().copied() {
            for information in self.look_up(&connection.carries) {
                let Some(seen) = index.seen_as(information, Layer::Infrastructure) else {
                    continue;
                };
                self.over(connection, from, other_site, phase, Verb::Transfer, seen, PASSES);
            }
        }
        self.connection_at_end(connection, from, &ends, other_site);
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one flow, passed once")]
    fn over(
        &mut self,
        connection: &'a Connection,
        from: &'a Equipment,
        other_site: Option<&'a Id<Site>>,
        phase: Phase,
        verb: Verb,
        information: &'a Information,
        reason: Words,
    ) {
        self.proposals.push(Proposal {
            phase,
            layer: Layer::Infrastructure,
            verb,
            who: Vec::new(),
            carrier: connection.carrier.as_ref(),
            site: &from.site,
            other_site,
            thing: Thing::Connection(connection.id.clone()),
            information,
            reason,
        });
    }

    /// The settings of a line are what its ends store on the infrastructure; where they store
    /// nothing, any settings of the infrastructure the model knows.
    fn connection_at_end(
        &mut self,
        connection: &'a Connection,
        from: &'a Equipment,
        ends: &[&'a Equipment],
        other_site: Option<&'a Id<Site>>,
    ) {
        // Here the field speaks of the settings themselves, so that what it says is meant of them.
        let verbs = end_verbs(connection.at_end, true);
        if verbs.is_empty() {
            return;
        }
        let index = self.index;
        let is_setting = |information: &&'a Information| {
            information.layers.contains(&Layer::Infrastructure) && !index.is_name_for_others(&information.id)
        };
        let stored = std::iter::once(&from)
            .chain(ends)
            .flat_map(|end| self.look_up(&end.stores));
        let mut settings: Vec<&'a Information> = stored.filter(is_setting).collect();
        if settings.is_empty() {
            settings = index.service.information.iter().filter(is_setting).collect();
        }
        for information in settings {
            for verb in verbs {
                let phase = Phase::ContractEnd;
                self.over(
                    connection,
                    from,
                    other_site,
                    phase,
                    *verb,
                    information,
                    SETTINGS_AT_END,
                );
            }
        }
    }
}

/// The phases in which a line is used: development where all at one end is for development or
/// maintenance, operation otherwise; both where ends of either sort hang on it. Remote maintenance
/// is done while developing and while operating, so a line for it has both.
fn phases_of(connection: &Connection, from: &Equipment, ends: &[&Equipment]) -> &'static [Phase] {
    let in_development = |end: &Equipment| phase_of(end) == Phase::Development;
    let develops = |end: &Equipment| in_development(end) || end.kind == EquipmentKind::MaintenanceTerminal;
    let only = develops(from) || (!ends.is_empty() && ends.iter().all(|end| develops(end)));
    let both = yes(connection.remote_maintenance) || (!only && ends.iter().any(|end| in_development(end)));
    match (both, only) {
        (true, _) => &[Phase::Development, Phase::Operation],
        (false, true) => &[Phase::Development],
        (false, false) => &[Phase::Operation],
    }
}
