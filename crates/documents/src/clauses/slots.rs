//! The one list of slots that a clause may have, each with its meaning and where its value comes from.

use crate::Paper;
use mamori_catalogue::ClauseDocument;
use mamori_domain::{
    AgreementSubject, ContractHolder, Environment, EquipmentKind, Officer, OfficerRole, Owner, PolicyKind,
    Side,
};
use mamori_tree::Words;

/// A named slot in the sentences of the clause library.
#[derive(Clone, Copy)]
pub struct Slot {
    /// Its name, as written between braces.
    pub name: &'static str,
    /// What it stands for, in words that a document prints while it is open.
    pub meaning: Words,
    /// Its value; none while the model does not say it.
    pub value: fn(&Paper<'_>) -> Option<String>,
}

const fn slot(
    name: &'static str,
    ja: &'static str,
    en: &'static str,
    value: fn(&Paper<'_>) -> Option<String>,
) -> Slot {
    Slot {
        name,
        meaning: Words::new(ja, en),
        value,
    }
}

wording! {
    THE_INSTITUTION = "医療機関等" / "the institution";
    YEARS = "{0}年" / "{0} years";
    MONTHS = "{0}か月" / "{0} months";
    ON = "{0}（{1}）" / "{0} ({1})";
    HOURS = "{0}、受付は平日・土曜日 {1}、日曜日・祝日 {2}" / "{0}; hours on weekdays and Saturdays: {1}, on Sundays and holidays: {2}";
    WEEKDAY_HOURS = "{0}、受付は平日・土曜日 {1}" / "{0}; hours on weekdays and Saturdays: {1}";
}

/// All slots.
pub const SLOTS: &[Slot] = &[
    // Who
    slot("provider", "事業者の名称", "name of the provider", |paper| {
        text(&paper.subject.workspace.organisation.profile.name)
    }),
    slot("provider.representative", "代表者", "representative", |paper| {
        text(&paper.subject.workspace.organisation.profile.representative)
    }),
    slot(
        "provider.address",
        "事業者の所在地",
        "address of the provider",
        |paper| text(&paper.subject.workspace.organisation.profile.address),
    ),
    slot(
        "service",
        "サービスの名称",
        "name of the service",
        |paper| text(&paper.subject.service.profile.name),
    ),
    slot("institution", "医療機関等", "institution", |paper| {
        let named = paper.institution().and_then(|one| text(&one.profile.name));
        Some(named.unwrap_or_else(|| paper.say(THE_INSTITUTION).to_owned()))
    }),
    slot(
        "guideline",
        "ガイドラインの名称",
        "title of the guideline",
        |paper| {
            Some(
                paper
                    .text(&paper.subject.catalogue.edition().name.title)
                    .to_owned(),
            )
        },
    ),
    slot(
        "as_of",
        "作成の基準日",
        "day the paper speaks for",
        |paper| Some(paper.subject.as_of.to_string()),
    ),
    // Officers by role
    slot(
        "officer.final_responsible",
        "最終的な管理責任者",
        "manager with final responsibility",
        |paper| officer(paper, OfficerRole::FinalResponsible),
    ),
    slot(
        "officer.system_manager",
        "システム管理者",
        "system manager",
        |paper| officer(paper, OfficerRole::SystemManager),
    ),
    slot(
        "officer.system_manager.qualification",
        "システム管理者の資格・経験",
        "system manager's qualification",
        |paper| text(&first(paper, OfficerRole::SystemManager)?.qualification),
    ),
    slot(
        "officer.operations_manager",
        "運用責任者",
        "operations manager",
        |paper| officer(paper, OfficerRole::OperationsManager),
    ),
    slot(
        "officer.personal_information",
        "個人情報保護責任者",
        "personal-information manager",
        |paper| officer(paper, OfficerRole::PersonalInformation),
    ),
    slot("officer.auditor", "監査責任者", "head of audit", |paper| {
        officer(paper, OfficerRole::Auditor)
    }),
    slot("contact", "問い合わせ窓口", "contact desk", |paper| {
        officer(paper, OfficerRole::ContactDesk)
    }),
    slot(
        "contact.reached_by",
        "窓口の連絡方法と受付時間",
        "how and when the desk is reached",
        |paper| desk_reached(paper, first(paper, OfficerRole::ContactDesk)?),
    ),
    slot(
        "contact.emergency",
        "緊急時の連絡先",
        "contact in an emergency",
        |paper| {
            let officer = first(paper, OfficerRole::OperationsManager)?;
            let reached = text(&officer.reached_by)?;
            Some(paper.fill(ON, &[&officer.name, &reached]))
        },
    ),
    // Papers
    slot(
        "policy.basic",
        "基本方針の文書名",
        "title of the basic policy",
        |paper| policy(paper, PolicyKind::BasicPolicy),
    ),
    slot(
        "policy.security",
        "情報セキュリティポリシーの文書名",
        "title of the security policy",
        |paper| policy(paper, PolicyKind::SecurityPolicy),
    ),
    slot(
        "policy.personal_information",
        "個人情報保護規程の文書名",
        "title of the personal-information rules",
        |paper| policy(paper, PolicyKind::PersonalInformation),
    ),
    slot(
        "policy.access",
        "アクセス管理規程の文書名",
        "title of the access rules",
        |paper| policy(paper, PolicyKind::AccessRules),
    ),
    slot(
        "policy.procedures",
        "手順書の文書名",
        "title of the procedures",
        |paper| policy(paper, PolicyKind::Procedure),
    ),
    slot(
        "policy.employment",
        "就業規則・誓約の文書名",
        "title of the employment rules",
        |paper| policy(paper, PolicyKind::Employment),
    ),
    slot(
        "continuity",
        "事業継続計画の文書名",
        "title of the continuity plan",
        |paper| text(&paper.subject.workspace.organisation.continuity.title),
    ),
    // Places, companies, things
    slot(
        "sites.provider",
        "自社の拠点",
        "the provider's own sites",
        |paper| {
            let sites = paper.subject.service.sites.iter();
            names(
                paper,
                sites
                    .filter(|site| site.owner == Some(Owner::Provider))
                    .map(|site| &*site.name),
            )
        },
    ),
    slot(
        "sites.servers",
        "情報を保存する場所",
        "places where information is stored",
        |paper| {
            let stores = |kind| {
                use EquipmentKind::{LogServer, Server, Storage};
                matches!(kind, Server | Storage | LogServer)
            };
            let equipment = paper.subject.service.equipment.iter();
            let servers = equipment.filter(|one| {
                stores(one.kind) && one.environment.is_none_or(|at| at == Environment::Production)
            });
            names(paper, servers.map(|one| paper.site(&one.site)))
        },
    ),
    slot(
        "sites.media",
        "媒体を保管する場所",
        "places where media are stored",
        |paper| {
            names(
                paper,
                paper
                    .subject
                    .service
                    .media
                    .iter()
                    .map(|one| paper.site(&one.site)),
            )
        },
    ),
    slot(
        "media",
        "保管する記憶媒体",
        "storage media kept",
        |paper| names(paper, paper.subject.service.media.iter().map(|one| &*one.name)),
    ),
    slot(
        "suppliers",
        "供給者の名称",
        "names of the suppliers",
        |paper| {
            let suppliers = paper.subject.workspace.organisation.suppliers.iter();
            let ours = suppliers.filter(|one| one.contract_with != Some(ContractHolder::Institution));
            names(paper, ours.map(|one| &*one.name))
        },
    ),
    slot(
        "other_systems",
        "連携する他社のシステム",
        "connected systems of other companies",
        |paper| {
            let equipment = paper.subject.service.equipment.iter();
            let other = equipment.filter(|one| one.kind == EquipmentKind::OtherSystem);
            names(paper, other.map(|one| &*one.name))
        },
    ),
    slot(
        "people.provider",
        "情報を扱う自社の要員",
        "the provider's people who handle information",
        |paper| {
            let people = paper.subject.service.people.iter();
            names(
                paper,
                people
                    .filter(|one| one.side == Side::Provider)
                    .map(|one| &*one.name),
            )
        },
    ),
    // Spans of time
    slot(
        "training.months",
        "教育の間隔",
        "interval of training",
        |paper| {
            let people = paper.subject.service.people.iter();
            let ours = people.filter(|one| one.side == Side::Provider);
            let longest = ours.filter_map(|one| Some(one.trained_every?.0)).max()?;
            Some(paper.fill(MONTHS, &[&longest.to_string()]))
        },
    ),
    slot(
        "log.years",
        "アクセス記録の保存年数",
        "years access records are kept",
        |paper| {
            let kept = paper.subject.service.equipment.iter();
            let shortest = kept.filter_map(|one| Some(one.log_retention?.0)).min()?;
            Some(paper.fill(YEARS, &[&shortest.to_string()]))
        },
    ),
];

/// The day on which an institution agreed to a document made from clauses; for the head of papers.
pub(crate) fn agreed_on(paper: &Paper<'_>, document: ClauseDocument) -> Option<String> {
    let subject = match document {
        ClauseDocument::Regulation => AgreementSubject::Regulation,
        ClauseDocument::Requests => AgreementSubject::Requests,
        ClauseDocument::Sla => AgreementSubject::Sla,
        ClauseDocument::Disclosure => AgreementSubject::Disclosure,
        ClauseDocument::Legal => return None,
    };
    let agreements = &paper.institution()?.agreements;
    let mut ours = agreements.iter().filter(|row| {
        row.service == *paper.subject.id
            && row.subject == subject
            && row.state == mamori_domain::AgreementState::Agreed
    });
    Some(ours.next_back()?.date?.to_string())
}

fn text(value: &Option<mamori_domain::Text>) -> Option<String> {
    value.as_ref().map(|text| text.to_string())
}

/// The first officer with a role.
pub(crate) fn first<'a>(paper: &Paper<'a>, role: OfficerRole) -> Option<&'a Officer> {
    let mut officers = paper.subject.workspace.organisation.officers.iter();
    officers.find(|officer| officer.role == role)
}

/// How a desk is reached, with its hours where they are written down.
fn desk_reached(paper: &Paper<'_>, desk: &Officer) -> Option<String> {
    let way = text(&desk.reached_by)?;
    Some(match (&desk.hours_weekdays, &desk.hours_holidays) {
        (Some(weekdays), Some(holidays)) => paper.fill(HOURS, &[&way, weekdays, holidays]),
        (Some(weekdays), None) => paper.fill(WEEKDAY_HOURS, &[&way, weekdays]),
        (None, _) => way,
    })
}

fn officer(paper: &Paper<'_>, role: OfficerRole) -> Option<String> {
    let officers = paper.subject.workspace.organisation.officers.iter();
    names(
        paper,
        officers
            .filter(|officer| officer.role == role)
            .map(|officer| &*officer.name),
    )
}

fn policy(paper: &Paper<'_>, kind: PolicyKind) -> Option<String> {
    let policies = paper.subject.workspace.organisation.policies.iter();
    names(
        paper,
        policies
            .filter(|policy| policy.kind == kind)
            .map(|policy| &*policy.title),
    )
}

/// Names as one phrase, each once, in the order found; none if there are none.
fn names<'b>(paper: &Paper<'_>, all: impl Iterator<Item = &'b str>) -> Option<String> {
    let mut seen = Vec::new();
    for name in all {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    (!seen.is_empty()).then(|| paper.list(&seen))
}
