//! `mamori catalog`: counts, lists, single entries, and the overlay of official wording.

use crate::cli::{Catalog, CatalogWhat, Cli, ListFormat};
use crate::editions;
use crate::outcome::{Outcome, refused};
use mamori_catalogue::official::{self, Overlay};
use mamori_catalogue::{Catalogue, ControlItem, ItemClass, stats};
use mamori_domain::{Language, Words, build};
use mamori_formats::xlsx_reader;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

pub fn run(cli: &Cli, arguments: &Catalog) -> Result<Outcome, Outcome> {
    let catalogue = editions::catalogue(cli.catalogue.as_deref(), &arguments.edition, cli.lang)?;
    match &arguments.what {
        CatalogWhat::Stats { format } => Ok(Outcome::Done(counts(&catalogue, *format))),
        CatalogWhat::List { format } => Ok(Outcome::Done(list(&catalogue, *format, cli.lang))),
        CatalogWhat::Show { id, overlay } => {
            let overlay = overlay
                .as_deref()
                .map(|path| read_overlay(&catalogue, path, cli.lang))
                .transpose()?;
            show(&catalogue, id, overlay.as_ref(), cli.lang).map(Outcome::Done)
        }
        CatalogWhat::Overlay { file, out } => overlay(&catalogue, file, out, cli.lang).map(Outcome::Done),
    }
}

fn counts(catalogue: &Catalogue, format: ListFormat) -> String {
    let counted = stats(catalogue);
    let edition = catalogue.edition();
    let value = json!({
        "document": edition.name.document,
        "edition": edition.name.edition,
        "groups": counted.groups,
        "measures": counted.measures,
        "items": counted.items,
        "duplicates": counted.duplicates,
        "class": {
            "double_circle": counted.class_double_circle,
            "circle": counted.class_circle,
            "lost": counted.class_lost,
        },
        "mhlw_requirements": counted.requirements,
        "links": counted.links,
        "threats": counted.threats,
        "conditions": counted.conditions,
        "information_items": counted.information_items,
        "regulation_parts": counted.regulation_parts,
        "chapter_six": counted.chapter_six,
        "disclosure_items": counted.disclosure_items,
        "sla_clauses": counted.sla_clauses,
        "glossary_terms": counted.terms,
    });
    match format {
        ListFormat::Json => format!("{value:#}\n"),
        ListFormat::Text => {
            let fields = value.as_object().into_iter().flatten();
            fields.map(|(name, value)| format!("{name}: {value}\n")).collect()
        }
    }
}

fn list(catalogue: &Catalogue, format: ListFormat, language: Language) -> String {
    match format {
        ListFormat::Json => {
            format!(
                "{:#}\n",
                Value::Array(catalogue.items().iter().map(entry).collect())
            )
        }
        ListFormat::Text => catalogue
            .items()
            .iter()
            .map(|item| {
                format!(
                    "{}\t{}\t{}\n",
                    item.id,
                    item.class.mark(),
                    item.duty.say(language)
                )
            })
            .collect(),
    }
}

fn entry(item: &ControlItem) -> Value {
    let texts = |ids: Vec<String>| ids;
    json!({
        "id": item.id.to_string(),
        "measure": item.measure.to_string(),
        "class": match item.class { ItemClass::Lost => Value::Null, class => json!(class.mark()) },
        "class_lost": item.class == ItemClass::Lost,
        "duties": {
            "agree": item.duties.agree,
            "regulation": item.duties.regulation,
            "submit": item.duties.submit,
            "record": item.duties.record,
            "periodic": item.duties.periodic,
            "train": item.duties.train,
            "subcontractor": item.duties.subcontractor,
        },
        "condition": item.condition.as_ref().map(ToString::to_string),
        "phases": texts(item.phases.iter().map(|phase| phase.code().to_owned()).collect()),
        "threats": texts(item.threats.iter().map(ToString::to_string).collect()),
        "applies_to": texts(item.applies_to.iter().map(|facet| facet.code().to_owned()).collect()),
        "duplicate_of": item.duplicate_of.as_ref().map(ToString::to_string),
    })
}

fn show(
    catalogue: &Catalogue,
    id: &str,
    overlay: Option<&Overlay>,
    language: Language,
) -> Result<String, Outcome> {
    if let Some(item) = catalogue.items().iter().find(|item| item.id.as_str() == id) {
        return Ok(show_item(catalogue, item, overlay, language));
    }
    if let Some(measure) = catalogue
        .measures()
        .iter()
        .find(|measure| measure.id.as_str() == id)
    {
        let mut text = format!(
            "{} {}\n{}\n\n",
            measure.id,
            measure.title.say(language),
            measure.scenario.say(language)
        );
        for item in catalogue.items_of(&measure.id) {
            let _ = writeln!(
                text,
                "{} {} {}",
                item.id,
                item.class.mark(),
                item.duty.say(language)
            );
        }
        return Ok(text);
    }
    if let Some(threat) = catalogue.threats().iter().find(|threat| threat.id.as_str() == id) {
        return Ok(format!(
            "{} {}\n{}\n",
            threat.id,
            threat.title.say(language),
            threat.explanation.say(language)
        ));
    }
    if let Some(condition) = catalogue
        .conditions()
        .iter()
        .find(|condition| condition.id.as_str() == id)
    {
        let (title, explanation) = (condition.title.say(language), condition.explanation.say(language));
        return Ok(format!("{} {title}\n{explanation}\n", condition.id));
    }
    if let Some(text) = show_other(catalogue, id, language) {
        return Ok(text);
    }
    let ids = catalogue.items().iter().map(|item| item.id.as_str());
    let near = build::nearest(
        id,
        ids.chain(catalogue.measures().iter().map(|measure| measure.id.as_str())),
    );
    Err(match near {
        Some(near) => refused(
            format!("「{id}」はカタログにありません。「{near}」のことですか"),
            format!("\"{id}\" is not in the catalogue. Did you mean \"{near}\"?"),
        ),
        None => refused(
            format!("「{id}」はカタログにありません。mamori catalog list で一覧が見られます"),
            format!("\"{id}\" is not in the catalogue: mamori catalog list shows what is"),
        ),
    })
}

/// A group, a requirement, an information item or a part of the regulation.
fn show_other(catalogue: &Catalogue, id: &str, language: Language) -> Option<String> {
    if let Some(group) = catalogue.groups().get(id) {
        let measures = catalogue.measures_of(&group.id);
        let measures: String = measures
            .map(|measure| format!("{} {}\n", measure.id, measure.title.say(language)))
            .collect();
        return Some(format!("{} {}\n{measures}", group.id, group.title.say(language)));
    }
    if let Some(requirement) = catalogue.requirements().get(id) {
        let items = catalogue.items_answering(&requirement.id);
        let items: String = items
            .iter()
            .map(|item| format!("{} {}\n", item.id, item.duty.say(language)))
            .collect();
        return Some(format!(
            "{} {}\n{items}",
            requirement.id,
            catalogue.cite(&requirement.reference(), language)
        ));
    }
    if let Some(item) = catalogue.information_items().get(id) {
        return Some(format!(
            "{} {}\n{}\n",
            item.id,
            item.title.say(language),
            item.explanation.say(language)
        ));
    }
    let part = catalogue.regulation_parts().get(id)?;
    let contents: String = part
        .contents
        .iter()
        .map(|content| format!("{} {}\n", content.id, content.text.say(language)))
        .collect();
    Some(format!("{} {}\n{contents}", part.id, part.title.say(language)))
}

fn show_item(
    catalogue: &Catalogue,
    item: &ControlItem,
    overlay: Option<&Overlay>,
    language: Language,
) -> String {
    let label = |ja: &'static str, en: &'static str| match language {
        Language::Japanese => ja,
        Language::English => en,
    };
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name}: {value}");
    };
    let cited = catalogue
        .reference_of(&item.id)
        .map(|reference| catalogue.cite(&reference, language));
    line("ID", format!("{}（{}）", item.id, cited.unwrap_or_default()));
    line(
        label("区分", "Class"),
        format!("{} {}", item.class.mark(), item.class.words().say(language)),
    );
    line(label("内容", "Duty"), item.duty.say(language).to_owned());
    if let Some(official) = overlay.and_then(|overlay| overlay.get(&item.id)) {
        let status = official.status.words().say(language);
        line(
            label("公式の文言", "Official wording"),
            format!("{}（{status}）", official.wording),
        );
    }
    if let Some(institution) = &item.institution {
        line(
            label("医療機関等の対応", "The institution's part"),
            institution.say(language).to_owned(),
        );
    }
    if let Some(condition) = item
        .condition
        .as_ref()
        .and_then(|id| catalogue.conditions().get(id))
    {
        line(
            label("条件", "Condition"),
            format!("{} {}", condition.id, condition.title.say(language)),
        );
    }
    let threats = item.threats.iter().filter_map(|id| catalogue.threats().get(id));
    let threats: Vec<String> = threats
        .map(|threat| format!("{} {}", threat.id, threat.title.say(language)))
        .collect();
    line(label("脅威", "Threats"), threats.join("、"));
    for (requirement, _) in catalogue.requirements_of(item) {
        line(
            label("関連する要求事項", "Requirement"),
            catalogue.cite(&requirement.reference(), language),
        );
    }
    text
}

/// Reads an overlay that was made with `catalog overlay`.
pub fn read_overlay(catalogue: &Catalogue, path: &Path, language: Language) -> Result<Overlay, Outcome> {
    let text = String::from_utf8(read(path)?).map_err(|_| not_utf8(path))?;
    Overlay::read(catalogue, &path.display().to_string(), &text).map_err(|problems| {
        let told = problems.say(language);
        let help = Words::new(
            "公式の文言の表は「mamori catalog overlay 公表文 --out 表.csv」で作ります",
            "Make the table of official wording with \"mamori catalog overlay TEXT --out TABLE.csv\"",
        );
        let told = format!("{}\n{}", told.trim_end(), help.say(language));
        refused(told.clone(), told)
    })
}

fn overlay(catalogue: &Catalogue, file: &Path, out: &Path, language: Language) -> Result<String, Outcome> {
    let bytes = read(file)?;
    let extension = file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
        .to_lowercase();
    let wording = match extension.as_str() {
        "xlsx" => {
            let rows = xlsx_reader::two_columns(&bytes).map_err(Outcome::Unreadable)?;
            official::read_pairs(rows.into_iter())
        }
        "csv" => {
            let text = String::from_utf8(bytes).map_err(|_| not_utf8(file))?;
            official::read_pairs(pairs(&text).into_iter())
        }
        _ => official::read_text(&String::from_utf8_lossy(&bytes)),
    };
    let wording = wording.map_err(|refusal| {
        let told = format!("{}: {}", file.display(), refusal.say(language));
        refused(told.clone(), told)
    })?;
    let comparison = official::compare(catalogue, &wording);
    if comparison.exact.is_empty() {
        return Err(refused(
            format!(
                "{}：公表文と一致する項目が一つもありません。令和2年8月の公表文か、項目番号と文言の二列の表を指定してください",
                file.display()
            ),
            format!(
                "{}: no item agrees with the published wording. Give the text of August 2020, or a table of two columns: item and wording",
                file.display()
            ),
        ));
    }
    std::fs::write(out, Overlay::from_comparison(&comparison).write(catalogue)).map_err(|error| {
        refused(
            format!("{} を書けません：{error}", out.display()),
            format!("Cannot write {}: {error}", out.display()),
        )
    })?;
    let (exact, other, missing) = (
        comparison.exact.len(),
        comparison.other.len(),
        comparison.missing.len(),
    );
    let mut text = match language {
        Language::Japanese => format!("公表文と一致 {exact}件、異なる {other}件、見つからない {missing}件\n"),
        Language::English => format!("exact {exact}, other {other}, missing {missing}\n"),
    };
    for id in comparison.other.keys() {
        let _ = writeln!(text, "other\t{id}");
    }
    for id in &comparison.missing {
        let _ = writeln!(text, "missing\t{id}");
    }
    for id in &comparison.unknown {
        let _ = writeln!(text, "unknown\t{id}");
    }
    for line in &comparison.unplaced {
        let _ = writeln!(text, "unplaced\t{line}");
    }
    Ok(text)
}

/// The first two columns of a CSV; rows that are not two columns wide are no pairs.
fn pairs(text: &str) -> Vec<(String, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.records().filter_map(Result::ok);
    rows.filter_map(|row| Some((row.get(0)?.to_owned(), row.get(1)?.to_owned())))
        .collect()
}

fn not_utf8(path: &Path) -> Outcome {
    refused(
        format!(
            "{} はUTF-8のCSVではありません。「CSV UTF-8」として保存し直してください",
            path.display()
        ),
        format!(
            "{} is not CSV in UTF-8: save it again as \"CSV UTF-8\"",
            path.display()
        ),
    )
}

fn read(path: &Path) -> Result<Vec<u8>, Outcome> {
    std::fs::read(path).map_err(|error| {
        refused(
            format!("{} を読めません：{error}", path.display()),
            format!("Cannot read {}: {error}", path.display()),
        )
    })
}
