//! `mamori explain`: what a rule looks for, why, and how to mend it.

use crate::cli::{Cli, Explain};
use crate::outcome::{Outcome, refused};
use mamori_domain::{Language, build};
use mamori_rules::check::{self, RULES};

pub fn run(cli: &Cli, arguments: &Explain) -> Result<Outcome, Outcome> {
    let code = arguments.code.as_str();
    let Some(rule) = check::rule(code) else {
        let near = build::nearest(code, RULES.iter().map(|rule| rule.code));
        return Err(match near {
            Some(near) => refused(
                format!("「{code}」という規則はありません。「{near}」のことですか"),
                format!("There is no rule \"{code}\". Did you mean \"{near}\"?"),
            ),
            None => refused(
                format!("「{code}」という規則はありません"),
                format!("There is no rule \"{code}\""),
            ),
        });
    };
    let say = |words: mamori_domain::Words| words.say(cli.lang);
    let labels = match cli.lang {
        Language::Japanese => ["重さ", "ガイドライン", "理由", "直し方"],
        Language::English => ["Severity", "Guideline", "Why", "How to mend it"],
    };
    let severity = rule.mark.severity().words().say(cli.lang);
    Ok(Outcome::Done(format!(
        "{} — {}\n\n{}: {severity}\n{}: {}\n\n{}: {}\n\n{}: {}\n",
        rule.code,
        say(rule.title),
        labels[0],
        labels[1],
        rule.guideline,
        labels[2],
        say(rule.why),
        labels[3],
        say(rule.help),
    )))
}
