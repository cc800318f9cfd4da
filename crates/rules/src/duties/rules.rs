//! The rules that ask for duties, each with what makes it due and what shows that it is done.

use mamori_domain::{Explanation, Words};

macro_rules! duty_rules {
    ($($rule:ident $code:literal $guideline:literal $ja:literal / $en:literal,
       $rule_ja:literal / $rule_en:literal, $why_ja:literal / $why_en:literal;)*) => {
        /// A rule that asks for a duty: the first part of the duty's id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum DutyRule {
            $(#[doc = $en] $rule,)*
        }

        impl DutyRule {
            /// Its name: the first part of the id of its duties.
            pub(super) const fn code(self) -> &'static str {
                match self {
                    $(DutyRule::$rule => $code,)*
                }
            }
        }

        /// The rules of duties as people read them.
        pub const EXPLANATIONS: &[Explanation] = &[
            $(Explanation {
                code: $code,
                title: Words::new($ja, $en),
                guideline: $guideline,
                rule: Words::new($rule_ja, $rule_en),
                why: Words::new($why_ja, $why_en),
            },)*
        ];
    };
}

duty_rules! {
    MonthlyReport "monthly-report" "別紙1-II 6.5 (1)①" "月次報告" / "Monthly report",
    "SLAの取り決めの「月次報告の期日」（report_day）までに、契約の月ごとに行います。期日が空か別の言い方なら翌月の末日です。events.csv の報告（report）がその月を名指し（「9月分」など）しているか、名指しがなく翌月の日付なら済みです。"
    / "Owed for each month of the contract by the day of the SLA terms (report_day), or by the end of the next month where it is empty or worded otherwise. Done when a report in events.csv names the month, or names none and lies in the month after it.",
    "一月ごとに別々に求められます。一つが遅れても、ほかの月は消えません。"
    / "Each month is owed on its own: one that is late does not take another's place.";

    YearlyReport "yearly-report" "別紙1-II 6.5 (1)②" "年次報告" / "Yearly report",
    "契約の一年が終わった次の月次報告と同じ日までに行います。events.csv の報告に「年次」「年間」「yearly」「annual」とあれば済みです。"
    / "Owed by the day of the monthly report that follows each year of the contract. Done by a report in events.csv that says 年次, 年間, yearly or annual.",
    "法令の遵守、個人データの安全管理の状況、監査、教育、財務を年に一度まとめて伝えるためです。"
    / "It tells conformity with laws, safety of personal data, audit, training and finances once a year.";

    Evaluation "evaluation" "別紙1-II 7.1 (1)②" "双方による評価" / "Evaluation by both sides",
    "評価期間（空なら12か月）が終わった次の月次報告と同じ日までに、双方でサービスレベルを評価します。報告か承認の記録に「評価」「evaluation」とあれば済みです。"
    / "Both sides evaluate the service levels by the day of the monthly report that follows each evaluation period (12 months when empty). Done by a report or approval that says 評価 or evaluation.",
    "評価の帰結は、双方が確認した評価からしか生じません。"
    / "Consequences follow only from an evaluation that both sides confirmed.";

    Step "step" "別紙1-II 6.5 (3)、別紙2" "手続の次の段階" / "Next step of a procedure",
    "保守・持ち出し・消去などの記録で、まだ済んでいない次の段階です。期日は手続が決めます（計画停止の予告は停止の日の notice_days 日前、作業はその日、報告はその後）。steps.csv にその段階を書けば済みます。"
    / "The next step that a record of maintenance, taking out, erasure and the like still owes. Its day follows from the procedure: the notice of a planned stop notice_days ahead, the work on its day, the report after it. Done when the step stands in steps.csv.",
    "予告・承認・報告のどれが抜けても、医療機関等は監督できません。"
    / "Without the notice, the approval or the report the institution cannot supervise.";

    IncidentReport "incident-report" "GL 3.2.3" "事故の医療機関等への報告" / "Report of an incident to the institutions",
    "知った時から数えて、data/deadlines.toml の日数までに関係する医療機関等へ伝えます。"
    / "Told to the institutions concerned within the days of data/deadlines.toml, counted from awareness.",
    "医療機関等が患者・監督官庁・世間に説明できるようにするためです。契約で決めた時間があれば、それが先です。"
    / "So that the institution can answer to patients, authorities and the public. Hours agreed in the contract come first.";

    IncidentLawReport "incident-law-report" "個人情報保護法" "事故の個人情報保護委員会への報告" / "Report of an incident to the Commission",
    "漏えい等を知った時から数えて、data/deadlines.toml の速報・確報の日数までに報告します。委託元の医療機関等に知らせた提供事業者は、自分の報告を免れます。"
    / "Preliminary and final report within the days of data/deadlines.toml, counted from awareness of a leak. A provider that told the entrusting institution is relieved of its own.",
    "日数は法令の適用の始まりと出典を付けたデータで、変われば行を足します。"
    / "The days are data with their first day of validity and source; a change of law is another row.";

    CertificateRenewal "certificate-renewal" "GL 4.4" "認証の更新" / "Renewal of a certificate",
    "認証の有効期限の日までに更新します。同じ種類・同じ範囲で、より長い期限の認証があれば済みです。"
    / "Due on the last day of a certificate's validity. Done when another certificate of that scheme and scope runs longer.",
    "期限の切れた認証は、選ぶ側の拠り所になりません。"
    / "A certificate that has run out supports nobody's choice.";

    EndOfSupport "end-of-support" "別紙2 1.13" "サポート期限" / "End of the maker's support",
    "製造元のサポートが終わる日までに、替えるか延ばします。機器のサポート期限を書き直せば済みです。"
    / "Replace or extend by the last day of the maker's support. Done when the day of the equipment is written anew.",
    "修正の出ない機器やソフトウェアは、見つかった弱点を抱えたままになります。"
    / "What gets no patches keeps every weakness that is found.";

    EndOfSupportNotice "end-of-support-notice" "別紙1-II 6.5 (1)③" "サポート期限の知らせ" / "Notice of the end of support",
    "サポートの終わりで替わるものを、その日までに医療機関等へ知らせます。"
    / "The institution is told by that day what the end of support changes.",
    "構成の変更は、起きるときに報告する事柄です。"
    / "A change of the system is one of the things reported when they occur.";

    PolicyReview "policy-review" "GL 5.1.7" "規程の見直し" / "Review of a policy",
    "前の見直し（なければ承認）の一年後です。規程の見直し日を書けば済みです。"
    / "A year after the last review, or after approval. Done when the policy's day of review is written.",
    "ガイドラインは定期の見直しを求め、見本は年に一度としています。"
    / "The guideline asks for regular review; its example says yearly.";

    ContinuityReview "continuity-review" "別紙2 1.10②" "事業継続計画の見直し" / "Review of the continuity plan",
    "前の見直しの一年後です。事業継続計画の見直し日を書けば済みです。"
    / "A year after the last. Done when the continuity plan's day of review is written.",
    "機器も人も連絡先も変わります。古い計画は非常時に役に立ちません。"
    / "Equipment, people and contacts change; an old plan fails when it is needed.";

    ContinuityExercise "continuity-exercise" "別紙2 1.10②" "事業継続計画の訓練" / "Exercise of the continuity plan",
    "前の訓練の一年後です。事業継続計画の訓練日を書けば済みです。"
    / "A year after the last. Done when the continuity plan's day of exercise is written.",
    "やってみたことのない手順は、そのときに動きません。"
    / "A procedure nobody has tried does not work on the day.";

    SupplierAssessment "supplier-assessment" "別紙2 1.9" "委託先の評価" / "Assessment of a supplier",
    "自社が直接契約し、医療情報に触れる委託先を、選んだ日から一年ごとに評価します。selected_on を改めれば済みです。"
    / "A year after selected_on, for a supplier under own contract that touches medical information. Done when that day is written anew.",
    "委託先の管理は、選んだときだけでは終わりません。"
    / "Supervising a supplier does not end with choosing it.";

    SafetyEvaluation "safety-evaluation" "GL 4.3" "安全管理の評価" / "Evaluation of safety management",
    "前の評価の一年後です。評価の記録があれば済みです。"
    / "A year after the last. Done by a record of an evaluation.",
    "運用する人から独立した評価を、医療機関等に示すためです。"
    / "The institution is shown an evaluation by someone apart from those who run the system.";

    SelfInspection "self-inspection" "GL 4.3" "対策の自己点検" / "Self-inspection of the measures",
    "前の自己点検の一年後です。種類か題名が自己点検である証拠の記録があれば済みです。"
    / "A year after the last. Done by a record of evidence whose kind or title says self-inspection.",
    "対策は、続いていることを確かめてはじめて対策です。"
    / "A measure is one only while somebody sees that it goes on.";

    Training "training" "別紙2 1.3" "従業者への教育" / "Training of staff",
    "前の教育の一年後です。種類か題名が教育である証拠の記録があれば済みです。"
    / "A year after the last. Done by a record of evidence whose kind or title says training.",
    "年次報告で医療機関等に伝える事柄でもあります。"
    / "The yearly report tells the institution of it too.";

    RestoreTest "restore-test" "別紙2 3.21" "復元の試験" / "Restore test",
    "前の試験の一年後です。種類か題名が復元の試験である証拠の記録があれば済みです。"
    / "A year after the last. Done by a record of evidence whose kind or title says restore test.",
    "戻したことのないバックアップは、あるとは言えません。"
    / "A backup that was never restored cannot be relied on.";

    Inventory "inventory" "別紙2 1.5②" "機器と媒体の棚卸し" / "Inventory of equipment and media",
    "前の棚卸しの一年後です。種類か題名が棚卸しである証拠の記録があれば済みです。"
    / "A year after the last. Done by a record of evidence whose kind or title says inventory.",
    "台帳と現物が合っていることが、ほかの対策の前提です。"
    / "Other measures rest on the ledger agreeing with what is there.";

    RiskReview "risk-review" "GL 5.1.7" "リスクの見直し" / "Review of the risks",
    "前の見直しの一年後です。見直しの記録があれば済みです。情報流・脅威・事故の変化があったときは、その時にも見直します。"
    / "A year after the last. Done by a record of a review. A change of flows, threats or an incident asks for one at once.",
    "見本は少なくとも年に一度の見直しを約束しています。"
    / "The example promises a review at least once a year.";

    ThreatSearch "threat-search" "GL 5.1.1" "カタログの外の脅威探し" / "Search for threats beyond the catalogue",
    "前に探した日の一年後です。探した記録（見つからなくても）があれば済みです。"
    / "A year after the last. Done by a record of a search, even of one that found nothing.",
    "脅威の一覧は例示で、十分とは限りません。"
    / "The list of threats is an example and need not be enough.";

    ControlSearch "control-search" "GL 5.1.5 (1)" "別紙2の外の対策探し" / "Search for measures beyond 別紙2",
    "前に探した日の一年後です。探した記録があれば済みです。"
    / "A year after the last. Done by a record of a search.",
    "対策項目を満たしても、残るリスクに別の対策が要ることがあります。"
    / "Risks may need more than the control items.";

    Treatment "treatment" "GL 5.1.5" "期限のあるリスク対応" / "Treatment with a day",
    "リスク対応に書いた期日です。対応を実施済みにすれば済みです。"
    / "The treatment's own day. Done when the treatment is done.",
    "合意したリスク対応計画の約束です。"
    / "It is a promise of the agreed treatment plan.";

    PlannedMeasure "planned-measure" "GL 5.1.5 (1)" "予定の対策" / "Planned measure",
    "「予定」と答えた対策項目の期日です。答えが予定でなくなれば済みです。"
    / "The day of an answer that says planned. Done when the answer says something else.",
    "予定は、日が過ぎれば実施していないのと同じです。"
    / "Once its day has passed, planned means not done.";

    RegularMeasure "regular-measure" "別紙2" "定期に行う対策" / "Measure done regularly",
    "定期に行う対策項目を、小項目ごとにまとめて一年ごとに行います。すべての項目の自己点検か証拠の記録があれば済みです。"
    / "Control items done regularly, together for each measure, a year after the item looked at longest ago. Done by self-inspection or evidence of every item.",
    "ガイドラインは「定期的に」とだけ言います。一年は、年次の見直しに合わせた、私たちが読む最も長い間隔です。"
    / "The guideline says regularly; a year is the longest that keeps up with its yearly review.";
}

#[cfg(test)]
mod tests {
    use super::{DutyRule, EXPLANATIONS};
    use crate::check::RULES;
    use std::collections::BTreeSet;

    #[test]
    fn codes_of_duties_and_of_the_check_differ() {
        let all = EXPLANATIONS.iter().map(|one| one.code);
        let codes: BTreeSet<&str> = all.chain(RULES.iter().map(|rule| rule.code)).collect();
        assert_eq!(codes.len(), EXPLANATIONS.len() + RULES.len());
        assert!(codes.contains(DutyRule::MonthlyReport.code()));
    }
}
