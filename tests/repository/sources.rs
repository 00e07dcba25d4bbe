//! How source files are cut, and what none of them may know.

use super::check;
use super::project::{below, files};
use super::tokens::without_comments;

/// A file that is longer does more than one thing.
const MOST_LINES: usize = 400;
const GOAL_LINES: usize = 300;

/// Connectors are data: what the service says about them is all that the console knows.
const CONNECTORS: &[&str] = &["postgres", "redshift", "kinesis", "phoenix"];

/// Where they may be known by name: the data itself, and what is told about the pretended service.
const KNOW_CONNECTORS: &[&str] = &[
    "src/catalog/data/",
    "src/catalog/documents/",
    // Where the files of these folders are named.
    "src/catalog/files.rs",
    "src/emulator/catalog/",
    "src/emulator/seed.rs",
    "src/form/connection_strings.json",
];

/// Not the connector but an address on a server, printed as the example of a parameter.
const ADDRESS: &str = "/hbasephoenix0";

/// Written in two parts, so that this file does not contain them.
const LOCAL: &[&str] = &[concat!("..", "/shared"), concat!("/work", "/")];

fn connectors(path: &str, text: &str) -> Vec<String> {
    if KNOW_CONNECTORS.iter().any(|known| path.starts_with(known)) {
        return Vec::new();
    }
    let said = if path.ends_with(".rs") {
        without_comments(text)
    } else {
        text.to_owned()
    };
    let said = said.to_lowercase().replace(ADDRESS, "");
    CONNECTORS
        .iter()
        .filter(|name| said.contains(*name))
        .map(|name| format!("{path}: names {name}"))
        .collect()
}

fn local_places(path: &str, text: &str) -> Vec<String> {
    LOCAL
        .iter()
        .filter(|place| text.contains(*place))
        .map(|place| format!("{path}: contains {place}"))
        .collect()
}

fn lines(path: &str, text: &str) -> Vec<String> {
    let count = text.lines().count();
    if count > GOAL_LINES {
        println!("{path}: {count} lines, of which {GOAL_LINES} would be enough");
    }
    let is_long = count > MOST_LINES;
    is_long
        .then(|| format!("{path}: {count} lines, more than {MOST_LINES}"))
        .into_iter()
        .collect()
}

/// The door of a room says what it is for, what it must never know and who may enter.
fn door(path: &str, text: &str) -> Vec<String> {
    let documented = text.lines().take_while(|line| line.starts_with("//!"));
    let count = documented.count();
    (count < 3)
        .then(|| format!("{path}: opens with {count} lines of documentation"))
        .into_iter()
        .collect()
}

#[test]
fn no_source_file_is_too_long() {
    let ends = [".rs", ".js", ".mjs", ".ts"];
    check(&below(&["src/", "tests/", "xtask/"], &ends), lines);
    // Style sheets have a goal, but no limit: a rule more is no purpose more.
    for sheet in below(&["style/"], &[".css"]) {
        lines(&sheet.path, &sheet.text);
    }
}

#[test]
fn every_room_says_what_it_is_for() {
    let mut doors = below(&["src/"], &["/mod.rs", "src/secret.rs"]);
    doors.retain(|file| file.path.matches('/').count() == 2 || file.path == "src/secret.rs");
    check(&doors, door);
}

#[test]
fn no_connector_is_known_by_name() {
    let folders = [
        "src/",
        "style/",
        "xtask/",
        "index.html",
        "Cargo.toml",
        "Trunk.toml",
    ];
    check(&below(&folders, &[""]), connectors);
}

#[test]
fn nothing_refers_to_places_outside_the_project() {
    let mut files = files();
    files.retain(|file| file.path != "Cargo.lock");
    check(&files, local_places);
}

#[test]
fn planted_words_are_caught() {
    type Checker = fn(&str, &str) -> Vec<String>;
    let check = |checker: Checker, path: &str, text: &str, expected: usize| {
        assert_eq!(checker(path, text).len(), expected, "{path}: {text}");
    };
    check(
        connectors,
        "src/api/url.rs",
        "let name = \"PostgreSQL\";",
        1,
    );
    check(connectors, "src/api/url.rs", "fn kinesis_form() {}", 1);
    check(
        connectors,
        "src/api/url.rs",
        "/// As for `amazon-redshift`.",
        0,
    );
    check(
        connectors,
        "src/words/table.rs",
        "\"such as /hbasephoenix0\"",
        0,
    );
    check(
        connectors,
        "src/words/table.rs",
        "\"Phoenix at /hbasephoenix0\"",
        1,
    );
    check(connectors, "style/pages.css", ".phoenix {}", 1);
    check(
        connectors,
        "src/catalog/documents/phoenix.json",
        "phoenix",
        0,
    );
    check(local_places, "README.md", concat!("see ..", "/shared/x"), 1);
    check(local_places, "README.md", "see ../elsewhere", 0);
    check(lines, "src/a.rs", &"x\n".repeat(401), 1);
    check(lines, "src/a.rs", &"x\n".repeat(400), 0);
    check(
        door,
        "src/a/mod.rs",
        "//! One.\n//!\n\nuse b;\n//! Three.",
        1,
    );
    check(door, "src/a/mod.rs", "//! One.\n//!\n//! Three.", 0);
}
