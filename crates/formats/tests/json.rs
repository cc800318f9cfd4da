//! JSON: nothing is lost, one text for the same values, and every fault has its pointer.

use mamori_domain::raw::{Place, RawCell, RawWorkspace};
use mamori_domain::{Id, Problem, Scope};
use mamori_formats::normal::same;
use mamori_formats::{generate, json, text};

fn problems(input: &str) -> Vec<Problem> {
    json::read(input.as_bytes()).expect_err("there is a fault")
}

fn set(raw: &mut RawWorkspace, scope: &Scope, kind: &str, field: &str, value: &str) {
    let scope = raw.scopes.iter_mut().find(|raw| raw.scope == *scope).unwrap();
    let row = &mut scope
        .lists
        .iter_mut()
        .find(|list| list.kind.name == kind)
        .unwrap()
        .rows[0];
    row.cells.retain(|cell| &*cell.name != field);
    row.cells.push(RawCell {
        name: field.into(),
        text: value.into(),
        place: Place::Made,
    });
}

#[test]
fn what_is_written_is_read_back_the_same() {
    for seed in 1000..1300 {
        let raw = if seed % 10 == 0 {
            generate::full(seed)
        } else {
            generate::workspace(seed)
        };
        let written = json::write(&raw);
        let back = json::read(written.as_bytes()).unwrap_or_else(|problems| panic!("{seed}: {problems:#?}"));
        assert!(same(&raw, &back), "seed {seed}");
        assert_eq!(
            json::write(&back),
            written,
            "seed {seed}: written again it is the same"
        );
        let other: serde_json::Value = serde_json::from_str(&written).expect("another reader reads it");
        assert_eq!(other["format"].as_i64().unwrap_or(1), 1);
    }
}

#[test]
fn text_and_json_say_the_same() {
    for seed in 0..40 {
        let raw = generate::workspace(seed);
        let from_text = text::read_files(&text::write(&raw)).unwrap();
        assert_eq!(json::write(&from_text), json::write(&raw), "seed {seed}");
    }
}

#[test]
fn the_shape_is_the_one_described() {
    let input = r#"{"services":{"ehr":{"site":[{"name":"病棟","id":"ward"}],"service":{"acceptance":9,
        "standard_answers":["a","b"]}}},"format":1}"#;
    let raw = json::read(input.as_bytes()).unwrap();
    let service = Scope::Service("ehr".into());
    let row = raw.row(&service, "site", "ward").unwrap();
    assert_eq!(
        *row.place_of("name"),
        Place::Pointer("/services/ehr/site/0/name".into())
    );
    assert_eq!(
        raw.row(&service, "service", "").unwrap().text("standard_answers"),
        "a b"
    );
    assert_eq!(
        json::write(&raw),
        r#"{"format":1,"institutions":{},"organisation":{},"services":{"ehr":{"service":{"acceptance":9,"standard_answers":["a","b"]},"site":[{"id":"ward","name":"病棟"}]}},"settings":{}}"#
    );
}

#[test]
fn every_fault_is_found_at_once_with_its_pointer() {
    let found = problems(
        r#"{"format":"1","setings":{},"settings":{"edition":null,"edition":"x","retired":["a b",3]},
        "organisation":{"oficer":[],"officer":{},"organisation":{"name":true}},
        "services":{"EHR":{},"e/h~r":{},"ehr":{"service":{"acceptance":1.0,"name":3,"standard_answers":"a","nmae":"x"},
        "site":[{"id":"a"},[],{"id":99999999999999999999}]}}}"#,
    );
    let pointers: Vec<String> = found.iter().map(|problem| problem.place.to_string()).collect();
    for pointer in [
        "/format",
        "/setings",
        "/settings/edition",
        "/settings/retired/0",
        "/settings/retired/1",
        "/organisation/oficer",
        "/organisation/officer",
        "/organisation/organisation/name",
        "/services/EHR",
        "/services/e~1h~0r",
        "/services/ehr/service/acceptance",
        "/services/ehr/service/name",
        "/services/ehr/service/standard_answers",
        "/services/ehr/service/nmae",
        "/services/ehr/site/1",
        "/services/ehr/site/2/id",
    ] {
        assert!(
            pointers.iter().any(|found| found == pointer),
            "{pointer} of {pointers:?}"
        );
    }
    assert_eq!(
        pointers
            .iter()
            .filter(|found| *found == "/settings/edition")
            .count(),
        2,
        "null, and twice"
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.help.en.contains("\"officer\""))
    );
}

#[test]
fn deep_large_and_broken_input_is_refused_calmly() {
    let deep = "[".repeat(17) + &"]".repeat(17);
    assert!(
        problems(&format!("{{\"settings\":{deep}}}"))[0]
            .what
            .en
            .contains("deeper")
    );
    assert!(problems(&"[".repeat(100_000))[0].what.ja.contains("JSON"));
    assert!(problems("{\"format\":1}x")[0].what.ja.contains("JSON"));
    assert!(
        problems("{\"settings\":{\"edition\":\"\\ud800\"}}")[0]
            .what
            .en
            .contains("JSON")
    );
    let many = format!("[{}1]", "1,".repeat(json::MOST_VALUES));
    assert!(problems(&many)[0].what.en.contains("values"));
    assert!(json::read(b"{\"settings\":{\"edition\":\"\xff\"}}").is_err());
    assert!(
        json::read(&vec![b' '; json::MOST_BYTES + 1]).unwrap_err()[0]
            .what
            .en
            .contains("large")
    );
}

#[test]
fn the_digest_covers_organisation_and_service_and_nothing_else() {
    let raw = generate::full(11);
    let id = Id::parse("service-1").unwrap();
    let digest = |raw: &RawWorkspace| json::canonical_hash(raw, Some(&id));
    let service = Scope::Service("service-1".into());
    let before = digest(&raw);
    assert_eq!(before.len(), 64);
    let changed = |scope: &Scope, kind: &str, field: &str, value: &str| {
        let mut raw = raw.clone();
        set(&mut raw, scope, kind, field, value);
        digest(&raw) != before
    };
    assert!(changed(&service, "service", "name", "別の名前"));
    assert!(changed(&Scope::Organisation, "organisation", "name", "別の名前"));
    assert!(!changed(&service, "service", "agreed_revision", &"0".repeat(64)));
    assert!(!changed(
        &Scope::Service("service-2".into()),
        "service",
        "name",
        "別の名前"
    ));
    assert!(!changed(
        &Scope::Institution("clinic-1".into()),
        "institution",
        "name",
        "別の名前"
    ));
    assert!(!changed(
        &Scope::Workspace,
        "settings",
        "confidentiality",
        "社外秘"
    ));
    assert_ne!(json::canonical_hash(&raw, None), before);
    let reordered = text::read_files(&text::write(&raw)).unwrap();
    assert_eq!(digest(&reordered), before, "however it was read");
}
