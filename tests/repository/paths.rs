//! The paths that code names, with braces taken apart and `super` followed.

use super::tokens::words;

/// Every path of at least two steps in the code, with its line, as written: `use a::{b, c::d}` are two.
pub fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let words = words(code);
    let at = |position: usize| words.get(position).map_or("", |(_, word)| *word);
    let mut found = Vec::new();
    let mut position = 0;
    while let Some((line, word)) = words.get(position) {
        let before = position.checked_sub(1).map_or("", at);
        let begins = before != "::" && before != "." && starts_name(word);
        if begins && at(position + 1) == "::" {
            let mut tree = Vec::new();
            position = follow(&at, position, Vec::new(), &mut tree);
            found.extend(tree.into_iter().map(|path| (*line, path)));
            continue;
        }
        if begins && *word == "crate" && at(position + 1) == "as" {
            // Renamed, the whole library could be reached unseen.
            found.push((*line, vec!["crate".to_owned(), "*".to_owned()]));
        }
        position += 1;
    }
    found
}

fn starts_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Reads the tree that begins at a word; gives back where it ends.
fn follow<'a>(
    at: &impl Fn(usize) -> &'a str,
    mut position: usize,
    mut path: Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> usize {
    loop {
        match at(position) {
            "{" => {
                position += 1;
                while !matches!(at(position), "}" | "") {
                    position = follow(at, position, path.clone(), found);
                    if at(position) == "as" {
                        position += 2;
                    }
                    position += usize::from(at(position) == ",");
                }
                return position + 1;
            }
            word if starts_name(word) || word == "*" => {
                path.push(word.to_owned());
                position += 1;
            }
            // The `<` of `Vec::<u8>`, or something that is no path at all.
            _ => {
                found.push(path);
                return position + 1;
            }
        }
        if at(position) != "::" {
            found.push(path);
            return position;
        }
        position += 1;
    }
}

/// The module that a source file is, from the library's root.
pub fn module(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    let inner = inner.strip_suffix(".rs").unwrap_or(inner);
    let mut steps: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if steps
        .last()
        .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str()))
    {
        steps.pop();
    }
    steps
}

/// The same path seen from the library's root; `None` when it does not lead there.
///
/// Modules inside a file count as the file, so that `super` in them goes a step too far up. It stops at the root.
pub fn absolute(file: &str, path: &[String]) -> Option<Vec<String>> {
    let (first, mut rest) = path.split_first()?;
    let mut steps = match first.as_str() {
        "crate" | "flow_console" => Vec::new(),
        "self" => module(file),
        "super" => {
            let mut steps = module(file);
            steps.pop();
            steps
        }
        _ => return None,
    };
    while let Some((above, behind)) = rest.split_first().filter(|(step, _)| *step == "super") {
        debug_assert_eq!(above, "super");
        steps.pop();
        rest = behind;
    }
    steps.extend(rest.iter().cloned());
    Some(steps)
}

#[test]
fn paths_are_found_in_every_form() {
    let cases: [(&str, &[&str]); 9] = [
        ("use crate::api::Call;", &["crate::api::Call"]),
        (
            "use crate::{api::{Call, self}, form};",
            &["crate::api::Call", "crate::api::self", "crate::form"],
        ),
        (
            "use {crate::api, super::b as c};",
            &["crate::api", "super::b"],
        ),
        (
            "use crate::{api as a, form::*};",
            &["crate::api", "crate::form::*"],
        ),
        ("let x = crate::api::LIMIT + y.z;", &["crate::api::LIMIT"]),
        ("Vec::<u8>::new()", &["Vec"]),
        ("use crate as whole;", &["crate::*"]),
        ("pub(crate) fn f(&self) {}", &[]),
        (
            "use crate::{\n  api,\n  form,\n};",
            &["crate::api", "crate::form"],
        ),
    ];
    for (code, expected) in cases {
        let found: Vec<String> = paths(code)
            .into_iter()
            .map(|(_, path)| path.join("::"))
            .collect();
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn paths_are_followed_to_the_root() {
    let cases = [
        (
            "src/form/build.rs",
            "super::field::Field",
            Some("form::field::Field"),
        ),
        ("src/form/build.rs", "super::super::model", Some("model")),
        ("src/form/mod.rs", "super::model", Some("model")),
        ("src/secret.rs", "super::schema", Some("schema")),
        (
            "src/words/failure/french.rs",
            "super::super::super::api",
            Some("api"),
        ),
        (
            "src/words/failure/french.rs",
            "super::super::super::super::api",
            Some("api"),
        ),
        ("src/api/url.rs", "self::decode", Some("api::url::decode")),
        ("src/api/url.rs", "crate::form", Some("form")),
        ("src/main.rs", "flow_console::console", Some("console")),
        ("src/api/url.rs", "std::fmt", None),
    ];
    for (file, path, expected) in cases {
        let steps: Vec<String> = path.split("::").map(str::to_owned).collect();
        let found = absolute(file, &steps).map(|steps| steps.join("::"));
        assert_eq!(found.as_deref(), expected, "{file}: {path}");
    }
}
