//! An institution uses none of the services (GL 3.2.1).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{InstitutionProfile, Said, Scope, Words};

/// Everything that is asked of a relation is asked service by service, so an institution that names none is asked nothing. Silent once its contract has ended.
pub const RULE: Rule = Rule {
    code: "institution-without-service",
    mark: Mark::Should,
    guideline: "GL 3.2.1",
    title: Words::new(
        "サービスを使っていない医療機関等がある",
        "An institution uses no service",
    ),
    why: Words::new(
        "どのサービスを使うかが書かれていないと、その医療機関等との合意も報告も確かめられません。",
        "While it does not say which services an institution uses, neither agreements nor reports can be checked.",
    ),
    help: Words::new(
        "institutions/＜医療機関等＞/institution.toml の services に、使っているサービスのIDを書いてください。もう使っていなければ contract_to に終わった日を書きます",
        "List the services it uses in services of institutions/<institution>/institution.toml; if it uses none any more, give the last day in contract_to",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, institution) in &whole.workspace.institutions {
        let profile = &institution.profile;
        let ended = profile.contract_to.is_some_and(|last| last < whole.as_of);
        if ended || !profile.services.is_empty() {
            continue;
        }
        let name = profile.name.as_deref().unwrap_or(id.as_str());
        findings.add(
            About::row::<InstitutionProfile>(Scope::Institution(id.as_str().into()), "").field("services"),
            Said::new(
                format!("医療機関等「{name}」が使うサービスが書かれていません"),
                format!("No service is named that \"{name}\" uses"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_institution_that_names_no_service_is_found_until_its_contract_ends() {
        let mut case = Case::clean(&RULE);
        case.institution().profile.services.clear();
        assert_eq!(case.found(), [("warning", "institution", "")]);
        let yesterday = case.as_of.yesterday().ok();
        case.institution().profile.contract_to = yesterday;
        assert!(case.found().is_empty());
    }
}
