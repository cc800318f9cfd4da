//! What the organisation owes itself year by year, and certifications that run out (GL 4.3, 4.4, 別紙2 1.10).

use super::contracts::earliest;
use super::duty::{Proof, Recipient};
use super::evidence::with_words;
use super::ledger::{Demand, Ledger};
use super::recurring::{YEARLY, add as add_recurring};
use super::rules::DutyRule;
use crate::check::Whole;
use mamori_domain::{Certificate, ContinuityPlan, Date, Organisation, Said, YesNo};

/// Adds the organisation's own duties.
pub(super) fn add(whole: &Whole<'_>, ledger: &mut Ledger) {
    let organisation = &whole.workspace.organisation;
    let begins = earliest(whole.workspace);
    certificates(organisation, ledger);
    policies(organisation, ledger);
    continuity(&organisation.continuity, ledger);
    suppliers(organisation, ledger);
    evaluations(organisation, begins, ledger);
    by_evidence(organisation, begins, ledger);
}

/// A certification is renewed by its last day, unless another one of its scheme runs longer.
fn certificates(organisation: &Organisation, ledger: &mut Ledger) {
    let all = &organisation.certificates;
    let runs_longer = |row: &Certificate| {
        let longer = |other: &Certificate| {
            other.scheme == row.scheme && other.scope == row.scope && other.expires > row.expires
        };
        all.iter().any(longer)
    };
    for row in all.iter().filter(|row| !runs_longer(row)) {
        let Some(expires) = row.expires else { continue };
        let scheme = row.scheme.words();
        let what = Said::new(
            format!("{}の更新（{expires}まで有効）", scheme.ja),
            format!("Renew: {} (valid until {expires})", scheme.en),
        );
        let demand = Demand::own(
            DutyRule::CertificateRenewal,
            "certificate",
            row.id.as_str(),
            what,
            "4.4",
        );
        ledger.add(&demand, expires, None);
    }
}

/// The day from which the first time counts. A row tells only its last time: once there is one, what
/// was due before it is not known.
fn first(approved: Option<Date>, last: Option<Date>) -> Option<Date> {
    approved.filter(|_| last.is_none())
}

/// A day a field of a row tells, as proof.
fn told(kind: &'static str, id: &str, day: Option<Date>) -> Vec<(Date, Proof)> {
    day.map(|day| (day, Proof::on(kind, id, day)))
        .into_iter()
        .collect()
}

fn policies(organisation: &Organisation, ledger: &mut Ledger) {
    for row in &organisation.policies {
        let what = Said::new(
            format!("「{}」の見直し", row.title),
            format!("Review \"{}\"", row.title),
        );
        let id = row.id.as_str();
        let demand = Demand::own(DutyRule::PolicyReview, "policy", id, what, "5.1.7");
        add_recurring(
            &demand,
            YEARLY,
            first(row.approved, row.reviewed),
            told("policy", id, row.reviewed),
            ledger,
        );
    }
}

fn continuity(plan: &ContinuityPlan, ledger: &mut Ledger) {
    if *plan == ContinuityPlan::default() {
        return;
    }
    let duties = [
        (
            DutyRule::ContinuityReview,
            Said::new("事業継続計画の見直し", "Review the continuity plan"),
            plan.reviewed,
        ),
        (
            DutyRule::ContinuityExercise,
            Said::new("事業継続計画の訓練", "Exercise the continuity plan"),
            plan.exercised,
        ),
    ];
    for (rule, what, day) in duties {
        let demand = Demand::own(rule, "continuity", "continuity", what, "別紙2 1.10②");
        add_recurring(
            &demand,
            YEARLY,
            first(plan.approved, day),
            told("continuity", "continuity", day),
            ledger,
        );
    }
}

/// Suppliers of the first tier that touch medical information are assessed again each year.
fn suppliers(organisation: &Organisation, ledger: &mut Ledger) {
    let touching = organisation
        .suppliers
        .iter()
        .filter(|row| row.handles_medical_information == Some(YesNo::Yes) && row.above.is_none());
    for row in touching {
        let what = Said::new(
            format!("供給者「{}」の再評価", row.name),
            format!("Assess the supplier \"{}\" again", row.name),
        );
        let id = row.id.as_str();
        let demand = Demand::own(DutyRule::SupplierAssessment, "supplier", id, what, "別紙2 1.9");
        add_recurring(
            &demand,
            YEARLY,
            None,
            told("supplier", id, row.selected_on),
            ledger,
        );
    }
}

fn evaluations(organisation: &Organisation, begins: Option<Date>, ledger: &mut Ledger) {
    let what = Said::new(
        "安全管理の評価（内部監査または第三者）と、結果の医療機関等への開示",
        "Evaluation of safety management by internal audit or a third party, its result shown to institutions",
    );
    let mut demand = Demand::own(
        DutyRule::SafetyEvaluation,
        "organisation",
        "organisation",
        what,
        "4.3",
    );
    demand.to = Recipient::Institutions;
    let rows = organisation.evaluations.iter();
    let proofs =
        rows.filter_map(|row| Some((row.date?, Proof::on("evaluation", row.id.as_str(), row.date?))));
    add_recurring(&demand, YEARLY, begins, proofs.collect(), ledger);
}

/// What only records of evidence show.
fn by_evidence(organisation: &Organisation, begins: Option<Date>, ledger: &mut Ledger) {
    let duties: [(DutyRule, Said, &str, &[&str]); 4] = [
        (
            DutyRule::SelfInspection,
            Said::new("対策の自己点検", "Self-inspection of the measures"),
            "4.3",
            &["自己点検", "self-inspection", "self inspection"],
        ),
        (
            DutyRule::Training,
            Said::new("従業者への教育", "Training of staff"),
            "別紙2 1.3",
            &["教育", "研修", "training"],
        ),
        (
            DutyRule::RestoreTest,
            Said::new(
                "バックアップから戻せることの試験",
                "Test that backups can be restored",
            ),
            "別紙2 3.21",
            &["復元", "リストア", "バックアップ試験", "restore"],
        ),
        (
            DutyRule::Inventory,
            Said::new("機器と媒体の棚卸し", "Inventory of equipment and media"),
            "別紙2 1.5②",
            &["棚卸", "台帳", "inventory"],
        ),
    ];
    for (rule, what, section, words) in duties {
        let demand = Demand::own(rule, "organisation", "organisation", what, section);
        add_recurring(&demand, YEARLY, begins, with_words(organisation, words), ledger);
    }
}
