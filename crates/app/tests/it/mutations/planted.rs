//! Changes that no generic operation makes, each for rules that would otherwise go unproven.

use super::edit::{Edit, Step};

/// Every planted change.
pub fn mutations() -> Vec<Edit> {
    PLANTED
        .iter()
        .map(|(name, steps)| Edit {
            name: format!("plant {name}"),
            steps: steps.iter().map(step).collect(),
        })
        .collect()
}

/// Scope, kind, key, field, value.
type Set = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn step(&(scope, kind, key, field, value): &Set) -> Step {
    Step::Set {
        scope,
        kind,
        key: key.to_owned(),
        field,
        value: value.to_owned(),
    }
}

const EMR: &str = "services/emr";
const CLINIC: &str = "institutions/aoba-clinic";
const ORGANISATION: &str = "organisation";
/// All risks of eavesdropping on lines: a decision on them makes the highest risks there are.
const EAVESDROPPING: &str = "operation/infra/transfer/*/*/*/T2/* likelihood";

#[rustfmt::skip]
const PLANTED: &[(&str, &[Set])] = &[
    ("an item that is not in the catalogue", &[(EMR, "answer", "9.9.①-1", "status", "implemented")]),
    ("a clause left out without a reason", &[(EMR, "clause-change", "policy-laws", "usage", "left_out")]),
    ("an id that was retired", &[("workspace", "settings", "", "retired", "equipment/chart-server")]),
    ("a certificate that ends in a month", &[(ORGANISATION, "certificate", "isms", "expires", "2026-11-30")]),
    ("evaluations of two years ago", &[
        (ORGANISATION, "evaluation", "audit-2026", "date", "2024-10-01"),
        (ORGANISATION, "evaluation", "third-party-2026", "date", "2024-10-01"),
    ]),
    ("a second-tier supplier behind nobody", &[(ORGANISATION, "supplier", "kita-vault", "tier", "2")]),
    ("a second-tier supplier without scope", &[
        (ORGANISATION, "supplier", "kita-vault", "tier", "2"),
        (ORGANISATION, "supplier", "kita-vault", "above", "minato-line"),
        (ORGANISATION, "supplier", "kita-vault", "scope", ""),
    ]),
    ("sites in a ring", &[(EMR, "site", "clinic", "within", "reception")]),
    ("a transport by nobody", &[
        (EMR, "transport", "tape-out", "carrier", ""),
        (EMR, "transport", "tape-out", "guarded_by", ""),
    ]),
    ("a line that carries nothing", &[
        (EMR, "connection", "spare-line", "name", "予備の線"),
        (EMR, "connection", "spare-line", "from", "dc-switch"),
        (EMR, "connection", "spare-line", "to", "dc-firewall"),
        (EMR, "connection", "spare-line", "medium", "wired_lan"),
    ]),
    ("a flow by nothing", &[
        (EMR, "flow", "by-nothing", "phase", "operation"),
        (EMR, "flow", "by-nothing", "layer", "app"),
        (EMR, "flow", "by-nothing", "site", "reception"),
        (EMR, "flow", "by-nothing", "what", "patient-info"),
        (EMR, "flow", "by-nothing", "how", "view"),
    ]),
    ("classes that are all medical", &[
        (EMR, "class", "app-settings", "medical", "yes"),
        (EMR, "class", "device-settings", "medical", "yes"),
        (EMR, "class", "logs", "medical", "yes"),
    ]),
    ("classes none of which is medical", &[
        (EMR, "class", "patient-personal", "medical", "no"),
        (EMR, "class", "application-data", "medical", "no"),
    ]),
    ("lines that carry nothing", &[
        (EMR, "connection", "clinic-wired-lan", "carries", ""),
        (EMR, "connection", "clinic-wireless-lan", "carries", ""),
        (EMR, "connection", "closed-vpn", "carries", ""),
        (EMR, "connection", "dc-lan", "carries", ""),
        (EMR, "connection", "maintenance-vpn", "carries", ""),
        (EMR, "connection", "dev-lan", "carries", ""),
    ]),
    ("a decision that others overrule everywhere", &[
        (EMR, "decision", "contract-end* exclude", "reason", "該当しない"),
        (EMR, "decision", "contract-end* exclude", "who", "system-manager"),
        (EMR, "decision", "contract-end* exclude", "date", "2026-03-01"),
    ]),
    ("a decision whose pattern is deep and broad", &[
        (EMR, "decision", "*/*/*/*/*/*/T1/* exclude", "reason", "該当しない"),
        (EMR, "decision", "*/*/*/*/*/*/T1/* exclude", "who", "system-manager"),
        (EMR, "decision", "*/*/*/*/*/*/T1/* exclude", "date", "2026-03-01"),
    ]),
    ("an impact that is no figure", &[(EMR, "decision", "operation/app/* impact", "value", "abc")]),
    ("items that are none", &[(EMR, "decision", "operation/app/* items", "value", "9.9.①-1")]),
    ("a treatment with a pattern that matches nothing", &[
        (EMR, "treatment", "viewing", "risks", "operation/app/view/*/*/*/T1/* operation/app/output/*/*/*/T1/* no/such/risk"),
    ]),
    ("a request for risks that there are not", &[(EMR, "request", "train-staff", "risks", "operation/app/* no/such/risk")]),
    ("a domestic law put out of scope", &[
        (EMR, "legal-fact", "domestic-law", "applies", "no"),
        (EMR, "legal-fact", "domestic-law", "text", "対象外"),
    ]),
    ("a VPN denied with a reason", &[
        (EMR, "condition", "vpn", "holds", "no"),
        (EMR, "condition", "vpn", "reason", "ない"),
    ]),
    ("a change after the last review", &[(EMR, "configuration-change", "application-2026-07", "date", "2026-10-15")]),
    ("remote maintenance guarded like a wireless LAN", &[
        (EMR, "connection", "maintenance-vpn", "encryption", "wpa2_wpa3"),
    ]),
    ("business hours that end before they begin", &[(CLINIC, "sla-terms", "", "weekday_end", "8")]),
    ("business hours that another layer makes end before they begin", &[
        (EMR, "sla-terms", "", "holiday_start", "9"),
        (CLINIC, "sla-terms", "", "holiday_end", "9"),
    ]),
    ("an earlier version without a first day", &[(CLINIC, "sla-version", "0.9", "changes", "初めの版")]),
    ("an earlier version that reaches into the next", &[
        (CLINIC, "sla-version", "0.9", "valid_from", "2025-04-01"),
        (CLINIC, "sla-version", "0.9", "valid_to", "2026-04-01"),
        (CLINIC, "sla-version", "0.9", "update_hours", "48"),
    ]),
    ("an earlier version with terms of its own", &[
        (CLINIC, "sla-version", "0.9", "valid_from", "2025-04-01"),
        (CLINIC, "sla-version", "0.9", "valid_to", "2026-03-31"),
        (CLINIC, "sla-version", "0.9", "not_agreed", "performance availability_other"),
        (CLINIC, "sla-hours", "monday 0.9", "hours", "09:00-18:00"),
        (CLINIC, "sla-window", "daily 03:00-03:30 0.9", "purpose", "控えの確認"),
    ]),
    ("hours of a version that there is not", &[(CLINIC, "sla-hours", "monday 0.9", "hours", "09:00-18:00")]),
    ("a weekday with the hours of its weekday", &[(CLINIC, "sla-hours", "monday", "hours", "same")]),
    ("a target that is given and not agreed", &[
        (CLINIC, "sla-terms", "", "availability_other", "990000"),
        (CLINIC, "sla-terms", "", "not_agreed", "availability_other"),
    ]),
    ("a first response that the institution does not agree to", &[
        (CLINIC, "sla-terms", "", "not_agreed", "first_response_hours"),
    ]),
    ("a window within another", &[
        (EMR, "sla-window", "sunday 02:00-04:00", "purpose", "保守"),
        (EMR, "sla-window", "daily 03:00-04:00", "purpose", "控え"),
        (EMR, "sla-window", "sunday 03:00-03:30", "purpose", "確認"),
    ]),
    ("an SLA that was only proposed", &[(CLINIC, "agreement", "agree-sla", "state", "proposed")]),
    ("advanced attacks dismissed", &[
        (EMR, "decision", "operation/platform/process/*/*/*/T3/* exclude", "reason", "閉域網だから"),
    ]),
    ("a threat excluded by nobody and for no reason", &[
        (EMR, "decision", "*/*/*/*/*/*/T10/* exclude", "decision", "exclude"),
    ]),
    ("a log shorter than the law demands", &[(EMR, "equipment", "chart-terminal", "log_retention", "4")]),
    ("a log shorter than the SLA promises", &[(EMR, "equipment", "chart-server", "log_retention", "9")]),
    ("an open network in the clear", &[
        (EMR, "connection", "closed-vpn", "medium", "mobile"),
        (EMR, "connection", "closed-vpn", "encryption", "none"),
    ]),
    ("bare tapes under way", &[
        (EMR, "medium", "backup-tape", "encrypted", ""),
        (EMR, "transport", "tape-out", "guarded_by", ""),
    ]),
    ("a high risk retained at once", &[
        (EMR, "treatment", "eavesdropping", "options", "retain"),
        (EMR, "treatment", "eavesdropping", "provider_note", ""),
    ]),
    ("a highest risk with one measure", &[
        (EMR, "decision", EAVESDROPPING, "value", "5"),
        (EMR, "treatment", "eavesdropping", "items", "3.13.①-1"),
        (EMR, "treatment", "eavesdropping", "provider_note", ""),
    ]),
    ("a transfer alone", &[(EMR, "treatment", "line-failure", "options", "transfer")]),
    ("measures of one viewpoint", &[(EMR, "treatment", "viewing", "items", "3.1.③ 3.4.①")]),
    ("a residual risk on plans", &[
        (EMR, "answer", "3.22.①", "status", "planned"),
        (EMR, "answer", "3.22.①", "due", "2027-01-31"),
        (EMR, "treatment", "hand-over", "items", "3.22.①"),
        (EMR, "treatment", "hand-over", "provider_note", ""),
    ]),
    ("a residual risk as before", &[(EMR, "treatment", "viewing", "residual_likelihood", "3")]),
    ("a residual risk greater than before", &[(EMR, "treatment", "viewing", "residual_likelihood", "5")]),
    ("a remainder accepted by nobody", &[
        (EMR, "treatment", "viewing", "residual_likelihood", "3"),
        (EMR, "treatment", "viewing", "retained_because", "やむを得ない"),
        (EMR, "treatment", "viewing", "accepted_on", ""),
    ]),
    ("a wireless LAN denied", &[(EMR, "condition", "wireless_lan", "holds", "no")]),
    ("not applicable without a reason", &[
        (EMR, "answer", "1.2.①-1", "status", "not_applicable"),
        (EMR, "answer", "1.2.①-1", "text", ""),
    ]),
    ("an alternative without words", &[
        (EMR, "answer", "1.2.①-1", "status", "alternative"),
        (EMR, "answer", "1.2.①-1", "text", ""),
    ]),
    ("a part without the rest", &[
        (EMR, "answer", "3.7.③-1", "text", ""),
        (EMR, "answer", "3.7.③-1", "due", ""),
    ]),
    ("another status for one institution", &[(CLINIC, "answer", "3.1.⑤-1", "status", "planned")]),
    ("an agreement on another revision", &[(CLINIC, "agreement", "agree-treatments", "revision",
        "0000000000000000000000000000000000000000000000000000000000000000")]),
    ("a contract that ended", &[(CLINIC, "institution", "", "contract_to", "2026-10-31")]),
    ("a year without reports", &[
        (CLINIC, "institution", "", "contract_from", "2025-04-01"),
        (CLINIC, "event", "report-2026-10", "date", "2025-05-05"),
    ]),
    ("an exception with one of its conditions", &[
        (CLINIC, "maintenance", "viewing-2026-09", "urgency", "診察中のため"),
    ]),
    ("a stop told late", &[(CLINIC, "step", "stop-2026-10-1", "at", "2026-10-15")]),
    ("a blanket consent that nobody gave", &[
        (CLINIC, "maintenance", "master-2026-10", "blanket_entry", "画面の作り替え"),
    ]),
    ("an incident told to nobody", &[
        (ORGANISATION, "incident", "leak", "title", "誤送信"),
        (ORGANISATION, "incident", "leak", "date", "2026-10-01"),
    ]),
];
