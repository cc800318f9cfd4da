//! Finds the ids that names in a table mean.

use mamori_domain::build::nearest;
use mamori_domain::description::{Level, Shape};
use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Scope, scopes_of};
use std::collections::BTreeMap;

/// What may follow a name: Japanese particles, and the mark of an open list.
const ENDINGS: [&str; 12] = [
    "間の",
    "間で",
    "間を",
    "において",
    "が",
    "の",
    "で",
    "を",
    "に",
    "は",
    "等",
    "など",
];
/// What stands between several names.
const SEPARATORS: [char; 8] = ['/', '／', '、', '，', ',', '・', '\n', '；'];

/// Longest text for which the nearest name is looked for.
const SUGGESTED_BYTES_MAX: usize = 300;

/// A name that could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Missing {
    /// Nothing is called so; the nearest name, if one is near.
    Unknown {
        /// The name.
        name: String,
        /// The nearest name and its id.
        near: Option<(String, String)>,
    },
    /// Several things are called so.
    Ambiguous {
        /// The name.
        name: String,
        /// Their ids.
        ids: Vec<String>,
    },
}

/// The names of the things a scope sees.
pub(super) struct Names {
    /// Kind to name in plain form to ids.
    by_name: BTreeMap<&'static str, BTreeMap<String, Vec<String>>>,
    endings: Vec<String>,
}

impl Names {
    /// The names seen from a scope: its own, the provider's, and the services and institutions.
    pub(super) fn seen_from(scope: &Scope, raw: &RawWorkspace, endings: Option<&[String]>) -> Names {
        let endings = endings.map_or_else(|| ENDINGS.map(str::to_owned).to_vec(), <[String]>::to_vec);
        let mut names = Names {
            by_name: BTreeMap::new(),
            endings,
        };
        for found in &raw.scopes {
            let near = found.scope == *scope || found.scope == Scope::Organisation;
            for kind in scopes_of(found.scope.level()) {
                let profile = kind.shape == Shape::Single && !found.scope.id().is_empty();
                if !near && !profile {
                    continue;
                }
                for row in found.rows(kind.name) {
                    let id = if profile {
                        found.scope.id().into()
                    } else {
                        kind.key_of(row)
                    };
                    let called = ["name", "title", "component"].map(|field| row.text(field));
                    names.add(kind.name, &id, called.into_iter().find(|text| !text.is_empty()));
                }
            }
        }
        names
    }

    fn add(&mut self, kind: &'static str, id: &str, called: Option<&str>) {
        let ids = self.by_name.entry(kind).or_default();
        for name in [Some(id), called].into_iter().flatten().map(plain) {
            let ids = ids.entry(name).or_default();
            if !id.is_empty() && !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
    }

    /// The ids of the things of some kinds that a text names: one, or several between separators.
    /// Each comes with its kind.
    ///
    /// # Errors
    /// The names that are not resolved.
    pub(super) fn resolve<'k>(
        &self,
        kinds: &[&'k str],
        text: &str,
    ) -> Result<Vec<(&'k str, String)>, Vec<Missing>> {
        match self.whole(kinds, text) {
            Ok(found) => return Ok(vec![found]),
            Err(missing @ Missing::Ambiguous { .. }) => return Err(vec![missing]),
            Err(_) => {}
        }
        let parts: Vec<&str> = text
            .split(SEPARATORS)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for part in &parts {
            match self.whole(kinds, part) {
                Ok(one) => found.push(one),
                Err(one) => missing.push(one),
            }
        }
        match (missing.is_empty(), found.is_empty()) {
            (true, false) => Ok(found),
            // Not a list of known names: the text as a whole is what is not known.
            (_, true) => Err(self.whole(kinds, text).err().into_iter().collect()),
            (false, false) => Err(missing),
        }
    }

    fn whole<'k>(&self, kinds: &[&'k str], text: &str) -> Result<(&'k str, String), Missing> {
        for form in self.forms(text) {
            let found: Vec<(&str, &String)> = kinds
                .iter()
                .filter_map(|kind| Some((*kind, self.by_name.get(kind)?.get(&form)?)))
                .flat_map(|(kind, ids)| ids.iter().map(move |id| (kind, id)))
                .collect();
            match found.as_slice() {
                [] => {}
                [(kind, id)] => return Ok((kind, (*id).clone())),
                several => {
                    let ids = several.iter().map(|(_, id)| (*id).clone()).collect();
                    return Err(Missing::Ambiguous {
                        name: text.to_owned(),
                        ids,
                    });
                }
            }
        }
        if text.len() > SUGGESTED_BYTES_MAX {
            return Err(Missing::Unknown {
                name: text.to_owned(),
                near: None,
            });
        }
        let known = || kinds.iter().filter_map(|kind| self.by_name.get(kind)).flatten();
        let forms = self.forms(text);
        let near = forms
            .iter()
            .find_map(|form| nearest(form, known().map(|(name, _)| name.as_str())));
        let near = near.and_then(|near| {
            let (_, ids) = known().find(|(name, _)| *name == near)?;
            Some((near.to_owned(), ids.first()?.clone()))
        });
        Err(Missing::Unknown {
            name: text.to_owned(),
            near,
        })
    }

    /// The text in plain form, then without what may follow a name, one ending after the other.
    fn forms(&self, text: &str) -> Vec<String> {
        let mut forms = vec![plain(text)];
        while let Some(shorter) = self.endings.iter().find_map(|ending| {
            forms
                .last()?
                .strip_suffix(ending.as_str())
                .filter(|rest| !rest.is_empty())
                .map(str::to_owned)
        }) {
            forms.push(shorter);
        }
        forms
    }

    /// The thing of a kind whose name stands in a text: the longest one, and of these the first.
    pub(super) fn within(&self, kind: &str, text: &str) -> Option<String> {
        let text = plain(text);
        let named =
            self.by_name.get(kind)?.iter().filter(|(name, ids)| {
                name.chars().count() > 1 && ids.len() == 1 && text.contains(name.as_str())
            });
        named
            .max_by_key(|(name, _)| name.chars().count())
            .map(|(_, ids)| ids[0].clone())
    }
}

/// A name without white space, with brackets, letters and digits of full width made half-width.
pub(super) fn plain(text: &str) -> String {
    let narrow = |character: char| match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    };
    text.chars()
        .filter(|character| !character.is_whitespace())
        .map(narrow)
        .collect()
}

/// Whether a scope exists at a level, by the name it has in a map: `services/ID`, `institutions/ID`,
/// `organisation`.
pub(super) fn scope_named(text: &str) -> Option<Scope> {
    match text.split_once('/') {
        Some(("services", id)) => Some(Scope::Service(id.into())),
        Some(("institutions", id)) => Some(Scope::Institution(id.into())),
        None if text == "organisation" => Some(Scope::Organisation),
        _ => None,
    }
}

/// The level's kinds by name.
pub(super) fn kinds_of(level: Level) -> impl Iterator<Item = &'static str> {
    scopes_of(level)
        .iter()
        .filter(|kind| kind.shape == Shape::List)
        .map(|kind| kind.name)
}
