//! What code that is shipped must not contain.

use super::check;
use super::paths::paths;
use super::project::below;
use super::tokens::{code, shipped, words};

/// The browser's crates, and where alone they may be named.
const BROWSER: &[(&str, &[&str])] = &[
    ("leptos", &[]),
    ("web_sys", &[]),
    ("gloo_net", &[]),
    ("wasm_bindgen_futures", &[]),
    // The page's own regular expressions are reached through these two.
    ("js_sys", &["src/schema/pattern/engine.rs"]),
    ("wasm_bindgen", &["src/schema/pattern/engine.rs"]),
];

/// What would make two runs differ, or reach outside.
const OUTSIDE: &[&str] = &[
    "std::time",
    "std::env",
    "std::fs",
    "std::io",
    "std::process",
    "std::thread",
    "rand",
    "getrandom",
    "fastrand",
    "uuid",
    "log",
    "tracing",
    "tokio",
    "axum",
    "hyper",
    "chrono",
];

/// The same, by names that need no path.
const OUTSIDE_NAMES: &[&str] = &[
    "SystemTime",
    "Instant",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "UnixStream",
    "ToSocketAddrs",
    // Their order differs from one run to the next.
    "HashMap",
    "HashSet",
    "RandomState",
];

/// Marks and words in a row.
const PRINTING: &[&str] = &["println !", "eprintln !", "print !", "eprint !", "dbg !"];
const PANICKING: &[&str] = &[
    ". unwrap (",
    ". unwrap_err (",
    ". expect (",
    ". expect_err (",
    "panic !",
    "todo !",
    "unimplemented !",
    "unreachable !",
];

/// The lines on which one of the rows of words stands.
fn rows(code: &str, sought: &[&str]) -> Vec<(usize, String)> {
    let words = words(code);
    let mut found = Vec::new();
    for row in sought {
        let row: Vec<&str> = row.split(' ').collect();
        for window in words.windows(row.len()) {
            if let Some((line, _)) = window.first()
                && window.iter().map(|(_, word)| word).eq(&row)
            {
                found.push((*line, row.concat()));
            }
        }
    }
    found
}

fn complaints(path: &str, found: Vec<(usize, String)>) -> Vec<String> {
    let complaint = |(line, what)| format!("{path}:{line}: {what}");
    found.into_iter().map(complaint).collect()
}

fn is_screen(path: &str) -> bool {
    path.starts_with("src/console/") || ["src/main.rs", "src/bin/form_bench.rs"].contains(&path)
}

fn is_host(path: &str) -> bool {
    path.starts_with("src/bin/")
}

fn browser_crates(path: &str, text: &str) -> Vec<String> {
    let named = BROWSER
        .iter()
        .filter(|(_, files)| !is_screen(path) && !files.contains(&path))
        .map(|(name, _)| *name);
    complaints(path, rows(&code(text), &named.collect::<Vec<_>>()))
}

fn outside(path: &str, text: &str) -> Vec<String> {
    if is_screen(path) || is_host(path) {
        return Vec::new();
    }
    let code = code(text);
    let mut found = rows(&code, OUTSIDE_NAMES);
    found.extend(rows(&code, PRINTING));
    found.extend(paths(&code).into_iter().filter_map(|(line, steps)| {
        let path = steps.join("::");
        let is_outside = |outside: &str| {
            path.strip_prefix(outside)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        OUTSIDE
            .iter()
            .any(|it| is_outside(it))
            .then_some((line, path))
    }));
    complaints(path, found)
}

fn panics(path: &str, text: &str) -> Vec<String> {
    complaints(path, rows(&shipped(&code(text)), PANICKING))
}

#[test]
fn only_screens_name_the_browser() {
    check(&below(&["src/"], &[".rs"]), browser_crates);
}

#[test]
fn below_the_screens_there_is_no_clock_no_chance_and_no_log() {
    check(&below(&["src/"], &[".rs"]), outside);
}

#[test]
fn shipped_code_cannot_panic_on_purpose() {
    check(&below(&["src/", "xtask/"], &[".rs"]), panics);
}

#[test]
fn planted_words_are_caught() {
    type Checker = fn(&str, &str) -> Vec<String>;
    let check = |checker: Checker, path: &str, text: &str, expected: usize| {
        assert_eq!(checker(path, text).len(), expected, "{path}: {text}");
    };
    let api = "src/api/url.rs";
    check(browser_crates, api, "use leptos::prelude::*;", 1);
    check(browser_crates, api, "fn f(_: web_sys::Event) {}", 1);
    check(browser_crates, api, "// leptos", 0);
    check(
        browser_crates,
        "src/console/app.rs",
        "use leptos::prelude::*;",
        0,
    );
    check(
        browser_crates,
        "src/schema/pattern/engine.rs",
        "use js_sys::Array;",
        0,
    );
    check(
        browser_crates,
        "src/schema/pattern/engine.rs",
        "web_sys::window()",
        1,
    );
    check(outside, api, "use std::time::Duration;", 1);
    check(outside, api, "use std::{fmt, time::Instant};", 2);
    check(outside, api, "rand::random()", 1);
    check(outside, api, "log::info!(\"x\")", 1);
    check(outside, api, "println!(\"x\")", 1);
    check(outside, api, "let map = HashMap::new();", 1);
    check(outside, api, "catalog::flow(); self.log.print(rand)", 0);
    check(outside, "src/bin/emulator/main.rs", "println!(\"x\")", 0);
    check(panics, api, "text.unwrap()", 1);
    check(panics, api, "text\n    .expect(\"x\")", 1);
    check(
        panics,
        api,
        "panic!(); todo!(); unimplemented!(); unreachable!()",
        4,
    );
    check(panics, api, "text.unwrap_or(1); std::panic::set_hook(f)", 0);
    check(panics, api, "// .unwrap()\n\"panic!\"", 0);
    check(
        panics,
        api,
        "#[cfg(test)] mod tests { fn f() { g().unwrap() } }",
        0,
    );
}
