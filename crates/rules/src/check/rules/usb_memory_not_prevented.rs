//! Nothing keeps small memory from being used on a device with medical information (GL 5.1.5 (1)⑤).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, RemovableMedia, Said, Words};

/// Registered media are a control too; an empty field is none.
pub const RULE: Rule = Rule {
    code: "usb-memory-not-prevented",
    mark: Mark::Should,
    guideline: "GL 5.1.5(1)(イ)⑤",
    title: Words::new(
        "小型メモリを使えないようにする手当てがない",
        "Nothing keeps small memory from being used",
    ),
    why: Words::new(
        "USB メモリなどをつなげる機器からは、大量の情報を短い時間で持ち出せ、ウイルスも入り込みます。",
        "From a device that takes USB memory much can be carried off in a moment, and malware comes in.",
    ),
    help: Words::new(
        "USB ポートなどを止めるか登録した媒体だけに限り、機器（equipment.csv）の removable_media に blocked か registered と書いてください",
        "Block such ports or limit them to registered media, and write blocked or registered into removable_media of equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for device in &subject.service.equipment {
        if matches!(device.removable_media, None | Some(RemovableMedia::Open))
            && device
                .handles
                .iter()
                .chain(&device.stores)
                .any(|id| medical.contains(id))
        {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("removable_media"),
                Said::new(
                    format!("「{name}」で小型メモリを使えないようにする手当てが書かれていません"),
                    format!("Nothing keeps small memory from being used on \"{name}\""),
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
    fn an_open_port_is_found() {
        let mut case = Case::clean(&RULE);
        case.equipment("dev-router").removable_media = None;
        assert!(case.found().is_empty());
        for open in [None, Some(RemovableMedia::Open)] {
            case.equipment("billing-terminal").removable_media = open;
            assert_eq!(case.found(), [("warning", "equipment", "billing-terminal")]);
        }
    }
}
