//! How large nodes and titles are: text decides, so that nothing is ever cut.

use crate::frame::STEP;
use crate::scene::{Node, Scene, View};
use crate::text::{CUTS_A_WORD, measure, worst, wrap};

/// Size of everything small; 6 points, the least that is read on paper.
pub(crate) const SMALL: i32 = 210;
/// Distance of lines of small text.
pub(crate) const SMALL_PITCH: i32 = 265;
/// Distance of text from the edge of a box.
pub(crate) const INSET: i32 = 110;

/// How large names, titles and boxes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scale {
    /// Names of nodes, and the distance of their lines.
    pub(crate) name: i32,
    pub(crate) name_pitch: i32,
    /// Titles of sites, and the distance of their lines.
    pub(crate) title: i32,
    pub(crate) title_pitch: i32,
    /// Side of the symbol of a node, and where its text begins.
    pub(crate) symbol: i32,
    pub(crate) text_left: i32,
    /// Least size of a node, in steps.
    least: (i32, i32),
}

/// The size that reads well.
pub(crate) const WIDE: Scale = Scale {
    name: 250,
    name_pitch: 310,
    title: 270,
    title_pitch: 330,
    symbol: 560,
    text_left: 1_070,
    least: (18, 6),
};

/// The size for a sheet that is full: nothing below 6 points.
pub(crate) const DENSE: Scale = Scale {
    name: 210,
    name_pitch: 262,
    title: 225,
    title_pitch: 280,
    symbol: 460,
    text_left: 1_010,
    least: (15, 5),
};

/// The last resort, before a scene that should stand on one sheet is divided: 5½ points.
pub(crate) const TIGHT: Scale = Scale {
    name: 194,
    name_pitch: 242,
    title: 208,
    title_pitch: 258,
    symbol: 425,
    text_left: 935,
    least: (14, 4),
};

const MOST_WIDTH: i32 = 30;
/// So many steps a node grows for the sake of whole words.
const WIDER: i32 = 4;
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
    pub(crate) scale: Scale,
    /// Steps.
    pub(crate) nodes: Vec<(i32, i32)>,
    pub(crate) lines: Vec<Lines>,
    pub(crate) sites: Vec<Title>,
}

fn steps(length: i32) -> i32 {
    (length + STEP - 1) / STEP
}

/// Measures a scene. Of the notes of a node, those beyond `most` lines are counted, not printed.
pub(crate) fn sizes(scene: &Scene, view: &View, scale: Scale, most: usize, more: &str) -> Sizes {
    let mut sizes = Sizes {
        scale,
        ..Sizes::default()
    };
    for (position, node) in scene.nodes.iter().enumerate() {
        let (mut width, mut lines) = (scale.least.0, Lines::default());
        while width <= MOST_WIDTH {
            lines = upper(node, scale, width * STEP);
            let room = width * STEP - scale.text_left - INSET;
            let words = width > scale.least.0 + WIDER || worst(&node.label, scale.name, room) < CUTS_A_WORD;
            if lines.name.len() <= 3 && lines.small.len() <= 3 && words {
                break;
            }
            width += 1;
        }
        let width = width.min(MOST_WIDTH);
        let notes = view.notes.get(&position).map_or(&[][..], Vec::as_slice);
        lines.notes = below(notes, width * STEP, most, more);
        sizes
            .nodes
            .push((width, steps(height(&lines, scale)).max(scale.least.1)));
        sizes.lines.push(lines);
    }
    for site in &scene.sites {
        let whole = steps(measure(&site.name, scale.title) + 160);
        let mut width = whole.min(TITLE_WIDTH);
        let mut lines = wrap(&site.name, scale.title, width * STEP - 160);
        while lines.len() > 3 {
            width += 4;
            lines = wrap(&site.name, scale.title, width * STEP - 160);
        }
        let text = scale.title_pitch * i32::try_from(lines.len()).unwrap_or(3);
        sizes.sites.push(Title {
            width,
            band: steps(200 + text),
            lines,
        });
    }
    sizes
}

fn upper(node: &Node, scale: Scale, width: i32) -> Lines {
    let room = width - scale.text_left - INSET;
    Lines {
        name: wrap(&node.label, scale.name, room),
        small: wrap(&node.sublabel, SMALL, room),
        badge: wrap(&node.badge, SMALL, scale.text_left - INSET - 60),
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
        wrapped.push((
            None,
            wrap(&more.replace("{0}", &dropped.to_string()), SMALL, room),
        ));
    }
    wrapped
}

/// Height of the part of a node above its notes.
pub(crate) fn upper_height(lines: &Lines, scale: Scale) -> i32 {
    let count = |lines: &[String]| i32::try_from(lines.len()).unwrap_or(100);
    let right = count(&lines.name) * scale.name_pitch + count(&lines.small) * SMALL_PITCH;
    let left = scale.symbol
        + match lines.badge.is_empty() {
            true => 0,
            false => 50 + count(&lines.badge) * SMALL_PITCH,
        };
    2 * INSET + right.max(left)
}

fn height(lines: &Lines, scale: Scale) -> i32 {
    let notes: usize = lines.notes.iter().map(|(_, lines)| lines.len()).sum();
    let below = match notes {
        0 => 0,
        _ => i32::try_from(notes).unwrap_or(100) * SMALL_PITCH + 110,
    };
    upper_height(lines, scale) + below
}
