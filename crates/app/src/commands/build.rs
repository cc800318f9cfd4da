//! `mamori build`: every document as PDF, XLSX and HTML, and `manifest.json` that lists them.

use crate::cli::{Build, Cli};
use crate::commands::catalog::read_overlay;
use crate::open::Opened;
use crate::outcome::{Outcome, refused};
use mamori_documents::{DOCUMENTS, Paper};
use mamori_domain::{Id, InstitutionProfile, Language, Said};
use mamori_press_pdf::Fonts;
use mamori_rules::{Assessment, answers, check};
use mamori_tree::Document;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Component, Path};

pub fn run(cli: &Cli, arguments: &Build) -> Result<Outcome, Outcome> {
    check_ids(&arguments.only)?;
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    if opened.workspace.services.is_empty() {
        return Err(refused(
            "サービスがまだありません。services/<id>/service.toml を作ってから、もう一度お試しください",
            "There is no service yet: make services/<id>/service.toml first",
        ));
    }
    let overlay = arguments.overlay.as_deref();
    let overlay = overlay
        .map(|path| read_overlay(&opened.catalogue, path, cli.lang))
        .transpose()?;
    let institution = arguments
        .institution
        .as_deref()
        .map(|id| find_institution(&opened, id))
        .transpose()?;
    let assessments = opened.assess();
    let diagnostics = check::check(&opened.whole(), &assessments);
    let fonts = Fonts::find();
    let mut output = Output {
        out: &arguments.out,
        language: cli.lang,
        manifest: Vec::new(),
    };
    let serves = |assessment: &&Assessment<'_>| {
        institution.is_none_or(|wanted| assessment.subject.institutions().any(|(id, _)| id == wanted))
    };
    for assessment in assessments.iter().filter(serves) {
        // An institution's own rows lie over the answers that hold for all.
        let answers = answers::effective(&assessment.subject, &assessment.conditions, institution);
        let paper = Paper {
            overlay: overlay.as_ref(),
            institution,
            answers: &answers,
            ..Paper::of(assessment, &diagnostics, cli.lang)
        };
        let wanted = |id: &str| arguments.only.is_empty() || arguments.only.iter().any(|only| only == id);
        for kind in DOCUMENTS.iter().filter(|kind| wanted(kind.id)) {
            output.print(
                assessment.subject.id.as_str(),
                &(kind.build)(&paper),
                fonts.as_ref().ok(),
            )?;
        }
    }
    let count = output.manifest.len();
    output.finish()?;
    Ok(match fonts {
        Ok(_) => Outcome::Done(match cli.lang {
            Language::Japanese => format!("{} に文書を{count}件作りました\n", arguments.out.display()),
            Language::English => format!("Made {count} files in {}\n", arguments.out.display()),
        }),
        // Everything but the PDFs is there; the refusal says what is missing and how to get it.
        Err(missing) => Outcome::Refused(Said::new(
            missing.say(Language::Japanese).to_string(),
            missing.say(Language::English).to_string(),
        )),
    })
}

fn find_institution<'a>(opened: &'a Opened, id: &str) -> Result<&'a Id<InstitutionProfile>, Outcome> {
    let all = || opened.workspace.institutions.iter().map(|(known, _)| known);
    all().find(|known| known.as_str() == id).ok_or_else(|| {
        let known: Vec<&str> = all().map(Id::as_str).collect();
        refused(
            format!("医療機関等「{id}」がありません。あるもの：{}", known.join("、")),
            format!(
                "There is no institution \"{id}\". There are: {}",
                known.join(", ")
            ),
        )
    })
}

fn check_ids(only: &[String]) -> Result<(), Outcome> {
    let Some(unknown) = only
        .iter()
        .find(|id| !DOCUMENTS.iter().any(|kind| kind.id == **id))
    else {
        return Ok(());
    };
    let ids: Vec<&str> = DOCUMENTS.iter().map(|kind| kind.id).collect();
    Err(refused(
        format!(
            "「{unknown}」という文書はありません。あるもの：{}",
            ids.join("、")
        ),
        format!(
            "There is no document \"{unknown}\". There are: {}",
            ids.join(", ")
        ),
    ))
}

/// Where files go, and the list of them.
struct Output<'a> {
    out: &'a Path,
    language: Language,
    manifest: Vec<Value>,
}

impl Output<'_> {
    /// Prints a document in every format. Without fonts the PDF is left out.
    fn print(&mut self, service: &str, document: &Document, fonts: Option<&Fonts>) -> Result<(), Outcome> {
        let stem = format!("{service}/{}.{}", document.id, self.language.code());
        let fault = |fault: mamori_press::PressFault| {
            refused(fault.say(Language::Japanese), fault.say(Language::English))
        };
        self.write(
            document,
            "html",
            &format!("{stem}.html"),
            mamori_press::html(document).as_bytes(),
            None,
        )?;
        let workbook = mamori_press::xlsx(document).map_err(fault)?;
        self.write(document, "xlsx", &format!("{stem}.xlsx"), &workbook, None)?;
        let Some(fonts) = fonts else { return Ok(()) };
        let volumes = mamori_press_pdf::volumes(document, fonts).map_err(fault)?;
        let several = volumes.len() > 1;
        for (at, volume) in volumes.iter().enumerate() {
            let path = if several {
                format!("{stem}.{}.pdf", at + 1)
            } else {
                format!("{stem}.pdf")
            };
            self.write(document, "pdf", &path, &volume.bytes, Some(volume.pages))?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        document: &Document,
        format: &str,
        path: &str,
        bytes: &[u8],
        pages: Option<usize>,
    ) -> Result<(), Outcome> {
        store(&self.out.join(path), bytes)?;
        let digest = hexadecimal(bytes);
        self.manifest.push(json!({
            "document": document.id,
            "format": format,
            "language": self.language.code(),
            "path": path,
            "sha256": digest,
            "pages": pages,
        }));
        Ok(())
    }

    /// Writes the list last, so that it never names a file that is not there. Papers that an earlier
    /// list names and this one does not are out of date and go, unless somebody changed them since.
    fn finish(self) -> Result<(), Outcome> {
        let earlier = std::fs::read(self.out.join("manifest.json")).unwrap_or_default();
        let earlier: Vec<Value> = serde_json::from_slice(&earlier).unwrap_or_default();
        for entry in earlier {
            let (Some(path), Some(digest)) = (entry["path"].as_str(), entry["sha256"].as_str()) else {
                continue;
            };
            let inside = Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            let listed = self.manifest.iter().any(|entry| entry["path"] == path);
            let file = self.out.join(path);
            let unchanged = std::fs::read(&file).is_ok_and(|bytes| hexadecimal(&bytes) == digest);
            if inside && !listed && unchanged {
                let _ = std::fs::remove_file(file);
            }
        }
        store(
            &self.out.join("manifest.json"),
            format!("{:#}\n", Value::Array(self.manifest)).as_bytes(),
        )
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn store(path: &Path, bytes: &[u8]) -> Result<(), Outcome> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| {
            refused(
                format!("{} を書けません：{error}", path.display()),
                format!("Cannot write {}: {error}", path.display()),
            )
        })
}
