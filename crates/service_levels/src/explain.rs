//! The rules of service levels as people read them, each under the name it has in results.
//!
//! `docs/design/service-levels.md` holds every detail; these are its sentences for a reader of results.

use mamori_words::{Explanation, Words};

/// All of them: items measured, causes, the grade, consequences, and what else a result names.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "availability",
        title: Words::new("稼働率", "Availability"),
        guideline: "別紙1-II 1.3, 6.3 (2), 7.1",
        rule: Words::new(
            "帯（業務時間・その他の時間）ごとに（提供時間−停止時間）÷提供時間を計算し、丸めずに目標と比べます。提供時間は帯の時間から合意した停止を引いたもの、停止時間は数える停止が一つでもあった時間（重なりは一度）から合意した停止を引いたものです。評価期間の値が目標を下回ると、帯ごとに未達成1件です。",
            "For each band (business hours, other times) it is (service time − stop time) ÷ service time, held against the target without rounding. Service time is the band's time less agreed stops; stop time is the time under at least one counting stop, overlaps once, less agreed stops. A band below its target over the evaluation period is one shortfall.",
        ),
        why: Words::new(
            "端数を切り上げると、届いていない月が届いたように見えます。そのため比は整数のまま比べ、表示だけを切り捨てます。",
            "Rounding up would make a month look better than it was, so whole numbers are compared and only what is shown is rounded down.",
        ),
    },
    Explanation {
        code: "first_response",
        title: Words::new("一次対応までの時間", "Time to first response"),
        guideline: "別紙1-II 4.1, 6.3 (2), 7.1",
        rule: Words::new(
            "検知と医療機関等からの連絡の早い方から、原因を調べて報告するまでを、業務時間だけで数えます。取り決めた時間ちょうどは間に合い、超えると未達成1件です。だれの原因かにかかわらず求められます。遅れそのものに除外事由と証拠（exceptionの行）があれば、未達成にしません。",
            "Counted in business hours only, from the earlier of detection and the institution's call to the report of the cause. Exactly the agreed hours are in time; beyond them it is one shortfall. It is owed whoever caused the fault. Lateness with an excluded cause and evidence of its own (a row exception) is no shortfall.",
        ),
        why: Words::new(
            "受け付けたという返事では、医療機関等は次の手を決められません。原因が分かって伝わるまでが一次対応です。",
            "A mere acknowledgement does not let the institution decide what to do: the response is the cause, found and told.",
        ),
    },
    Explanation {
        code: "update",
        title: Words::new("更新・修正までの時間", "Time to updates"),
        guideline: "別紙1-II 5.2, 6.3 (2), 7.1",
        rule: Words::new(
            "ウイルス定義や修正が製造元から公開されてから当てるまでを、時計の時間で数えます。取り決めた時間（空なら24時間）を超えると未達成1件です。システムへの影響が大きいときは、要る措置を速やかに取り、その時刻を残したときだけ除きます。",
            "Counted on the clock from the maker's release of signatures and patches to their application. Beyond the agreed hours (24 when empty) it is one shortfall. A large effect on the system excuses only when the needed measure was taken promptly and its time is recorded.",
        ),
        why: Words::new(
            "ガイドラインの見本は「概ね1日」です。24時間と読むのは、秒まで比べるための私たちの選択です。",
            "The guideline's example says about one day; reading it as 24 hours is our choice, so that seconds can be compared.",
        ),
    },
    Explanation {
        code: "annexed",
        title: Words::new("巻末の事項", "Annexed items"),
        guideline: "別紙1-II 7.1, 7.2",
        rule: Words::new(
            "巻末の事項が守られていないという指摘は、改善の期間を生みます。期間のうちに改善しなければ、申し入れができます。評価の件数には、取り決め（annexed.counted）があるときだけ入れます。",
            "A finding that an annexed item is not observed begins a time to improve; if it passes without improvement, notice may be given. Findings are in the sum of shortfalls only where the terms say so (annexed.counted).",
        ),
        why: Words::new(
            "見本は巻末の事項に別の帰結を定めているので、同じことを二度数えません。",
            "The example gives annexed items a consequence of their own, so nothing is counted twice.",
        ),
    },
    Explanation {
        code: "provider",
        title: Words::new("提供事業者の事由", "The provider's cause"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "停止時間に数えます。事由が空の停止も、だれかが判断するまでは提供事業者のものとして数えます。",
            "It counts as stop time. So does a stop without a cause, until somebody has judged it.",
        ),
        why: Words::new(
            "判断していない停止を除くと、書かないほど稼働率が良く見えてしまいます。",
            "Leaving out what nobody judged would make availability look better the less is written down.",
        ),
    },
    Explanation {
        code: "agreed_beforehand",
        title: Words::new("事前に合意された事由", "Agreed beforehand"),
        guideline: "別紙1-II 1.3, 7.1 (2)",
        rule: Words::new(
            "保守・導入・再編などの合意した停止は、提供時間から引きます。知らせた時間帯（windowの行、なければ停止そのもの）の内だけが除かれ、超えた分は提供事業者の停止です。取り決めた定期の時間帯は、止まったかどうかにかかわらず引きます。",
            "Agreed stops for maintenance, installation or reorganisation are taken off the service time. Only the notified window (a row window, else the stop itself) is left out; the overrun is the provider's. Windows that recur by agreement are taken off whether or not anything stopped in them.",
        ),
        why: Words::new(
            "提供時間が短くなるので、合意した停止が増えると稼働率は下がることがあります。除外は無料ではありません。",
            "Service time gets shorter, so more agreed stops may lower availability: being left out is not free.",
        ),
    },
    Explanation {
        code: "beyond_control",
        title: Words::new("制御できない事由", "Beyond control"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "停電・回線事業者・不可抗力・他社の原因による停止は、停止時間に数えません。同じ時間に提供事業者の停止が重なれば、そちらを数えます。",
            "Stops by power, carriers, force majeure or other companies are no stop time. A counting stop at the same time still counts.",
        ),
        why: Words::new(
            "除外の事由が重なっただけで、自社の停止が消えることはありません（私たちの読み方です）。",
            "A stop of the provider's own does not vanish because something else stopped too (a reading of ours).",
        ),
    },
    Explanation {
        code: "institution",
        title: Words::new("医療機関等の責任に帰する事由", "The institution's cause"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "医療機関等の操作・設備・指示による停止は、停止時間に数えません。",
            "Stops by the institution's doing, equipment or orders are no stop time.",
        ),
        why: Words::new(
            "双方が評価のときに確かめられるよう、事由と根拠を行に残してください。",
            "Keep cause and grounds in the row, so that both sides can confirm them when they evaluate.",
        ),
    },
    Explanation {
        code: "other_excluded",
        title: Words::new("その他の除外事由", "Other excluded causes"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "動作を保証しない環境や、ほかに双方で決めた事由による停止は、停止時間に数えません。",
            "Stops by an environment that is not supported, or by what both sides agreed otherwise, are no stop time.",
        ),
        why: Words::new(
            "決めたことは取り決めに書いてあるものに限ります。書いていない事由は提供事業者のものです。",
            "Only what the terms say was agreed; what they do not say is the provider's.",
        ),
    },
    Explanation {
        code: "overload",
        title: Words::new("合意した性能を超える負荷", "Load beyond the agreed performance"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "取り決めに性能の上限（performance）があるときだけ「その他の除外事由」として除き、なければ数えます。",
            "Left out as another excluded cause only if the terms define that performance (performance); it counts otherwise.",
        ),
        why: Words::new(
            "上限が決まっていなければ、超えたかどうかを確かめられません。",
            "Without a defined limit nobody can tell whether it was exceeded.",
        ),
    },
    Explanation {
        code: "grade",
        title: Words::new("評価（A〜D）", "Grade (A to D)"),
        guideline: "別紙1-II 7.1 (1)",
        rule: Words::new(
            "評価期間の未達成の件数で決めます。空なら、0件がA、1〜10件がB、11〜20件がC、21件以上がDです。終わっていない期間の評価は暫定です。",
            "By the number of shortfalls of the evaluation period: none is A, 1–10 B, 11–20 C, 21 and more D unless the terms say otherwise. The grade of a period that is not over is provisional.",
        ),
        why: Words::new(
            "稼働率は期間に一度、一次対応と更新は出来事ごとに数えます。",
            "Availability counts once a period, responses and updates once an event.",
        ),
    },
    Explanation {
        code: "improvement_plan",
        title: Words::new("事由と改善策", "Cause and improvement plan"),
        guideline: "別紙1-II 7.2",
        rule: Words::new(
            "終わった月に届かなかった項目（稼働率・一次対応・更新・巻末の事項）があれば、その月の報告で事由と改善策を示します。",
            "For every item short in a month that is over (availability, response, update, annexed item) that month's report owes cause and improvement plan.",
        ),
        why: Words::new(
            "月のうちに向き合えば、年の評価を待たずに直せます。",
            "What is faced in its month is mended before the year's evaluation.",
        ),
    },
    Explanation {
        code: "improvement_period",
        title: Words::new("改善の期間", "Time to improve"),
        guideline: "別紙1-II 7.2",
        rule: Words::new(
            "巻末の事項が守られていないとき、医療機関等は相当の期間を定めて改善を求めます。日数は取り決め（annexed.improvement_days）です。",
            "When an annexed item is not observed the institution sets a reasonable time to improve; its days stand in the terms (annexed.improvement_days).",
        ),
        why: Words::new(
            "日数が決まっていなければ話合いに任せ、申し入れの権利は示しません。",
            "Without agreed days it is left to talks, and no right to give notice is stated.",
        ),
    },
    Explanation {
        code: "notice_right",
        title: Words::new("申し入れの権利", "Right to give notice"),
        guideline: "別紙1-II 7.2",
        rule: Words::new(
            "同じ項目が取り決めた月数（空なら12か月）続けて届かないとき、Cの次がCかDのとき、Dのとき、巻末の事項が期間のうちに改善しないときに、医療機関等は請求または解約を申し入れることができます。",
            "The institution may give notice of a claim or termination when an item is short in the agreed number of months in a row (12 when empty), when C is followed by C or D, at D, and when an annexed item is not improved in time.",
        ),
        why: Words::new(
            "権利は示すだけで、実行しません。双方が確認した評価から生じます。",
            "Rights are stated, never executed, and follow from an evaluation that both sides confirmed.",
        ),
    },
    Explanation {
        code: "grade_c_repeated",
        title: Words::new("続けてC", "C again"),
        guideline: "別紙1-II 7.2",
        rule: Words::new(
            "評価Cの次の評価がCかDなら、改善しなかったとして申し入れができます。",
            "If the evaluation after a C is C or D again, it was not improved and notice may be given.",
        ),
        why: Words::new(
            "Cは一度なら改善の機会です。",
            "A single C is a chance to improve.",
        ),
    },
    Explanation {
        code: "grade_d",
        title: Words::new("評価D", "Grade D"),
        guideline: "別紙1-II 7.2",
        rule: Words::new(
            "評価Dなら、すぐに申し入れができます。",
            "At grade D notice may be given at once.",
        ),
        why: Words::new(
            "未達成が取り決めの上限を超えた状態を、もう一年は待ちません。",
            "Shortfalls beyond the agreed table are not waited on for another year.",
        ),
    },
    Explanation {
        code: "exception",
        title: Words::new("遅れの除外", "Excused lateness"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "遅れた一次対応・更新と同じIDのexceptionの行に、除外事由（cause）と証拠（note）の両方があれば未達成にしません。",
            "A late response or update is no shortfall when a row exception of its id has both an excluded cause (cause) and evidence (note).",
        ),
        why: Words::new(
            "障害の原因が除外事由でも、応答の遅れは除かれません。遅れた理由は別に判断します（私たちの読み方です）。",
            "That the fault had an excluded cause excuses no late response: why it was late is judged apart (a reading of ours).",
        ),
    },
    Explanation {
        code: "partial",
        title: Words::new("一部の停止", "Partial stops"),
        guideline: "別紙1-II 7.1 (2)",
        rule: Words::new(
            "一部の停止（partial）で業務に重大な支障（hinders）がないものは、停止に数えません。合意した停止でも提供時間を引きません。",
            "A partial stop (partial) that does not seriously hinder the institution (hinders) is no stop; if agreed, it leaves the service time alone.",
        ),
        why: Words::new(
            "支障の有無は医療機関等から見て判断します。",
            "Whether it hinders is judged from the institution's side.",
        ),
    },
    Explanation {
        code: "burn_rate",
        title: Words::new("停止の使い方の速さ", "Burn rate"),
        guideline: "別紙1-II 6.3 (2)",
        rule: Words::new(
            "過ぎた提供時間に占める停止の割合を、目標が許す割合で割った値です。1を超えたまま続けば、目標に届きません。",
            "The share of stops in the service time that has passed over the share the target allows. If it stays above 1 the target will be missed.",
        ),
        why: Words::new(
            "期間の終わりを待たずに、危ないことが分かります。",
            "It tells of danger before the period is over.",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::EXPLANATIONS;
    use crate::{Cause, ConsequenceKind, Item};
    use std::collections::BTreeSet;

    #[test]
    fn every_name_in_results_is_explained_once() {
        let explained: BTreeSet<&str> = EXPLANATIONS.iter().map(|one| one.code).collect();
        assert_eq!(explained.len(), EXPLANATIONS.len());
        let items = Item::ALL.into_iter().map(Item::code);
        let consequences = [
            ConsequenceKind::ImprovementPlan,
            ConsequenceKind::ImprovementPeriod,
            ConsequenceKind::NoticeRight,
        ];
        let named = items
            .chain(Cause::CODES)
            .chain(consequences.map(ConsequenceKind::code))
            .chain(["grade_c_repeated", "grade_d"]);
        let missing: Vec<&str> = named.filter(|code| !explained.contains(code)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
