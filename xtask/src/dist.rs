//! The release: built by trunk, named after its content, compressed and weighed.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

use crate::{
    failure::{Failure, Outcome, While},
    process,
    project::Project,
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
            .args(["build", "--release", "--dist"])
            .arg(project.dist())
            .current_dir(&project.root),
        "Building the console",
    )?;
    let dist = project.dist();
    name_after_content(&dist)?;
    println!("Compressing…");
    Sizes::compress(&dist)
}

/// Gives every file that `index.html` loads as a script a name that changes with its content.
///
/// Trunk's name for the wasm is made before wasm-bindgen and wasm-opt change the file, so two
/// different releases can share it, and a copied file keeps its name always. A host that lets
/// browsers keep such files would then mix two releases.
fn name_after_content(dist: &Path) -> Outcome<()> {
    let page_path = dist.join("index.html");
    let mut page = fs::read_to_string(&page_path).to("read dist/index.html")?;
    for (stem, ending) in [("boot", ".js"), ("console", ".js"), ("console", "_bg.wasm")] {
        let old = file_named(dist, stem, ending)?;
        let bytes = fs::read(dist.join(&old)).to(format_args!("read {old}"))?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&bytes);
        let new = format!("{stem}-{:016x}{ending}", hasher.finish());
        if !page.contains(&old) {
            return Err(Failure::new(format!(
                "dist/index.html does not load {old}: compare pattern_script in Trunk.toml with src/boot.js."
            )));
        }
        page = page.replace(&old, &new);
        fs::rename(dist.join(&old), dist.join(&new)).to(format_args!("rename {old}"))?;
    }
    fs::write(&page_path, page).to("write dist/index.html")
}

/// The one file with this stem, an optional hash and this ending.
fn file_named(dist: &Path, stem: &str, ending: &str) -> Outcome<String> {
    let entries = fs::read_dir(dist).to(format_args!("list {}", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut matching = names.filter(|name| {
        let middle = name
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_suffix(ending));
        middle.is_some_and(|hash| hash.is_empty() || hash.starts_with('-'))
    });
    matching.next().ok_or_else(|| {
        Failure::new(format!(
            "Trunk wrote no {stem}…{ending}: compare the links in index.html with xtask/src/dist.rs."
        ))
    })
}
