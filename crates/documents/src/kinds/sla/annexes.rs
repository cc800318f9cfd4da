//! The annexes that the clauses name. Those whose text the source does not print are filled from the
//! model and from the answers to 別紙2, and say so.

use super::terms;
use crate::Paper;
use crate::clauses;
use crate::item_lists::item_list;
use crate::places_of_information::root;
use crate::shared::{self, dash, heading, sheet_name};
use mamori_catalogue::{ItemId, MeasureId, SlaAnnex};
use mamori_domain::{AnswerStatus, Owner, Site};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "付属書{0} {1}" / "Annex {0}: {1}";
    OURS = "ガイドラインの見本が名前だけを挙げ、中身を載せていない付属書です。別紙2の対策項目への回答から作ったもので、双方で直してかまいません。" /
        "The guideline's example of an SLA names this annex without printing its content. This one is made from the answers to the control items of appendix 2; both sides may edit it.";
    MADE = "このサービスの構成の記載から作った付属書です。" / "This annex is made from the configuration of the service.";
    MEASURE = "対策" / "Measure";
    DONE = "提供事業者が行うこと" / "What the Provider does";
    ASKED = "医療機関に行っていただくこと" / "What the Institution does";
    LINE = "{0}{1}{2}［{3}］" / "{0}{1}{2} [{3}]";
    STATUS = "〔{0}〕" / "[{0}] ";
    UNCONFIRMED = "〔標準回答・未確認〕" / "[standard answer, not confirmed] ";
    UNANSWERED = "回答のない項目：{0}" / "Items without an answer: {0}";
    NOT_APPLICABLE = "該当なしの項目：{0}" / "Items that do not apply: {0}";
    LAYER = "層" / "Layer";
    COMPONENT = "構成要素" / "Component";
    FORM = "提供の形" / "Form of provision";
    COMPANY = "提供する会社" / "Company";
    PROVIDER = "提供事業者" / "The Provider";
    NO_PROVISION = "【未記入】提供の形を provisions.csv に書いてください。" /
        "[Not written yet] Write the forms of provision into provisions.csv.";
    DIAGRAM = "図は文書「全体構成図」（識別番号 {0}、基準日 {1}）に示します。場所と、そこに置く機器は次のとおりです。" /
        "The drawing is the paper \"Overall configuration diagram\" (revision {0}, as of {1}). Places and the equipment at each:";
    THEIR_PLACES = "医療機関の中の場所は、このサービスを使う医療機関に共通して示したものです。その医療機関にないものは含みません。" /
        "Places within an institution are shown for all that use the service; what the Institution does not have is not part of this agreement.";
    SITE = "場所" / "Place";
    EQUIPMENT = "機器" / "Equipment";
    NO_SITE = "【未記入】場所と機器を sites.csv・equipment.csv に書いてください。" /
        "[Not written yet] Write sites and equipment into sites.csv and equipment.csv.";
    NO_ENVIRONMENT = "【未記入】動くことを保証する環境を、sla-terms.toml の client_environment に書いてください。" /
        "[Not written yet] Write the environment for which working is guaranteed into client_environment of sla-terms.toml.";
    TAKEN_IN = "この合意書は、サービス仕様適合開示書の次の版を取り込みます。取り込んだ項目を変えることは、この合意書の改定にあたります。" /
        "This agreement takes in the following revision of the conformity disclosure. To change an item taken in is to revise this agreement.";
    REVISION = "内容の識別番号（SHA-256）：{0}" / "Digest of the revision (SHA-256): {0}";
    AGREED_ON = "合意した日：{0}" / "Agreed on: {0}";
    AS_OF = "基準日：{0}（この内容への合意の記録は、まだありません）" / "As of {0} (no agreement to this revision is on record yet)";
    CONSENTS = "包括して承諾する保守の一覧" / "Maintenance with a blanket consent";
    NO_CONSENTS = "包括して承諾する保守はありません。区分ウの保守は、一件ごとに承諾を得ます。" /
        "There is no blanket consent: maintenance of class (c) needs consent each time.";
    SHEET = "付属書{0}" / "Annex {0}";
}

/// All annexes in the catalogue's order, numbered as the clauses cite them.
pub(super) fn all(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let annexes = paper.subject.catalogue.sla().annexes.as_slice();
    for (at, annex) in annexes.iter().enumerate() {
        let number = (at + 1).to_string();
        blocks.push(heading(
            1,
            paper.fill(TITLE, &[&number, paper.text(&annex.title)]),
        ));
        let sheet = sheet_name(&paper.fill(SHEET, &[&number]));
        match annex.id.as_str() {
            "system-overview" => overview(paper, &sheet, blocks),
            "overall-diagram" => configuration(paper, &sheet, blocks),
            "client-environment" => match terms::text(paper, |terms| terms.client_environment.as_deref()) {
                Some(text) => blocks.extend(clauses::typed(&text)),
                None => blocks.push(Block::Note(paper.say(NO_ENVIRONMENT).to_owned())),
            },
            "disclosure" => disclosure(paper, blocks),
            _ => measures(paper, annex, &sheet, blocks),
        }
    }
    let number = (annexes.len() + 1).to_string();
    blocks.push(heading(1, paper.fill(TITLE, &[&number, paper.say(CONSENTS)])));
    match terms::text(paper, |terms| terms.blanket_consents.as_deref()) {
        Some(text) => blocks.extend(clauses::typed(&text)),
        None => blocks.push(Block::Paragraph(paper.say(NO_CONSENTS).to_owned())),
    }
}

fn overview(paper: &Paper<'_>, sheet: &str, blocks: &mut Vec<Block>) {
    blocks.push(Block::Paragraph(paper.say(MADE).to_owned()));
    let rows: Vec<Row> = paper
        .subject
        .service
        .provisions
        .iter()
        .map(|one| {
            let company = one
                .supplier
                .as_ref()
                .map_or(paper.say(PROVIDER), |id| paper.supplier(id));
            Row::new(vec![
                Cell::new(paper.say(one.layer.words())),
                Cell::new(&*one.component),
                Cell::new(paper.say(one.form.words())),
                Cell::new(company),
            ])
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::Note(paper.say(NO_PROVISION).to_owned()));
        return;
    }
    let columns = [
        (Column::start(18), paper.say(LAYER)),
        (Column::start(40), paper.say(COMPONENT)),
        (Column::start(20), paper.say(FORM)),
        (Column::start(28), paper.say(COMPANY)),
    ];
    blocks.push(shared::table(sheet, &columns, rows));
}

fn configuration(paper: &Paper<'_>, sheet: &str, blocks: &mut Vec<Block>) {
    let service = paper.subject.service;
    let rows: Vec<Row> = service
        .sites
        .iter()
        .filter_map(|site| {
            let here = service.equipment.iter().filter(|one| one.site == site.id);
            let names: Vec<&str> = here.map(|one| &*one.name).collect();
            (!names.is_empty()).then(|| Row::new(vec![Cell::new(&*site.name), Cell::new(names.join("\n"))]))
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::Note(paper.say(NO_SITE).to_owned()));
        return;
    }
    let revision = shared::short_revision(paper.revision);
    let text = paper.fill(DIAGRAM, &[&revision, &paper.subject.as_of.to_string()]);
    blocks.push(Block::Paragraph(text));
    let of_institutions =
        |site: &Site| root(paper, &site.id).and_then(|root| root.owner) == Some(Owner::Institution);
    if paper.subject.institutions().count() > 1 && service.sites.iter().any(of_institutions) {
        blocks.push(Block::Paragraph(paper.say(THEIR_PLACES).to_owned()));
    }
    let columns = [
        (Column::start(30), paper.say(SITE)),
        (Column::start(70), paper.say(EQUIPMENT)),
    ];
    blocks.push(shared::table(sheet, &columns, rows));
}

fn disclosure(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let (revision, date, agreed) = terms::disclosure(paper);
    blocks.push(Block::Paragraph(paper.say(TAKEN_IN).to_owned()));
    blocks.push(Block::List(vec![
        paper.fill(REVISION, &[&revision]),
        paper.fill(if agreed { AGREED_ON } else { AS_OF }, &[&date]),
    ]));
}

/// An annex filled from the answers to the measures that the catalogue names for it.
fn measures(paper: &Paper<'_>, annex: &SlaAnnex, sheet: &str, blocks: &mut Vec<Block>) {
    blocks.push(Block::Note(paper.say(OURS).to_owned()));
    let rows: Vec<Row> = annex.measures.iter().map(|measure| row(paper, measure)).collect();
    if rows.is_empty() {
        return;
    }
    let columns = [
        (Column::start(18), paper.say(MEASURE)),
        (Column::start(50), paper.say(DONE)),
        (Column::start(34), paper.say(ASKED)),
    ];
    blocks.push(shared::table(sheet, &columns, rows));
}

/// What counts as one line: items with the same answer.
struct Line<'a> {
    text: &'a str,
    status: AnswerStatus,
    unconfirmed: bool,
    items: Vec<ItemId>,
}

fn row(paper: &Paper<'_>, measure: &MeasureId) -> Row {
    let catalogue = paper.subject.catalogue;
    let title = catalogue
        .measures()
        .get(measure.as_str())
        .map_or("", |one| paper.text(&one.title));
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut open, mut unfit, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for item in catalogue.items_of(measure) {
        let answer = paper.answers.get(&item.id);
        let Some((answer, status)) = answer.and_then(|answer| Some((answer, answer.status?))) else {
            open.push(item.id.clone());
            continue;
        };
        if status == AnswerStatus::NotApplicable {
            unfit.push(item.id.clone());
            continue;
        }
        let said = paper.said(&answer.text);
        let text = if said.is_empty() {
            paper.text(&item.duty)
        } else {
            said
        };
        match lines
            .iter_mut()
            .find(|line| line.text == text && line.status == status)
        {
            Some(line) => {
                line.items.push(item.id.clone());
                line.unconfirmed |= answer.is_unconfirmed();
            }
            None => lines.push(Line {
                text,
                status,
                unconfirmed: answer.is_unconfirmed(),
                items: vec![item.id.clone()],
            }),
        }
        let side = item
            .institution
            .as_ref()
            .map(|side| format!("{}{}", paper.bullet(), paper.text(side)));
        asked.extend(side.filter(|side| !asked.contains(side)));
    }
    let mut done: Vec<String> = lines.iter().map(|line| line_text(paper, line)).collect();
    for (words, items) in [(UNANSWERED, &open), (NOT_APPLICABLE, &unfit)] {
        if !items.is_empty() {
            done.push(paper.fill(words, &[&item_list(paper, items)]));
        }
    }
    let style = match (open.is_empty(), lines.iter().any(|line| line.unconfirmed)) {
        (false, _) => CellStyle::Raised,
        (true, true) => CellStyle::Proposed,
        (true, false) => CellStyle::Plain,
    };
    let asked = match asked.is_empty() {
        true => dash(),
        false => Cell::new(asked.join("\n")),
    };
    Row::new(vec![
        Cell::new(format!("{measure}\n{title}")),
        Cell::new(done.join("\n")).styled(style),
        asked,
    ])
}

fn line_text(paper: &Paper<'_>, line: &Line<'_>) -> String {
    let status = match line.status {
        AnswerStatus::Implemented => String::new(),
        other => paper.fill(STATUS, &[paper.say(other.words())]),
    };
    let unconfirmed = if line.unconfirmed {
        paper.say(UNCONFIRMED)
    } else {
        ""
    };
    let marks = format!("{unconfirmed}{status}");
    paper.fill(
        LINE,
        &[paper.bullet(), &marks, line.text, &item_list(paper, &line.items)],
    )
}
