//! Screens and style sheets: each class is both used and defined, each variable too, and colours have one place.

use std::collections::BTreeSet;

use super::check;
use super::classes::{in_code, in_page};
use super::colours::{in_value, is_hexadecimal};
use super::css::{Sheet, outside_quotes, read, without_comments};
use super::project::{self, File, below};
use super::tokens::{self, Kind};

/// The one sheet with literals.
const TOKENS: &str = "style/tokens.css";

fn screens() -> Vec<File> {
    below(&["src/console/"], &[".rs"])
}

fn sheets() -> Vec<(String, Sheet)> {
    let files = below(&["style/"], &[".css"]).into_iter();
    files.map(|file| (file.path, read(&file.text))).collect()
}

fn page() -> String {
    without_comments(&project::read("index.html"))
}

fn defined() -> BTreeSet<String> {
    let sheets = sheets().into_iter();
    sheets.flat_map(|(_, sheet)| sheet.classes()).collect()
}

fn tokens_set() -> BTreeSet<String> {
    read(&project::read(TOKENS))
        .variables_set()
        .into_iter()
        .collect()
}

#[test]
fn every_class_that_is_used_is_defined() {
    let defined = defined();
    check(&screens(), |path, text| {
        let classes = in_code(text);
        let names = classes.names.into_iter();
        names
            .filter(|name| !defined.contains(name))
            .map(|name| format!("{path}: no style sheet has .{name}"))
            .chain(
                classes
                    .riddles
                    .into_iter()
                    .map(|riddle| format!("{path}: cannot make out {riddle}")),
            )
            .collect()
    });
    for name in in_page(&page()) {
        assert!(
            defined.contains(&name),
            "index.html: no style sheet has .{name}"
        );
    }
}

#[test]
fn every_class_that_is_defined_is_used() {
    let used: BTreeSet<String> = screens()
        .iter()
        .flat_map(|file| in_code(&file.text).names)
        .chain(in_page(&page()))
        .collect();
    let unused: Vec<String> = defined().difference(&used).cloned().collect();
    assert!(unused.is_empty(), "no screen uses {unused:?}");
}

#[test]
fn variables_come_from_one_sheet() {
    let set = tokens_set();
    let mut used = BTreeSet::new();
    for (path, sheet) in sheets() {
        let names = sheet.variables_used();
        let missing: Vec<&String> = names.iter().filter(|name| !set.contains(*name)).collect();
        assert!(missing.is_empty(), "{path}: {TOKENS} has no {missing:?}");
        used.extend(names);
        assert!(
            path == TOKENS || sheet.variables_set().is_empty(),
            "{path}: sets variables"
        );
    }
    let idle: Vec<&String> = set.difference(&used).collect();
    assert!(idle.is_empty(), "{TOKENS}: nobody takes {idle:?}");
}

#[test]
fn colours_are_written_in_one_sheet() {
    for (path, sheet) in sheets().into_iter().filter(|(path, _)| path != TOKENS) {
        for (name, value) in sheet.declarations {
            let found = in_value(&outside_quotes(&value));
            assert!(found.is_empty(), "{path}: {name}: {value}");
        }
    }
    check(&screens(), |path, text| {
        let texts = tokens::split(text).into_iter();
        texts
            .filter(|(kind, text)| *kind == Kind::Text && is_hexadecimal(text.trim_matches('"')))
            .map(|(_, text)| format!("{path}: the colour {text}"))
            .collect()
    });
    let page = page();
    let mut values = page.split('"').skip(1).step_by(2);
    assert_eq!(values.find(|value| is_hexadecimal(value)), None);
}

/// The page's security policy forbids inline styles: they would not even work.
#[test]
fn there_are_no_inline_styles() {
    let inline = |path: &str, text: &str| {
        let found = text.contains(" style=") || text.contains("attribute(\"style\"");
        let complaint = || format!("{path}: has an inline style");
        found.then(complaint).into_iter().collect::<Vec<_>>()
    };
    check(&screens(), |path, text| {
        inline(path, &tokens::without_comments(text))
    });
    assert_eq!(inline("index.html", &page()), Vec::<String>::new());
    assert_eq!(inline("x", "<p style=\"color: red\">").len(), 1);
}
