//! The state of a service as its one public place shows it: the latest notice (別紙1-II 4.4 (2), 6.4).

use mamori_domain::{OutageNotice, ServiceState};

/// What the public place shows now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage<'a> {
    /// The state of the service.
    pub state: ServiceState,
    /// The notice that says so.
    pub latest: &'a OutageNotice,
    /// The notice that began the outage.
    pub since: &'a OutageNotice,
}

/// The current outage by the log of notices, in the order they stand; nothing while the service runs.
pub fn current(notices: &[OutageNotice]) -> Option<Outage<'_>> {
    let latest = notices
        .last()
        .filter(|notice| notice.state != ServiceState::Running)?;
    let running = notices
        .iter()
        .rposition(|notice| notice.state == ServiceState::Running);
    let since = notices.get(running.map_or(0, |at| at + 1))?;
    Some(Outage {
        state: latest.state,
        latest,
        since,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::{FieldValue, Id, Moment, Prose};

    #[test]
    fn an_outage_lasts_from_the_first_notice_after_running_to_the_next_that_says_running() {
        let notice = |(at, state): (usize, &ServiceState)| OutageNotice {
            id: Id::parse(&format!("n{at}")).expect("an id"),
            at: Moment::read(&format!("2026-10-0{}T10:00+09:00", at + 1)).expect("a moment"),
            state: *state,
            what: Prose::read("停止").expect("prose"),
            outlook: None,
            channels: Vec::new(),
            judged_by: None,
        };
        use ServiceState::{Restored, Running, Stopped};
        let log = |states: &[ServiceState]| states.iter().enumerate().map(notice).collect::<Vec<_>>();
        let ended = log(&[Stopped, Restored, Running]);
        assert_eq!(current(&ended), None);
        let again = log(&[Stopped, Running, Stopped, Restored]);
        let outage = current(&again).expect("it goes on");
        assert_eq!((outage.state, outage.since.id.as_str()), (Restored, "n2"));
    }
}
