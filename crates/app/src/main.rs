//! The program `mamori`: reads the command line, runs one command, ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    mamori::run(std::env::args_os())
}
