//! The page of the fields: every kind with its file and columns.

use super::cell;
use mamori_domain::description::{CatalogueList, KindDescription, Level, Shape, ValueType};
use mamori_domain::scopes_of;
use std::fmt::Write as _;

pub(super) fn page() -> String {
    let mut page = String::from(
        "# ワークスペースの欄 / Fields of a workspace\n\n\
         TOMLは一つのもの、CSVは一覧です。※は必ず書く欄です。 / TOML holds single things, CSV lists; ※ marks required fields.\n",
    );
    for (level, folder) in [
        (Level::Workspace, ""),
        (Level::Organisation, "organisation/"),
        (Level::Service, "services/<id>/"),
        (Level::Institution, "institutions/<id>/"),
    ] {
        for kind in scopes_of(level) {
            write_kind(&mut page, folder, kind);
        }
    }
    page
}

fn write_kind(page: &mut String, folder: &str, kind: &KindDescription) {
    let extension = match kind.shape {
        Shape::Single => "toml",
        Shape::List => "csv",
    };
    let _ = write!(
        page,
        "\n## {}（{}） — `{folder}{}.{extension}`\n\n{} / {}\n\n| 欄 / field | 名 / label | 値 / value | 説明 / help |\n| --- | --- | --- | --- |\n",
        kind.label.ja, kind.label.en, kind.file, kind.help.ja, kind.help.en
    );
    for field in kind.fields {
        let required = if field.required { " ※" } else { "" };
        let _ = writeln!(
            page,
            "| `{}`{required} | {} / {} | {} | {} / {} |",
            field.name,
            cell(field.label.ja),
            cell(field.label.en),
            cell(&value(&field.value)),
            cell(field.help.ja),
            cell(field.help.en)
        );
    }
}

fn value(value: &ValueType) -> String {
    match value {
        ValueType::Text { max } => format!("文字（{max}字まで）/ text"),
        ValueType::Prose { max } => format!("文章（{max}字まで、改行可）/ prose"),
        ValueType::Integer { min, max, unit } => format!("整数 {min}–{max}（{} / {}）", unit.ja, unit.en),
        ValueType::Date => "日付 / date".to_owned(),
        ValueType::Moment => "日付か日時 / date or time".to_owned(),
        ValueType::Choice(choices) => {
            let choices = choices
                .iter()
                .map(|choice| format!("`{}` {} / {}", choice.code, choice.words.ja, choice.words.en));
            choices.collect::<Vec<_>>().join("; ")
        }
        ValueType::Reference(kind) => format!("ID（{kind}）"),
        ValueType::Catalogue(list) => format!("カタログ / catalogue: {}", list_name(*list)),
        ValueType::Pattern => "パターン / pattern".to_owned(),
        ValueType::Sha256 => "SHA-256".to_owned(),
        ValueType::Country => "国コード / country code".to_owned(),
        ValueType::Formed(form) => format!("{} / {}", form.words.ja, form.words.en),
        ValueType::Key(kind) => format!("キー（{kind}）"),
        ValueType::Several(inner) => format!("{} …", self::value(inner)),
    }
}

fn list_name(list: CatalogueList) -> &'static str {
    match list {
        CatalogueList::Threat => "脅威 / threat",
        CatalogueList::ItemOrMeasure => "対策項目・小項目 / item or measure",
        CatalogueList::Condition => "条件 / condition",
        CatalogueList::InformationItem => "情報提供項目 / information item",
        CatalogueList::RegulationContent => "運用管理規程の事項 / content of the regulation",
        CatalogueList::Clause => "SLAの条項 / SLA clause",
        CatalogueList::ClauseText => "標準の条文 / ready clause",
        CatalogueList::LegalPoint => "第6章の要求事項 / point of chapter 6",
        CatalogueList::StandardAnswers => "標準回答 / standard answers",
    }
}
