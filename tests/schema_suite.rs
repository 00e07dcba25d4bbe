//! The official JSON-Schema-Test-Suite for draft-07.
//!
//! The suite is not part of this repository: it comes with the package `valico`, which is
//! downloaded from the registry but never compiled. `JSON_SCHEMA_TEST_SUITE` may name the folder
//! of another copy, the one that holds `tests/draft7`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use flow_console::schema::Schema;
use serde_json::Value;

/// What is not passed, each with its reason: file, group of cases, case. A `*` is all cases.
const SKIPPED: &[(&str, &str, &str, &str)] = &[];

/// Optional files: the formats that are checked, and behaviour that is not required.
const OPTIONAL: &[&str] = &[
    "optional/bignum.json",
    "optional/ecmascript-regex.json",
    "optional/float-overflow.json",
    "optional/non-bmp-regex.json",
    "optional/format/date-time.json",
    "optional/format/date.json",
    "optional/format/email.json",
    "optional/format/hostname.json",
    "optional/format/ipv4.json",
    "optional/format/ipv6.json",
    "optional/format/json-pointer.json",
    "optional/format/regex.json",
    "optional/format/time.json",
    "optional/format/uri-reference.json",
    "optional/format/uri.json",
];

#[test]
fn passes_the_official_suite() {
    let folder = suite();
    let mut files: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    files.sort();
    let optional = OPTIONAL.iter().map(|name| (*name).to_owned());
    files.extend(optional.filter(|name| folder.join(name).exists()));

    let mut outcome = Outcome::default();
    for file in &files {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let groups: Value = serde_json::from_str(&text).unwrap();
        for group in groups.as_array().unwrap() {
            run(file, group, &mut outcome);
        }
    }
    println!(
        "{} files, {} cases passed, {} skipped",
        files.len(),
        outcome.passed,
        outcome.skipped
    );
    assert!(
        outcome.failures.is_empty(),
        "{}",
        outcome.failures.join("\n")
    );
    assert!(outcome.passed > 900, "the suite looks incomplete");
    if std::env::var_os("JSON_SCHEMA_TEST_SUITE").is_none() {
        let stale: Vec<_> = SKIPPED
            .iter()
            .filter(|it| !outcome.used.contains(*it))
            .collect();
        assert!(stale.is_empty(), "skipped but not in the suite: {stale:?}");
    }
}

#[derive(Default)]
struct Outcome {
    passed: usize,
    skipped: usize,
    failures: Vec<String>,
    used: BTreeSet<&'static (&'static str, &'static str, &'static str, &'static str)>,
}

fn run(file: &str, group: &Value, outcome: &mut Outcome) {
    let group_name = group["description"].as_str().unwrap();
    let schema = Schema::parse(&group["schema"]);
    for case in group["tests"].as_array().unwrap() {
        let name = case["description"].as_str().unwrap();
        let skip = SKIPPED
            .iter()
            .find(|it| it.0 == file && it.1 == group_name && (it.2 == name || it.2 == "*"));
        if let Some(skip) = skip {
            outcome.skipped += 1;
            outcome.used.insert(skip);
            continue;
        }
        let problems = schema.validate(&case["data"]);
        let expected = case["valid"].as_bool().unwrap();
        if problems.is_empty() == expected && schema.accepts(&case["data"]) == expected {
            outcome.passed += 1;
        } else {
            let failure = format!(
                "{file}: {group_name}: {name}: {expected} expected, {problems:?} {:?}",
                schema.defects()
            );
            outcome.failures.push(failure);
        }
    }
}

fn suite() -> PathBuf {
    let folder = match std::env::var_os("JSON_SCHEMA_TEST_SUITE") {
        Some(folder) => PathBuf::from(folder),
        None => package("valico").join("tests/schema/JSON-Schema-Test-Suite"),
    };
    folder.join("tests/draft7")
}

/// Where cargo unpacked a package of our lock file; downloads it if needed.
fn package(name: &str) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {error}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == name);
    let manifest = package.unwrap()["manifest_path"].as_str().unwrap();
    Path::new(manifest).parent().unwrap().to_owned()
}
