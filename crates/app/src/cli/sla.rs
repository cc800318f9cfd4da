//! What `mamori sla` takes.

use super::{ListFormat, day};
use clap::{Args, Subcommand, ValueEnum};
use mamori_domain::Date;
use mamori_events::{Format, Gap, Sampling, Shape};
use mamori_level_reports::Channel;
use mamori_service_levels::Instant;
use std::path::PathBuf;

/// Arguments of `sla`.
#[derive(Args)]
pub struct Sla {
    /// What to do.
    #[command(subcommand)]
    pub what: SlaWhat,
}

/// What to do with service levels.
#[derive(Subcommand)]
pub enum SlaWhat {
    /// 月ごと・評価期間ごとの稼働率、未達成、評価A〜D、その結果 / Availability, shortfalls, grade and consequences per month and evaluation period
    Evaluate(SlaInput),
    /// いまの月と評価期間に、あとどれだけ停止できるか / How much stop time the running month and evaluation period still allow
    Budget(SlaInput),
    /// 医療機関等への月次・年次の報告を PDF・XLSX・HTML で作る / The monthly or yearly report to the institution as PDF, XLSX and HTML
    Report(SlaReport),
    /// 多数の契約の稼働率を、同じ取り決めで一度に計算する / Availability of many contracts under the same terms in one run
    Fleet(SlaFleet),
}

/// What an evaluation is made from.
#[derive(Args)]
pub struct SlaInput {
    /// The terms and the span.
    #[command(flatten)]
    pub agreed: SlaAgreed,
    /// The events.
    #[command(flatten)]
    pub events: SlaEvents,
    /// 出力の形 / Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
}

/// What a report is made from.
#[derive(Args)]
pub struct SlaReport {
    /// The terms and the span.
    #[command(flatten)]
    pub agreed: SlaAgreed,
    /// The events.
    #[command(flatten)]
    pub events: SlaEvents,
    /// 書き出し先のフォルダ / Folder to write into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// 報告する月。--year もなければ、終わった最後の月 / Month to report; the last one that is over when --year is absent too
    #[arg(long, value_name = "YYYY-MM", value_parser = month, conflicts_with = "year")]
    pub month: Option<Date>,
    /// 終わった最後の評価期間（まだなければ途中の期間）を報告する / Report the last evaluation period that is over, or the running one
    #[arg(long)]
    pub year: bool,
    /// 渡し方。ウェブページに載せる版には、紙かメールだけで渡すもの（量・利用の実績・閲覧の結果）と備考を入れない / How it is given; the edition for web pages leaves out what goes on paper or by mail alone (volume, use, results of viewing) and remarks
    #[arg(long, value_enum, default_value = "paper")]
    pub channel: ReportChannel,
}

/// How a report is given to the institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportChannel {
    /// 紙 / Paper
    Paper,
    /// メール（個人の情報があれば暗号化） / Mail, encrypted where it holds personal information
    Mail,
    /// ウェブページ / Web pages
    Web,
}

impl ReportChannel {
    /// The channel it names.
    pub fn channel(self) -> Channel {
        match self {
            ReportChannel::Paper => Channel::Paper,
            ReportChannel::Mail => Channel::Mail,
            ReportChannel::Web => Channel::Web,
        }
    }
}

/// The first day of a month.
fn month(text: &str) -> Result<Date, String> {
    let wrong = || "2026-04 のように書いてください / Write it like 2026-04".to_owned();
    match text.len() {
        7 => day(&format!("{text}-01")).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

/// The events and how to read them.
#[derive(Args)]
pub struct SlaEvents {
    /// 出来事のファイル（.csv .jsonl .json .xlsx、複数可） / Files of events (.csv, .jsonl, .json, .xlsx)
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub events: Vec<PathBuf>,
    /// すべてのファイルの形。なければ名前と中身から判断する / Format of all files; told from name and content when absent
    #[arg(long, value_enum)]
    pub events_format: Option<EventsFormat>,
    /// 監視の間隔（秒）。なければ記録の間に空白はないとみなす / Seconds between samples; without it there are no gaps
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub probe_interval: Option<u32>,
    /// 間隔の2倍を超えて記録がない時間の扱い / What more than two intervals without a sample mean
    #[arg(long, value_enum, default_value = "unknown")]
    pub gap: GapRule,
}

impl SlaEvents {
    /// How samples were taken.
    pub fn sampling(&self) -> Sampling {
        Sampling {
            interval: self.probe_interval,
            gap: match self.gap {
                GapRule::Unknown => Gap::Unknown,
                GapRule::Down => Gap::Down,
                GapRule::Up => Gap::Up,
            },
        }
    }
}

/// A format of files of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EventsFormat {
    /// 出来事の表 / A table of events
    Csv,
    /// 監視の記録（time,up） / Samples of a probe: time,up
    Probe,
    /// ブック / A workbook
    Xlsx,
    /// JSON。内容から判断する / JSON, told by its keys
    Json,
    /// 出来事のJSON Lines / Events as JSON Lines
    Jsonl,
    /// Uptime Kuma のハートビート / Heartbeats of Uptime Kuma
    UptimeKuma,
    /// ほかの監視ツールの通知（id,status,time） / Calls of another tool: id, status, time
    Webhook,
}

impl EventsFormat {
    /// The format it names.
    pub fn format(self) -> Format {
        match self {
            EventsFormat::Csv => Format::Csv,
            EventsFormat::Probe => Format::Samples,
            EventsFormat::Xlsx => Format::Workbook,
            EventsFormat::Json => Format::Json(None),
            EventsFormat::Jsonl => Format::Json(Some(Shape::Events)),
            EventsFormat::UptimeKuma => Format::Json(Some(Shape::Heartbeats)),
            EventsFormat::Webhook => Format::Json(Some(Shape::Webhook)),
        }
    }
}

/// What a gap in a series of samples means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GapRule {
    /// 分からない：停止に数えない / Nobody knows: no stop
    Unknown,
    /// 停止していた / The service was down
    Down,
    /// 動いていた / The service was up
    Up,
}

/// What a fleet is measured from.
#[derive(Args)]
pub struct SlaFleet {
    /// The terms and the span.
    #[command(flatten)]
    pub agreed: SlaAgreed,
    /// 停止の表（.csv）。見出しは contract,start,end,source、時刻はUNIX時間の秒。すべて停止に数える / Stops (.csv): contract,start,end,source in Unix seconds; every one counts
    #[arg(long, value_name = "CSV")]
    pub stops: PathBuf,
    /// 事前に合意した停止の表（.csv）。見出しは contract,start,end / Agreed stops (.csv): contract,start,end
    #[arg(long, value_name = "CSV")]
    pub exclusions: Option<PathBuf>,
    /// 結果の表の書き出し先（.csv） / Where the table of results goes (.csv)
    #[arg(long, value_name = "CSV")]
    pub out: PathBuf,
    /// 集計の出力の形 / Output format of the summary
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
}

/// The terms and the span to evaluate.
#[derive(Args)]
pub struct SlaAgreed {
    /// 取り決め：sla.toml、またはワークスペース（フォルダ・.xlsx・.json） / Terms: sla.toml, or a workspace (folder, .xlsx or .json)
    #[arg(long, value_name = "SLA.TOML|WORKSPACE")]
    pub terms: PathBuf,
    /// サービスのID（ワークスペースに複数あるとき） / Id of the service, when the workspace has several
    #[arg(long, value_name = "ID")]
    pub service: Option<String>,
    /// 医療機関等のID（その機関との取り決めで評価する） / Id of the institution whose terms apply
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// 評価の始まり：日付（その日の0時）または日時。なければ取り決めの適用開始日 / Start: a date (its midnight) or an instant; the first day of the terms when absent
    #[arg(long, value_name = "D", value_parser = bound)]
    pub from: Option<Bound>,
    /// 評価の終わり：日付（その日の0時まで。その日は含まない）または日時。なければ基準日の0時 / End: a date (up to its midnight, the day itself not included) or an instant; midnight of the day to evaluate for when absent
    #[arg(long, value_name = "D", value_parser = bound)]
    pub to: Option<Bound>,
    /// 基準日 / The day to evaluate for
    #[arg(long, value_parser = day)]
    pub as_of: Option<Date>,
}

/// An end of the evaluated span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Midnight in Japan at which a day begins.
    Day(Date),
    /// An instant.
    Instant(Instant),
}

impl Bound {
    /// The instant it means.
    pub fn instant(self) -> Instant {
        match self {
            Bound::Day(date) => Instant::midnight(date),
            Bound::Instant(instant) => instant,
        }
    }
}

fn bound(text: &str) -> Result<Bound, String> {
    let bound = match text.contains(['T', 't', ' ']) {
        true => Instant::read(text)
            .map(Bound::Instant)
            .map_err(|said| format!("{} / {}", said.ja, said.en))?,
        false => Bound::Day(day(text)?),
    };
    match (Instant::FIRST..=Instant::LAST).contains(&bound.instant()) {
        true => Ok(bound),
        false => Err("1948年から2099年までにしてください / Keep it within 1948 to 2099".to_owned()),
    }
}
