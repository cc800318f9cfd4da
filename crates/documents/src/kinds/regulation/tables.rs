//! Facts of the model that belong to a part of the regulation, as tables.

use crate::Paper;
use crate::shared::{heading, table};
use mamori_domain::{FieldValue, YesNo};
use mamori_tree::{Block, Cell, Column, Row, Words};

wording! {
    OFFICERS = "責任者と窓口" / "Responsible persons and desk";
    ROLE = "役割" / "Role";
    NAME = "役職・氏名" / "Post and name";
    DEPARTMENT = "部署" / "Department";
    QUALIFICATION = "資格・経験" / "Qualification";
    APPOINTED = "任命日" / "Appointed";
    DUTIES = "任務・任免・緊急時" / "Duties, appointment, emergencies";
    SUPPLIERS = "供給者と連携先" / "Suppliers and connected companies";
    COMPANY = "会社" / "Company";
    WORK = "担う仕事" / "Work";
    TOUCHES = "医療情報" / "Medical information";
    AUDIT = "監査・代わりの確認" / "Audit or substitute";
    PAPERS = "規程と手順書" / "Policies and procedures";
    PAPER = "文書" / "Paper";
    KIND = "種類" / "Kind";
    APPROVED = "承認日" / "Approved";
    REVIEWED = "見直した日" / "Reviewed";
    EQUIPMENT = "機器の一覧" / "Equipment";
    DEVICE = "機器" / "Device";
    PLACE = "場所" / "Place";
    COUNT = "台数" / "Number";
    SUPPORT = "サポート期限" / "Supported until";
    MEDIA = "記憶媒体" / "Storage media";
    MEDIUM = "媒体" / "Medium";
    ENCRYPTED = "暗号化" / "Encrypted";
    TRANSPORTS = "媒体の搬送" / "Transport of media";
    ROUTE = "区間" / "Route";
    FROM_TO = "{0} → {1}" / "{0} → {1}";
    CARRIER = "搬送業者" / "Carrier";
    A_YEAR = "年間の回数" / "Times a year";
    GUARDED = "途中の守り" / "Guarded by";
    CONTINUITY = "診療を続けるための備え" / "Keeping care going";
    SITUATION = "場面" / "Situation";
    PREPARED = "備え" / "What is done";
    STOPPED = "災害で止まったとき" / "Stopped by disaster";
    CASUALTIES = "多数の傷病者が来たとき" / "Mass casualties";
    LOST = "記録の欠け・途切れ" / "Lost or broken records";
    EVALUATIONS = "監査と評価の実績" / "Audits and evaluations made";
    EVALUATION = "監査・評価" / "Audit or evaluation";
    EVALUATOR = "実施者" / "Made by";
    DATE = "実施日" / "Date";
    RESULT = "結果" / "Result";
}

/// The tables of a part; none where the model has nothing to say.
pub(super) fn of_part(paper: &Paper<'_>, part: &str) -> Vec<Block> {
    let tables = match part {
        "organisation" => vec![officers(paper), suppliers(paper)],
        "documents" => vec![papers(paper)],
        "equipment" => vec![equipment(paper)],
        "incident-response" => vec![continuity(paper)],
        "media" => vec![media(paper), transports(paper)],
        "audit" => vec![evaluations(paper)],
        _ => Vec::new(),
    };
    tables.into_iter().flatten().collect()
}

/// A heading with its table; nothing without rows.
fn titled(paper: &Paper<'_>, title: Words, columns: &[(u16, Words)], rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let columns: Vec<_> = columns
        .iter()
        .map(|(width, label)| (Column::start(*width), paper.say(*label)))
        .collect();
    let cell = |text: String| Cell::new(if text.is_empty() { "—".to_owned() } else { text });
    let rows = rows
        .into_iter()
        .map(|row| Row::new(row.into_iter().map(cell).collect()));
    vec![
        heading(2, paper.say(title)),
        table(paper.say(title), &columns, rows.collect()),
    ]
}

/// A value as it is written; empty when there is none.
fn shown<T: FieldValue>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, FieldValue::write)
}

fn yes_no(paper: &Paper<'_>, value: Option<YesNo>) -> String {
    value.map_or_else(String::new, |value| paper.say(value.words()).to_owned())
}

fn officers(paper: &Paper<'_>) -> Vec<Block> {
    let officers = paper.subject.workspace.organisation.officers.iter();
    let row = |one: &mamori_domain::Officer| {
        vec![
            paper.say(one.role.words()).to_owned(),
            one.name.to_string(),
            shown(&one.department),
            shown(&one.qualification),
            shown(&one.appointed),
            shown(&one.duties),
        ]
    };
    let columns = [
        (14, ROLE),
        (22, NAME),
        (11, DEPARTMENT),
        (15, QUALIFICATION),
        (11, APPOINTED),
        (29, DUTIES),
    ];
    titled(paper, OFFICERS, &columns, officers.map(row).collect())
}

fn suppliers(paper: &Paper<'_>) -> Vec<Block> {
    let suppliers = paper.subject.workspace.organisation.suppliers.iter();
    let row = |one: &mamori_domain::Supplier| {
        vec![
            one.name.to_string(),
            shown(&one.work),
            yes_no(paper, one.handles_medical_information),
            shown(&one.audit),
        ]
    };
    let columns = [(24, COMPANY), (30, WORK), (12, TOUCHES), (34, AUDIT)];
    titled(paper, SUPPLIERS, &columns, suppliers.map(row).collect())
}

fn papers(paper: &Paper<'_>) -> Vec<Block> {
    let policies = paper.subject.workspace.organisation.policies.iter();
    let row = |one: &mamori_domain::Policy| {
        vec![
            one.title.to_string(),
            paper.say(one.kind.words()).to_owned(),
            shown(&one.approved),
            shown(&one.reviewed),
        ]
    };
    let columns = [(42, PAPER), (26, KIND), (15, APPROVED), (15, REVIEWED)];
    titled(paper, PAPERS, &columns, policies.map(row).collect())
}

fn equipment(paper: &Paper<'_>) -> Vec<Block> {
    let equipment = paper.subject.service.equipment.iter();
    let row = |one: &mamori_domain::Equipment| {
        vec![
            one.name.to_string(),
            paper.say(one.kind.words()).to_owned(),
            paper.site(&one.site).to_owned(),
            one.count
                .as_ref()
                .map_or_else(|| "1".to_owned(), FieldValue::write),
            shown(&one.support_until),
        ]
    };
    let columns = [(34, DEVICE), (22, KIND), (22, PLACE), (8, COUNT), (16, SUPPORT)];
    titled(paper, EQUIPMENT, &columns, equipment.map(row).collect())
}

fn media(paper: &Paper<'_>) -> Vec<Block> {
    let media = paper.subject.service.media.iter();
    let row = |one: &mamori_domain::Medium| {
        vec![
            one.name.to_string(),
            paper.say(one.kind.words()).to_owned(),
            paper.site(&one.site).to_owned(),
            yes_no(paper, one.encrypted),
        ]
    };
    let columns = [(34, MEDIUM), (22, KIND), (30, PLACE), (14, ENCRYPTED)];
    titled(paper, MEDIA, &columns, media.map(row).collect())
}

fn transports(paper: &Paper<'_>) -> Vec<Block> {
    let transports = paper.subject.service.transports.iter();
    let row = |one: &mamori_domain::Transport| {
        let carrier = one.carrier.as_ref().map(|id| paper.supplier(id).to_owned());
        vec![
            paper.fill(FROM_TO, &[paper.site(&one.from), paper.site(&one.to)]),
            carrier.unwrap_or_default(),
            shown(&one.times_a_year),
            shown(&one.guarded_by),
        ]
    };
    let columns = [(32, ROUTE), (24, CARRIER), (12, A_YEAR), (32, GUARDED)];
    titled(paper, TRANSPORTS, &columns, transports.map(row).collect())
}

fn continuity(paper: &Paper<'_>) -> Vec<Block> {
    let plan = &paper.subject.workspace.organisation.continuity;
    let scenarios = [
        (STOPPED, &plan.scenario_disaster_stop),
        (CASUALTIES, &plan.scenario_mass_casualties),
        (LOST, &plan.scenario_lost_records),
    ];
    let told = scenarios
        .iter()
        .filter_map(|(title, text)| Some((title, text.as_ref()?)));
    let rows = told.map(|(title, text)| vec![paper.say(*title).to_owned(), text.to_string()]);
    titled(
        paper,
        CONTINUITY,
        &[(22, SITUATION), (70, PREPARED)],
        rows.collect(),
    )
}

fn evaluations(paper: &Paper<'_>) -> Vec<Block> {
    let evaluations = paper.subject.workspace.organisation.evaluations.iter();
    let row = |one: &mamori_domain::Evaluation| {
        let by = one.evaluator_name.as_ref().map(|name| name.to_string());
        vec![
            one.title.to_string(),
            by.unwrap_or_else(|| paper.say(one.evaluator.words()).to_owned()),
            shown(&one.date),
            shown(&one.result),
        ]
    };
    let columns = [(30, EVALUATION), (20, EVALUATOR), (13, DATE), (37, RESULT)];
    titled(paper, EVALUATIONS, &columns, evaluations.map(row).collect())
}
