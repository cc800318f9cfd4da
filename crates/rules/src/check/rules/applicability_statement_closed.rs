//! The statement of applicability cannot be shown to institutions (GL 4.4).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Certificate, Said, Scheme, Words, YesNo};

/// Asked of ISMS certificates alone; an empty field has not been shown to be yes.
pub const RULE: Rule = Rule {
    code: "applicability-statement-closed",
    mark: Mark::Should,
    guideline: "GL 4.4",
    title: Words::new(
        "適用宣言書を見せられない",
        "The statement of applicability cannot be shown",
    ),
    why: Words::new(
        "医療機関等は、どの管理策を選び、どれを外したかを適用宣言書で確かめます。",
        "The statement tells an institution which controls were chosen and which were left out.",
    ),
    help: Words::new(
        "医療機関等に見せられる形の適用宣言書を用意し、organisation/certificates.csv の statement_disclosable を yes にしてください",
        "Prepare a statement that institutions may see and set statement_disclosable in organisation/certificates.csv to yes",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let closed =
        |row: &&Certificate| row.scheme == Scheme::Isms && row.statement_disclosable != Some(YesNo::Yes);
    for row in whole.workspace.organisation.certificates.iter().filter(closed) {
        findings.add(
            About::organisation::<Certificate>(&row.id).field("statement_disclosable"),
            Said::new(
                "ISMSの適用宣言書を医療機関等へ見せられるようになっていません",
                "The statement of applicability of the ISMS cannot be shown to institutions",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_statement_is_open_only_when_it_says_so() {
        let mut case = Case::clean(&RULE);
        for row in &mut case.workspace.organisation.certificates {
            row.statement_disclosable = Some(YesNo::No);
        }
        let isms = |row: &&Certificate| row.scheme == Scheme::Isms;
        let id = case
            .workspace
            .organisation
            .certificates
            .iter()
            .find(isms)
            .unwrap()
            .id
            .to_string();
        assert_eq!(case.found(), [("warning", "certificate", id.as_str())]);
    }
}
