//! A supplier that handles medical information outside Japanese law (GL 6.1).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Country, Said, Supplier, Words, YesNo};

/// An empty country is as little a sign of Japanese law as a foreign one.
pub const RULE: Rule = Rule {
    code: "supplier-outside-japanese-law",
    mark: Mark::Must,
    guideline: "GL 6.1",
    title: Words::new(
        "調達先に日本の法律が及ぶか分からない",
        "Japanese law may not reach a supplier",
    ),
    why: Words::new(
        "医療情報を扱う会社には、国内法が適用されることを確かめておく必要があります。",
        "A company that handles medical information has to be within reach of Japanese law.",
    ),
    help: Words::new(
        "適用される法の国を、供給者（organisation/suppliers.csv）の country に書いてください（日本なら JP）。国外の場合は、国内法の及ぶ調達先に変えてください",
        "Write the country whose law applies into country of organisation/suppliers.csv (JP for Japan); if it is abroad, change to a supplier that Japanese law reaches",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| outside(row))
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("country"),
            Said::new(
                format!(
                    "調達先「{}」に日本の法律が及ぶか分かりません（国が空か、国外です）",
                    supplier.name
                ),
                format!(
                    "It is unclear whether Japanese law reaches supplier \"{}\" (country empty or abroad)",
                    supplier.name
                ),
            ),
        );
    }
}

fn outside(supplier: &Supplier) -> bool {
    supplier.handles_medical_information == Some(YesNo::Yes)
        && !supplier.country.as_ref().is_some_and(Country::is_japan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::FieldValue;

    #[test]
    fn a_foreign_or_unknown_country_is_found_where_medical_information_is_handled() {
        let mut case = Case::clean(&RULE);
        let suppliers = &mut case.workspace.organisation.suppliers;
        let at = suppliers
            .iter()
            .position(|row| row.handles_medical_information == Some(YesNo::Yes))
            .unwrap();
        suppliers[at].country = None;
        let id = suppliers[at].id.to_string();
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        case.workspace.organisation.suppliers[at].country = Some(Country::read("SG").unwrap());
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        case.workspace.organisation.suppliers[at].handles_medical_information = Some(YesNo::No);
        assert!(case.found().is_empty());
    }
}
