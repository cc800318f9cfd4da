//! Who answers for what, who commands in an emergency, who is subcontracted, and whom to ask
//! (GL 別紙1 I (1) ②, (2) ⑥, ⑭).

use super::table::{open, open_row, or_open};
use crate::Paper;
use crate::shared::dash;
use mamori_catalogue::DisclosureTable;
use mamori_domain::{ContractHolder, Officer, OfficerRole, Supplier};
use mamori_tree::{Cell, Row};

wording! {
    NO_OFFICER = "organisation/officers.csv に、この役割の責任者を書いてください" /
        "Write the officer of this role into organisation/officers.csv";
    NO_DUTIES = "organisation/officers.csv の任務（duties）を書いてください" /
        "Write the duties in organisation/officers.csv";
    NO_DEPARTMENT = "organisation/officers.csv に、責任者と部署（department）を書いてください" /
        "Write the officers and their departments into organisation/officers.csv";
    NO_DESK = "organisation/officers.csv に、問い合わせ窓口（contact_desk）の行を、連絡方法と受付時間とともに書いてください" /
        "Write the contact desk (contact_desk) with ways and hours into organisation/officers.csv";
    NO_WAY = "連絡方法（reached_by）を書いてください" / "Write how it is reached (reached_by)";
    NO_WEEKDAYS = "平日・土曜日の受付時間（hours_weekdays）を書いてください" /
        "Write the hours on weekdays and Saturdays (hours_weekdays)";
    NO_HOLIDAYS = "日曜日・祝日の受付時間（hours_holidays）を書いてください。受け付けなければ「なし」と書きます" /
        "Write the hours on Sundays and holidays (hours_holidays); write none where there are none";
    NO_WORK = "organisation/suppliers.csv の担う仕事（work）を書いてください" /
        "Write the work in organisation/suppliers.csv";
    NO_SUBCONTRACTOR = "なし" / "None";
    QUALIFIED = "{0}\n資格・経験：{1}" / "{0}\nQualification: {1}";
    ANSWERS = "{0}（{1}）" / "{0} ({1})";
    WHOLE_SERVICE = "サービス全体" / "The whole service";
    TIER = "{0}\n（{1} 次。{2}の先）" / "{0}\n(tier {1}, behind {2})";
    TOUCHES = "医療情報に触れる" / "Touches medical information";
    UNTOUCHED = "医療情報に触れない" / "Does not touch medical information";
    CONSENT = "この医療機関等の同意：{0} {1}" / "Consent of this institution: {0} {1}";
    NO_CONSENT = "この医療機関等の同意の記録なし" / "No consent of this institution on record";
}

/// The officers of a role.
fn officers<'a>(paper: &Paper<'a>, role: OfficerRole) -> impl Iterator<Item = &'a Officer> {
    let all = paper.subject.workspace.organisation.officers.iter();
    all.filter(move |officer| officer.role == role)
}

/// The four managers; the rows of the catalogue name their posts.
pub(super) fn managers(paper: &Paper<'_>, table: &DisclosureTable) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in &table.rows {
        let role = match row.id.as_str() {
            "final" => Some(OfficerRole::FinalResponsible),
            "system" => Some(OfficerRole::SystemManager),
            "operations" => Some(OfficerRole::OperationsManager),
            "privacy" => Some(OfficerRole::PersonalInformation),
            _ => None,
        };
        let post = || Cell::new(paper.text(&row.title));
        let before = rows.len();
        for officer in role.into_iter().flat_map(|role| officers(paper, role)) {
            let name = match &officer.qualification {
                Some(skill) => paper.fill(QUALIFIED, &[&officer.name, skill]),
                None => officer.name.to_string(),
            };
            let duties = or_open(paper, officer.duties.as_deref(), NO_DUTIES);
            rows.push(Row::new(vec![post(), Cell::new(name), duties]));
        }
        if rows.len() == before {
            rows.push(Row::new(vec![post(), open(paper, NO_OFFICER).spanning(1, 2)]));
        }
    }
    rows
}

/// The departments, each with the officers it has and what they answer for.
pub(super) fn departments(paper: &Paper<'_>) -> Vec<Row> {
    let mut departments: Vec<(&str, Vec<String>)> = Vec::new();
    for officer in &paper.subject.workspace.organisation.officers {
        let Some(name) = officer.department.as_deref() else {
            continue;
        };
        let text = paper.fill(ANSWERS, &[paper.say(officer.role.words()), &officer.name]);
        match departments.iter_mut().find(|(known, _)| *known == name) {
            Some((_, texts)) => texts.push(text),
            None => departments.push((name, vec![text])),
        }
    }
    if departments.is_empty() {
        return open_row(paper, 2, NO_DEPARTMENT);
    }
    let row =
        |(name, texts): (&str, Vec<String>)| Row::new(vec![Cell::new(name), Cell::new(texts.join("\n"))]);
    departments.into_iter().map(row).collect()
}

/// Who commands in an emergency: the manager with final responsibility, as the duties say.
pub(super) fn commander(paper: &Paper<'_>) -> Vec<Row> {
    let rows: Vec<Row> = officers(paper, OfficerRole::FinalResponsible)
        .map(|officer| {
            let duties = officer
                .duties
                .as_deref()
                .unwrap_or_else(|| paper.say(WHOLE_SERVICE));
            Row::new(vec![Cell::new(&*officer.name), Cell::new(duties)])
        })
        .collect();
    match rows.is_empty() {
        true => open_row(paper, 2, NO_OFFICER),
        false => rows,
    }
}

/// The companies the provider itself (or one of its suppliers) has contracted.
pub(super) fn subcontractors(paper: &Paper<'_>) -> Vec<Row> {
    let all = paper.subject.workspace.organisation.suppliers.iter();
    let rows: Vec<Row> = all
        .filter(|one| one.contract_with != Some(ContractHolder::Institution))
        .map(|one| {
            let work = work(paper, one);
            Row::new(vec![Cell::new(name(paper, one)), work])
        })
        .collect();
    match rows.is_empty() {
        true => vec![Row::new(vec![Cell::new(paper.say(NO_SUBCONTRACTOR)), dash()])],
        false => rows,
    }
}

fn name(paper: &Paper<'_>, supplier: &Supplier) -> String {
    match &supplier.above {
        Some(above) => {
            let tier = supplier.tier.0.to_string();
            paper.fill(TIER, &[&supplier.name, &tier, paper.supplier(above)])
        }
        None => supplier.name.to_string(),
    }
}

fn work(paper: &Paper<'_>, supplier: &Supplier) -> Cell {
    let Some(work) = supplier.work.as_deref() else {
        return open(paper, NO_WORK);
    };
    let mut lines = vec![work.to_owned()];
    lines.extend(supplier.scope.as_ref().map(|scope| scope.to_string()));
    let touches = supplier.handles_medical_information.map(|answer| answer.is_yes());
    lines.extend(touches.map(|touches| paper.say(if touches { TOUCHES } else { UNTOUCHED }).to_owned()));
    if let Some(institution) = paper.institution().filter(|_| touches == Some(true)) {
        let consent = institution
            .consents
            .iter()
            .find(|one| one.supplier == supplier.id);
        lines.push(match consent {
            Some(consent) => {
                let scope = consent.scope.as_deref().unwrap_or_default();
                paper.fill(CONSENT, &[&consent.date.to_string(), scope])
            }
            None => paper.say(NO_CONSENT).to_owned(),
        });
    }
    Cell::new(lines.join("\n"))
}

/// Where, how and when to ask.
pub(super) fn desk(paper: &Paper<'_>) -> Vec<Row> {
    let rows: Vec<Row> = officers(paper, OfficerRole::ContactDesk)
        .map(|officer| {
            Row::new(vec![
                Cell::new(&*officer.name),
                or_open(paper, officer.reached_by.as_deref(), NO_WAY),
                or_open(paper, officer.hours_weekdays.as_deref(), NO_WEEKDAYS),
                or_open(paper, officer.hours_holidays.as_deref(), NO_HOLIDAYS),
            ])
        })
        .collect();
    match rows.is_empty() {
        true => open_row(paper, 4, NO_DESK),
        false => rows,
    }
}
