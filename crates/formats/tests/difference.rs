//! Differences: they lead there and back, and they are told in plain words.

use mamori_domain::raw::{Place, RawCell, RawWorkspace};
use mamori_domain::{Language, Scope};
use mamori_formats::difference::{Change, apply, diff, invert, is_material, sentences};
use mamori_formats::generate::{self, Random};
use mamori_formats::normal::{normal_form, same};
use mamori_formats::rename::rename;
use mamori_formats::text;
use std::collections::BTreeMap;

/// A workspace a few random edits away.
fn edited(raw: &RawWorkspace, seed: u64) -> RawWorkspace {
    let mut random = Random::new(seed);
    let donor = generate::workspace(seed ^ 0xABCD);
    let mut raw = raw.clone();
    for _ in 0..1 + random.below(6) {
        let at = random.below(raw.scopes.len());
        let scope = &mut raw.scopes[at];
        if scope.lists.is_empty() {
            continue;
        }
        let list_at = random.below(scope.lists.len());
        let list = &mut scope.lists[list_at];
        let row = random.below(list.rows.len());
        match random.below(6) {
            0 => drop(list.rows.remove(row)),
            1 => list.rows.rotate_left(row),
            2 => list.rows.reverse(),
            3 => list.rows.push(list.rows[row].clone()),
            4 => {
                let cells = &mut list.rows[row].cells;
                if !cells.is_empty() {
                    let cell = random.below(cells.len());
                    cells[cell].text.push_str("-x");
                }
            }
            _ => {
                if let Some(other) = donor.scopes.get(random.below(4)) {
                    raw.scopes.retain(|scope| scope.scope != other.scope);
                    raw.scopes.push(other.clone());
                }
            }
        }
        for scope in &mut raw.scopes {
            scope.lists.retain(|list| !list.rows.is_empty());
        }
    }
    raw
}

#[test]
fn a_difference_leads_there_and_its_inverse_back() {
    let mut kinds_of_change = [0; 6];
    for seed in 0..400 {
        let a = generate::workspace(seed);
        let b = if seed % 3 == 0 {
            generate::workspace(seed + 1)
        } else {
            edited(&a, seed)
        };
        let changes = diff(&a, &b);
        for change in &changes {
            kinds_of_change[match change {
                Change::ScopeAdded(_) => 0,
                Change::ScopeRemoved(_) => 1,
                Change::RowAdded(_) => 2,
                Change::RowRemoved(_) => 3,
                Change::RowMoved { .. } => 4,
                Change::FieldChanged { .. } => 5,
            }] += 1;
        }
        assert_eq!(
            apply(&a, &changes).unwrap(),
            normal_form(&b),
            "seed {seed}: there"
        );
        assert_eq!(
            apply(&b, &invert(&changes)).unwrap(),
            normal_form(&a),
            "seed {seed}: back"
        );
        assert_eq!(changes.is_empty(), same(&a, &b), "seed {seed}");
        for language in Language::ALL {
            for sentence in sentences(&changes, &a, &b, language) {
                assert!(!sentence.text.is_empty());
            }
        }
    }
    assert!(
        kinds_of_change.iter().all(|count| *count > 10),
        "{kinds_of_change:?}"
    );
}

#[test]
fn a_difference_made_for_another_state_is_refused() {
    let (a, b) = (generate::workspace(1), generate::workspace(2));
    let changes = diff(&a, &b);
    assert!(apply(&b, &changes).is_err());
    assert!(apply(&RawWorkspace::default(), &changes).is_err());
}

fn workspace(list: &[(&str, &str)]) -> RawWorkspace {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("mamori.toml".into(), b"format = 1\n".to_vec());
    files.extend(
        list.iter()
            .map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec())),
    );
    text::read_files(&files).unwrap()
}

fn told(before: &[(&str, &str)], after: &[(&str, &str)], language: Language) -> Vec<(String, bool)> {
    let (a, b) = (workspace(before), workspace(after));
    sentences(&diff(&a, &b), &a, &b, language)
        .into_iter()
        .map(|said| (said.text, said.material))
        .collect()
}

const BEFORE: &[(&str, &str)] = &[
    ("services/ehr/service.toml", "name = \"電子カルテ\"\n"),
    ("services/ehr/sites.csv", "id,name\nward,病棟\ndesk,受付\n"),
    (
        "services/ehr/equipment.csv",
        "id,name,kind,site,administrator_authentication,handles\nt1,医事端末,terminal,ward,password,p\n",
    ),
    (
        "services/ehr/information.csv",
        "id,name\np,患者情報\nq,保険情報\n",
    ),
    ("services/ehr/answers.csv", "item,status\n1.1.①-1,planned\n"),
];

fn after(path: &str, content: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = BEFORE
        .iter()
        .copied()
        .filter(|(known, _)| *known != path)
        .collect();
    let known = BEFORE.iter().find(|(known, _)| *known == path).unwrap().0;
    files.push((known, content));
    files
}

#[test]
fn changes_are_told_in_the_words_of_the_descriptions() {
    let equipment = "services/ehr/equipment.csv";
    let cases: [(&str, &'static str, &str, &str, bool); 7] = [
        (
            equipment,
            "id,name,kind,site,administrator_authentication,handles\nt1,医事端末,terminal,ward,multi_factor,p\n",
            "機器「医事端末」の「管理者認証」を「ID・パスワード」から「多要素」に変えた",
            "Changed \"Administrator authentication\" of equipment \"医事端末\" from \"ID and password\" to \"Multi-factor\"",
            true,
        ),
        (
            equipment,
            "id,name,kind,site,administrator_authentication,handles\nt1,医事端末,terminal,desk,password,p\n",
            "機器「医事端末」の「場所」を「病棟」から「受付」に変えた",
            "Changed \"Site\" of equipment \"医事端末\" from \"病棟\" to \"受付\"",
            true,
        ),
        (
            equipment,
            "id,name,kind,site,administrator_authentication,handles\nt1,医事端末,terminal,ward,password,p q\n",
            "機器「医事端末」の「扱う情報」に「保険情報」を加えた",
            "Added \"保険情報\" to \"Handles\" of equipment \"医事端末\"",
            true,
        ),
        (
            equipment,
            "id,name,kind,site,handles\nt1,医事端末,terminal,ward,p\n",
            "機器「医事端末」の「管理者認証」（「ID・パスワード」）を消した",
            "Cleared \"Administrator authentication\" of equipment \"医事端末\" (it was \"ID and password\")",
            true,
        ),
        (
            "services/ehr/sites.csv",
            "id,name\ndesk,受付\nward,病棟\n",
            "場所「病棟」の順番を1番目から2番目に変えた",
            "Moved site \"病棟\" from place 1 to place 2",
            false,
        ),
        (
            "services/ehr/service.toml",
            "name = \"新カルテ\"\n",
            "サービス「電子カルテ」の「名称」を「電子カルテ」から「新カルテ」に変えた",
            "Changed \"Name\" of service \"電子カルテ\" from \"電子カルテ\" to \"新カルテ\"",
            false,
        ),
        (
            "services/ehr/answers.csv",
            "item,status\n1.1.①-1,implemented\n",
            "対策の回答「1.1.①-1」の「状態」を「予定」から「実施」に変えた",
            "Changed \"Status\" of answer \"1.1.①-1\" from \"Planned\" to \"Implemented\"",
            true,
        ),
    ];
    for (path, content, ja, en, material) in cases {
        let after = after(path, content);
        assert_eq!(
            told(BEFORE, &after, Language::Japanese),
            vec![(ja.to_owned(), material)]
        );
        assert_eq!(
            told(BEFORE, &after, Language::English),
            vec![(en.to_owned(), material)]
        );
    }
}

#[test]
fn whole_services_rows_and_long_text_are_told_too() {
    let mut more = BEFORE.to_vec();
    more.push(("institutions/c/institution.toml", "name = \"緑医院\"\n"));
    assert_eq!(
        told(BEFORE, &more, Language::Japanese),
        vec![("医療機関等「緑医院」を加えた".into(), true)]
    );
    assert_eq!(
        told(&more, BEFORE, Language::English),
        vec![("Removed institution \"緑医院\"".into(), true)]
    );
    let fewer: Vec<_> = BEFORE
        .iter()
        .copied()
        .filter(|(path, _)| !path.ends_with("answers.csv"))
        .collect();
    assert_eq!(
        told(BEFORE, &fewer, Language::Japanese),
        vec![("対策の回答「1.1.①-1」を除いた".into(), true)]
    );
    let with = |content| after("services/ehr/answers.csv", content);
    assert_eq!(
        told(
            BEFORE,
            &with("item,status,text\n1.1.①-1,planned,\"一行\n二行\"\n"),
            Language::Japanese
        ),
        vec![("対策の回答「1.1.①-1」の「実施内容」を書いた".into(), true)]
    );
}

#[test]
fn the_name_of_a_person_responsible_is_a_fact_and_that_of_a_site_is_not() {
    let named = |path: &str, header: &str, name: &str| {
        let content = format!("{header}\na,auditor,{name}\n");
        workspace(&[(
            path,
            content
                .replace("auditor,", if path.contains("sites") { "" } else { "auditor," })
                .as_str(),
        )])
    };
    let officer = |name: &str| named("organisation/officers.csv", "id,role,name", name);
    let site = |name: &str| named("services/ehr/sites.csv", "id,name", name);
    assert!(diff(&officer("甲"), &officer("乙")).iter().all(is_material));
    assert!(!diff(&site("甲"), &site("乙")).iter().any(is_material));
}

#[test]
fn user_text_in_a_sentence_stays_as_it_is() {
    let mut b = workspace(BEFORE);
    let scope = b
        .scopes
        .iter_mut()
        .find(|scope| scope.scope == Scope::Service("ehr".into()))
        .unwrap();
    let row = &mut scope.lists[0].rows[0];
    row.cells = vec![RawCell {
        name: "name".into(),
        text: "<b>=1+1</b>".into(),
        place: Place::Made,
    }];
    let a = workspace(BEFORE);
    let told = sentences(&diff(&a, &b), &a, &b, Language::Japanese);
    assert!(told[0].text.contains("「<b>=1+1</b>」"));
}

#[test]
fn a_renamed_thing_is_told_once_with_all_that_follows_it() {
    let before = workspace(BEFORE);
    let after = rename(&before, "site", "ward", "floor-1", None).unwrap();
    let said = |after: &RawWorkspace, language| -> Vec<String> {
        let changes = diff(&before, after);
        let told = sentences(&changes, &before, after, language).into_iter();
        told.map(|said| said.text).collect()
    };
    let ja = said(&after, Language::Japanese);
    assert_eq!(ja.len(), 1, "{ja:?}");
    assert!(
        ja[0].contains("「病棟」のIDを「ward」から「floor-1」に改めた"),
        "{ja:?}"
    );
    let en = said(&after, Language::English);
    assert!(en[0].starts_with("Renamed the id of"), "{en:?}");
    let whole = rename(&before, "service", "ehr", "karte", None).unwrap();
    let ja = said(&whole, Language::Japanese);
    assert!(ja.len() == 1 && ja[0].contains("「ehr」から「karte」"), "{ja:?}");

    let mut other = after.clone();
    for list in other.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        for row in list.rows.iter_mut().filter(|row| row.text("id") == "floor-1") {
            for cell in row.cells.iter_mut().filter(|cell| &*cell.name == "name") {
                cell.text = "別の場所".into();
            }
        }
    }
    let ja = said(&other, Language::Japanese);
    assert!(
        ja.iter().any(|text| text.contains("除いた")),
        "another content is another thing: {ja:?}"
    );
}
