//! What the command line takes. Help texts are Japanese first, English second.

mod duties;
mod sla;

pub use duties::{Duties, DutiesFormat};
pub use sla::{Bound, EventsFormat, Sla, SlaAgreed, SlaEvents, SlaFleet, SlaReport, SlaWhat};

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use mamori_domain::{Date, Language};
use std::path::PathBuf;

/// The command line's definition; the reference in `docs/` is generated from it.
pub fn command_line() -> clap::Command {
    Cli::command()
}

/// 守り — 医療情報の安全管理を一つのモデルから / Mamori — safety management of medical information
/// from one model
#[derive(Parser)]
#[command(name = "mamori", version, propagate_version = true)]
pub struct Cli {
    /// 表示と文書の言語 / Language of messages and documents
    #[arg(long, global = true, default_value = "ja", value_parser = language)]
    pub lang: Language,
    /// 組み込みの代わりに使うカタログのフォルダ / Folder of a catalogue to use instead of the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub catalogue: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "ja か en です / ja or en".to_owned())
}

fn day(text: &str) -> Result<Date, String> {
    <Date as mamori_domain::FieldValue>::read(text).map_err(|said| format!("{} / {}", said.ja, said.en))
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// ワークスペースを新しく作る / Make a new workspace
    New(New),
    /// 欠けや矛盾を点検する / Check for gaps and contradictions
    Check(Check),
    /// 文書を作る / Make the documents
    Build(Build),
    /// 情報流・脅威・リスクを導く / Derive flows, threats and risks
    Derive(Derive),
    /// 形式を変える（フォルダ・xlsx・json） / Convert between folder, xlsx and json
    Convert(Convert),
    /// 二つのワークスペースの違いを文で示す / Tell the differences of two workspaces in sentences
    Diff(Diff),
    /// IDを参照ごと改める / Rename an id and all references to it
    Rename(Rename),
    /// ほかの表を取り込む / Import existing tables
    Import(Import),
    /// JSON形のスキーマを示す / Print the JSON Schema
    Schema,
    /// カタログ（別紙2の対策項目など）を見る / Look into the catalogue
    Catalog(Catalog),
    /// 点検・サービスレベル・務めの規則を説明する / Explain a rule of the check, of service levels or of duties
    Explain(Explain),
    /// サービスレベルを評価する（稼働率・一次対応・更新・評価A〜D） / Evaluate service levels: availability, first response, updates, grades
    Sla(Sla),
    /// いつまでに、だれに、何をするかと、遅れているものを示す / Tell what is due when and to whom, and what is late
    Duties(Duties),
    /// 一覧の文書を書き出す / Write the generated reference
    #[command(hide = true)]
    Reference(Reference),
}

/// Arguments of `new`.
#[derive(Args)]
pub struct New {
    /// 作るフォルダ / Folder to make
    pub dir: PathBuf,
    /// ひな形：clinic-emr・imaging-cloud・empty / Template: clinic-emr, imaging-cloud or empty
    #[arg(long, default_value = "empty")]
    pub template: String,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For code-hosting sites and editors.
    Sarif,
}

/// The mildest level that ends the check with exit code 1.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Denied {
    /// Errors alone end with exit code 1.
    Errors,
    /// Warnings too.
    Warnings,
    /// Notes too.
    Notes,
}

/// Arguments of `check`.
#[derive(Args)]
pub struct Check {
    /// フォルダ・.xlsx・.json / Folder, .xlsx or .json
    pub workspace: PathBuf,
    /// 出力の形 / Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
    /// どの段階から終了コード1とするか / From which level on the exit code is 1
    #[arg(long, value_enum, default_value = "errors")]
    pub deny: Denied,
    /// 基準日 / The day to check for
    #[arg(long, value_parser = day)]
    pub as_of: Option<Date>,
}

/// Arguments of `build`.
#[derive(Args)]
pub struct Build {
    /// フォルダ・.xlsx・.json / Folder, .xlsx or .json
    pub workspace: PathBuf,
    /// 出力先のフォルダ / Folder to write into
    #[arg(long)]
    pub out: PathBuf,
    /// 作る文書のID（複数可） / Ids of the documents to make
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    /// 公式文言の重ね合わせファイル / Overlay file with official wording
    #[arg(long)]
    pub overlay: Option<PathBuf>,
    /// 宛先の医療機関等のID（その機関向けの回答で作る） / Id of the institution the papers are for
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// 条項を変えるときに決めることなど、話し合いの手引きも印刷する / Also print guides for the talks, such as what to settle when changing a clause
    #[arg(long)]
    pub notes: bool,
    /// 基準日 / The day the documents speak for
    #[arg(long, value_parser = day)]
    pub as_of: Option<Date>,
    /// 文書ごとに進み具合を標準エラーへ出す（端末では常に出す） / Tell each document on standard error, as terminals always do
    #[arg(long)]
    pub progress: bool,
}

/// Output formats of commands that print JSON or text.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Arguments of `derive`.
#[derive(Args)]
pub struct Derive {
    /// フォルダ・.xlsx・.json / Folder, .xlsx or .json
    pub workspace: PathBuf,
    /// 出力の形 / Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
    /// 基準日 / The day to derive for
    #[arg(long, value_parser = day)]
    pub as_of: Option<Date>,
}

/// Arguments of `convert`.
#[derive(Args)]
pub struct Convert {
    /// 元のワークスペース / Workspace to read
    pub workspace: PathBuf,
    /// 出力先：名前が .json・.xlsx ならその形、ほかはフォルダ / Output: .json, .xlsx, otherwise a folder
    pub out: PathBuf,
}

/// Arguments of `diff`.
#[derive(Args)]
pub struct Diff {
    /// 前 / Before
    pub before: PathBuf,
    /// 後 / After
    pub after: PathBuf,
    /// 出力の形 / Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
}

/// Arguments of `rename`.
#[derive(Args)]
pub struct Rename {
    /// ワークスペース / Workspace
    pub workspace: PathBuf,
    /// 種類（例：equipment） / Kind, such as equipment
    pub kind: String,
    /// いまのID / Present id
    pub old: String,
    /// 新しいID / New id
    pub new: String,
    /// サービスのID（複数あるとき） / Id of the service, when there are several
    #[arg(long)]
    pub service: Option<String>,
}

/// Arguments of `import`.
#[derive(Args)]
pub struct Import {
    /// What to import.
    #[command(subcommand)]
    pub what: ImportWhat,
}

/// What can be imported.
#[derive(Subcommand)]
pub enum ImportWhat {
    /// 情報流・リスク・リスク対応・対策項目の表 / A table of flows, risks, treatments or controls
    Table(ImportTable),
}

/// Arguments of `import table`.
#[derive(Args)]
pub struct ImportTable {
    /// 読む表（.xlsx） / Spreadsheet to read
    pub file: PathBuf,
    /// 列の対応（.toml） / Which column gives which field
    #[arg(long)]
    pub map: PathBuf,
    /// 取り込み先のワークスペース / Workspace to import into
    #[arg(long)]
    pub into: PathBuf,
    /// 書き込まずに結果だけ示す / Only tell what would happen
    #[arg(long)]
    pub dry_run: bool,
}

/// Arguments of `catalog`.
#[derive(Args)]
pub struct Catalog {
    /// 版 / Edition
    #[arg(long, global = true, default_value = "2020-08")]
    pub edition: String,
    /// What to look at.
    #[command(subcommand)]
    pub what: CatalogWhat,
}

/// What to look at in the catalogue.
#[derive(Subcommand)]
pub enum CatalogWhat {
    /// 件数 / Counts
    Stats {
        /// 出力の形 / Output format
        #[arg(long, value_enum, default_value = "text")]
        format: ListFormat,
    },
    /// 対策項目の一覧 / List of control items
    List {
        /// 出力の形 / Output format
        #[arg(long, value_enum, default_value = "json")]
        format: ListFormat,
    },
    /// 一つの対策項目・小項目・脅威など / One item, measure, threat or the like
    Show {
        /// ID（例：3.1.⑤-1） / Id, such as 3.1.⑤-1
        id: String,
        /// 公式文言の重ね合わせファイル / Overlay file with official wording
        #[arg(long)]
        overlay: Option<PathBuf>,
    },
    /// 手元の公式文書から文言を取り出す / Take the official wording from your own copy
    Overlay {
        /// 文書から取り出したテキスト、または2列のCSV・XLSX / Extracted text, or two-column CSV or XLSX
        file: PathBuf,
        /// 書き出すファイル / File to write
        #[arg(long)]
        out: PathBuf,
    },
}

/// Arguments of `explain`.
#[derive(Args)]
pub struct Explain {
    /// 結果に示される規則の符号（例：certificate-missing、availability、monthly-report） / Code of the rule as results show it, such as certificate-missing, availability, monthly-report
    pub code: String,
}

/// Arguments of `reference`.
#[derive(Args)]
pub struct Reference {
    /// Folder to write into.
    pub dir: PathBuf,
}
