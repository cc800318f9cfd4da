//! What was agreed on service levels, out of the layers that say it: the guideline's example, a service
//! over it, an institution over that, and back from the version in force the earlier ones (GL 別紙1-II
//! 1.3, 2.3, 6.3 (2), 7.1).
//!
//! A layer that says nothing of a term leaves it as it is. Of a day of the week, or of holidays, the last
//! layer that says anything counts: a row of hours, or one of the two times of `sla-terms`, which leaves
//! the other one as it is. Windows are one list: a layer that has any stands in place of the others.

mod figures;
mod versions;

pub use figures::times;
pub use versions::{Fault, Versions, faults};

use mamori_domain::build::Kind;
use mamori_domain::raw::{Place, RawRow};
use mamori_domain::{
    DayHours, HoursDay, Institution, NotAgreed, Service, SlaHours, SlaTerms, SlaVersion, SlaWindow,
};
use std::collections::BTreeMap;

/// The terms of one version as they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgreedTerms {
    /// The values; what is empty is the example's, unless it is not agreed.
    pub terms: SlaTerms,
    /// The hours of the days that have a row; those of the others follow from the values.
    pub hours: BTreeMap<HoursDay, DayHours>,
    /// The windows in which stops are agreed.
    pub windows: Vec<SlaWindow>,
}

/// What one part of a workspace, or one file, says of one version.
pub struct Layer<'a> {
    /// The values.
    pub terms: &'a SlaTerms,
    /// The hours of single days.
    pub hours: Vec<&'a SlaHours>,
    /// The windows.
    pub windows: Vec<&'a SlaWindow>,
}

impl<'a> Layer<'a> {
    /// What a service offers to all.
    pub fn of_service(service: &'a Service) -> Self {
        Layer {
            terms: &service.sla_terms,
            hours: in_force(&service.sla_hours, |row| row.version.is_none()),
            windows: in_force(&service.sla_windows, |row| row.version.is_none()),
        }
    }

    /// What is in force with an institution.
    pub fn of_institution(institution: &'a Institution) -> Self {
        Layer {
            terms: &institution.sla_terms,
            hours: in_force(&institution.sla_hours, |row| row.version.is_none()),
            windows: in_force(&institution.sla_windows, |row| row.version.is_none()),
        }
    }

    /// What an earlier version had, of which the values are given as terms.
    pub fn of_version(institution: &'a Institution, version: &SlaVersion, terms: &'a SlaTerms) -> Self {
        let number = version.version.trim();
        let named =
            |of: &Option<mamori_domain::VersionRef>| of.as_ref().is_some_and(|of| of.as_str() == number);
        Layer {
            terms,
            hours: in_force(&institution.sla_hours, |row| named(&row.version)),
            windows: in_force(&institution.sla_windows, |row| named(&row.version)),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self.terms == SlaTerms::default() && self.hours.is_empty() && self.windows.is_empty()
    }
}

fn in_force<T>(rows: &[T], wanted: impl Fn(&T) -> bool) -> Vec<&T> {
    rows.iter().filter(|row| wanted(row)).collect()
}

/// Terms that tell when business hours begin and end, and whether they tell it of Sundays and holidays or
/// of the other days.
const TIMES: [([&str; 2], bool); 2] = [
    (["weekday_start", "weekday_end"], false),
    (["holiday_start", "holiday_end"], true),
];

/// Whether the example gives a day the hours of Sundays and holidays.
fn is_rest(day: HoursDay) -> bool {
    matches!(day, HoursDay::Sunday | HoursDay::Holiday)
}

impl AgreedTerms {
    /// The terms in force over a service: in general, or towards an institution.
    pub fn in_force(service: Option<&Service>, institution: Option<&Institution>) -> AgreedTerms {
        let layers = [
            service.map(Layer::of_service),
            institution.map(Layer::of_institution),
        ];
        let layers = layers.iter().flatten();
        layers.fold(AgreedTerms::default(), |terms, layer| terms.under(layer))
    }

    /// The same with a layer laid over them.
    pub fn under(mut self, layer: &Layer<'_>) -> AgreedTerms {
        let own = layer.terms.write();
        let says = |name: &str| own.cell(name).is_some();
        self.lay_hours(layer, says);
        self.lay_windows(layer);
        let mut not_agreed = self.terms.not_agreed.clone();
        not_agreed.retain(|one| !says(one.code()) && (*one != NotAgreed::Windows || self.windows.is_empty()));
        for one in &layer.terms.not_agreed {
            if !not_agreed.contains(one) {
                not_agreed.push(*one);
            }
        }
        let mut cells = self.terms.write().cells;
        // Who says how national holidays count says of the further ones as well that there are none.
        let with_holidays = |name: &str| name == "extra_holidays" && says("holidays");
        cells.retain(|cell| !says(&cell.name) && !with_holidays(&cell.name));
        cells.extend(own.cells.iter().cloned());
        cells.retain(|cell| {
            *cell.name != *NOT_AGREED && not_agreed.iter().all(|one| *one.code() != *cell.name)
        });
        let place = Place::Made;
        // What typed values wrote is read by the same types.
        self.terms = SlaTerms::read(&RawRow { place, cells }, &mut Vec::new()).unwrap_or_default();
        self.terms.not_agreed = not_agreed;
        self
    }

    /// A time puts the rows of the layers below out of force for its days; rows of its own layer stay.
    fn lay_hours(&mut self, layer: &Layer<'_>, says: impl Fn(&str) -> bool) {
        for (times, rest) in TIMES {
            if times.iter().any(|name| says(name)) {
                self.hours.retain(|day, _| is_rest(*day) != rest);
            }
        }
        for row in &layer.hours {
            self.hours.insert(row.day, row.hours.clone());
        }
    }

    fn lay_windows(&mut self, layer: &Layer<'_>) {
        if layer.terms.not_agreed.contains(&NotAgreed::Windows) {
            self.windows.clear();
        } else if !layer.windows.is_empty() {
            self.windows = layer.windows.iter().map(|row| (*row).clone()).collect();
        }
    }
}

/// The field that names what is not agreed.
const NOT_AGREED: &str = "not_agreed";

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use mamori_domain::raw::RawCell;
    use mamori_domain::{Count, Date, FieldValue, Hours, PartsPerMillion};

    /// Something of one layer.
    #[derive(Default)]
    pub(crate) struct Said {
        pub(crate) terms: SlaTerms,
        pub(crate) hours: Vec<SlaHours>,
        pub(crate) windows: Vec<SlaWindow>,
    }

    impl Said {
        pub(crate) fn layer(&self) -> Layer<'_> {
            Layer {
                terms: &self.terms,
                hours: self.hours.iter().collect(),
                windows: self.windows.iter().collect(),
            }
        }
    }

    pub(crate) fn row<K: Kind>(values: &[(&str, &str)]) -> K {
        let cell = |(name, text): &(&str, &str)| RawCell {
            name: (*name).into(),
            text: (*text).to_owned(),
            place: Place::Made,
        };
        let row = RawRow {
            place: Place::Made,
            cells: values.iter().map(cell).collect(),
        };
        let mut problems = Vec::new();
        let read = K::read(&row, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        read.unwrap()
    }

    pub(crate) fn terms(values: &[(&str, &str)]) -> SlaTerms {
        row(values)
    }

    pub(crate) fn hours(day: &str, hours: &str, version: &str) -> SlaHours {
        row(&[("day", day), ("hours", hours), ("version", version)])
    }

    pub(crate) fn window(day: &str, hours: &str, version: &str) -> SlaWindow {
        row(&[("day", day), ("hours", hours), ("version", version)])
    }

    pub(crate) fn date(text: &str) -> Date {
        FieldValue::read(text).unwrap()
    }

    #[test]
    fn what_can_be_left_without_agreement_is_a_term_or_the_windows() {
        for one in NotAgreed::ALL {
            let is_term = SlaTerms::DESCRIPTION.field(one.code()).is_some();
            assert_ne!(is_term, *one == NotAgreed::Windows, "{}", one.code());
        }
        for name in TIMES.iter().flat_map(|(names, _)| names) {
            assert!(SlaTerms::DESCRIPTION.field(name).is_some());
        }
    }

    #[test]
    fn a_layer_stands_over_the_one_below_and_leaves_what_it_does_not_name() {
        let below = terms(&[
            ("first_response_hours", "2"),
            ("availability_other", "990000"),
            ("grade_a_at_most", "1"),
            ("extra_holidays", "2026-12-29"),
        ]);
        let below = Said {
            terms: below,
            ..Said::default()
        };
        let own = Said {
            terms: terms(&[
                ("not_agreed", "first_response_hours availability_other"),
                ("grade_a_at_most", "3"),
            ]),
            ..Said::default()
        };
        let laid = AgreedTerms::default().under(&below.layer()).under(&own.layer());
        assert_eq!(laid.terms.first_response_hours, None);
        assert_eq!(laid.terms.grade_a_at_most, Some(Count(3)));
        assert_eq!(laid.terms.extra_holidays, [date("2026-12-29")]);
        assert_eq!(laid.terms.not_agreed, own.terms.not_agreed);
        // What is agreed again is agreed; who says how national holidays count says that there are no further ones.
        let again = Said {
            terms: terms(&[("first_response_hours", "4"), ("holidays", "law")]),
            ..Said::default()
        };
        let laid = laid.under(&again.layer());
        assert_eq!(laid.terms.first_response_hours, Some(Hours(4)));
        assert_eq!(laid.terms.not_agreed, [NotAgreed::AvailabilityOther]);
        assert!(laid.terms.extra_holidays.is_empty());
        assert_eq!(laid.terms.availability_other, None::<PartsPerMillion>);
    }

    #[test]
    fn of_a_day_the_last_layer_that_says_anything_counts_and_windows_are_one_list() {
        let service = Said {
            hours: vec![hours("monday", "09:00-12:00", ""), hours("sunday", "none", "")],
            windows: vec![
                window("sunday", "02:00-04:00", ""),
                window("daily", "03:00-03:30", ""),
            ],
            ..Said::default()
        };
        let institution = Said {
            terms: terms(&[("weekday_start", "0"), ("weekday_end", "24")]),
            windows: vec![window("saturday", "02:00-04:00", "")],
            ..Said::default()
        };
        let laid = AgreedTerms::default()
            .under(&service.layer())
            .under(&institution.layer());
        assert_eq!(laid.hours.keys().copied().collect::<Vec<_>>(), [HoursDay::Sunday]);
        assert_eq!(laid.windows, institution.windows);
        let silent = Said::default();
        assert!(silent.layer().is_empty() && !service.layer().is_empty());
        assert_eq!(laid.clone().under(&silent.layer()), laid);
        let none = Said {
            terms: terms(&[("not_agreed", "agreed_windows")]),
            ..Said::default()
        };
        let laid = laid.under(&none.layer()).under(&silent.layer());
        assert!(laid.windows.is_empty() && laid.terms.not_agreed == [NotAgreed::Windows]);
        assert!(laid.under(&service.layer()).terms.not_agreed.is_empty());
    }
}
