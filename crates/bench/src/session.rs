//! What all figures of one session share: where programs lie, a folder for passing files, and the
//! ways to run a work in a process of its own.

use crate::cost::Cost;
use crate::process;
use serde_json::Value;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A session of measuring.
pub struct Session {
    /// The folder with the programs of this build.
    programs: PathBuf,
    /// A folder for files that pass.
    pub folder: PathBuf,
}

impl Session {
    /// A session with an empty folder of its own.
    ///
    /// # Errors
    /// A sentence when this program cannot be found or the folder cannot be made.
    pub fn open() -> Result<Self, String> {
        let own = std::env::current_exe().map_err(|error| error.to_string())?;
        let programs = own.parent().ok_or("this program lies nowhere")?.to_owned();
        let folder = std::env::temp_dir().join(format!("mamori-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        Ok(Session { programs, folder })
    }

    /// Runs a work of this program in a fresh process; see [`crate::work`].
    ///
    /// # Errors
    /// As [`process::run_measured`].
    pub fn work(&self, arguments: &[&str]) -> Result<(Cost, Value), String> {
        let mut command = Command::new(self.programs.join("mamori-bench"));
        process::run_measured(command.arg("work").args(arguments), &self.folder)
    }

    /// Runs the product as a person does.
    ///
    /// # Errors
    /// As [`process::run`].
    pub fn product(&self, arguments: &[&str]) -> Result<process::Run, String> {
        process::run(
            Command::new(self.programs.join("mamori")).args(arguments),
            &self.folder,
        )
    }

    /// A reference in Python; see [`Python::find`].
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn python(&self, package: &'static str, script: &str) -> Result<Python<'_>, String> {
        self.python_module(package, package, script)
    }

    /// A reference in Python whose module has another name than its package.
    ///
    /// # Errors
    /// As [`Session::python`].
    pub fn python_module(&self, module: &str, package: &str, script: &str) -> Result<Python<'_>, String> {
        let path = self.folder.join(format!("reference_{module}.py"));
        std::fs::write(&path, script).map_err(|error| error.to_string())?;
        let ask = format!("import {module}, importlib.metadata as m; print(m.version({package:?}))");
        let answer = process::run(Command::new("python3").args(["-c", &ask]), &self.folder)
            .map_err(|_| format!("python3 cannot import {package}; skipped"))?;
        let version = String::from_utf8_lossy(&answer.said).trim().to_owned();
        Ok(Python {
            session: self,
            script: path,
            version,
        })
    }

    /// A path in the folder, as an argument.
    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // What cannot be removed is left to the system that cleans its temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A reference program in Python whose package is installed.
pub struct Python<'s> {
    session: &'s Session,
    script: PathBuf,
    /// The version of the package.
    pub version: String,
}

impl Python<'_> {
    /// Runs it and takes the processor time of the whole process.
    ///
    /// # Errors
    /// As [`process::run`].
    pub fn whole(&self, arguments: &[&str]) -> Result<process::Run, String> {
        process::run(&mut self.command(arguments), &self.session.folder)
    }

    /// Runs it and takes the processor time it tells of its work.
    ///
    /// # Errors
    /// As [`process::run_measured`].
    pub fn work(&self, arguments: &[&str]) -> Result<(Cost, Value), String> {
        process::run_measured(&mut self.command(arguments), &self.session.folder)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("python3");
        command.arg(Path::new(&self.script)).args(arguments);
        command
    }
}

/// Keeps the first thing a work found, for the check that outputs agree.
#[derive(Default)]
pub struct Found(RefCell<Option<Value>>);

impl Found {
    /// Takes a finding with its cost; every run must find the same.
    ///
    /// # Errors
    /// A sentence when a run found something else than the one before.
    pub fn take(&self, name: &str, run: (Cost, Value)) -> Result<Cost, String> {
        let (cost, mut found) = run;
        if let Some(object) = found.as_object_mut() {
            object.retain(|key, _| key != "cpu_ns" && key != "peak_kib");
        }
        let mut kept = self.0.borrow_mut();
        match &*kept {
            Some(before) if *before != found => Err(format!("{name} found {found}, before {before}")),
            _ => {
                *kept = Some(found);
                Ok(cost)
            }
        }
    }

    /// What was found.
    pub fn value(&self) -> Value {
        self.0.borrow().clone().unwrap_or_default()
    }
}
