//! The slots of the SLA's clauses, and what stands at a glance at the head of the agreement.

use super::hours::{are_by_day, holidays, of_day, week, windows, windows_or_none};
use super::terms::{
    business, carries, companies, contact, disclosure_words, evaluation, figure, grade, holiday,
    is_subcontractor, kinds, notice, number, other_times, response, sites, term, text, updates, valid_from,
    valid_to, version, weekday,
};
use crate::Paper;
use crate::clauses::Slot;
use mamori_domain::{HoursDay, SlaTerms};
use mamori_tree::Words;

wording! {
    PERIOD = "第{0}版　{1} から {2} まで" / "Version {0}, {1} to {2}";
    AVAILABILITY = "業務時間 {0}、その他の時間 {1}" / "{0} in business hours, {1} at other times";
    ALWAYS = "時間帯を問わず {0}" / "{0} at all times";
    HOURS = "月〜土 {0}、日曜・祝日 {1}" / "Mon to Sat {0}, Sundays and holidays {1}";
    WITHIN = "検知または連絡から、業務時間で数えて {0}以内" / "Within {0} of detection or call, counted in business hours";
    UPDATES = "公開から {0}以内" / "Within {0} of release";
    DAYS = "{0} 日以上前" / "{0} days ahead or more";
    GRADES = "{0} か月ごと。未達成が {1}で A、{2}で B、{3}で C、それを超えると D" /
        "Every {0} months. Shortfalls: {1} for A, {2} for B, {3} for C, more for D";
    NOT_SETTLED = "【未定】署名の前に決めて書き入れます" / "[Not settled] To be settled and written in before signing";
}

const fn slot(name: &'static str, ja: &'static str, en: &'static str, value: Value) -> Slot {
    Slot {
        name,
        meaning: Words::new(ja, en),
        value,
    }
}

type Value = fn(&Paper<'_>) -> Option<String>;

/// The slots of the SLA's clauses.
pub(crate) const SLOTS: &[Slot] = &[
    slot(
        "sla.purpose",
        "サービスの概要",
        "what the service does",
        |paper| {
            paper
                .subject
                .service
                .profile
                .purpose
                .as_ref()
                .map(|text| text.trim().to_owned())
        },
    ),
    slot("sla.kinds", "対象の機関", "kinds of institution", kinds),
    slot("sla.version", "SLAの版", "version of the SLA", version),
    slot(
        "sla.valid_from",
        "SLAの適用開始日",
        "first day of the SLA",
        valid_from,
    ),
    slot("sla.valid_to", "SLAの適用終了日", "last day of the SLA", valid_to),
    slot(
        "sla.weekday_hours",
        "業務時間（月〜土）",
        "business hours from Monday to Saturday",
        weekday,
    ),
    slot(
        "sla.holiday_hours",
        "業務時間（日祝）",
        "business hours on Sundays and holidays",
        holiday,
    ),
    slot(
        "sla.hours.monday",
        "業務時間（月曜日）",
        "business hours on Mondays",
        |paper| of_day(paper, HoursDay::Monday),
    ),
    slot(
        "sla.hours.tuesday",
        "業務時間（火曜日）",
        "business hours on Tuesdays",
        |paper| of_day(paper, HoursDay::Tuesday),
    ),
    slot(
        "sla.hours.wednesday",
        "業務時間（水曜日）",
        "business hours on Wednesdays",
        |paper| of_day(paper, HoursDay::Wednesday),
    ),
    slot(
        "sla.hours.thursday",
        "業務時間（木曜日）",
        "business hours on Thursdays",
        |paper| of_day(paper, HoursDay::Thursday),
    ),
    slot(
        "sla.hours.friday",
        "業務時間（金曜日）",
        "business hours on Fridays",
        |paper| of_day(paper, HoursDay::Friday),
    ),
    slot(
        "sla.hours.saturday",
        "業務時間（土曜日）",
        "business hours on Saturdays",
        |paper| of_day(paper, HoursDay::Saturday),
    ),
    slot(
        "sla.hours.sunday",
        "業務時間（日曜日）",
        "business hours on Sundays",
        |paper| of_day(paper, HoursDay::Sunday),
    ),
    slot(
        "sla.hours.holiday",
        "業務時間（休日）",
        "business hours on holidays",
        |paper| of_day(paper, HoursDay::Holiday),
    ),
    slot(
        "sla.holidays",
        "休日とする日",
        "days that are holidays",
        |paper| Some(holidays(paper)),
    ),
    slot(
        "sla.agreed_windows",
        "合意した停止の時間帯",
        "agreed windows",
        windows,
    ),
    slot(
        "sla.improvement_days",
        "付属書の事項を改善する期間",
        "days to improve annexed items",
        |paper| {
            let field = |t: &SlaTerms| Some(t.annexed_improvement_days?.0);
            figure(term(paper, field))
        },
    ),
    slot(
        "sla.availability_business",
        "稼働率の目標（業務時間）",
        "availability in business hours",
        business,
    ),
    slot(
        "sla.availability_other",
        "稼働率の目標（その他の時間）",
        "availability at other times",
        other_times,
    ),
    slot(
        "sla.response_hours",
        "一次対応までの時間",
        "hours to first response",
        response,
    ),
    slot(
        "sla.update_hours",
        "更新・修正までの時間",
        "hours to updates",
        updates,
    ),
    slot(
        "sla.log_years",
        "アクセス記録の保存年数",
        "years access records are kept",
        |paper| {
            let field = |t: &SlaTerms| Some(t.log_years?.0);
            figure(number(
                paper,
                field,
                "integrity-records",
                "log_years_after_statutory",
            ))
        },
    ),
    slot("sla.notice_days", "停止の予告の日数", "days of notice", notice),
    slot(
        "sla.evaluation_months",
        "評価の間隔",
        "interval of evaluation",
        evaluation,
    ),
    slot(
        "sla.unimproved_months",
        "改善を待つ期間",
        "months without improvement",
        |paper| {
            let field = |t: &SlaTerms| Some(t.unimproved_months?.0);
            figure(number(paper, field, "consequences", "unimproved_months"))
        },
    ),
    slot("sla.grade_a", "評価Aの上限", "limit of grade A", |paper| {
        grade(paper, 0)
    }),
    slot("sla.grade_b", "評価Bの上限", "limit of grade B", |paper| {
        grade(paper, 1)
    }),
    slot("sla.grade_c", "評価Cの上限", "limit of grade C", |paper| {
        grade(paper, 2)
    }),
    slot(
        "sla.performance",
        "性能の上限",
        "agreed performance",
        |paper| text(paper, |t| t.performance.as_deref()),
    ),
    slot(
        "sla.authentication",
        "利用者の認証の方法",
        "user authentication",
        |paper| text(paper, |t| t.authentication.as_deref()),
    ),
    slot(
        "sla.status_page",
        "お知らせの場所",
        "where news are posted",
        |paper| text(paper, |t| t.status_page.as_deref()),
    ),
    slot(
        "sla.report_day",
        "月次報告の期日",
        "day of monthly reports",
        |paper| text(paper, |t| t.report_day.as_deref()),
    ),
    slot(
        "sla.sites",
        "情報と機器を置く場所",
        "where information and equipment are",
        sites,
    ),
    slot(
        "sla.disclosure",
        "開示書の版",
        "revision of the disclosure",
        disclosure_words,
    ),
    slot(
        "sla.contract_end",
        "契約終了の手順",
        "procedure of contract end",
        |paper| {
            paper
                .subject
                .service
                .contract_end
                .procedure
                .as_ref()
                .map(|text| text.trim().to_owned())
        },
    ),
    slot(
        "sla.kept_afterwards",
        "終了後に残すもの",
        "what is kept after the end",
        |paper| {
            let kept = paper.subject.service.contract_end.kept_afterwards.as_ref();
            kept.map(|text| text.trim().to_owned())
        },
    ),
    slot("sla.subcontractors", "再委託先", "subcontractors", |paper| {
        companies(paper, is_subcontractor)
    }),
    slot(
        "sla.subcontractors.infrastructure",
        "再委託先（基盤）",
        "subcontractors (infrastructure)",
        |paper| companies(paper, |one| is_subcontractor(one) && carries(one)),
    ),
    slot(
        "sla.subcontractors.other",
        "再委託先（その他）",
        "subcontractors (other)",
        |paper| companies(paper, |one| is_subcontractor(one) && !carries(one)),
    ),
    slot(
        "sla.institution_suppliers",
        "医療機関が別に契約する会社",
        "companies contracted by the institution",
        |paper| companies(paper, |one| !is_subcontractor(one)),
    ),
    slot(
        "sla.institution_contact",
        "医療機関の責任者",
        "manager of the institution",
        |paper| contact(paper, false),
    ),
    slot(
        "sla.institution_emergency",
        "医療機関の緊急連絡先",
        "emergency contact of the institution",
        |paper| contact(paper, true),
    ),
];

/// What stands at a glance at the head of the agreement.
pub(super) const GLANCE: &[Slot] = &[
    slot("period", "版と適用期間", "Version and term", |paper| {
        Some(paper.fill(
            PERIOD,
            &[&version(paper)?, &valid_from(paper)?, &valid_to(paper)?],
        ))
    }),
    slot(
        "hours",
        "業務時間",
        "Business hours",
        |paper| match are_by_day(paper) {
            true => week(paper),
            false => Some(paper.fill(HOURS, &[&weekday(paper)?, &holiday(paper)?])),
        },
    ),
    slot(
        "windows",
        "合意した停止の時間帯",
        "Agreed windows for stops",
        |paper| Some(windows_or_none(paper)),
    ),
    slot("availability", "稼働率の目標", "Availability", |paper| {
        let (business, other) = (business(paper)?, other_times(paper)?);
        Some(match business == other {
            true => paper.fill(ALWAYS, &[&business]),
            false => paper.fill(AVAILABILITY, &[&business, &other]),
        })
    }),
    slot(
        "response",
        "障害の一次対応",
        "First response to faults",
        |paper| Some(paper.fill(WITHIN, &[&response(paper)?])),
    ),
    slot(
        "updates",
        "ウイルス定義・修正の適用",
        "Malware signatures and patches",
        |paper| Some(paper.fill(UPDATES, &[&updates(paper)?])),
    ),
    slot(
        "notice",
        "計画した停止の予告",
        "Notice of planned stops",
        |paper| Some(paper.fill(DAYS, &[&notice(paper)?])),
    ),
    slot("evaluation", "評価", "Evaluation", |paper| {
        let [a, b, c] = [0, 1, 2].map(|at| grade(paper, at));
        Some(paper.fill(GRADES, &[&evaluation(paper)?, &a?, &b?, &c?]))
    }),
    slot("performance", "性能の上限", "Agreed performance", |paper| {
        text(paper, |t| t.performance.as_deref())
    }),
    slot(
        "disclosure",
        "取り込む開示書",
        "Disclosure taken in",
        disclosure_words,
    ),
];
