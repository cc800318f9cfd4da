//! What other programs rely on: commands, their output and exit codes.

use crate::running::{arg, copy, example, examples, folder, mamori};
use serde_json::Value;

/// Output as JSON.
pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the output is JSON")
}

#[test]
fn stats_count_the_edition() {
    let ended = mamori(&["catalog", "stats", "--format", "json"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let stats = json(&ended.out);
    let wanted = [
        ("groups", 44),
        ("measures", 86),
        ("items", 417),
        ("duplicates", 4),
        ("mhlw_requirements", 110),
        ("threats", 10),
        ("information_items", 19),
    ];
    for (name, count) in wanted {
        assert_eq!(stats[name], count, "{name}");
    }
    assert_eq!(stats["edition"], "2020-08");
    assert_eq!(
        stats["class"],
        serde_json::json!({ "double_circle": 291, "circle": 20, "lost": 106 })
    );
}

#[test]
fn the_list_has_every_item_with_what_is_known_of_it() {
    let ended = mamori(&["catalog", "list", "--format", "json"]);
    let list = json(&ended.out);
    let items = list.as_array().unwrap();
    assert_eq!(items.len(), 417);
    let item = items.iter().find(|item| item["id"] == "1.1.②-1").unwrap();
    assert_eq!(item["condition"], "mobile_takeout");
    assert_eq!(item["threats"], serde_json::json!(["T3", "T4", "T5"]));
    assert_eq!(
        items
            .iter()
            .filter(|item| item["class_lost"] == true && item["class"].is_null())
            .count(),
        106
    );
    assert_eq!(
        items
            .iter()
            .filter(|item| !item["duplicate_of"].is_null())
            .count(),
        4
    );
}

#[test]
fn the_example_is_clean_and_its_check_names_its_day() {
    let ended = mamori(&["check", arg(&example()), "--format", "json"]);
    let report = json(&ended.out);
    assert_eq!(report["summary"]["error"], 0, "{}", ended.out);
    assert_eq!(ended.code, 0);
    assert_eq!(report["as_of"], "2026-11-01");
    let again = mamori(&["check", arg(&example()), "--format", "json"]);
    assert_eq!(ended.out, again.out);
}

#[test]
fn a_fault_is_found_at_its_place_and_ends_with_1() {
    let dir = folder("fault");
    copy(&example(), &dir);
    let path = dir.join("organisation/certificates.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let head = text.lines().next().unwrap().to_owned();
    std::fs::write(&path, format!("{head}\n")).unwrap();
    let ended = mamori(&["check", arg(&dir), "--format", "json"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    let report = json(&ended.out);
    let found = report["diagnostics"].as_array().unwrap();
    let found = found
        .iter()
        .find(|found| found["code"] == "certificate-missing")
        .unwrap();
    assert_eq!(found["severity"], "error");
    assert_eq!(found["subject"]["kind"], "certificate");
    assert_eq!(found["location"]["file"], "organisation/certificates.csv");
    assert_eq!(found["guideline"], "GL 4.4");
    let sarif = json(&mamori(&["check", arg(&dir), "--format", "sarif"]).out);
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["ruleId"] == "certificate-missing")
    );
}

#[test]
fn unreadable_input_ends_with_2_and_tells_every_problem() {
    let dir = folder("unreadable");
    copy(&example(), &dir);
    std::fs::write(
        dir.join("services/emr/sites.csv"),
        "id,nmae,owner\nreception,受付,provider\n",
    )
    .unwrap();
    std::fs::write(
        dir.join("services/emr/media.csv"),
        "id,name,kind,site\nBackup,控え,tape,shelf\nspare,予備,disc,shelf\n",
    )
    .unwrap();
    let ended = mamori(&["check", arg(&dir)]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("services/emr/sites.csv:1:4"), "{}", ended.err);
    assert!(ended.err.contains("「name」のことですか"), "{}", ended.err);
    assert!(
        ended.err.contains("services/emr/media.csv:2:1") && ended.err.contains("「Backup」"),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("services/emr/media.csv:3:10") && ended.err.contains("「disc」"),
        "{}",
        ended.err
    );
    let english = mamori(&["check", arg(&dir), "--lang", "en"]);
    assert!(english.err.contains("Did you mean \"name\"?"), "{}", english.err);
    assert_eq!(mamori(&["check", "/nowhere/at/all"]).code, 2);
    assert_eq!(mamori(&["no-such-command"]).code, 2);
}

#[test]
fn an_empty_workspace_is_told_what_to_write_first() {
    let dir = folder("empty").join("new");
    let ended = mamori(&["new", arg(&dir), "--template", "empty"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let report = json(&mamori(&["check", arg(&dir), "--format", "json", "--as-of", "2026-11-01"]).out);
    let found: Vec<&str> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["code"].as_str().unwrap())
        .collect();
    assert!(!found.is_empty());
    let at = |code: &str| {
        found
            .iter()
            .position(|other| *other == code)
            .unwrap_or_else(|| panic!("{code}: {found:?}"))
    };
    assert!(at("configuration-empty") < at("control-unanswered"), "{found:?}");
    assert!(
        found.len() < 120,
        "a flood of {} findings is no to-do list",
        found.len()
    );
    let again = mamori(&["new", arg(&dir), "--template", "empty"]);
    assert_eq!(again.code, 2, "a folder that is not empty is left alone");
}

#[test]
fn a_new_workspace_from_the_example_equals_it() {
    let dir = folder("template");
    for example in examples() {
        let name = example.file_name().unwrap().to_str().unwrap();
        let new = dir.join(name);
        assert_eq!(mamori(&["new", arg(&new), "--template", name]).code, 0);
        let ended = mamori(&["diff", arg(&example), arg(&new)]);
        assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    }
    assert_eq!(
        mamori(&["new", arg(&dir.join("x")), "--template", "no-such"]).code,
        2
    );
}

#[test]
fn conversion_loses_nothing_between_the_three_forms() {
    let dir = folder("convert");
    let (json, xlsx, text) = (dir.join("a.json"), dir.join("b.xlsx"), dir.join("c"));
    for (from, to) in [(&example(), &json), (&json, &xlsx), (&xlsx, &text)] {
        let ended = mamori(&["convert", arg(from), arg(to)]);
        assert_eq!(ended.code, 0, "{}", ended.err);
    }
    let ended = mamori(&["diff", arg(&example()), arg(&text)]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""));
    for other in [&json, &xlsx] {
        let report = mamori(&["check", arg(other), "--format", "json"]);
        assert_eq!(report.code, 0, "{}", report.err);
    }
    let capital = dir.join("up.XLSX");
    assert_eq!(mamori(&["convert", arg(&example()), arg(&capital)]).code, 0);
    assert!(capital.is_file(), "an ending in capitals names a file too");
    let slip = dir.join("out.xslx");
    let ended = mamori(&["convert", arg(&example()), arg(&slip)]);
    assert!(ended.code == 2 && ended.err.contains("out.xlsx"), "{}", ended.err);
    assert!(!slip.exists());
    let refused = mamori(&["convert", arg(&example()), arg(&json)]);
    assert_eq!(refused.code, 2, "what is there is not overwritten");
}

#[test]
fn a_difference_is_told_in_a_sentence() {
    let dir = folder("diff");
    copy(&example(), &dir);
    let path = dir.join("organisation/organisation.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replace(
            "handles_medical_information = \"yes\"",
            "handles_medical_information = \"no\"",
        ),
    )
    .unwrap();
    let ended = mamori(&["diff", arg(&example()), arg(&dir)]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.out.contains("医療情報の直接の取扱い") && ended.out.contains("いいえ"),
        "{}",
        ended.out
    );
    assert_eq!(ended.out.lines().count(), 1, "{}", ended.out);
}

#[test]
fn derivation_gives_the_guidelines_own_figures() {
    let ended = mamori(&["derive", arg(&example()), "--format", "json"]);
    let derived = json(&ended.out);
    let risks = derived["risks"].as_array().unwrap();
    let twelve = [
        (
            "operation/app/view/reception/billing-terminal/patient-info",
            ["T1", "T5", "T6", "T7"],
        ),
        (
            "operation/platform/process/consultation/chart-terminal/application-data",
            ["T3", "T5", "T6", "T7"],
        ),
        (
            "operation/infra/transfer/data-centre/dc-lan/application-data",
            ["T2", "T6", "T9", "T10"],
        ),
    ];
    for (flow, threats) in twelve {
        for threat in threats {
            let found: Vec<&Value> = risks
                .iter()
                .filter(|risk| risk["flow"] == flow && risk["threat"] == threat)
                .collect();
            assert!(!found.is_empty(), "{flow} {threat}");
            for risk in found {
                let figures = (
                    &risk["impact"]["value"],
                    &risk["likelihood"]["value"],
                    &risk["level"],
                    &risk["rank"],
                );
                assert_eq!(
                    figures,
                    (&5.into(), &3.into(), &15.into(), &"A".into()),
                    "{flow} {threat}"
                );
                assert_eq!(risk["treatment"], "required");
            }
        }
    }
    assert!(derived["grid"].as_array().unwrap().len() == 10 * derived["flows"].as_array().unwrap().len());
    let most = risks
        .iter()
        .map(|risk| risk["items"].as_array().unwrap().len())
        .max();
    assert!(most <= Some(15), "{most:?} items at one risk");
}

#[test]
fn rules_are_explained_and_a_mistyped_code_is_suggested() {
    let ended = mamori(&["explain", "certificate-missing"]);
    assert!(ended.code == 0 && ended.out.contains("GL 4.4"));
    let ended = mamori(&["explain", "first_response"]);
    assert!(
        ended.code == 0 && ended.out.contains("別紙1-II 4.1"),
        "{}",
        ended.out
    );
    let ended = mamori(&["explain", "monthly-report", "--lang", "en"]);
    assert!(
        ended.code == 0 && ended.out.contains("report_day"),
        "{}",
        ended.out
    );
    let ended = mamori(&["explain", "monthly-raport"]);
    assert!(
        ended.code == 2 && ended.err.contains("monthly-report"),
        "{}",
        ended.err
    );
    let ended = mamori(&["explain", "certificate-mising"]);
    assert!(
        ended.code == 2 && ended.err.contains("certificate-missing"),
        "{}",
        ended.err
    );
}

#[test]
fn the_schema_is_a_json_schema() {
    let schema = json(&mamori(&["schema"]).out);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn an_id_is_renamed_with_its_references_and_never_used_again() {
    let dir = folder("rename");
    copy(&example(), &dir);
    let ended = mamori(&[
        "rename",
        arg(&dir),
        "equipment",
        "billing-terminal",
        "front-desk-terminal",
    ]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let checked = mamori(&["check", arg(&dir), "--format", "json"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
    let back = mamori(&[
        "rename",
        arg(&dir),
        "equipment",
        "front-desk-terminal",
        "billing-terminal",
    ]);
    assert_eq!(back.code, 2, "a retired id may not return");
}

#[test]
fn a_newer_layout_is_refused_for_being_newer() {
    let dir = folder("newer");
    copy(&example(), &dir.join("w"));
    let settings = std::fs::read_to_string(dir.join("w/mamori.toml")).unwrap();
    std::fs::write(
        dir.join("w/mamori.toml"),
        settings.replace("format = 1", "format = 2"),
    )
    .unwrap();
    std::fs::write(dir.join("w/services/emr/novelties.csv"), "id\nx\n").unwrap();
    let ended = mamori(&["check", arg(&dir.join("w")), "--lang", "en"]);
    assert!(ended.code == 2 && ended.err.contains("newer"), "{}", ended.err);
    assert!(!ended.err.contains("novelties"), "{}", ended.err);
    let json = dir.join("newer.json");
    std::fs::write(&json, "{\"format\":2,\"novelties\":[1.5]}").unwrap();
    let ended = mamori(&["check", arg(&json), "--lang", "en"]);
    assert!(ended.code == 2 && ended.err.contains("newer"), "{}", ended.err);
}
