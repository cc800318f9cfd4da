//! Items answered by a paper: its name, and how, on what condition and to what extent it is disclosed.

use super::answers;
use super::fact;
use super::table::{open, open_row, or_open};
use crate::Paper;
use mamori_catalogue::{DisclosureItem, DisclosureTable};
use mamori_domain::{Policy, PolicyKind};
use mamori_tree::{Cell, Row, Words};

wording! {
    NO_PAPER = "services/＜サービス＞/disclosures.csv のこの項目の行に、文書の名前（document）と開示の方法・条件・範囲を書いてください" /
        "Write the paper (document) and its method, condition and extent into the row of this item in services/<service>/disclosures.csv";
    NO_POLICY = "organisation/policies.csv に、定めた方針と規程、その見せ方を書いてください" /
        "Write the policies and rules in force, and how they are shown, into organisation/policies.csv";
    NO_FINANCES = "organisation/finances.csv に、経営の健全さを示す資料と見せ方を書いてください" /
        "Write the papers that show financial soundness, and how they are shown, into organisation/finances.csv";
    NO_WAY = "見せ方（shown_how）を書いてください" / "Write how it is shown (shown_how)";
    NO_METHOD = "開示の方法（method）を書いてください" / "Write the method";
    NO_CONDITION = "開示の条件（condition）を書いてください。なければ「なし」と書きます" /
        "Write the condition; write none where there is none";
    NO_EXTENT = "開示の範囲（extent）を書いてください" / "Write the extent";
    IN_FORCE = "{0}\n承認 {1}" / "{0}\nApproved {1}";
    REVIEWED = "{0}\n見直し {1}" / "{0}\nReviewed {1}";
    PERIOD = "{0}\n{1} 決算" / "{0}\nPeriod ended {1}";
}

/// The rows of a table that names papers.
pub(super) fn rows(paper: &Paper<'_>, item: &DisclosureItem, table: &DisclosureTable) -> Vec<Row> {
    let named = named(paper, item);
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let mut rows: Vec<Row> = named.into_iter().collect();
    let named_title = fact(paper, item).and_then(|fact| fact.document.as_deref());
    let missing = match item.id.as_str() {
        "policies-in-place" => {
            let policies = paper.subject.workspace.organisation.policies.iter();
            rows.extend(
                policies
                    .filter(|one| named_title != Some(&*one.title))
                    .map(|one| policy(paper, one)),
            );
            NO_POLICY
        }
        "financial-soundness" => {
            rows.extend(finances(paper, named_title));
            NO_FINANCES
        }
        "basic-policy" if rows.is_empty() && basic(paper).next().is_some() => {
            rows.extend(basic(paper).map(|one| policy(paper, one)));
            NO_PAPER
        }
        _ if rows.is_empty() => {
            rows.extend(
                answers::policies(paper, item)
                    .into_iter()
                    .map(|one| policy(paper, one)),
            );
            NO_PAPER
        }
        _ => NO_PAPER,
    };
    match rows.is_empty() {
        true => open_row(paper, columns, missing),
        false => rows,
    }
}

/// The policies that are the basic policy itself.
fn basic<'a>(paper: &Paper<'a>) -> impl Iterator<Item = &'a Policy> {
    let policies = paper.subject.workspace.organisation.policies.iter();
    policies.filter(|one| one.kind == PolicyKind::BasicPolicy)
}

/// The paper that was named for the item.
fn named(paper: &Paper<'_>, item: &DisclosureItem) -> Option<Row> {
    let document = fact(paper, item)?.document.as_deref()?;
    let mut cells = vec![Cell::new(document)];
    cells.extend(way(paper, item));
    Some(Row::new(cells))
}

/// Method, condition and extent of the paper named for the item.
pub(super) fn way(paper: &Paper<'_>, item: &DisclosureItem) -> [Cell; 3] {
    let fact = fact(paper, item);
    let typed = |text: Option<&mamori_domain::Text>, missing: Words| {
        or_open(paper, text.map(|text| &**text), missing)
    };
    [
        typed(fact.and_then(|fact| fact.method.as_ref()), NO_METHOD),
        typed(fact.and_then(|fact| fact.condition.as_ref()), NO_CONDITION),
        typed(fact.and_then(|fact| fact.extent.as_ref()), NO_EXTENT),
    ]
}

/// A policy in force; its way of disclosure is one text for method, condition and extent.
fn policy(paper: &Paper<'_>, policy: &Policy) -> Row {
    let mut title = policy.title.to_string();
    if let Some(approved) = policy.approved {
        title = paper.fill(IN_FORCE, &[&title, &approved.to_string()]);
    }
    if let Some(reviewed) = policy.reviewed {
        title = paper.fill(REVIEWED, &[&title, &reviewed.to_string()]);
    }
    shown(paper, title, policy.shown_how.as_deref())
}

fn finances(paper: &Paper<'_>, named: Option<&str>) -> Vec<Row> {
    let papers = paper.subject.workspace.organisation.finances.iter();
    papers
        .filter(|one| named != Some(&*one.title))
        .map(|one| {
            let title = match one.period_end {
                Some(end) => paper.fill(PERIOD, &[&one.title, &end.to_string()]),
                None => one.title.to_string(),
            };
            shown(paper, title, one.shown_how.as_deref())
        })
        .collect()
}

fn shown(paper: &Paper<'_>, title: String, how: Option<&str>) -> Row {
    let way = match how {
        Some(how) => Cell::new(how),
        None => open(paper, NO_WAY),
    };
    Row::new(vec![Cell::new(title), way.spanning(1, 3)])
}
