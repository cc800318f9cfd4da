//! A USB memory or the like stores medical information (GL 5.1.5 (1)⑤).

use crate::assessment::Assessment;
use crate::check::medical::Medical;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Medium, MediumKind, Said, Words};

/// Small semiconductor media hold much and hide easily; they should not hold medical information.
pub const RULE: Rule = Rule {
    code: "usb-memory-holds-medical-information",
    mark: Mark::Should,
    guideline: "GL 5.1.5(1)(イ)⑤",
    title: Words::new(
        "小型半導体メモリに医療情報がある",
        "A USB memory holds medical information",
    ),
    why: Words::new(
        "小さくて容量の大きいメモリは、なくしやすく、隠して持ち出すこともできます。",
        "Small media of large capacity are easily lost, and easily carried away unseen.",
    ),
    help: Words::new(
        "磁気テープや暗号化した通信など、別の方法に変えてください。やむを得ない場合は、暗号化と台帳管理をリスク対応に書いてください",
        "Use another way, such as tape or an encrypted line; where there is none, put encryption and a ledger into the risk treatment",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = Medical::of(subject);
    for medium in &subject.service.media {
        if medium.kind == MediumKind::UsbMemory && medical.any(&medium.stores) {
            findings.add(
                About::service::<Medium>(subject, &medium.id).field("stores"),
                Said::new(
                    format!("小型半導体メモリ「{}」に医療情報を入れています", medium.name),
                    format!("The USB memory \"{}\" holds medical information", medium.name),
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
    fn a_usb_memory_with_medical_information_is_found() {
        let mut case = Case::clean(&RULE);
        let medium = &mut case.service().media[0];
        assert!(!medium.stores.is_empty());
        medium.kind = MediumKind::UsbMemory;
        let id = medium.id.to_string();
        assert_eq!(case.found(), [("warning", "medium", id.as_str())]);
        case.service().media[0].stores.clear();
        assert!(case.found().is_empty());
    }
}
