//! How fast records are sent, compared with a bare loop in the same browser and with curl.

use crate::{browser, dist, failure::Outcome, process, project::Project, tools::Tools};

/// Prints the tables of records.
pub fn run(project: &Project) -> Outcome<()> {
    let chrome = browser::chrome()?;
    dist::build(project, &Tools::for_page(project)?)?;
    println!("Building a release of the emulator, about 2 minutes the first time…");
    process::run(
        process::command("cargo")
            .args(["build", "--release", "--features", "server"])
            .args(["--bin", "emulator"])
            .current_dir(&project.root),
        "Building the emulator",
    )?;
    println!("Installing the packages of the end-to-end tests, a few seconds…");
    process::install_packages(&project.end_to_end())?;
    println!("Sending records, about 5 minutes: let the machine do nothing else…");
    process::run(
        process::command("node")
            .arg("records.mjs")
            .env("CHROME", chrome)
            .env("DIST", project.dist())
            .env("EMULATOR", project.release_emulator())
            .current_dir(project.form_bench()),
        "Sending records",
    )
}
