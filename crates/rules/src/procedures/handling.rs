//! Handling of equipment, media and information inside the provider (別紙2 1.1③ ④ ⑥, 1.7①-3).

use super::machine::{Machine, Need, State, Transition};
use super::sides::{PROVIDER, WORKER};
use mamori_domain::{Side, StepKind, Words};

const RECORDED: State = State::open("recorded", "記録済み", "recorded");
const ASKED: State = State::open("asked", "申請中", "asked");
const APPROVED: State = State::open("approved", "承認済み", "approved");
const REFUSED: State = State::rest("refused", "不承認", "refused");
const OUT: State = State::open("out", "持ち出し中", "taken out");
const BACK: State = State::open("back", "返却済み（検証前）", "back, not yet checked");
const LOST: State = State::open("lost", "紛失", "lost");
const PERFORMED: State = State::open("performed", "実施済み（試験前）", "performed, not yet tested");
const TESTED: State = State::open("tested", "試験済み（確認前）", "tested, not yet confirmed");
const ERASED: State = State::open("erased", "消去済み（確認前）", "erased, not yet confirmed");
const CERTIFIED: State = State::open("certified", "証明書あり（報告前）", "certified, not yet reported");
const RESTORED: State = State::rest("restored", "元に戻した", "restored");
const CHECKED: State = State::open("checked", "検証済み（確認前）", "checked, not yet confirmed");
const REPORTABLE: State = State::open("reportable", "承認済み（報告前）", "approved, not yet reported");
const CLOSED: State = State::rest("closed", "完了", "closed");
const CANCELLED: State = State::rest("cancelled", "取りやめ", "cancelled");

const APPROVE: Transition =
    Transition::owed(&[&ASKED], StepKind::Approved, &APPROVED, PROVIDER, &[Need::Name]);
const REFUSE: Transition = Transition::possible(
    &[&ASKED],
    StepKind::Refused,
    Some(&REFUSED),
    PROVIDER,
    &[Need::Text],
);
const CANCEL: Transition = Transition::possible(
    &[&ASKED, &APPROVED],
    StepKind::Cancelled,
    Some(&CANCELLED),
    PROVIDER,
    &[],
);

/// Taking equipment or media out (別紙2 1.1④-6).
pub(super) static TAKE_OUT: Machine = Machine {
    words: Words::new("機器・媒体の持ち出し", "Taking equipment or media out"),
    first: &ASKED,
    transitions: &[
        APPROVE,
        REFUSE,
        Transition::owed(&[&APPROVED], StepKind::TakenOut, &OUT, WORKER, &[Need::Name]),
        Transition::owed(&[&OUT], StepKind::Returned, &BACK, WORKER, &[Need::Name]),
        Transition::possible(&[&OUT], StepKind::Missing, Some(&LOST), WORKER, &[Need::Text]),
        Transition::owed(&[&LOST], StepKind::Found, &BACK, WORKER, &[Need::Text]),
        Transition::owed(&[&BACK], StepKind::Confirmed, &CLOSED, PROVIDER, &[Need::Name]),
        CANCEL,
    ],
};

/// The check of what comes back (別紙2 1.1④-7).
pub(super) static RETURN_CHECK: Machine = Machine {
    words: Words::new("返却時の検証", "Check on return"),
    first: &RECORDED,
    transitions: &[
        Transition::owed(&[&RECORDED], StepKind::Checked, &CHECKED, WORKER, &[Need::Name]),
        Transition::owed(&[&CHECKED], StepKind::Confirmed, &CLOSED, PROVIDER, &[Need::Name]),
        Transition::possible(
            &[&CHECKED],
            StepKind::Refused,
            Some(&RECORDED),
            PROVIDER,
            &[Need::Text],
        ),
    ],
};

/// A change of equipment or software (別紙2 1.1⑥-5).
pub(super) static CHANGE: Machine = Machine {
    words: Words::new("機器・ソフトウェアの変更", "Change of equipment or software"),
    first: &ASKED,
    transitions: &[
        APPROVE,
        REFUSE,
        Transition::possible(&[&APPROVED], StepKind::Notified, None, PROVIDER, &[Need::Text]),
        Transition::owed(
            &[&APPROVED],
            StepKind::Performed,
            &PERFORMED,
            WORKER,
            &[Need::Name],
        ),
        Transition::owed(&[&PERFORMED], StepKind::Tested, &TESTED, WORKER, &[Need::Text]),
        Transition::possible(
            &[&PERFORMED, &TESTED],
            StepKind::Restored,
            Some(&RESTORED),
            WORKER,
            &[Need::Text],
        ),
        Transition::owed(&[&TESTED], StepKind::Confirmed, &CLOSED, PROVIDER, &[Need::Name]),
        CANCEL,
    ],
};

/// Erasing or destroying equipment or a medium; another company proves what it did
/// (別紙2 1.1③-7, ③-8, 1.8①).
pub(super) fn erasure(by_contractor: bool) -> &'static Machine {
    match by_contractor {
        true => &ERASURE_BY_CONTRACTOR,
        false => &ERASURE,
    }
}

const ERASE: Transition = Transition::owed(
    &[&RECORDED],
    StepKind::Erased,
    &ERASED,
    WORKER,
    &[Need::Time, Need::Name],
);

static ERASURE: Machine = Machine {
    words: Words::new("消去・破棄", "Erasure or destruction"),
    first: &RECORDED,
    transitions: &[
        ERASE,
        Transition::owed(&[&ERASED], StepKind::Confirmed, &CLOSED, PROVIDER, &[Need::Name]),
        Transition::possible(&[&CLOSED], StepKind::Reported, None, PROVIDER, &[Need::Text]),
    ],
};

static ERASURE_BY_CONTRACTOR: Machine = Machine {
    words: Words::new("外部に頼んだ消去・破棄", "Erasure or destruction by a contractor"),
    first: &RECORDED,
    transitions: &[
        ERASE,
        Transition::owed(
            &[&ERASED],
            StepKind::Certified,
            &CERTIFIED,
            &[Side::Supplier],
            &[Need::Evidence],
        ),
        Transition::owed(
            &[&CERTIFIED],
            StepKind::Confirmed,
            &CLOSED,
            PROVIDER,
            &[Need::Name],
        ),
        Transition::possible(&[&CLOSED], StepKind::Reported, None, PROVIDER, &[Need::Text]),
    ],
};

/// Viewing in an emergency (別紙2 1.7①-3).
pub(super) static EMERGENCY_VIEWING: Machine = Machine {
    words: Words::new("緊急閲覧", "Emergency viewing"),
    first: &RECORDED,
    transitions: &[
        Transition::owed(
            &[&RECORDED],
            StepKind::Approved,
            &REPORTABLE,
            PROVIDER,
            &[Need::Name],
        ),
        Transition::possible(
            &[&RECORDED],
            StepKind::Refused,
            Some(&REPORTABLE),
            PROVIDER,
            &[Need::Text],
        ),
        Transition::owed(
            &[&REPORTABLE],
            StepKind::Reported,
            &CLOSED,
            PROVIDER,
            &[Need::Text],
        ),
    ],
};
