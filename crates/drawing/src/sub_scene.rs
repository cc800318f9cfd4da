//! The part of a scene that stands on one sheet: closed sites become boxes, and what a link reaches
//! beyond the sheet becomes a box that names it.

use crate::scene::{End, Link, Node, Scene, View};
use crate::split::Cut;
use crate::symbols::Symbol;
use mamori_tree::Language;
use mamori_words::Words;
use std::collections::{BTreeMap, BTreeSet};

const INSIDE: Words = Words::new("機器・媒体 {0}点（別の紙）", "{0} things, on another sheet");
const MORE: Words = Words::new("{0} ほか{1}本", "{0} and {1} more");
const OTHERS: Words = Words::new("{0} ほか{1}件", "{0} and {1} more");

/// A scene and a view of it.
pub(crate) struct Part {
    pub(crate) scene: Scene,
    pub(crate) view: View,
}

struct Builder<'a> {
    whole: &'a Scene,
    cut: &'a Cut,
    language: Language,
    scene: Scene,
    /// Where sites and nodes of the whole have gone.
    sites: BTreeMap<usize, usize>,
    nodes: BTreeMap<usize, usize>,
    closed: BTreeMap<usize, usize>,
    /// Boxes for what lies beyond, with the names of things there.
    away: BTreeMap<End, (usize, BTreeSet<usize>)>,
}

/// The part of a scene that a cut shows.
pub(crate) fn part(whole: &Scene, view: &View, cut: &Cut, language: Language) -> Part {
    let mut builder = Builder {
        whole,
        cut,
        language,
        scene: Scene {
            companies: whole.companies.clone(),
            badges: whole.badges.clone(),
            ..Scene::default()
        },
        sites: BTreeMap::new(),
        nodes: BTreeMap::new(),
        closed: BTreeMap::new(),
        away: BTreeMap::new(),
    };
    builder.sites();
    builder.nodes();
    let mut captions = BTreeMap::new();
    if view.links {
        captions = builder.links(view);
        builder.name_the_others();
    }
    let name = match cut.name.is_empty() {
        true => view.name.clone(),
        false => format!("{} — {}", view.name, cut.name),
    };
    let notes = view
        .notes
        .iter()
        .filter_map(|(node, notes)| Some((*builder.nodes.get(node)?, notes.clone())))
        .collect();
    let mut stressed: Vec<usize> = view
        .stressed
        .iter()
        .filter_map(|node| builder.nodes.get(node).copied())
        .collect();
    if !view.stressed.is_empty() {
        stressed.extend(builder.closed.values());
        stressed.extend(builder.away.values().map(|(node, _)| *node));
    }
    Part {
        view: View {
            name,
            summary: view.summary.clone(),
            links: view.links,
            captions,
            notes,
            stressed,
        },
        scene: builder.scene,
    }
}

impl Builder<'_> {
    /// The outermost closed site around a site, itself included.
    fn closed_around(&self, site: usize) -> Option<usize> {
        let chain = self.whole.chain(site);
        chain
            .into_iter()
            .rev()
            .find(|site| self.cut.closed.contains(site))
    }

    fn on_sheet(&self, site: Option<usize>) -> bool {
        match (self.cut.container, site) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(container), Some(site)) => self.whole.chain(site).contains(&container),
        }
    }

    fn sites(&mut self) {
        let shown: Vec<usize> = (0..self.whole.sites.len())
            .filter(|site| self.on_sheet(Some(*site)) && self.closed_around(*site).is_none())
            .collect();
        for (position, site) in shown.iter().enumerate() {
            self.sites.insert(*site, position);
        }
        for site in shown {
            let mut copy = self.whole.sites[site].clone();
            copy.within = self
                .whole
                .around(site)
                .and_then(|around| self.sites.get(&around).copied());
            self.scene.sites.push(copy);
        }
    }

    fn nodes(&mut self) {
        for (position, node) in self.whole.nodes.iter().enumerate() {
            let open = node.site.is_none_or(|site| self.closed_around(site).is_none());
            if self.on_sheet(node.site) && open {
                self.nodes.insert(position, self.scene.nodes.len());
                let mut copy = node.clone();
                copy.site = node.site.and_then(|site| self.sites.get(&site).copied());
                self.scene.nodes.push(copy);
            }
        }
        for site in &self.cut.closed {
            let inside = self.whole.nodes.iter().filter(|node| {
                node.site
                    .is_some_and(|inner| self.whole.chain(inner).contains(site))
            });
            let text = INSIDE
                .say(self.language)
                .replace("{0}", &inside.count().to_string());
            let found = &self.whole.sites[*site];
            self.closed.insert(*site, self.scene.nodes.len());
            self.scene.nodes.push(Node {
                site: self
                    .whole
                    .around(*site)
                    .and_then(|around| self.sites.get(&around).copied()),
                symbol: Symbol::Place,
                label: found.name.clone(),
                sublabel: text,
                badge: String::new(),
                company: found.company,
                pin: found.pin,
            });
        }
    }

    /// Where an end of the whole is on this sheet; whether it is beyond it.
    fn end(&mut self, end: End) -> (End, bool) {
        let site = self.whole.site_of(end);
        if let Some(closed) = site.and_then(|site| self.closed_around(site))
            && let Some(node) = self.closed.get(&closed).filter(|_| self.on_sheet(site))
        {
            return (End::Node(*node), false);
        }
        let found = match end {
            End::Node(node) => self.nodes.get(&node).map(|node| End::Node(*node)),
            End::Site(site) => self.sites.get(&site).map(|site| End::Site(*site)),
        };
        match found {
            Some(end) => (end, false),
            None => (self.beyond(end), true),
        }
    }

    /// The box of the other side: of the largest site around it that does not hold this sheet too.
    fn beyond(&mut self, end: End) -> End {
        let held = self
            .cut
            .container
            .map_or(Vec::new(), |site| self.whole.chain(site));
        let chain = self
            .whole
            .site_of(end)
            .map_or(Vec::new(), |site| self.whole.chain(site));
        let site = chain.into_iter().rev().find(|site| !held.contains(site));
        let key = site.map_or(end, End::Site);
        let (label, company) = match key {
            End::Site(site) => (&self.whole.sites[site].name, self.whole.sites[site].company),
            End::Node(node) => (&self.whole.nodes[node].label, self.whole.nodes[node].company),
        };
        let next = self.scene.nodes.len();
        let entry = self.away.entry(key).or_insert((next, BTreeSet::new()));
        if let (End::Node(node), End::Site(_)) = (end, key) {
            entry.1.insert(node);
        }
        let node = entry.0;
        if node == next {
            self.scene.nodes.push(Node {
                site: None,
                symbol: Symbol::Away,
                label: label.clone(),
                sublabel: String::new(),
                badge: String::new(),
                company,
                pin: None,
            });
        }
        End::Node(node)
    }

    fn name_the_others(&mut self) {
        for (node, things) in self.away.values() {
            let mut names = things.iter().map(|thing| self.whole.nodes[*thing].label.clone());
            let Some(first) = names.next() else { continue };
            let others = things.len() - 1;
            self.scene.nodes[*node].sublabel = match others {
                0 => first,
                _ => fill(OTHERS.say(self.language), &first, others),
            };
        }
    }

    /// Adds the links; gives their captions.
    fn links(&mut self, view: &View) -> BTreeMap<usize, String> {
        let mut captions: BTreeMap<usize, (String, usize)> = BTreeMap::new();
        for (position, link) in self.whole.links.iter().enumerate() {
            let inside = link
                .ends
                .iter()
                .any(|end| self.on_sheet(self.whole.site_of(*end)));
            let mut seen = Vec::new();
            let known = self.scene.nodes.len();
            let (kept_away, mut near) = (self.away.clone(), false);
            let mut far = 0;
            for end in link.ends.iter().filter(|_| inside) {
                // Of what lies beyond, the first names the link; the rest stands on other sheets.
                if far > 0 && !self.on_sheet(self.whole.site_of(*end)) {
                    continue;
                }
                let (end, beyond) = self.end(*end);
                near |= !beyond;
                far += usize::from(beyond);
                if !seen.contains(&end) {
                    seen.push(end);
                }
            }
            if seen.len() < 2 || !near {
                self.scene.nodes.truncate(known);
                self.away = kept_away;
                continue;
            }
            let copy = Link {
                ends: seen,
                ..link.clone()
            };
            let whole = self.cut.name.is_empty();
            let same = self
                .scene
                .links
                .iter()
                .position(|other| !whole && alike(other, &copy));
            let place = same.unwrap_or(self.scene.links.len());
            if same.is_none() {
                self.scene.links.push(copy);
            }
            if let Some(text) = view.captions.get(&position) {
                let entry = captions.entry(place).or_insert((text.clone(), 0));
                entry.1 += usize::from(same.is_some());
            }
        }
        let fill_in = |(text, others): (String, usize)| match others {
            0 => text,
            _ => fill(MORE.say(self.language), &text, others),
        };
        captions
            .into_iter()
            .map(|(link, text)| (link, fill_in(text)))
            .collect()
    }
}

fn alike(a: &Link, b: &Link) -> bool {
    let ends = |link: &Link| link.ends.iter().copied().collect::<BTreeSet<End>>();
    // Lines between closed sites are many; the same line between the same two is drawn once.
    a.line == b.line && a.arrows == b.arrows && a.ends.len() == 2 && ends(a) == ends(b)
}

fn fill(template: &str, text: &str, count: usize) -> String {
    template
        .split("{0}")
        .map(|piece| piece.replace("{1}", &count.to_string()))
        .collect::<Vec<_>>()
        .join(text)
}
