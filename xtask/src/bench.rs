//! What the page weighs, and which crates the weight comes from.

use std::{collections::HashMap, fs};

use crate::{
    bindings::bind,
    dist,
    failure::{Failure, Outcome, While},
    process,
    project::Project,
    tools::Tools,
    wasm,
};

/// How many crates are listed by name.
const LISTED: usize = 15;

/// Prints both tables.
pub fn run(project: &Project) -> Outcome<()> {
    let tools = Tools::for_page(project)?;
    let sizes = dist::build(project, &tools)?;
    println!("Optimising the wasm once more with its names kept, about half a minute…");
    let named = named_wasm(project, &tools)?;

    println!();
    sizes.print();
    sizes.check_budget()?;
    println!();
    print_crates(&named)
}

/// The release's wasm, except that its functions keep their names.
fn named_wasm(project: &Project, tools: &Tools) -> Outcome<Vec<u8>> {
    let folder = project.target.join("named");
    bind(project, tools, "console", &folder)?;
    let optimised = folder.join("named.wasm");
    process::run(
        tools
            .command("wasm-opt")?
            .args(["-Oz", "--debuginfo", "--output"])
            .arg(&optimised)
            .arg(folder.join("console_bg.wasm")),
        "Running wasm-opt",
    )?;
    fs::read(&optimised).to(format_args!("read {}", optimised.display()))
}

fn print_crates(module: &[u8]) -> Outcome<()> {
    let contents = wasm::read(module).ok_or_else(|| {
        Failure::new(
            "wasm-opt wrote a module that xtask/src/wasm.rs cannot read: teach it the new format.",
        )
    })?;
    let mut crates: HashMap<&str, usize> = HashMap::new();
    for (name, size) in &contents.functions {
        *crates.entry(crate_of(name)).or_default() += size;
    }
    let mut crates: Vec<(&str, usize)> = crates.into_iter().collect();
    crates.sort_by_key(|(name, size)| (usize::MAX - size, *name));

    let code: usize = crates.iter().map(|(_, size)| size).sum();
    let other: usize = crates.iter().skip(LISTED).map(|(_, size)| size).sum();
    println!("{:<44} {:>10}", "wasm by crate, optimised, raw", "bytes");
    for (name, size) in crates.iter().take(LISTED) {
        println!("{name:<44} {size:>10}");
    }
    println!("{:<44} {other:>10}", "other crates");
    println!("{:<44} {code:>10}", "all code");
    println!("{:<44} {:>10}", "data", contents.data);
    Ok(())
}

/// What belongs to no crate: the compiler's own functions and wasm-bindgen's glue.
const NO_CRATE: &str = "(glue)";

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
    use super::crate_of;

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
}
