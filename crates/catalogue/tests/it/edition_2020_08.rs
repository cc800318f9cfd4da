//! The edition of August 2020: its counts and its completeness.

use crate::edition_files::EditionFiles;
use mamori_catalogue::{
    Bilingual, Catalogue, EMBEDDED_EDITIONS, ItemClass, PaperKind, ProblemKind, TreatmentNeed, stats,
};
use mamori_words::Language;
use std::collections::BTreeSet;

fn catalogue() -> Catalogue {
    Catalogue::embedded("2020-08").unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn loads_with_its_known_counts() {
    let stats = stats(&catalogue());
    assert_eq!(
        (stats.viewpoints, stats.groups, stats.measures, stats.items),
        (3, 44, 86, 417)
    );
    assert_eq!(
        (stats.class_double_circle, stats.class_circle, stats.class_lost),
        (291, 20, 106)
    );
    assert_eq!(
        (stats.requirements, stats.threats, stats.duplicates),
        (110, 10, 4)
    );
    assert_eq!(
        (stats.conditions, stats.official_hashes, stats.links),
        (22, 417, 234)
    );
    assert_eq!(
        (stats.information_items, stats.regulation_parts, stats.chapter_six),
        (19, 10, 5)
    );
    assert_eq!(stats.disclosure_items, 19);
    assert!(stats.institution_items >= 90, "{}", stats.institution_items);
    assert!(stats.sla_clauses > 0 && stats.terms > 0 && stats.guideline_clauses > 0);
}

#[test]
fn every_embedded_edition_loads_and_no_other() {
    for edition in EMBEDDED_EDITIONS {
        let catalogue = Catalogue::embedded(edition).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(catalogue.edition().name.edition, edition);
    }
    let problems = Catalogue::embedded("1999-01").expect_err("no such edition");
    assert_eq!(
        problems.0[0].kind,
        ProblemKind::UnknownEdition {
            edition: "1999-01".to_owned()
        }
    );
    assert!(problems.say(Language::Japanese).contains("1999-01"));
}

#[test]
fn the_embedded_files_are_those_of_the_folder() {
    let folder = EditionFiles::august_2020();
    let names: Vec<&str> = folder.0.keys().map(String::as_str).collect();
    assert!(names.contains(&"items.csv") && names.contains(&"sla.toml"));
    let catalogue = catalogue();
    let from_folder = folder.load().unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(catalogue.items(), from_folder.items());
    assert_eq!(catalogue.sla(), from_folder.sla());
}

#[test]
fn every_item_can_be_placed_read_and_found() {
    let catalogue = catalogue();
    for item in catalogue.items() {
        assert!(
            !item.applies_to.is_empty() && !item.phases.is_empty() && !item.threats.is_empty(),
            "{}",
            item.id
        );
        assert!(
            catalogue.items_of(&item.measure).any(|other| other.id == item.id),
            "{}",
            item.id
        );
        // Where something is agreed or handed over there are two sides, and the other side has a part too.
        if item.duties.agree || item.duties.submit {
            assert!(item.institution.is_some(), "{}", item.id);
        }
    }
    let through_measures: usize = catalogue
        .measures()
        .iter()
        .map(|measure| catalogue.items_of(&measure.id).count())
        .sum();
    assert_eq!(through_measures, 417);
    let through_groups: usize = catalogue
        .groups()
        .iter()
        .map(|group| catalogue.measures_of(&group.id).count())
        .sum();
    assert_eq!(through_groups, 86);
}

/// All texts of ours, with what they belong to.
fn texts(catalogue: &Catalogue) -> Vec<(String, &Bilingual)> {
    let mut all = Vec::new();
    for group in catalogue.groups() {
        all.push((group.id.to_string(), &group.title));
    }
    for measure in catalogue.measures() {
        all.push((measure.id.to_string(), &measure.title));
        all.push((measure.id.to_string(), &measure.scenario));
    }
    for item in catalogue.items() {
        all.push((item.id.to_string(), &item.duty));
        all.extend(item.institution.iter().map(|text| (item.id.to_string(), text)));
    }
    for threat in catalogue.threats() {
        all.push((threat.id.to_string(), &threat.explanation));
    }
    for condition in catalogue.conditions() {
        all.push((condition.id.to_string(), &condition.title));
        all.push((condition.id.to_string(), &condition.explanation));
    }
    all
}

fn is_japanese(c: char) -> bool {
    ('\u{3040}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn both_languages_stand_in_their_place() {
    let catalogue = catalogue();
    for (id, text) in texts(&catalogue) {
        assert!(text.ja.chars().any(is_japanese), "{id}: {}", text.ja);
        let stray = text.en.chars().filter(|c| is_japanese(*c)).count();
        // One English statement quotes the misprinted word of the source.
        assert!(stray == 0 || id == "3.22.①-9", "{id}: {}", text.en);
        assert_eq!(
            (text.ja.trim(), text.en.trim()),
            (text.ja.as_str(), text.en.as_str()),
            "{id}"
        );
    }
}

#[test]
fn statements_are_short_enough_for_a_table() {
    let catalogue = catalogue();
    for item in catalogue.items() {
        assert!(item.duty.ja.chars().count() <= 90, "{}", item.id);
        assert!(
            item.institution
                .as_ref()
                .is_none_or(|text| text.ja.chars().count() <= 70),
            "{}",
            item.id
        );
    }
}

#[test]
fn papers_are_told_apart() {
    let catalogue = catalogue();
    let asking = |kind: PaperKind| {
        catalogue
            .items()
            .iter()
            .filter(|item| item.paper.is_some_and(|paper| paper.kind == kind))
            .count()
    };
    let papers: usize = PaperKind::ALL.into_iter().map(asking).sum();
    let flagged = catalogue
        .items()
        .iter()
        .filter(|item| item.duties.regulation)
        .count();
    assert_eq!(papers, flagged);
    // The wide flag is refined: less than half of it is the regulation by name.
    assert!(asking(PaperKind::Regulation) * 2 < flagged);
    let kind_of = |id: &str| {
        catalogue
            .items()
            .get(id)
            .and_then(|item| item.paper)
            .map(|paper| paper.kind)
    };
    assert_eq!(kind_of("1.3.①-2"), Some(PaperKind::Employment));
    assert_eq!(kind_of("1.10.②-1"), Some(PaperKind::ContinuityPlan));
    assert_eq!(kind_of("1.1.①-1"), Some(PaperKind::AccessRules));
}

#[test]
fn lost_classes_stay_lost() {
    let catalogue = catalogue();
    let hinted = catalogue.items().iter().filter(|item| item.class_hint.is_some());
    for item in hinted.clone() {
        assert_eq!(item.class, ItemClass::Lost, "{}", item.id);
    }
    assert_eq!(hinted.count(), 12);
}

#[test]
fn levels_follow_table_5_2() {
    let catalogue = catalogue();
    let level = |product| catalogue.level_of(product).map(|level| level.id.as_str());
    assert_eq!(
        [1, 2, 4, 5, 9, 10, 16, 20, 25].map(level).map(Option::unwrap),
        ["D", "C", "C", "B", "B", "A", "A", "S", "S"]
    );
    assert_eq!((level(0), level(26)), (None, None));
    let need = |id: &str| catalogue.levels().get(id).map(|level| level.treatment);
    assert_eq!(need("S"), Some(TreatmentNeed::Several));
    assert_eq!(need("D"), Some(TreatmentNeed::NotNeeded));
    let values = |steps: &[mamori_catalogue::Step]| steps.iter().map(|step| step.value).collect::<Vec<_>>();
    assert_eq!(values(catalogue.impact()), [1, 2, 3, 4, 5]);
    assert_eq!(values(catalogue.likelihood()), [1, 2, 3, 4, 5]);
}

#[test]
fn references_are_distinct_and_cited_in_both_languages() {
    let catalogue = catalogue();
    let references: BTreeSet<_> = catalogue
        .requirements()
        .iter()
        .map(|one| one.reference())
        .collect();
    assert_eq!(references.len(), 110);
    let first = catalogue.requirements().get("m1").expect("m1").reference();
    assert_eq!(
        catalogue.cite(&first, Language::Japanese),
        "厚労省ガイドライン第5版 6.3 C 3"
    );
    assert_eq!(
        catalogue.cite(&first, Language::English),
        "MHLW guideline, 5th edition 6.3 C 3"
    );
    let item = catalogue
        .reference_of(&"1.1.①-1".parse().expect("an id"))
        .expect("an item");
    assert_eq!(
        catalogue.cite(&item, Language::Japanese),
        "提供事業者ガイドライン 令和2年8月 別紙2 1.1 ①-1"
    );
}

#[test]
fn requirements_and_items_lead_to_each_other() {
    let catalogue = catalogue();
    for requirement in catalogue.requirements() {
        let items = catalogue.items_answering(&requirement.id);
        assert!(!items.is_empty(), "{}", requirement.id);
        for item in items {
            let back = catalogue.requirements_of(item);
            assert!(
                back.iter().any(|(one, _)| one.id == requirement.id),
                "{} {}",
                item.id,
                requirement.id
            );
        }
    }
}
