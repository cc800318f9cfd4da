//! Runs a program to its end in a process of its own and says what it cost.

use crate::cost::{self, Cost};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

/// What a program cost and said.
#[derive(Debug, Clone)]
pub struct Run {
    /// Processor time of the whole process, start-up included, and its peak memory.
    pub cost: Cost,
    /// What it wrote to standard output.
    pub said: Vec<u8>,
}

/// How often a running process is looked at. Its peak only grows, so one look shortly before its end
/// tells it; what it adds in the last instant is missed.
const LOOK: Duration = Duration::from_millis(2);

/// Runs a program. Its output goes through a file, so that nobody has to read along.
///
/// # Errors
/// A sentence when the program cannot be started or fails; it holds what the program said.
pub fn run(command: &mut Command, folder: &Path) -> Result<Run, String> {
    let shown = format!("{:?}", command.get_program());
    let (out, err) = (folder.join("stdout"), folder.join("stderr"));
    let file = |path: &Path| fs::File::create(path).map_err(|error| format!("{}: {error}", path.display()));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file(&out)?)
        .stderr(file(&err)?)
        .spawn()
        .map_err(|error| format!("{shown}: {error}"))?;
    let process = child.id().to_string();
    let mut peak = 0;
    // An ended process keeps its account of processor time until it is waited for.
    while !cost::has_ended(&process) {
        peak = cost::peak(&process).unwrap_or(peak);
        thread::sleep(LOOK);
    }
    let cpu = cost::processor_time(&process).unwrap_or(0);
    let status = child.wait().map_err(|error| format!("{shown}: {error}"))?;
    if !status.success() {
        let said = fs::read_to_string(&err).unwrap_or_default();
        return Err(format!("{shown}: {status}: {}", said.trim()));
    }
    let said = fs::read(&out).map_err(|error| format!("{shown}: {error}"))?;
    Ok(Run {
        cost: Cost { cpu, peak },
        said,
    })
}

/// Runs a program that measures its own work: its last line is JSON with `cpu_ns`, the processor time
/// of the work without start-up, and what it found.
///
/// # Errors
/// As [`run`], and when there is no such line.
pub fn run_measured(command: &mut Command, folder: &Path) -> Result<(Cost, Value), String> {
    let run = run(command, folder)?;
    let text = String::from_utf8_lossy(&run.said);
    let line = text.lines().last().unwrap_or_default();
    let found: Value = serde_json::from_str(line).map_err(|error| format!("{line:?}: {error}"))?;
    let cpu = found["cpu_ns"]
        .as_u64()
        .ok_or_else(|| format!("{line:?}: cpu_ns?"))?;
    let peak = found["peak_kib"].as_u64().unwrap_or(run.cost.peak);
    Ok((Cost { cpu, peak }, found))
}
