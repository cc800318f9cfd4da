//! A control item of 別紙2 has no answer (GL 5.1.5 (1)(ア)).

use crate::Subject;
use crate::answers::Origin;
use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::{Bilingual, ConditionId, ConditionSource, ControlItem};
use mamori_domain::{Answer, Said, Words};
use std::collections::BTreeSet;

/// Reads like a to-do list: one finding while nothing is answered, one for each group or measure without any
/// answer, one for each single item left. Items that wait for a condition to be declared are not told twice.
pub const RULE: Rule = Rule {
    code: "control-unanswered",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new("回答のない対策項目がある", "A control item has no answer"),
    why: Words::new(
        "別紙2の対策項目には、一つずつ、実施しているか、代わりに何をするか、該当しないかを答えます。",
        "Every control item of appendix 2 is answered: done, done another way, or not applicable.",
    ),
    help: Words::new(
        "はじめは、service.toml の standard_answers に自社に近い標準回答を選び、違うところだけを answers.csv に書くと早く済みます。「1.1.①」のように小項目で書けば、その全項目に答えられます",
        "The quick way: choose standard answers close to yours in standard_answers of service.toml and write into answers.csv only what differs; a row on a measure such as 1.1.① answers all its items",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let catalogue = subject.catalogue;
    let waiting: BTreeSet<&ConditionId> = assessment
        .conditions
        .iter()
        .filter(|state| state.holds.is_none() && !state.stated)
        .map(|state| &state.id)
        .filter(|id| {
            let condition = catalogue.conditions().get(*id);
            condition.is_some_and(|condition| condition.source == ConditionSource::Declared)
        })
        .collect();
    let answer = |item: &ControlItem| {
        assessment
            .answers
            .get(&item.id)
            .filter(|answer| answer.status.is_some())
    };
    // What follows from the configuration nobody wrote: such items do not make a group a begun one.
    let begun = |items: &[&ControlItem]| {
        let mut answers = items.iter().filter_map(|item| answer(item));
        answers.any(|answer| !matches!(answer.origin, Origin::Condition(_)))
    };
    let waits = |item: &ControlItem| item.condition.as_ref().is_some_and(|one| waiting.contains(one));
    let open = |items: &[&ControlItem]| {
        items
            .iter()
            .filter(|item| answer(item).is_none() && !waits(item))
            .count()
    };
    let all: Vec<&ControlItem> = catalogue.items().iter().collect();
    if !begun(&all) {
        if let count @ 1.. = open(&all) {
            let (ja, en) = (
                format!("対策項目{count}件に"),
                format!("None of {count} control items"),
            );
            add(findings, subject, "", &ja, &en);
        }
        return;
    }
    for group in all.chunk_by(|a, b| a.group == b.group) {
        let title = catalogue
            .groups()
            .get(group[0].group.as_str())
            .map(|one| &one.title);
        if !begun(group) && untouched(findings, subject, group[0].group.as_str(), title, open(group)) {
            continue;
        }
        for measure in group.chunk_by(|a, b| a.measure == b.measure) {
            let title = catalogue
                .measures()
                .get(measure[0].measure.as_str())
                .map(|one| &one.title);
            let id = measure[0].measure.as_str();
            if !begun(measure) && untouched(findings, subject, id, title, open(measure)) {
                continue;
            }
            for item in measure
                .iter()
                .filter(|item| answer(item).is_none() && !waits(item))
            {
                let (id, duty) = (&item.id, &item.duty);
                let ja = format!("対策項目「{id} {}」に", duty.ja);
                let en = format!("Control item \"{id} {}\"", duty.en);
                add(findings, subject, id.as_str(), &ja, &en);
            }
        }
    }
}

/// Tells of a group or measure that nobody has begun, when several of its items are open.
fn untouched(
    findings: &mut Findings,
    subject: &Subject<'_>,
    id: &str,
    title: Option<&Bilingual>,
    open: usize,
) -> bool {
    let Some(title) = title.filter(|_| open > 1) else {
        return false;
    };
    let ja = format!("「{id} {}」の対策項目{open}件に", title.ja);
    let en = format!("None of {open} control items of {id} {}", title.en);
    add(findings, subject, id, &ja, &en);
    true
}

fn add(findings: &mut Findings, subject: &Subject<'_>, id: &str, ja: &str, en: &str) {
    let (ja, en) = match id.is_empty() {
        true => (
            format!("{ja}、まだ一つも回答がありません"),
            format!("{en} has an answer yet"),
        ),
        false if en.starts_with("None") => (format!("{ja}回答がありません"), format!("{en} has an answer")),
        false => (format!("{ja}回答がありません"), format!("{en} has no answer")),
    };
    findings.add(About::service::<Answer>(subject, id), Said::new(ja, en));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn what_is_unanswered_is_told_at_the_level_it_is_missing() {
        let mut case = Case::clean(&RULE);
        let forget = |prefix: &'static str| {
            move |assessment: &mut Assessment<'_>| {
                for (id, answer) in &mut assessment.answers {
                    if id.as_str().starts_with(prefix) {
                        (answer.status, answer.origin) = (None, Origin::None);
                    }
                }
            }
        };
        assert_eq!(
            case.found_after(forget("1.1.①-1")),
            [("error", "answer", "1.1.①-1")]
        );
        assert_eq!(case.found_after(forget("1.1.①-")), [("error", "answer", "1.1.①")]);
        assert_eq!(case.found_after(forget("1.1.")), [("error", "answer", "1.1")]);
        assert_eq!(case.found_after(forget("")), [("error", "answer", "")]);
    }
    #[test]
    fn an_item_that_waits_for_a_declaration_is_not_told_twice() {
        let mut case = Case::clean(&RULE);
        case.service().profile.standard_answers.clear();
        case.service().conditions.clear();
        let found = case.found();
        assert!(found.len() > 10 && found.len() < 70, "{} findings", found.len());
        let catalogue = crate::check::testing::catalogue();
        let declared = |id: &str| catalogue.items().get(id).and_then(|item| item.condition.as_ref());
        let waits = |id: &str| declared(id).is_some_and(|condition| condition.as_str() == "e_signature");
        assert!(found.iter().all(|(_, _, id)| !waits(id)));
    }
}
