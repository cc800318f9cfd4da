//! Maintenance names a blanket consent that the terms do not hold (GL 別紙1-II 6.5 (3)③).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Maintenance, Said, Scope, Words};

/// The entry has to be a part of `blanket_consents`, the institution's before the service's.
pub const RULE: Rule = Rule {
    code: "blanket-consent-unknown",
    mark: Mark::Must,
    guideline: "GL 別紙1-II 6.5(3)③",
    title: Words::new("包括承諾の一覧にない", "Not on the list of blanket consents"),
    why: Words::new(
        "一件ごとの承諾を省けるのは、契約のときに承諾された保守だけです。",
        "Only maintenance consented to in the contract may do without consent each time.",
    ),
    help: Words::new(
        "blanket_entry を sla-terms.toml の blanket_consents にある言葉のとおりに書くか、承諾を得てから行ってください",
        "Write blanket_entry as it stands in blanket_consents of sla-terms.toml, or ask for consent",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, institution) in &whole.workspace.institutions {
        for row in &institution.maintenance {
            let Some(entry) = &row.blanket_entry else { continue };
            let mut services = whole.workspace.services.iter();
            let service = services.find(|(service, _)| *service == row.service);
            let own = institution.sla_terms.blanket_consents.as_deref();
            let general = service.and_then(|(_, service)| service.sla_terms.blanket_consents.as_deref());
            let list = own.or(general).unwrap_or_default();
            if list.contains(entry.trim()) {
                continue;
            }
            let title = &row.title;
            findings.add(
                About::row::<Maintenance>(Scope::Institution(id.as_str().into()), &row.id)
                    .field("blanket_entry"),
                Said::new(
                    format!("「{title}」の「{entry}」は、包括して承諾された保守の一覧にありません"),
                    format!("\"{entry}\" of \"{title}\" is not on the list of blanket consents"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, maintenance};
    use mamori_domain::{FieldValue, MaintenanceMatter, Prose, Text};

    #[test]
    fn an_entry_stands_on_the_list() {
        let mut case = Case::clean(&RULE);
        let mut row = maintenance("table", MaintenanceMatter::OtherChange);
        row.blanket_entry = Some(Text::read("消費税率の変更").expect("text"));
        case.institution().maintenance.push(row);
        assert_eq!(case.found(), [("error", "maintenance", "table")]);
        let list = Prose::read("マスタの定期の更新\n消費税率の変更").expect("prose");
        case.institution().sla_terms.blanket_consents = Some(list);
        assert!(case.found().is_empty());
    }
}
