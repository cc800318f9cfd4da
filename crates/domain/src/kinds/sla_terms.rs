//! The terms of a service level agreement that its clauses leave to the parties: period, hours,
//! targets, grades (別紙1-II 1.3, 2.3, 6.3, 7.1, 7.2).

use crate::{Count, Date, Days, HourOfDay, Hours, Months, PartsPerMillion, Prose, Text, Years};

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
    availability_business: Option<PartsPerMillion>, "稼働率の目標（業務時間）" / "Availability, business hours", "業務時間の稼働率の目標です。99.95%なら999500と書きます" / "Target of availability in business hours; 99.95 % is 999500";
    availability_other: Option<PartsPerMillion>, "稼働率の目標（その他の時間）" / "Availability, other times", "業務時間の外の稼働率の目標です。99.5%なら995000と書きます" / "Target of availability at other times; 99.5 % is 995000";
    first_response_hours: Option<Hours>, "一次対応までの時間" / "First response", "障害の検知または連絡から、原因を報告するまでの時間です。業務時間で数えます" / "From detection or call to the report of the cause, counted in business hours";
    update_hours: Option<Hours>, "更新・修正までの時間" / "Updates", "ウイルス定義や修正が公開されてから当てるまでの時間です。空なら24時間です" / "From the release of signatures and patches to their application; 24 when empty";
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
    /// An earlier version of the SLA with an institution (別紙1-II 2.3, 2.4).
    list SlaVersion "sla-version" file "sla-versions" at Institution,
    "SLAのこれまでの版" / "Earlier SLA version", "いまの版より前の、SLAの版と適用期間です" / "Versions of the SLA before the one in force";
    version: Text, "版" / "Version", "その版の番号です" / "Number of that version";
    valid_from: Option<Date>, "適用開始日" / "Valid from", "その版の適用が始まった日です" / "First day of that version";
    valid_to: Option<Date>, "適用終了日" / "Valid to", "その版の適用が終わった日です" / "Last day of that version";
    changes: Option<Prose>, "変更点" / "Changes", "その前の版から変えたことです" / "What changed from the version before it";
}
