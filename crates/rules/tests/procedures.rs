//! Records of every kind are walked alike: none is forgotten, and steps find their record.

use mamori_catalogue::Catalogue;
use mamori_domain::{FieldValue, RecordKind, RecordStep, Side, StepKind, Text, build};
use mamori_formats::generate;
use mamori_rules::procedures::machine::History;
use mamori_rules::procedures::records;
use std::collections::BTreeSet;

#[test]
fn a_workspace_with_everything_has_records_of_every_kind() {
    let workspace = build::read(&generate::full(1)).expect("it is valid");
    let catalogue = Catalogue::embedded("2020-08").expect("the shipped catalogue is sound");
    let found: BTreeSet<RecordKind> = records(&workspace, &catalogue)
        .iter()
        .map(|record| record.kind)
        .collect();
    assert_eq!(found, RecordKind::ALL.iter().copied().collect());
}

/// Whatever is tried, by whomever, in whatever order: what a history holds is legal, and what it
/// refuses is the first step that is not.
#[test]
fn no_order_of_steps_makes_an_illegal_history() {
    let workspace = build::read(&generate::full(1)).expect("it is valid");
    let catalogue = Catalogue::embedded("2020-08").expect("the shipped catalogue is sound");
    let all = records(&workspace, &catalogue);
    let mut random: u64 = 7;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(random >> 33).unwrap_or(0) % below
    };
    let (mut legal, mut refused) = (0, 0);
    for record in all.iter().cycle().take(4000) {
        let machine = record.machine();
        // Half of the tries follow the table, so that long histories come about.
        let mut steps: Vec<RecordStep> = Vec::new();
        for day in 1..=1 + next(6) {
            let history = match History::read(machine, &steps) {
                Ok(history) => history,
                Err(illegal) => illegal.before,
            };
            let possible = history.possible();
            let (step, by) = match possible.get(next(2 * possible.len().max(1))) {
                Some(transition) => (transition.step, transition.by[next(transition.by.len())]),
                None => (
                    StepKind::ALL[next(StepKind::ALL.len())],
                    Side::ALL[next(Side::ALL.len())],
                ),
            };
            steps.push(made(record.kind, day, step, by));
        }
        match History::read(machine, &steps) {
            Ok(history) => {
                assert_eq!(history.taken().len(), steps.len());
                legal += 1;
            }
            Err(illegal) => {
                let kept = illegal.before.taken().len();
                assert_eq!(illegal.step.id, steps[kept].id, "the first that cannot be");
                let again = History::read(machine, &steps[..kept]).expect("what came before is legal");
                assert_eq!(again.state(), illegal.before.state());
                let said = illegal.said();
                assert!(!said.ja.is_empty() && !said.en.is_empty());
                refused += 1;
            }
        }
    }
    assert!(legal > 50 && refused > 50, "{legal} legal, {refused} refused");
}

fn made(kind: RecordKind, day: usize, step: StepKind, by: Side) -> RecordStep {
    let at = format!("2026-10-{day:02}T10:00+09:00");
    RecordStep {
        id: mamori_domain::Id::parse(&format!("s{day}")).expect("an id"),
        kind,
        record: Text::read("r").expect("text"),
        step,
        at: FieldValue::read(&at).expect("a moment"),
        by,
        name: Text::read("担当").ok(),
        text: FieldValue::read("電話").ok(),
        evidence: mamori_domain::Id::parse("proof"),
    }
}
