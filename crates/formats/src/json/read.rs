//! Reads a workspace from JSON and notes every value that does not fit, with its pointer.

use super::node::{MOST_BYTES, Node, parse};
use crate::layout::Layout;
use crate::normal::value_text;
use crate::upgrade::{HISTORY, Past, Stated, layout_of, upgrade};
use mamori_domain::build::{nearest, unknown_name};
use mamori_domain::description::{FieldDescription, KindDescription, Shape, ValueType};
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Problem, Said, Scope, is_id};

/// Reads a workspace from JSON. One of an older format is brought to the newest.
///
/// # Errors
/// A syntax error, or every unknown and repeated key, every null, truth value and fraction, and
/// every value of another sort than its field takes; a newer format alone.
pub fn read(bytes: &[u8]) -> Result<RawWorkspace, Vec<Problem>> {
    read_along(bytes, HISTORY)
}

/// As [`read`], with other formats of the past.
///
/// # Errors
/// As [`read`].
pub fn read_along(bytes: &[u8], history: &[Past]) -> Result<RawWorkspace, Vec<Problem>> {
    match read_what_can_be(bytes, history) {
        (raw, problems) if problems.is_empty() => Ok(raw),
        (_, problems) => Err(problems),
    }
}

/// Reads what can be read beside every problem, so that problems of values can be told at once with
/// those of the file.
pub(crate) fn read_what_can_be(bytes: &[u8], history: &[Past]) -> (RawWorkspace, Vec<Problem>) {
    match parsed(bytes, history) {
        Ok((raw, problems)) => (raw, problems),
        Err(problems) => (RawWorkspace::default(), problems),
    }
}

/// What the file holds and its problems; those alone where it is no workspace of ours at all.
fn parsed(bytes: &[u8], history: &[Past]) -> Result<(RawWorkspace, Vec<Problem>), Vec<Problem>> {
    let whole = |ja: &str, en: &str| {
        let help = Said::new(
            "Mamoriが書き出したJSONか確かめてください",
            "Check that it is JSON as Mamori writes it",
        );
        vec![Problem::new(
            &Place::Pointer(String::new()),
            Said::new(ja, en),
            help,
        )]
    };
    if bytes.len() > MOST_BYTES {
        return Err(whole(
            "JSONが大きすぎます（上限は64MBです）",
            "The JSON is too large (at most 64 MB)",
        ));
    }
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) else {
        return Err(whole("文字コードがUTF-8ではありません", "The text is not UTF-8"));
    };
    let node = parse(text).map_err(|error| {
        whole(
            &format!("JSONとして読めません（{error}）"),
            &format!("This is not JSON: {error}"),
        )
    })?;
    let layout = layout_of(stated_format(&node), history).map_err(|newer| vec![newer])?;
    let mut reader = Reader {
        layout,
        problems: Vec::new(),
    };
    let mut scopes = reader.workspace(node);
    scopes.sort_by(|a, b| a.scope.cmp(&b.scope));
    Ok((upgrade(RawWorkspace { scopes }, layout, history), reader.problems))
}

/// The format that stands at the top, whatever else there is.
fn stated_format(node: &Node) -> Stated {
    let Node::Object(members) = node else {
        return None;
    };
    match members.iter().find(|(key, _)| key == "format")? {
        (_, Node::Whole(number)) => Some((*number, Place::Pointer("/format".to_owned()))),
        _ => None,
    }
}

struct Reader {
    layout: Layout,
    problems: Vec<Problem>,
}

/// A pointer to a member of what another pointer points to (RFC 6901).
fn below(pointer: &str, member: &str) -> String {
    format!("{pointer}/{}", member.replace('~', "~0").replace('/', "~1"))
}

const PARTS: [&str; 5] = ["format", "settings", "organisation", "services", "institutions"];

impl Reader {
    fn note(&mut self, pointer: &str, what: Said, help: Said) {
        self.problems
            .push(Problem::new(&Place::Pointer(pointer.to_owned()), what, help));
    }

    /// The members of an object, each key once.
    fn members(&mut self, pointer: &str, node: Node) -> Vec<(String, Node)> {
        let Node::Object(members) = node else {
            self.wrong_sort(pointer, &node, "{ } の形", "an object { }");
            return Vec::new();
        };
        let mut seen = std::collections::BTreeSet::new();
        for (key, _) in &members {
            if !seen.insert(key.as_str()) {
                self.note(
                    &below(pointer, key),
                    Said::new(
                        format!("「{key}」が二度あります"),
                        format!("\"{key}\" stands twice"),
                    ),
                    Said::new("どちらかを消してください", "Remove one of them"),
                );
            }
        }
        members
    }

    fn wrong_sort(&mut self, pointer: &str, found: &Node, wanted_ja: &str, wanted_en: &str) {
        let (ja, en) = match found {
            Node::Object(_) => ("{ }", "an object"),
            Node::Array(_) => ("[ ]", "an array"),
            Node::Text(_) => ("文字列", "a string"),
            Node::Whole(_) => ("数", "a number"),
            Node::Fraction => ("小数または大きすぎる数", "a fraction or too large a number"),
            Node::Truth => ("真偽値（true・false）", "true or false"),
            Node::Null => ("null", "null"),
        };
        self.note(
            pointer,
            Said::new(format!("ここに{ja}は書けません"), format!("This cannot be {en}")),
            Said::new(
                format!("{wanted_ja}で書いてください。値がないときは、キーごと省きます"),
                format!("Write {wanted_en}; leave the key out when there is no value"),
            ),
        );
    }

    fn unknown(&mut self, pointer: &str, key: &str, known: &[&str]) {
        let help = match nearest(key, known.iter().copied()) {
            Some(near) => Said::new(
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            None => Said::new(
                format!("使えるキー：{}", known.join("、")),
                format!("Keys that may stand here: {}", known.join(", ")),
            ),
        };
        let what = Said::new(
            format!("知らないキー「{key}」があります"),
            format!("The key \"{key}\" is not known here"),
        );
        self.note(pointer, what, help);
    }

    fn workspace(&mut self, node: Node) -> Vec<RawScope> {
        let settings_kind = self.layout.workspace[0];
        let mut settings = RawRow {
            place: Place::Pointer("/settings".to_owned()),
            cells: Vec::new(),
        };
        let mut scopes = Vec::new();
        let mut organisation = RawScope {
            scope: Scope::Organisation,
            lists: Vec::new(),
        };
        for (key, node) in self.members("", node) {
            let pointer = below("", &key);
            match key.as_str() {
                "format" => {
                    let Some(field) = settings_kind.field("format") else {
                        continue;
                    };
                    settings.cells.extend(self.cell(&pointer, field, node));
                }
                "settings" => {
                    let row = self.row(&pointer, settings_kind, node);
                    let (format, others): (Vec<_>, _) =
                        row.cells.into_iter().partition(|cell| &*cell.name == "format");
                    if !format.is_empty() {
                        self.unknown(&below(&pointer, "format"), "format", &["/format"]);
                    }
                    settings.cells.extend(others);
                }
                "organisation" => organisation = self.scope(&pointer, Scope::Organisation, node),
                "services" => scopes.extend(self.scopes(&pointer, node, |id| Scope::Service(id.into()))),
                "institutions" => {
                    scopes.extend(self.scopes(&pointer, node, |id| Scope::Institution(id.into())))
                }
                _ => self.unknown(&pointer, &key, &PARTS),
            }
        }
        let lists = match settings.cells.is_empty() {
            true => Vec::new(),
            false => vec![RawList {
                kind: settings_kind,
                rows: vec![settings],
            }],
        };
        scopes.push(RawScope {
            scope: Scope::Workspace,
            lists,
        });
        scopes.push(organisation);
        scopes
    }

    fn scopes(&mut self, pointer: &str, node: Node, make: fn(&str) -> Scope) -> Vec<RawScope> {
        let mut scopes = Vec::new();
        for (id, node) in self.members(pointer, node) {
            let pointer = below(pointer, &id);
            match is_id(&id) {
                true => scopes.push(self.scope(&pointer, make(&id), node)),
                false => self.note(
                    &pointer,
                    Said::new(
                        format!("「{id}」はIDの形ではありません"),
                        format!("\"{id}\" is not an id"),
                    ),
                    Said::new(
                        "半角の英小文字・数字・ハイフンで48字までにしてください",
                        "Use lower-case letters, digits and hyphens, at most 48",
                    ),
                ),
            }
        }
        scopes
    }

    fn scope(&mut self, pointer: &str, scope: Scope, node: Node) -> RawScope {
        let kinds = self.layout.kinds(scope.level());
        let mut lists = Vec::new();
        for (key, node) in self.members(pointer, node) {
            let pointer = below(pointer, &key);
            let Some(kind) = kinds.iter().find(|kind| kind.name == key) else {
                let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
                self.unknown(&pointer, &key, &names);
                continue;
            };
            let rows = match (kind.shape, node) {
                (Shape::Single, node) => {
                    let row = self.row(&pointer, kind, node);
                    if row.cells.is_empty() {
                        Vec::new()
                    } else {
                        vec![row]
                    }
                }
                (Shape::List, Node::Array(items)) => {
                    let rows = items.into_iter().enumerate();
                    rows.map(|(at, item)| self.row(&format!("{pointer}/{at}"), kind, item))
                        .collect()
                }
                (Shape::List, other) => {
                    self.wrong_sort(&pointer, &other, "[ ] の形", "an array [ ]");
                    Vec::new()
                }
            };
            if !rows.is_empty() {
                lists.push(RawList { kind, rows });
            }
        }
        lists.sort_by_key(|list| kinds.iter().position(|kind| kind.name == list.kind.name));
        RawScope { scope, lists }
    }

    fn row(&mut self, pointer: &str, kind: &'static KindDescription, node: Node) -> RawRow {
        let mut cells = Vec::new();
        for (key, node) in self.members(pointer, node) {
            let pointer = below(pointer, &key);
            match kind.field(&key) {
                Some(field) => cells.extend(self.cell(&pointer, field, node)),
                None => self
                    .problems
                    .push(unknown_name(kind, &key, &Place::Pointer(pointer))),
            }
        }
        RawRow {
            place: Place::Pointer(pointer.to_owned()),
            cells,
        }
    }

    fn cell(&mut self, pointer: &str, field: &'static FieldDescription, node: Node) -> Option<RawCell> {
        let text = match (&field.value, node) {
            (ValueType::Integer { .. }, Node::Whole(number)) => number.to_string(),
            (ValueType::Integer { .. }, other) => {
                self.wrong_sort(
                    pointer,
                    &other,
                    "整数（引用符なし）",
                    "a whole number without quotes",
                );
                return None;
            }
            (ValueType::Several(_), Node::Array(items)) => self.words(pointer, items),
            (ValueType::Several(_), other) => {
                self.wrong_sort(pointer, &other, "文字列の並び [\"…\"] ", "an array of strings");
                return None;
            }
            (_, Node::Text(text)) => value_text(field, &text),
            (_, other) => {
                self.wrong_sort(pointer, &other, "文字列", "a string");
                return None;
            }
        };
        let place = Place::Pointer(pointer.to_owned());
        (!text.is_empty()).then(|| RawCell {
            name: field.name.into(),
            text,
            place,
        })
    }

    fn words(&mut self, pointer: &str, items: Vec<Node>) -> String {
        let mut words = Vec::new();
        for (at, item) in items.into_iter().enumerate() {
            let pointer = format!("{pointer}/{at}");
            match item {
                Node::Text(word) if !word.is_empty() && !word.contains(char::is_whitespace) => {
                    words.push(word)
                }
                Node::Text(word) => self.note(
                    &pointer,
                    Said::new(
                        format!("並べる値「{word}」が空か、空白を含んでいます"),
                        format!("The listed value \"{word}\" is empty or has spaces in it"),
                    ),
                    Said::new(
                        "値を一つずつ分けて書いてください",
                        "Write each value as a string of its own",
                    ),
                ),
                other => self.wrong_sort(&pointer, &other, "文字列", "a string"),
            }
        }
        words.join(" ")
    }
}
