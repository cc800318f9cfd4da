//! Shortfalls, grades and what follows from them, over years of made-up events.

use mamori_service_levels::{
    Agreement, AnnexedFinding, Cause, ConsequenceKind, Evaluation, Events, Exception, ExcludedCause, Instant,
    Interval, Response, Slowdown, Stop, Terms, Update, budgets,
};

fn at(text: &str) -> Instant {
    Instant::read(&format!("{text}:00+09:00")).expect("an instant")
}

fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(&format!("{from}T00:00")), at(&format!("{to}T00:00"))).expect("forwards")
}

fn stop(id: &str, start: &str, end: Option<&str>) -> Stop {
    Stop {
        id: id.to_owned(),
        start: at(start),
        end: end.map(at),
        cause: Cause::Provider,
        partial: false,
        hinders: false,
        response: Response::default(),
        note: String::new(),
    }
}

/// An update released at an hour and applied some hours later.
fn update(id: &str, released: &str, hours: Option<i64>) -> Update {
    let released = at(released);
    Update {
        id: id.to_owned(),
        released,
        applied: hours.map(|hours| released.plus(hours * 3600)),
        measure: None,
        large_effect: false,
        cause: None,
        note: String::new(),
    }
}

fn evaluate(terms: Terms, events: &Events, span: Interval) -> Evaluation {
    Evaluation::of(&Agreement::from(terms), events, span)
}

fn told(evaluation: &Evaluation, kind: ConsequenceKind) -> Vec<(String, &str, &str)> {
    let of_kind = evaluation.consequences.iter().filter(|one| one.kind == kind);
    of_kind
        .map(|one| (one.at.date().to_string(), one.because, one.subject.as_str()))
        .collect()
}

#[test]
fn a_quiet_year_is_an_a_and_a_running_one_is_no_grade_yet() {
    let quiet = evaluate(
        Terms::default(),
        &Events::default(),
        span("2025-04-01", "2026-04-01"),
    );
    assert_eq!(quiet.grade().map(|grade| grade.letter()), Some("A"));
    assert_eq!((quiet.months.len(), quiet.evaluations.len()), (12, 1));
    assert!(quiet.consequences.is_empty());
    let running = evaluate(
        Terms::default(),
        &Events::default(),
        span("2025-04-01", "2026-03-31"),
    );
    assert_eq!(running.grade(), None);
    assert!(running.evaluations[0].grade.is_some() && !running.evaluations[0].period.is_complete());
}

#[test]
fn late_updates_count_each_unless_their_lateness_is_excused() {
    let released = "2025-06-02T10:00";
    let mut careful = update("careful", released, Some(90));
    careful.large_effect = true;
    let mut untouched = update("untouched", released, None);
    untouched.large_effect = true;
    let mut judged = update("judged", released, Some(90));
    judged.cause = Some(Cause::Excluded(ExcludedCause::Institution));
    let unproven = judged.clone();
    judged.note = "asked to wait, letter of 2 June".to_owned();
    let events = Events {
        updates: vec![
            update("exact", released, Some(24)),
            update("late", released, Some(25)),
            careful,
            untouched,
            judged,
            Update {
                id: "unproven".to_owned(),
                ..unproven
            },
            update("excused", released, None),
        ],
        exceptions: [(
            "excused".to_owned(),
            Exception {
                cause: Cause::Excluded(ExcludedCause::BeyondControl),
                evidence: "notice of the carrier".to_owned(),
            },
        )]
        .into(),
        ..Events::default()
    };
    let evaluation = evaluate(Terms::default(), &events, span("2025-04-01", "2026-04-01"));
    let subjects: Vec<&str> = evaluation.shortfalls().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["late", "unproven", "untouched"]);
    let plans = told(&evaluation, ConsequenceKind::ImprovementPlan);
    assert_eq!(plans, [("2025-07-01".to_owned(), "update", "update")]);
}

#[test]
fn a_faults_own_cause_does_not_excuse_a_late_response_and_a_slowdown_lowers_no_availability() {
    let terms = Terms {
        first_response_hours: Some(2),
        ..Terms::default()
    };
    let response = Response {
        detected: None,
        called: Some(at("2025-06-02T10:00")),
        responded: None,
    };
    let slow = Slowdown {
        id: "slow".to_owned(),
        start: at("2025-06-02T09:00"),
        end: None,
        cause: Cause::Excluded(ExcludedCause::Institution),
        response,
        note: String::new(),
    };
    let minor = Stop {
        partial: true,
        response,
        ..stop("minor", "2025-06-02T09:00", None)
    };
    let planned = Stop {
        cause: Cause::Excluded(ExcludedCause::AgreedBeforehand),
        response,
        ..stop("planned", "2025-06-02T09:00", Some("2025-06-02T12:00"))
    };
    let events = Events {
        slowdowns: vec![slow],
        stops: vec![minor, planned],
        ..Events::default()
    };
    let evaluation = evaluate(terms, &events, span("2025-04-01", "2026-04-01"));
    let found: Vec<_> = evaluation
        .shortfalls()
        .map(|one| (one.subject.as_str(), one.at))
        .collect();
    assert_eq!(found, [("slow", at("2025-06-02T12:00"))]);
    assert!(
        evaluation.evaluations[0]
            .bands
            .iter()
            .all(|band| band.measured.stop_seconds == 0)
    );
}

#[test]
fn twelve_short_months_in_a_row_give_a_right_and_eleven_do_not() {
    let events = Events {
        stops: vec![stop("long", "2025-04-01T00:00", None)],
        ..Events::default()
    };
    let of = |to| evaluate(Terms::default(), &events, span("2025-04-01", to));
    assert!(told(&of("2026-03-31"), ConsequenceKind::NoticeRight).is_empty());
    let rights = [
        ("2026-04-01".to_owned(), "availability", "business"),
        ("2026-04-01".to_owned(), "availability", "other"),
    ];
    assert_eq!(told(&of("2026-06-01"), ConsequenceKind::NoticeRight), rights);
    assert_eq!(
        told(&of("2026-06-01"), ConsequenceKind::ImprovementPlan).len(),
        28
    );
    assert_eq!(of("2026-06-01").grade().map(|grade| grade.letter()), Some("B"));
}

/// As many late updates as asked for in the June of a year.
fn late_updates(year: i32, count: usize) -> Vec<Update> {
    let id = |at: usize| format!("{year}-{at}");
    (0..count)
        .map(|at| update(&id(at), &format!("{year}-06-02T10:00"), None))
        .collect()
}

#[test]
fn c_without_improvement_and_d_give_rights() {
    let grades = |counts: [usize; 3]| {
        let years = counts.into_iter().zip([2023, 2024, 2025]);
        let updates = years
            .flat_map(|(count, year)| late_updates(year, count))
            .collect();
        let events = Events {
            updates,
            ..Events::default()
        };
        let evaluation = evaluate(Terms::default(), &events, span("2023-04-01", "2026-04-01"));
        let rights = told(&evaluation, ConsequenceKind::NoticeRight);
        rights
            .into_iter()
            .map(|(day, because, _)| format!("{day} {because}"))
            .collect::<Vec<_>>()
    };
    assert!(grades([11, 10, 20]).is_empty());
    assert_eq!(grades([11, 20, 0]), ["2025-04-01 grade_c_repeated"]);
    assert_eq!(
        grades([0, 11, 21]),
        ["2026-04-01 grade_c_repeated", "2026-04-01 grade_d"]
    );
    assert_eq!(grades([21, 11, 0]), ["2024-04-01 grade_d"]);
}

#[test]
fn an_annexed_item_has_a_consequence_of_its_own_and_counts_only_by_setting() {
    let finding = |end: Option<&str>| AnnexedFinding {
        id: "training".to_owned(),
        start: at("2025-06-02T09:00"),
        end: end.map(at),
        note: String::new(),
    };
    let of = |end, annexed_count| {
        let terms = Terms {
            annexed_improvement_days: Some(30),
            annexed_count,
            ..Terms::default()
        };
        let events = Events {
            annexed: vec![finding(end)],
            ..Events::default()
        };
        evaluate(terms, &events, span("2025-04-01", "2026-04-01"))
    };
    let improved = of(Some("2025-07-02T09:00"), false);
    assert_eq!(improved.shortfalls().count(), 0);
    assert_eq!(told(&improved, ConsequenceKind::ImprovementPeriod).len(), 1);
    assert!(
        told(&improved, ConsequenceKind::NoticeRight).is_empty(),
        "on the last instant"
    );
    let late = of(Some("2025-07-02T09:01"), true);
    assert_eq!(late.shortfalls().count(), 1);
    let rights = [("2025-07-02".to_owned(), "annexed", "training")];
    assert_eq!(told(&late, ConsequenceKind::NoticeRight), rights);
    assert_eq!(
        told(&late, ConsequenceKind::ImprovementPlan).len(),
        2,
        "June and July"
    );
}

#[test]
fn the_budget_is_what_the_target_leaves_over_the_whole_period() {
    let events = Events {
        stops: vec![stop("one", "2025-04-03T10:00", Some("2025-04-03T10:02"))],
        ..Events::default()
    };
    let agreement = Agreement::from(Terms::default());
    let found = budgets(&agreement, &events, span("2025-04-01", "2025-04-11"));
    let month = &found[0].bands[0];
    // April 2025: 30 days, of which four Sundays and one holiday have 9 hours and the others 13.
    assert_eq!(month.service_seconds, (25 * 13 + 5 * 9) * 3600);
    assert_eq!(month.allowed_seconds, 666);
    assert_eq!((month.used_seconds, month.left_seconds()), (120, 546));
    let elapsed = (9 * 13 + 9) * 3600;
    assert_eq!(month.burn_rate(), Some((120_000_000, i128::from(elapsed) * 500)));
    assert_eq!(found[1].bands.len(), 2);
}
