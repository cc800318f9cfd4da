//! `mamori build`: every document in the formats of its form, a site of them all, and `manifest.json`
//! that lists the files.
//!
//! Papers lie in `{service}/`. Those that speak to one institution are made once more for each
//! institution that uses the service, in `{service}/{institution}/`. With `--institution` a set for
//! that institution alone is made: every paper in its edition, in `{service}/`.

pub(super) mod output;
mod site;

use self::output::{Edition, Output};
use crate::cli::{Build, Cli};
use crate::commands::catalog::read_overlay;
use crate::locate::locate;
use crate::open::Opened;
use crate::outcome::{Outcome, refused};
use mamori_catalogue::official::Overlay;
use mamori_documents::{DOCUMENTS, Kind, Paper};
use mamori_domain::raw::Place;
use mamori_domain::{Id, InstitutionProfile, Language, Said};
use mamori_press_pdf::Fonts;
use mamori_rules::check::Diagnostic;
use mamori_rules::{Assessment, answers, check};
use mamori_tree::Document;

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
    let places: Vec<String> = diagnostics
        .iter()
        .map(|found| in_brief(&locate(&opened.raw, &found.about)))
        .collect();
    let fonts = Fonts::find();
    let mut output = Output::new(arguments, cli.lang, fonts.as_ref().ok());
    let serves = |assessment: &&Assessment<'_>| {
        institution.is_none_or(|wanted| assessment.subject.institutions().any(|(id, _)| id == wanted))
    };
    for assessment in assessments.iter().filter(serves) {
        let work = Work {
            arguments,
            assessment,
            diagnostics: &diagnostics,
            places: &places,
            overlay: overlay.as_ref(),
            language: cli.lang,
        };
        work.service(institution, &mut output)?;
    }
    let count = output.finish()?;
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

/// One service to be written.
struct Work<'a> {
    arguments: &'a Build,
    assessment: &'a Assessment<'a>,
    diagnostics: &'a [Diagnostic],
    places: &'a [String],
    overlay: Option<&'a Overlay>,
    language: Language,
}

impl<'a> Work<'a> {
    /// The papers of a service: one set for an institution, or the set that is the same for all and
    /// the papers for each institution.
    fn service(
        &self,
        institution: Option<&'a Id<InstitutionProfile>>,
        output: &mut Output<'_>,
    ) -> Result<(), Outcome> {
        let service = self.assessment.subject.id.as_str();
        let edition = Edition {
            service,
            institution: institution.map(Id::as_str),
            folder: service.to_owned(),
        };
        let site = self.wanted(SITE);
        let mut documents: Vec<Document> = Vec::new();
        let all = DOCUMENTS
            .iter()
            .filter(|kind| site || self.wanted(kind.id))
            .collect::<Vec<_>>();
        let built = self.build(&all, institution);
        for (kind, document) in all.iter().zip(built) {
            if self.wanted(kind.id) {
                output.print(&edition, kind.form, &document)?;
            }
            documents.push(document);
        }
        if site {
            let catalogue = self.assessment.subject.catalogue;
            output.site(&edition, &documents, catalogue)?;
        }
        if institution.is_some() {
            return Ok(());
        }
        let own: Vec<&Kind> = DOCUMENTS
            .iter()
            .filter(|kind| kind.per_institution() && self.wanted(kind.id))
            .collect();
        for (id, _) in self.assessment.subject.institutions() {
            let edition = Edition {
                service,
                institution: Some(id.as_str()),
                folder: format!("{service}/{}", id.as_str()),
            };
            for (kind, document) in own.iter().zip(self.build(&own, Some(id))) {
                output.print(&edition, kind.form, &document)?;
            }
        }
        Ok(())
    }

    /// Documents of some kinds, for an institution or for all.
    fn build(&self, kinds: &[&Kind], institution: Option<&Id<InstitutionProfile>>) -> Vec<Document> {
        if kinds.is_empty() {
            return Vec::new();
        }
        // An institution's own rows lie over the answers that hold for all.
        let answers = answers::effective(&self.assessment.subject, &self.assessment.conditions, institution);
        let paper = Paper {
            overlay: self.overlay,
            places: self.places,
            institution,
            notes: self.arguments.notes,
            answers: &answers,
            ..Paper::of(self.assessment, self.diagnostics, self.language)
        };
        kinds.iter().map(|kind| (kind.build)(&paper)).collect()
    }

    fn wanted(&self, id: &str) -> bool {
        self.arguments.only.is_empty() || self.arguments.only.iter().any(|only| only == id)
    }
}

/// A place as papers print it: file and line; the column is for editors.
fn in_brief(place: &Place) -> String {
    match place {
        Place::File { file, line, .. } => {
            let (file, line, column) = (file.clone(), *line, 0);
            Place::File { file, line, column }.to_string()
        }
        other => other.to_string(),
    }
}

/// What the command line and the list of files call the site.
const SITE: &str = "site";

/// Everything that can be made, by its id.
fn known() -> Vec<&'static str> {
    DOCUMENTS
        .iter()
        .map(|kind| kind.id)
        .chain(std::iter::once(SITE))
        .collect()
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
    let ids = known();
    let Some(unknown) = only.iter().find(|id| !ids.contains(&id.as_str())) else {
        return Ok(());
    };
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
