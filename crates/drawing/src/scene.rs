//! What is to be drawn: places, things in them, lines between them, and views of the whole.

use crate::strokes::Line;
use crate::symbols::Symbol;
use std::collections::BTreeMap;

/// A service as a picture, before anybody has decided where anything stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scene {
    /// Places; one may lie within another that stands earlier or later in the list.
    pub sites: Vec<Site>,
    /// Equipment, media and systems.
    pub nodes: Vec<Node>,
    /// Connections and transports.
    pub links: Vec<Link>,
    /// Whose the parts are. Sites and nodes name them by position.
    pub companies: Vec<Company>,
    /// What the badges mean, in words for the legend: badge and meaning.
    pub badges: Vec<(String, String)>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name as typed.
    pub name: String,
    /// The place around it. A circle of places is drawn as if its first were not inside any.
    pub within: Option<usize>,
    /// Whose it is: a position in [`Scene::companies`].
    pub company: usize,
    /// Where a person wants it among its neighbours.
    pub pin: Option<Pin>,
}

/// A thing at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; none for what lies outside every place.
    pub site: Option<usize>,
    /// Its kind.
    pub symbol: Symbol,
    /// Its name as typed.
    pub label: String,
    /// A second, smaller line, such as a count or a company; may be empty.
    pub sublabel: String,
    /// Short marks of responsibility such as `A1 P1 I1`; may be empty.
    pub badge: String,
    /// Whose it is: a position in [`Scene::companies`].
    pub company: usize,
    /// Where a person wants it among its neighbours.
    pub pin: Option<Pin>,
}

/// A wish of a person: column and row among the things that share a place. Only the order counts:
/// pinned things keep the order of their rows, and of their columns in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pin {
    /// Column, from the left.
    pub column: i32,
    /// Row, from the top.
    pub row: i32,
}

/// Somebody who owns or runs parts of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Its name in the legend.
    pub name: String,
    /// In which relation it stands to the provider.
    pub standing: Standing,
}

/// In which relation a company stands to the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is the provider.
    Provider,
    /// It is the institution.
    Institution,
    /// It is another company; its parts are tinted.
    Other,
}

/// A connection or a transport: one line with two or more ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it runs over.
    pub line: Line,
    /// Its ends; the first is the one the others hang on.
    pub ends: Vec<End>,
    /// Whether it has heads of arrows at its first and at its other ends.
    pub arrows: (bool, bool),
}

/// An end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// At a node.
    Node(usize),
    /// At the edge of a site.
    Site(usize),
}

/// One picture of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Its title.
    pub name: String,
    /// What it shows, in words.
    pub summary: String,
    /// Whether links are drawn.
    pub links: bool,
    /// What is written on links.
    pub captions: BTreeMap<usize, String>,
    /// What is written under nodes.
    pub notes: BTreeMap<usize, Vec<Note>>,
    /// Nodes that matter in this view; the others are drawn pale. Empty: all matter.
    pub stressed: Vec<usize>,
}

/// A line under a node: who acts there, or what is held there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A symbol before it.
    pub symbol: Option<Symbol>,
    /// The words.
    pub text: String,
}

impl Scene {
    /// The site around a site. Circles, which a check elsewhere refuses, end at their first member.
    pub(crate) fn around(&self, site: usize) -> Option<usize> {
        let mut at = site;
        for _ in 0..self.sites.len() {
            match self.sites[at].within.filter(|within| *within < self.sites.len()) {
                None => return self.sites[site].within,
                Some(within) => at = within,
            }
        }
        // Within a circle: the member with the lowest number counts as the outermost.
        let (mut lowest, mut at) = (site, self.sites[site].within.unwrap_or(site));
        for _ in 0..self.sites.len() {
            lowest = lowest.min(at);
            at = self.sites[at].within.unwrap_or(at);
        }
        self.sites[site].within.filter(|_| lowest != site)
    }

    /// The sites around a site, itself first.
    pub(crate) fn chain(&self, site: usize) -> Vec<usize> {
        let mut chain = vec![site];
        while let Some(next) = self.around(chain[chain.len() - 1]) {
            if chain.contains(&next) {
                break;
            }
            chain.push(next);
        }
        chain
    }

    /// The site an end lies in: that of a node, or the one around a site.
    pub(crate) fn site_of(&self, end: End) -> Option<usize> {
        match end {
            End::Node(node) => self.nodes[node].site,
            End::Site(site) => Some(site),
        }
    }
}
