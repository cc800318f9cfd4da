//! An existing spreadsheet is imported by a map: tried first, then written, never over what is there.

use crate::running::{arg, copy, example, folder, mamori};
use rust_xlsxwriter::Workbook;
use std::path::Path;

const MAP: &str = r#"
[[table]]
sheet = "運用"
target = "flow"
scope = "services/emr"
heading_row = 1
first_row = 2
prefix = "sheet"

[table.columns]
who = "誰が"
site = "どこの"
which = "どの機器で"
what = "何を"
how = "どうする"

[table.fixed]
phase = "operation"
layer = "app"

[table.values.how]
"閲覧・操作する" = "view"
"#;

fn spreadsheet(path: &Path, device: &str) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("運用").unwrap();
    let rows = [
        ["誰が", "どこの", "どの機器で", "何を", "どうする"],
        [
            "医療事務/看護師等が",
            "受付/窓口の",
            device,
            "レセプト/処方箋を",
            "閲覧・操作する",
        ],
    ];
    for (at, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate() {
            sheet.write_string(at as u32, column as u16, *text).unwrap();
        }
    }
    workbook.save(path).unwrap();
}

#[test]
fn a_flow_table_is_imported_after_a_dry_run() {
    let dir = folder("import");
    let workspace = dir.join("workspace");
    copy(&example(), &workspace);
    let (table, map) = (dir.join("table.xlsx"), dir.join("map.toml"));
    spreadsheet(&table, "医事端末で");
    std::fs::write(&map, MAP).unwrap();
    let import = |more: &[&str]| {
        let mut arguments = vec![
            "import",
            "table",
            arg(&table),
            "--map",
            arg(&map),
            "--into",
            arg(&workspace),
        ];
        arguments.extend_from_slice(more);
        mamori(&arguments)
    };
    let flows = workspace.join("services/emr/flows.csv");
    let dry = import(&["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(
        dry.out.contains("何も書き込んでいません") && !flows.exists(),
        "{}",
        dry.out
    );
    let done = import(&[]);
    assert_eq!(done.code, 0, "{}", done.err);
    let written = std::fs::read_to_string(&flows).unwrap();
    assert!(
        written.contains("clerks") && written.contains("billing-terminal") && written.contains("receipts"),
        "{written}"
    );
    spreadsheet(&table, "医事たんまつで");
    let refused = import(&[]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("医事たんまつ"), "{}", refused.err);
    assert_eq!(
        std::fs::read_to_string(&flows).unwrap(),
        written,
        "a refused import changes nothing"
    );
}
