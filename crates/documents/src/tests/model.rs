//! A small model with awkward shapes.

use super::case::{catalogue, row};
use mamori_domain::{Id, Layer, Phase, Said, Scope, Service, Verb};
use mamori_rules::check::{About, Diagnostic, Severity};
use mamori_rules::derive::{
    Derived, Flow, FlowNames, GridCell, Judged, Origin, Risk, RiskText, Standing, Thing,
};
use mamori_tree::Words;
use std::sync::Arc;

pub(super) fn describe(service: &mut Service) {
    service.profile = row(&[("name", "Cloud Chart"), ("acceptance", "4")]);
    service.sites = vec![
        row(&[("id", "desk"), ("name", "Front desk")]),
        row(&[("id", "dc"), ("name", "Data centre")]),
    ];
    service.equipment = vec![
        row(&[
            ("id", "pc"),
            ("name", "Billing PC"),
            ("kind", "terminal"),
            ("site", "desk"),
        ]),
        row(&[
            ("id", "server"),
            ("name", "App server"),
            ("kind", "server"),
            ("site", "dc"),
        ]),
    ];
    service.people = vec![row(&[
        ("id", "clerk"),
        ("name", "Clerk"),
        ("side", "institution"),
    ])];
    service.classes = vec![row(&[
        ("id", "personal"),
        ("name", "Patient data"),
        ("impact", "5"),
        ("medical", "yes"),
    ])];
    service.information = vec![row(&[
        ("id", "patient"),
        ("name", "patient records"),
        ("class", "personal"),
    ])];
    service.risks = vec![row(&[
        ("id", "own"),
        ("flow", "nothing"),
        ("other_threat", "Strike"),
        ("scenario", "Nobody comes to work"),
        ("impact", "4"),
        ("likelihood", "1"),
        ("reason", "Seen last year"),
    ])];
    service.searches = vec![row(&[
        ("id", "s"),
        ("subject", "threats"),
        ("date", "2026-09-01"),
        ("found", "Strike"),
    ])];
    service.decisions = vec![
        row(&[
            ("pattern", "f2"),
            ("decision", "exclude"),
            ("reason", "Server is gone"),
            ("who", "boss"),
        ]),
        row(&[
            ("pattern", "f0/T6*"),
            ("decision", "likelihood"),
            ("value", "2"),
            ("reason", "Never happened"),
        ]),
    ];
    service.treatments = vec![
        row(&[
            ("id", "login"),
            ("risks", "f0/T1/*"),
            ("options", "reduce retain"),
            ("items", "3.1.① 1.1.①-1 3.8.④-1"),
            ("provider_note", "Also a poster"),
            ("request_note", "Please train staff"),
            ("residual", "Misuse by users"),
            ("residual_impact", "5"),
            ("residual_likelihood", "1"),
            ("accepted_by", "boss"),
            ("due", "2026-12-01"),
        ]),
        row(&[("id", "bare"), ("risks", "no/such")]),
    ];
    service.answers = vec![
        row(&[
            ("item", "3.1.①"),
            ("status", "implemented"),
            ("text", "Personal log-in"),
            ("evidence", "log"),
        ]),
        row(&[
            ("item", "1.1.①-1"),
            ("status", "planned"),
            ("text", "Rules"),
            ("due", "2026-12-01"),
            ("officer", "boss"),
        ]),
    ];
}

pub(super) fn flow(
    id: &str,
    layer: Layer,
    phase: Phase,
    who: bool,
    thing: &str,
    site: &str,
    standing: Standing,
) -> Flow {
    Flow {
        id: id.into(),
        phase,
        layer,
        verb: if who { Verb::View } else { Verb::Process },
        who: who.then(|| Id::parse("clerk").unwrap()).into_iter().collect(),
        carrier: None,
        site: Id::parse(site).unwrap(),
        other_site: None,
        thing: Thing::Equipment(Id::parse(thing).unwrap()),
        information: Id::parse("patient").unwrap(),
        class: who.then(|| Id::parse("personal").unwrap()),
        origin: Origin::Derived,
        standing,
        reason: Words::new("理由", "reason"),
    }
}

pub(super) fn judged(value: u8, fact: Option<&str>) -> Judged {
    let facts = fact.map(|fact| (fact.into(), 1)).into_iter().collect();
    Judged {
        value,
        base: value,
        facts,
        decided: None,
    }
}

pub(super) fn risk(
    id: &str,
    flow: usize,
    threat: &str,
    impact: u8,
    likelihood: u8,
    standing: Standing,
) -> Risk {
    let product = impact * likelihood;
    let scenario = catalogue()
        .derivation()
        .scenarios
        .iter()
        .find(|one| one.threat.as_str() == threat)
        .unwrap();
    let names = [("Front desk", "Billing PC"), ("Data centre", "App server")][flow.min(1)];
    let names = FlowNames {
        site: names.0.into(),
        thing: names.1.into(),
        information: "patient records".into(),
    };
    Risk {
        id: id.into(),
        flow: Some(flow),
        threat: Some(threat.parse().unwrap()),
        other_threat: None,
        scenario: scenario.id.clone(),
        text: RiskText::Derived {
            scenario: scenario.text.clone(),
            names: Arc::new(names),
        },
        impact: judged(impact, None),
        likelihood: judged(likelihood, Some("reachable-from-internet")),
        product,
        rank: catalogue().level_of(u32::from(product)).unwrap().id.clone(),
        items: Arc::from([]),
        origin: Origin::Derived,
        standing,
    }
}

pub(super) fn derived() -> Derived {
    let decided = || Standing::Decided("f0".into());
    let excluded = || Standing::Excluded("f2".into());
    let flows = vec![
        flow(
            "f0",
            Layer::Application,
            Phase::Operation,
            true,
            "pc",
            "desk",
            decided(),
        ),
        flow(
            "f1",
            Layer::Application,
            Phase::Operation,
            false,
            "server",
            "dc",
            Standing::Proposed,
        ),
        flow(
            "f2",
            Layer::Platform,
            Phase::ContractEnd,
            false,
            "server",
            "dc",
            excluded(),
        ),
        flow(
            "f3",
            Layer::Infrastructure,
            Phase::Development,
            false,
            "lost-thing",
            "dc",
            decided(),
        ),
    ];
    let mut risks = vec![
        risk("f0/T1/a", 0, "T1", 5, 5, decided()),
        risk("f0/T1/b", 0, "T1", 5, 3, Standing::Proposed),
        risk("f0/T6/c", 0, "T6", 5, 2, decided()),
        risk("f1/T6/d", 1, "T6", 5, 3, decided()),
        risk("f2/T6/e", 2, "T6", 5, 5, excluded()),
        risk("own", 9, "T1", 4, 1, decided()),
    ];
    risks[2].likelihood.decided = Some("f0/T6*".into());
    let stated = risks.last_mut().unwrap();
    (stated.flow, stated.threat, stated.other_threat) = (Some(9), None, Some("Strike".into()));
    (stated.text, stated.scenario) = (RiskText::Stated("Nobody comes to work".into()), "own".into());
    (stated.origin, stated.likelihood.facts) = (Origin::Stated, Arc::new([]));
    let cell = |flow, threat: &str, applies, reason: &str| GridCell {
        flow,
        threat: threat.parse().unwrap(),
        applies,
        reason: reason.into(),
    };
    let grid = vec![
        cell(0, "T1", true, ""),
        cell(0, "T2", false, "network-elsewhere"),
        cell(1, "T2", false, "network-elsewhere"),
        cell(1, "T1", false, "f2"),
    ];
    Derived {
        flows,
        grid,
        risks,
        ..Derived::default()
    }
}

pub(super) fn diagnostic(
    code: &'static str,
    severity: Severity,
    guideline: &'static str,
    message: &str,
) -> Diagnostic {
    Diagnostic {
        code,
        severity,
        guideline,
        about: About {
            scope: Scope::Service("emr".into()),
            kind: "site".into(),
            id: "desk".into(),
            field: Some("country"),
        },
        message: Said::new(message, message),
        help: Said::new("mend", "mend"),
    }
}
