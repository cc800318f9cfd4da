//! Medical information is in a development or test environment (GL 別紙2 1.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Environment, Equipment, Said, Words};

/// Tests are made with data that belong to no patient.
pub const RULE: Rule = Rule {
    code: "patient-data-in-development",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.2",
    title: Words::new(
        "開発・試験の環境に患者の情報がある",
        "Patient information is in a development or test environment",
    ),
    why: Words::new(
        "開発や試験の環境は本番ほど守られていません。そこに患者の情報を置くと、漏れても気付けません。",
        "Development and test are guarded less than production; patients' information there leaks unnoticed.",
    ),
    help: Words::new(
        "患者の情報を消して、架空のデータに置き換えてください。機器（equipment.csv）の handles と stores から外します",
        "Remove it, use made-up data instead, and take it out of handles and stores in equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    let outside = |device: &&Equipment| {
        matches!(
            device.environment,
            Some(Environment::Development | Environment::Test)
        )
    };
    for device in subject.service.equipment.iter().filter(outside) {
        let field = match (&device.stores, &device.handles) {
            (stores, _) if stores.iter().any(|id| medical.contains(id)) => "stores",
            (_, handles) if handles.iter().any(|id| medical.contains(id)) => "handles",
            _ => continue,
        };
        let name = &device.name;
        findings.add(
            About::service::<Equipment>(subject, &device.id).field(field),
            Said::new(
                format!("開発・試験の環境「{name}」に患者の情報があります"),
                format!("Patient information is in the development or test environment \"{name}\""),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn charts_on_a_development_server_are_found() {
        let mut case = Case::clean(&RULE);
        let charts = case.equipment("chart-server").stores[0].clone();
        case.equipment("chart-server-dev").stores.push(charts.clone());
        assert_eq!(case.found(), [("error", "equipment", "chart-server-dev")]);
        case.equipment("chart-server-dev").environment = None;
        assert!(case.found().is_empty());
        case.equipment("dev-maintenance-terminal").handles.push(charts);
        assert_eq!(case.found(), [("error", "equipment", "dev-maintenance-terminal")]);
    }
}
