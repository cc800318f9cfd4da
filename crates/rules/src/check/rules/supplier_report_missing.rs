//! A supplier of whom no report is asked (GL 2.1).

use crate::check::suppliers::contract_holder;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ContractHolder, Said, Supplier, Words};

/// A company under the institution's own contract owes the provider no report.
pub const RULE: Rule = Rule {
    code: "supplier-report-missing",
    mark: Mark::Must,
    guideline: "GL 2.1",
    title: Words::new("調達先から報告を受けていない", "A supplier does not report"),
    why: Words::new(
        "調達したものも含めてリスク管理と制度対応を行うため、調達先の状況を報告で確かめます。",
        "Your risk management and chapter 6 include what you procure; its state is known from the suppliers' reports.",
    ),
    help: Words::new(
        "何をいつ報告させるかを決め、供給者（organisation/suppliers.csv）の reports に書いてください",
        "Settle what it reports and when, and write it into reports of organisation/suppliers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| contract_holder(row) != ContractHolder::Institution && row.reports.is_none())
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("reports"),
            Said::new(
                format!(
                    "「{}」から、リスク管理と制度対応の状況の報告を受けていません",
                    supplier.name
                ),
                format!(
                    "\"{}\" does not report on its risk management and chapter 6",
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
    fn a_supplier_without_reports_is_found_unless_the_institution_contracts_it() {
        let mut case = Case::clean(&RULE);
        case.workspace
            .organisation
            .suppliers
            .iter_mut()
            .for_each(|row| row.reports = None);
        let ours = |row: &&Supplier| row.contract_with == Some(ContractHolder::Provider);
        let ids: Vec<_> = case
            .workspace
            .organisation
            .suppliers
            .iter()
            .filter(ours)
            .map(|row| row.id.to_string())
            .collect();
        assert!(!ids.is_empty() && ids.len() < case.workspace.organisation.suppliers.len());
        let expected: Vec<_> = ids.iter().map(|id| ("error", "supplier", id.as_str())).collect();
        assert_eq!(case.found(), expected);
    }
}
