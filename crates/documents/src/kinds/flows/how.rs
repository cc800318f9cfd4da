//! How a flow runs: line and encryption, authentication, guard on the way (GL 5.1.5 (1) ③).

use crate::Paper;
use crate::shared::lines;
use mamori_domain::{Connection, Equipment, Id, Medium, Transport, YesNo};
use mamori_rules::derive::{Flow, Thing};
use mamori_tree::{Cell, CellStyle, Words};

wording! {
    LINE = "回線：{0}" / "Line: {0}";
    ENCRYPTION = "暗号化：{0}" / "Encryption: {0}";
    VPN = "VPN：{0}" / "VPN: {0}";
    ADMISSION = "つなげる機器：{0}" / "Admitted: {0}";
    REMOTE = "遠隔保守に使う" / "Used for remote maintenance";
    USERS = "利用者の認証（対策の前）：{0}" / "Users (before the measures): {0}";
    ADMINISTRATORS = "管理者の認証：{0}" / "Administrators: {0}";
    MEDIA = "外部媒体：{0}" / "Removable media: {0}";
    ENCRYPTED = "媒体の中身は暗号化" / "Content of the medium is encrypted";
    UNENCRYPTED = "媒体の中身は暗号化なし" / "Content of the medium is not encrypted";
    GUARDED = "途中の守り：{0}" / "Guarded by: {0}";
    UNKNOWN = "（記載なし）" / "(not stated)";
}

/// How the thing by which a flow runs is connected and guarded.
pub(super) fn how(paper: &Paper<'_>, flow: &Flow) -> Cell {
    let found = match &flow.thing {
        Thing::Equipment(id) => of_equipment(paper, id),
        Thing::Connection(id) => of_connection(paper, id),
        Thing::Medium(id) => of_medium(paper, id),
        Thing::Transport(id) => of_transport(paper, id),
    };
    match found.is_empty() {
        true => Cell::new(paper.say(UNKNOWN)).styled(CellStyle::Muted),
        false => lines(&found),
    }
}

fn named(paper: &Paper<'_>, label: Words, words: Option<Words>) -> Option<String> {
    words.map(|words| paper.fill(label, &[paper.say(words)]))
}

fn of_equipment(paper: &Paper<'_>, id: &Id<Equipment>) -> Vec<String> {
    let mut all = paper.subject.service.equipment.iter();
    let Some(device) = all.find(|device| device.id == *id) else {
        return Vec::new();
    };
    [
        named(paper, USERS, device.user_authentication.map(|one| one.words())),
        named(
            paper,
            ADMINISTRATORS,
            device.administrator_authentication.map(|one| one.words()),
        ),
        named(paper, MEDIA, device.removable_media.map(|one| one.words())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_connection(paper: &Paper<'_>, id: &Id<Connection>) -> Vec<String> {
    let mut all = paper.subject.service.connections.iter();
    let Some(line) = all.find(|line| line.id == *id) else {
        return Vec::new();
    };
    let remote = line.remote_maintenance == Some(YesNo::Yes);
    [
        named(paper, LINE, Some(line.medium.words())),
        named(paper, ENCRYPTION, line.encryption.map(|one| one.words())),
        named(paper, VPN, line.vpn.map(|one| one.words())),
        named(paper, ADMISSION, line.admission.map(|one| one.words())),
        remote.then(|| paper.say(REMOTE).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_medium(paper: &Paper<'_>, id: &Id<Medium>) -> Vec<String> {
    let mut all = paper.subject.service.media.iter();
    let encrypted = all
        .find(|medium| medium.id == *id)
        .and_then(|medium| medium.encrypted);
    let words = encrypted.map(|yes| if yes == YesNo::Yes { ENCRYPTED } else { UNENCRYPTED });
    words
        .map(|words| paper.say(words).to_owned())
        .into_iter()
        .collect()
}

fn of_transport(paper: &Paper<'_>, id: &Id<Transport>) -> Vec<String> {
    let mut all = paper.subject.service.transports.iter();
    let Some(transport) = all.find(|transport| transport.id == *id) else {
        return Vec::new();
    };
    let mut found = of_medium(paper, &transport.medium);
    found.extend(
        transport
            .guarded_by
            .as_ref()
            .map(|guard| paper.fill(GUARDED, &[guard])),
    );
    found
}
