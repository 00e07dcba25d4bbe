//! The official JSON-Schema-Test-Suite for draft-07.
//!
//! The suite is not part of this repository: it comes with the package `valico`, which is
//! downloaded from the registry but never compiled. `JSON_SCHEMA_TEST_SUITE` may name the folder
//! of another copy, the one that holds `tests/draft7`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use flow_console::schema::Schema;
use serde_json::Value;

/// A case that is not run: file, group, case and reason.
type Skipped = (&'static str, &'static str, &'static str, &'static str);

const REMOTE: &str = "the schema refers to another document, and those are never loaded";
const METASCHEMA: &str = "the schema refers to the meta-schema of draft-07, which is not built in";

#[rustfmt::skip]
const SKIPPED: &[Skipped] = &[
    ("definitions.json", "valid definition", "valid definition schema", METASCHEMA),
    ("definitions.json", "invalid definition", "invalid definition schema", METASCHEMA),
    ("ref.json", "remote ref, containing refs itself", "remote ref valid", METASCHEMA),
    ("ref.json", "remote ref, containing refs itself", "remote ref invalid", METASCHEMA),
    ("refRemote.json", "remote ref", "remote ref valid", REMOTE),
    ("refRemote.json", "remote ref", "remote ref invalid", REMOTE),
    ("refRemote.json", "fragment within remote ref", "remote fragment valid", REMOTE),
    ("refRemote.json", "fragment within remote ref", "remote fragment invalid", REMOTE),
    ("refRemote.json", "ref within remote ref", "ref within ref valid", REMOTE),
    ("refRemote.json", "ref within remote ref", "ref within ref invalid", REMOTE),
    ("refRemote.json", "base URI change", "base URI change ref valid", REMOTE),
    ("refRemote.json", "base URI change", "base URI change ref invalid", REMOTE),
    ("refRemote.json", "base URI change - change folder", "number is valid", REMOTE),
    ("refRemote.json", "base URI change - change folder", "string is invalid", REMOTE),
    ("refRemote.json", "base URI change - change folder in subschema", "number is valid", REMOTE),
    ("refRemote.json", "base URI change - change folder in subschema", "string is invalid", REMOTE),
    ("refRemote.json", "root ref in remote ref", "string is valid", REMOTE),
    ("refRemote.json", "root ref in remote ref", "null is valid", REMOTE),
    ("refRemote.json", "root ref in remote ref", "object is invalid", REMOTE),
];

/// The same for cases that only newer copies of the suite have.
#[rustfmt::skip]
const SKIPPED_IN_NEWER_COPIES: &[Skipped] = &[
    ("definitions.json", "validate definition against metaschema", "valid definition schema", METASCHEMA),
    ("definitions.json", "validate definition against metaschema", "invalid definition schema", METASCHEMA),
    ("refRemote.json", "remote ref with ref to definitions", "valid", REMOTE),
    ("refRemote.json", "remote ref with ref to definitions", "invalid", REMOTE),
    ("refRemote.json", "Location-independent identifier in remote ref", "integer is valid", REMOTE),
    ("refRemote.json", "Location-independent identifier in remote ref", "string is invalid", REMOTE),
    ("refRemote.json", "retrieved nested refs resolve relative to their URI not $id", "string is valid", REMOTE),
    ("refRemote.json", "retrieved nested refs resolve relative to their URI not $id", "number is invalid", REMOTE),
    ("refRemote.json", "$ref to $ref finds location-independent $id", "number is valid", REMOTE),
    ("refRemote.json", "$ref to $ref finds location-independent $id", "non-number is invalid", REMOTE),
];

/// Optional files: the formats that are checked, and behaviour that is not required.
const OPTIONAL: &[&str] = &[
    "optional/bignum.json",
    "optional/ecmascript-regex.json",
    "optional/float-overflow.json",
    "optional/id.json",
    "optional/non-bmp-regex.json",
    "optional/unknownKeyword.json",
    "optional/format/date-time.json",
    "optional/format/date.json",
    "optional/format/email.json",
    "optional/format/hostname.json",
    "optional/format/ipv4.json",
    "optional/format/ipv6.json",
    "optional/format/json-pointer.json",
    "optional/format/regex.json",
    "optional/format/time.json",
    "optional/format/unknown.json",
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
    let (passed, skipped) = (outcome.passed, outcome.skipped.len());
    println!(
        "{} files, {passed} cases passed, {skipped} skipped",
        files.len()
    );
    let failures = outcome.failures.join("\n");
    assert!(failures.is_empty(), "{failures}");
    assert!(passed > 900, "the suite looks incomplete");
    if std::env::var_os("JSON_SCHEMA_TEST_SUITE").is_none() {
        let stale = SKIPPED.iter().filter(|it| !outcome.skipped.contains(it));
        let stale: Vec<_> = stale.collect();
        assert!(stale.is_empty(), "skipped but not in the suite: {stale:?}");
    }
}

#[derive(Default)]
struct Outcome {
    passed: usize,
    skipped: Vec<Skipped>,
    failures: Vec<String>,
}

fn run(file: &str, group: &Value, outcome: &mut Outcome) {
    let group_name = group["description"].as_str().unwrap();
    let schema = Schema::parse(&group["schema"]);
    for case in group["tests"].as_array().unwrap() {
        let name = case["description"].as_str().unwrap();
        let mut skipped = SKIPPED.iter().chain(SKIPPED_IN_NEWER_COPIES);
        if let Some(skipped) = skipped.find(|it| (it.0, it.1, it.2) == (file, group_name, name)) {
            outcome.skipped.push(*skipped);
            continue;
        }
        let problems = schema.validate(&case["data"]);
        let expected = case["valid"].as_bool().unwrap();
        if problems.is_empty() == expected && schema.accepts(&case["data"]) == expected {
            outcome.passed += 1;
        } else {
            let defects = schema.defects();
            let failure = format!(
                "{file}: {group_name}: {name}: {expected} expected, {problems:?} {defects:?}"
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
