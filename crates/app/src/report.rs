//! Prints diagnostics and problems: as text, JSON and SARIF.

use crate::locate::locate;
use crate::open::Opened;
use mamori_domain::raw::Place;
use mamori_domain::{Language, Problem};
use mamori_rules::check::{Diagnostic, RULES, Severity};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Problems with input: what, where, what to do.
pub fn problems(problems: &[Problem], language: Language) -> String {
    let mut text = String::new();
    for problem in problems {
        let (what, help) = (problem.what.say(language), problem.help.say(language));
        let _ = writeln!(text, "{}: {what}\n    → {help}", problem.location());
    }
    text
}

/// The closing line of unreadable input.
pub fn unreadable(count: usize, language: Language) -> String {
    match language {
        Language::Japanese => format!("問題が{count}件あるため、読み込めません"),
        Language::English => format!("Cannot be read: {count} problem(s)"),
    }
}

fn counts(diagnostics: &[Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    })
}

/// What was checked, against what, as of which day.
fn intro(opened: &Opened, language: Language) -> String {
    let (name, as_of) = (&opened.name, opened.as_of);
    let edition = &opened.catalogue.edition().name.edition;
    let rules = RULES.len();
    let services = opened.workspace.services.len();
    let institutions = opened.workspace.institutions.len();
    match language {
        Language::Japanese => format!(
            "「{name}」のサービス{services}件と医療機関等{institutions}件を、{edition} 版の決まり{rules}件に照らして、基準日 {as_of} で調べました\n\n"
        ),
        Language::English => format!(
            "Checked \"{name}\" with {services} service(s) and {institutions} institution(s) against {rules} rules of edition {edition}, as of {as_of}\n\n"
        ),
    }
}

/// For people: what was checked, then the findings like a compiler's, and their count.
pub fn text(opened: &Opened, diagnostics: &[Diagnostic], language: Language) -> String {
    let mut text = intro(opened, language);
    for diagnostic in diagnostics {
        let place = locate(&opened.raw, &diagnostic.about);
        let _ = writeln!(
            text,
            "{}[{}]: {}\n  --> {place}\n  {}\n  → {}\n",
            diagnostic.severity.words().say(language),
            diagnostic.code,
            diagnostic.message.say(language),
            diagnostic.guideline,
            diagnostic.help.say(language),
        );
    }
    let [errors, warnings, notes] = counts(diagnostics);
    let as_of = opened.as_of;
    let _ = match language {
        Language::Japanese => {
            writeln!(
                text,
                "基準日 {as_of}：エラー {errors}件、警告 {warnings}件、注記 {notes}件"
            )
        }
        Language::English => writeln!(
            text,
            "As of {as_of}: {errors} error(s), {warnings} warning(s), {notes} note(s)"
        ),
    };
    text
}

/// For programs: the shape other tools rely on.
pub fn json(opened: &Opened, diagnostics: &[Diagnostic], language: Language) -> String {
    let [error, warning, note] = counts(diagnostics);
    let entries: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            json!({
                "code": diagnostic.code,
                "severity": diagnostic.severity.code(),
                "message": diagnostic.message.say(language),
                "subject": { "kind": diagnostic.about.kind, "id": diagnostic.about.id, "scope": diagnostic.about.scope.to_string() },
                "location": location(opened, &locate(&opened.raw, &diagnostic.about)),
                "guideline": diagnostic.guideline,
                "help": diagnostic.help.say(language),
            })
        })
        .collect();
    let whole = json!({
        "as_of": opened.as_of.to_string(),
        "diagnostics": entries,
        "summary": { "error": error, "warning": warning, "note": note },
    });
    format!("{whole:#}\n")
}

fn location(opened: &Opened, place: &Place) -> Value {
    let within = &opened.file;
    match place {
        Place::File { file, line, column } => json!({ "file": **file, "line": line, "column": column }),
        Place::Sheet { sheet, cell } => json!({ "file": within, "sheet": **sheet, "cell": cell }),
        Place::Pointer(pointer) => json!({ "file": within, "pointer": pointer }),
        Place::Made => Value::Null,
    }
}

/// SARIF 2.1.0, for editors and code-hosting sites.
pub fn sarif(opened: &Opened, diagnostics: &[Diagnostic], language: Language) -> String {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.title.say(language) },
                "fullDescription": { "text": rule.why.say(language) },
                "help": { "text": rule.help.say(language) },
            })
        })
        .collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            json!({
                "ruleId": diagnostic.code,
                "level": diagnostic.severity.code(),
                "message": { "text": format!("{}（{}）", diagnostic.message.say(language), diagnostic.guideline) },
                "locations": [sarif_location(opened, &locate(&opened.raw, &diagnostic.about))],
            })
        })
        .collect();
    let whole = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "mamori", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "properties": { "as_of": opened.as_of.to_string() },
            "results": results,
        }],
    });
    format!("{whole:#}\n")
}

fn sarif_location(opened: &Opened, place: &Place) -> Value {
    match place {
        Place::File { file, line, column } => json!({ "physicalLocation": {
            "artifactLocation": { "uri": **file },
            "region": { "startLine": (*line).max(1), "startColumn": (*column).max(1) },
        } }),
        other => json!({
            "physicalLocation": { "artifactLocation": { "uri": opened.file } },
            "logicalLocations": [{ "fullyQualifiedName": other.to_string() }],
        }),
    }
}
