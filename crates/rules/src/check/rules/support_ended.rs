//! The maker no longer supports what is in use (GL 別紙2 1.14).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};

/// On its last day support still runs.
pub const RULE: Rule = Rule {
    code: "support-ended",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.14",
    title: Words::new("サポートの切れた機器・ソフトウェアがある", "Support has ended"),
    why: Words::new(
        "サポートが切れると弱点が見つかっても直されず、攻撃に使われ続けます。",
        "After support has ended weaknesses are no longer mended, and attackers go on using them.",
    ),
    help: Words::new(
        "新しい版か後継の機器に替え、機器（equipment.csv）の support_until を改めてください",
        "Move to a supported version or a successor and correct support_until in equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for device in &subject.service.equipment {
        if let Some(day) = device.support_until.filter(|day| *day < subject.as_of) {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("support_until"),
                Said::new(
                    format!("「{name}」の OS・ソフトウェアのサポートが終わっています（{day}）"),
                    format!("The maker's support for \"{name}\" has ended ({day})"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn ended_support_is_found() {
        let mut case = Case::clean(&RULE);
        let as_of = case.as_of;
        case.equipment("log-server").support_until = Some(as_of);
        assert!(case.found().is_empty());
        case.equipment("log-server").support_until = Some("2026-10-31".parse().unwrap());
        assert_eq!(case.found(), [("error", "equipment", "log-server")]);
    }
}
