//! Changes to the catalogue, for the rules that guard derivation and data: no change to a workspace
//! alone makes them speak.

use super::edit::{Edit, Step};
use crate::running::root;
use mamori_catalogue::Catalogue;
use mamori_domain::raw::RawWorkspace;

/// The changed editions, each with the change to the example that goes with it.
pub fn mutations(raw: &RawWorkspace) -> Vec<(Edit, Catalogue)> {
    let edit = |name: &str, steps: Vec<Step>| Edit {
        name: format!("edition {name}"),
        steps,
    };
    let eleventh = "T11,屋上からの落下物,Things falling from the roof,物が落ちること。,Something falls.\n";
    vec![
        (
            edit("with an eleventh threat that no table speaks of", Vec::new()),
            edition(&|file, text| match file {
                "threats.csv" => text + eleventh,
                _ => text,
            }),
        ),
        (
            edit("whose last reason against a threat is gone", Vec::new()),
            edition(&|file, text| match file {
                "grid-reasons.csv" => without_last_line(&text),
                _ => text,
            }),
        ),
        (
            edit(
                "that asks nothing of the institution, and nor does anybody",
                nobody_asks(raw),
            ),
            edition(&|file, text| match file {
                "items.csv" => without_institution(&text),
                _ => text,
            }),
        ),
    ]
}

/// The shipped edition with its files changed.
fn edition(change: &dyn Fn(&str, String) -> String) -> Catalogue {
    let data = root().join("data");
    let read = |name: &str| {
        let own = data.join("catalogue/2020-08").join(name);
        // What all editions share lies beside them.
        let text = std::fs::read_to_string(own).or_else(|_| std::fs::read_to_string(data.join(name)));
        Some(change(name, text.ok()?))
    };
    Catalogue::from_files(&read).unwrap_or_else(|problems| {
        panic!("{}", problems.say(mamori_domain::Language::English));
    })
}

fn without_last_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[..lines.len() - 1].join("\n") + "\n"
}

/// The items without what they ask of the institution: the last two columns.
fn without_institution(text: &str) -> String {
    let mut lines = text.lines();
    let heading = lines.next().expect("there is a heading");
    assert!(heading.ends_with(",institution_ja,institution_en"), "{heading}");
    let mut changed = format!("{heading}\n");
    for line in lines {
        let mut quoted = false;
        let mut commas = Vec::new();
        for (at, letter) in line.char_indices() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => commas.push(at),
                _ => {}
            }
        }
        changed.push_str(&line[..commas[commas.len() - 2]]);
        changed.push_str(",,\n");
    }
    changed
}

/// No request and no note of a treatment asks anything of the institution.
fn nobody_asks(raw: &RawWorkspace) -> Vec<Step> {
    let scope = "services/emr";
    let treatments = raw
        .scopes
        .iter()
        .filter(|part| part.scope.to_string() == scope)
        .flat_map(|part| part.rows("treatment"));
    let unasked = treatments.map(|row| Step::Put {
        scope: scope.to_owned(),
        kind: "treatment",
        key: row.text("id").to_owned(),
        field: "request_note",
        value: String::new(),
    });
    let requests = Step::Clear {
        scope: scope.to_owned(),
        kind: "request",
    };
    [requests].into_iter().chain(unasked).collect()
}
