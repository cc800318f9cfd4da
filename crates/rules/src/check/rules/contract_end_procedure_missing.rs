//! The procedure at contract end, or how its proof is kept, is not written (GL 3.2.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{ContractEnd, Said, Words};

/// Told once for a service, at the first field that is empty.
pub const RULE: Rule = Rule {
    code: "contract-end-procedure-missing",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new(
        "契約終了時の手順がない",
        "The procedure at contract end is missing",
    ),
    why: Words::new(
        "患者の情報を返し、消したことを示せて、初めて契約は終わります。",
        "A contract is over only when the patients' information has been returned and erased, and that can be shown.",
    ),
    help: Words::new(
        "services/＜サービス＞/contract-end.toml の procedure に手順を、proof に証拠の取り方を書いてください",
        "Write the procedure into procedure and how its proof is kept into proof of services/<service>/contract-end.toml",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let end = &subject.service.contract_end;
    let (field, told) = match (&end.procedure, &end.proof) {
        (Some(_), Some(_)) => return,
        (Some(_), None) => (
            "proof",
            Said::new(
                "契約終了時に、実施を示す証拠をどう取るかが書かれていません",
                "How the proof of return and disposal at contract end is kept is not written",
            ),
        ),
        (None, _) => (
            "procedure",
            Said::new(
                "契約終了時の返却・移管・廃棄の手順が書かれていません",
                "The procedure of return, hand-over and disposal at contract end is not written",
            ),
        ),
    };
    findings.add(About::service::<ContractEnd>(subject, "").field(field), told);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn procedure_and_proof_are_both_written() {
        let mut case = Case::clean(&RULE);
        case.service().contract_end.proof = None;
        assert_eq!(case.found(), [("error", "contract-end", "")]);
        assert!(case.told().contains("証拠"));
        case.service().contract_end.procedure = None;
        assert_eq!(case.found(), [("error", "contract-end", "")]);
        assert!(case.told().contains("手順"));
    }
}
