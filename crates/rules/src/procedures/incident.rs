//! Incidents: told, remedied, and prevented from coming again (GL 3.2.3).

use super::machine::{Machine, Need, State, Transition};
use super::sides::{INSTITUTION, PROVIDER, WORKER};
use mamori_domain::{StepKind, Words};

const KNOWN: State = State::open("known", "把握", "known");
const TOLD: State = State::open("told", "報告済み（復旧前）", "reported, not yet remedied");
const REMEDIED_UNTOLD: State = State::open(
    "remedied_untold",
    "復旧済み（報告前）",
    "remedied, not yet reported",
);
const REMEDIED: State = State::open("remedied", "報告・復旧済み", "reported and remedied");
const PROPOSED: State = State::open(
    "prevention_proposed",
    "再発防止策を提案済み",
    "prevention proposed",
);
const AGREED: State = State::open("prevention_agreed", "再発防止策に合意済み", "prevention agreed");
const CLOSED: State = State::rest("closed", "完了", "closed");

const ALWAYS: &[&State] = &[
    &KNOWN,
    &TOLD,
    &REMEDIED_UNTOLD,
    &REMEDIED,
    &PROPOSED,
    &AGREED,
    &CLOSED,
];
const AFTER_TELLING: &[&State] = &[&TOLD, &REMEDIED, &PROPOSED, &AGREED, &CLOSED];

/// The table. Reports to the authority and to the persons concerned stand beside the way: the law, not
/// the contract, says when they are owed.
pub(super) static MACHINE: Machine = Machine {
    words: Words::new("事故への対応", "Response to an incident"),
    first: &KNOWN,
    transitions: &[
        Transition::owed(&[&KNOWN], StepKind::Reported, &TOLD, PROVIDER, &[Need::Text]),
        Transition::owed(
            &[&REMEDIED_UNTOLD],
            StepKind::Reported,
            &REMEDIED,
            PROVIDER,
            &[Need::Text],
        ),
        Transition::possible(AFTER_TELLING, StepKind::Reported, None, PROVIDER, &[Need::Text]),
        Transition::possible(
            &[&KNOWN],
            StepKind::Remedied,
            Some(&REMEDIED_UNTOLD),
            WORKER,
            &[Need::Text],
        ),
        Transition::owed(&[&TOLD], StepKind::Remedied, &REMEDIED, WORKER, &[Need::Text]),
        Transition::owed(
            &[&REMEDIED],
            StepKind::PreventionProposed,
            &PROPOSED,
            PROVIDER,
            &[Need::Text],
        ),
        Transition::owed(
            &[&PROPOSED],
            StepKind::PreventionAgreed,
            &AGREED,
            INSTITUTION,
            &[],
        ),
        Transition::possible(
            &[&PROPOSED],
            StepKind::Refused,
            Some(&REMEDIED),
            INSTITUTION,
            &[Need::Text],
        ),
        Transition::owed(
            &[&AGREED],
            StepKind::PreventionDone,
            &CLOSED,
            PROVIDER,
            &[Need::Text],
        ),
        Transition::possible(
            ALWAYS,
            StepKind::AuthorityPreliminary,
            None,
            PROVIDER,
            &[Need::Text],
        ),
        Transition::possible(ALWAYS, StepKind::AuthorityFinal, None, PROVIDER, &[Need::Text]),
        Transition::possible(ALWAYS, StepKind::PersonsNotified, None, PROVIDER, &[Need::Text]),
    ],
};
