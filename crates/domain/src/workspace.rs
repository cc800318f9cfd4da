//! A workspace: one provider with its services and institutions.

use crate::build::Kind;
use crate::description::{KindDescription, Level};
use crate::kinds::*;
use std::fmt;
use std::sync::Arc;

/// A part of the workspace that holds things: it decides which id a reference means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The workspace's settings.
    Workspace,
    /// The provider.
    Organisation,
    /// A service, by id.
    Service(Arc<str>),
    /// An institution, by id.
    Institution(Arc<str>),
}

impl Scope {
    /// Its level.
    pub fn level(&self) -> Level {
        match self {
            Scope::Workspace => Level::Workspace,
            Scope::Organisation => Level::Organisation,
            Scope::Service(_) => Level::Service,
            Scope::Institution(_) => Level::Institution,
        }
    }

    /// The id of a service or institution; empty for the others.
    pub fn id(&self) -> &str {
        match self {
            Scope::Workspace | Scope::Organisation => "",
            Scope::Service(id) | Scope::Institution(id) => id,
        }
    }

    /// The folder it is written into, with `/` at the end unless it is the workspace itself.
    pub fn folder(&self) -> String {
        match self {
            Scope::Workspace => String::new(),
            Scope::Organisation => "organisation/".to_owned(),
            Scope::Service(id) => format!("services/{id}/"),
            Scope::Institution(id) => format!("institutions/{id}/"),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Workspace => f.write_str("workspace"),
            Scope::Organisation => f.write_str("organisation"),
            Scope::Service(id) => write!(f, "services/{id}"),
            Scope::Institution(id) => write!(f, "institutions/{id}"),
        }
    }
}

/// The kinds a level holds, in the order they are written.
pub fn scopes_of(level: Level) -> &'static [&'static KindDescription] {
    const SETTINGS: &[&KindDescription] = &[Settings::DESCRIPTION];
    match level {
        Level::Workspace => SETTINGS,
        Level::Organisation => Organisation::KINDS,
        Level::Service => Service::KINDS,
        Level::Institution => Institution::KINDS,
    }
}

/// One provider: what its services share, its services, and the institutions it serves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    /// `mamori.toml`.
    pub settings: Settings,
    /// What all services share.
    pub organisation: Organisation,
    /// The services by id, in order of their ids.
    pub services: Vec<(Id<ServiceProfile>, Service)>,
    /// The institutions by id, in order of their ids.
    pub institutions: Vec<(Id<InstitutionProfile>, Institution)>,
}

use crate::Id;

scope!(
    /// What all services of the provider share.
    Organisation {
        /// Who the provider is.
        one profile: OrganisationProfile,
        /// Who is responsible for what.
        many officers: Officer,
        /// Certifications held.
        many certificates: Certificate,
        /// Evaluations of safety management.
        many evaluations: Evaluation,
        /// Policies and rules in force.
        many policies: Policy,
        /// The continuity plan.
        one continuity: ContinuityPlan,
        /// Papers with fixed fields.
        many papers: Paper,
        /// Laws and guidelines kept.
        many laws: Law,
        /// Financial papers.
        many finances: FinancialPaper,
        /// Incidents that happened.
        many incidents: Incident,
        /// What was done about incidents.
        many steps: RecordStep,
        /// The chain of suppliers.
        many suppliers: Supplier,
        /// Records of evidence.
        many evidence: Evidence,
        /// Answers that hold for all services.
        many answers: Answer,
    }
);

scope!(
    /// One service.
    Service {
        /// What the service is.
        one profile: ServiceProfile,
        /// Who supplies which layer in which form.
        many provisions: Provision,
        /// Places.
        many sites: Site,
        /// Equipment, virtual machines included.
        many equipment: Equipment,
        /// Storage media.
        many media: Medium,
        /// Network connections.
        many connections: Connection,
        /// Transport of media.
        many transports: Transport,
        /// People by role.
        many people: Person,
        /// Classes of information.
        many classes: InformationClass,
        /// Information.
        many information: Information,
        /// Flows a person added to the derived ones.
        many flows: StatedFlow,
        /// Risks a person added to the derived ones.
        many risks: StatedRisk,
        /// How groups of risks are treated.
        many treatments: Treatment,
        /// Answers to control items.
        many answers: Answer,
        /// Further requests to institutions.
        many requests: Request,
        /// Conditions stated by a person.
        many conditions: StatedCondition,
        /// Decisions on derived things.
        many decisions: Decision,
        /// Facts for the regulation.
        many regulation: RegulationFact,
        /// Facts for the disclosure.
        many disclosures: DisclosureFact,
        /// Clauses of the SLA.
        many clauses: SlaClause,
        /// Clauses of the library worded otherwise or left out.
        many clause_changes: ClauseChange,
        /// What the SLA leaves to the parties, as the service offers it to all.
        one sla_terms: SlaTerms,
        /// Business hours of single days, as the service offers them to all.
        many sla_hours: SlaHours,
        /// Windows in which stops are agreed, as the service offers them to all.
        many sla_windows: SlaWindow,
        /// How chapter 6 is met.
        many legal: LegalFact,
        /// Reviews of the risk management.
        many reviews: Review,
        /// Searches beyond the ten threats and beyond 別紙2.
        many searches: Search,
        /// Changes of equipment, software and network.
        many changes: ConfigurationChange,
        /// How the service ends.
        one contract_end: ContractEnd,
        /// Requests to take equipment and media out.
        many take_outs: TakeOut,
        /// Checks of what comes back.
        many return_checks: ReturnCheck,
        /// Requests to change equipment and software.
        many change_requests: ChangeRequest,
        /// Erasures and their certificates.
        many erasures: Erasure,
        /// Viewings in an emergency.
        many emergency_viewings: EmergencyViewing,
        /// The ledger of media.
        many media_ledger: MediumEntry,
        /// The ledger of backups.
        many backup_ledger: BackupEntry,
        /// Notices of outages.
        many outage_notices: OutageNotice,
        /// What was done about these records.
        many steps: RecordStep,
    }
);

scope!(
    /// One institution.
    Institution {
        /// Who the institution is.
        one profile: InstitutionProfile,
        /// Whom to reach there.
        many contacts: Contact,
        /// Its own answers to control items.
        many answers: Answer,
        /// Its own SLA terms.
        many clauses: SlaClause,
        /// Clauses of the library worded otherwise or left out.
        many clause_changes: ClauseChange,
        /// What the SLA leaves to the parties.
        one sla_terms: SlaTerms,
        /// Earlier versions of its SLA.
        many sla_versions: SlaVersion,
        /// Business hours of single days.
        many sla_hours: SlaHours,
        /// Windows in which stops are agreed.
        many sla_windows: SlaWindow,
        /// What was agreed with it.
        many agreements: Agreement,
        /// Minutes of common understanding.
        many minutes: Minutes,
        /// Its consent to subcontractors.
        many consents: Consent,
        /// What happened in the relation.
        many events: Event,
        /// Maintenance and access.
        many maintenance: Maintenance,
        /// Information it asked for.
        many information_requests: InformationRequest,
        /// Data provided and returned.
        many data_provisions: DataProvision,
        /// What becomes of things at the end of the contract.
        many disposals: Disposal,
        /// Information given to third parties on its instruction.
        many third_party_provisions: ThirdPartyProvision,
        /// What was done about these records.
        many steps: RecordStep,
    }
);
