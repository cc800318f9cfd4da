//! The phases of a service's life.

use mamori_words::Words;

/// A phase of a service's life, GL 3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Agreement before the contract.
    PreContract,
    /// Development: new, for maintenance, initial set-up.
    Development,
    /// Operation.
    Operation,
    /// End of the contract.
    ContractEnd,
    /// Crisis response.
    Crisis,
}

impl Phase {
    /// All phases in the order of a service's life.
    pub const ALL: [Phase; 5] = [
        Phase::PreContract,
        Phase::Development,
        Phase::Operation,
        Phase::ContractEnd,
        Phase::Crisis,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            Phase::PreContract => "pre_contract",
            Phase::Development => "development",
            Phase::Operation => "operation",
            Phase::ContractEnd => "contract_end",
            Phase::Crisis => "crisis",
        }
    }

    /// The phase with this word.
    pub fn from_code(code: &str) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            Phase::PreContract => Words::new("契約前の合意形成", "Agreement before the contract"),
            Phase::Development => Words::new("開発", "Development"),
            Phase::Operation => Words::new("運用", "Operation"),
            Phase::ContractEnd => Words::new("契約終了", "End of contract"),
            Phase::Crisis => Words::new("危機管理対応", "Crisis response"),
        }
    }
}
