//! The book: finds its parts by their relations and reads its sheets in order.

use super::number::Epoch;
use super::package::Package;
use super::sheet::{self, Shared};
use super::strings::{self, Texts};
use super::styles::Styles;
use super::xml::Piece;
use super::{SHEETS_MAX, Sheet, refusal};
use mamori_domain::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most relations of a part.
const RELATIONS_MAX: usize = 1_000;

/// A relation of a part to another one.
struct Relation {
    /// Last segment of its type, such as `worksheet`: the rest differs between the two editions of
    /// the standard.
    kind: String,
    /// Name of the part it leads to; nothing when it leads out of the package.
    target: Option<String>,
}

/// A sheet as the workbook part lists it.
struct Listed {
    name: Arc<str>,
    relation: String,
    hidden: bool,
}

/// Reads all sheets of a book.
///
/// # Errors
/// Every problem found.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Vec<Problem>> {
    let mut shared = Shared {
        texts: Texts::default(),
        strings: Vec::new(),
        styles: Styles::default(),
        epoch: Epoch::Y1900,
        cells: 0,
        problems: Vec::new(),
    };
    let read = Package::open(bytes).and_then(|mut package| read_parts(&mut package, &mut shared));
    match read {
        Ok(sheets) if shared.problems.is_empty() => {
            let text = Arc::new(shared.texts.bytes);
            Ok(sheets
                .into_iter()
                .map(|sheet| Sheet {
                    text: text.clone(),
                    ..sheet
                })
                .collect())
        }
        Ok(_) => Err(shared.problems),
        Err(problem) => {
            shared.problems.push(problem);
            Err(shared.problems)
        }
    }
}

fn read_parts(package: &mut Package<'_>, shared: &mut Shared) -> Result<Vec<Sheet>, Problem> {
    let book = find_book(package)?;
    let (listed, epoch) = list_sheets(package, &book)?;
    shared.epoch = epoch;
    let relations = relations(package, &book)?;
    let of_kind = |kind: &str| relations.values().find(|relation| relation.kind == kind);
    if let Some(target) = of_kind("styles").and_then(|relation| relation.target.as_deref()) {
        shared.styles = Styles::read(package, target)?;
    }
    if let Some(target) = of_kind("sharedStrings").and_then(|relation| relation.target.as_deref()) {
        shared.strings = strings::read_shared(package, target, &mut shared.texts)?;
    }
    let mut seen = BTreeSet::new();
    let mut sheets = Vec::new();
    for listed in listed {
        let relation = relations
            .get(&listed.relation)
            .ok_or_else(|| refusal::missing(&listed.name))?;
        // Charts on a sheet of their own have no cells.
        if relation.kind != "worksheet" {
            continue;
        }
        let target = relation
            .target
            .as_deref()
            .ok_or_else(|| refusal::missing(&listed.name))?;
        if !seen.insert(target.to_ascii_lowercase()) {
            return Err(refusal::shared_part(&listed.name));
        }
        let (cells, merged) = sheet::read(package, target, &listed.name, shared)?;
        let text = Arc::default();
        sheets.push(Sheet {
            name: listed.name,
            hidden: listed.hidden,
            text,
            cells,
            merged,
        });
    }
    Ok(sheets)
}

/// The name of the workbook part.
fn find_book(package: &mut Package<'_>) -> Result<String, Problem> {
    let roots = relations(package, "")?;
    let named = roots
        .into_values()
        .find(|relation| relation.kind == "officeDocument");
    let book = named
        .and_then(|relation| relation.target)
        .unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if book.ends_with(".bin") {
        return Err(refusal::not_xlsx(
            "バイナリ形式（.xlsb）のブックです",
            "It is a binary workbook (.xlsb)",
        ));
    }
    if !package.has(&book) && package.has("content.xml") {
        return Err(refusal::not_xlsx(
            "OpenDocument形式（.ods）のファイルです",
            "It is an OpenDocument file (.ods)",
        ));
    }
    Ok(book)
}

/// The sheets the workbook lists, and its epoch.
fn list_sheets(package: &mut Package<'_>, book: &str) -> Result<(Vec<Listed>, Epoch), Problem> {
    let Some(mut pull) = package.part(book)? else {
        return Err(refusal::missing(book));
    };
    let (mut sheets, mut epoch, mut rooted) = (Vec::new(), Epoch::Y1900, false);
    loop {
        match pull.next()? {
            Piece::Start(tag) => {
                let name = tag.name();
                if !rooted && name.as_bytes() != b"workbook" {
                    return Err(refusal::not_xlsx(
                        "表計算のブックではありません",
                        "It is not a workbook of tables",
                    ));
                }
                rooted = true;
                if name.as_bytes() == b"workbookPr"
                    && tag.attribute("date1904")?.is_some_and(|yes| is_true(&yes))
                {
                    epoch = Epoch::Y1904;
                }
                if name.as_bytes() == b"sheet" {
                    if sheets.len() == SHEETS_MAX {
                        let (ja, en) = (
                            "シートが多すぎます（100枚まで）",
                            "it has too many sheets (at most 100)",
                        );
                        return Err(refusal::refused(book, ja, en));
                    }
                    let text =
                        |value: Option<std::borrow::Cow<'_, str>>| value.unwrap_or_default().into_owned();
                    sheets.push(Listed {
                        // Excel's own limit is 31; what a message repeats must not be endless.
                        name: text(tag.attribute("name")?)
                            .chars()
                            .take(255)
                            .collect::<String>()
                            .into(),
                        relation: text(tag.attribute("id")?),
                        hidden: tag.attribute("state")?.is_some_and(|state| state != "visible"),
                    });
                }
            }
            Piece::Finish if rooted => return Ok((sheets, epoch)),
            Piece::Finish => return Err(refusal::damaged(book)),
            _ => {}
        }
    }
}

fn is_true(text: &str) -> bool {
    matches!(text, "1" | "true" | "on")
}

/// The relations of a part by id; none when it has no relations part. The package itself is the
/// part without a name.
fn relations(package: &mut Package<'_>, of: &str) -> Result<BTreeMap<String, Relation>, Problem> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let part = format!("{folder}{slash}_rels/{file}.rels");
    let mut relations = BTreeMap::new();
    let Some(mut pull) = package.part(&part)? else {
        return Ok(relations);
    };
    loop {
        match pull.next()? {
            Piece::Start(tag) if tag.name().as_bytes() == b"Relationship" => {
                if relations.len() == RELATIONS_MAX {
                    return Err(refusal::refused(
                        &part,
                        "関係が多すぎます",
                        "it has too many relations",
                    ));
                }
                let outside = tag
                    .attribute("TargetMode")?
                    .is_some_and(|mode| mode == "External");
                let target = tag.attribute("Target")?.filter(|_| !outside);
                let target = target.and_then(|target| resolve(folder, &target));
                let kind = tag.attribute("Type")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.insert(
                    tag.attribute("Id")?.unwrap_or_default().into_owned(),
                    Relation { kind, target },
                );
            }
            Piece::Finish => return Ok(relations),
            _ => {}
        }
    }
}

/// The name of the part a target leads to; nothing when it leads out of the package.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let (mut segments, rest) = match target.strip_prefix('/') {
        Some(rest) => (Vec::new(), rest),
        None => (
            folder
                .split('/')
                .filter(|segment| !segment.is_empty())
                .collect::<Vec<_>>(),
            target,
        ),
    };
    for segment in rest.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            segment => segments.push(segment),
        }
    }
    Some(segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_stay_in_the_package() {
        assert_eq!(
            resolve("xl", "worksheets/sheet1.xml").as_deref(),
            Some("xl/worksheets/sheet1.xml")
        );
        assert_eq!(resolve("xl", "/xl/styles.xml").as_deref(), Some("xl/styles.xml"));
        assert_eq!(
            resolve("xl/worksheets", "../styles.xml").as_deref(),
            Some("xl/styles.xml")
        );
        assert_eq!(resolve("xl", "../../etc/passwd"), None);
    }
}
