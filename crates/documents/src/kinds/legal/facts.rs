//! The facts of the workspace behind the answers: where medical information lies and under whose law,
//! how long it has to be kept, who handles it.

use crate::Paper;
use crate::places_of_information::{country, kept_at, root};
use crate::shared::{self, heading, optional};
use mamori_domain::{Supplier, YesNo};
use mamori_rules::check::subcontractors;
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Words};

wording! {
    TITLE = "もとになる事実" / "Facts behind the answers";
    TEXT = "構成と契約について書かれている事実です。" / "What is written down about the configuration and the contracts.";
    WHERE = "医療情報のある場所" / "Where medical information lies";
    WHERE_SHEET = "医療情報のある場所" / "Where it lies";
    SITE = "場所" / "Place";
    OWNER = "管理者" / "Run by";
    COUNTRY = "国" / "Country";
    WHAT = "医療情報" / "Medical information";
    KEPT = "法令で保存する情報" / "Information the law wants kept";
    KEPT_SHEET = "保存する情報" / "Kept by law";
    INFORMATION = "情報" / "Information";
    YEARS = "保存年限" / "Statutory period";
    YEAR_COUNT = "{0} 年" / "{0} years";
    WHO = "医療情報に触れる、ほかの会社" / "Other companies that touch medical information";
    WHO_SHEET = "関わる会社" / "Companies";
    COMPANY = "会社" / "Company";
    WORK = "担う仕事" / "Work";
    NOT_STATED = "（記載なし）" / "(not stated)";
    SWITCHES = "e-文書を保存する：{0}　診療録などを外部に保存する：{1}" / "Keeps documents under the e-Document Act: {0}. Stores records outside the institution: {1}.";
}

/// The section of facts; the tables that have rows.
pub(super) fn facts(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let profile = &paper.subject.service.profile;
    let said = |value: Option<YesNo>| value.map_or(paper.say(NOT_STATED), |value| paper.say(value.words()));
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    let switches = [said(profile.e_documents), said(profile.external_storage)];
    blocks.push(Block::Paragraph(paper.fill(SWITCHES, &switches)));
    let places = [
        (Column::start(34), SITE),
        (Column::start(20), OWNER),
        (Column::centre(12), COUNTRY),
        (Column::start(50), WHAT),
    ];
    table(paper, (WHERE, WHERE_SHEET), &places, places_rows(paper), blocks);
    let kept = [(Column::start(70), INFORMATION), (Column::end(20), YEARS)];
    table(paper, (KEPT, KEPT_SHEET), &kept, kept_rows(paper), blocks);
    let companies = [
        (Column::start(36), COMPANY),
        (Column::start(60), WORK),
        (Column::centre(12), COUNTRY),
    ];
    table(paper, (WHO, WHO_SHEET), &companies, company_rows(paper), blocks);
}

fn table(
    paper: &Paper<'_>,
    (title, sheet): (Words, Words),
    columns: &[(Column, Words)],
    rows: Vec<Row>,
    blocks: &mut Vec<Block>,
) {
    if rows.is_empty() {
        return;
    }
    let columns: Vec<(Column, &str)> = columns
        .iter()
        .map(|(column, words)| (*column, paper.say(*words)))
        .collect();
    blocks.push(heading(2, paper.say(title)));
    blocks.push(shared::table(paper.say(sheet), &columns, rows));
}

fn places_rows(paper: &Paper<'_>) -> Vec<Row> {
    kept_at(paper)
        .into_iter()
        .map(|(site, information)| {
            let root = root(paper, site);
            let owner = root
                .and_then(|root| root.owner)
                .map(|owner| paper.say(owner.words()));
            let names: Vec<&str> = information.iter().map(|id| paper.information(id)).collect();
            Row::new(vec![
                Cell::new(paper.site(site)),
                optional(owner),
                country_cell(paper, root.and_then(|root| root.country.as_ref())),
                Cell::new(paper.list(&names)),
            ])
        })
        .collect()
}

fn kept_rows(paper: &Paper<'_>) -> Vec<Row> {
    let information = paper.subject.service.information.iter();
    information
        .filter_map(|row| {
            let years = row.retention.filter(|years| years.0 > 0)?;
            Some(Row::new(vec![
                Cell::new(&*row.name),
                Cell::new(paper.fill(YEAR_COUNT, &[&years.0.to_string()])),
            ]))
        })
        .collect()
}

fn company_rows(paper: &Paper<'_>) -> Vec<Row> {
    let suppliers = &paper.subject.workspace.organisation.suppliers;
    let touches = |one: &&Supplier| one.handles_medical_information == Some(YesNo::Yes);
    subcontractors(paper.subject.service, suppliers)
        .into_iter()
        .filter(touches)
        .map(|supplier| {
            Row::new(vec![
                Cell::new(&*supplier.name),
                optional(supplier.work.as_ref()),
                country_cell(paper, supplier.country.as_ref()),
            ])
        })
        .collect()
}

/// A country; another law than Japan's stands out.
fn country_cell(paper: &Paper<'_>, found: Option<&mamori_domain::Country>) -> Cell {
    match found {
        None => Cell::new(paper.say(NOT_STATED)).styled(CellStyle::Raised),
        Some(one) if one.is_japan() => Cell::new(country(paper, one)),
        Some(one) => Cell::new(country(paper, one)).styled(CellStyle::Severe),
    }
}
