//! Maintenance under a blanket consent adds or removes functions (GL 別紙1-II 6.5 (3)③).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Maintenance, Said, Scope, Words, YesNo};

/// Such work needs consent each time, whatever the list says.
pub const RULE: Rule = Rule {
    code: "blanket-consent-changes-functions",
    mark: Mark::Must,
    guideline: "GL 別紙1-II 6.5(3)③",
    title: Words::new(
        "包括承諾で機能を変えている",
        "A blanket consent changes functions",
    ),
    why: Words::new(
        "包括の承諾は、使い勝手の改善や法令による表の更新のためのものです。機能の追加や削除は診療のやり方を変えるため、一件ごとに承諾を得ます。",
        "Blanket consents are for convenience and for tables changed by law. Adding or removing functions changes how care is given and needs consent each time.",
    ),
    help: Words::new(
        "blanket_entry を空にし、承諾を得る手続（requested、approved）で進めてください",
        "Empty blanket_entry and ask for consent (requested, approved)",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, institution) in &whole.workspace.institutions {
        let rows = institution.maintenance.iter();
        for row in rows.filter(|row| row.blanket_entry.is_some()) {
            if row.changes_functions != Some(YesNo::Yes) {
                continue;
            }
            let title = &row.title;
            findings.add(
                About::row::<Maintenance>(Scope::Institution(id.as_str().into()), &row.id)
                    .field("changes_functions"),
                Said::new(
                    format!("「{title}」は機能を足すか無くすため、包括の承諾では行えません"),
                    format!("\"{title}\" adds or removes functions, which no blanket consent covers"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, maintenance};
    use mamori_domain::{FieldValue, MaintenanceMatter, Text};

    #[test]
    fn functions_are_never_changed_under_a_blanket_consent() {
        let mut case = Case::clean(&RULE);
        let mut row = maintenance("table", MaintenanceMatter::OtherChange);
        row.blanket_entry = Some(Text::read("点数表の改定").expect("text"));
        case.institution().maintenance.push(row);
        assert!(case.found().is_empty());
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.changes_functions = Some(YesNo::Yes);
        assert_eq!(case.found(), [("error", "maintenance", "table")]);
    }
}
