//! Runs every test and ends with one line, `N passed, N failed`.

use crate::{cargo, setup};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// What the runs of all test programs add up to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sum {
    passed: u64,
    failed: u64,
}

impl Sum {
    /// Adds a closing line of a test program, `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        for part in counts.split([';', '.']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (
                words.next().and_then(|word| word.parse::<u64>().ok()),
                words.next(),
            ) else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }
}

/// The command.
pub(crate) fn run() -> Result<()> {
    setup::run()?;
    setup::readers()?;
    let mut command = cargo::cargo(&["test", "--workspace", "--release", "--no-fail-fast"]);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo test")?;
    let mut sum = Sum::default();
    for line in BufReader::new(child.stdout.take().context("no output of cargo test")?).lines() {
        let line = line?;
        println!("{line}");
        sum.add(&line);
    }
    let status = child.wait()?;
    // A program that does not compile, or dies, closes with no count: that is a failure too.
    if !status.success() && sum.failed == 0 {
        sum.failed = 1;
    }
    let passed = status.success() && sum.failed == 0 && sum.passed > 0;
    if !passed {
        eprintln!("テストが通りませんでした / the tests did not pass");
    }
    // The closing line says it all; nothing may follow it.
    println!("{} passed, {} failed", sum.passed, sum.failed);
    match passed {
        true => Ok(()),
        false => std::process::exit(1),
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn closing_lines_add_up() {
        let mut sum = Sum::default();
        sum.add(
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s",
        );
        sum.add("test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.00s");
        sum.add("running 4 tests");
        assert_eq!(
            sum,
            Sum {
                passed: 15,
                failed: 2
            }
        );
    }
}
