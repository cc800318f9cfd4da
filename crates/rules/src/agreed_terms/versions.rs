//! The versions of an institution's terms: the one in force and those before it, each complete, and what
//! keeps anyone from knowing which of them was valid when (GL 別紙1-II 2.3).

use super::{AgreedTerms, Layer};
use mamori_domain::{Date, Institution, Said, Service, SlaTerms, SlaVersion};
use mamori_service_levels::Agreement;

/// The terms of every version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// Those before the one in force, the earliest first; undated ones before all others.
    earlier: Vec<AgreedTerms>,
    present: AgreedTerms,
}

/// The earlier versions by their first day, undated ones first.
fn by_first_day(institution: &Institution) -> Vec<&SlaVersion> {
    let mut rows: Vec<&SlaVersion> = institution.sla_versions.iter().collect();
    rows.sort_by_key(|row| row.valid_from);
    rows
}

impl Versions {
    /// The versions over a service: towards an institution, or the one offered to all. What an earlier
    /// version does not say is as the next later one has it.
    pub fn of(service: Option<&Service>, institution: Option<&Institution>) -> Versions {
        let present = AgreedTerms::in_force(service, institution);
        let mut earlier: Vec<AgreedTerms> = Vec::new();
        for (institution, row) in institution.into_iter().flat_map(|institution| {
            by_first_day(institution)
                .into_iter()
                .rev()
                .map(move |row| (institution, row))
        }) {
            let own = row.terms();
            let layer = Layer::of_version(institution, row, &own);
            let mut terms = earlier.last().unwrap_or(&present).clone().under(&layer);
            // Its period is its own, whether it is written or not.
            terms.terms = SlaTerms {
                valid_from: row.valid_from,
                valid_to: row.valid_to,
                changes: row.changes.clone(),
                ..terms.terms
            };
            earlier.push(terms);
        }
        earlier.reverse();
        Versions { earlier, present }
    }

    /// The version in force.
    pub fn present(&self) -> &AgreedTerms {
        &self.present
    }

    /// All versions, the earliest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &AgreedTerms> {
        self.earlier.iter().chain([&self.present])
    }

    /// The version valid on a day: the first before its first day, the last after its end.
    pub fn at(&self, day: Date) -> &AgreedTerms {
        let begun = |terms: &&AgreedTerms| terms.terms.valid_from.is_some_and(|first| first <= day);
        let first = self.earlier.first().unwrap_or(&self.present);
        self.all().rev().find(begun).unwrap_or(first)
    }

    /// The versions as figures to evaluate by; nothing while [`faults`] has one that hinders it.
    pub fn agreement(&self) -> Option<Agreement> {
        let present = self.present.terms.valid_from;
        let before =
            |terms: &AgreedTerms| terms.terms.valid_from.is_some() && terms.terms.valid_from < present;
        let clear = self.earlier.iter().all(before);
        clear
            .then(|| Agreement::new(self.all().map(AgreedTerms::figures).collect()))
            .flatten()
    }
}

/// Why it is not clear which version was valid when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The number of the earlier version whose row is at fault; nothing if it is the one in force.
    pub version: Option<String>,
    /// The field at fault.
    pub field: &'static str,
    /// What is wrong with it.
    pub what: Said,
    /// Whether nothing can be evaluated because of it.
    pub hinders: bool,
}

/// What is unclear about the versions of an institution, the one in force being given.
pub fn faults(institution: &Institution, present: &SlaTerms) -> Vec<Fault> {
    let rows = by_first_day(institution);
    let mut faults = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let later = rows.get(at + 1).map(|next| (&*next.version, next.valid_from));
        let in_force = present.version.as_deref().unwrap_or_default();
        undated_or_late(row, present, &mut faults);
        if let Some((next, begins)) = later.or(Some((in_force, present.valid_from))) {
            beside(row, next, begins, later.is_some(), &mut faults);
        }
        if row.version.trim() == in_force.trim() {
            faults.push(fault(row, "version", false, |number| {
                Said::new(
                    format!("これまでの版「{number}」が、いまの版と同じ番号です"),
                    format!("Earlier version \"{number}\" has the number of the one in force"),
                )
            }));
        }
    }
    if !rows.is_empty() && present.valid_from.is_none() {
        faults.push(Fault {
            version: None,
            field: "valid_from",
            what: Said::new(
                "これまでの版があるのに、いまの版の適用開始日がありません",
                "There are earlier versions, but the one in force has no first day",
            ),
            hinders: true,
        });
    }
    faults
}

fn fault(row: &SlaVersion, field: &'static str, hinders: bool, what: impl Fn(&str) -> Said) -> Fault {
    Fault {
        version: Some(row.version.to_string()),
        field,
        what: what(&row.version),
        hinders,
    }
}

/// A version without a first day, or one that begins after the one in force.
fn undated_or_late(row: &SlaVersion, present: &SlaTerms, faults: &mut Vec<Fault>) {
    match (row.valid_from, present.valid_from) {
        (None, _) => faults.push(fault(row, "valid_from", true, |number| {
            Said::new(
                format!("これまでの版「{number}」に適用開始日がありません"),
                format!("Earlier version \"{number}\" has no first day"),
            )
        })),
        (Some(own), Some(first)) if own > first => faults.push(fault(row, "valid_from", true, |number| {
            Said::new(
                format!("これまでの版「{number}」が、いまの版（{first}から）より後の{own}に始まっています"),
                format!("Earlier version \"{number}\" begins on {own}, after the one in force ({first})"),
            )
        })),
        _ => {}
    }
}

/// Two versions that follow each other and begin on one day, or of which the first reaches into the second.
fn beside(row: &SlaVersion, next: &str, begins: Option<Date>, earlier: bool, faults: &mut Vec<Fault>) {
    let Some((own, begins)) = row.valid_from.zip(begins) else {
        return;
    };
    let (ja, en) = match earlier {
        true => (format!("版「{next}」"), format!("version \"{next}\"")),
        false => ("いまの版".to_owned(), "the version in force".to_owned()),
    };
    if own == begins {
        faults.push(fault(row, "valid_from", true, |number| {
            Said::new(
                format!("これまでの版「{number}」と{ja}が、同じ日（{own}）に始まっています"),
                format!("Earlier version \"{number}\" and {en} begin on one day ({own})"),
            )
        }));
    } else if let Some(last) = row.valid_to
        && own < begins
        && last >= begins
    {
        faults.push(fault(row, "valid_to", false, |number| {
            Said::new(
                format!(
                    "これまでの版「{number}」の終わり（{last}）が、{ja}の始まり（{begins}）に重なっています"
                ),
                format!("Earlier version \"{number}\" ends on {last}, though {en} begins on {begins}"),
            )
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::tests::{date, hours, row, terms, window};
    use mamori_domain::{Hours, HoursDay};

    fn institution(present: &[(&str, &str)], versions: &[&[(&str, &str)]]) -> Institution {
        Institution {
            sla_terms: terms(present),
            sla_versions: versions.iter().map(|values| row(values)).collect(),
            ..Institution::default()
        }
    }

    fn told(institution: &Institution) -> Vec<(Option<String>, &'static str, bool)> {
        let faults = faults(institution, &institution.sla_terms);
        faults
            .into_iter()
            .map(|one| (one.version, one.field, one.hinders))
            .collect()
    }

    #[test]
    fn a_version_is_the_next_later_one_but_for_what_it_says_itself() {
        let mut clinic = institution(
            &[
                ("valid_from", "2026-04-01"),
                ("update_hours", "24"),
                ("version", "1.2"),
            ],
            &[
                &[
                    ("version", "1.1"),
                    ("valid_from", "2025-04-01"),
                    ("first_response_hours", "4"),
                ],
                &[
                    ("version", "1.0"),
                    ("valid_from", "2024-04-01"),
                    ("update_hours", "48"),
                ],
            ],
        );
        clinic.sla_hours = vec![hours("monday", "none", "1.1"), hours("monday", "09:00-18:00", "")];
        clinic.sla_windows = vec![window("sunday", "02:00-04:00", "1.0")];
        let service = Service {
            sla_terms: terms(&[("first_response_hours", "2")]),
            ..Service::default()
        };
        let versions = Versions::of(Some(&service), Some(&clinic));
        let found: Vec<_> = [
            "2020-01-01",
            "2024-04-01",
            "2025-04-01",
            "2026-03-31",
            "2026-04-01",
            "2030-01-01",
        ]
        .iter()
        .map(|day| {
            let terms = &versions.at(date(day)).terms;
            let hour = |hours: Option<Hours>| hours.map(|hours| hours.0);
            (hour(terms.first_response_hours), hour(terms.update_hours))
        })
        .collect();
        let (first, second, third) = ((Some(4), Some(48)), (Some(4), Some(24)), (Some(2), Some(24)));
        assert_eq!(found, [first, first, second, second, third, third]);
        let monday = |day| versions.at(date(day)).hours[&HoursDay::Monday].clone();
        assert_eq!(monday("2024-04-01"), clinic.sla_hours[0].hours);
        assert_eq!(monday("2026-04-01"), clinic.sla_hours[1].hours);
        assert_eq!(
            versions
                .all()
                .map(|terms| terms.windows.len())
                .collect::<Vec<_>>(),
            [1, 0, 0]
        );
        let agreement = versions.agreement().unwrap();
        assert_eq!(agreement.first().update_hours, 48);
        assert!(told(&clinic).is_empty());
    }

    #[test]
    fn what_is_unclear_about_versions_is_told_and_hinders_where_no_day_decides() {
        let present = [("version", "1.1"), ("valid_from", "2026-04-01")];
        let one = |values: &[(&str, &str)]| institution(&present, &[values]);
        let named = |number: &str, field, hinders| vec![(Some(number.to_owned()), field, hinders)];
        let sound = [
            ("version", "1.0"),
            ("valid_from", "2025-04-01"),
            ("valid_to", "2026-03-31"),
        ];
        assert!(told(&one(&sound)).is_empty());
        let undated = one(&[("version", "1.0")]);
        assert_eq!(told(&undated), named("1.0", "valid_from", true));
        assert!(Versions::of(None, Some(&undated)).agreement().is_none());
        let same_day = one(&[("version", "1.0"), ("valid_from", "2026-04-01")]);
        assert_eq!(told(&same_day), named("1.0", "valid_from", true));
        assert!(Versions::of(None, Some(&same_day)).agreement().is_none());
        let after = one(&[("version", "1.0"), ("valid_from", "2026-05-01")]);
        assert_eq!(told(&after), named("1.0", "valid_from", true));
        assert!(Versions::of(None, Some(&after)).agreement().is_none());
        let over = one(&[
            ("version", "1.0"),
            ("valid_from", "2025-04-01"),
            ("valid_to", "2026-04-01"),
        ]);
        assert_eq!(told(&over), named("1.0", "valid_to", false));
        assert!(Versions::of(None, Some(&over)).agreement().is_some());
        let twin = one(&[("version", "1.1"), ("valid_from", "2025-04-01")]);
        assert_eq!(told(&twin), named("1.1", "version", false));
        let mut without = one(&sound);
        without.sla_terms.valid_from = None;
        assert_eq!(told(&without), [(None, "valid_from", true)]);
        assert!(Versions::of(None, Some(&without)).agreement().is_none());
        let two = institution(
            &present,
            &[&sound, &[("version", "0.9"), ("valid_from", "2025-04-01")]],
        );
        let faults = faults(&two, &two.sla_terms);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].what.en.contains("and version"), "{}", faults[0].what.en);
    }
}
