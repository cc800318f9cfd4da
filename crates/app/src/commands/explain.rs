//! `mamori explain`: what a rule looks for, why, and how to mend it. It knows the rules of the check,
//! of service levels and of duties, each by the name under which results show it.

use crate::cli::{Cli, Explain};
use crate::outcome::{Outcome, refused};
use mamori_domain::{Explanation, Language, build};
use mamori_rules::check::{self, RULES, Rule};
use mamori_rules::duties;

pub fn run(cli: &Cli, arguments: &Explain) -> Result<Outcome, Outcome> {
    let code = arguments.code.as_str();
    if let Some(rule) = check::rule(code) {
        return Ok(Outcome::Done(of_check(rule, cli.lang)));
    }
    let found = explanations().find(|one| one.code == code);
    found
        .map(|one| Outcome::Done(told(one, cli.lang)))
        .ok_or_else(|| unknown(code))
}

/// The rules that are no rules of the check: those of service levels, then of duties.
fn explanations() -> impl Iterator<Item = &'static Explanation> {
    mamori_service_levels::EXPLANATIONS
        .iter()
        .chain(duties::EXPLANATIONS)
}

fn of_check(rule: &Rule, language: Language) -> String {
    let labels = match language {
        Language::Japanese => ["重さ", "ガイドライン", "理由", "直し方"],
        Language::English => ["Severity", "Guideline", "Why", "How to mend it"],
    };
    let severity = rule.mark.severity().words().say(language);
    format!(
        "{} — {}\n\n{}: {severity}\n{}: {}\n\n{}: {}\n\n{}: {}\n",
        rule.code,
        rule.title.say(language),
        labels[0],
        labels[1],
        rule.guideline,
        labels[2],
        rule.why.say(language),
        labels[3],
        rule.help.say(language),
    )
}

fn told(one: &Explanation, language: Language) -> String {
    let [source, rule, why] = match language {
        Language::Japanese => ["出典", "数え方", "理由"],
        Language::English => ["Source", "How it counts", "Why"],
    };
    format!(
        "{} — {}\n\n{source}: {}\n\n{rule}: {}\n\n{why}: {}\n",
        one.code,
        one.title.say(language),
        one.guideline,
        one.rule.say(language),
        one.why.say(language),
    )
}

fn unknown(code: &str) -> Outcome {
    let known = RULES.iter().map(|rule| rule.code);
    match build::nearest(code, known.chain(explanations().map(|one| one.code))) {
        Some(near) => refused(
            format!("「{code}」という規則はありません。「{near}」のことですか"),
            format!("There is no rule \"{code}\". Did you mean \"{near}\"?"),
        ),
        None => refused(
            format!(
                "「{code}」という規則はありません。一覧は docs/reference/rules.md と levels-and-duties.md にあります"
            ),
            format!(
                "There is no rule \"{code}\"; docs/reference/rules.md and levels-and-duties.md list them"
            ),
        ),
    }
}
