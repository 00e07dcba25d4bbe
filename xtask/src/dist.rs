//! The release: built by trunk, named after its content, compressed and weighed.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

use crate::{
    failure::{Failure, Outcome, While},
    parts, process,
    project::Project,
    sheets,
    sizes::Sizes,
    tools::Tools,
};

/// Builds the release, prints its sizes and fails when it is over the budget.
pub fn run(project: &Project) -> Outcome<()> {
    let sizes = build(project, &Tools::for_page(project)?)?;
    sizes.print();
    sizes.check_budget()?;
    println!("The release is in {}.", project.dist().display());
    Ok(())
}

/// Builds the release and weighs it.
pub fn build(project: &Project, tools: &Tools) -> Outcome<Sizes> {
    println!("Building the release of the console, about 3 minutes the first time…");
    process::run(
        tools
            .command("trunk")?
            .args(["build", "--release", "--features", "split", "--dist"])
            .arg(project.dist())
            .env(parts::LINKER_FLAGS.0, parts::LINKER_FLAGS.1)
            .current_dir(&project.root),
        "Building the console",
    )?;
    let dist = project.dist();
    name_after_content(&dist, "boot", ".js")?;
    sheets::join(&dist)?;
    println!("Splitting and optimising, about a minute…");
    parts::split(project, tools)?;
    println!("Compressing…");
    Sizes::compress(&dist)
}

/// Gives the file with this stem and ending a name that changes with its content.
///
/// Trunk's name for the wasm is made before wasm-bindgen and wasm-opt change the file, so two
/// different releases can share it, and a copied file keeps its name always. A host that lets
/// browsers keep such files would then mix two releases.
fn name_after_content(dist: &Path, stem: &str, ending: &str) -> Outcome<()> {
    let old = file_named(dist, stem, ending)?;
    let bytes = fs::read(dist.join(&old)).to(format_args!("read {old}"))?;
    let new = format!("{stem}-{}{ending}", content_hash(&bytes));
    replace(dist, stem, ending, &new, &bytes)
}

/// Puts a file in the place of the one with this stem and ending, which `index.html` loads.
pub fn replace(dist: &Path, stem: &str, ending: &str, new: &str, bytes: &[u8]) -> Outcome<()> {
    let old = file_named(dist, stem, ending)?;
    let page_path = dist.join("index.html");
    let page = fs::read_to_string(&page_path).to("read dist/index.html")?;
    if !page.contains(&old) {
        return Err(Failure::new(format!(
            "dist/index.html does not load {old}: compare pattern_script in Trunk.toml with src/boot.js."
        )));
    }
    fs::write(&page_path, page.replace(&old, new)).to("write dist/index.html")?;
    fs::remove_file(dist.join(&old)).to(format_args!("remove {old}"))?;
    fs::write(dist.join(new), bytes).to(format_args!("write {new}"))
}

/// What a file's name changes with.
pub fn content_hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

/// The one file with this stem, an optional hash and this ending.
fn file_named(dist: &Path, stem: &str, ending: &str) -> Outcome<String> {
    let mut matching = files_named(dist, stem, ending)?;
    matching.retain(|name| {
        let middle = name
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_suffix(ending));
        middle.is_some_and(|hash| hash.is_empty() || hash.starts_with('-'))
    });
    matching.pop().ok_or_else(|| {
        Failure::new(format!(
            "Trunk wrote no {stem}…{ending}: compare the links in index.html with xtask/src/dist.rs."
        ))
    })
}

/// The files of a folder whose names begin and end like this, in the order of their names.
pub fn files_named(folder: &Path, start: &str, ending: &str) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).to(format_args!("list {}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut matching: Vec<String> = names
        .filter(|name| name.starts_with(start) && name.ends_with(ending))
        .collect();
    matching.sort();
    Ok(matching)
}
