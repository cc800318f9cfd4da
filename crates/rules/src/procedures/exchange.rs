//! What is asked for and handed over: information, data, everything at the contract's end, and what
//! goes to third parties (別紙1-II 6.2, 6.6; GL 3.2.2; 別紙2 1.7①-11, 1.8①).

use super::machine::{Machine, Need, State, Transition};
use super::sides::{EITHER, INSTITUTION, PROVIDER, WORKER};
use mamori_domain::{DisposalWay, ProvisionPurpose, StepKind, Words};

const ASKED: State = State::open("asked", "依頼を受けた", "asked");
const SETTLED: State = State::open("settled", "条件を取決め済み", "terms settled");
const AGREED: State = State::open("agreed", "合意済み", "agreed");
const DELIVERED: State = State::open(
    "delivered",
    "引渡し済み（確認待ち）",
    "delivered, awaiting confirmation",
);
const CONFIRMED: State = State::open("confirmed", "確認済み（消去前）", "confirmed, not yet erased");
const ERASED: State = State::open("erased", "消去済み（報告前）", "erased, not yet reported");
const PLANNED: State = State::open("planned", "予定", "planned");
const DONE: State = State::open("done", "実施済み（確認待ち）", "done, awaiting confirmation");
const KEPT: State = State::open("kept", "保持中", "kept");
const PROVIDED: State = State::open("provided", "提供済み（報告前）", "provided, not yet reported");
const CLOSED: State = State::rest("closed", "完了", "closed");
const REFUSED: State = State::rest(
    "refused",
    "断った（理由と代わりの資料あり）",
    "refused, with reason and substitute",
);
const CANCELLED: State = State::rest("cancelled", "取りやめ", "cancelled");

/// A request for information (別紙1-II 6.6 (2), (3)).
pub(super) static INFORMATION: Machine = Machine {
    words: Words::new("情報の提供の求め", "Request for information"),
    first: &ASKED,
    transitions: &[
        Transition::owed(&[&ASKED], StepKind::Settled, &SETTLED, EITHER, &[]),
        Transition::owed(&[&SETTLED], StepKind::Given, &CLOSED, PROVIDER, &[Need::Text]),
        Transition::possible(
            &[&ASKED, &SETTLED],
            StepKind::Refused,
            Some(&REFUSED),
            PROVIDER,
            &[Need::Text],
        ),
        Transition::possible(
            &[&ASKED, &SETTLED],
            StepKind::Cancelled,
            Some(&CANCELLED),
            INSTITUTION,
            &[],
        ),
    ],
};

const AGREE: Transition = Transition::owed(&[&ASKED], StepKind::Agreed, &AGREED, EITHER, &[]);
const DELIVER: Transition = Transition::owed(
    &[&AGREED],
    StepKind::Delivered,
    &DELIVERED,
    PROVIDER,
    &[Need::Text],
);
const REDELIVER: Transition = Transition::possible(
    &[&DELIVERED],
    StepKind::Refused,
    Some(&AGREED),
    INSTITUTION,
    &[Need::Text],
);
const WITHDRAW: Transition = Transition::possible(
    &[&ASKED, &AGREED],
    StepKind::Cancelled,
    Some(&CANCELLED),
    INSTITUTION,
    &[],
);

/// The table of a provision or return of data: a return ends with the erasing and its report
/// (別紙1-II 6.2 (3), (4)).
pub(super) fn data(purpose: ProvisionPurpose) -> &'static Machine {
    match purpose {
        ProvisionPurpose::Provision => &PROVISION,
        ProvisionPurpose::Return => &RETURN,
    }
}

static PROVISION: Machine = Machine {
    words: Words::new("データの提供", "Provision of data"),
    first: &ASKED,
    transitions: &[
        AGREE,
        DELIVER,
        Transition::owed(
            &[&DELIVERED],
            StepKind::Confirmed,
            &CLOSED,
            INSTITUTION,
            &[Need::Name],
        ),
        REDELIVER,
        WITHDRAW,
    ],
};

static RETURN: Machine = Machine {
    words: Words::new("データの返却", "Return of data"),
    first: &ASKED,
    transitions: &[
        AGREE,
        DELIVER,
        Transition::owed(
            &[&DELIVERED],
            StepKind::Confirmed,
            &CONFIRMED,
            INSTITUTION,
            &[Need::Name],
        ),
        REDELIVER,
        Transition::owed(&[&CONFIRMED], StepKind::Erased, &ERASED, WORKER, &[Need::Text]),
        Transition::owed(&[&ERASED], StepKind::Reported, &CLOSED, PROVIDER, &[Need::Text]),
        WITHDRAW,
    ],
};

/// The table of what becomes of a thing at the end of the contract (GL 3.2.2, 別紙2 1.8①).
pub(super) fn disposal(way: DisposalWay) -> &'static Machine {
    match way {
        DisposalWay::Keep => &KEEPING,
        DisposalWay::Return | DisposalWay::Transfer | DisposalWay::Dispose => &DISPOSAL,
    }
}

static DISPOSAL: Machine = Machine {
    words: Words::new(
        "契約終了時の返却・移管・廃棄",
        "Return, transfer or disposal at contract end",
    ),
    first: &PLANNED,
    transitions: &[
        Transition::owed(
            &[&PLANNED],
            StepKind::Performed,
            &DONE,
            WORKER,
            &[Need::Time, Need::Name],
        ),
        Transition::owed(&[&DONE], StepKind::Confirmed, &CLOSED, INSTITUTION, &[Need::Name]),
        Transition::possible(
            &[&DONE],
            StepKind::Refused,
            Some(&PLANNED),
            INSTITUTION,
            &[Need::Text],
        ),
    ],
};

static KEEPING: Machine = Machine {
    words: Words::new("契約終了後の保持", "Keeping after the contract's end"),
    first: &PLANNED,
    transitions: &[
        Transition::owed(&[&PLANNED], StepKind::Agreed, &KEPT, INSTITUTION, &[Need::Name]),
        Transition::owed(
            &[&KEPT],
            StepKind::Performed,
            &DONE,
            WORKER,
            &[Need::Time, Need::Name],
        ),
        Transition::owed(&[&DONE], StepKind::Confirmed, &CLOSED, INSTITUTION, &[Need::Name]),
    ],
};

/// Provision to a third party on instruction (別紙2 1.7①-11).
pub(super) static THIRD_PARTY: Machine = Machine {
    words: Words::new(
        "指示による第三者提供",
        "Provision to a third party on instruction",
    ),
    first: &ASKED,
    transitions: &[
        Transition::owed(&[&ASKED], StepKind::Given, &PROVIDED, PROVIDER, &[Need::Time]),
        Transition::owed(&[&PROVIDED], StepKind::Reported, &CLOSED, PROVIDER, &[Need::Text]),
        Transition::possible(&[&ASKED], StepKind::Cancelled, Some(&CANCELLED), INSTITUTION, &[]),
    ],
};

/// Whether a disposal in a state leaves nothing to be shown: confirmed by the institution, or kept as
/// agreed with it.
pub(super) fn accounted_for(state: &State) -> bool {
    *state == CLOSED || *state == KEPT
}
