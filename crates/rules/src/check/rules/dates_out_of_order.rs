//! Two dates of one record in an order that cannot be (GL 3.2.1, 3.2.3, 別紙1-II 2.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::build::write;
use mamori_domain::{Date, FieldValue, Said, Words};

/// Only orders that can never be right are named. A plan may be exercised before its newest approval,
/// an officer may be appointed again after having decided: such dates say nothing.
pub const RULE: Rule = Rule {
    code: "dates-out-of-order",
    mark: Mark::Should,
    guideline: "GL 3.2.1",
    title: Words::new("日付の前後が合わない", "Dates stand in an impossible order"),
    why: Words::new(
        "日付の前後が合わない記録は、契約や報告の経緯を示す証拠になりません。",
        "A record whose dates contradict one another proves nothing of how things went.",
    ),
    help: Words::new(
        "記録を確かめ、誤っているほうの日付を直してください",
        "Check the record and mend the date that is wrong",
    ),
    run: Run::Workspace(run),
};

/// A kind, a field whose date is never after that of another field, and why.
struct Order {
    kind: &'static str,
    earlier: &'static str,
    later: &'static str,
    because: Words,
}

const PERIOD: Words = Words::new(
    "始まる前に終わることはありません",
    "nothing ends before it begins",
);

const ORDERS: [Order; 6] = [
    Order {
        kind: "institution",
        earlier: "contract_from",
        later: "contract_to",
        because: PERIOD,
    },
    Order {
        kind: "sla-terms",
        earlier: "valid_from",
        later: "valid_to",
        because: PERIOD,
    },
    Order {
        kind: "sla-version",
        earlier: "valid_from",
        later: "valid_to",
        because: PERIOD,
    },
    Order {
        kind: "incident",
        earlier: "date",
        later: "reported",
        because: Words::new(
            "起きる前の事故は報告できません",
            "an incident is reported once it has happened",
        ),
    },
    Order {
        kind: "incident",
        earlier: "date",
        later: "prevention_agreed",
        because: Words::new(
            "再発防止策は、事故が起きてから決まります",
            "what prevents recurrence is agreed once an incident has happened",
        ),
    },
    Order {
        kind: "incident",
        earlier: "reported",
        later: "prevention_agreed",
        because: Words::new(
            "再発防止策は、事故を知らされた医療機関等と合意するものです",
            "institutions agree to what prevents recurrence after they were told",
        ),
    },
];

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for scope in &write(whole.workspace).scopes {
        for order in &ORDERS {
            for row in scope.rows(order.kind) {
                let date = |field| <Date as FieldValue>::read(row.text(field)).ok();
                let (Some(first), Some(second)) = (date(order.earlier), date(order.later)) else {
                    continue;
                };
                let Some(list) = scope.lists.iter().find(|list| list.kind.name == order.kind) else {
                    continue;
                };
                if first <= second {
                    continue;
                }
                let label = |name: &str| list.kind.field(name).map_or(list.kind.label, |field| field.label);
                let (earlier, later) = (label(order.earlier), label(order.later));
                let about = About {
                    scope: scope.scope.clone(),
                    kind: order.kind.to_owned(),
                    id: list.kind.key_of(row).into_owned(),
                    field: Some(order.later),
                };
                findings.add(
                    about,
                    Said::new(
                        format!(
                            "「{}」（{second}）が「{}」（{first}）より前です。{}",
                            later.ja, earlier.ja, order.because.ja
                        ),
                        format!(
                            "\"{}\" ({second}) is before \"{}\" ({first}); {}",
                            later.en, earlier.en, order.because.en
                        ),
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::description::{Level, ValueType};
    use mamori_domain::{Incident, scopes_of};

    fn day(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn every_order_names_two_dates_of_a_kind() {
        for order in &ORDERS {
            let kinds = [Level::Organisation, Level::Service, Level::Institution].map(scopes_of);
            let kind = kinds
                .into_iter()
                .flatten()
                .find(|kind| kind.name == order.kind)
                .unwrap();
            for name in [order.earlier, order.later] {
                assert_eq!(
                    kind.field(name).unwrap().value,
                    ValueType::Date,
                    "{} {name}",
                    order.kind
                );
            }
        }
    }

    #[test]
    fn a_contract_that_ends_before_it_begins_is_found() {
        let mut case = Case::clean(&RULE);
        let profile = &mut case.institution().profile;
        (profile.contract_from, profile.contract_to) = (day("2026-04-01"), day("2026-04-01"));
        assert!(case.found().is_empty(), "a contract of one day is a contract");
        case.institution().profile.contract_to = day("2026-03-31");
        assert_eq!(case.found(), [("warning", "institution", "")]);
        assert!(
            case.told()
                .contains("「契約終了日」（2026-03-31）が「契約開始日」（2026-04-01）より前です")
        );
        case.institution().profile.contract_from = None;
        assert!(case.found().is_empty());
    }

    #[test]
    fn what_followed_an_incident_came_after_it() {
        let mut case = Case::clean(&RULE);
        let mut incident = Incident {
            id: mamori_domain::Id::parse("stop").unwrap(),
            title: FieldValue::read("停止").unwrap(),
            date: day("2026-05-10").unwrap(),
            harm: Vec::new(),
            cause: None,
            reported: day("2026-05-10"),
            prevention: None,
            aware_at: None,
            institutions: Vec::new(),
            scope: None,
            for_patients: None,
            for_authorities: None,
            for_public: None,
            people: None,
            sensitive: None,
            improper_purpose: None,
            prevention_agreed: day("2026-05-20"),
        };
        case.workspace.organisation.incidents = vec![incident.clone()];
        assert!(case.found().is_empty());
        incident.reported = day("2026-05-21");
        case.workspace.organisation.incidents = vec![incident.clone()];
        assert_eq!(case.found(), [("warning", "incident", "stop")]);
        incident.reported = day("2026-05-09");
        incident.prevention_agreed = day("2026-05-08");
        case.workspace.organisation.incidents = vec![incident];
        assert_eq!(case.found().len(), 3);
    }
}
