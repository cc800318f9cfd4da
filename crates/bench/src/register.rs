//! A generated risk register in Japanese, 14 columns. Every value is a function of seed, stream and
//! row, so that any program can make the same rows.

const SEED: u64 = 20_260_401;

/// The head.
pub const HEAD: [&str; 14] = [
    "リスクID",
    "資産",
    "資産分類",
    "脅威",
    "脆弱性",
    "観点",
    "発生可能性",
    "影響度",
    "リスク値",
    "リスクレベル",
    "対応方針",
    "管理策",
    "担当",
    "期限",
];

/// Columns that hold figures.
const FIGURES: std::ops::RangeInclusive<usize> = 6..=8;

/// The column that holds the level.
pub const LEVEL: usize = 9;

/// A row, every cell as it is shown.
pub type Row = [String; 14];

const ASSETS: [&str; 10] = [
    "受発注システム",
    "顧客データベース",
    "認証基盤",
    "決済ゲートウェイ",
    "社内ファイルサーバ",
    "公開Webサーバ",
    "監視サーバ",
    "バックアップ装置",
    "VPN装置",
    "勤怠管理システム",
];
const ASSET_CLASSES: [&str; 5] = ["情報資産", "ソフトウェア", "物理資産", "サービス", "人員"];
const THREATS: [&str; 10] = [
    "不正アクセスによる情報漏えい",
    "ランサムウェアによる業務停止",
    "内部者による持ち出し",
    "設定不備による公開",
    "委託先からの情報流出",
    "サービス妨害攻撃",
    "なりすましログイン",
    "ソフトウェアの脆弱性の悪用",
    "停電・災害による停止",
    "誤操作によるデータ消失",
];
const WEAKNESSES: [&str; 8] = [
    "多要素認証が未導入の利用者がある",
    "修正プログラムの適用が遅れている",
    "アクセスログの確認が不定期である",
    "退職者の権限削除に時間がかかる",
    "通信経路の一部が暗号化されていない",
    "復旧手順の訓練を実施していない",
    "委託先の管理状況を確認していない",
    "特権利用者の操作が記録されていない",
];
const CATEGORIES: [&str; 6] = ["機密性", "完全性", "可用性", "なりすまし", "改ざん", "否認"];
/// The levels, the gravest last.
pub const LEVELS: [&str; 4] = ["低", "中", "高", "重大"];
const TREATMENTS: [&str; 4] = ["低減", "受容", "回避", "移転"];
const OWNERS: [&str; 6] = [
    "情報システム部 佐藤",
    "総務部 鈴木",
    "営業部 高橋",
    "開発部 田中",
    "監査室 伊藤",
    "品質保証部 渡辺",
];
const CONTROLS: [&str; 8] = [
    "アクセス権の定期的な見直し",
    "多要素認証の適用",
    "脆弱性情報の収集と適用",
    "ログの取得と監視",
    "バックアップの取得と復元試験",
    "委託先の監督",
    "通信の暗号化",
    "教育と訓練の実施",
];

/// Days of the months from April 2026 to March 2027.
const MONTHS: [u64; 12] = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];

/// The last step of splitmix64.
fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A number below `limit`, the same for the same stream and row.
pub fn below(limit: usize, stream: u64, row: usize) -> u64 {
    let row = (row as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let number = mix(SEED
        .wrapping_add(stream.wrapping_mul(0xD134_2543_DE82_EF95))
        .wrapping_add(row));
    ((number >> 32) * limit as u64) >> 32
}

fn pick<const N: usize>(words: [&'static str; N], stream: u64, row: usize) -> &'static str {
    words[usize::try_from(below(N, stream, row)).expect("below the number of words")]
}

/// A row by its number, from 0.
pub fn row(at: usize) -> Row {
    let (likelihood, impact) = (1 + below(5, 1, at), 1 + below(5, 2, at));
    let score = likelihood * impact;
    let level = match score {
        ..=4 => 0,
        5..=9 => 1,
        10..=16 => 2,
        _ => 3,
    };
    [
        format!("R-{:05}", at + 1),
        format!("{}-{:03}", pick(ASSETS, 3, at), below(200, 4, at)),
        pick(ASSET_CLASSES, 5, at).to_owned(),
        pick(THREATS, 6, at).to_owned(),
        pick(WEAKNESSES, 7, at).to_owned(),
        pick(CATEGORIES, 8, at).to_owned(),
        likelihood.to_string(),
        impact.to_string(),
        score.to_string(),
        LEVELS[level].to_owned(),
        pick(TREATMENTS, 9, at).to_owned(),
        format!(
            "{}（A.{}.{}）",
            pick(CONTROLS, 10, at),
            5 + below(4, 11, at),
            1 + below(37, 12, at)
        ),
        pick(OWNERS, 13, at).to_owned(),
        day(below(365, 14, at)),
    ]
}

/// A day by its distance from 2026-04-01, at most 364.
fn day(mut days: u64) -> String {
    let mut month = 0;
    while days >= MONTHS[month] {
        days -= MONTHS[month];
        month += 1;
    }
    let (year, month) = if month < 9 {
        (2026, month + 4)
    } else {
        (2027, month - 8)
    };
    format!("{year}-{month:02}-{:02}", days + 1)
}

/// The first rows of the register.
pub fn rows(count: usize) -> Vec<Row> {
    (0..count).map(row).collect()
}

/// Head and rows as JSON, one array a line, figures as numbers.
pub fn json_lines(rows: &[Row]) -> String {
    let mut text = line(&HEAD.map(str::to_owned), false);
    rows.iter().for_each(|row| text.push_str(&line(row, true)));
    text
}

fn line(cells: &Row, figures: bool) -> String {
    let cell = |(column, text): (usize, &String)| match figures && FIGURES.contains(&column) {
        true => text.clone(),
        false => serde_json::Value::from(text.as_str()).to_string(),
    };
    let cells: Vec<String> = cells.iter().enumerate().map(cell).collect();
    format!("[{}]\n", cells.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// Of the bytes that the generator's first form, in another language, writes for 10,000 rows.
    const DIGEST: &str = "0e8993c873aeb5174496337c5e3056bdc1b893502feacd5c390cc4e3f594f239";

    fn digest(text: &str) -> String {
        Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    #[test]
    fn the_rows_are_those_of_the_first_generator() {
        let mut rows = rows(10_000);
        assert_eq!(digest(&json_lines(&rows)), DIGEST);
        rows[9_999][13] = "2026-04-01".to_owned();
        assert_ne!(digest(&json_lines(&rows)), DIGEST);
    }
}
