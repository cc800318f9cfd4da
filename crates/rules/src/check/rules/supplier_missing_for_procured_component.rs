//! A procured component without a supplier (GL 2.2.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, ConnectionMedium, Form, Owner, Provision, Said, Site, Words};

/// Another company's by their own words are: provisions of form 2 and 3, sites of a supplier, and lines that
/// only a carrier can provide. The internet itself belongs to no single company.
pub const RULE: Rule = Rule {
    code: "supplier-missing-for-procured-component",
    mark: Mark::Must,
    guideline: "GL 2.2.2",
    title: Words::new(
        "調達先の書かれていない構成要素がある",
        "A procured component names no supplier",
    ),
    why: Words::new(
        "他社から調達したものも、リスク管理と制度対応の対象です。だれから調達したかが分からなければ、報告を受けることもできません。",
        "What is procured stays within your risk management and chapter 6. Without knowing from whom, no report can be asked for.",
    ),
    help: Words::new(
        "調達先を organisation/suppliers.csv に書き、その行の supplier（回線は carrier）にIDを入れてください",
        "Describe the supplier in organisation/suppliers.csv and put its id into supplier (carrier for a line) of the row",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    for provision in service
        .provisions
        .iter()
        .filter(|row| row.form != Form::Own && row.supplier.is_none())
    {
        missing(
            About::service::<Provision>(subject, &provision.id).field("supplier"),
            &provision.component,
            findings,
        );
    }
    for site in service
        .sites
        .iter()
        .filter(|row| row.owner == Some(Owner::Supplier) && row.supplier.is_none())
    {
        missing(
            About::service::<Site>(subject, &site.id).field("supplier"),
            &site.name,
            findings,
        );
    }
    for line in service
        .connections
        .iter()
        .filter(|row| is_carriers(row.medium) && row.carrier.is_none())
    {
        missing(
            About::service::<Connection>(subject, &line.id).field("carrier"),
            &line.name,
            findings,
        );
    }
}

/// Whether a line of this kind always belongs to a carrier.
fn is_carriers(medium: ConnectionMedium) -> bool {
    matches!(
        medium,
        ConnectionMedium::DedicatedLine | ConnectionMedium::ClosedVpn | ConnectionMedium::Mobile
    )
}

fn missing(about: About, name: &str, findings: &mut Findings) {
    findings.add(
        about,
        Said::new(
            format!("「{name}」は他社から供給されるものですが、調達先が書かれていません"),
            format!("\"{name}\" comes from another company, but no supplier is named"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_procured_component_without_supplier_is_found() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let provision = service
            .provisions
            .iter_mut()
            .find(|row| row.form == Form::Procured)
            .unwrap();
        provision.supplier = None;
        let provision = provision.id.to_string();
        let line = service
            .connections
            .iter_mut()
            .find(|row| is_carriers(row.medium))
            .unwrap();
        line.carrier = None;
        let line = line.id.to_string();
        let site = service
            .sites
            .iter_mut()
            .find(|row| row.owner == Some(Owner::Supplier))
            .unwrap();
        site.supplier = None;
        let site = site.id.to_string();
        let expected = [
            ("error", "provision", &*provision),
            ("error", "site", &*site),
            ("error", "connection", &*line),
        ];
        assert_eq!(case.found(), expected);
    }
}
