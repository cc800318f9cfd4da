//! Tests over all documents: tables fill their grids, both languages are complete, what must be told
//! is told — each beside the case in which it is not.

use crate::{DOCUMENTS, Paper, kind, kinds, places, risk_groups, shared};
use mamori_catalogue::official::Overlay;
use mamori_catalogue::{Bilingual, Catalogue};
use mamori_domain::build::Kind as ModelKind;
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Id, Institution, Layer, Phase, Said, Scope, Service, Verb, Workspace};
use mamori_rules::Subject;
use mamori_rules::answers::{Effective, effective};
use mamori_rules::check::{About, Diagnostic, Severity};
use mamori_rules::derive::{
    ConditionState, Derived, Flow, FlowNames, GridCell, Judged, Origin, Risk, RiskText, Standing, Thing,
};
use mamori_tree::{Block, Document, Language, Table, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::embedded("2020-08").unwrap())
}

/// A thing of the model from its values.
fn row<K: ModelKind>(values: &[(&str, &str)]) -> K {
    let cell = |(name, text): &(&str, &str)| RawCell {
        name: (*name).into(),
        text: (*text).to_owned(),
        place: Place::Made,
    };
    let raw = RawRow {
        place: Place::Made,
        cells: values.iter().map(cell).collect(),
    };
    let mut problems = Vec::new();
    K::read(&raw, &mut problems).unwrap_or_else(|| panic!("{problems:?}"))
}

/// What a paper is made from, to be changed by a test.
struct Case {
    workspace: Workspace,
    derived: Derived,
    conditions: Vec<ConditionState>,
    diagnostics: Vec<Diagnostic>,
    overlay: Option<Overlay>,
    institution: bool,
}

impl Case {
    /// A workspace in which nothing is written down.
    fn empty() -> Self {
        Case {
            workspace: Workspace {
                services: vec![(Id::parse("emr").unwrap(), Service::default())],
                ..Workspace::default()
            },
            derived: Derived::default(),
            conditions: Vec::new(),
            diagnostics: Vec::new(),
            overlay: None,
            institution: false,
        }
    }

    /// A small service with awkward shapes: flows with no, one and several risks, a risk of no flow,
    /// excluded and stated things, treatments with and without measures.
    fn rich() -> Self {
        let mut case = Case::empty();
        case.workspace.organisation.profile = row(&[("name", "Example Care {0} <b>")]);
        case.workspace.settings = row(&[("confidentiality", "Internal")]);
        case.workspace.organisation.officers = vec![row(&[
            ("id", "boss"),
            ("role", "final_responsible"),
            ("name", "Ms Final"),
        ])];
        case.workspace.organisation.evidence = vec![row(&[("id", "log"), ("title", "Inspection record")])];
        let mut institution = Institution::default();
        institution.profile = row(&[("name", "Blue Clinic"), ("services", "emr")]);
        case.workspace.institutions = vec![(Id::parse("blue").unwrap(), institution)];
        describe(case.service());
        case.derived = derived();
        case.diagnostics = vec![
            diagnostic("site-without-country", Severity::Error, "GL 6.1", "one"),
            diagnostic("site-without-country", Severity::Error, "GL 6.1", "two"),
            diagnostic("control-unanswered", Severity::Error, "GL 5.1.5 (1)", "three"),
            diagnostic("review-stale", Severity::Warning, "別紙2 1.10", "four"),
            diagnostic("certificate-expiring-soon", Severity::Note, "GL 4.4", "five"),
        ];
        case
    }

    fn service(&mut self) -> &mut Service {
        &mut self.workspace.services[0].1
    }

    /// Builds a document in a language.
    fn document(&self, id: &str, language: Language) -> Document {
        let (service_id, service) = &self.workspace.services[0];
        let as_of = "2026-10-01".parse().unwrap();
        let subject = Subject {
            workspace: &self.workspace,
            id: service_id,
            service,
            catalogue: catalogue(),
            as_of,
        };
        let towards = self
            .workspace
            .institutions
            .first()
            .filter(|_| self.institution)
            .map(|(id, _)| id);
        let answers: BTreeMap<_, Effective> = effective(&subject, &self.conditions, towards);
        let paper = Paper {
            subject,
            derived: &self.derived,
            conditions: &self.conditions,
            answers: &answers,
            diagnostics: &self.diagnostics,
            language,
            revision: "0123456789abcdef0123",
            overlay: self.overlay.as_ref(),
            institution: towards,
        };
        (kind(id).unwrap().build)(&paper)
    }

    fn text(&self, id: &str, language: Language) -> String {
        texts(&self.document(id, language)).join("\n")
    }
}

fn describe(service: &mut Service) {
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

fn flow(
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

fn judged(value: u8, fact: Option<&str>) -> Judged {
    let facts = fact.map(|fact| (fact.into(), 1)).into_iter().collect();
    Judged {
        value,
        base: value,
        facts,
        decided: None,
    }
}

fn risk(id: &str, flow: usize, threat: &str, impact: u8, likelihood: u8, standing: Standing) -> Risk {
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

fn derived() -> Derived {
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
    (stated.origin, stated.likelihood.facts) = (Origin::Stated, Vec::new());
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

fn diagnostic(code: &'static str, severity: Severity, guideline: &'static str, message: &str) -> Diagnostic {
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

/// Every text of a document that is not from its tables' structure.
fn texts(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone(), document.purpose.clone()];
    all.extend(
        document
            .facts
            .iter()
            .flat_map(|(label, value)| [label.clone(), value.clone()]),
    );
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => {
                all.push(text.clone())
            }
            Block::List(items) => all.extend(items.iter().cloned()),
            Block::Table(table) => {
                all.push(table.name.clone());
                let rows = table.head.iter().chain(&table.rows);
                all.extend(rows.flat_map(|row| row.cells.iter().map(|cell| cell.text.clone())));
            }
        }
    }
    all
}

/// The texts of a table row by row, spanned cells in their first row only.
fn table_texts(document: &Document, name: &str) -> Vec<Vec<String>> {
    let table = document
        .tables()
        .find(|table| table.name == name)
        .unwrap_or_else(|| panic!("no table {name}"));
    table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect())
        .collect()
}

fn all_cases() -> Vec<Case> {
    let mut adopted = Case::rich();
    adopted.service().profile = row(&[("standard_answers", "platform-iaas-tenant")]);
    adopted.institution = true;
    let mut laid_over = Case::rich();
    let id = catalogue().items().as_slice()[0].id.clone();
    laid_over.overlay =
        Some(Overlay::read(catalogue(), &format!("id,wording,status\n{id},own copy,other\n")).unwrap());
    let mut clean = Case::rich();
    clean.diagnostics.clear();
    vec![Case::empty(), Case::rich(), adopted, laid_over, clean]
}

#[test]
fn every_table_fills_its_grid() {
    for case in all_cases() {
        for kind in DOCUMENTS {
            for language in Language::ALL {
                let document = case.document(kind.id, language);
                assert_eq!(document.id, kind.id);
                let mut names = BTreeSet::new();
                for table in document.tables() {
                    let columns = table.columns.len();
                    for rows in [&table.head, &table.rows] {
                        if let Err(fault) = Table::place(rows, columns) {
                            panic!("{} {}: {fault}", kind.id, table.name);
                        }
                    }
                    assert!(
                        !table.rows.is_empty() && !table.head.is_empty(),
                        "{}: {}",
                        kind.id,
                        table.name
                    );
                    let length = table.name.encode_utf16().count();
                    assert!((1..=31).contains(&length), "{}", table.name);
                    assert!(
                        names.insert(table.name.clone()),
                        "{}: {} twice",
                        kind.id,
                        table.name
                    );
                }
            }
        }
    }
}

fn has_japanese(text: &str) -> bool {
    // Letters, and the wide punctuation that goes with them.
    text.chars()
        .any(|c| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}'))
}

/// Every word of ours.
fn our_words() -> Vec<Words> {
    [
        kinds::risks::words(),
        kinds::treatments::words(),
        kinds::controls::words(),
        kinds::check_report::ALL.to_vec(),
        places::ALL.to_vec(),
        risk_groups::ALL.to_vec(),
        shared::ALL.to_vec(),
    ]
    .concat()
}

#[test]
fn our_words_are_whole_in_both_languages() {
    let all = our_words();
    assert!(all.len() > 150, "{}", all.len());
    let slots = |text: &str| {
        (0..6)
            .map(|slot| text.matches(&format!("{{{slot}}}")).count())
            .collect::<Vec<_>>()
    };
    for words in all {
        assert!(
            !words.ja.trim().is_empty() && !words.en.trim().is_empty(),
            "{words:?}"
        );
        assert!(!has_japanese(words.en), "{}", words.en);
        assert_eq!(slots(words.ja), slots(words.en), "{words:?}");
    }
}

#[test]
fn an_english_paper_has_no_japanese_but_what_a_person_typed_and_titles_that_are_quoted() {
    for case in all_cases() {
        for kind in DOCUMENTS {
            for text in texts(&case.document(kind.id, Language::English)) {
                // Titles and headings of the Japanese guideline are cited as they are printed.
                let quoted = |line: &&str| {
                    line.contains("別紙")
                        || line.contains("misprints")
                        || catalogue()
                            .requirements()
                            .iter()
                            .any(|one| line.contains(&*one.reference().place()))
                };
                for line in text.lines().filter(|line| !quoted(line)) {
                    assert!(!has_japanese(line), "{}: {line}", kind.id);
                }
            }
        }
    }
    let mut case = Case::rich();
    case.service().sites[0] = row(&[("id", "desk"), ("name", "受付")]);
    assert!(case.text("risks", Language::English).contains("受付"));
}

#[test]
fn no_paper_judges_conformity() {
    let judges = |words: &Words| {
        let en = words.en.to_lowercase();
        ["適合", "準拠", "合格", "遵守されて"]
            .iter()
            .any(|word| words.ja.contains(word))
            || ["conform", "complian", "complies", "passed the"]
                .iter()
                .any(|word| en.contains(word))
    };
    // The one sentence that speaks of it says that nothing is judged; every paper carries it.
    let speaking: Vec<Words> = our_words().into_iter().filter(judges).collect();
    assert_eq!(speaking.len(), 1, "{speaking:?}");
    assert!(speaking[0].ja.contains("適合を判定するものではありません"));
    for kind in DOCUMENTS {
        for language in Language::ALL {
            assert!(
                Case::empty()
                    .text(kind.id, language)
                    .contains(speaking[0].say(language))
            );
        }
    }
}

#[test]
fn the_head_of_a_paper_names_what_it_speaks_for() {
    let document = Case::rich().document("risks", Language::English);
    assert_eq!(document.running.provider, "Example Care {0} <b>");
    assert_eq!(
        (&*document.running.revision, &*document.running.as_of),
        ("0123456789ab", "2026-10-01")
    );
    assert_eq!(
        (&*document.running.confidentiality, &*document.running.service),
        ("Internal", "Cloud Chart")
    );
    let towards = Case {
        institution: true,
        ..Case::rich()
    };
    let named = |case: &Case| {
        case.document("risks", Language::English)
            .facts
            .iter()
            .any(|(_, value)| value == "Blue Clinic")
    };
    assert!(named(&towards) && !named(&Case::rich()));
}

#[test]
fn flows_are_told_as_sentences_in_both_languages() {
    let case = Case::rich();
    let ja = case.text("risks", Language::Japanese);
    assert!(ja.contains("ClerkがFront deskのBilling PCでpatient recordsを閲覧・操作する"));
    assert!(ja.contains("【提案】Data centreのApp serverでpatient recordsが処理される"));
    let en = case.text("risks", Language::English);
    assert!(en.contains("Clerk: view and operate patient records on Billing PC at Front desk"));
    assert!(en.contains("[Proposed] patient records: processed on App server at Data centre"));
    assert!(en.contains("on lost-thing at"), "an unknown id stands as it is");
}

#[test]
fn the_risks_stand_merged_under_flow_class_and_threat() {
    let document = Case::rich().document("risks", Language::English);
    let rows = table_texts(&document, "Application");
    assert_eq!(rows[0], ["Phase: Operation"]);
    let (first, second, third) = (&rows[1], &rows[2], &rows[3]);
    assert_eq!(
        (first.len(), &*first[1], &*first[2]),
        (9, "Patient data", "Improper viewing or operation")
    );
    assert_eq!(
        (&*first[4], &*first[5], &*first[6], &*first[7]),
        ("5", "5", "S\n25", "Yes,\nseveral")
    );
    assert_eq!(first[8], "Likelihood +1: It can be reached from the internet");
    assert!(
        second.len() == 5 && second[0].starts_with("[Proposed] "),
        "{second:?}"
    );
    assert_eq!(third[0], catalogue().threats().get("T6").unwrap().title.en);
    assert!(
        third
            .last()
            .unwrap()
            .contains("Likelihood set to 2 by decision (Never happened)"),
        "{third:?}"
    );
    let other = table_texts(&document, "Other risks");
    assert_eq!(
        (&*other[0][2], &*other[0][3]),
        ("(beyond the list) Strike", "Nobody comes to work")
    );
    assert!(other[0][8].contains("Seen last year"));
}

#[test]
fn what_is_excluded_is_told_with_its_reason_and_nowhere_else() {
    let case = Case::rich();
    let document = case.document("risks", Language::English);
    let rows = table_texts(&document, "Excluded");
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row[3] == "Server is gone" && row[4] == "Ms Final")
    );
    assert!(document.tables().all(|table| table.name != "Platform"));
    let mut counted = Case::rich();
    counted.derived.flows[2].standing = Standing::Proposed;
    let document = counted.document("risks", Language::English);
    assert_eq!(table_texts(&document, "Platform").len(), 2);
}

#[test]
fn the_grid_numbers_each_reason_once() {
    let document = Case::rich().document("risks", Language::English);
    let rows = table_texts(&document, "Flows and threats");
    assert_eq!(rows[1][1..4], ["○", "—1", "?"]);
    assert_eq!(rows[2][1..3], ["—2", "—1"]);
    let reasons = table_texts(&document, "Reasons");
    assert_eq!(reasons.len(), 2);
    assert_eq!(reasons[1], ["2", "Server is gone"]);
}

#[test]
fn a_treatment_shows_measures_by_viewpoint_requests_and_what_remains() {
    let document = Case::rich().document("treatments", Language::English);
    let rows = table_texts(&document, "Treatments");
    assert_eq!(rows.len(), 4);
    assert!(
        rows[0][0].contains("2 risks, at most S (25)")
            && rows[0][0].contains("Places: Billing PC at Front desk")
    );
    assert_eq!(rows[0][1], "Reduce\nRetain");
    assert_eq!(rows[0][3], "• [Planned] Rules [1.1.①-1]");
    assert!(rows[0][4].contains("Please train staff"));
    assert!(rows[0][5].contains("Misuse by users") && rows[0][5].contains("Accepted by: Ms Final"));
    assert_eq!((&*rows[0][6], &*rows[0][7], &*rows[0][8]), ("5", "1", "B\n5"));
    assert!(rows[1][1].contains("Personal log-in [3.1.①-1, "));
    assert!(rows[2][1].contains("Also a poster") && rows[2][1].contains("3.8.④-1"));
    assert!(rows[3][0].contains("matches no risk: no/such"));
}

#[test]
fn a_risk_that_needs_treatment_and_has_none_is_listed_as_open() {
    let mut case = Case::rich();
    let open = |case: &Case| table_texts(&case.document("treatments", Language::English), "Open risks");
    let rows = open(&case);
    assert_eq!(
        rows.len(),
        1,
        "the stated risk of 4 lies within what is accepted, the excluded one does not count"
    );
    assert!(
        rows[0][2].contains("Billing PC at Front desk, App server at Data centre"),
        "{rows:?}"
    );
    case.service().profile = row(&[("acceptance", "3")]);
    assert_eq!(open(&case).len(), 2);
    case.service()
        .treatments
        .push(row(&[("id", "rest"), ("risks", "*")]));
    let document = case.document("treatments", Language::English);
    assert!(document.tables().all(|table| table.name != "Open risks"));
}

#[test]
fn the_control_table_has_every_item_and_tells_where_each_answer_comes_from() {
    let mut case = Case::rich();
    let document = case.document("controls", Language::English);
    let viewpoints = catalogue().viewpoints().iter();
    let count: usize = viewpoints
        .map(|one| {
            table_texts(
                &document,
                &shared::sheet_name(&format!("{} {}", one.id, one.title.en)),
            )
            .len()
        })
        .sum();
    assert_eq!(count, 417);
    let total = table_texts(&document, "Summary").pop().unwrap();
    assert_eq!(total, ["Total", "4", "0", "0", "0", "1", "412", "417"]);
    let text = case.text("controls", Language::English);
    assert!(text.contains("412 items have no answer") && text.contains("Answers for it: Ms Final"));
    assert!(text.contains("(lost in the source)") && text.contains("Inspection record"));
    assert!(!text.contains("not confirmed"));
    case.service().profile = row(&[("standard_answers", "saas-own-data-centre")]);
    let text = case.text("controls", Language::English);
    assert!(text.contains("412 answers are standard answers that nobody has confirmed"));
    assert!(!text.contains("items have no answer"));
}

#[test]
fn a_refuted_condition_and_an_agreement_show_in_the_control_table() {
    let mut case = Case::rich();
    let state = ConditionState {
        id: "wireless_lan".parse().unwrap(),
        holds: Some(false),
        stated: false,
        reason: Said::new("無線の接続がない", "No wireless link"),
        shown_by: Vec::new(),
    };
    assert!(
        !case
            .text("controls", Language::English)
            .contains("No wireless link")
    );
    case.conditions.push(state);
    let text = case.text("controls", Language::English);
    assert!(
        text.contains("No wireless link") && text.contains("Condition does not hold: Wireless LAN is used")
    );
    assert!(text.contains("0 of 1 agreed") && !text.contains("1 of 1 agreed"));
    let agreement = [
        ("id", "a"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
    ];
    case.workspace.institutions[0].1.agreements = vec![row(&agreement)];
    assert!(case.text("controls", Language::English).contains("1 of 1 agreed"));
    case.institution = true;
    assert!(
        case.text("controls", Language::English)
            .contains("To be agreed\nAgreed")
    );
}

#[test]
fn the_check_report_lists_findings_by_gravity_and_section_or_says_that_there_are_none() {
    let document = Case::rich().document("check", Language::English);
    let rows = table_texts(&document, "Errors");
    assert_eq!(
        rows[0],
        [
            "GL 5.1.5 (1)",
            "control-unanswered",
            "three",
            "Service emr › Site desk › Country",
            "mend"
        ]
    );
    assert_eq!(rows[1][0], "GL 6.1");
    assert_eq!(
        rows[2],
        ["two", "Service emr › Site desk › Country"],
        "merged with the row above"
    );
    assert_eq!(table_texts(&document, "Summary")[0][..2], ["Errors", "3"]);
    let mut clean = Case::rich();
    clean.diagnostics.clear();
    let text = clean.text("check", Language::Japanese);
    assert!(text.contains("お知らせすることは見つかりませんでした"));
    assert!(
        clean
            .document("check", Language::Japanese)
            .tables()
            .all(|table| table.name == "言葉")
    );
    assert!(
        !Case::rich()
            .text("check", Language::Japanese)
            .contains("お知らせすることは見つかりませんでした")
    );
}

#[test]
fn the_official_wording_stands_beside_ours_only_when_it_was_laid_over() {
    let cases = all_cases();
    let text = cases[3].text("controls", Language::Japanese);
    assert!(
        text.contains("公表文") && text.contains("own copy") && text.contains("0 件は公表文と一字一句同じ")
    );
    assert!(!cases[1].text("controls", Language::Japanese).contains("公表文"));
}

#[test]
fn a_cell_of_our_kind_holds_the_text_as_typed() {
    let catalogue_text = Bilingual::new("a", "b");
    assert_eq!(catalogue_text.say(Language::English), "b");
    let mut case = Case::rich();
    case.service().answers[0] = row(&[
        ("item", "3.1.①"),
        ("status", "implemented"),
        ("text", "=SUM(A1) {1} <i>&amp;"),
    ]);
    assert!(
        case.text("controls", Language::Japanese)
            .contains("=SUM(A1) {1} <i>&amp;")
    );
}
