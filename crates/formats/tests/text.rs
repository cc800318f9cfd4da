//! The text form: nothing is lost on the way, and every problem stands at its place.

use mamori_domain::raw::{Place, RawWorkspace};
use mamori_domain::{Problem, Scope};
use mamori_formats::normal::same;
use mamori_formats::{generate, text};
use std::collections::BTreeMap;

fn files(list: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<_, _> = list
        .iter()
        .map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec()))
        .collect();
    files
        .entry("mamori.toml".to_owned())
        .or_insert_with(|| b"format = 1\n".to_vec());
    files
}

fn read(list: &[(&str, &str)]) -> RawWorkspace {
    text::read_files(&files(list)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn problems(list: &[(&str, &str)]) -> Vec<Problem> {
    text::read_files(&files(list)).expect_err("there is a fault")
}

fn place(file: &str, line: u32, column: u32) -> Place {
    Place::File {
        file: file.into(),
        line,
        column,
    }
}

#[test]
fn what_is_written_is_read_back_the_same() {
    for seed in 0..300 {
        let raw = if seed % 10 == 0 {
            generate::full(seed)
        } else {
            generate::workspace(seed)
        };
        let files = text::write(&raw);
        let back = text::read_files(&files).unwrap_or_else(|problems| panic!("{seed}: {problems:#?}"));
        assert!(same(&raw, &back), "seed {seed}");
        assert_eq!(
            text::write(&back),
            files,
            "seed {seed}: written again it is the same"
        );
    }
}

#[test]
fn a_lost_character_would_be_seen() {
    let raw = generate::full(3);
    let mut files = text::write(&raw);
    let file = files.get_mut("services/service-1/sites.csv").unwrap();
    let text = String::from_utf8(file.clone()).unwrap();
    *file = text.replacen("site-", "cite-", 1).into_bytes();
    assert!(!same(&raw, &text::read_files(&files).unwrap()));
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let plain = "id,name,within\na,\"受付\n窓口\",\nb,控室,a\n";
    let raw = read(&[("services/ehr/sites.csv", plain)]);
    let other = plain.replace('\n', "\r\n");
    assert_eq!(
        read(&[("services/ehr/sites.csv", &format!("\u{feff}{other}"))]),
        raw
    );
    let toml = "name = \"電子カルテ\"\npurpose = \"\"\"\n診療の\n記録\"\"\"\n";
    let raw = read(&[("services/ehr/service.toml", toml)]);
    assert_eq!(
        read(&[("services/ehr/service.toml", &toml.replace('\n', "\r\n"))]),
        raw
    );
    let row = raw.row(&Scope::Service("ehr".into()), "service", "").unwrap();
    assert_eq!(row.text("purpose"), "診療の\n記録");
}

#[test]
fn every_value_knows_where_it_stands() {
    let csv = "name,id\n\"受\n付\",a\n控室 , b \n";
    let toml = "# まえがき\nname =   \"名\"\nacceptance = 0x0F\ne_documents = true\nstandard_answers = [\n  \"x\",\n]\n";
    let raw = read(&[
        ("services/ehr/sites.csv", csv),
        ("services/ehr/service.toml", toml),
    ]);
    let scope = raw.scope(&Scope::Service("ehr".into())).unwrap();
    let sites = scope.rows("site");
    assert_eq!(sites[0].place, place("services/ehr/sites.csv", 2, 1));
    assert_eq!(*sites[0].place_of("id"), place("services/ehr/sites.csv", 3, 4));
    assert_eq!(*sites[1].place_of("id"), place("services/ehr/sites.csv", 4, 5));
    assert_eq!(sites[1].text("id"), "b");
    assert_eq!(sites[1].text("name"), "控室 ");
    let service = &scope.rows("service")[0];
    assert_eq!(
        *service.place_of("name"),
        place("services/ehr/service.toml", 2, 10)
    );
    assert_eq!(
        *service.place_of("acceptance"),
        place("services/ehr/service.toml", 3, 14)
    );
    assert_eq!(service.text("acceptance"), "15");
    assert_eq!(service.text("e_documents"), "yes");
    assert_eq!(
        *service.place_of("standard_answers"),
        place("services/ehr/service.toml", 5, 20)
    );
}

#[test]
fn every_problem_is_found_at_once_and_at_its_place() {
    let found = problems(&[
        (
            "mamori.toml",
            "format = 1\neditoin = \"2020-08\"\nas_of = 12:00:00\n",
        ),
        ("organisation/officers.csv", "id,role,nmae\na,auditor,x\n"),
        ("services/ehr/sites.csv", "id,name\na,受付\nb\nc,d,e\n"),
        ("services/ehr/people.csv", "id,name\na,\"never closed\n"),
        ("services/ehr/media.csv", "id,,id\nx,y,z\n"),
        (
            "services/ehr/service.toml",
            "acceptance = 1.5\nposition = 3\nname = [\"a\"]\n[extra]\n",
        ),
        (
            "services/ehr/contract-end.toml",
            "procedure = \"a\nproof = \"b\"\n",
        ),
        ("institutions/c/institution.toml", "services = [\"a b\"]\n"),
        ("stray/file.csv", ""),
    ]);
    let at = |file: &str, line, column| {
        let place = place(file, line, column);
        assert!(
            found.iter().any(|problem| problem.place == place),
            "{file}:{line}:{column} of {found:#?}"
        );
    };
    at("mamori.toml", 2, 1);
    at("mamori.toml", 3, 9);
    at("organisation/officers.csv", 1, 9);
    at("services/ehr/sites.csv", 3, 1);
    at("services/ehr/sites.csv", 4, 1);
    at("services/ehr/people.csv", 2, 3);
    at("services/ehr/media.csv", 1, 4);
    at("services/ehr/media.csv", 1, 5);
    at("services/ehr/service.toml", 1, 14);
    at("services/ehr/service.toml", 2, 12);
    at("services/ehr/service.toml", 3, 8);
    at("services/ehr/service.toml", 4, 2);
    at("institutions/c/institution.toml", 1, 12);
    at("stray/file.csv", 0, 0);
    let broken = found.iter().find(|problem| {
        problem
            .place
            .to_string()
            .starts_with("services/ehr/contract-end.toml:1")
    });
    assert!(
        broken.is_some_and(|problem| problem.what.ja.contains("TOML")),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.help.ja.contains("「edition」"))
    );
    assert!(found.iter().any(|problem| problem.help.en.contains("\"name\"")));
    for problem in &found {
        assert!(!problem.what.ja.is_empty() && !problem.help.en.is_empty());
    }
}

#[test]
fn text_that_is_not_utf_8_is_named_with_its_line() {
    let mut input = files(&[]);
    input.insert(
        "services/ehr/sites.csv".into(),
        b"id,name\na,\x8e\xf3\x95t\n".to_vec(),
    );
    let found = text::read_files(&input).unwrap_err();
    assert_eq!(found[0].place, place("services/ehr/sites.csv", 2, 0));
}

#[test]
fn an_empty_service_keeps_its_folder() {
    let raw = read(&[
        ("services/ehr/service.toml", "# 準備中\n"),
        ("institutions/c/institution.toml", ""),
    ]);
    assert!(
        raw.scope(&Scope::Service("ehr".into()))
            .is_some_and(|scope| scope.lists.is_empty())
    );
    let written = text::write(&raw);
    assert!(written.contains_key("services/ehr/service.toml"));
    assert_eq!(text::read_files(&written).unwrap(), raw);
}

#[test]
fn a_folder_without_settings_is_no_workspace() {
    let found = text::read_files(&BTreeMap::new()).unwrap_err();
    assert!(found[0].what.ja.contains("mamori.toml"));
}
