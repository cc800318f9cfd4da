//! An id that was retired is in use again (GL 5.1.7).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::build::write;
use mamori_domain::description::Level;
use mamori_domain::{RetiredId, Said, Scope, Words};
use std::collections::BTreeSet;

/// An id is retired for its kind in the whole workspace, because papers name it without its service.
pub const RULE: Rule = Rule {
    code: "retired-id-reused",
    mark: Mark::Must,
    guideline: "GL 5.1.7",
    title: Words::new("使い終えたIDがまた使われている", "A retired id is in use again"),
    why: Words::new(
        "使い終えたIDを別のものに付けると、前の版の文書や合意の記録が、別のものを指すことになります。",
        "Given to something else, a retired id makes earlier papers and agreements speak of the wrong thing.",
    ),
    help: Words::new(
        "別のIDを付けてください。元のものを戻すのなら、mamori.toml の retired からそのIDを消してください",
        "Give it another id; if the old thing itself is back, remove its id from retired in mamori.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let settings = &whole.workspace.settings;
    let retired: BTreeSet<(&str, &str)> = settings
        .retired
        .iter()
        .map(|RetiredId { kind, id }| (&**kind, &**id))
        .collect();
    if retired.is_empty() {
        return;
    }
    for scope in &write(whole.workspace).scopes {
        let folder = match scope.scope.level() {
            Level::Service => "service",
            Level::Institution => "institution",
            Level::Workspace | Level::Organisation => "",
        };
        if retired.contains(&(folder, scope.scope.id())) {
            findings.add(
                about(&scope.scope, folder, "", None),
                message(folder, scope.scope.id()),
            );
        }
        for list in scope.lists.iter().filter(|list| list.kind.has_own_ids()) {
            let field = list.kind.key[0];
            for id in list
                .rows
                .iter()
                .map(|row| row.text(field))
                .filter(|id| retired.contains(&(list.kind.name, id)))
            {
                findings.add(
                    about(&scope.scope, list.kind.name, id, Some(field)),
                    message(list.kind.name, id),
                );
            }
        }
    }
}

fn about(scope: &Scope, kind: &str, id: &str, field: Option<&'static str>) -> About {
    About {
        scope: scope.clone(),
        kind: kind.to_owned(),
        id: id.to_owned(),
        field,
    }
}

fn message(kind: &str, id: &str) -> Said {
    Said::new(
        format!("使い終えたID「{kind}/{id}」が、また使われています"),
        format!("The retired id \"{kind}/{id}\" is in use again"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    fn retire(case: &mut Case, kind: &str, id: &str) {
        let retired = RetiredId {
            kind: kind.to_owned(),
            id: id.to_owned(),
        };
        case.workspace.settings.retired.push(retired);
    }

    #[test]
    fn a_retired_id_must_not_come_back() {
        let mut case = Case::clean(&RULE);
        let equipment = case.service().equipment[0].id.to_string();
        retire(&mut case, "site", &equipment);
        retire(&mut case, "equipment", "long-gone");
        assert!(case.found().is_empty());
        retire(&mut case, "equipment", &equipment);
        assert_eq!(case.found(), [("error", "equipment", equipment.as_str())]);
    }

    #[test]
    fn the_id_of_a_whole_service_counts_too() {
        let mut case = Case::clean(&RULE);
        let service = case.workspace.services[0].0.to_string();
        retire(&mut case, "service", &service);
        assert_eq!(case.found(), [("error", "service", "")]);
    }
}
