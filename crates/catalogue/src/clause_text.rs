//! The clause library: ready sentences for the documents that a provider signs, with named slots.

use crate::{Bilingual, ClauseTextId, ConditionId, Entry};
use mamori_words::{Language, Words};
use std::collections::BTreeSet;

/// A document that is put together from clauses. Its parts are those of the catalogue, and those that
/// the file of its clauses adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClauseDocument {
    /// The operation-management regulation (運用管理規程): parts and contents of GL 5.1.6 (2).
    Regulation,
    /// What institutions are asked to do (GL 5.1.5 (2)): measures and control items of 別紙2.
    Requests,
    /// The service level agreement (別紙1-II): chapters as numbers, clauses and annexes.
    Sla,
    /// The conformity disclosure (別紙1-I): information items of table 4-1.
    Disclosure,
    /// The answers to chapter 6: requirements and their points.
    Legal,
}

impl ClauseDocument {
    /// All documents.
    pub const ALL: [ClauseDocument; 5] = [
        ClauseDocument::Regulation,
        ClauseDocument::Requests,
        ClauseDocument::Sla,
        ClauseDocument::Disclosure,
        ClauseDocument::Legal,
    ];

    /// The id of the document, which is also the name of its file of clauses.
    pub const fn code(self) -> &'static str {
        match self {
            ClauseDocument::Regulation => "regulation",
            ClauseDocument::Requests => "requests",
            ClauseDocument::Sla => "sla",
            ClauseDocument::Disclosure => "disclosure",
            ClauseDocument::Legal => "legal",
        }
    }
}

/// A fact of the model that decides whether a clause is printed. What the conditions of the catalogue
/// tell is not repeated here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ModelFact {
    /// Other companies supply something to the provider.
    Suppliers,
    /// The service keeps media that can be carried.
    Media,
    /// Media are transported between sites.
    Transports,
    /// Systems of other companies exchange information with the service.
    OtherSystems,
    /// Equipment of the service stands at the institution.
    EquipmentAtInstitution,
    /// A wireless LAN or terminals are used on the institution's side by its own staff.
    InstitutionStaff,
    /// Documents the law demands are kept in electronic form (GL 6.2).
    EDocuments,
    /// Charts and records are stored outside the institution (GL 6.5).
    ExternalStorage,
    /// The paper is printed for one institution.
    OneInstitution,
    /// Business hours are agreed for single days, or holidays otherwise than by law.
    HoursByDay,
    /// Windows are agreed in which the service may stop every week or day.
    AgreedWindows,
    /// Findings on annexed items of the SLA are in the sum of shortfalls.
    AnnexedCounted,
    /// The days to improve an annexed item of the SLA are agreed.
    ImprovementDays,
}

impl ModelFact {
    /// All facts.
    pub const ALL: [ModelFact; 13] = [
        ModelFact::Suppliers,
        ModelFact::Media,
        ModelFact::Transports,
        ModelFact::OtherSystems,
        ModelFact::EquipmentAtInstitution,
        ModelFact::InstitutionStaff,
        ModelFact::EDocuments,
        ModelFact::ExternalStorage,
        ModelFact::OneInstitution,
        ModelFact::HoursByDay,
        ModelFact::AgreedWindows,
        ModelFact::AnnexedCounted,
        ModelFact::ImprovementDays,
    ];

    /// The word for it in the data.
    pub const fn code(self) -> &'static str {
        match self {
            ModelFact::Suppliers => "has-suppliers",
            ModelFact::Media => "has-media",
            ModelFact::Transports => "has-transports",
            ModelFact::OtherSystems => "has-other-systems",
            ModelFact::EquipmentAtInstitution => "has-equipment-at-institution",
            ModelFact::InstitutionStaff => "has-institution-staff",
            ModelFact::EDocuments => "keeps-e-documents",
            ModelFact::ExternalStorage => "stores-outside",
            ModelFact::OneInstitution => "for-one-institution",
            ModelFact::HoursByDay => "has-hours-by-day",
            ModelFact::AgreedWindows => "has-agreed-windows",
            ModelFact::AnnexedCounted => "counts-annexed-items",
            ModelFact::ImprovementDays => "has-improvement-days",
        }
    }

    /// The fact with this word.
    pub fn from_code(code: &str) -> Option<ModelFact> {
        ModelFact::ALL.into_iter().find(|fact| fact.code() == code)
    }

    /// What it means.
    pub const fn words(self) -> Words {
        match self {
            ModelFact::Suppliers => Words::new("供給者（再委託先など）がある", "There are suppliers"),
            ModelFact::Media => Words::new("記憶媒体を保管する", "Storage media are kept"),
            ModelFact::Transports => Words::new("媒体を搬送する", "Media are transported"),
            ModelFact::OtherSystems => Words::new(
                "他社のシステムとつながる",
                "Systems of other companies are connected",
            ),
            ModelFact::EquipmentAtInstitution => {
                Words::new("医療機関等に機器を置く", "Equipment stands at the institution")
            }
            ModelFact::InstitutionStaff => Words::new(
                "医療機関等の職員が使う",
                "The institution's staff use the service",
            ),
            ModelFact::EDocuments => Words::new(
                "法令で保存が必要な文書を電子で保存する",
                "Documents the law demands are kept in electronic form",
            ),
            ModelFact::ExternalStorage => Words::new(
                "診療録等を医療機関等の外で保存する",
                "Charts and records are stored outside the institution",
            ),
            ModelFact::OneInstitution => Words::new(
                "一つの医療機関等に宛てて印刷する",
                "The paper is for one institution",
            ),
            ModelFact::HoursByDay => Words::new(
                "業務時間を曜日ごとに、または休日を法律とは別に定める",
                "Business hours are agreed for single days, or holidays otherwise than by law",
            ),
            ModelFact::AgreedWindows => Words::new(
                "くり返す停止の時間帯を合意する",
                "Recurring windows for stops are agreed",
            ),
            ModelFact::AnnexedCounted => Words::new(
                "付属書の不遵守を未達成の件数に数える",
                "Findings on annexed items are counted as shortfalls",
            ),
            ModelFact::ImprovementDays => Words::new(
                "付属書の事項を改善する日数を定める",
                "Days to improve annexed items are agreed",
            ),
        }
    }
}

/// A circumstance in which a clause is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Circumstance {
    /// A condition of the catalogue.
    Condition(ConditionId),
    /// A fact of the model.
    Fact(ModelFact),
}

/// A piece of a clause's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClausePiece {
    /// Words of the clause.
    Words(String),
    /// A slot by name, to be filled from the model.
    Slot(String),
}

/// A paragraph or list of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClauseBlock {
    /// A paragraph.
    Paragraph(Vec<ClausePiece>),
    /// Entries of a list.
    List(Vec<Vec<ClausePiece>>),
}

/// A clause of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseText {
    /// Its identifier, used once in the whole library; a workspace changes the clause by it.
    pub id: ClauseTextId,
    /// The document it belongs to.
    pub document: ClauseDocument,
    /// The part of that document, an identifier of the catalogue or of [`ClausePart`].
    pub part: String,
    /// Its title, where the document gives titles to articles.
    pub title: Option<Bilingual>,
    /// Printed only in this circumstance.
    pub condition: Option<Circumstance>,
    /// Not printed in this circumstance.
    pub unless: Option<Circumstance>,
    /// The Japanese text.
    pub ja: Vec<ClauseBlock>,
    /// The English text.
    pub en: Vec<ClauseBlock>,
}

impl ClauseText {
    /// The text in one language.
    pub fn blocks(&self, language: Language) -> &[ClauseBlock] {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }

    /// The names of its slots in one language.
    pub fn slots(&self, language: Language) -> BTreeSet<&str> {
        let pieces = self.blocks(language).iter().flat_map(|block| match block {
            ClauseBlock::Paragraph(pieces) => std::slice::from_ref(pieces),
            ClauseBlock::List(entries) => entries.as_slice(),
        });
        pieces
            .flatten()
            .filter_map(|piece| match piece {
                ClausePiece::Slot(name) => Some(name.as_str()),
                ClausePiece::Words(_) => None,
            })
            .collect()
    }
}

impl Entry for ClauseText {
    type Id = ClauseTextId;

    fn id(&self) -> &ClauseTextId {
        &self.id
    }
}

/// A part of a document that the catalogue does not know, for example a chapter of general rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClausePart {
    /// The document.
    pub document: ClauseDocument,
    /// Its identifier within the document.
    pub id: String,
    /// Its title.
    pub title: Bilingual,
}

/// All clauses and the parts they add.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseLibrary {
    /// The clauses in the order of their files.
    pub texts: crate::Register<ClauseText>,
    /// The parts added to documents, in order.
    pub parts: Vec<ClausePart>,
}

impl ClauseLibrary {
    /// The clauses of a part in order, whatever their circumstances.
    pub fn of_part<'a>(
        &'a self,
        document: ClauseDocument,
        part: &'a str,
    ) -> impl Iterator<Item = &'a ClauseText> {
        self.of_document(document).filter(move |text| text.part == part)
    }

    /// The clauses of a document in order.
    pub fn of_document(&self, document: ClauseDocument) -> impl Iterator<Item = &ClauseText> {
        self.texts.iter().filter(move |text| text.document == document)
    }

    /// The parts that a document has beside those of the catalogue.
    pub fn parts_of(&self, document: ClauseDocument) -> impl Iterator<Item = &ClausePart> {
        self.parts.iter().filter(move |part| part.document == document)
    }
}
