//! A contract ended and something that holds information is left without a confirmed record of what
//! became of it (GL 3.2.2, 別紙2 1.8①).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::procedures::left_at_end;
use mamori_domain::{Disposal, Said, Words};

/// One finding for each device and medium of the configuration that stores information.
pub const RULE: Rule = Rule {
    code: "contract-end-without-evidence",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new("契約終了後の証拠がない", "A contract ended without evidence"),
    why: Words::new(
        "返却や廃棄の証拠がないと、患者の情報が残っていないことを示せません。",
        "Without evidence of return and disposal nobody can show that no patient information is left.",
    ),
    help: Words::new(
        "返却・移管・廃棄を行い、institutions/＜医療機関等＞/disposals.csv に機器・媒体ごとに書き、steps.csv に実施（performed）と医療機関等の確認（confirmed）を書いてください",
        "Return, hand over or dispose; write each device and medium into institutions/<institution>/disposals.csv, and performed and the institution's confirmed into steps.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in users(subject).filter(|party| party.ended(subject.as_of)) {
        let name = party.name();
        for thing in left_at_end(subject.id, subject.service, party.institution) {
            let (said, title) = (thing.state(), thing.name);
            findings.add(
                About::row::<Disposal>(party.scope(), thing.record).field("way"),
                Said::new(
                    format!(
                        "医療機関等「{name}」との契約は終わりましたが、「{title}」は{}",
                        said.ja
                    ),
                    format!("The contract with \"{name}\" ended, and \"{title}\" {}", said.en),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, step};
    use mamori_domain::{DisposalWay, Equipment, Id, Medium, RecordKind, Side, StepKind};

    fn disposal(id: &str, equipment: Option<&str>, medium: Option<&str>) -> Disposal {
        Disposal {
            id: Id::parse(id).expect("an id"),
            service: Id::parse("emr").expect("an id"),
            equipment: equipment.map(|id| Id::<Equipment>::parse(id).expect("an id")),
            medium: medium.map(|id| Id::<Medium>::parse(id).expect("an id")),
            information: Vec::new(),
            way: DisposalWay::Dispose,
            operator: None,
            method: None,
            certificate: None,
            keep_purpose: None,
            keep_until: None,
            keep_control: None,
            keep_contact: None,
        }
    }

    #[test]
    fn an_ended_contract_leaves_nothing_without_a_confirmed_disposal() {
        let mut case = Case::clean(&RULE);
        case.institution().profile.contract_to = Some("2026-10-31".parse().unwrap());
        case.as_of = "2026-10-31".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-01".parse().unwrap();
        let all = case.found().len();
        let stores = |ids: &[mamori_domain::Id<mamori_domain::Information>]| !ids.is_empty();
        let service = case.service();
        let equipment = service.equipment.iter().filter(|row| stores(&row.stores));
        let media = service.media.iter().filter(|row| stores(&row.stores));
        assert_eq!(
            all,
            equipment.count() + media.count(),
            "one for each thing that stores"
        );
        case.institution()
            .disposals
            .push(disposal("tape", None, Some("backup-tape")));
        assert_eq!(case.found().len(), all, "planned only");
        assert!(case.told().contains("予定"), "{}", case.told());
        for (kind, by) in [
            (StepKind::Performed, Side::Provider),
            (StepKind::Confirmed, Side::Institution),
        ] {
            let mut step = step("tape", kind, "2026-10-31T10:00+09:00", by);
            step.kind = RecordKind::Disposal;
            case.institution().steps.push(step);
        }
        assert_eq!(case.found().len(), all - 1);
    }
}
