//! Large scenes: an overview with closed sites, and a sheet for each site closed there, recursively.
//! A link that leaves a sheet ends at a box that names the other side.

use crate::arrangement::Arrangement;
use crate::places::Laid;
use crate::scene::{Scene, Site, View};
use crate::sheet::sheet;
use crate::sub_scene::{Part, part};
use mamori_tree::Language;
use mamori_words::Words;
use std::collections::BTreeSet;

/// Up to this many sites and nodes stand on one sheet.
pub const SHEET_LIMIT: usize = 60;

/// Things on a sheet of a divided scene; fewer, when so many do not fit.
const PART_LIMITS: [usize; 5] = [44, 32, 22, 14, 8];

const OVERVIEW: Words = Words::new("概観", "overview");
const GROUP: Words = Words::new("まとまり", "Group");

/// Draws every view of a scene: one sheet each, or an overview and sheets of sites where the scene
/// is too large for one. Names of drawings are unique.
pub fn draw(scene: &Scene, views: &[View], language: Language) -> Vec<Laid> {
    let count = scene.nodes.len() + scene.sites.len();
    let mut laid = match count <= SHEET_LIMIT {
        true => single(scene, views, language),
        false => divided(scene, views, language),
    };
    let mut names = BTreeSet::new();
    for one in &mut laid {
        let name = one.drawing.name.clone();
        let mut nth = 2;
        while !names.insert(one.drawing.name.clone()) {
            one.drawing.name = format!("{name} ({nth})");
            nth += 1;
        }
    }
    laid
}

/// Every view on one sheet; a view that says too much for one is divided by itself.
fn single(scene: &Scene, views: &[View], language: Language) -> Vec<Laid> {
    let cut = Cut {
        name: String::new(),
        container: None,
        closed: BTreeSet::new(),
    };
    let mut sheets: Vec<Vec<Laid>> = vec![Vec::new(); views.len()];
    let mut like: Option<Arrangement> = None;
    for view in leading(views) {
        let Part {
            scene: shown,
            view: seen,
        } = part(scene, &views[view], &cut, language);
        sheets[view] = match sheet(&shown, &seen, language, like.as_ref(), true) {
            Some((laid, arrangement)) => {
                like = like.or(Some(arrangement));
                vec![laid]
            }
            None => divided(scene, &views[view..=view], language),
        };
    }
    sheets.into_iter().flatten().collect()
}

/// The view with the most on its lines first: it decides how things are arranged.
fn leading(views: &[View]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..views.len()).collect();
    order.sort_by_key(|view| std::cmp::Reverse(views[*view].captions.len()));
    order
}

/// What stands on a sheet: the inside of a site (none: of everything), with some sites closed.
pub(crate) struct Cut {
    pub(crate) name: String,
    pub(crate) container: Option<usize>,
    pub(crate) closed: BTreeSet<usize>,
}

/// Every cut in every view; none when one of them does not fit.
fn every(cuts: &[Cut], scene: &Scene, views: &[View], language: Language) -> Option<Vec<Laid>> {
    let mut sheets: Vec<Vec<Laid>> = vec![Vec::new(); views.len()];
    for cut in cuts {
        let mut like: Option<(usize, Arrangement)> = None;
        for view in leading(views) {
            let Part { scene, view: seen } = part(scene, &views[view], cut, language);
            let things = scene.nodes.len();
            let earlier = like
                .as_ref()
                .filter(|(count, _)| *count == things)
                .map(|(_, like)| like);
            let (laid, arrangement) = sheet(&scene, &seen, language, earlier, false)?;
            like = like.or(Some((things, arrangement)));
            sheets[view].push(laid);
        }
    }
    Some(sheets.into_iter().flatten().collect())
}

fn divided(scene: &Scene, views: &[View], language: Language) -> Vec<Laid> {
    for limit in PART_LIMITS {
        let grouped = grouped(scene, limit, language);
        let cuts = cuts(&grouped, limit, language);
        if let Some(laid) = every(&cuts, &grouped, views, language) {
            return laid;
        }
    }
    // Without lines a small sheet always fits; nothing of the configuration is left out.
    let limit = PART_LIMITS[PART_LIMITS.len() - 1];
    let grouped = grouped(scene, limit, language);
    let cuts = cuts(&grouped, limit, language);
    let bare: Vec<View> = views
        .iter()
        .map(|view| View {
            links: false,
            ..view.clone()
        })
        .collect();
    every(&cuts, &grouped, &bare, language).unwrap_or_default()
}

/// The scene with crowds of neighbours gathered in groups that can be closed.
fn grouped(scene: &Scene, limit: usize, language: Language) -> Scene {
    let mut scene = scene.clone();
    let crowd = limit * 3 / 4;
    let mut container = 0;
    // Groups are appended behind, so they are looked at as well.
    while container <= scene.sites.len() {
        let inside = container.checked_sub(1);
        container += 1;
        let nodes: Vec<usize> = (0..scene.nodes.len())
            .filter(|node| scene.nodes[*node].site == inside)
            .collect();
        let sites: Vec<usize> = (0..scene.sites.len())
            .filter(|site| scene.around(*site) == inside)
            .collect();
        if nodes.len() + sites.len() <= crowd {
            continue;
        }
        let base = inside.map_or_else(
            || GROUP.say(language).to_owned(),
            |site| scene.sites[site].name.clone(),
        );
        let size = (crowd / 2).max(2);
        let mut children: Vec<(bool, usize)> = nodes.iter().map(|node| (true, *node)).collect();
        children.extend(sites.iter().map(|site| (false, *site)));
        for (nth, chunk) in children.chunks(size).enumerate() {
            let company = match chunk[0] {
                (true, node) => scene.nodes[node].company,
                (false, site) => scene.sites[site].company,
            };
            let group = scene.sites.len();
            scene.sites.push(Site {
                name: format!("{base}（{}）", nth + 1),
                within: inside,
                company: inside.map_or(company, |site| scene.sites[site].company),
                pin: None,
            });
            for (is_node, child) in chunk {
                match is_node {
                    true => scene.nodes[*child].site = Some(group),
                    false => scene.sites[*child].within = Some(group),
                }
            }
        }
        // Enough groups of groups may still be a crowd: look again.
        container -= 1;
    }
    scene
}

/// How many sites and nodes lie in a site, itself among them.
fn weight(scene: &Scene, site: usize) -> usize {
    let within = |inner: usize| scene.chain(inner).contains(&site);
    let sites = (0..scene.sites.len()).filter(|inner| within(*inner)).count();
    let nodes = scene
        .nodes
        .iter()
        .filter(|node| node.site.is_some_and(within))
        .count();
    sites + nodes
}

fn cuts(scene: &Scene, limit: usize, language: Language) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut open = vec![None];
    while let Some(container) = open.pop() {
        let mut children: Vec<(usize, usize)> = (0..scene.sites.len())
            .filter(|site| scene.around(*site) == container)
            .map(|site| (weight(scene, site), site))
            .collect();
        let nodes = scene.nodes.iter().filter(|node| node.site == container).count();
        let mut total = nodes + children.len() + 1;
        children.sort_unstable();
        let mut closed = BTreeSet::new();
        for (weight, site) in children {
            if total + weight - 1 <= limit {
                total += weight - 1;
            } else {
                closed.insert(site);
            }
        }
        open.extend(closed.iter().rev().map(|site| Some(*site)));
        let name = container.map_or_else(
            || OVERVIEW.say(language).to_owned(),
            |site| scene.sites[site].name.clone(),
        );
        cuts.push(Cut {
            name,
            container,
            closed,
        });
    }
    cuts
}
