//! Similar risks told together: one scenario under one threat, with the places where it can happen.

use crate::Paper;
use mamori_catalogue::{Bilingual, LevelId};
use mamori_rules::derive::{FlowNames, Risk, RiskText};
use std::sync::Arc;

wording! {
    SITES = "下記の場所" / "the places below";
    THINGS = "機器など" / "the equipment or medium";
    INFORMATION = "対象の情報" / "the information concerned";
    PLACE = "{0}の{1}" / "{1} at {0}";
    MORE = "ほか {0} か所" / "{0} more";
    HEAD = "{0}：{1}" / "{0}: {1}";
    SCALE = "{0} 件、最大 {1}（{2}）" / "{0} risks, at most {1} ({2})";
    SCALE_ONE = "{0}（{1}）" / "{0} ({1})";
    PLACES = "場所：{0}" / "Places: {0}";
}

/// How many places are printed before the rest is only counted; the risk assessment list has them all.
const PLACES_MAX: usize = 20;

/// Risks of one scenario under one threat.
pub(crate) struct RiskGroup<'a> {
    /// The threat, as printed.
    pub(crate) threat: String,
    /// The risks, in the order of the list.
    pub(crate) risks: Vec<&'a Risk>,
}

/// Groups risks, in the order in which each scenario first appears.
pub(crate) fn group<'a>(paper: &Paper<'_>, risks: impl Iterator<Item = &'a Risk>) -> Vec<RiskGroup<'a>> {
    let mut places = std::collections::BTreeMap::<(Option<&str>, &str), usize>::new();
    let mut groups: Vec<RiskGroup<'a>> = Vec::new();
    for risk in risks {
        let key = (
            risk.threat.as_ref().map(|threat| threat.as_str()),
            &*risk.scenario,
        );
        match places.get(&key) {
            Some(at) => groups[*at].risks.push(risk),
            None => {
                places.insert(key, groups.len());
                let threat = crate::kinds::risks::threat(paper, risk);
                groups.push(RiskGroup {
                    threat,
                    risks: vec![risk],
                });
            }
        }
    }
    groups
}

impl RiskGroup<'_> {
    /// The highest risk of the group.
    pub(crate) fn highest(&self) -> Option<&Risk> {
        self.risks.iter().copied().max_by_key(|risk| risk.product)
    }

    /// The rank of the highest risk.
    pub(crate) fn rank(&self) -> Option<&LevelId> {
        self.highest().map(|risk| &risk.rank)
    }

    /// What would happen: the sentence itself for one risk, one with the places left open for several.
    pub(crate) fn sentence(&self, paper: &Paper<'_>) -> String {
        let Some(first) = self.risks.first() else {
            return String::new();
        };
        match &first.text {
            RiskText::Derived { scenario, .. } if self.risks.len() > 1 => open(paper, scenario),
            text => text.say(paper.language),
        }
    }

    /// How many there are and the highest level.
    pub(crate) fn scale(&self, paper: &Paper<'_>) -> String {
        let Some(highest) = self.highest() else {
            return String::new();
        };
        let (rank, product) = (highest.rank.as_str(), highest.product.to_string());
        match self.risks.len() {
            1 => paper.fill(SCALE_ONE, &[rank, &product]),
            count => paper.fill(SCALE, &[&count.to_string(), rank, &product]),
        }
    }

    /// Where the risks are: each place once; nothing for a single risk, whose sentence names it.
    pub(crate) fn places(&self, paper: &Paper<'_>) -> Option<String> {
        if self.risks.len() < 2 {
            return None;
        }
        let mut seen = std::collections::BTreeSet::new();
        let mut places: Vec<String> = Vec::new();
        for risk in &self.risks {
            if let RiskText::Derived { names, .. } = &risk.text
                && seen.insert((&names.site, &names.thing))
            {
                places.push(paper.fill(PLACE, &[&names.site, &names.thing]));
            }
        }
        let more = places.len().saturating_sub(PLACES_MAX);
        places.truncate(PLACES_MAX);
        if more > 0 {
            places.push(paper.fill(MORE, &[&more.to_string()]));
        }
        let names: Vec<&str> = places.iter().map(String::as_str).collect();
        (!names.is_empty()).then(|| paper.fill(PLACES, &[&paper.list(&names)]))
    }

    /// Threat, scale, sentence and places as lines.
    pub(crate) fn text(&self, paper: &Paper<'_>) -> String {
        let mut lines = vec![
            paper.fill(HEAD, &[&self.threat, &self.scale(paper)]),
            self.sentence(paper),
        ];
        lines.extend(self.places(paper));
        lines.join("\n")
    }
}

/// The scenario with our own words where the names would stand.
fn open(paper: &Paper<'_>, scenario: &Arc<Bilingual>) -> String {
    let names = FlowNames {
        site: paper.say(SITES).to_owned(),
        thing: paper.say(THINGS).to_owned(),
        information: paper.say(INFORMATION).to_owned(),
    };
    let sentence = RiskText::Derived {
        scenario: Arc::clone(scenario),
        names: Arc::new(names),
    }
    .say(paper.language);
    // Our words stand in mid-sentence form; a sentence may begin with them.
    let mut letters = sentence.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}
