//! Equipment whose support ends: it is replaced, and institutions are told (GL 3.2.1, 別紙2 1.13).

use super::contracts::contracts;
use super::duty::SubjectOfDuty;
use super::ledger::{Demand, Ledger, guideline};
use super::rules::DutyRule;
use crate::Subject;
use mamori_domain::Said;

/// Adds the end of support of each device of a service: the replacement, and the notice to each
/// institution.
pub(super) fn add(subject: &Subject<'_>, ledger: &mut Ledger) {
    let as_of = ledger.as_of;
    let mut running = contracts(subject);
    running.retain(|contract| contract.ends.is_none_or(|last| last >= as_of));
    for row in &subject.service.equipment {
        let Some(until) = row.support_until else { continue };
        let software = row.software.as_deref().unwrap_or(&row.name);
        let name = match software == &*row.name {
            true => row.name.to_string(),
            false => format!("{}（{software}）", row.name),
        };
        let id = format!("{}/{}", subject.id, row.id);
        let what = Said::new(
            format!("サポートの終わる機器の更新：{name}"),
            format!("Replace what is no longer supported: {name}"),
        );
        let demand = Demand::own(
            DutyRule::EndOfSupport,
            "equipment",
            id.clone(),
            what,
            "別紙2 1.13",
        );
        ledger.add(&demand, until, None);
        for contract in &running {
            let told = Demand {
                rule: DutyRule::EndOfSupportNotice,
                subject: SubjectOfDuty {
                    kind: "equipment",
                    id: format!("{id}/{}", contract.id),
                },
                what: Said::new(
                    format!("サポートの終わりと更新の予定を知らせる：{name}"),
                    format!("Tell the end of support and what is planned: {name}"),
                ),
                to: contract.recipient(),
                basis: guideline("別紙1-II 6.5 (1)③"),
            };
            ledger.add(&told, until, None);
        }
    }
}
