//! The check report (点検報告): what the rules found, by gravity and section of the guideline.

use crate::shared::{self, heading, run};
use crate::{Form, Kind, Paper, places};
use mamori_domain::Scope;
use mamori_rules::check::{Diagnostic, RULES, Severity};
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Orientation, Row, Words};
use std::cmp::Ordering;
use std::ops::Deref;

wording! {
    TITLE = "点検報告" / "Check report";
    PURPOSE = "記入された内容に、抜け・食い違い・決まりに合わない点がないかをプログラムが調べた結果です。" /
        "What the program found when it looked for gaps, contradictions and broken rules in what was written down.";
    SUMMARY = "まとめ" / "Summary";
    SUMMARY_SHEET = "まとめ" / "Summary";
    AS_OF = "{0} を基準日として、{1} の決まりに照らして調べました。" / "Checked against {1} rules, as of {0}.";
    CLEAN = "お知らせすることは見つかりませんでした。プログラムで調べられる範囲の結果で、人が判断する事柄は含みません。" /
        "Nothing was found. This covers what a program can check; matters for people to judge are not part of it.";
    SEVERITY = "重大さ" / "Severity";
    MEANING = "意味" / "Meaning";
    COUNT = "件数" / "Count";
    ERROR = "エラー" / "Errors";
    WARNING = "警告" / "Warnings";
    NOTE = "注記" / "Notes";
    ERROR_MEANING = "ガイドラインが求めることに、抜けや食い違いがあります。" /
        "Something the guideline demands is missing or contradictory.";
    WARNING_MEANING = "ガイドラインが強く勧める、または望ましいとすることに届いていないか、人の確認を待っています。" /
        "Something the guideline strongly or gently asks for is not reached, or a person has yet to look at it.";
    NOTE_MEANING = "知っておくとよいことです。" / "Worth knowing.";
    TITLE_COUNT = "{0}（{1} 件）" / "{0} ({1})";
    SECTION = "ガイドライン" / "Guideline";
    CODE = "コード" / "Code";
    MESSAGE = "内容" / "Finding";
    PLACE = "対象" / "Concerning";
    FILE = "ファイルと行" / "File and line";
    HELP = "直し方" / "How to mend it";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "check",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "diagnostic",
    "as-of-date",
    "revision",
    "proposal",
    "decision",
    "condition",
];

const SEVERITIES: [(Severity, Words, Words, CellStyle); 3] = [
    (Severity::Error, ERROR, ERROR_MEANING, CellStyle::Severe),
    (Severity::Warning, WARNING, WARNING_MEANING, CellStyle::Raised),
    (Severity::Note, NOTE, NOTE_MEANING, CellStyle::Plain),
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    blocks.push(heading(1, paper.say(SUMMARY)));
    let values = [paper.subject.as_of.to_string(), RULES.len().to_string()];
    blocks.push(Block::Paragraph(paper.fill(AS_OF, &[&values[0], &values[1]])));
    let found = concerning(paper);
    if found.is_empty() {
        blocks.push(Block::Note(paper.say(CLEAN).to_owned()));
        return document;
    }
    summary(paper, &found, blocks);
    for (severity, title, _, _) in SEVERITIES {
        findings(paper, (severity, title), &found, blocks);
    }
    shared::terms(paper, TERMS, blocks);
    document
}

/// The findings about this service and what all services share; those about another service are not
/// this paper's.
fn concerning<'a>(paper: &Paper<'a>) -> Vec<Found<'a>> {
    let here = |found: &Found<'_>| match &found.about.scope {
        Scope::Service(id) => **id == *paper.subject.id.as_str(),
        Scope::Workspace | Scope::Organisation | Scope::Institution(_) => true,
    };
    let places = paper.places.iter().map(String::as_str);
    let places = places.chain(std::iter::repeat("—"));
    let found = paper.diagnostics.iter().zip(places);
    found
        .map(|(diagnostic, place)| Found { diagnostic, place })
        .filter(here)
        .collect()
}

/// A finding and where in the input it is to be mended.
#[derive(Clone, Copy)]
struct Found<'a> {
    diagnostic: &'a Diagnostic,
    place: &'a str,
}

impl Deref for Found<'_> {
    type Target = Diagnostic;

    fn deref(&self) -> &Diagnostic {
        self.diagnostic
    }
}

fn summary(paper: &Paper<'_>, all: &[Found<'_>], blocks: &mut Vec<Block>) {
    let rows = SEVERITIES.map(|(severity, title, meaning, style)| {
        let count = all.iter().filter(|found| found.severity == severity).count();
        let style = if count == 0 { CellStyle::Muted } else { style };
        Row::new(vec![
            Cell::new(paper.say(title)).styled(style),
            Cell::new(count.to_string()).styled(style),
            Cell::new(paper.say(meaning)),
        ])
    });
    let columns = [
        (Column::start(12), paper.say(SEVERITY)),
        (Column::end(8), paper.say(COUNT)),
        (Column::start(80), paper.say(MEANING)),
    ];
    blocks.push(shared::table(paper.say(SUMMARY_SHEET), &columns, rows.to_vec()));
}

fn findings(
    paper: &Paper<'_>,
    (severity, title): (Severity, Words),
    all: &[Found<'_>],
    blocks: &mut Vec<Block>,
) {
    let mut found: Vec<Found<'_>> = all
        .iter()
        .copied()
        .filter(|one| one.severity == severity)
        .collect();
    if found.is_empty() {
        return;
    }
    found.sort_by(|a, b| by_section(a.guideline, b.guideline).then_with(|| a.code.cmp(b.code)));
    let columns = [
        (Column::start(14), paper.say(SECTION)),
        (Column::start(20), paper.say(CODE)),
        (Column::start(44), paper.say(MESSAGE)),
        (Column::start(26), paper.say(PLACE)),
        (Column::start(26), paper.say(FILE)),
        (Column::start(40), paper.say(HELP)),
    ];
    let mut begins = [0usize; 3];
    let rows = found.iter().enumerate().map(|(at, one)| {
        let same_rule =
            |a: usize, b: usize| found[a].guideline == found[b].guideline && found[a].code == found[b].code;
        let section = merged(found.len(), at, &mut begins[0], |a, b| {
            found[a].guideline == found[b].guideline
        });
        let code = merged(found.len(), at, &mut begins[1], same_rule);
        let help = merged(found.len(), at, &mut begins[2], |a, b| {
            same_rule(a, b) && found[a].help == found[b].help
        });
        let mut cells = Vec::new();
        cells.extend(section.map(|rows| Cell::new(one.guideline).spanning(rows, 1)));
        cells.extend(code.map(|rows| Cell::new(one.code).spanning(rows, 1)));
        cells.extend([
            Cell::new(paper.said(&one.message)),
            Cell::new(places::place(paper, &one.about)),
            Cell::new(one.place),
        ]);
        cells.extend(help.map(|rows| Cell::new(paper.said(&one.help)).spanning(rows, 1)));
        Row::new(cells)
    });
    let rows = rows.collect();
    blocks.push(heading(
        1,
        paper.fill(TITLE_COUNT, &[paper.say(title), &found.len().to_string()]),
    ));
    blocks.push(shared::table(paper.say(title), &columns, rows));
}

/// How many rows the merged cell that begins at `at` covers; nothing when an earlier one covers it.
fn merged(len: usize, at: usize, next: &mut usize, same: impl Fn(usize, usize) -> bool) -> Option<u16> {
    (*next == at).then(|| {
        let rows = run(len, at, same);
        *next = at + usize::from(rows);
        rows
    })
}

/// The order of sections: the guideline's body before its annexes, numbers by value.
fn by_section(a: &str, b: &str) -> Ordering {
    key(a).cmp(&key(b))
}

fn key(section: &str) -> (bool, Vec<u32>, &str) {
    let body = section.strip_prefix("GL").unwrap_or(section).trim_start();
    let numbers = body
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok());
    (body.starts_with('別'), numbers.collect(), section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_ordered_by_their_numbers() {
        let mut sections = vec![
            "別紙2 1.10",
            "GL 5.1.5 (1)",
            "別紙2 1.9",
            "GL 5.1.10",
            "GL 3.2.1",
            "別紙1 II",
        ];
        sections.sort_by(|a, b| by_section(a, b));
        let wanted = [
            "GL 3.2.1",
            "GL 5.1.5 (1)",
            "GL 5.1.10",
            "別紙1 II",
            "別紙2 1.9",
            "別紙2 1.10",
        ];
        assert_eq!(sections, wanted);
    }
}
