//! Lighthouse's judgement of the demo's first screen.

use crate::{browser, dist, failure::Outcome, process, project::Project, tools::Tools};

/// Prints the table.
pub fn run(project: &Project) -> Outcome<()> {
    let chrome = browser::chrome()?;
    dist::build(project, &Tools::for_page(project)?)?;
    let folder = project.form_bench();
    println!("Installing Lighthouse, a few seconds…");
    process::install_packages(&folder)?;
    println!("Judging the page, about 2 minutes: let the machine do nothing else…");
    process::run(
        process::command("node")
            .arg("page.mjs")
            .env("CHROME", chrome)
            .env("DIST", project.dist())
            .current_dir(folder),
        "Judging the page",
    )
}
