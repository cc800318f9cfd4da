//! The service does not say how it stands to institutions (GL 2.1).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Said, Scope, ServiceProfile, Words};

/// A workspace without any service gets the same finding: where nothing is described, the position is the
/// first thing to say.
pub const RULE: Rule = Rule {
    code: "position-not-stated",
    mark: Mark::Must,
    guideline: "GL 2.1",
    title: Words::new(
        "医療機関等との関係が書かれていない",
        "The position towards institutions is not stated",
    ),
    why: Words::new(
        "対象になるかどうかと、どの義務を負うかは、医療機関等と直接契約するのか、供給網の一部なのか、患者等の指示で受け取るのかで決まります。",
        "Whether the guideline applies, and with which duties, depends on whether you contract with institutions directly, supply another provider, or receive information at patients' direction.",
    ),
    help: Words::new(
        "サービスの「立場」（services/＜サービス＞/service.toml の position）を選んでください",
        "Choose the service's position (position in services/<service>/service.toml)",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let services = &whole.workspace.services;
    if services.is_empty() {
        findings.add(
            About::row::<ServiceProfile>(Scope::Workspace, ""),
            Said::new(
                "サービスがまだ一つも書かれていません。最初のサービスと、医療機関等との関係を書いてください",
                "No service is described yet; describe the first one and how it stands to institutions",
            ),
        );
    }
    for (id, service) in services
        .iter()
        .filter(|(_, service)| service.profile.position.is_none())
    {
        let name = service.profile.name.as_deref().unwrap_or(id.as_str());
        findings.add(
            About::row::<ServiceProfile>(Scope::Service(id.as_str().into()), "").field("position"),
            Said::new(
                format!("サービス「{name}」に、医療機関等との関係（直接契約・供給網・患者等の指示）が書かれていません"),
                format!("Service \"{name}\" does not say how it stands to institutions (direct contract, supply chain, at patients' direction)"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_service_without_a_position_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().profile.position = None;
        assert_eq!(case.found(), [("error", "service", "")]);
    }

    #[test]
    fn a_workspace_without_a_service_is_told_once() {
        let mut case = Case::clean(&RULE);
        case.workspace.services.clear();
        case.workspace.institutions.clear();
        assert_eq!(case.found(), [("error", "service", "")]);
    }
}
