//! `mamori reference DIR`: writes the generated reference; hidden, for `cargo xtask docs`.

use crate::cli::Reference;
use crate::outcome::{Outcome, refused};
use crate::reference;

pub fn run(arguments: &Reference) -> Result<Outcome, Outcome> {
    for (name, page) in reference::pages() {
        let path = arguments.dir.join(name);
        std::fs::create_dir_all(&arguments.dir)
            .and_then(|()| std::fs::write(&path, page))
            .map_err(|error| {
                refused(
                    format!("{} を書けません：{error}", path.display()),
                    format!("Cannot write {}: {error}", path.display()),
                )
            })?;
    }
    Ok(Outcome::Done(String::new()))
}
