//! What a piece of work costs: processor time and peak memory, from the kernel's own accounts.

use std::fs;

/// Processor time and peak memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Processor time of all threads, in nanoseconds.
    pub cpu: u64,
    /// Highest resident memory of the process, in KiB.
    pub peak: u64,
}

/// Runs a piece of work once and gives its processor time in nanoseconds and its result. It is not
/// repeated: a second run would find memory that the first one had paid for.
pub fn timed<T>(work: impl FnOnce() -> T) -> (u64, T) {
    let before = processor_time("self").unwrap_or(0);
    let result = work();
    let after = processor_time("self").unwrap_or(0);
    (after.saturating_sub(before), result)
}

/// Processor time of a process so far, in nanoseconds. The threads that live are known to the
/// nanosecond; those that ended only in the account of the whole process, in steps of 10 ms.
pub fn processor_time(process: &str) -> Option<u64> {
    let living: u64 = fs::read_dir(format!("/proc/{process}/task"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .sum();
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // User and system time are the 14th and 15th field; the 2nd, in brackets, may hold spaces.
    let fields = text.rsplit_once(')')?.1;
    let ticks: u64 = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|ticks| ticks.parse::<u64>().unwrap_or(0))
        .sum();
    Some(living.max(ticks * 10_000_000))
}

/// Whether a process has ended and waits to be collected.
pub fn has_ended(process: &str) -> bool {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    text.rsplit_once(')')
        .is_none_or(|(_, fields)| fields.trim_start().starts_with('Z'))
}

/// Highest resident memory of a process so far, in KiB; nothing once it has ended.
pub fn peak(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Load average of the last minute, printed with every figure so that a busy machine shows.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("?").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_costs_more_than_none() {
        let (idle, ()) = timed(|| ());
        let (busy, sum) =
            timed(|| (0..30_000_000_u64).fold(0, |sum: u64, number| sum ^ std::hint::black_box(number)));
        assert!(busy > idle + 1_000_000, "{busy} {idle} {sum}");
    }

    #[test]
    fn a_thread_that_ended_is_counted() {
        let (cpu, ()) = timed(|| {
            let work = || (0..200_000_000_u64).fold(0, |sum: u64, number| sum ^ std::hint::black_box(number));
            drop(std::thread::spawn(work).join());
        });
        assert!(cpu >= 20_000_000, "{cpu}");
    }
}
