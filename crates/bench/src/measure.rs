//! Measures processor time and peak memory of this process, from the kernel's own accounts.

use std::fs;

/// What one piece of work cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Processor time of all threads, in microseconds: the mean over the runs.
    pub cpu_microseconds: u64,
    /// Highest resident memory while it ran, in KiB.
    pub peak_kib: u64,
}

/// Shortest time over which a cost is averaged: the kernel's accounts move in steps of some
/// milliseconds.
const AT_LEAST_NANOSECONDS: u64 = 400_000_000;

/// Runs a piece of work at least `runs` times and long enough to be told apart from nothing, and gives
/// its mean cost and the last result.
pub fn measure<T>(runs: usize, mut work: impl FnMut() -> T) -> (Cost, T) {
    reset_peak();
    let mut result = None;
    let mut done = 0;
    let mut used = 0;
    while done < runs.max(1) as u64 || (runs > 1 && used < AT_LEAST_NANOSECONDS && done < 10_000) {
        // The earlier result is dropped first, so that the peak is that of one run.
        drop(result.take());
        let before = cpu_nanoseconds();
        result = Some(work());
        used += cpu_nanoseconds().saturating_sub(before);
        done += 1;
    }
    let cost = Cost {
        cpu_microseconds: used / done / 1_000,
        peak_kib: peak_kib(),
    };
    (cost, result.expect("the work ran at least once"))
}

/// Processor time of all threads so far; 0 where the kernel does not tell.
fn cpu_nanoseconds() -> u64 {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .sum()
}

fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

/// Sets the kernel's high-water mark back to the present use.
fn reset_peak() {
    // Where the kernel refuses, the peak is that of the whole process: too high, never too low.
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// Load average of the last minute, printed with every figure so that a busy machine shows.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("?").to_owned()
}
