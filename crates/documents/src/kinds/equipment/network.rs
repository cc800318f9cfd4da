//! Connections and transport of media.

use super::{NOT_STATED, table};
use crate::Paper;
use crate::shared::{lines, optional};
use mamori_domain::{Connection, YesNo};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Words};

wording! {
    CONNECTIONS = "ネットワークの接続" / "Network connections";
    TRANSPORTS = "媒体の搬送" / "Transport of media";
    NAME = "接続" / "Connection";
    ENDS = "つなぐ機器" / "Joins";
    LINE = "回線" / "Runs over";
    ENCRYPTION = "暗号化" / "Encryption";
    VPN = "VPN" / "VPN";
    ADMISSION = "つなげる機器の限り方" / "How devices are admitted";
    REMOTE = "遠隔保守" / "Remote maintenance";
    CARRIER = "回線事業者" / "Carrier";
    CARRIES = "通る情報" / "Carries";
    END = "{0}（{1}）" / "{0} ({1})";
    MEDIUM = "媒体" / "Medium";
    FROM = "出発" / "From";
    TO = "到着" / "To";
    CARRIED_BY = "搬送業者" / "Carried by";
    TIMES = "年間の回数" / "Times a year";
    GUARDED = "途中の守り" / "Guarded by";
}

pub(super) fn connections(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows = paper
        .subject
        .service
        .connections
        .iter()
        .map(|line| row(paper, line))
        .collect();
    let columns = [
        (Column::start(22), NAME),
        (Column::start(50), ENDS),
        (Column::start(20), LINE),
        (Column::start(22), ENCRYPTION),
        (Column::start(16), VPN),
        (Column::start(22), ADMISSION),
        (Column::centre(10), REMOTE),
        (Column::start(24), CARRIER),
        (Column::start(24), CARRIES),
    ];
    table(paper, CONNECTIONS, &columns, rows, blocks);
}

fn row(paper: &Paper<'_>, line: &Connection) -> Row {
    let end = |id: &mamori_domain::Id<mamori_domain::Equipment>| {
        let name = paper.equipment(id);
        let mut devices = paper.subject.service.equipment.iter();
        match devices.find(|device| device.id == *id) {
            Some(device) => paper.fill(END, &[name, paper.site(&device.site)]),
            None => name.to_owned(),
        }
    };
    let mut ends = vec![end(&line.from)];
    ends.extend(line.to.iter().map(|id| format!("↔ {}", end(id))));
    let stated = |words: Option<Words>| {
        words.map_or_else(
            || Cell::new(paper.say(NOT_STATED)).styled(CellStyle::Muted),
            |words| Cell::new(paper.say(words)),
        )
    };
    let carries: Vec<String> = line
        .carries
        .iter()
        .map(|id| paper.information(id).to_owned())
        .collect();
    Row::new(vec![
        Cell::new(&*line.name),
        lines(&ends),
        Cell::new(paper.say(line.medium.words())),
        stated(line.encryption.map(|one| one.words())),
        optional(line.vpn.map(|one| paper.say(one.words()))),
        stated(line.admission.map(|one| one.words())),
        optional(line.remote_maintenance.map(|yes: YesNo| paper.say(yes.words()))),
        optional(line.carrier.as_ref().map(|carrier| paper.supplier(carrier))),
        lines(&carries),
    ])
}

pub(super) fn transports(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let service = paper.subject.service;
    let rows = service.transports.iter().map(|transport| {
        let mut media = service.media.iter();
        let medium = media.find(|medium| medium.id == transport.medium);
        Row::new(vec![
            Cell::new(medium.map_or(transport.medium.as_str(), |medium| &medium.name)),
            Cell::new(paper.site(&transport.from)),
            Cell::new(paper.site(&transport.to)),
            optional(transport.carrier.as_ref().map(|carrier| paper.supplier(carrier))),
            optional(transport.times_a_year.map(|times| times.0)),
            optional(transport.guarded_by.as_ref()),
        ])
    });
    let columns = [
        (Column::start(28), MEDIUM),
        (Column::start(30), FROM),
        (Column::start(30), TO),
        (Column::start(34), CARRIED_BY),
        (Column::end(14), TIMES),
        (Column::start(60), GUARDED),
    ];
    table(paper, TRANSPORTS, &columns, rows.collect(), blocks);
}
