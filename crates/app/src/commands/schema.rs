//! `mamori schema`: the JSON Schema of a workspace in JSON form.

use crate::cli::Cli;
use crate::outcome::Outcome;
use mamori_formats::schema;

pub fn run(cli: &Cli) -> Result<Outcome, Outcome> {
    Ok(Outcome::Done(format!("{:#}\n", schema::json_schema(cli.lang))))
}
