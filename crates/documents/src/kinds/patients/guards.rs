//! How records are guarded, as far as the configuration shows it: a sentence is said only where the
//! fact behind it holds throughout.

use crate::Paper;
use crate::places_of_information::root;
use mamori_domain::{Authentication, Encryption, Equipment, Id, Medium, Site, YesNo};

wording! {
    LINES = "施設と施設の間の通信は、すべて暗号にして、途中で読まれないようにしています。" /
        "All traffic between sites is encrypted, so that nobody can read it on the way.";
    USERS = "使う人は、一人ずつ本人であることを確かめてから使います。" /
        "Everybody who uses the service first has to prove who they are.";
    LOGS = "だれがいつ記録を使ったかを、少なくとも{0}年間残します。" /
        "It is recorded who used the records and when; these logs are kept for at least {0} years.";
    MEDIA = "災害などに備えた控えは、暗号にして、離れた場所（{0}）に保管しています。" /
        "Copies for disasters are encrypted and kept at a distant place ({0}).";
    CERTIFIED = "会社は第三者の認証を受けています（{0}）。" / "The company is certified by third parties ({0}).";
}

/// What can be said.
pub(super) fn guards(paper: &Paper<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if lines_are_encrypted(paper) {
        found.push(paper.say(LINES).to_owned());
    }
    if users_are_known(paper) {
        found.push(paper.say(USERS).to_owned());
    }
    found.extend(log_years(paper).map(|years| paper.fill(LOGS, &[&years.to_string()])));
    found.extend(copies(paper));
    found.extend(certificates(paper));
    found
}

/// Whether every line between two sites is encrypted, and there is one.
fn lines_are_encrypted(paper: &Paper<'_>) -> bool {
    let service = paper.subject.service;
    let place = |id: &Id<Equipment>| -> Option<&Id<Site>> {
        let device = service.equipment.iter().find(|one| one.id == *id)?;
        root(paper, &device.site).map(|root| &root.id)
    };
    let mut between = service
        .connections
        .iter()
        .filter(|line| line.to.iter().any(|to| place(to) != place(&line.from)))
        .peekable();
    between.peek().is_some()
        && between.all(|line| {
            !matches!(
                line.encryption,
                None | Some(Encryption::None | Encryption::WpaOld)
            )
        })
}

/// Whether every device that people use asks them who they are, and there is one.
fn users_are_known(paper: &Paper<'_>) -> bool {
    let service = paper.subject.service;
    let handles = |device: &&Equipment| !device.handles.is_empty() && device.user_authentication.is_some();
    let mut used = service.equipment.iter().filter(handles).peekable();
    used.peek().is_some() && used.all(|device| device.user_authentication != Some(Authentication::None))
}

/// The least number of years for which logs of equipment that keeps medical information stay.
fn log_years(paper: &Paper<'_>) -> Option<i64> {
    let medical = paper.subject.medical_information();
    let keeps = |device: &&Equipment| device.stores.iter().any(|id| medical.contains(id));
    let mut keeping = paper.subject.service.equipment.iter().filter(keeps);
    let first = keeping.next()?.log_retention?.0;
    keeping
        .try_fold(first, |least, device| Some(least.min(device.log_retention?.0)))
        .filter(|years| *years > 0)
}

/// Encrypted media with medical information away from the equipment that keeps it.
fn copies(paper: &Paper<'_>) -> Option<String> {
    let medical = paper.subject.medical_information();
    let service = paper.subject.service;
    let place = |site: &Id<Site>| root(paper, site).map(|root| &root.id);
    let media: Vec<&Medium> = service
        .media
        .iter()
        .filter(|medium| medium.stores.iter().any(|id| medical.contains(id)))
        .collect();
    let away = media.first().filter(|medium| {
        let mut keeping = service
            .equipment
            .iter()
            .filter(|device| device.stores.iter().any(|id| medical.contains(id)));
        keeping.all(|device| place(&device.site) != place(&medium.site))
    })?;
    media
        .iter()
        .all(|medium| medium.encrypted == Some(YesNo::Yes))
        .then(|| paper.fill(MEDIA, &[paper.site(&away.site)]))
}

/// Certificates that are valid on the day of the papers.
fn certificates(paper: &Paper<'_>) -> Option<String> {
    let as_of = paper.subject.as_of;
    let all = paper.subject.workspace.organisation.certificates.iter();
    let names: Vec<&str> = all
        .filter(|one| one.expires.is_some_and(|day| day >= as_of))
        .map(|one| paper.say(one.scheme.words()))
        .collect();
    (!names.is_empty()).then(|| paper.fill(CERTIFIED, &[&paper.list(&names)]))
}
