//! Which treatments answer which risks (GL 5.1.5).

use crate::derive::Risk;
use mamori_domain::{Pattern, Treatment};

/// Treatments and the risks their patterns cover. Excluded risks do not count and are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Treating {
    risks_of: Vec<Vec<usize>>,
    treatments_of: Vec<Vec<usize>>,
    /// By treatment, which of its patterns cover nothing.
    idle: Vec<Vec<usize>>,
}

impl Treating {
    /// Holds every treatment against every risk.
    pub fn of(treatments: &[Treatment], risks: &[Risk]) -> Self {
        let patterns: Vec<Vec<Segments<'_>>> = treatments
            .iter()
            .map(|treatment| treatment.risks.iter().map(Segments::of).collect())
            .collect();
        let mut treating = Treating {
            risks_of: vec![Vec::new(); treatments.len()],
            treatments_of: vec![Vec::new(); risks.len()],
            idle: patterns.iter().map(|all| (0..all.len()).collect()).collect(),
        };
        let mut parts = Vec::new();
        for (place, risk) in risks
            .iter()
            .enumerate()
            .filter(|(_, risk)| risk.standing.counts())
        {
            parts.clear();
            parts.extend(risk.id.split('/'));
            for (treatment, patterns) in patterns.iter().enumerate() {
                // Once a pattern has covered something it is not asked again.
                treating.idle[treatment].retain(|at| !patterns[*at].cover(&parts));
                if patterns.iter().any(|pattern| pattern.cover(&parts)) {
                    treating.risks_of[treatment].push(place);
                    treating.treatments_of[place].push(treatment);
                }
            }
        }
        treating
    }

    /// Places of the risks that a treatment covers, in their order.
    pub fn risks_of(&self, treatment: usize) -> &[usize] {
        self.risks_of.get(treatment).map_or(&[], Vec::as_slice)
    }

    /// Places of a treatment's patterns that cover no risk, in their order.
    pub fn idle_patterns(&self, treatment: usize) -> &[usize] {
        self.idle.get(treatment).map_or(&[], Vec::as_slice)
    }

    /// Places of the treatments that cover a risk, in their order.
    pub fn treatments_of(&self, risk: usize) -> &[usize] {
        self.treatments_of.get(risk).map_or(&[], Vec::as_slice)
    }
}

/// A pattern split once: thousands of ids are held against it.
struct Segments<'a> {
    wanted: Vec<&'a str>,
    open: bool,
}

impl<'a> Segments<'a> {
    fn of(pattern: &'a Pattern) -> Self {
        let text = pattern.as_str();
        let body = text.strip_suffix('*');
        Segments {
            wanted: body.unwrap_or(text).split('/').collect(),
            open: body.is_some(),
        }
    }

    /// The same verdict as [`Pattern::covers`].
    fn cover(&self, parts: &[&str]) -> bool {
        let same = |(want, have): (&&str, &&str)| *want == "*" || want == have;
        let Some((last, before)) = self.wanted.split_last() else {
            return false;
        };
        match self.open {
            true => {
                parts.len() > before.len()
                    && parts[before.len()].starts_with(last)
                    && before.iter().zip(parts).all(same)
            }
            false => parts.len() == self.wanted.len() && self.wanted.iter().zip(parts).all(same),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_pattern_covers_what_the_pattern_covers() {
        let ids = ["a", "a/b", "a/bc", "a/b/c", "b/b/c", "a/c/c/d"];
        let patterns = ["a", "*", "a*", "a/*", "a/b*", "*/b/*", "a/*/c", "a/*/c*", "*/c"];
        let mut covered = 0;
        for pattern in patterns.map(Pattern::new) {
            for id in ids {
                let parts: Vec<&str> = id.split('/').collect();
                assert_eq!(
                    Segments::of(&pattern).cover(&parts),
                    pattern.covers(id),
                    "{pattern} {id}"
                );
                covered += usize::from(pattern.covers(id));
            }
        }
        assert!(covered > 10, "the samples cover too little to tell");
    }
}
