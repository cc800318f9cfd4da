//! Sites, equipment and media.

use super::{NOT_STATED, PIECES, table};
use crate::Paper;
use crate::places_of_information::{country, root};
use crate::shared::{lines, optional};
use mamori_domain::{Environment, Equipment, Id, Information, Medium, Site, YesNo};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Words};

wording! {
    SITES = "場所" / "Places";
    EQUIPMENT = "機器とソフトウェア" / "Equipment and software";
    MEDIA = "記憶媒体" / "Storage media";
    SITE = "場所" / "Place";
    OWNER = "管理者" / "Run by";
    COUNTRY = "国" / "Country";
    WITHIN = "属する場所" / "Within";
    NAME = "機器" / "Equipment";
    MEDIUM = "媒体" / "Medium";
    SPECIFICATION = "種類・台数" / "Kind and number";
    SOFTWARE = "ソフトウェアと版" / "Software and version";
    SUPPORT = "サポート期限" / "Supported until";
    PROVISION = "提供の形" / "How provided";
    STORES = "中に残る情報" / "Information kept in it";
    GUARD = "認証・外部媒体・持ち出し" / "Authentication, media, take-out";
    LOGS = "ログの保存" / "Logs kept";
    YEARS = "{0} 年" / "{0} years";
    KIND_OF = "種類" / "Kind";
    KEPT_BY = "保管者" / "Kept by";
    ENCRYPTED = "暗号化" / "Encrypted";
    AT_END = "契約終了時" / "At contract end";
    VIRTUAL = "仮想マシン" / "Virtual machine";
    USERS = "利用者（対策の前）：{0}" / "Users (before the measures): {0}";
    ADMINISTRATORS = "管理者：{0}" / "Administrators: {0}";
    REMOVABLE = "外部媒体：{0}" / "Removable media: {0}";
    PORTABLE = "施設の外へ持ち出す" / "Taken off the premises";
    PERSONAL = "個人所有" / "Personally owned";
    EXPIRED = "{0}\n期限切れ" / "{0}\nexpired";
    FORM = "{0}（{1}）" / "{0} ({1})";
}

pub(super) fn sites(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.sites.iter().map(|site| {
        let root = root(paper, &site.id);
        let owner = site.owner.or_else(|| root.and_then(|root| root.owner));
        let found = site
            .country
            .as_ref()
            .or_else(|| root.and_then(|root| root.country.as_ref()));
        Row::new(vec![
            Cell::new(&*site.name),
            optional(site.within.as_ref().map(|within| paper.site(within))),
            match &site.supplier {
                Some(supplier) => Cell::new(paper.supplier(supplier)),
                None => stated(paper, owner.map(|owner| owner.words())),
            },
            match found {
                None => Cell::new(paper.say(NOT_STATED)).styled(CellStyle::Raised),
                Some(found) => Cell::new(country(paper, found)),
            },
        ])
    });
    let columns = [
        (Column::start(50), SITE),
        (Column::start(50), WITHIN),
        (Column::start(50), OWNER),
        (Column::centre(14), COUNTRY),
    ];
    table(paper, SITES, &columns, rows.collect(), blocks);
}

/// Words where something was stated.
fn stated(paper: &Paper<'_>, words: Option<Words>) -> Cell {
    words.map_or_else(
        || Cell::new(paper.say(NOT_STATED)).styled(CellStyle::Muted),
        |words| Cell::new(paper.say(words)),
    )
}

/// The equipment by place.
pub(super) fn equipment(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let columns = [
        (Column::start(28), NAME),
        (Column::start(20), SPECIFICATION),
        (Column::start(26), SOFTWARE),
        (Column::centre(14), SUPPORT),
        (Column::start(32), PROVISION),
        (Column::start(34), STORES),
        (Column::start(34), GUARD),
        (Column::centre(10), LOGS),
    ];
    let service = paper.subject.service;
    let mut rows = Vec::new();
    let known = |device: &Equipment| service.sites.iter().any(|site| site.id == device.site);
    let places = service.sites.iter().map(|site| Some(&site.id)).chain([None]);
    for place in places {
        let here = |device: &&Equipment| match place {
            Some(site) => device.site == *site,
            None => !known(device),
        };
        for (at, device) in service.equipment.iter().filter(here).enumerate() {
            if at == 0 {
                rows.push(group(paper, &device.site, columns.len()));
            }
            rows.push(device_row(paper, device));
        }
    }
    table(paper, EQUIPMENT, &columns, rows, blocks);
}

fn group(paper: &Paper<'_>, site: &Id<Site>, columns: usize) -> Row {
    let columns = u16::try_from(columns).unwrap_or(u16::MAX);
    let cell = Cell::new(paper.site(site)).styled(CellStyle::Group);
    Row::new(vec![cell.spanning(1, columns)])
}

fn device_row(paper: &Paper<'_>, device: &Equipment) -> Row {
    let count = device.count.map_or(1, |count| count.0);
    let mut kind = vec![paper.say(device.kind.words()).to_owned()];
    kind.push(paper.fill(PIECES, &[&count.to_string()]));
    if let Some(environment) = device.environment.filter(|one| *one != Environment::Production) {
        kind.push(paper.say(environment.words()).to_owned());
    }
    if device.virtual_machine == Some(YesNo::Yes) {
        kind.push(paper.say(VIRTUAL).to_owned());
    }
    let support = match device.support_until {
        Some(day) if day < paper.subject.as_of => {
            Cell::new(paper.fill(EXPIRED, &[&day.to_string()])).styled(CellStyle::Severe)
        }
        day => optional(day),
    };
    Row::new(vec![
        Cell::new(&*device.name),
        lines(&kind),
        optional(device.software.as_ref()),
        support,
        lines(&provision(paper, device)),
        information(paper, &device.stores),
        lines(&guard(paper, device)),
        optional(
            device
                .log_retention
                .map(|years| paper.fill(YEARS, &[&years.0.to_string()])),
        ),
    ])
}

/// In which forms it is provided, each once; the company where it is another's.
fn provision(paper: &Paper<'_>, device: &Equipment) -> Vec<String> {
    let rows = paper.subject.service.provisions.iter();
    let mut found: Vec<String> = Vec::new();
    for row in rows.filter(|row| device.provisions.contains(&row.id)) {
        let (layer, form) = (paper.say(row.layer.words()), paper.say(row.form.words()));
        found.push(paper.fill(FORM, &[layer, form]));
    }
    found.extend(
        device
            .supplier
            .as_ref()
            .map(|supplier| paper.supplier(supplier).to_owned()),
    );
    found
}

fn guard(paper: &Paper<'_>, device: &Equipment) -> Vec<String> {
    let named =
        |label: Words, words: Option<Words>| words.map(|words| paper.fill(label, &[paper.say(words)]));
    let marked =
        |yes: Option<YesNo>, words: Words| (yes == Some(YesNo::Yes)).then(|| paper.say(words).to_owned());
    [
        named(USERS, device.user_authentication.map(|one| one.words())),
        named(
            ADMINISTRATORS,
            device.administrator_authentication.map(|one| one.words()),
        ),
        named(REMOVABLE, device.removable_media.map(|one| one.words())),
        marked(device.portable, PORTABLE),
        marked(device.personal, PERSONAL),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn information(paper: &Paper<'_>, ids: &[Id<Information>]) -> Cell {
    let names: Vec<String> = ids.iter().map(|id| paper.information(id).to_owned()).collect();
    lines(&names)
}

pub(super) fn media(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows = paper.subject.service.media.iter().map(|medium: &Medium| {
        Row::new(vec![
            Cell::new(&*medium.name),
            Cell::new(paper.say(medium.kind.words())),
            Cell::new(paper.site(&medium.site)),
            optional(medium.supplier.as_ref().map(|supplier| paper.supplier(supplier))),
            information(paper, &medium.stores),
            stated(paper, medium.encrypted.map(|yes| yes.words())),
            stated(paper, medium.at_end.map(|one| one.words())),
        ])
    });
    let columns = [
        (Column::start(28), MEDIUM),
        (Column::start(24), KIND_OF),
        (Column::start(28), SITE),
        (Column::start(34), KEPT_BY),
        (Column::start(40), STORES),
        (Column::centre(14), ENCRYPTED),
        (Column::start(26), AT_END),
    ];
    table(paper, MEDIA, &columns, rows.collect(), blocks);
}
