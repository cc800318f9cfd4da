//! A mistyped command line is told in Japanese first, English second, and ends with 2.

use crate::running::mamori;

fn refused(arguments: &[&str]) -> String {
    let ended = mamori(arguments);
    assert_eq!(
        (ended.code, ended.out.as_str()),
        (2, ""),
        "{arguments:?}: {}",
        ended.err
    );
    assert!(ended.err.starts_with("エラー："), "{arguments:?}: {}", ended.err);
    assert!(
        ended.err.lines().nth(1).unwrap().starts_with("error: "),
        "{}",
        ended.err
    );
    ended.err
}

#[test]
fn every_sort_of_mistake_is_told_in_both_languages() {
    let told = refused(&["chekc"]);
    assert!(
        told.contains("「chekc」というコマンドはありません") && told.contains("「check」のことですか"),
        "{told}"
    );
    let told = refused(&["check", "w", "--fromat", "json"]);
    assert!(
        told.contains("「--fromat」という引数はありません") && told.contains("--format"),
        "{told}"
    );
    let told = refused(&["check"]);
    assert!(told.contains("必要な引数がありません：<WORKSPACE>"), "{told}");
    assert!(told.contains("使い方 / Usage: mamori check"), "{told}");
    let told = refused(&["check", "w", "--format", "yaml"]);
    assert!(
        told.contains("「yaml」は使えません。選べる値：text, json, sarif"),
        "{told}"
    );
    let told = refused(&["check", "w", "--as-of", "2026-02-30"]);
    assert!(
        told.contains("「2026-02-30」は使えません") && told.contains("日付ではありません"),
        "{told}"
    );
    let told = refused(&["check", "w", "--lang", "fr"]);
    assert!(told.contains("「fr」は使えません"), "{told}");
    let told = refused(&["check", "w", "--format"]);
    assert!(told.contains("値がありません"), "{told}");
    let told = refused(&["check", "w", "--format", "json", "--format", "text"]);
    assert!(told.contains("一度しか書けません"), "{told}");
    refused(&[]);
    refused(&["import"]);
    assert_eq!(mamori(&["--help"]).code, 0);
    assert_eq!(mamori(&["--version"]).code, 0);
}
