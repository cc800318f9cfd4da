//! The tables by which risks are derived.

use super::record::{Placed, Record};
use super::{Reading, entries};
use crate::derivation::{Codes, Derivation, FlowCodes, GridReason, ImpactRule, LikelihoodFact, Scenario};
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{Bilingual, ControlItem, Entry, Measure, Register, Threat};
use std::collections::BTreeSet;
use std::sync::Arc;

const SCENARIO_COLUMNS: [&str; 9] = [
    "id", "threat", "layers", "phases", "verbs", "things", "text_ja", "text_en", "measures",
];
const REASON_COLUMNS: [&str; 8] = [
    "id", "threats", "layers", "phases", "verbs", "things", "text_ja", "text_en",
];
const LIKELIHOOD_COLUMNS: [&str; 7] = [
    "id",
    "effect",
    "threats",
    "scenarios",
    "text_ja",
    "text_en",
    "brought_by",
];
const IMPACT_COLUMNS: [&str; 6] = ["id", "volumes", "frequencies", "effect", "text_ja", "text_en"];

/// The slots a scenario's text may have.
const SLOTS: [&str; 3] = ["site", "thing", "information"];

impl Reading<'_> {
    /// Reads `scenarios.csv`, `grid-reasons.csv`, `likelihood.csv` and `impact.csv`, and checks that
    /// they name threats, measures, control items and scenarios that exist.
    pub(crate) fn derivation(
        &mut self,
        threats: &[Placed<Threat>],
        measures: &[Placed<Measure>],
        items: &[Placed<ControlItem>],
    ) -> Derivation {
        let threats: BTreeSet<&str> = threats.iter().map(|placed| placed.entry.id.as_str()).collect();
        let measures: BTreeSet<&str> = measures.iter().map(|placed| placed.entry.id.as_str()).collect();
        let items: BTreeSet<&str> = items.iter().map(|placed| placed.entry.id.as_str()).collect();
        let rows = self.table("scenarios.csv", &SCENARIO_COLUMNS);
        let scenarios = entries(rows, &mut self.problems, scenario);
        let rows = self.table("grid-reasons.csv", &REASON_COLUMNS);
        let reasons = entries(rows, &mut self.problems, reason);
        let rows = self.table("likelihood.csv", &LIKELIHOOD_COLUMNS);
        let likelihood = entries(rows, &mut self.problems, likelihood_fact);
        let rows = self.table("impact.csv", &IMPACT_COLUMNS);
        let impact = entries(rows, &mut self.problems, impact_rule);
        let problems = &mut self.problems;
        for placed in &scenarios {
            expect(&threats, placed.entry.threat.as_str(), "threat", placed, problems);
            for measure in &placed.entry.measures {
                expect(&measures, measure.as_str(), "measures", placed, problems);
            }
        }
        for placed in &reasons {
            for threat in placed.entry.threats.named() {
                expect(&threats, threat, "threats", placed, problems);
            }
        }
        let known: BTreeSet<&str> = scenarios.iter().map(|placed| &*placed.entry.id).collect();
        for placed in &likelihood {
            for threat in placed.entry.threats.named() {
                expect(&threats, threat, "threats", placed, problems);
            }
            for scenario in placed.entry.scenarios.named() {
                expect(&known, scenario, "scenarios", placed, problems);
            }
            for item in &placed.entry.brought_by {
                expect(&items, item.as_str(), "brought_by", placed, problems);
            }
        }
        Derivation {
            scenarios: register(scenarios),
            reasons: register(reasons),
            likelihood: register(likelihood),
            impact: register(impact),
        }
    }
}

fn register<T: Entry>(list: Vec<Placed<T>>) -> Register<T> {
    Register::new(list.into_iter().map(|placed| placed.entry).collect())
}

fn expect<T>(
    known: &BTreeSet<&str>,
    id: &str,
    field: &str,
    at: &Placed<T>,
    problems: &mut CatalogueProblems,
) {
    if !known.contains(id) {
        let kind = ProblemKind::Dangling {
            field: field.to_owned(),
            id: id.to_owned(),
        };
        problems.add(&at.file, Some(at.line), kind);
    }
}

fn scenario(row: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, Scenario)> {
    let (file, line) = (row.file.clone(), row.line);
    let id = row.text("id", problems);
    let threat = row.id("threat", problems)?;
    let flows = flow_codes(row, problems);
    let text = row.bilingual("text", problems);
    check_slots(&text, &file, line, problems);
    let measures = row.ids("measures", problems);
    if measures.is_empty() {
        problems.add(
            &file,
            Some(line),
            ProblemKind::Empty {
                field: "measures".to_owned(),
            },
        );
    }
    Some((
        id.clone(),
        Scenario {
            id: id.into(),
            threat,
            flows,
            text: Arc::new(text),
            measures,
        },
    ))
}

fn reason(row: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, GridReason)> {
    let id = row.text("id", problems);
    let threats = codes(row, "threats", problems);
    let flows = flow_codes(row, problems);
    let text = row.bilingual("text", problems);
    Some((
        id.clone(),
        GridReason {
            id: id.into(),
            threats,
            flows,
            text,
        },
    ))
}

fn likelihood_fact(row: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, LikelihoodFact)> {
    let id = row.text("id", problems);
    let effect = effect(row, problems);
    let threats = codes(row, "threats", problems);
    let scenarios = codes(row, "scenarios", problems);
    let text = row.bilingual("text", problems);
    let brought_by = row.ids("brought_by", problems);
    Some((
        id.clone(),
        LikelihoodFact {
            id: id.into(),
            effect,
            threats,
            scenarios,
            text,
            brought_by,
        },
    ))
}

fn impact_rule(row: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, ImpactRule)> {
    let id = row.text("id", problems);
    let effect = effect(row, problems);
    let volumes = codes(row, "volumes", problems);
    let frequencies = codes(row, "frequencies", problems);
    let text = row.bilingual("text", problems);
    Some((
        id.clone(),
        ImpactRule {
            id: id.into(),
            volumes,
            frequencies,
            effect,
            text,
        },
    ))
}

fn flow_codes(row: &mut Record, problems: &mut CatalogueProblems) -> FlowCodes {
    FlowCodes {
        layers: codes(row, "layers", problems),
        phases: codes(row, "phases", problems),
        verbs: codes(row, "verbs", problems),
        things: codes(row, "things", problems),
    }
}

/// `*`, or codes separated by spaces. Emptiness would silently mean "never" and is refused.
fn codes(row: &mut Record, field: &'static str, problems: &mut CatalogueProblems) -> Codes {
    match row.text(field, problems).as_str() {
        "*" => Codes::Any,
        text => Codes::Of(text.split_whitespace().map(str::to_owned).collect()),
    }
}

/// `+1` or `-1`: a fact moves a figure by one step.
fn effect(row: &mut Record, problems: &mut CatalogueProblems) -> i8 {
    match row.text("effect", problems).as_str() {
        "+1" => 1,
        "-1" => -1,
        text => {
            let kind = ProblemKind::UnknownWord {
                field: "effect".to_owned(),
                text: text.to_owned(),
                allowed: vec!["+1", "-1"],
            };
            problems.add(&row.file, Some(row.line), kind);
            0
        }
    }
}

/// A slot that is misspelt, or filled in one language only, would be printed as it stands.
fn check_slots(text: &Bilingual, file: &str, line: usize, problems: &mut CatalogueProblems) {
    let slots = |text: &str| -> BTreeSet<String> {
        let parts = text.split('{').skip(1);
        parts
            .map(|part| part.split('}').next().unwrap_or_default().to_owned())
            .collect()
    };
    let (ja, en) = (slots(&text.ja), slots(&text.en));
    for slot in ja.union(&en) {
        if !SLOTS.contains(&slot.as_str()) {
            let kind = ProblemKind::UnknownWord {
                field: "text".to_owned(),
                text: slot.clone(),
                allowed: SLOTS.to_vec(),
            };
            problems.add(file, Some(line), kind);
        }
    }
    if ja != en {
        let kind = ProblemKind::Contradiction {
            field: "text_en".to_owned(),
            with: "text_ja".to_owned(),
        };
        problems.add(file, Some(line), kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::CatalogueProblem;

    const SCENARIOS: &str = "id,threat,layers,phases,verbs,things,text_ja,text_en,measures\n";
    const LIKELIHOOD: &str = "id,effect,threats,scenarios,text_ja,text_en,brought_by\n";

    /// The problems of tables that know no threat and no measure at all.
    fn problems(scenario: &str, fact: &str) -> Vec<CatalogueProblem> {
        let files = |name: &str| match name {
            "scenarios.csv" => Some(format!("{SCENARIOS}{scenario}")),
            "likelihood.csv" => Some(format!("{LIKELIHOOD}{fact}")),
            _ => None,
        };
        let mut reading = Reading::new(&files);
        reading.derivation(&[], &[], &[]);
        reading.problems.0
    }

    fn dangling(field: &str, id: &str) -> ProblemKind {
        ProblemKind::Dangling {
            field: field.to_owned(),
            id: id.to_owned(),
        }
    }

    #[test]
    fn names_of_nothing_are_found() {
        let found = problems(
            "a,T9,*,*,*,*,{thing}が,{thing},1.1.①\n",
            "f,+1,T9,b,事実,fact,9.9.①-1\n",
        );
        let kinds: Vec<ProblemKind> = found.iter().map(|problem| problem.kind.clone()).collect();
        let wanted = [
            dangling("threat", "T9"),
            dangling("measures", "1.1.①"),
            dangling("threats", "T9"),
            dangling("scenarios", "b"),
            dangling("brought_by", "9.9.①-1"),
        ];
        assert_eq!(kinds, wanted);
        assert!(found.iter().all(|problem| problem.line == Some(2)));
    }

    #[test]
    fn a_slot_misspelt_or_in_one_language_only_is_found() {
        let found = problems("a,T1,*,*,*,*,{place}で{thing}が,{thing},1.1.①\n", "");
        let kinds: Vec<&ProblemKind> = found.iter().map(|problem| &problem.kind).collect();
        assert!(
            matches!(kinds[0], ProblemKind::UnknownWord { text, .. } if text == "place"),
            "{kinds:?}"
        );
        assert!(matches!(kinds[1], ProblemKind::Contradiction { .. }), "{kinds:?}");
    }

    #[test]
    fn an_effect_moves_by_one_step_and_a_scenario_has_an_answer() {
        let found = problems("a,T1,*,*,*,*,あ,a,\n", "f,+2,*,*,事実,fact,\n");
        let has = |wanted: &dyn Fn(&ProblemKind) -> bool| found.iter().any(|problem| wanted(&problem.kind));
        assert!(has(
            &|kind| matches!(kind, ProblemKind::UnknownWord { text, .. } if text == "+2")
        ));
        assert!(has(
            &|kind| matches!(kind, ProblemKind::Empty { field } if field == "measures")
        ));
    }
}
