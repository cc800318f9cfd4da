//! An application of one's own without a development or test environment (GL 5.2.1(2)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Environment, Equipment, Form, Layer, Said, Words};

/// Asked once equipment is described and the provider provides an application of its own.
pub const RULE: Rule = Rule {
    code: "development-environment-missing",
    mark: Mark::Must,
    guideline: "GL 5.2.1(2)",
    title: Words::new(
        "開発や試験の環境が構成にない",
        "The configuration shows no development or test environment",
    ),
    why: Words::new(
        "アプリケーションを自ら提供する場合、開発の段階にも情報の流れとリスクがあります。",
        "Whoever provides the application itself has flows and risks in development too.",
    ),
    help: Words::new(
        "開発や試験に使う機器を equipment.csv に書き、environment を development か test にしてください",
        "Describe the equipment used for development and tests in equipment.csv, with environment development or test",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let own = service
        .provisions
        .iter()
        .any(|row| row.layer == Layer::Application && row.form == Form::Own);
    let develops = |row: &Equipment| {
        matches!(
            row.environment,
            Some(Environment::Development | Environment::Test)
        )
    };
    if own && !service.equipment.is_empty() && !service.equipment.iter().any(develops) {
        findings.add(
            About::service::<Equipment>(subject, "").field("environment"),
            Said::new(
                "開発や試験の環境が構成に現れていません",
                "The configuration shows no development or test environment",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn an_application_of_ones_own_is_developed_somewhere() {
        let mut case = Case::clean(&RULE);
        case.service()
            .equipment
            .iter_mut()
            .for_each(|row| row.environment = None);
        assert_eq!(case.found(), [("error", "equipment", "")]);
        case.service()
            .provisions
            .retain(|row| row.layer != Layer::Application);
        assert!(case.found().is_empty());
    }
}
