//! What the page weighs, and which crates the weight comes from.

use std::collections::HashMap;

use crate::{
    dist,
    failure::{Failure, Outcome},
    parts,
    project::Project,
    tools::Tools,
    wasm,
};

/// How many are listed by name.
const LISTED: usize = 25;

/// The crate that the rooms belong to.
const OURS: &str = "flow_console";

/// Prints both tables.
pub fn run(project: &Project) -> Outcome<()> {
    let tools = Tools::for_page(project)?;
    let sizes = dist::build(project, &tools)?;
    println!("Optimising the first file once more with its names kept…");
    let named = parts::first_with_names(project, &tools)?;

    println!();
    sizes.print();
    sizes.check_budget()?;
    println!();
    print_owners(&named)
}

fn print_owners(module: &[u8]) -> Outcome<()> {
    let contents = wasm::read(module).ok_or_else(|| {
        Failure::new(
            "wasm-opt wrote a module that xtask/src/wasm.rs cannot read: teach it the new format.",
        )
    })?;
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for (name, size) in &contents.functions {
        *owners.entry(owner_of(name)).or_default() += size;
    }
    let mut owners: Vec<(&str, usize)> = owners.into_iter().collect();
    owners.sort_by_key(|(name, size)| (usize::MAX - size, *name));

    let code: usize = owners.iter().map(|(_, size)| size).sum();
    let other: usize = owners.iter().skip(LISTED).map(|(_, size)| size).sum();
    let title = "wasm of the first load, raw";
    println!("{title:<44} {:>10}", "bytes");
    for (name, size) in owners.iter().take(LISTED) {
        println!("{name:<44} {size:>10}");
    }
    println!("{:<44} {other:>10}", "others");
    println!("{:<44} {code:>10}", "all code");
    println!("{:<44} {:>10}", "data", contents.data);
    Ok(())
}

/// What belongs to no crate: the compiler's own functions and wasm-bindgen's glue.
const NO_CRATE: &str = "(glue)";

/// The crate that a function belongs to, and for our own also the room.
fn owner_of(name: &str) -> &str {
    let owner = crate_of(name);
    if owner != OURS {
        return owner;
    }
    let ours = name.find(OURS).and_then(|start| name.get(start..));
    let rest = ours.and_then(|ours| ours.get(OURS.len() + 2..).map(|rest| (ours, rest)));
    let Some((ours, rest)) = rest else {
        return owner;
    };
    let room = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let end = room.map_or(ours.len(), |room| OURS.len() + 2 + room);
    ours.get(..end).unwrap_or(owner)
}

/// The crate that a function's name begins with: that of the type for a method, and of the trait
/// where the type is built in. A generic function counts for the crate that wrote it.
fn crate_of(name: &str) -> &str {
    let mut rest = name;
    while let Some((before, after)) = rest.split_once("::") {
        let word = without_hash(before);
        let start = word.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let last = start
            .and_then(|start| word.get(start + 1..))
            .unwrap_or(word);
        if !last.is_empty() {
            return last;
        }
        rest = after;
    }
    NO_CRATE
}

/// Drops the hash in `core[c5930c85a12de822]`, the form that the standard library's names have.
fn without_hash(word: &str) -> &str {
    let split = word
        .strip_suffix(']')
        .and_then(|word| word.rsplit_once('['));
    match split {
        Some((name, hash)) if hash.len() == 16 => name,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{crate_of, owner_of};

    #[test]
    fn a_function_belongs_to_the_first_crate_it_names() {
        let cases = [
            ("serde_json::de::from_str::h01", "serde_json"),
            (
                "<serde_json::Value as core::fmt::Debug>::fmt::h01",
                "serde_json",
            ),
            (
                "<&mut tachys::View<alloc::Vec> as core::Clone>::clone",
                "tachys",
            ),
            ("<str as core::fmt::Display>::fmt::h01", "core"),
            ("<[T] as alloc::slice::Concat>::concat", "alloc"),
            ("<i32 as core[c5930c85a12de822]::fmt::Display>::fmt", "core"),
            ("__wbindgen_malloc", super::NO_CRATE),
        ];
        for (name, expected) in cases {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn our_own_functions_belong_to_rooms() {
        let cases = [
            (
                "flow_console::form::tree::Form::problems::h01",
                "flow_console::form",
            ),
            (
                "<flow_console::api::http::Method as core::fmt::Debug>::fmt",
                "flow_console::api",
            ),
            ("flow_console::main", "flow_console::main"),
            ("serde_json::de::from_str::h01", "serde_json"),
        ];
        for (name, expected) in cases {
            assert_eq!(owner_of(name), expected, "{name}");
        }
    }
}
