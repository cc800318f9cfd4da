//! How a command ends: what it prints, and the exit code.

use mamori_domain::{Language, Problem, Said};
use std::process::ExitCode;

/// The end of a command.
pub enum Outcome {
    /// Done; the text goes to standard output.
    Done(String),
    /// Done; what was asked for has been printed already, piece by piece.
    Printed,
    /// Done, and something was found at the denied level; the text goes to standard output.
    Found(String),
    /// The input cannot be read: every problem with its place.
    Unreadable(Vec<Problem>),
    /// What was read cannot be done or written: every problem with its place.
    Undone(Vec<Problem>),
    /// Refused or failed, in words.
    Refused(Said),
}

impl Outcome {
    /// Prints and gives the exit code.
    pub fn end(self, language: Language) -> ExitCode {
        use std::io::Write;
        let (text, code) = match self {
            Outcome::Done(text) => (text, 0),
            Outcome::Printed => return ExitCode::SUCCESS,
            Outcome::Found(text) => (text, 1),
            Outcome::Unreadable(problems) => {
                eprint!("{}", crate::report::problems(&problems, language));
                eprintln!("{}", crate::report::unreadable(problems.len(), language));
                return ExitCode::from(2);
            }
            Outcome::Undone(problems) => {
                eprint!("{}", crate::report::problems(&problems, language));
                return ExitCode::from(2);
            }
            Outcome::Refused(said) => {
                eprintln!("{}", said.say(language));
                return ExitCode::from(2);
            }
        };
        // A reader that closes the pipe early (`mamori … | head`) is no fault of ours.
        let _ = std::io::stdout().write_all(text.as_bytes());
        ExitCode::from(code)
    }
}

/// A refusal in both languages, as the error of a step.
pub fn refused(ja: impl Into<String>, en: impl Into<String>) -> Outcome {
    Outcome::Refused(Said::new(ja, en))
}
