//! What holds for every table: each state is reached, and each that is open leads on.

#[cfg(test)]
mod tests {
    use crate::procedures::machine::{Machine, State, Way};
    use crate::procedures::{MaintenanceClass, exchange, handling, incident, ledgers};
    use mamori_domain::{DisposalWay, ProvisionPurpose};

    fn all() -> Vec<&'static Machine> {
        use MaintenanceClass::*;
        let classes = [
            AfterReport,
            NoticeAndReport,
            ConsentAndReport,
            ApprovalAndApprovedReport,
            Exception,
        ];
        let mut all: Vec<&'static Machine> = classes.into_iter().map(MaintenanceClass::machine).collect();
        all.extend([&incident::MACHINE, &exchange::INFORMATION, &exchange::THIRD_PARTY]);
        all.extend(
            ProvisionPurpose::ALL
                .iter()
                .map(|purpose| exchange::data(*purpose)),
        );
        all.extend(DisposalWay::ALL.iter().map(|way| exchange::disposal(*way)));
        all.extend([&handling::TAKE_OUT, &handling::RETURN_CHECK, &handling::CHANGE]);
        all.extend([
            handling::erasure(false),
            handling::erasure(true),
            &handling::EMERGENCY_VIEWING,
        ]);
        all.extend([&ledgers::MEDIA, &ledgers::BACKUPS]);
        all
    }

    fn states(machine: &'static Machine) -> Vec<&'static State> {
        let mut reached = vec![machine.first];
        let mut at = 0;
        while at < reached.len() {
            for transition in machine.from(reached[at]) {
                reached.extend(transition.to.filter(|to| !reached.contains(to)));
            }
            at += 1;
        }
        reached
    }

    #[test]
    fn what_is_open_is_owed_by_somebody_and_what_rests_owes_nothing() {
        for machine in all() {
            for state in states(machine) {
                let owed = machine
                    .from(state)
                    .filter(|transition| transition.way == Way::Owed);
                assert_eq!(
                    owed.count() > 0,
                    state.open,
                    "{} of {}",
                    state.code,
                    machine.words.en
                );
            }
        }
    }

    #[test]
    fn from_every_state_the_owed_steps_lead_to_rest() {
        for machine in all() {
            for mut state in states(machine) {
                for _ in 0..20 {
                    let owed = |transition: &&'static crate::procedures::machine::Transition| {
                        transition.way == Way::Owed
                    };
                    let Some(transition) = machine.from(state).find(owed) else {
                        break;
                    };
                    state = transition.to.expect("what is owed leads on");
                }
                assert!(!state.open, "{} of {}", state.code, machine.words.en);
            }
        }
    }

    #[test]
    fn of_steps_alike_from_one_state_each_is_for_another_side() {
        for machine in all() {
            for state in states(machine) {
                let from: Vec<_> = machine.from(state).collect();
                for (at, one) in from.iter().enumerate() {
                    let same = |other: &&&crate::procedures::machine::Transition| {
                        other.step == one.step && other.by.iter().any(|side| one.by.contains(side))
                    };
                    let twice = from[at + 1..].iter().find(same);
                    assert!(twice.is_none(), "{:?} from {}", one.step, state.code);
                }
            }
        }
    }
}
