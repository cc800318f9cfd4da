//! The end of the agreement: both sides' signatures and the history of versions (GL 別紙1 II 2.3, 2.4).

use super::hours;
use super::terms::{self, percent};
use crate::Paper;
use crate::kinds::records::values;
use crate::shared::{self, dash, heading};
use mamori_domain::build::Kind;
use mamori_domain::description::FieldDescription;
use mamori_domain::{AgreementSubject, SlaVersion};
use mamori_rules::agreed_terms::Layer;
use mamori_tree::{Block, Cell, Column, Row, Words};

wording! {
    SIGNATURES = "署名" / "Signatures";
    SIGN_TEXT = "双方は、この合意書（識別番号 {0}）の内容に合意したことを示して署名する。" /
        "Both sides sign to show that they agree to the content of this agreement (revision {0}).";
    STATE = "合意の記録：{0} {1}（{2}）" / "On record: {0} {1} ({2})";
    THIS_REVISION = "この内容について" / "on this revision";
    OTHER_REVISION = "識別番号 {0} の内容について。いまの内容への合意は改めて要る" / "on revision {0}; this revision is yet to be agreed to";
    NO_REVISION = "合意した内容の識別番号は記録されていない。この内容と同じかを、署名の前に双方で確かめる" /
        "the revision is not on record; before signing, both sides check that its content is the same as that of this one";
    SHEET = "署名" / "Signatures";
    ENTRY = "欄" / "Entry";
    INSTITUTION = "医療機関" / "The Institution";
    PROVIDER = "提供事業者" / "The Provider";
    NAME = "名称" / "Name";
    ADDRESS = "所在地" / "Address";
    SIGNATORY = "役職・氏名" / "Post and name";
    SIGNATURE = "署名または記名押印" / "Signature or seal";
    DATE = "日付" / "Date";
    DAY = "　　　　年　　月　　日" / "____-__-__";
    HISTORY = "改版履歴" / "Revision history";
    HISTORY_SHEET = "改版履歴" / "History";
    VERSION = "版" / "Version";
    FROM = "適用開始日" / "Valid from";
    TO = "適用終了日" / "Valid to";
    CHANGES = "改めた内容" / "What was changed";
    CURRENT = "{0}（この版）" / "{0} (this version)";
    OTHERWISE = "値（書いていないものは次の版と同じ）" / "Terms (others as in the next version)";
    AS_HERE = "この合意書のとおり" / "as in this agreement";
    SAID = "{0}：{1}" / "{0}: {1}";
    HOURS_OF = "業務時間（{0}）" / "Business hours ({0})";
    WINDOW = "合意した停止の時間帯" / "Agreed window for stops";
}

/// The block that both sides sign.
pub(super) fn signatures(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let organisation = &paper.subject.workspace.organisation.profile;
    let institution = paper.institution();
    let typed = |text: Option<&str>| Cell::new(text.unwrap_or_default());
    let row = |label: Words, institution: Cell, provider: Cell| {
        Row::new(vec![Cell::new(paper.say(label)), institution, provider])
    };
    let signs = terms::text(paper, |terms| terms.provider_signatory.as_deref());
    let provider_signs = signs.as_deref().or(organisation.representative.as_deref());
    let institution_signs = terms::text(paper, |terms| terms.institution_signatory.as_deref());
    // Room to write in by hand where the model holds nothing.
    let blank = || Cell::new("\n\n");
    let rows = vec![
        row(
            NAME,
            typed(institution.and_then(|one| one.profile.name.as_deref())),
            typed(organisation.name.as_deref()),
        ),
        row(
            ADDRESS,
            institution
                .and_then(|one| one.profile.address.as_deref())
                .map_or_else(blank, Cell::new),
            typed(organisation.address.as_deref()),
        ),
        row(
            SIGNATORY,
            typed(institution_signs.as_deref()),
            typed(provider_signs),
        ),
        row(SIGNATURE, blank(), blank()),
        row(DATE, Cell::new(paper.say(DAY)), Cell::new(paper.say(DAY))),
    ];
    let columns = [
        (Column::start(20), paper.say(ENTRY)),
        (Column::start(40), paper.say(INSTITUTION)),
        (Column::start(40), paper.say(PROVIDER)),
    ];
    blocks.push(heading(1, paper.say(SIGNATURES)));
    let revision = shared::short_revision(paper.revision);
    blocks.push(Block::Paragraph(paper.fill(SIGN_TEXT, &[&revision])));
    let agreements = institution
        .map(|one| one.agreements.as_slice())
        .unwrap_or_default();
    let state = agreements
        .iter()
        .rfind(|row| row.service == *paper.subject.id && row.subject == AgreementSubject::Sla);
    if let Some(state) = state {
        let date = state.date.map_or_else(String::new, |date| date.to_string());
        let of = match state.revision.as_ref().map(|revision| revision.as_str()) {
            None => paper.say(NO_REVISION).to_owned(),
            Some(agreed) if agreed == paper.revision => paper.say(THIS_REVISION).to_owned(),
            Some(agreed) => paper.fill(OTHER_REVISION, &[&shared::short_revision(agreed)]),
        };
        blocks.push(Block::Paragraph(
            paper.fill(STATE, &[paper.say(state.state.words()), &date, &of]),
        ));
    }
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

/// The versions with their periods, the one in force last; what an earlier one had otherwise stands
/// beside it, where it is written down.
pub(super) fn history(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let earlier = paper
        .institution()
        .map(|one| one.sla_versions.as_slice())
        .unwrap_or_default();
    let own = paper.institution().map(|one| &one.sla_terms);
    let terms = own
        .filter(|terms| terms.version.is_some())
        .unwrap_or(&paper.subject.service.sla_terms);
    let day = |day: Option<mamori_domain::Date>| day.map_or_else(dash, |day| Cell::new(day.to_string()));
    let text = |text: Option<&str>| text.map_or_else(dash, Cell::new);
    let said: Vec<Vec<String>> = earlier.iter().map(|one| said_otherwise(paper, one)).collect();
    let tells = said.iter().any(|lines| !lines.is_empty());
    let row = |mut cells: Vec<Cell>, otherwise: Cell| {
        cells.extend(tells.then_some(otherwise));
        Row::new(cells)
    };
    let mut rows: Vec<Row> = earlier
        .iter()
        .zip(&said)
        .map(|(one, lines)| {
            let cells = vec![
                Cell::new(&*one.version),
                day(one.valid_from),
                day(one.valid_to),
                text(one.changes.as_deref()),
            ];
            let otherwise = if lines.is_empty() {
                dash()
            } else {
                Cell::new(lines.join("\n"))
            };
            row(cells, otherwise)
        })
        .collect();
    if let Some(version) = &terms.version {
        let cells = vec![
            Cell::new(paper.fill(CURRENT, &[version])),
            day(terms.valid_from),
            day(terms.valid_to),
            text(terms.changes.as_deref()),
        ];
        rows.push(row(cells, Cell::new(paper.say(AS_HERE))));
    }
    if rows.is_empty() {
        return;
    }
    let [narrow, wide] = if tells { [14, 31] } else { [16, 56] };
    let mut columns = vec![
        (Column::start(narrow), paper.say(VERSION)),
        (Column::start(narrow), paper.say(FROM)),
        (Column::start(narrow), paper.say(TO)),
        (Column::start(wide), paper.say(CHANGES)),
    ];
    columns.extend(tells.then_some((Column::start(wide), paper.say(OTHERWISE))));
    blocks.push(heading(1, paper.say(HISTORY)));
    blocks.push(shared::table(paper.say(HISTORY_SHEET), &columns, rows));
}

/// What an earlier version had otherwise than the next later one, a line each.
fn said_otherwise(paper: &Paper<'_>, version: &SlaVersion) -> Vec<String> {
    let written = version.write();
    let of_terms = SlaVersion::DESCRIPTION
        .fields
        .iter()
        .filter(|field| !PERIOD.contains(&field.name));
    let term = |field: &FieldDescription| {
        let text = &written.cell(field.name)?.text;
        let value = match field.name {
            "availability_business" | "availability_other" => {
                text.parse().map_or_else(|_| text.clone(), percent)
            }
            _ => values::value(paper, &field.value, text),
        };
        Some(paper.fill(SAID, &[paper.say(field.label), &value]))
    };
    let mut lines: Vec<String> = of_terms.filter_map(term).collect();
    let Some(institution) = paper.institution() else {
        return lines;
    };
    let own = version.terms();
    let layer = Layer::of_version(institution, version, &own);
    lines.extend(layer.hours.iter().map(|row| {
        let day = paper.fill(HOURS_OF, &[paper.say(row.day.words())]);
        paper.fill(SAID, &[&day, &hours::typed(paper, &row.hours)])
    }));
    let windows = layer.windows.iter().map(|row| hours::window(paper, row));
    lines.extend(windows.map(|window| paper.fill(SAID, &[paper.say(WINDOW), &window])));
    lines
}

/// What a row of a version says of its period rather than of the terms.
const PERIOD: [&str; 4] = ["version", "valid_from", "valid_to", "changes"];
