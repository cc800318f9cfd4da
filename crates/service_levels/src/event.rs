//! What happened during a service: stops, slowdowns, updates, findings on annexed items, and what was
//! judged about them (GL 別紙1-II 4.1, 6.3 (2), 7.1).

use crate::{Instant, Interval, Terms};
use mamori_words::Words;
use std::collections::BTreeMap;

/// Why something stopped or was late, as it was judged (GL 別紙1-II 7.1 (2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Cause {
    /// The provider's; it counts. So does what nobody judged yet.
    #[default]
    Provider,
    /// One of the four that are left out of the calculation.
    Excluded(ExcludedCause),
    /// Load beyond the agreed performance: left out only if the terms define that performance.
    Overload,
}

/// A class of causes left out of the calculation (GL 別紙1-II 7.1 (2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExcludedCause {
    /// Maintenance, installation, reorganisation that both sides agreed beforehand.
    AgreedBeforehand,
    /// Power, carriers, force majeure, other companies.
    BeyondControl,
    /// The institution's own doing, equipment or orders.
    Institution,
    /// Others: an environment that is not supported, and what both sides agreed on.
    OtherExcluded,
}

impl ExcludedCause {
    /// All four in the order of the guideline.
    pub const ALL: [ExcludedCause; 4] = [
        ExcludedCause::AgreedBeforehand,
        ExcludedCause::BeyondControl,
        ExcludedCause::Institution,
        ExcludedCause::OtherExcluded,
    ];

    /// Its name in files.
    pub const fn code(self) -> &'static str {
        match self {
            ExcludedCause::AgreedBeforehand => "agreed_beforehand",
            ExcludedCause::BeyondControl => "beyond_control",
            ExcludedCause::Institution => "institution",
            ExcludedCause::OtherExcluded => "other_excluded",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Words {
        match self {
            ExcludedCause::AgreedBeforehand => Words::new("事前に合意された事由", "agreed beforehand"),
            ExcludedCause::BeyondControl => Words::new("制御できない事由", "beyond control"),
            ExcludedCause::Institution => Words::new("医療機関等の責任に帰する事由", "the institution's"),
            ExcludedCause::OtherExcluded => Words::new("その他の除外事由", "other excluded"),
        }
    }
}

impl Cause {
    /// The names in files.
    pub const CODES: [&'static str; 6] = [
        "provider",
        "agreed_beforehand",
        "beyond_control",
        "institution",
        "other_excluded",
        "overload",
    ];

    /// The cause of a name; nothing if there is none of that name.
    pub fn from_code(code: &str) -> Option<Cause> {
        match code {
            "provider" => Some(Cause::Provider),
            "overload" => Some(Cause::Overload),
            _ => {
                let mut classes = ExcludedCause::ALL.into_iter();
                classes.find(|class| class.code() == code).map(Cause::Excluded)
            }
        }
    }

    /// The class by which the cause is left out under some terms; nothing if it counts.
    pub fn excluded(self, terms: &Terms) -> Option<ExcludedCause> {
        match self {
            Cause::Provider => None,
            Cause::Excluded(class) => Some(class),
            Cause::Overload => terms.performance_defined.then_some(ExcludedCause::OtherExcluded),
        }
    }
}

/// When a fault came to be known, and when its cause was reported (GL 別紙1-II 4.1 ②).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Response {
    /// When the provider noticed.
    pub detected: Option<Instant>,
    /// When the institution called.
    pub called: Option<Instant>,
    /// When the cause was investigated and reported; an acknowledgement is not it.
    pub responded: Option<Instant>,
}

impl Response {
    /// When the clock of the first response starts; nothing while nobody knows of the fault.
    pub fn clock_start(&self) -> Option<Instant> {
        self.detected.into_iter().chain(self.called).min()
    }
}

/// The service, or a part of it, was stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its id, unique among stops.
    pub id: String,
    /// Its first second.
    pub start: Instant,
    /// The second after its last; nothing while it goes on.
    pub end: Option<Instant>,
    /// Why.
    pub cause: Cause,
    /// Whether only a part of the service was stopped.
    pub partial: bool,
    /// Whether a partial stop seriously hindered the institution's work.
    pub hinders: bool,
    /// What became of the first response.
    pub response: Response,
    /// Evidence and remarks.
    pub note: String,
}

impl Stop {
    /// Whether it is a stop in the guideline's sense: the whole service, or a part that seriously hinders.
    pub fn is_serious(&self) -> bool {
        !self.partial || self.hinders
    }

    /// Its time up to an instant; empty if it starts later.
    pub fn until(&self, end: Instant) -> Option<Interval> {
        Interval::new(self.start, self.end.map_or(end, |own| own.min(end)))
    }
}

/// The service answered slowly: this starts the clock of the first response and lowers no availability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slowdown {
    /// Its id, unique among slowdowns.
    pub id: String,
    /// When it began.
    pub start: Instant,
    /// When it ended; nothing while it goes on.
    pub end: Option<Instant>,
    /// Why.
    pub cause: Cause,
    /// What became of the first response.
    pub response: Response,
    /// Evidence and remarks.
    pub note: String,
}

/// A signature or patch that its maker released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Its id, unique among updates.
    pub id: String,
    /// When the maker released it.
    pub released: Instant,
    /// When it was applied; nothing while it is not.
    pub applied: Option<Instant>,
    /// When the measure needed meanwhile was applied, if one was.
    pub measure: Option<Instant>,
    /// Whether applying it has a large effect on the system.
    pub large_effect: bool,
    /// Why it was late, as it was judged; nothing if nobody judged.
    pub cause: Option<Cause>,
    /// Evidence and remarks.
    pub note: String,
}

/// An item of the annex was found not to be observed (GL 別紙1-II 7.1, 7.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexedFinding {
    /// Its id, unique among findings.
    pub id: String,
    /// When it was found.
    pub start: Instant,
    /// When it was observed again; nothing while it is not.
    pub end: Option<Instant>,
    /// Evidence and remarks.
    pub note: String,
}

/// The window of which the institution was notified for an agreed stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notified(pub Interval);

/// A judged excuse for the lateness of a response or an update. Both must be there: a cause that is left
/// out of the calculation, and evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Why it was late.
    pub cause: Cause,
    /// The evidence.
    pub evidence: String,
}

impl Exception {
    /// Whether it excuses under some terms.
    pub fn excuses(&self, terms: &Terms) -> bool {
        self.cause.excluded(terms).is_some() && !self.evidence.trim().is_empty()
    }
}

/// Everything that happened, in the order it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Stops.
    pub stops: Vec<Stop>,
    /// Slowdowns.
    pub slowdowns: Vec<Slowdown>,
    /// Updates.
    pub updates: Vec<Update>,
    /// Findings on annexed items.
    pub annexed: Vec<AnnexedFinding>,
    /// Notified windows by the id of their stop.
    pub windows: BTreeMap<String, Notified>,
    /// Judged excuses by the id of what was late.
    pub exceptions: BTreeMap<String, Exception>,
}
