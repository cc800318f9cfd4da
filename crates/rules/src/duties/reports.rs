//! Reports and evaluations the SLA promises an institution (別紙1-II 6.5 (1), 7.1 (1)②).

use super::contracts::{Contract, contracts};
use super::duty::{Proof, SubjectOfDuty};
use super::ledger::{Demand, Ledger, guideline};
use super::report_day::ReportDay;
use super::rules::DutyRule;
use crate::Subject;
use mamori_domain::{ClauseUse, Date, Event, EventKind, Said, days_later, months_later};

/// Words by which a report says that it is the yearly one.
const YEARLY: [&str; 5] = ["年次", "年間", "年報", "yearly", "annual"];
/// Words by which a record says that the service levels were evaluated.
const EVALUATION: [&str; 3] = ["評価", "evaluat", "grade"];

/// Adds what is owed to each institution of a service.
pub(super) fn add(subject: &Subject<'_>, ledger: &mut Ledger) {
    for contract in contracts(subject) {
        let reports = Reports::of(subject, &contract);
        reports.monthly(ledger);
        reports.yearly(ledger);
        reports.evaluation(ledger);
    }
}

struct Reports<'a> {
    subject: &'a Subject<'a>,
    contract: &'a Contract<'a>,
    day: ReportDay,
    /// The first day promised; that of the check where nobody wrote one.
    begins: Date,
}

impl<'a> Reports<'a> {
    fn of(subject: &'a Subject<'a>, contract: &'a Contract<'a>) -> Self {
        let written = contract.terms.given(|terms| terms.report_day.as_ref());
        Reports {
            subject,
            contract,
            day: written.map_or(ReportDay::MonthEnd, |text| ReportDay::read(text)),
            begins: contract.begins.unwrap_or(subject.as_of),
        }
    }

    /// A demand by a clause, unless the parties leave the clause out.
    fn demand(&self, rule: DutyRule, clause: &str, what: Said) -> Option<Demand> {
        let clause = self.subject.catalogue.sla().clauses.get(clause);
        let left_out =
            clause.is_some_and(|clause| self.contract.terms.usage(clause) == Some(ClauseUse::LeftOut));
        let number = clause.map_or("", |clause| clause.number.as_str());
        (!left_out).then(|| Demand {
            rule,
            subject: SubjectOfDuty {
                kind: "institution",
                id: format!("{}/{}", self.subject.id, self.contract.id),
            },
            what,
            to: self.contract.recipient(),
            basis: guideline(&format!("別紙1-II {number}")),
        })
    }

    /// What a record of the relation proves: the first that fits.
    fn proof(&self, fits: impl Fn(&Event) -> bool) -> Option<Proof> {
        let known = |event: &&Event| event.service == *self.subject.id && event.date <= self.subject.as_of;
        let mut events = self.contract.institution.events.iter().filter(known);
        let event = events.find(|event| fits(event))?;
        Some(Proof::on("event", event.id.as_str(), event.date))
    }

    /// By when the month that a day lies in is reported, by the holidays of the terms valid then.
    fn due(&self, reported: Date) -> Option<Date> {
        let holidays = self.contract.versions.at(reported).holidays();
        self.day.due(reported, &holidays)
    }

    /// Whether something counted from the first day still belongs to the contract.
    fn runs(&self, day: Date) -> bool {
        self.contract.ends.is_none_or(|last| day <= last)
    }

    fn monthly(&self, ledger: &mut Ledger) {
        let mut month = self.begins.first_of_month();
        while self.runs(month) && month <= ledger.until {
            let Some(due) = self.due(month) else { return };
            let said = Said::new(
                format!("{}年{}月分の月次報告", month.year(), month.month()),
                format!("Monthly report for {}", month.strftime("%Y-%m")),
            );
            if let Some(demand) = self.demand(DutyRule::MonthlyReport, "report-monthly", said) {
                ledger.add(&demand, due, self.proof(|event| reports_month(event, month)));
            }
            let Some(next) = months_later(month, 1) else {
                return;
            };
            month = next;
        }
    }

    /// A year of the contract is reported when its last month is.
    fn yearly(&self, ledger: &mut Ledger) {
        for (first, last, _) in self.spans(|_| 12, ledger) {
            let Some(due) = self.due(last) else { return };
            let said = Said::new(
                format!("年次報告（{first}〜{last}）"),
                format!("Yearly report ({first} to {last})"),
            );
            if let Some(demand) = self.demand(DutyRule::YearlyReport, "report-yearly", said) {
                let next = months_later(last, 12).unwrap_or(Date::MAX);
                let fits = |event: &Event| {
                    event.kind == EventKind::Report
                        && says(event, &YEARLY)
                        && last < event.date
                        && event.date <= next
                };
                ledger.add(&demand, due, self.proof(fits));
            }
        }
    }

    /// Both sides evaluate when an evaluation period has ended, by the day of the month's report.
    fn evaluation(&self, ledger: &mut Ledger) {
        let months = |start| {
            let valid = &self.contract.versions.at(start).terms;
            valid.evaluation_months.map_or(12, |months| months.0.max(1))
        };
        for (first, last, months) in self.spans(months, ledger) {
            let Some(due) = self.due(last) else { return };
            let said = Said::new(
                format!("サービスレベルの評価を、双方で行う（{first}〜{last}）"),
                format!("Both sides evaluate the service levels ({first} to {last})"),
            );
            if let Some(demand) = self.demand(DutyRule::Evaluation, "evaluation", said) {
                let next = months_later(last, months).unwrap_or(Date::MAX);
                let fits = |event: &Event| {
                    let kinds = [EventKind::Report, EventKind::Approval];
                    kinds.contains(&event.kind)
                        && says(event, &EVALUATION)
                        && last < event.date
                        && event.date <= next
                };
                ledger.add(&demand, due, self.proof(fits));
            }
        }
    }

    /// The complete spans of so many months, as many as `length` says at the start of each, from the first
    /// day on whose reports may fall in the span looked at. A contract that ends earlier ends its last span.
    fn spans(&self, length: impl Fn(Date) -> i64, ledger: &Ledger) -> Vec<(Date, Date, i64)> {
        let mut spans = Vec::new();
        let mut passed = 0;
        while let Some(start) = months_later(self.begins, passed) {
            let months = length(start);
            passed += months;
            let Some(end) = months_later(self.begins, passed) else {
                break;
            };
            if start > ledger.until || !self.runs(start) {
                break;
            }
            let last = days_later(end, -1).unwrap_or(end);
            let last = self.contract.ends.map_or(last, |ends| last.min(ends));
            spans.push((start, last, months));
        }
        spans
    }
}

/// Whether a text says one of some words.
fn says(event: &Event, words: &[&str]) -> bool {
    let text = event.text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// Whether an event is the report of a month. One that names a month (`9月分`) is that month's: the last
/// such month before its day. Another one is that of the month before its day.
fn reports_month(event: &Event, month: Date) -> bool {
    if event.kind != EventKind::Report || says(event, &YEARLY) {
        return false;
    }
    let after = event.date > month.last_of_month();
    let named = named_month(&event.text);
    let within = |months| months_later(month, months).is_some_and(|end| event.date < end);
    match named {
        Some(named) => named == i64::from(month.month()) && after && within(13),
        None => after && within(2),
    }
}

/// The month a text names: `9月分` or `９月分`.
fn named_month(text: &str) -> Option<i64> {
    let before = text
        .split("月分")
        .next()
        .filter(|before| before.len() < text.len())?;
    let digits = before.chars().rev().map_while(|letter| match letter {
        '０'..='９' => Some(i64::from(u32::from(letter) - u32::from('０'))),
        _ => letter.to_digit(10).map(i64::from),
    });
    let digits: Vec<i64> = digits.take(2).collect();
    let number = digits.iter().rev().fold(0, |number, digit| number * 10 + digit);
    (1..=12).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::named_month;

    #[test]
    fn a_month_is_named_by_its_number() {
        assert_eq!(named_month("9月分の月次報告"), Some(9));
        assert_eq!(named_month("2026年１２月分"), Some(12));
        assert_eq!(named_month("13月分"), None);
        assert_eq!(named_month("月分"), None);
        assert_eq!(named_month("九月の報告"), None);
    }
}
