//! Renaming follows an id everywhere, and refuses what would change the meaning.

use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Scope, build};
use mamori_formats::normal::same;
use mamori_formats::rename::rename;
use mamori_formats::{generate, text};
use std::collections::BTreeMap;

fn workspace(list: &[(&str, &str)]) -> RawWorkspace {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("mamori.toml".into(), b"retired = [\"site/gone\"]\n".to_vec());
    files.extend(
        list.iter()
            .map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec())),
    );
    text::read_files(&files).unwrap()
}

fn service() -> RawWorkspace {
    workspace(&[
        (
            "services/ehr/sites.csv",
            "id,name,within\nward,病棟,\nroom,病室,ward\n",
        ),
        (
            "services/ehr/equipment.csv",
            "id,name,kind,site,handles\npc,端末,terminal,ward,chart\n",
        ),
        ("services/ehr/information.csv", "id,name\nchart,診療録\n"),
        (
            "services/ehr/people.csv",
            "id,name,side,uses\ndoctor,医師,institution,pc\n",
        ),
        (
            "services/ehr/decisions.csv",
            "pattern,decision\noperation/app/view/ward/pc/chart,accept\noperation/app/view/ward/*,accept\n*,accept\n\
             operation/app/*,accept\noperation/*/view/*/pc/chart/T1/*,exclude\n",
        ),
        (
            "services/ehr/treatments.csv",
            "id,risks\na,operation/app/view/ward/pc/chart/T1/x operation/app/view/room/pc/ward/*\n",
        ),
        (
            "services/ehr/risks.csv",
            "id,flow,scenario,impact,likelihood\nr1,operation/app/view/*,x,1,1\n",
        ),
        ("services/emr/sites.csv", "id,name\nward,別の病棟\nhall,広間\n"),
        (
            "services/emr/decisions.csv",
            "pattern,decision\noperation/app/view/ward/*,accept\n",
        ),
        (
            "institutions/c/institution.toml",
            "services = [\"ehr\", \"emr\"]\n",
        ),
        (
            "institutions/c/events.csv",
            "id,date,kind,service,text\ne1,2026-04-01,report,ehr,x\n",
        ),
    ])
}

fn ehr() -> Scope {
    Scope::Service("ehr".into())
}

fn written(raw: &RawWorkspace, path: &str) -> String {
    String::from_utf8(text::write(raw)[path].clone()).unwrap()
}

#[test]
fn references_and_patterns_follow_a_site_within_its_service() {
    let raw = rename(&service(), "site", "ward", "floor-1", Some(&ehr())).unwrap();
    build::read(&raw).expect("no reference is left behind");
    assert!(written(&raw, "services/ehr/sites.csv").contains("room,病室,floor-1"));
    assert!(written(&raw, "services/ehr/equipment.csv").contains("terminal,floor-1,chart"));
    let decisions = written(&raw, "services/ehr/decisions.csv");
    assert!(decisions.contains("operation/app/view/floor-1/pc/chart,"));
    assert!(decisions.contains("operation/app/view/floor-1/*,"));
    assert!(decisions.contains("\noperation/app/*,") && decisions.contains("\n*,"));
    let treatments = written(&raw, "services/ehr/treatments.csv");
    assert!(
        treatments.contains("operation/app/view/floor-1/pc/chart/T1/x operation/app/view/room/pc/ward/*")
    );
    assert_eq!(
        written(&raw, "services/emr/sites.csv"),
        written(&service(), "services/emr/sites.csv")
    );
    assert!(written(&raw, "services/emr/decisions.csv").contains("view/ward/*"));
    assert!(
        !written(&raw, "mamori.toml").contains("site/ward"),
        "another service still uses the id"
    );
}

#[test]
fn things_and_information_stand_at_their_own_places_of_a_pattern() {
    let raw = rename(&service(), "equipment", "pc", "chart-2", None).unwrap();
    assert!(written(&raw, "services/ehr/decisions.csv").contains("operation/*/view/*/chart-2/chart/T1/*"));
    assert!(written(&raw, "services/ehr/people.csv").contains("chart-2"));
    assert!(written(&raw, "mamori.toml").contains("\"equipment/pc\""));
    let raw = rename(&service(), "information", "chart", "karte", None).unwrap();
    assert!(written(&raw, "services/ehr/decisions.csv").contains("operation/app/view/ward/pc/karte"));
}

#[test]
fn a_service_takes_its_folder_and_all_references_along() {
    let raw = rename(&service(), "service", "ehr", "karte", None).unwrap();
    build::read(&raw).expect("no reference is left behind");
    let files = text::write(&raw);
    assert!(files.contains_key("services/karte/sites.csv") && !files.contains_key("services/ehr/sites.csv"));
    assert!(written(&raw, "institutions/c/institution.toml").contains("\"karte\""));
    assert!(written(&raw, "institutions/c/events.csv").contains("karte"));
    assert!(written(&raw, "mamori.toml").contains("\"service/ehr\""));
}

#[test]
fn what_cannot_be_renamed_is_refused_with_its_reason() {
    let refused = |kind: &str, old: &str, new: &str, scope: Option<&Scope>| {
        rename(&service(), kind, old, new, scope).expect_err("this has to be refused")
    };
    let home = ehr();
    let here = Some(&home);
    assert!(refused("site", "ward", "a", None).what.ja.contains("いくつか"));
    assert!(refused("site", "wrd", "a", here).help.en.contains("\"ward\""));
    assert!(refused("sites", "ward", "a", here).help.en.contains("\"site\""));
    assert!(refused("answer", "1.1.①-1", "a", here).what.ja.contains("種類"));
    assert!(
        refused("site", "ward", "Room", here)
            .what
            .en
            .contains("not an id")
    );
    assert!(refused("site", "ward", "room", here).what.ja.contains("使われて"));
    assert!(refused("site", "ward", "pc", here).what.ja.contains("機器"));
    assert!(
        refused("site", "ward", "gone", here)
            .what
            .ja
            .contains("使い終えた")
    );
    assert!(
        refused("service", "ehr", "emr", None)
            .what
            .ja
            .contains("使われて")
    );
    rename(&service(), "site", "ward", "hall", here).expect("another service's id is free here");
}

#[test]
fn a_pattern_by_its_beginning_must_go_on_covering_the_same() {
    let with = |pattern: &str| {
        workspace(&[
            ("services/ehr/sites.csv", "id,name\nward-1,一\nward-2,二\n"),
            (
                "services/ehr/decisions.csv",
                &format!("pattern,decision\n{pattern},accept\n"),
            ),
        ])
    };
    let to = |pattern: &str, new: &str| {
        rename(&with(pattern), "site", "ward-1", new, None).map_err(|problem| problem.what.ja)
    };
    assert!(to("operation/app/view/ward*", "ward-9").is_ok());
    assert!(
        to("operation/app/view/ward*", "hall")
            .unwrap_err()
            .contains("ward*")
    );
    assert!(
        to("operation/app/view/ha*", "hall").is_err(),
        "it would come to cover the renamed site"
    );
    assert!(to("operation/app/view/hall/*", "hall").is_err());
    assert!(to("operation/app/vi*", "hall").is_ok());
}

#[test]
fn every_id_of_a_full_workspace_can_be_renamed_and_stays_valid() {
    let raw = generate::full(21);
    let mut renamed = 0;
    for scope in &raw.scopes {
        for list in &scope.lists {
            let own = list.kind.has_own_ids();
            if !own || list.kind.key_of(&list.rows[0]).is_empty() {
                continue;
            }
            let old = list.kind.key_of(&list.rows[0]).into_owned();
            let changed = rename(&raw, list.kind.name, &old, "brand-new", Some(&scope.scope))
                .unwrap_or_else(|problem| panic!("{} {old}: {problem:?}", list.kind.name));
            build::read(&changed).unwrap_or_else(|problems| panic!("{} {old}: {problems:?}", list.kind.name));
            assert!(changed.row(&scope.scope, list.kind.name, "brand-new").is_some());
            assert!(!same(&raw, &changed));
            renamed += 1;
        }
    }
    assert!(renamed > 40, "{renamed}");
}

#[test]
fn a_renamed_service_takes_its_place_among_the_others() {
    let raw = rename(&service(), "service", "ehr", "zzz", None).unwrap();
    let scopes: Vec<&Scope> = raw.scopes.iter().map(|scope| &scope.scope).collect();
    assert!(scopes.is_sorted(), "{scopes:?}");
}

#[test]
fn a_record_takes_its_steps_along_and_no_other_s() {
    let raw = workspace(&[
        ("services/ehr/sites.csv", "id,name\nward,病棟\n"),
        (
            "institutions/c/maintenance.csv",
            "id,service,matter,title\nx,ehr,firmware,更新\n",
        ),
        (
            "institutions/c/information-requests.csv",
            "id,service,asked,what\nx,ehr,2026-04-01,方式\n",
        ),
        (
            "institutions/c/steps.csv",
            "id,kind,record,step,at,by\ns,maintenance,x,performed,2026-04-01,provider\n\
             t,information-request,x,settled,2026-04-01,provider\n",
        ),
    ]);
    let renamed = rename(&raw, "maintenance", "x", "y", None).unwrap();
    let clinic = renamed.scope(&Scope::Institution("c".into())).unwrap();
    let records: Vec<&str> = clinic.rows("step").iter().map(|row| row.text("record")).collect();
    assert_eq!(records, ["y", "x"]);
}
