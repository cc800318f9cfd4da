//! A supplier without a recent selection or re-assessment (GL 別紙2 1.9).

use crate::check::age::over_a_year;
use crate::check::suppliers::contract_holder;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ContractHolder, Said, Supplier, Words};

/// Selecting, and therefore selecting again, is for contracts that are not the institution's.
pub const RULE: Rule = Rule {
    code: "supplier-reassessment-stale",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.9",
    title: Words::new(
        "調達先の見直しが1年を過ぎている",
        "A supplier was not re-assessed within a year",
    ),
    why: Words::new(
        "選んだときは良くても、体制や業績は変わります。年に一度は同じ基準で見直します。",
        "A company that was fit when selected may change; look again once a year by the same criteria.",
    ),
    help: Words::new(
        "調達先を評価し直し、その日を供給者（organisation/suppliers.csv）の selected_on に書いてください",
        "Assess the supplier again and write the day into selected_on of organisation/suppliers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let stale = |supplier: &Supplier| {
        contract_holder(supplier) != ContractHolder::Institution
            && supplier
                .selected_on
                .is_none_or(|day| over_a_year(day, whole.as_of))
    };
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| stale(row))
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("selected_on"),
            Said::new(
                format!(
                    "「{}」を選んだ、または見直した日がないか、1年を過ぎています",
                    supplier.name
                ),
                format!(
                    "\"{}\" was not selected or re-assessed within a year",
                    supplier.name
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_supplier_is_looked_at_again_within_a_year() {
        let mut case = Case::clean(&RULE);
        let supplier = &mut case.workspace.organisation.suppliers[0];
        supplier.selected_on = None;
        let id = supplier.id.to_string();
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        let selected = "2025-10-31".parse().unwrap();
        case.as_of = "2026-10-31".parse().unwrap();
        case.workspace.organisation.suppliers[0].selected_on = Some(selected);
        assert!(case.found().is_empty());
        case.as_of = "2026-11-01".parse().unwrap();
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
    }
}
