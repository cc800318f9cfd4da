//! The written paper that a control item asks for.

use mamori_words::Words;

/// Which paper an item wants something written into. 別紙2 asks for the operation-management
/// regulation by name in some items only; the others ask for a paper of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperKind {
    /// 運用管理規程.
    Regulation,
    /// A procedure.
    Procedure,
    /// The access control rules.
    AccessRules,
    /// Employment rules, employment or dispatch contracts.
    Employment,
    /// A contract with the institution or a contractor.
    Contract,
    /// The business continuity plan.
    ContinuityPlan,
    /// Another paper: a plan, a standard, a rule.
    Other,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [PaperKind; 7] = [
        PaperKind::Regulation,
        PaperKind::Procedure,
        PaperKind::AccessRules,
        PaperKind::Employment,
        PaperKind::Contract,
        PaperKind::ContinuityPlan,
        PaperKind::Other,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            PaperKind::Regulation => "regulation",
            PaperKind::Procedure => "procedure",
            PaperKind::AccessRules => "access_rules",
            PaperKind::Employment => "employment",
            PaperKind::Contract => "contract",
            PaperKind::ContinuityPlan => "continuity_plan",
            PaperKind::Other => "other",
        }
    }

    /// The kind with this word.
    pub fn from_code(code: &str) -> Option<PaperKind> {
        PaperKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            PaperKind::Regulation => Words::new("運用管理規程", "Operation-management regulation"),
            PaperKind::Procedure => Words::new("手順書", "Procedure"),
            PaperKind::AccessRules => Words::new("アクセス管理規程", "Access control rules"),
            PaperKind::Employment => Words::new("就業規則・雇用契約等", "Employment rules and contracts"),
            PaperKind::Contract => Words::new("契約書", "Contract"),
            PaperKind::ContinuityPlan => Words::new("事業継続計画", "Business continuity plan"),
            PaperKind::Other => Words::new("その他の文書", "Other paper"),
        }
    }
}

/// Whether the item says which paper it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperCertainty {
    /// The item names the paper.
    Stated,
    /// We conclude it from the context.
    Inferred,
}

impl PaperCertainty {
    /// Both.
    pub const ALL: [PaperCertainty; 2] = [PaperCertainty::Stated, PaperCertainty::Inferred];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            PaperCertainty::Stated => "stated",
            PaperCertainty::Inferred => "inferred",
        }
    }

    /// The certainty with this word.
    pub fn from_code(code: &str) -> Option<PaperCertainty> {
        PaperCertainty::ALL
            .into_iter()
            .find(|certainty| certainty.code() == code)
    }
}

/// The paper an item asks for, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Which paper.
    pub kind: PaperKind,
    /// Whether the item names it.
    pub certainty: PaperCertainty,
}
