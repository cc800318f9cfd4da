//! References between things: every id that is pointed to must exist where the reference looks.

use crate::build::nearest;
use crate::description::{FieldDescription, Level, Shape, ValueType};
use crate::raw::{RawCell, RawRow, RawWorkspace};
use crate::workspace::{Scope, scopes_of};
use crate::{Problem, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of things of one kind.
type Ids<'a> = BTreeSet<&'a str>;

/// The ids a reference may mean. A reference means a thing of its own scope, of the organisation, or
/// — from an institution, or to a service or institution itself — one of any service or institution.
/// Each of these sets is made once, so that looking one up costs the same in a large workspace.
#[derive(Default)]
struct Targets<'a> {
    own: BTreeMap<(&'static str, &'a Scope), Ids<'a>>,
    organisation: BTreeMap<&'static str, Ids<'a>>,
    of_any_service: BTreeMap<&'static str, Ids<'a>>,
    anywhere: BTreeMap<&'static str, Ids<'a>>,
}

impl<'a> Targets<'a> {
    fn of(raw: &'a RawWorkspace) -> Self {
        let mut targets = Targets::default();
        for scope in &raw.scopes {
            for kind in scopes_of(scope.scope.level()) {
                let ids: Vec<&str> = match kind.shape {
                    Shape::Single => vec![scope.scope.id()],
                    Shape::List => {
                        let rows = scope.rows(kind.name).iter();
                        rows.map(|row| row.text(kind.key[0]).trim()).collect()
                    }
                };
                let general = match (kind.name, scope.scope.level()) {
                    ("service" | "institution", _) => Some(&mut targets.anywhere),
                    (_, Level::Organisation) => Some(&mut targets.organisation),
                    (_, Level::Service) => Some(&mut targets.of_any_service),
                    _ => None,
                };
                if let Some(general) = general {
                    general.entry(kind.name).or_default().extend(&ids);
                }
                targets
                    .own
                    .entry((kind.name, &scope.scope))
                    .or_default()
                    .extend(&ids);
            }
        }
        targets
    }

    fn holds(&self, kind: &'static str, from: &'a Scope, id: &str) -> bool {
        self.visible(kind, from).any(|ids| ids.contains(id))
    }

    fn visible(&self, kind: &'static str, from: &'a Scope) -> impl Iterator<Item = &Ids<'a>> {
        let services = (from.level() == Level::Institution).then_some(&self.of_any_service);
        let general = [Some(&self.organisation), Some(&self.anywhere), services];
        let general = general.into_iter().flatten().filter_map(move |ids| ids.get(kind));
        self.own.get(&(kind, from)).into_iter().chain(general)
    }
}

/// Notes every reference to a thing that does not exist.
pub(crate) fn check_references(raw: &RawWorkspace, problems: &mut Vec<Problem>) {
    let targets = Targets::of(raw);
    for scope in &raw.scopes {
        for list in &scope.lists {
            for (at, field) in list.kind.fields.iter().enumerate() {
                if let ValueType::Key(kind) = field.value {
                    let own = targets.own.get(&(kind, &scope.scope));
                    check_keys(field, kind, own, &list.rows, problems);
                    continue;
                }
                let Some(kind) = field.value.referenced_kind() else {
                    continue;
                };
                if at == 0 && kind == list.kind.name {
                    continue;
                }
                for row in &list.rows {
                    let Some(cell) = row.cell(field.name) else {
                        continue;
                    };
                    for id in cell.text.split_ascii_whitespace() {
                        if crate::is_id(id) && !targets.holds(kind, &scope.scope, id) {
                            problems.push(dangling(&targets, field, kind, &scope.scope, id, cell));
                        }
                    }
                }
            }
        }
    }
}

/// Notes every text that is no key of the list it points into, which is one of the same scope.
fn check_keys(
    field: &FieldDescription,
    kind: &'static str,
    keys: Option<&Ids<'_>>,
    rows: &[RawRow],
    problems: &mut Vec<Problem>,
) {
    for cell in rows.iter().filter_map(|row| row.cell(field.name)) {
        let key = cell.text.trim();
        if key.is_empty() || keys.is_some_and(|keys| keys.contains(key)) {
            continue;
        }
        let label = label_of(kind).unwrap_or(field.label);
        let near = keys.and_then(|keys| nearest(key, keys.iter().copied()));
        let help = match (keys, near) {
            (_, Some(near)) => Said::new(
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            (Some(_), None) => Said::new(
                format!("{}に「{key}」を加えるか、この値を空にしてください", label.ja),
                format!("Add \"{key}\" to {} or leave this empty", label.en.to_lowercase()),
            ),
            (None, None) => Said::new(
                format!(
                    "{}は医療機関等の取り決めにあります。ここでは空にしてください",
                    label.ja
                ),
                format!("Each {} is an institution's; leave this empty here", label.en),
            ),
        };
        let said = Said::new(
            format!("「{}」の指す{}「{key}」がありません", field.label.ja, label.ja),
            format!(
                "{} points to {} \"{key}\", which does not exist",
                field.label.en,
                label.en.to_lowercase()
            ),
        );
        problems.push(Problem::new(&cell.place, said, help));
    }
}

/// What a kind is called.
fn label_of(kind: &str) -> Option<Words> {
    [Level::Organisation, Level::Service, Level::Institution]
        .into_iter()
        .flat_map(scopes_of)
        .find(|description| description.name == kind)
        .map(|description| description.label)
}

fn dangling<'a>(
    targets: &Targets<'a>,
    field: &FieldDescription,
    kind: &'static str,
    from: &'a Scope,
    id: &str,
    cell: &RawCell,
) -> Problem {
    let near = nearest(id, targets.visible(kind, from).flatten().copied());
    let label = label_of(kind).unwrap_or(field.label);
    Problem::new(
        &cell.place,
        Said::new(
            format!("「{}」の指す{}「{id}」がありません", field.label.ja, label.ja),
            format!(
                "{} points to {} \"{id}\", which does not exist",
                field.label.en,
                label.en.to_lowercase()
            ),
        ),
        match near {
            Some(near) => Said::new(
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            None => Said::new(
                format!("{}に「{id}」を加えるか、この値を直してください", label.ja),
                format!("Add \"{id}\" to {} or mend this value", label.en.to_lowercase()),
            ),
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::build;
    use crate::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
    use crate::{Scope, scopes_of};

    fn row(line: u32, cells: &[(&str, &str)]) -> RawRow {
        let place = Place::File {
            file: "x".into(),
            line,
            column: 1,
        };
        let cell = |(name, text): &(&str, &str)| RawCell {
            name: (*name).into(),
            text: (*text).to_owned(),
            place: place.clone(),
        };
        RawRow {
            cells: cells.iter().map(cell).collect(),
            place: place.clone(),
        }
    }

    fn scope(scope: Scope, lists: Vec<(&str, Vec<RawRow>)>) -> RawScope {
        let kinds = scopes_of(scope.level());
        let list = |(name, rows): (&str, Vec<RawRow>)| RawList {
            kind: kinds.iter().find(|kind| kind.name == name).expect("it is a kind"),
            rows,
        };
        RawScope {
            lists: lists.into_iter().map(list).collect(),
            scope,
        }
    }

    fn problems(scopes: Vec<RawScope>) -> Vec<String> {
        let found = build::read(&RawWorkspace { scopes }).err().unwrap_or_default();
        found.into_iter().map(|problem| problem.what.en).collect()
    }

    #[test]
    fn a_key_that_stands_three_times_is_told_twice_with_its_first_place() {
        let site = |line| row(line, &[("id", "ward"), ("name", "病棟")]);
        let sites = vec![site(2), site(3), site(4)];
        let found = problems(vec![scope(Scope::Service("ehr".into()), vec![("site", sites)])]);
        assert_eq!(found.len(), 2);
        assert!(
            found.iter().all(|what| what.contains("first at x:2:1")),
            "{found:?}"
        );
    }

    #[test]
    fn a_reference_looks_at_home_in_the_organisation_and_from_an_institution_into_services() {
        let organisation = || {
            let officer = row(1, &[("id", "chief"), ("role", "auditor"), ("name", "監査")]);
            scope(Scope::Organisation, vec![("officer", vec![officer])])
        };
        let service = |id: &str, within: &str| {
            let sites = vec![
                row(1, &[("id", id), ("name", "一")]),
                row(2, &[("id", "inner"), ("name", "二"), ("within", within)]),
            ];
            scope(Scope::Service(id.into()), vec![("site", sites)])
        };
        let scopes = |within: &str| vec![organisation(), service("ehr", "ehr"), service("emr", within)];
        assert_eq!(problems(scopes("emr")), Vec::<String>::new());
        let elsewhere = problems(scopes("ehr"));
        assert_eq!(
            elsewhere.len(),
            1,
            "a site of another service is none of this one: {elsewhere:?}"
        );
    }

    #[test]
    fn hours_of_one_day_twice_and_an_unknown_version_are_told() {
        let hours =
            |cells: &[(&str, &str)]| row(2, &[&[("day", "monday"), ("hours", "none")], cells].concat());
        let clinic = |rows| {
            let version = row(1, &[("version", "1.0 の版")]);
            let lists = vec![("sla-version", vec![version]), ("sla-hours", rows)];
            problems(vec![scope(Scope::Institution("aoba".into()), lists)])
        };
        let old = hours(&[("version", " 1.0 の版")]);
        assert_eq!(clinic(vec![hours(&[]), old.clone()]), Vec::<String>::new());
        let found = clinic(vec![hours(&[]), hours(&[]), old.clone(), old.clone()]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("SLA hours of a day \"monday\" stands twice"),
            "{found:?}"
        );
        let found = clinic(vec![hours(&[("version", "1.1")])]);
        assert_eq!(
            found,
            ["Version points to earlier sla version \"1.1\", which does not exist"]
        );
        let service = scope(Scope::Service("emr".into()), vec![("sla-hours", vec![old])]);
        let found = build::read(&RawWorkspace {
            scopes: vec![service],
        })
        .unwrap_err();
        assert!(found[0].help.en.contains("leave this empty here"), "{found:?}");
    }

    /// When every reference walked all scopes, this many institutions took some twenty seconds.
    #[test]
    fn many_institutions_are_judged_without_walking_all_of_them_for_each_reference() {
        let mut scopes = vec![
            scope(Scope::Organisation, vec![]),
            scope(Scope::Service("ehr".into()), vec![]),
        ];
        for number in 0..20_000 {
            let profile = row(1, &[("name", "院"), ("services", "ehr")]);
            let id = format!("clinic-{number}");
            scopes.push(scope(
                Scope::Institution(id.as_str().into()),
                vec![("institution", vec![profile])],
            ));
        }
        let begin = std::time::Instant::now();
        assert_eq!(problems(scopes), Vec::<String>::new());
        assert!(begin.elapsed().as_secs() < 5, "{:?}", begin.elapsed());
    }
}
