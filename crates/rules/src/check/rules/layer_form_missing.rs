//! A layer of the service has no form of provision (GL 2.2).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Layer, Provision, Said, Words};

/// The layers that are missing are told in one finding, so that an empty service is not shouted at.
pub const RULE: Rule = Rule {
    code: "layer-form-missing",
    mark: Mark::Must,
    guideline: "GL 2.2",
    title: Words::new(
        "提供形態の書かれていない層がある",
        "A layer lacks its form of provision",
    ),
    why: Words::new(
        "アプリケーション・プラットフォーム・インフラのそれぞれを、自社・他社・医療機関等の契約先のだれが提供するかで、リスクを管理する人が変わります。",
        "Who manages which risk depends on who provides the application, the platform and the infrastructure: you, another company, or one the institution contracts.",
    ),
    help: Words::new(
        "提供形態（provisions.csv）に、足りない層の行を足してください。形態は 1＝自ら提供、2＝他社から調達、3＝医療機関等が別に契約、です",
        "Add a row for each missing layer to provisions.csv; the form is 1 own, 2 procured, 3 contracted by the institution",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let has = |layer: &Layer| {
        subject
            .service
            .provisions
            .iter()
            .any(|provision| provision.layer == *layer)
    };
    let missing: Vec<Words> = Layer::ALL
        .iter()
        .filter(|layer| !has(layer))
        .map(|layer| layer.words())
        .collect();
    if missing.is_empty() {
        return;
    }
    let ja = listed(&missing.iter().map(|words| words.ja).collect::<Vec<_>>()).ja;
    let en = listed(&missing.iter().map(|words| words.en).collect::<Vec<_>>()).en;
    findings.add(
        About::service::<Provision>(subject, "").field("layer"),
        Said::new(
            format!("{ja}の層の提供形態（1・2・3）が書かれていません"),
            format!("The form of provision (1, 2, 3) of the layer {en} is not given"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_layer_without_provision_is_found() {
        let mut case = Case::clean(&RULE);
        case.service()
            .provisions
            .retain(|provision| provision.layer != Layer::Platform);
        assert_eq!(case.found(), [("error", "provision", "")]);
        case.service().provisions.clear();
        assert_eq!(case.found(), [("error", "provision", "")]);
    }
}
