//! How large nodes and titles are: text decides, so that nothing is ever cut.

use crate::frame::STEP;
use crate::scene::{Node, Scene, View};
use crate::text::{measure, wrap};

/// Size of the names of nodes.
pub(crate) const NAME: i32 = 250;
/// Size of everything small; 6 points, the least that is read on paper.
pub(crate) const SMALL: i32 = 210;
/// Size of the titles of sites.
pub(crate) const TITLE: i32 = 270;
/// Distances of lines of text.
pub(crate) const NAME_PITCH: i32 = 310;
pub(crate) const SMALL_PITCH: i32 = 265;
pub(crate) const TITLE_PITCH: i32 = 330;
/// Side of the symbol of a node, and where its text begins.
pub(crate) const SYMBOL: i32 = 560;
pub(crate) const TEXT_LEFT: i32 = 1_070;
/// Distance of text from the edge of a box.
pub(crate) const INSET: i32 = 110;

const LEAST_WIDTH: i32 = 18;
const MOST_WIDTH: i32 = 30;
const LEAST_HEIGHT: i32 = 6;
const TITLE_WIDTH: i32 = 26;

/// The lines of text of a node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) name: Vec<String>,
    pub(crate) small: Vec<String>,
    pub(crate) badge: Vec<String>,
    /// Each note with its lines.
    pub(crate) notes: Vec<(Option<crate::Symbol>, Vec<String>)>,
}

/// The title of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) lines: Vec<String>,
    /// Steps the lines are wide.
    pub(crate) width: i32,
    /// Steps above the content that they take.
    pub(crate) band: i32,
}

/// Everything's size on a view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sizes {
    /// Steps.
    pub(crate) nodes: Vec<(i32, i32)>,
    pub(crate) lines: Vec<Lines>,
    pub(crate) sites: Vec<Title>,
}

fn steps(length: i32) -> i32 {
    (length + STEP - 1) / STEP
}

/// Measures a scene. Of the notes of a node, those beyond `most` lines are counted, not printed.
pub(crate) fn sizes(scene: &Scene, view: &View, most: usize, more: &str) -> Sizes {
    let mut sizes = Sizes::default();
    for (position, node) in scene.nodes.iter().enumerate() {
        let (mut width, mut lines) = (LEAST_WIDTH, Lines::default());
        while width <= MOST_WIDTH {
            lines = upper(node, width * STEP);
            if lines.name.len() <= 3 && lines.small.len() <= 3 {
                break;
            }
            width += 1;
        }
        let width = width.min(MOST_WIDTH);
        let notes = view.notes.get(&position).map_or(&[][..], Vec::as_slice);
        lines.notes = below(notes, width * STEP, most, more);
        sizes.nodes.push((width, steps(height(&lines)).max(LEAST_HEIGHT)));
        sizes.lines.push(lines);
    }
    for site in &scene.sites {
        let whole = steps(measure(&site.name, TITLE) + 160);
        let mut width = whole.min(TITLE_WIDTH);
        let mut lines = wrap(&site.name, TITLE, width * STEP - 160);
        while lines.len() > 3 {
            width += 4;
            lines = wrap(&site.name, TITLE, width * STEP - 160);
        }
        let text = TITLE_PITCH * i32::try_from(lines.len()).unwrap_or(3);
        sizes.sites.push(Title {
            width,
            band: steps(200 + text),
            lines,
        });
    }
    sizes
}

fn upper(node: &Node, width: i32) -> Lines {
    let room = width - TEXT_LEFT - INSET;
    Lines {
        name: wrap(&node.label, NAME, room),
        small: wrap(&node.sublabel, SMALL, room),
        badge: wrap(&node.badge, SMALL, TEXT_LEFT - INSET - 60),
        notes: Vec::new(),
    }
}

fn below(
    notes: &[crate::Note],
    width: i32,
    most: usize,
    more: &str,
) -> Vec<(Option<crate::Symbol>, Vec<String>)> {
    let room = width - 2 * INSET - SMALL - 60;
    let mut wrapped: Vec<_> = notes
        .iter()
        .map(|note| (note.symbol, wrap(&note.text, SMALL, room)))
        .collect();
    let count = |notes: &[(Option<crate::Symbol>, Vec<String>)]| -> usize {
        notes.iter().map(|(_, lines)| lines.len()).sum()
    };
    if count(&wrapped) <= most {
        return wrapped;
    }
    let mut dropped = 0;
    while wrapped.len() > 1 && count(&wrapped) + 1 > most {
        wrapped.pop();
        dropped += 1;
    }
    if dropped > 0 {
        wrapped.push((None, wrap(&more.replace("{0}", &dropped.to_string()), SMALL, room)));
    }
    wrapped
}

/// Height of the part of a node above its notes.
pub(crate) fn upper_height(lines: &Lines) -> i32 {
    let count = |lines: &[String]| i32::try_from(lines.len()).unwrap_or(100);
    let right = count(&lines.name) * NAME_PITCH + count(&lines.small) * SMALL_PITCH;
    let left = SYMBOL
        + match lines.badge.is_empty() {
            true => 0,
            false => 50 + count(&lines.badge) * SMALL_PITCH,
        };
    2 * INSET + right.max(left)
}

fn height(lines: &Lines) -> i32 {
    let notes: usize = lines.notes.iter().map(|(_, lines)| lines.len()).sum();
    let below = match notes {
        0 => 0,
        _ => i32::try_from(notes).unwrap_or(100) * SMALL_PITCH + 110,
    };
    upper_height(lines) + below
}
