//! A medium with medical information is carried without protection (GL 別紙2 1.6).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::index::yes;
use mamori_domain::{Medium, Said, Transport, Words};
use std::collections::BTreeMap;

/// Either encryption or a guard on the way will do for this rule; the treatment decides whether both are needed.
pub const RULE: Rule = Rule {
    code: "transport-unprotected",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.6",
    title: Words::new(
        "搬送する媒体が守られていない",
        "A medium is carried without protection",
    ),
    why: Words::new(
        "運ぶ途中の媒体は、置き忘れや盗難に遭います。暗号化も封印もなければ、拾った人が中身を読めます。",
        "A medium under way is left behind or stolen; with neither encryption nor seal whoever finds it can read it.",
    ),
    help: Words::new(
        "媒体（media.csv）の encrypted を yes にできるよう暗号化するか、封印・施錠・追跡を搬送（transports.csv）の guarded_by に書いてください",
        "Encrypt it (encrypted in media.csv), or write seals, locks or tracking into guarded_by of transports.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    let exposed =
        |medium: &&Medium| !yes(medium.encrypted) && medium.stores.iter().any(|id| medical.contains(id));
    let media: BTreeMap<_, _> = subject
        .service
        .media
        .iter()
        .filter(exposed)
        .map(|medium| (&medium.id, medium))
        .collect();
    for transport in subject
        .service
        .transports
        .iter()
        .filter(|row| row.guarded_by.is_none())
    {
        if let Some(medium) = media.get(&transport.medium) {
            let (id, name) = (&transport.id, &medium.name);
            findings.add(
                About::service::<Transport>(subject, id).field("guarded_by"),
                Said::new(
                    format!("「{id}」で運ぶ媒体「{name}」に、暗号化も封印もありません"),
                    format!("Medium \"{name}\" carried by \"{id}\" is neither encrypted nor guarded"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_bare_medium_under_way_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().transports[0].guarded_by = None;
        assert!(case.found().is_empty());
        case.service().media[0].encrypted = None;
        assert_eq!(case.found(), [("error", "transport", "tape-out")]);
        case.service().media[0].stores.clear();
        assert!(case.found().is_empty());
    }
}
