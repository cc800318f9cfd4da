//! An example whose every text field holds what a hostile person would type, each with a mark of its
//! own, so that prints tell which fields they show.

use crate::rows;
use anyhow::{Context, Result, anyhow, ensure};
use mamori_domain::Language;
use mamori_domain::build;
use mamori_domain::description::{FieldDescription, KindDescription, Level, ValueType};
use mamori_domain::raw::{Place, RawCell, RawRow, RawScope, RawWorkspace};
use mamori_domain::scopes_of;
use mamori_formats::workspace_file;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Text fields that nothing is planted into, and why.
pub const EXCUSED: [(&str, &str, &str); 1] = [(
    "settings",
    "edition",
    "it names an edition of the catalogue, and the program refuses to work with one it does not have",
)];

/// Text fields by which a row finds another one. In the rows of the example they stay, for what finds
/// nothing is printed nowhere; a further row has them planted.
const POINTING: [(&str, &str); 1] = [("step", "record")];

/// Text fields that are printed instead of another one. One example leaves them empty, so that the
/// other one is printed.
pub const HIDING: [(&str, &str, &str); 1] = [(
    "sla-terms",
    "provider_signatory",
    "the representative signs when it is empty",
)];

/// An example with planted texts.
pub struct Planted {
    /// Where it lies.
    pub path: PathBuf,
    /// The fields that were planted.
    pub fields: Vec<String>,
    /// The values that were planted.
    pub values: usize,
    /// The values in which a control character was refused by the name of its place: all of them.
    pub refused: usize,
}

/// A text field of the model: at which level, of which kind.
type Field = (Level, &'static KindDescription, &'static FieldDescription);

fn is_text(field: &FieldDescription) -> bool {
    matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. })
}

/// Every text field of the model, in the order of the descriptions, excused ones included.
fn fields() -> impl Iterator<Item = Field> {
    let levels = [
        Level::Workspace,
        Level::Organisation,
        Level::Service,
        Level::Institution,
    ];
    levels.into_iter().flat_map(|level| {
        let kinds = scopes_of(level).iter();
        kinds.flat_map(move |kind| {
            let texts = kind.fields.iter().filter(|field| is_text(field));
            texts.map(move |field| (level, *kind, field))
        })
    })
}

fn excused(kind: &str, field: &str) -> bool {
    EXCUSED.iter().any(|(k, f, _)| (*k, *f) == (kind, field))
}

fn name((level, kind, field): Field) -> String {
    format!("{level:?}/{}.{}", kind.name, field.name)
}

/// The mark of a field by its number. No other text holds such letters.
fn mark(number: usize) -> String {
    format!("q{number:03}z")
}

/// Formula, template, markup, marks that turn text around. Control characters are not here: a reader
/// refuses them, which [`plant`] shows.
pub fn hostile(mark: &str) -> String {
    format!(
        "=1+1 {mark} #read(\"/etc/passwd\") <script>alert(1)</script> {{{{7*7}}}} $x$ \u{202e}txt\u{2066}a\u{2069}\u{200f}"
    )
}

/// The planted fields that a text without white space shows.
pub fn shown(text: &str) -> BTreeSet<String> {
    let all: Vec<Field> = fields().collect();
    let numbers = text.split('q').skip(1).filter_map(|rest| {
        let (number, _) = rest.split_once('z')?;
        (number.len() == 3).then(|| number.parse::<usize>().ok())?
    });
    let names = numbers.filter_map(|number| all.get(number));
    names.map(|field| name(*field)).collect()
}

/// Writes the example with the planted text in every text field of every row, filled before or not. Of
/// each kind of which it has no rows it gets one.
///
/// # Errors
/// When the example cannot be read or the planted one written, a field stays without a planted text,
/// or a control character is taken. Fields of the second list are left empty.
pub fn plant(example: &Path, folder: &Path, spared: &[(&str, &str, &str)]) -> Result<Planted> {
    let read = workspace_file::load(example).map_err(|problems| anyhow!("{problems:?}"))?;
    let mut raw = read.raw;
    let spares = |kind: &str, field: &str| spared.iter().any(|(k, f, _)| (*k, *f) == (kind, field));
    for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        let kind = list.kind.name;
        let rows = list.rows.iter_mut();
        rows.for_each(|row| row.cells.retain(|cell| !spares(kind, &cell.name)));
    }
    rows::complete(&mut raw)?;
    add_pointing(&mut raw);
    let numbered: Vec<Field> = fields().collect();
    let mut planted = BTreeSet::new();
    let mut values = 0;
    for scope in &mut raw.scopes {
        let level = scope.scope.level();
        for list in &mut scope.lists {
            for (number, (at, kind, field)) in numbered.iter().enumerate() {
                let left = excused(kind.name, field.name) || spares(kind.name, field.name);
                if *at != level || kind.name != list.kind.name || left {
                    continue;
                }
                let text = hostile(&mark(number));
                for row in &mut list.rows {
                    if !points(kind.name, field.name) || rows::is_added(row) {
                        put(row, field.name, &text);
                        planted.insert(number);
                        values += 1;
                    }
                }
            }
        }
    }
    let wanted = |(number, field): (usize, &Field)| {
        let left = excused(field.1.name, field.2.name) || spares(field.1.name, field.2.name);
        (!left).then_some((number, name(*field)))
    };
    let wanted: Vec<(usize, String)> = numbered.iter().enumerate().filter_map(wanted).collect();
    let bare: Vec<&String> = wanted
        .iter()
        .filter(|(number, _)| !planted.contains(number))
        .map(|(_, name)| name)
        .collect();
    ensure!(bare.is_empty(), "fields without a planted text: {bare:?}");
    build::read(&raw).map_err(|problems| anyhow!("{problems:?}"))?;
    std::fs::create_dir_all(folder)?;
    let path = folder.join("planted.json");
    workspace_file::store(&raw, &path, Language::Japanese).map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(Planted {
        path,
        fields: wanted.into_iter().map(|(_, name)| name).collect(),
        values,
        refused: refused(&raw, values)?,
    })
}

fn points(kind: &str, field: &str) -> bool {
    POINTING.contains(&(kind, field))
}

/// A row of its own for each field that finds other rows, after a row of the example.
fn add_pointing(raw: &mut RawWorkspace) {
    for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        let pointing = POINTING.iter().any(|(kind, _)| *kind == list.kind.name);
        if let Some(first) = list.rows.first().filter(|_| pointing).cloned()
            && !list.rows.iter().any(rows::is_added)
        {
            let mut row = first;
            put(&mut row, "id", &rows::added_id(list.kind));
            list.rows.push(row);
        }
    }
}

/// Writes a value of a row.
pub fn put(row: &mut RawRow, field: &str, text: &str) {
    match row.cells.iter_mut().find(|cell| &*cell.name == field) {
        Some(cell) => text.clone_into(&mut cell.text),
        None => row.cells.push(RawCell {
            name: field.into(),
            text: text.to_owned(),
            place: Place::Made,
        }),
    }
}

/// In how many planted values the reader refuses a control character by the name of its field.
fn refused(planted: &RawWorkspace, values: usize) -> Result<usize> {
    let mut raw = planted.clone();
    let lists = raw.scopes.iter_mut().enumerate();
    for (at, list) in
        lists.flat_map(|(at, RawScope { lists, .. })| lists.iter_mut().map(move |list| (at, list)))
    {
        for (number, row) in list.rows.iter_mut().enumerate() {
            for cell in row
                .cells
                .iter_mut()
                .filter(|cell| cell.text.starts_with("=1+1 q"))
            {
                let field = format!("/{at}/{}/{number}/{}", list.kind.name, cell.name);
                cell.place = Place::Pointer(field);
                cell.text.push('\u{1b}');
            }
        }
    }
    let problems = build::read(&raw).err().context("a control character is taken")?;
    let told = problems
        .iter()
        .filter(|problem| problem.what.ja.contains("U+001B"));
    let places: BTreeSet<String> = told.map(|problem| problem.place.to_string()).collect();
    ensure!(
        places.len() == values,
        "{} of {values} control characters were refused",
        places.len()
    );
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_catalogue::Catalogue;

    #[test]
    fn an_excuse_names_a_text_field_in_which_a_planted_text_stops_the_program() {
        for (kind, field, _) in EXCUSED {
            assert!(fields().any(|(_, k, f)| (k.name, f.name) == (kind, field)));
            assert_eq!(
                (kind, field),
                ("settings", "edition"),
                "show here why it is excused"
            );
            assert!(Catalogue::embedded(&hostile("x")).is_err());
        }
        let hiding = HIDING.iter().map(|(kind, field, _)| (*kind, *field));
        for (kind, field) in hiding.chain(POINTING) {
            assert!(fields().any(|(_, k, f)| (k.name, f.name) == (kind, field)));
        }
    }

    #[test]
    fn a_mark_tells_its_field() {
        let last = fields().count() - 1;
        let text = format!("{}と{}", hostile(&mark(0)), hostile(&mark(last)));
        let squeezed: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let found = shown(&squeezed);
        let wanted = [0, last].map(|number| name(fields().nth(number).unwrap()));
        assert_eq!(found, BTreeSet::from(wanted));
        assert!(shown("q12z q1234z q999z").is_empty());
        assert!(last < 999 && last > 150, "{last} text fields");
    }

    #[test]
    fn both_examples_take_a_planted_text_in_every_text_field() {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        for example in ["clinic-emr", "imaging-cloud"] {
            let folder = std::env::temp_dir().join(format!("mamori-planted-{}", std::process::id()));
            let planted = plant(&examples.join(example), &folder, &[]).unwrap();
            assert_eq!(planted.fields.len() + EXCUSED.len(), fields().count());
            assert!(planted.values > 300 && planted.refused == planted.values);
            std::fs::remove_dir_all(folder).unwrap();
        }
    }
}
