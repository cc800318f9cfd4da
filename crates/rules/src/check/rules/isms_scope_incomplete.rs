//! The scope of the ISMS leaves part of the information's way out (GL 4.4).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Certificate, Said, Scheme, Words, YesNo};

/// Asked of ISMS certificates alone; an empty field has not been shown to be yes.
pub const RULE: Rule = Rule {
    code: "isms-scope-incomplete",
    mark: Mark::Should,
    guideline: "GL 4.4",
    title: Words::new(
        "ISMSの範囲が入口から出口までを覆っていない",
        "The ISMS scope does not run from entry to exit",
    ),
    why: Words::new(
        "預かる情報の受け取りから返却・廃棄までのどこかが範囲の外だと、そこは誰にも確かめられていません。",
        "Where part of the way from receiving the information to its return or disposal lies outside the scope, nobody has examined that part.",
    ),
    help: Words::new(
        "認証の適用範囲を確かめ、organisation/certificates.csv の covers_entry_to_exit に yes か no を書いてください。no なら次の審査で範囲を広げます",
        "Check the scope and write yes or no into covers_entry_to_exit of organisation/certificates.csv; if no, widen the scope at the next audit",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let open =
        |row: &&Certificate| row.scheme == Scheme::Isms && row.covers_entry_to_exit != Some(YesNo::Yes);
    for row in whole.workspace.organisation.certificates.iter().filter(open) {
        findings.add(
            About::organisation::<Certificate>(&row.id).field("covers_entry_to_exit"),
            Said::new(
                "ISMSの範囲が、預かる情報の入口から出口までを覆っていません",
                "The ISMS scope does not run from entry to exit of the information",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_scope_is_complete_only_when_it_says_so() {
        let mut case = Case::clean(&RULE);
        for row in &mut case.workspace.organisation.certificates {
            row.covers_entry_to_exit = None;
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
