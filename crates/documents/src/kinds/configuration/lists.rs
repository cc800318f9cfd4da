//! What is drawn, as lists: for readers who cannot see the drawing, and for what has no room in it.

use super::parts::{Parts, badge};
use crate::Paper;
use crate::places_of_information::{country, root};
use crate::shared::{dash, heading, table};
use mamori_domain::{Equipment, Id, Provision};
use mamori_rules::derive::Thing;
use mamori_tree::{Block, Cell, Column, Row};

wording! {
    LISTS = "図に描いたもの" / "What is drawn";
    SITES = "場所" / "Places";
    EQUIPMENT = "機器" / "Equipment";
    MEDIA = "媒体" / "Media";
    CONNECTIONS = "接続" / "Connections";
    TRANSPORTS = "搬送" / "Transports";
    PEOPLE = "扱う人" / "People";
    NAME = "名称" / "Name";
    WITHIN = "属する場所" / "Within";
    OWNER = "管理者" / "Run by";
    COUNTRY = "国" / "Country";
    KIND = "種類" / "Kind";
    PLACE = "場所" / "Place";
    COUNT = "台数" / "Count";
    FORM = "提供形態" / "Form";
    COMPANY = "提供者" / "Provided by";
    ENDS = "つなぐ機器" / "Connects";
    LINE = "回線" / "Runs over";
    ENCRYPTION = "暗号化" / "Encryption";
    CARRIER = "回線・搬送の会社" / "Carrier";
    MEDIUM = "媒体" / "Medium";
    FROM = "出発" / "From";
    TO = "到着" / "To";
    TIMES = "年間の回数" / "Times a year";
    ROLE = "役割" / "Role";
    SIDE = "立場" / "Side";
    USES = "使う機器・媒体" / "Uses";
}

fn cell(text: &str) -> Cell {
    if text.is_empty() { dash() } else { Cell::new(text) }
}

fn push(
    paper: &Paper<'_>,
    name: mamori_tree::Words,
    columns: &[(Column, mamori_tree::Words)],
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
    blocks.push(heading(2, paper.say(name)));
    blocks.push(table(paper.say(name), &columns, rows));
}

/// Adds the lists.
pub(super) fn lists(paper: &Paper<'_>, parts: &Parts<'_>, blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(LISTS)));
    sites(paper, parts, blocks);
    equipment(paper, parts, blocks);
    media(paper, parts, blocks);
    connections(paper, blocks);
    transports(paper, blocks);
    people(paper, blocks);
}

fn sites(paper: &Paper<'_>, parts: &Parts<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.sites.iter().enumerate().map(|(nth, site)| {
        let within = site.within.as_ref().map_or("", |around| paper.site(around));
        // A room lies in the country of its building.
        let around = || root(paper, &site.id).and_then(|root| root.country.as_ref());
        let land = site.country.as_ref().or_else(around);
        let land = land.map_or("", |found| country(paper, found));
        Row::new(vec![
            cell(&site.name),
            cell(within),
            cell(&parts.scene.companies[parts.owners[nth]].name),
            cell(land),
        ])
    });
    let columns = [
        (Column::start(34), NAME),
        (Column::start(34), WITHIN),
        (Column::start(40), OWNER),
        (Column::centre(8), COUNTRY),
    ];
    push(paper, SITES, &columns, rows.collect(), blocks);
}

fn equipment(paper: &Paper<'_>, parts: &Parts<'_>, blocks: &mut Vec<Block>) {
    let service = paper.subject.service;
    let provisions = |equipment: &Equipment| {
        let used: Vec<&Provision> = service
            .provisions
            .iter()
            .filter(|provision| equipment.provisions.contains(&provision.id))
            .collect();
        badge(&used)
    };
    let rows = service.equipment.iter().map(|equipment| {
        let node = parts
            .equipment
            .get(&equipment.id)
            .map(|node| &parts.scene.nodes[*node]);
        let company = node.map_or("", |node| &parts.scene.companies[node.company].name);
        Row::new(vec![
            cell(&equipment.name),
            cell(paper.say(equipment.kind.words())),
            cell(paper.site(&equipment.site)),
            cell(&equipment.count.map_or(1, |count| count.0).to_string()),
            cell(&provisions(equipment)),
            cell(company),
        ])
    });
    let columns = [
        (Column::start(36), NAME),
        (Column::start(24), KIND),
        (Column::start(26), PLACE),
        (Column::centre(8), COUNT),
        (Column::start(12), FORM),
        (Column::start(30), COMPANY),
    ];
    push(paper, EQUIPMENT, &columns, rows.collect(), blocks);
}

fn media(paper: &Paper<'_>, parts: &Parts<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.media.iter().map(|medium| {
        let node = parts.media.get(&medium.id).map(|node| &parts.scene.nodes[*node]);
        let company = node.map_or("", |node| &parts.scene.companies[node.company].name);
        Row::new(vec![
            cell(&medium.name),
            cell(paper.say(medium.kind.words())),
            cell(paper.site(&medium.site)),
            cell(company),
        ])
    });
    let columns = [
        (Column::start(36), NAME),
        (Column::start(24), KIND),
        (Column::start(26), PLACE),
        (Column::start(30), COMPANY),
    ];
    push(paper, MEDIA, &columns, rows.collect(), blocks);
}

fn connections(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let name = |id: &Id<Equipment>| paper.thing(&Thing::Equipment(id.clone())).to_owned();
    let rows = paper.subject.service.connections.iter().map(|connection| {
        let ends: Vec<String> = std::iter::once(&connection.from)
            .chain(&connection.to)
            .map(name)
            .collect();
        let ends: Vec<&str> = ends.iter().map(String::as_str).collect();
        let encryption = connection
            .encryption
            .map_or("", |encryption| paper.say(encryption.words()));
        let carrier = connection
            .carrier
            .as_ref()
            .map_or("", |carrier| paper.supplier(carrier));
        Row::new(vec![
            cell(&connection.name),
            cell(&paper.list(&ends)),
            cell(paper.say(connection.medium.words())),
            cell(encryption),
            cell(carrier),
        ])
    });
    let columns = [
        (Column::start(24), NAME),
        (Column::start(56), ENDS),
        (Column::start(18), LINE),
        (Column::start(22), ENCRYPTION),
        (Column::start(26), CARRIER),
    ];
    push(paper, CONNECTIONS, &columns, rows.collect(), blocks);
}

fn transports(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.transports.iter().map(|transport| {
        let carrier = transport
            .carrier
            .as_ref()
            .map_or("", |carrier| paper.supplier(carrier));
        let times = transport
            .times_a_year
            .map_or_else(String::new, |times| times.0.to_string());
        Row::new(vec![
            cell(paper.thing(&Thing::Transport(transport.id.clone()))),
            cell(paper.site(&transport.from)),
            cell(paper.site(&transport.to)),
            cell(&times),
            cell(carrier),
        ])
    });
    let columns = [
        (Column::start(30), MEDIUM),
        (Column::start(30), FROM),
        (Column::start(30), TO),
        (Column::centre(10), TIMES),
        (Column::start(30), CARRIER),
    ];
    push(paper, TRANSPORTS, &columns, rows.collect(), blocks);
}

fn people(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.people.iter().map(|person| {
        let equipment = person.uses.iter().map(|id| Thing::Equipment(id.clone()));
        let media = person.keeps.iter().map(|id| Thing::Medium(id.clone()));
        let names: Vec<String> = equipment
            .chain(media)
            .map(|thing| paper.thing(&thing).to_owned())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let company = person
            .supplier
            .as_ref()
            .map_or("", |supplier| paper.supplier(supplier));
        Row::new(vec![
            cell(&person.name),
            cell(paper.say(person.side.words())),
            cell(company),
            cell(&paper.list(&names)),
        ])
    });
    let columns = [
        (Column::start(30), ROLE),
        (Column::start(16), SIDE),
        (Column::start(30), COMPANY),
        (Column::start(56), USES),
    ];
    push(paper, PEOPLE, &columns, rows.collect(), blocks);
}
