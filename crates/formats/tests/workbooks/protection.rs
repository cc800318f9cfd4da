//! Ids in use are protected in the workbook; everything else of a row can be changed.

use mamori_domain::Language;
use mamori_formats::{text, workbook};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

fn part(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Whether each style of the workbook unlocks its cells, in order.
fn unlocked(styles: &str) -> Vec<bool> {
    let formats = styles
        .split("<cellXfs")
        .nth(1)
        .unwrap()
        .split("</cellXfs>")
        .next()
        .unwrap();
    formats
        .split("<xf ")
        .skip(1)
        .map(|format| format.contains("locked=\"0\""))
        .collect()
}

#[test]
fn an_id_in_use_is_locked_and_the_cell_beside_it_is_not() {
    let file = |path: &str, content: &str| (path.to_owned(), content.as_bytes().to_vec());
    let files = BTreeMap::from([
        file("mamori.toml", "format = 1\n"),
        file("services/s/sites.csv", "id,name\nfront-desk,UNIQUE-NAME\n"),
    ]);
    let raw = text::read_files(&files).unwrap();
    let bytes = workbook::write(&raw, Language::English).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let styles = unlocked(&part(&mut archive, "xl/styles.xml"));
    let strings = part(&mut archive, "xl/sharedStrings.xml");
    let number = |wanted: &str| {
        let entries = strings.split("<si>").skip(1);
        entries
            .map(|entry| entry.contains(&format!(">{wanted}<")))
            .position(|found| found)
            .unwrap()
    };
    let mut looked_at = 0;
    for at in 1..60 {
        let name = format!("xl/worksheets/sheet{at}.xml");
        if archive.by_name(&name).is_err() {
            break;
        }
        let sheet = part(&mut archive, &name);
        for (wanted, free) in [("front-desk", false), ("UNIQUE-NAME", true)] {
            let value = format!("<v>{}</v>", number(wanted));
            for cell in sheet
                .split("<c ")
                .skip(1)
                .filter(|cell| cell.contains(&value) && cell.contains("t=\"s\""))
            {
                let style = cell.split("s=\"").nth(1).unwrap().split('"').next().unwrap();
                assert_eq!(
                    styles[style.parse::<usize>().unwrap()],
                    free,
                    "{wanted} in {name}"
                );
                assert!(sheet.contains("<sheetProtection"), "{name}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at >= 2, "both cells were found");
}
