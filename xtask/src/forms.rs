//! How fast forms are, compared with those of others in the same browser.

use std::path::PathBuf;

use crate::{browser, failure::Outcome, process, project::Project, tools::Tools};

/// The program whose page holds a form and nothing else.
const PAGE: &str = "form-bench";

/// Prints the table of forms.
pub fn run(project: &Project) -> Outcome<()> {
    let chrome = browser::chrome()?;
    let page = build(project, &Tools::for_page(project)?)?;
    let folder = project.form_bench();
    println!("Installing the forms to compare with, a few seconds…");
    process::install_packages(&folder)?;
    println!("Measuring forms, about 10 minutes: let the machine do nothing else…");
    process::run(
        process::command("node")
            .arg("bench.mjs")
            .env("CHROME", chrome)
            .env("FORMS", page)
            .env("STYLE", project.root.join("style"))
            .current_dir(folder),
        "Measuring forms",
    )
}

/// Builds that page as the release of the console is built, and gives its folder.
fn build(project: &Project, tools: &Tools) -> Outcome<PathBuf> {
    println!("Building a release of a form alone, about 3 minutes the first time…");
    process::run(
        tools
            .command("cargo")?
            .args(["build", "--release", "--target", "wasm32-unknown-unknown"])
            .args(["--features", "bench", "--bin", PAGE])
            .current_dir(&project.root),
        "Building the form",
    )?;
    let folder = project.target.join(PAGE);
    let linked: PathBuf = ["wasm32-unknown-unknown", "release", PAGE].iter().collect();
    process::run(
        tools
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(project.target.join(linked).with_extension("wasm")),
        "Running wasm-bindgen",
    )?;
    let module = folder.join("form-bench_bg.wasm");
    process::run(
        tools
            .command("wasm-opt")?
            .arg("-Oz")
            .arg(&module)
            .arg("--output")
            .arg(&module),
        "Running wasm-opt",
    )?;
    Ok(folder)
}
