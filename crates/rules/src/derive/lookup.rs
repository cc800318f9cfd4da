//! A fixed list of things found by id, made for many look-ups of long ids with common beginnings.
//!
//! Ordered by a digest of the id, so that a search compares numbers and reads one id only. Nothing
//! can be walked through in that order.

/// Things by id. Of several with one id the first is found.
pub(super) struct Lookup<'a, T> {
    entries: Vec<(u64, &'a str, T)>,
}

impl<'a, T> Lookup<'a, T> {
    /// The things, in their order.
    pub(super) fn of(entries: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut entries: Vec<_> = entries.map(|(id, thing)| (digest(id), id, thing)).collect();
        // Stable, so that the first of several stays in front.
        entries.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        entries.dedup_by(|later, first| later.1 == first.1);
        Lookup { entries }
    }

    /// The thing with an id.
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        let digest = digest(id);
        let from = self.entries.partition_point(|entry| entry.0 < digest);
        let alike = self.entries[from..].iter().take_while(|entry| entry.0 == digest);
        alike
            .into_iter()
            .find(|entry| entry.1 == id)
            .map(|entry| &entry.2)
    }
}

impl<'a, T: Copy> Lookup<'a, Vec<T>> {
    /// Several things to an id, in their order.
    pub(super) fn gathered(entries: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut entries: Vec<_> = entries.map(|(id, thing)| (digest(id), id, thing)).collect();
        entries.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let chunks = entries.chunk_by(|a, b| a.1 == b.1);
        let gather = |chunk: &[(u64, &'a str, T)]| {
            let things = chunk.iter().map(|entry| entry.2).collect();
            chunk.first().map(|entry| (entry.0, entry.1, things))
        };
        Lookup {
            entries: chunks.filter_map(gather).collect(),
        }
    }
}

/// FNV-1a in 64 bits: short, and spread well enough over ids of at most 48 letters.
fn digest(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_thing_and_only_those() {
        let ids: Vec<String> = (0..1_000).map(|number| format!("device-{number}")).collect();
        let lookup = Lookup::of(ids.iter().enumerate().map(|(place, id)| (id.as_str(), place)));
        assert!(
            ids.iter()
                .enumerate()
                .all(|(place, id)| lookup.get(id) == Some(&place))
        );
        assert_eq!(lookup.get("device-1000"), None);
        assert_eq!(lookup.get(""), None);
    }

    #[test]
    fn keeps_the_first_of_several_or_gathers_all() {
        let pairs = [("a", 1), ("b", 2), ("a", 3)];
        assert_eq!(Lookup::of(pairs.into_iter()).get("a"), Some(&1));
        assert_eq!(Lookup::gathered(pairs.into_iter()).get("a"), Some(&vec![1, 3]));
        assert_eq!(Lookup::gathered(pairs.into_iter()).get("c"), None);
    }
}
