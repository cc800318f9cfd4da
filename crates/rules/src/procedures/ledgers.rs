//! Ledgers: a medium is looked for at intervals, copied before it wears out, and disposed of
//! (別紙2 1.5②, 3.21②).

use super::machine::{History, Machine, Need, State, Transition};
use super::sides::WORKER;
use mamori_domain::{Date, Months, StepKind, Words, months_later};

const HELD: State = State::rest("held", "保管中", "held");
const MISSING: State = State::open("missing", "所在不明", "missing");
const COPIED: State = State::open("copied", "複写済み（廃棄前）", "copied, not yet disposed of");
const DISPOSED: State = State::rest("disposed", "廃棄済み", "disposed of");

const LOCATE: Transition =
    Transition::possible(&[&HELD, &COPIED], StepKind::Located, None, WORKER, &[Need::Name]);
const LOSE: Transition = Transition::possible(
    &[&HELD, &COPIED],
    StepKind::Missing,
    Some(&MISSING),
    WORKER,
    &[Need::Text],
);
const FIND: Transition = Transition::owed(&[&MISSING], StepKind::Found, &HELD, WORKER, &[Need::Text]);

/// The ledger of media (別紙2 1.5②).
pub(super) static MEDIA: Machine = Machine {
    words: Words::new("媒体の台帳", "Ledger of media"),
    first: &HELD,
    transitions: &[
        LOCATE,
        Transition::possible(&[&HELD], StepKind::Used, None, WORKER, &[Need::Name, Need::Text]),
        LOSE,
        FIND,
        Transition::possible(
            &[&HELD],
            StepKind::Disposed,
            Some(&DISPOSED),
            WORKER,
            &[Need::Name, Need::Text],
        ),
    ],
};

/// The ledger of backups (別紙2 3.21②).
pub(super) static BACKUPS: Machine = Machine {
    words: Words::new("バックアップの台帳", "Ledger of backups"),
    first: &HELD,
    transitions: &[
        LOCATE,
        LOSE,
        FIND,
        Transition::possible(&[&HELD], StepKind::Copied, Some(&COPIED), WORKER, &[Need::Text]),
        Transition::owed(
            &[&COPIED],
            StepKind::Disposed,
            &DISPOSED,
            WORKER,
            &[Need::Name, Need::Text],
        ),
        Transition::possible(
            &[&HELD],
            StepKind::Disposed,
            Some(&DISPOSED),
            WORKER,
            &[Need::Name, Need::Text],
        ),
    ],
};

/// Months between two checks of the whereabouts where the entry names none.
const CHECKED_EVERY: i64 = 12;

/// By when the whereabouts of an entry are checked next: so many months after the last check, or
/// after the day it was entered. Nothing once it is disposed of.
pub fn check_due(history: &History<'_>, since: Date, every: Option<Months>) -> Option<Date> {
    if *history.state() == DISPOSED {
        return None;
    }
    let looked = [StepKind::Located, StepKind::Found];
    let last = looked.iter().filter_map(|step| history.day_of(*step)).max();
    let months = every.map_or(CHECKED_EVERY, |every| every.0);
    months_later(last.unwrap_or(since), months)
}

/// By when a backup has to lie on another medium: the end of its use or the maker's limit, whichever
/// comes first. Nothing once it was copied or disposed of.
pub fn copy_due(history: &History<'_>, use_until: Option<Date>, maker_limit: Option<Date>) -> Option<Date> {
    if [DISPOSED, COPIED].contains(history.state()) {
        return None;
    }
    [use_until, maker_limit].into_iter().flatten().min()
}
