//! Measures a reading in a process of its own: time on the processor and highest memory.
//!
//! The process is this test program again, told to run one ignored test. Its highest memory is reset
//! once the file is in memory, so what is measured is what reading adds.

use mamori_formats::workbook;
use mamori_formats::xlsx_reader::read_sheets;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const FILE: &str = "MAMORI_MEASURED_FILE";

/// What a reading came to.
pub struct Measured {
    /// `3 cells`, or `refused: ` and the words.
    pub outcome: String,
    /// Time on the processor.
    pub cpu: Duration,
    /// Memory beyond that of the file itself, at its highest.
    pub peak_kib: u64,
}

/// Reads a file in a process of its own.
pub fn measure(bytes: &[u8]) -> Measured {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let name = format!(
        "mamori-measured-{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let path = std::env::temp_dir().join(name);
    fs::write(&path, bytes).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "measured::child",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FILE, &path)
        .output()
        .unwrap();
    fs::remove_file(&path).unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text
        .split("measured\t")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    assert!(output.status.success(), "{text}");
    let line = line.unwrap_or_else(|| panic!("no measure: {:?} {text}", output.status));
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default().to_owned();
    Measured {
        cpu: Duration::from_millis(field().parse().unwrap()),
        peak_kib: field().parse().unwrap(),
        outcome: field(),
    }
}

/// Time on the processor of this process, in milliseconds (ticks are hundredths of a second).
fn cpu_ms() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()) * 10
}

fn highest_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[ignore = "run by the other tests in a process of its own"]
fn child() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let bytes = fs::read(path).unwrap();
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let (cpu, before) = (cpu_ms(), highest_kib());
    let outcome = match bytes.starts_with(b"planted") {
        true => planted(),
        false => outcome(&bytes),
    };
    println!(
        "measured\t{}\t{}\t{outcome}",
        cpu_ms() - cpu,
        highest_kib() - before
    );
    // What the reader refuses the workbook refuses too.
    assert!(!outcome.starts_with("refused") || workbook::read(&bytes).is_err());
}

fn outcome(bytes: &[u8]) -> String {
    match read_sheets(bytes) {
        Ok(sheets) => format!("{} cells", sheets.iter().map(|sheet| sheet.len()).sum::<usize>()),
        Err(problems) => {
            assert!(
                problems
                    .iter()
                    .all(|problem| !problem.help.ja.is_empty() && !problem.what.ja.is_empty())
            );
            let first = problems
                .first()
                .map(|problem| problem.what.en.replace(['\t', '\n'], " "));
            format!("refused: {}", first.unwrap_or_default())
        }
    }
}

/// Too much of both, so that the limits are known to be able to fail.
fn planted() -> String {
    let large = vec![1_u8; 128 << 20];
    let mut sum = 0_u64;
    for _ in 0..20_000 {
        sum += std::hint::black_box(&large)
            .iter()
            .step_by(4096)
            .map(|byte| u64::from(*byte))
            .sum::<u64>();
    }
    format!("planted {sum}")
}
