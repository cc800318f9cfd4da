//! Faults planted in the clause library.

use crate::edition_files::EditionFiles;
use mamori_catalogue::{Circumstance, ClauseDocument, ModelFact, ProblemKind};

const WHOLE: &str = r#"
[[part]]
id = "general"
title_ja = "総則"
title_en = "General"
[[clause]]
id = "one"
part = "general"
condition = "has-media"
unless = "wireless_lan"
text_ja = "甲は{provider}とする。"
text_en = "It is {provider}."
[[clause]]
id = "other-edition"
edition = ["1999-01"]
part = "nowhere"
text_ja = "乙"
text_en = "B"
"#;

fn files(text: &str) -> EditionFiles {
    let mut files = EditionFiles::august_2020();
    files.0.insert("clauses/regulation.toml".into(), text.into());
    files
}

/// What a change of the whole file is told as.
fn one(from: &str, to: &str) -> ProblemKind {
    assert!(WHOLE.contains(from), "{from}");
    let found = files(&WHOLE.replacen(from, to, 1)).load().expect_err("a fault").0;
    let [problem] = &*found else { panic!("{found:?}") };
    assert_eq!(problem.file, "clauses/regulation.toml");
    assert!(problem.line.is_some());
    problem.kind.clone()
}

fn dangling(field: &str, id: &str) -> ProblemKind {
    ProblemKind::Dangling {
        field: field.into(),
        id: id.into(),
    }
}

#[test]
fn a_whole_file_is_read_without_the_clauses_of_other_editions() {
    let catalogue = files(WHOLE).load().unwrap();
    let library = catalogue.clauses();
    let ids: Vec<&str> = library.texts.iter().map(|text| text.id.as_str()).collect();
    assert_eq!(ids, ["one"]);
    let text = library
        .of_part(ClauseDocument::Regulation, "general")
        .next()
        .unwrap();
    assert_eq!(text.condition, Some(Circumstance::Fact(ModelFact::Media)));
    assert!(matches!(&text.unless, Some(Circumstance::Condition(id)) if id.as_str() == "wireless_lan"));
    assert_eq!(library.parts_of(ClauseDocument::Regulation).count(), 1);
    assert_eq!(library.parts_of(ClauseDocument::Sla).count(), 0);
}

#[test]
fn every_fault_is_told() {
    assert_eq!(
        one("part = \"general\"", "part = \"generic\""),
        dangling("part", "generic")
    );
    assert_eq!(
        one("\"has-media\"", "\"has-medium\""),
        dangling("condition", "has-medium")
    );
    assert_eq!(
        one("\"wireless_lan\"", "\"wireless\""),
        dangling("unless", "wireless")
    );
    assert_eq!(
        one("text_en = \"It is {provider}.\"", "text_en = \"\""),
        ProblemKind::MissingLanguage {
            field: "text_en".into()
        }
    );
    assert_eq!(
        one("It is {provider}", "It is {service}"),
        ProblemKind::SlotsDiffer {
            slots: "provider service".into()
        }
    );
    assert_eq!(
        one("It is {provider}", "It is {the provider}"),
        ProblemKind::BadSlot {
            field: "text_en".into(),
            text: "{the provider}".into()
        }
    );
    assert_eq!(
        one("unless", "unles"),
        ProblemKind::UnknownField {
            field: "unles".into()
        }
    );
    let second = "[[clause]]\nid = \"one\"\npart = \"policy\"\ntext_ja = \"甲\"\ntext_en = \"A\"\n";
    let found = {
        let mut files = files(WHOLE);
        files
            .0
            .insert("clauses/sla.toml".into(), second.replace("policy", "purpose"));
        files.load().expect_err("used twice").0
    };
    assert_eq!(found[0].kind, ProblemKind::DuplicateId { id: "one".into() });
}
