//! What is told about a step that cannot be.

use super::machine::{Fault, IllegalStep, Transition};
use mamori_domain::{Said, Side};

/// The steps as a list of words in both languages.
pub(super) fn steps(transitions: &[&Transition]) -> Said {
    let mut codes: Vec<(&str, &str, &str)> = Vec::new();
    for transition in transitions {
        let words = transition.step.words();
        let entry = (transition.step.code(), words.ja, words.en);
        if !codes.contains(&entry) {
            codes.push(entry);
        }
    }
    Said::new(
        codes
            .iter()
            .map(|(code, ja, _)| format!("「{ja}」（{code}）"))
            .collect::<Vec<_>>()
            .join("、"),
        codes
            .iter()
            .map(|(code, _, en)| format!("\"{en}\" ({code})"))
            .collect::<Vec<_>>()
            .join(", "),
    )
}

fn sides(sides: &[Side]) -> Said {
    let join = |words: fn(Side) -> &'static str, comma: &str| {
        sides
            .iter()
            .map(|side| words(*side))
            .collect::<Vec<_>>()
            .join(comma)
    };
    Said::new(
        join(|side| side.words().ja, "か"),
        join(|side| side.words().en, " or ").to_lowercase(),
    )
}

impl IllegalStep<'_> {
    /// In which state the record was, what was tried, and what is possible instead.
    pub fn said(&self) -> Said {
        let tried = self.step.step.words();
        let state = self.before.state().words;
        let at = &self.step.at;
        match self.fault {
            Fault::NotPossible => {
                let possible = self.before.possible();
                let open = match possible.is_empty() {
                    true => Said::new("もう続きはありません", "nothing can follow"),
                    false => {
                        let steps = steps(&possible);
                        Said::new(
                            format!("ここでできるのは{}です", steps.ja),
                            format!("possible is: {}", steps.en),
                        )
                    }
                };
                Said::new(
                    format!(
                        "「{}」の状態では「{}」（{at}）に進めません。{}",
                        state.ja, tried.ja, open.ja
                    ),
                    format!(
                        "\"{}\" ({at}) cannot follow while it is \"{}\"; {}",
                        tried.en, state.en, open.en
                    ),
                )
            }
            Fault::WrongSide => {
                let mut by: Vec<Side> = Vec::new();
                for transition in self.before.possible() {
                    if transition.step == self.step.step {
                        by.extend(transition.by);
                    }
                }
                let (right, wrong) = (sides(&by), sides(&[self.step.by]));
                Said::new(
                    format!(
                        "「{}」の状態で「{}」（{at}）をするのは{}です。{}ではありません",
                        state.ja, tried.ja, right.ja, wrong.ja
                    ),
                    format!(
                        "\"{}\" ({at}) while it is \"{}\" is for {}, not for {}",
                        tried.en, state.en, right.en, wrong.en
                    ),
                )
            }
            Fault::Lacks(need) => {
                let need = need.words();
                Said::new(
                    format!(
                        "「{}」の状態からの「{}」（{at}）に、{}がありません",
                        state.ja, tried.ja, need.ja
                    ),
                    format!("\"{}\" ({at}) from \"{}\" lacks {}", tried.en, state.en, need.en),
                )
            }
            Fault::BeforeTheLast => {
                let last = self.before.taken().last().map(|step| step.at.to_string());
                let last = last.unwrap_or_default();
                Said::new(
                    format!(
                        "「{}」（{at}）が、その前の経過（{last}、「{}」）より前の日時です",
                        tried.ja, state.ja
                    ),
                    format!(
                        "\"{}\" ({at}) lies before the step it follows ({last}, now \"{}\")",
                        tried.en, state.en
                    ),
                )
            }
        }
    }
}
