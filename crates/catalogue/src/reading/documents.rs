//! What the institution is told, the parts of the regulation, chapter 6.

use super::edition::titled;
use super::record::Placed;
use super::{Reading, entries, only_list};
use crate::{
    ChapterSixPoint, ChapterSixRequirement, InformationItem, InformationPurpose, RegulationContent,
    RegulationPart,
};

const INFORMATION_COLUMNS: [&str; 9] = [
    "id",
    "purpose",
    "mark",
    "title_ja",
    "title_en",
    "explanation_ja",
    "explanation_en",
    "regulation_part",
    "guideline",
];

impl Reading<'_> {
    /// Reads `information-items.csv`.
    pub(crate) fn information_items(&mut self) -> Vec<Placed<InformationItem>> {
        let rows = self.table("information-items.csv", &INFORMATION_COLUMNS);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::InformationItemId>("id", problems)?;
            let purpose = row.word(
                "purpose",
                &InformationPurpose::ALL,
                InformationPurpose::code,
                problems,
            )?;
            let mark = row.text("mark", problems);
            let (title, explanation) = titled(row, problems);
            let regulation_part = row.id_optional("regulation_part", problems);
            let guideline = row.optional("guideline");
            let item = InformationItem {
                id,
                purpose,
                mark,
                title,
                explanation,
                regulation_part,
                guideline,
            };
            Some((item.id.to_string(), item))
        })
    }

    /// Reads `regulation-parts.toml`.
    pub(crate) fn regulation_parts(&mut self) -> Vec<Placed<RegulationPart>> {
        let document = self.document("regulation-parts.toml");
        let records = only_list(document, "part", &mut self.problems);
        // Contents of all parts share one space of identifiers: answers refer to them without the part.
        let mut contents_seen = std::collections::BTreeSet::new();
        entries(records, &mut self.problems, |record, problems| {
            let id = record.id::<crate::RegulationPartId>("id", problems)?;
            let contents = entries(record.list("content"), problems, |record, problems| {
                let id = record.id::<crate::ContentId>("id", problems)?;
                let text = record.bilingual("", problems);
                let strength = record.strength(problems)?;
                Some((id.to_string(), RegulationContent { id, text, strength }))
            });
            let part = RegulationPart {
                mark: record.text("mark", problems),
                guideline: record.optional("guideline"),
                title: record.bilingual("title", problems),
                contents: unique(contents, &mut contents_seen, problems, |content| {
                    content.id.as_str()
                }),
                id,
            };
            Some((part.id.to_string(), part))
        })
    }

    /// Reads `chapter-6.toml`.
    pub(crate) fn chapter_six(&mut self) -> Vec<Placed<ChapterSixRequirement>> {
        let document = self.document("chapter-6.toml");
        let records = only_list(document, "requirement", &mut self.problems);
        let mut points_seen = std::collections::BTreeSet::new();
        entries(records, &mut self.problems, |record, problems| {
            let id = record.id::<crate::ChapterSixId>("id", problems)?;
            let points = entries(record.list("point"), problems, |record, problems| {
                let id = record.id::<crate::PointId>("id", problems)?;
                let text = record.bilingual("", problems);
                let strength = record.strength(problems)?;
                let subject = record.optional("subject");
                let storage = record.optional("where");
                let mhlw = record.optional("mhlw");
                let requirements = record.ids("requirements", problems);
                let items = record.ids("items", problems);
                let measures = record.ids("measures", problems);
                Some((
                    id.to_string(),
                    ChapterSixPoint {
                        id,
                        text,
                        strength,
                        subject,
                        storage,
                        mhlw,
                        requirements,
                        items,
                        measures,
                    },
                ))
            });
            let requirement = ChapterSixRequirement {
                guideline: record.text("guideline", problems),
                disclosure_mark: record.optional("disclosure_mark"),
                title: record.bilingual("title", problems),
                text: record.bilingual("text", problems),
                points: unique(points, &mut points_seen, problems, |point| point.id.as_str()),
                id,
            };
            Some((requirement.id.to_string(), requirement))
        })
    }
}

/// Takes the entries whose identifier was not used under an earlier parent; the others are reported.
fn unique<T>(
    list: Vec<Placed<T>>,
    seen: &mut std::collections::BTreeSet<String>,
    problems: &mut crate::problem::CatalogueProblems,
    id: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut kept = Vec::new();
    for placed in list {
        let name = id(&placed.entry).to_owned();
        if seen.insert(name.clone()) {
            kept.push(placed.entry);
        } else {
            problems.add(
                &placed.file,
                Some(placed.line),
                crate::ProblemKind::DuplicateId { id: name },
            );
        }
    }
    kept
}

impl Reading<'_> {
    /// Reads `official.csv`: the fingerprints of the official wording.
    pub(crate) fn official_hashes(&mut self) -> Vec<Placed<(crate::ItemId, crate::official::Fingerprint)>> {
        let rows = self.table("official.csv", &["id", "sha256"]);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::ItemId>("id", problems)?;
            let hash = row.text("sha256", problems);
            if !hash.is_empty() && !crate::official::is_fingerprint(&hash) {
                let kind = crate::ProblemKind::BadFigure {
                    field: "sha256".to_owned(),
                    text: hash.clone(),
                };
                problems.add(&row.file, Some(row.line), kind);
            }
            Some((id.to_string(), (id, hash)))
        })
    }
}

impl Reading<'_> {
    /// Reads the rows of an overlay file: item, wording and what the file claims about it.
    pub(crate) fn overlay_rows(
        mut self,
        file: &str,
        problems: &mut crate::problem::CatalogueProblems,
    ) -> Vec<Placed<(crate::ItemId, String, crate::official::WordingStatus)>> {
        use crate::official::WordingStatus;
        let rows = self.table(file, &["id", "wording", "status"]);
        let list = entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::ItemId>("id", problems)?;
            let wording = row.text("wording", problems);
            let status = row.word("status", &WordingStatus::ALL, WordingStatus::code, problems)?;
            Some((id.to_string(), (id, wording, status)))
        });
        problems.0.append(&mut self.problems.0);
        list
    }
}
