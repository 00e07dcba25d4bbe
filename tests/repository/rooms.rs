//! The arrows between rooms: the table of `src/lib.rs`, held against what the code names.

use std::collections::BTreeMap;

use super::check;
use super::paths::{absolute, module, paths};
use super::project::{below, read};
use super::tokens::code;

/// Room by room, which others it may use.
type Arrows = BTreeMap<String, Vec<String>>;

/// The hosts stand outside the rooms and enter few of them.
const HOSTS: &[(&str, &[&str])] = &[
    ("src/main.rs", &["console"]),
    ("src/bin/emulator/", &["api", "emulator"]),
    ("src/bin/form_bench.rs", &["console"]),
];

/// Inside the console, where operations go is known to these only.
const KNOW_THE_EMULATOR: &[&str] = &[
    "src/console/backend.rs",
    "src/console/demo.rs",
    "src/console/demo_store.rs",
];

/// The rows of the table, such as ``| [`form`] | … | `schema`, `secret` |``.
fn table() -> Arrows {
    let rows: Vec<(String, String)> = read("src/lib.rs")
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("//! |")?.split('|').collect();
            let room = names(cells.first()?).into_iter().next()?;
            Some((room, cells.get(2)?.trim().to_owned()))
        })
        .collect();
    let rooms: Vec<String> = rows.iter().map(|(room, _)| room.clone()).collect();
    let mut arrows: Arrows = rows
        .into_iter()
        .map(|(room, may_use)| match may_use.as_str() {
            "all" => (room, rooms.clone()),
            list => (room, names(list)),
        })
        .collect();
    // Words may come to hold back a secret, which needs no row of its own: `secret` is open to any room with data.
    if let Some(words) = arrows.get_mut("words") {
        words.push("secret".to_owned());
    }
    arrows
}

/// The names in backquotes.
fn names(cell: &str) -> Vec<String> {
    let words = cell.split('`').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

/// Who is in this file: a room, or a host.
fn allowed(arrows: &Arrows, path: &str) -> Option<Vec<String>> {
    if let Some((_, rooms)) = HOSTS.iter().find(|(host, _)| path.starts_with(host)) {
        return Some(rooms.iter().map(|room| (*room).to_owned()).collect());
    }
    let room = module(path).into_iter().next()?;
    let mut rooms = arrows.get(&room)?.clone();
    if room == "console" && !KNOW_THE_EMULATOR.contains(&path) {
        rooms.retain(|room| room != "emulator");
    }
    rooms.push(room);
    Some(rooms)
}

/// The arrows that a file draws and must not.
fn violations(arrows: &Arrows, path: &str, text: &str) -> Vec<String> {
    let Some(allowed) = allowed(arrows, path) else {
        return vec![format!("{path}: belongs to no room of the table")];
    };
    let is_host = path.starts_with("src/bin/");
    paths(&code(text))
        .into_iter()
        // In a binary `crate` is the binary.
        .filter(|(_, steps)| !is_host || steps.first().is_some_and(|it| it == "flow_console"))
        .filter_map(|(line, steps)| Some((line, absolute(path, &steps)?.first()?.clone())))
        .filter(|(_, room)| (arrows.contains_key(room) || room == "*") && !allowed.contains(room))
        .map(|(line, room)| format!("{path}:{line}: may not use {room}"))
        .collect()
}

#[test]
fn rooms_use_no_others_than_the_table_says() {
    let arrows = table();
    let mut files = below(&["src/"], &[".rs"]);
    // It only says which rooms there are.
    files.retain(|file| file.path != "src/lib.rs");
    check(&files, |path, text| violations(&arrows, path, text));
}

#[test]
fn the_table_says_what_was_agreed() {
    let agreed: [(&str, &[&str]); 10] = [
        ("secret", &[]),
        ("schema", &[]),
        ("model", &["secret"]),
        ("api", &["model", "secret"]),
        ("form", &["schema", "secret"]),
        ("catalog", &["model"]),
        ("interchange", &["model", "api", "secret"]),
        ("ingest", &["schema", "model", "api"]),
        ("emulator", &["schema", "model", "api", "catalog", "secret"]),
        (
            "words",
            &[
                "schema",
                "model",
                "api",
                "form",
                "catalog",
                "interchange",
                "ingest",
                "secret",
            ],
        ),
    ];
    let arrows = table();
    for (room, may_use) in agreed {
        assert_eq!(arrows[room], may_use, "{room}");
    }
    // The console uses them all, and itself.
    assert_eq!(arrows["console"].len(), agreed.len() + 1);
    assert_eq!(arrows.len(), agreed.len() + 1);
}

#[test]
fn every_room_is_in_the_table() {
    let declared: Vec<String> = read("src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    let rooms: Vec<String> = table().into_keys().collect();
    assert_eq!(declared, rooms);
}

#[test]
fn a_planted_violation_is_caught() {
    let arrows = table();
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found: Vec<String> = violations(&arrows, path, text)
            .iter()
            .filter_map(|complaint| complaint.rsplit(' ').next().map(str::to_owned))
            .collect();
        assert_eq!(found, expected, "{path}: {text}");
    };
    let flow = "src/model/flow.rs";
    check(flow, "use crate::emulator::Emulator;", &["emulator"]);
    check(flow, "fn f() -> crate::api::Call<u8> {}", &["api"]);
    check(flow, "use crate::{secret::Secret, form};", &["form"]);
    check(flow, "use super::super::words::Words;", &["words"]);
    check(flow, "use crate::*;", &["*"]);
    check(flow, "use crate as all;", &["*"]);
    check(flow, "// use crate::api::Call;", &[]);
    check(flow, "let text = \"crate::api\";", &[]);
    check(
        flow,
        "use super::id::FlowId; use crate::secret::Secret;",
        &[],
    );
    check("src/secret.rs", "use crate::schema::Schema;", &["schema"]);
    check(
        "src/schema/run.rs",
        "use crate::secret::Secret;",
        &["secret"],
    );
    check("src/api/url.rs", "use crate::schema::Schema;", &["schema"]);
    check(
        "src/form/build.rs",
        "crate::model::Flow::default()",
        &["model"],
    );
    check(
        "src/interchange/place.rs",
        "use crate::words::Words;",
        &["words"],
    );
    check(
        "src/emulator/mod.rs",
        "use {crate::form, std::fmt};",
        &["form"],
    );
    check(
        "src/catalog/mod.rs",
        "use crate::words::Language;",
        &["words"],
    );
    check("src/words/mod.rs", "use crate::emulator;", &["emulator"]);
    check(
        "src/words/mod.rs",
        "use crate::console::start;",
        &["console"],
    );
    let emulator = "use crate::emulator::Faults;";
    check("src/console/pages/send.rs", emulator, &["emulator"]);
    check("src/console/backend.rs", emulator, &[]);
    check("src/console/demo.rs", emulator, &[]);
    check("src/console/demo_store.rs", emulator, &[]);
    check("src/main.rs", "flow_console::api::encode()", &["api"]);
    let host = "src/bin/emulator/main.rs";
    check(host, "use flow_console::form::gather;", &["form"]);
    check(host, "use crate::api::serve;", &[]);
    check("src/elsewhere.rs", "", &["table"]);
}
