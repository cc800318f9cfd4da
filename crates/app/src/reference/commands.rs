//! The page of the commands, from their own help.

use std::fmt::Write as _;

pub(super) fn page() -> String {
    let mut page = String::from("# コマンド / Commands\n");
    write_command(&mut page, &mut crate::command_line(), "");
    page
}

fn write_command(page: &mut String, command: &mut clap::Command, above: &str) {
    let name = format!("{above}{}", command.get_name());
    if !command.is_hide_set() {
        let _ = write!(
            page,
            "\n## {name}\n\n```text\n{}```\n",
            command.render_long_help()
        );
        for inner in command
            .get_subcommands_mut()
            .filter(|inner| inner.get_name() != "help")
        {
            write_command(page, inner, &format!("{name} "));
        }
    }
}
