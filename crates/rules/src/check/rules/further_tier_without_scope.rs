//! A subcontractor without a scope (GL 2.2.2).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Said, Supplier, Words};

/// Beyond the first tier, scope and report take the place of selecting.
pub const RULE: Rule = Rule {
    code: "further-tier-without-scope",
    mark: Mark::Must,
    guideline: "GL 2.2.2",
    title: Words::new(
        "再委託先に任せた範囲が書かれていない",
        "What a subcontractor is entrusted with is not written down",
    ),
    why: Words::new(
        "直接契約しない会社については、少なくとも何を任せているかを把握しておく必要があります。",
        "Of a company you have no contract with, you must at least know what it is entrusted with.",
    ),
    help: Words::new(
        "供給者（organisation/suppliers.csv）の scope に、任せる範囲を書いてください",
        "Write what it is entrusted with into scope of organisation/suppliers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| row.tier.0 > 1 && row.scope.is_none())
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("scope"),
            Said::new(
                format!("再委託先「{}」に任せた範囲が書かれていません", supplier.name),
                format!(
                    "What subcontractor \"{}\" is entrusted with is not written down",
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
    use mamori_domain::Tier;

    #[test]
    fn a_further_tier_needs_a_scope_and_the_first_does_not() {
        let mut case = Case::clean(&RULE);
        let supplier = &mut case.workspace.organisation.suppliers[0];
        supplier.scope = None;
        let id = supplier.id.to_string();
        assert!(case.found().is_empty());
        case.workspace.organisation.suppliers[0].tier = Tier(2);
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
    }
}
