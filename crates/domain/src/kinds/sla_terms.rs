//! The terms of a service level agreement that its clauses leave to the parties: period, hours,
//! targets, grades (別紙1-II 1.3, 2.3, 6.3, 7.1, 7.2).

use crate::build::Kind;
use crate::description::ValueType;
use crate::raw::RawRow;
use crate::{
    Count, Date, DayHours, Days, FieldValue, HourOfDay, Hours, HoursDay, Months, Opening, PartsPerMillion,
    Problem, Prose, Said, Text, WindowDay, WindowHours, Years, YesNo,
};
use std::sync::Arc;

choice!(
    /// Whether the national holidays take the hours of holidays (別紙1-II 1.3).
    NationalHolidays {
        Law = "law", "国民の祝日を休日とする" / "national holidays are holidays";
        None = "none", "国民の祝日を休日としない" / "national holidays are none";
    }
);

choice!(
    /// What the parties leave without agreement, whatever the service offers or the example has.
    NotAgreed {
        AvailabilityBusiness = "availability_business", "稼働率の目標（業務時間）" / "availability, business hours";
        AvailabilityOther = "availability_other", "稼働率の目標（その他の時間）" / "availability, other times";
        FirstResponse = "first_response_hours", "一次対応までの時間" / "first response";
        Performance = "performance", "性能の上限" / "performance";
        Windows = "agreed_windows", "合意した停止の時間帯" / "agreed windows";
    }
);

kind! {
    /// The terms of the SLA in force. A term the institution's file leaves empty is the service's; one both leave empty is that of the guideline's example, where it has one.
    single SlaTerms "sla-terms" file "sla-terms" at Service Institution,
    "SLAの取り決め" / "SLA terms", "SLAの条項が当事者に委ねている期間・時間・目標の値です。医療機関等ごとの値がなければサービスの値を、それもなければ見本の値を使います" / "What the clauses of the SLA leave to the parties: period, hours, targets. The institution's value counts before the service's, and that before the example's";
    version: Option<Text>, "版" / "Version", "この版の番号です（例：1.0）" / "Number of this version, such as 1.0";
    valid_from: Option<Date>, "適用開始日" / "Valid from", "この版の適用が始まる日です" / "First day of this version";
    valid_to: Option<Date>, "適用終了日" / "Valid to", "この版の適用が終わる日です。契約が続けば、次の版までこの版が続きます" / "Last day of this version; it goes on until the next if the contract does";
    changes: Option<Prose>, "この版の変更点" / "Changes", "前の版から変えたことです。初版なら「初版」と書きます" / "What changed from the version before; write first version if it is";
    weekday_start: Option<HourOfDay>, "業務時間の始まり（月〜土）" / "Business hours start, Mon–Sat", "月曜から土曜の業務時間が始まる時刻です。空なら8時です" / "Hour at which business hours begin from Monday to Saturday; 8 when empty";
    weekday_end: Option<HourOfDay>, "業務時間の終わり（月〜土）" / "Business hours end, Mon–Sat", "月曜から土曜の業務時間が終わる時刻です。空なら21時です" / "Hour at which business hours end from Monday to Saturday; 21 when empty";
    holiday_start: Option<HourOfDay>, "業務時間の始まり（日祝）" / "Business hours start, holidays", "日曜と祝日の業務時間が始まる時刻です。空なら8時です" / "Hour at which business hours begin on Sundays and holidays; 8 when empty";
    holiday_end: Option<HourOfDay>, "業務時間の終わり（日祝）" / "Business hours end, holidays", "日曜と祝日の業務時間が終わる時刻です。空なら17時です" / "Hour at which business hours end on Sundays and holidays; 17 when empty";
    holidays: Option<NationalHolidays>, "国民の祝日" / "National holidays", "国民の祝日に休日の業務時間を当てるかです。空なら当てます（law）" / "Whether national holidays take the hours of holidays; they do (law) when empty";
    extra_holidays: Vec<Date>, "提供事業者の休日" / "Further holidays", "国民の祝日のほかに休日とする日です（年末年始など）。国民の祝日の欄と合わせて一つの取り決めです" / "Days besides that are holidays, such as those around the new year; one setting together with the national holidays";
    availability_business: Option<PartsPerMillion>, "稼働率の目標（業務時間）" / "Availability, business hours", "業務時間の稼働率の目標です。99.95%なら999500と書きます" / "Target of availability in business hours; 99.95 % is 999500";
    availability_other: Option<PartsPerMillion>, "稼働率の目標（その他の時間）" / "Availability, other times", "業務時間の外の稼働率の目標です。99.5%なら995000と書きます" / "Target of availability at other times; 99.5 % is 995000";
    first_response_hours: Option<Hours>, "一次対応までの時間" / "First response", "障害の検知または連絡から、原因を報告するまでの時間です。業務時間で数えます" / "From detection or call to the report of the cause, counted in business hours";
    update_hours: Option<Hours>, "更新・修正までの時間" / "Updates", "ウイルス定義や修正が公開されてから当てるまでの時間です。空なら24時間です" / "From the release of signatures and patches to their application; 24 when empty";
    not_agreed: Vec<NotAgreed>, "合意しない値" / "Not agreed", "ここに挙げた値は、サービスの値や見本の値があっても、合意しません。目標のない時間帯の稼働率は評価しません" / "What is named here is not agreed, whatever the service or the example has; availability without a target is not judged";
    annexed_counted: Option<YesNo>, "付属書の不遵守を数える" / "Annexed items counted", "付属書に挙げた事項が守られていないことを、未達成の件数に入れるかです。空なら入れません" / "Whether findings on annexed items are in the sum of shortfalls; no when empty";
    annexed_improvement_days: Option<Days>, "付属書の改善の期間" / "Days to improve annexed items", "付属書に挙げた事項を何日で改善するかです。空なら、そのつど話し合います" / "Days to improve an annexed item; settled by talks when empty";
    log_years: Option<Years>, "アクセス記録の保存" / "Access records kept", "法定の保存期間が過ぎてから何年残すかです。空なら5年です" / "Years beyond the statutory period; 5 when empty";
    notice_days: Option<Days>, "停止の予告" / "Notice of stops", "計画した停止を何日前までに知らせるかです。空なら7日です" / "Days ahead that planned stops are told; 7 when empty";
    evaluation_months: Option<Months>, "評価の間隔" / "Evaluation period", "何か月ごとに水準を評価するかです。空なら12か月です" / "Months between evaluations; 12 when empty";
    unimproved_months: Option<Months>, "改善を待つ期間" / "Months without improvement", "同じ指標が何か月改善しなければ申し入れができるかです。空なら12か月です" / "Months without improvement after which notice may be given; 12 when empty";
    grade_a_at_most: Option<Count>, "評価Aの上限" / "Grade A at most", "評価Aになる未達成の件数の上限です。空なら0件です" / "Most shortfalls of grade A; 0 when empty";
    grade_b_at_most: Option<Count>, "評価Bの上限" / "Grade B at most", "評価Bになる未達成の件数の上限です。空なら10件です" / "Most shortfalls of grade B; 10 when empty";
    grade_c_at_most: Option<Count>, "評価Cの上限" / "Grade C at most", "評価Cになる未達成の件数の上限です。超えるとDです。空なら20件です" / "Most shortfalls of grade C, beyond which it is D; 20 when empty";
    performance: Option<Text>, "性能の上限" / "Performance", "これを超える負荷は計算から除く、という上限です（例：同時に使う端末10台）" / "The load beyond which stops and delays do not count, such as 10 terminals at once";
    authentication: Option<Text>, "利用者の認証" / "User authentication", "医療機関等の利用者を確かめる方法です" / "How users of the institution are authenticated";
    client_environment: Option<Prose>, "利用環境" / "Client environment", "動くことを保証するOS・ブラウザ・回線などです" / "OS, browser, lines and the like for which working is guaranteed";
    status_page: Option<Text>, "お知らせの場所" / "Where news is posted", "障害の状況や利用環境を示す場所です（例：ウェブページの住所）" / "Where the state of faults and the client environment are posted, such as a web address";
    report_day: Option<Text>, "月次報告の期日" / "Day of monthly reports", "月次の報告をいつまでに行うかです（例：翌月5営業日まで）" / "By when monthly reports come, such as the 5th working day of the next month";
    blanket_consents: Option<Prose>, "包括して承諾する保守" / "Blanket consents", "一件ごとの承諾を要しない保守の一覧です。機能の追加・削除は入れません" / "Maintenance that needs no consent each time; never adding or removing functions";
    provider_signatory: Option<Text>, "提供事業者の署名者" / "Provider's signatory", "署名する人の役職と氏名です。空なら代表者です" / "Post and name of who signs; the representative when empty";
    institution_signatory: Option<Text>, "医療機関等の署名者" / "Institution's signatory", "署名する人の役職と氏名です" / "Post and name of who signs";
}

kind! {
    /// An earlier version of the SLA with an institution (別紙1-II 2.3, 2.4): its period and what was agreed in it. A value left empty is that of the next later version.
    list SlaVersion "sla-version" file "sla-versions" at Institution,
    "SLAのこれまでの版" / "Earlier SLA version", "いまの版より前の、SLAの版と適用期間です。その版で値が違っていたものだけ書きます。空の値は、次の版の値と同じです" / "Versions of the SLA before the one in force. Write only the values that differed; an empty one is that of the next later version";
    version: Text, "版" / "Version", "その版の番号です" / "Number of that version";
    valid_from: Option<Date>, "適用開始日" / "Valid from", "その版の適用が始まった日です" / "First day of that version";
    valid_to: Option<Date>, "適用終了日" / "Valid to", "その版の適用が終わった日です" / "Last day of that version";
    changes: Option<Prose>, "変更点" / "Changes", "その前の版から変えたことです" / "What changed from the version before it";
    weekday_start: Option<HourOfDay>, "業務時間の始まり（月〜土）" / "Business hours start, Mon–Sat", "月曜から土曜の業務時間が始まる時刻です" / "Hour at which business hours began from Monday to Saturday";
    weekday_end: Option<HourOfDay>, "業務時間の終わり（月〜土）" / "Business hours end, Mon–Sat", "月曜から土曜の業務時間が終わる時刻です" / "Hour at which business hours ended from Monday to Saturday";
    holiday_start: Option<HourOfDay>, "業務時間の始まり（日祝）" / "Business hours start, holidays", "日曜と祝日の業務時間が始まる時刻です" / "Hour at which business hours began on Sundays and holidays";
    holiday_end: Option<HourOfDay>, "業務時間の終わり（日祝）" / "Business hours end, holidays", "日曜と祝日の業務時間が終わる時刻です" / "Hour at which business hours ended on Sundays and holidays";
    holidays: Option<NationalHolidays>, "国民の祝日" / "National holidays", "国民の祝日に休日の業務時間を当てたかです" / "Whether national holidays took the hours of holidays";
    extra_holidays: Vec<Date>, "提供事業者の休日" / "Further holidays", "国民の祝日のほかに休日とした日です。国民の祝日の欄と合わせて一つの取り決めです" / "Days besides that were holidays; one setting together with the national holidays";
    availability_business: Option<PartsPerMillion>, "稼働率の目標（業務時間）" / "Availability, business hours", "業務時間の稼働率の目標です。99.95%なら999500と書きます" / "Target of availability in business hours; 99.95 % is 999500";
    availability_other: Option<PartsPerMillion>, "稼働率の目標（その他の時間）" / "Availability, other times", "業務時間の外の稼働率の目標です。99.5%なら995000と書きます" / "Target of availability at other times; 99.5 % is 995000";
    first_response_hours: Option<Hours>, "一次対応までの時間" / "First response", "障害の検知または連絡から、原因を報告するまでの時間です。業務時間で数えます" / "From detection or call to the report of the cause, counted in business hours";
    update_hours: Option<Hours>, "更新・修正までの時間" / "Updates", "ウイルス定義や修正が公開されてから当てるまでの時間です" / "From the release of signatures and patches to their application";
    not_agreed: Vec<NotAgreed>, "合意しない値" / "Not agreed", "その版で合意していなかった値です。次の版の値があっても、その版では用いません" / "What was not agreed in that version, whatever the next one has";
    annexed_counted: Option<YesNo>, "付属書の不遵守を数える" / "Annexed items counted", "付属書に挙げた事項が守られていないことを、未達成の件数に入れたかです" / "Whether findings on annexed items were in the sum of shortfalls";
    annexed_improvement_days: Option<Days>, "付属書の改善の期間" / "Days to improve annexed items", "付属書に挙げた事項を何日で改善するかです" / "Days to improve an annexed item";
    notice_days: Option<Days>, "停止の予告" / "Notice of stops", "計画した停止を何日前までに知らせるかです" / "Days ahead that planned stops were told";
    evaluation_months: Option<Months>, "評価の間隔" / "Evaluation period", "何か月ごとに水準を評価するかです" / "Months between evaluations";
    unimproved_months: Option<Months>, "改善を待つ期間" / "Months without improvement", "同じ指標が何か月改善しなければ申し入れができるかです" / "Months without improvement after which notice may be given";
    grade_a_at_most: Option<Count>, "評価Aの上限" / "Grade A at most", "評価Aになる未達成の件数の上限です" / "Most shortfalls of grade A";
    grade_b_at_most: Option<Count>, "評価Bの上限" / "Grade B at most", "評価Bになる未達成の件数の上限です" / "Most shortfalls of grade B";
    grade_c_at_most: Option<Count>, "評価Cの上限" / "Grade C at most", "評価Cになる未達成の件数の上限です。超えるとDです" / "Most shortfalls of grade C, beyond which it is D";
    performance: Option<Text>, "性能の上限" / "Performance", "これを超える負荷は計算から除く、という上限です" / "The load beyond which stops and delays do not count";
}

impl SlaVersion {
    /// Its values as terms: every field that terms have as well.
    pub fn terms(&self) -> SlaTerms {
        let mut row = self.write();
        row.cells
            .retain(|cell| SlaTerms::DESCRIPTION.field(&cell.name).is_some());
        // What a version holds was read by the same types that terms have.
        SlaTerms::read(&row, &mut Vec::new()).unwrap_or_default()
    }
}

/// The number of an earlier version of the SLA of the same institution.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionRef(Arc<str>);

impl VersionRef {
    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue for VersionRef {
    const TYPE: ValueType = ValueType::Key(SlaVersion::NAME);
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        Text::read(text.trim()).map(|text| VersionRef(Arc::from(&*text)))
    }
    fn write(&self) -> String {
        self.0.to_string()
    }
}

kind! {
    /// The business hours of a day (別紙1-II 1.3), before those that the terms give for Monday to Saturday and for Sundays and holidays. Of each day the institution's row counts before the service's.
    list SlaHours "sla-hours" file "sla-hours" key(day version) checked(same_is_said_of_holidays) at Service Institution,
    "SLAの曜日ごとの業務時間" / "SLA hours of a day", "曜日や休日ごとの業務時間です。行のない日は sla-terms の時刻のとおりです。医療機関等の行は、その日についてサービスの取り決めより優先します" / "Business hours of single days of the week or of holidays. A day without a row has the hours of sla-terms. For its day an institution's row counts before what the service has";
    day: HoursDay, "曜日" / "Day", "曜日か、休日（holiday）です" / "The day of the week, or holidays (holiday)";
    hours: DayHours, "業務時間" / "Hours", "09:00-12:30, 15:00-19:00 のように書きます。業務時間がない日は none です。休日には、曜日のとおりという意味の same も使えます" / "Write 09:00-12:30, 15:00-19:00, or none for a day without; holidays may also be same, which leaves each its hours of the week";
    version: Option<VersionRef>, "版" / "Version", "これまでの版（sla-versions）の値なら、その版の番号です。いまの版なら空にします" / "Number of the earlier version (sla-versions) that had these hours; empty for the one in force";
}

/// Only holidays can have the hours of their day of the week.
fn same_is_said_of_holidays(hours: &SlaHours, row: &RawRow, problems: &mut Vec<Problem>) {
    if hours.day != HoursDay::Holiday && *hours.hours.opening() == Opening::SameAsWeekday {
        problems.push(Problem::new(
            row.place_of("hours"),
            Said::new(
                format!(
                    "「same」は休日（holiday）の行だけで使えます（{}）",
                    hours.day.words().ja
                ),
                format!(
                    "\"same\" can be said of holidays only, not of {}",
                    hours.day.words().en
                ),
            ),
            Said::new(
                "この曜日の時間帯を 09:00-18:00 のように書くか、業務時間がなければ none と書いてください",
                "Write the hours of this day like 09:00-18:00, or none if it has none",
            ),
        ));
    }
}

kind! {
    /// A window that recurs, in which stops are agreed beforehand (別紙1-II 7.1 (2)). Rows of the institution stand in place of all of the service's.
    list SlaWindow "sla-window" file "sla-windows" key(day hours version) at Service Institution,
    "SLAの合意した停止の時間帯" / "SLA agreed window", "毎週または毎日くり返す、あらかじめ合意した停止の時間帯です。医療機関等に行があれば、サービスの行は用いません" / "Windows of every week or day in which stops are agreed beforehand. Where an institution has rows, the service's do not count";
    day: WindowDay, "曜日" / "Day", "始まる曜日か、毎日（daily）です" / "The day of the week on which it begins, or daily";
    hours: WindowHours, "時間帯" / "Hours", "02:00-04:00 のように書きます。23:00-01:00 は翌日の1時までです" / "Write 02:00-04:00; 23:00-01:00 ends on the next day";
    version: Option<VersionRef>, "版" / "Version", "これまでの版（sla-versions）の値なら、その版の番号です。いまの版なら空にします" / "Number of the earlier version (sla-versions) that had this window; empty for the one in force";
    purpose: Option<Text>, "目的" / "Purpose", "何のための時間帯かです（例：定期の保守）" / "What it is for, such as regular maintenance";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::{Place, RawCell};

    fn row(cells: &[(&str, &str)]) -> RawRow {
        let cell = |(name, text): &(&str, &str)| RawCell {
            name: (*name).into(),
            text: (*text).to_owned(),
            place: Place::Pointer(format!("/{name}")),
        };
        RawRow {
            place: Place::Made,
            cells: cells.iter().map(cell).collect(),
        }
    }

    /// Fields that a version shares with terms but that say something else of it.
    const OF_ITS_OWN: [&str; 4] = ["version", "valid_from", "valid_to", "changes"];

    #[test]
    fn a_field_of_a_version_has_the_type_and_label_that_terms_have() {
        let mut shared = 0;
        for field in SlaVersion::DESCRIPTION.fields {
            let of_terms = SlaTerms::DESCRIPTION.field(field.name).unwrap();
            assert_eq!(of_terms.value, field.value, "{}", field.name);
            let own = OF_ITS_OWN.contains(&field.name);
            assert!(own || of_terms.label == field.label, "{}", field.name);
            shared += usize::from(!own);
        }
        assert_eq!(shared, SlaVersion::DESCRIPTION.fields.len() - OF_ITS_OWN.len());
        assert!(matches!(
            SlaHours::DESCRIPTION.field("version").unwrap().value,
            ValueType::Key(kind) if kind == SlaVersion::NAME
        ));
    }

    #[test]
    fn the_values_of_a_version_are_terms() {
        let mut version = SlaVersion::read(&row(&[("version", "1.0")]), &mut Vec::new()).unwrap();
        version.not_agreed = vec![NotAgreed::Windows];
        version.update_hours = Some(Hours(48));
        version.extra_holidays = vec![FieldValue::read("2026-12-29").unwrap()];
        let terms = version.terms();
        assert_eq!(terms.update_hours, Some(Hours(48)));
        assert_eq!(
            (terms.not_agreed, terms.extra_holidays.len()),
            (version.not_agreed, 1)
        );
    }

    #[test]
    fn only_holidays_are_the_same_as_their_weekday() {
        let problems = |day: &str, hours: &str| {
            let mut problems = Vec::new();
            let read = SlaHours::read(&row(&[("day", day), ("hours", hours)]), &mut problems);
            assert!(read.is_some());
            problems
                .iter()
                .map(|one| one.place.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(problems("monday", "same"), ["/hours"]);
        assert!(problems("holiday", "same").is_empty() && problems("monday", "none").is_empty());
    }
}
