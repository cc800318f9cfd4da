//! A supplier of a further tier does not follow from the one above it (GL 2.2.2).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Said, Supplier, Words};
use std::collections::BTreeMap;

/// Tiers that rise by one leave no room for a ring of suppliers.
pub const RULE: Rule = Rule {
    code: "supplier-chain-broken",
    mark: Mark::Must,
    guideline: "GL 2.2.2",
    title: Words::new(
        "供給網のつながりがたどれない",
        "The chain of suppliers cannot be traced",
    ),
    why: Words::new(
        "再委託先の報告は、その一つ上の会社を通じて届きます。だれの下にいるかが分からないと、報告の道が切れます。",
        "A subcontractor reports through the company above it. When it is unknown behind whom it stands, the way of the report is cut.",
    ),
    help: Words::new(
        "供給者（organisation/suppliers.csv）の above に一つ上の供給者を書き、tier をその階層より1大きい数にしてください",
        "In organisation/suppliers.csv put the supplier one step above into above, and make tier one more than its tier",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let suppliers = &whole.workspace.organisation.suppliers;
    let tiers: BTreeMap<_, _> = suppliers.iter().map(|row| (&row.id, row.tier.0)).collect();
    for supplier in suppliers.iter().filter(|row| row.tier.0 > 1) {
        let above = supplier.above.as_ref().and_then(|id| tiers.get(id));
        if above.is_none_or(|above| above + 1 != supplier.tier.0) {
            let field = if supplier.above.is_none() { "above" } else { "tier" };
            findings.add(
                About::organisation::<Supplier>(&supplier.id).field(field),
                Said::new(
                    format!("調達先「{}」が誰の下にいるのか、たどれません", supplier.name),
                    format!(
                        "It cannot be traced behind whom supplier \"{}\" stands",
                        supplier.name
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Tier;

    #[test]
    fn a_further_tier_must_stand_one_step_behind_another() {
        let mut case = Case::clean(&RULE);
        let suppliers = &mut case.workspace.organisation.suppliers;
        let first = suppliers[0].id.clone();
        suppliers[1].tier = Tier(2);
        let id = suppliers[1].id.clone();
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        case.workspace.organisation.suppliers[1].above = Some(id.clone());
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        case.workspace.organisation.suppliers[1].above = Some(first);
        assert!(case.found().is_empty());
        case.workspace.organisation.suppliers[1].tier = Tier(3);
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
    }
}
