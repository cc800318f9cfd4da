//! Nothing keeps strange devices off a wireless LAN (GL 5.1.5 (1)④).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Admission, Connection, ConnectionMedium, Said, Words};

/// An empty field counts like none: the two are mended alike.
pub const RULE: Rule = Rule {
    code: "wireless-control-missing",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)④",
    title: Words::new("無線 LAN に接続制限がない", "A wireless LAN admits any device"),
    why: Words::new(
        "電波は建物の外まで届きます。つなげる端末を限らなければ、待合室や路上からでも入られます。",
        "Radio reaches beyond the walls. Unless devices are limited, one can get in from the waiting room or the street.",
    ),
    help: Words::new(
        "つなげる端末を限り、その方法を接続（connections.csv）の admission に書いてください",
        "Limit the devices that may connect and write the way into admission of connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.medium == ConnectionMedium::WirelessLan
            && matches!(line.admission, None | Some(Admission::None))
        {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("admission"),
                Said::new(
                    format!("「{name}」の無線 LAN に接続制限がありません"),
                    format!("The wireless LAN of \"{name}\" has no control of admission"),
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
    fn an_open_wireless_lan_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("clinic-wired-lan").admission = None;
        assert!(case.found().is_empty());
        for open in [None, Some(Admission::None)] {
            case.connection("clinic-wireless-lan").admission = open;
            assert_eq!(case.found(), [("warning", "connection", "clinic-wireless-lan")]);
        }
    }
}
