//! Made-up values of every type of field.

use super::{PIECES, Plan};
use mamori_domain::Scope;
use mamori_domain::description::{CatalogueList, ValueType};

impl Plan {
    pub(super) fn value(&mut self, scope: &Scope, value: &ValueType) -> String {
        match value {
            ValueType::Text { max } => self.text(false, *max),
            ValueType::Prose { max } => self.text(true, *max),
            ValueType::Integer { min, max, .. } => self.integer(*min, *max).to_string(),
            ValueType::Date => self.date(),
            ValueType::Moment => {
                let times = ["", "T08:05+09:00", "T23:59:59Z", "T00:00:00-03:30"];
                let time = *self.random.pick(&times);
                format!("{}{time}", self.date())
            }
            ValueType::Choice(choices) => self.random.pick(choices).code.to_owned(),
            ValueType::Reference(wanted) => {
                let targets = self.targets(scope, wanted);
                match targets.is_empty() {
                    true => String::new(),
                    false => self.random.pick(&targets).clone(),
                }
            }
            ValueType::Catalogue(list) => self.catalogue_id(*list),
            ValueType::Pattern => self.pattern(scope),
            ValueType::Sha256 => (0..64)
                .map(|_| *self.random.pick(b"0123456789abcdef") as char)
                .collect(),
            ValueType::Country => (*self.random.pick(&["JP", "US", "DE", "SG"])).to_owned(),
            ValueType::Formed(form) => (*self.random.pick(form.examples)).to_owned(),
            // Chosen once the rows it may name are there.
            ValueType::Key(_) => String::new(),
            ValueType::Several(inner) => {
                let count = 1 + self.random.below(4);
                let words = (0..count).map(|_| match inner {
                    // The one list of texts is that of retired ids: kind/id.
                    ValueType::Text { .. } => format!("site/once-{}", self.random.below(1000)),
                    _ => self.value(scope, inner),
                });
                let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
                words.join(" ")
            }
        }
    }

    fn integer(&mut self, min: i64, max: i64) -> i64 {
        match self.random.below(4) {
            0 => min,
            1 => max,
            _ => min + self.random.below((max - min + 1) as usize) as i64,
        }
    }

    fn date(&mut self) -> String {
        match self.random.once_in(10) {
            true => "2024-02-29".to_owned(),
            false => {
                let (year, month, day) = (
                    2000 + self.random.below(60),
                    1 + self.random.below(12),
                    1 + self.random.below(28),
                );
                format!("{year}-{month:02}-{day:02}")
            }
        }
    }

    fn catalogue_id(&mut self, list: CatalogueList) -> String {
        let number = 1 + self.random.below(10);
        let circled = char::from_u32(0x2460 + self.random.below(9) as u32).unwrap_or('①');
        match list {
            CatalogueList::Threat => format!("T{number}"),
            CatalogueList::ItemOrMeasure => match self.random.once_in(2) {
                true => format!("1.{number}.{circled}"),
                false => format!("1.{number}.{circled}-{}", 1 + self.random.below(5)),
            },
            CatalogueList::Condition => format!("condition_{number}"),
            CatalogueList::InformationItem => format!("item-{number}"),
            CatalogueList::RegulationContent => format!("part-{number}"),
            CatalogueList::Clause => format!("clause-{number}"),
            CatalogueList::ClauseText => format!("ready-clause-{number}"),
            CatalogueList::LegalPoint => format!("6.{number}"),
            CatalogueList::StandardAnswers => format!("answers-{number}"),
        }
    }

    fn pattern(&mut self, scope: &Scope) -> String {
        let phase = *self.random.pick(&["development", "operation", "contract-end"]);
        let mut segment = |kind: &str| {
            let targets = self.targets(scope, kind);
            match targets.is_empty() || self.random.once_in(4) {
                true => "*".to_owned(),
                false => self.random.pick(&targets).clone(),
            }
        };
        let (site, thing, information) = (segment("site"), segment("equipment"), segment("information"));
        match self.random.below(4) {
            0 => format!("{phase}/app/*"),
            1 => format!("{phase}/app/view/{site}/*"),
            2 => format!("{phase}/*/view/{site}/{thing}/{information}"),
            _ => format!(
                "{phase}/infra/store/{site}/{thing}/{information}/T{}/*",
                1 + self.random.below(10)
            ),
        }
    }

    /// Text that has gone wrong somewhere before: quotes, separators, formulas, markup, templates,
    /// spaces at the ends, characters of more than one code unit, marks that join or turn around.
    fn text(&mut self, lines: bool, max: usize) -> String {
        let mut text = String::new();
        for _ in 0..1 + self.random.below(6) {
            let piece = self.random.pick(PIECES);
            if text.chars().count() + piece.chars().count() <= max {
                text.push_str(piece);
            }
            if lines && self.random.once_in(3) {
                text.push('\n');
            }
        }
        match text.trim().is_empty() {
            true => "医事端末".to_owned(),
            false => text,
        }
    }
}
