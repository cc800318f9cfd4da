//! Tests: where pages break, what belongs together stays together, and what a page begins within is told
//! again.

use mamori_tree::{Block, Cell, Column, Document, Orientation, Row, Table};
use typst::layout::{Frame, FrameItem};

use crate::hostile::hostile_document::document;
use crate::{Fonts, data, set};

/// The text of each page, without spaces and places for breaks.
fn pages(blocks: Vec<Block>) -> Vec<String> {
    fn collect(frame: &Frame, text: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Text(item) => text.push_str(&item.text),
                FrameItem::Group(group) => collect(&group.frame, text),
                _ => {}
            }
        }
    }
    let fonts = Fonts::find().expect("the tests need the Debian package fonts-morisawa-bizud-gothic");
    let document = Document {
        blocks,
        orientation: Orientation::Landscape,
        ..document("x")
    };
    let pages = set(data::data(&document, &fonts).expect("data"), &fonts).expect("pages");
    let text = |frame: &Frame| {
        let mut text = String::new();
        collect(frame, &mut text);
        text.retain(|character| !character.is_whitespace() && character != '\u{200b}');
        text
    };
    pages.pages().iter().map(|page| text(&page.frame)).collect()
}

/// A table of two columns with a head and the rows.
fn table(rows: Vec<Row>) -> Block {
    Block::Table(Table {
        name: "表".to_owned(),
        columns: vec![Column::start(12), Column::start(60)],
        head: vec![Row::new(vec![Cell::head("頭甲"), Cell::head("頭乙")])],
        rows,
    })
}

fn row(left: &str, right: &str) -> Row {
    Row::new(vec![Cell::new(left), Cell::new(right)])
}

fn lines(text: &str, count: usize) -> String {
    (0..count)
        .map(|at| format!("{text}{at}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The page a text stands on.
fn page_of(pages: &[String], text: &str) -> usize {
    let at = pages.iter().position(|page| page.contains(text));
    at.unwrap_or_else(|| panic!("{text} is missing"))
}

#[test]
fn a_heading_and_the_text_under_it_stay_with_the_table() {
    let broken = |introduction: usize| {
        let mut apart = 0;
        for above in 4..20 {
            let mut blocks = vec![Block::Paragraph(lines("上", above))];
            blocks.push(Block::Heading {
                level: 1,
                text: "見出し".to_owned(),
            });
            blocks.push(Block::Paragraph("導".repeat(introduction)));
            blocks.push(table(vec![row("一", "二行目の内容"), row("三", "四")]));
            let pages = pages(blocks);
            let heading = page_of(&pages, "見出し");
            assert!(
                pages[heading].contains('導'),
                "a heading stands over its text, with {above} lines above"
            );
            apart += usize::from(heading != page_of(&pages, "二行目の内容"));
        }
        apart
    };
    assert_eq!(broken(20), 0);
    assert!(
        broken(260) > 0,
        "an introduction of many lines may stand on the page before, which shows that pages do break here"
    );
}

#[test]
fn a_name_over_the_rows_that_follow_stands_on_their_page() {
    for above in 4..20 {
        let over = Row::new(vec![Cell::new(lines("組", 4)).spanning(1, 2)]);
        let mut rows: Vec<Row> = (0..above).map(|at| row("行", &format!("前{at}"))).collect();
        rows.extend([over, row("次の行", "次の内容")]);
        let pages = pages(vec![table(rows)]);
        assert_eq!(
            page_of(&pages, "組0組1組2組3"),
            page_of(&pages, "次の行"),
            "{above} rows above"
        );
    }
}

#[test]
fn a_name_higher_than_a_page_is_broken_and_not_cut_off() {
    let over = Row::new(vec![Cell::new(lines("長", 120)).spanning(1, 2)]);
    let pages = pages(vec![table(vec![over, row("次の行", "内容")])]);
    assert!(pages.len() > 2);
    assert!((0..120).all(|at| pages.concat().contains(&format!("長{at}"))));
}

#[test]
fn short_words_and_figures_are_repeated_too() {
    let mut rows = vec![Row::new(vec![Cell::new("低減").spanning(60, 1), Cell::new("一")])];
    rows.extend((1..60).map(|at| Row::new(vec![Cell::new(format!("行{at}"))])));
    let text = pages(vec![table(rows)]);
    assert!(text.len() >= 2);
    for page in &text[1..] {
        assert!(page.contains("低減（続き）"), "{page}");
    }
    let mut rows = vec![Row::new(vec![Cell::new("B\n6").spanning(60, 1), Cell::new("一")])];
    rows.extend((1..60).map(|_| Row::new(vec![Cell::new("行")])));
    let text = pages(vec![table(rows)]);
    assert!(
        text.len() >= 2 && !text.concat().contains("続き"),
        "a figure needs no mark"
    );
    assert!(text[1..].iter().all(|page| page.contains("B6")), "{text:?}");
    let mut rows = vec![Row::new(vec![Cell::new("—").spanning(60, 1), Cell::new("一")])];
    rows.extend((1..60).map(|at| Row::new(vec![Cell::new(format!("行{at}"))])));
    let text = pages(vec![table(rows)]).concat();
    assert!(!text.contains("続き"), "a dash tells nothing: {text}");
}

#[test]
fn what_a_torn_row_is_about_is_told_on_the_next_page() {
    let text = pages(vec![table(vec![
        row("一", "二"),
        row("技術的対策", &lines("文", 100)),
    ])]);
    assert!(text.len() >= 3);
    assert!(text[0].contains("技術的対策") && !text[0].contains("続き"));
    for page in &text[1..] {
        assert_eq!(page.matches("技術的対策（続き）").count(), 1, "{page}");
        assert!(!page.contains("文0"), "long texts run on by themselves: {page}");
    }
}

#[test]
fn a_text_that_is_still_running_is_not_repeated_over_itself() {
    let mut rows = vec![Row::new(vec![
        Cell::new(lines("長", 100)).spanning(4, 1),
        Cell::new(lines("右", 20)),
    ])];
    rows.extend((1..4).map(|_| Row::new(vec![Cell::new(lines("右", 20))])));
    let text = pages(vec![table(rows)]);
    assert!(text.len() >= 3);
    for at in 0..100 {
        let told = text.concat().matches(&format!("長{at}長")).count();
        assert!(told <= 1, "長{at} stands {told} times");
    }
}

#[test]
fn a_text_of_several_lines_that_ended_is_not_told_in_part() {
    let told = |text: &str| {
        let mut rows = vec![Row::new(vec![Cell::new(text).spanning(34, 1), Cell::new("行")])];
        rows.extend((1..34).map(|_| Row::new(vec![Cell::new("行")])));
        pages(vec![table(rows)])
    };
    let whole = lines("求める事項", 12);
    let pages = told(&whole);
    assert_eq!(pages.len(), 2, "a few rows are left for the second page");
    assert!(
        pages[1].contains("（続き）") && !pages[1].contains('…'),
        "{}",
        pages[1]
    );
    let name = whole.replace('\n', "");
    let told = told(&name.repeat(2));
    assert!(told[1].contains('…'), "a name too long is cut: {}", told[1]);
}
