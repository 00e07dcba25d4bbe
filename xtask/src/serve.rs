//! The console while working on it.

use std::net::TcpListener;

use crate::{
    failure::{Failure, Outcome},
    process,
    project::Project,
    tools::Tools,
};

// Trunk.toml names the same address.
const ADDRESS: &str = "127.0.0.1:8080";

/// Builds the console, serves it, and builds it again whenever a source file changes.
pub fn run(project: &Project, release: bool) -> Outcome<()> {
    if TcpListener::bind(ADDRESS).is_err() {
        return Err(Failure::new(format!(
            "Another program listens on {ADDRESS}: stop it, then run the command again."
        )));
    }
    let tools = Tools::for_page(project)?;
    println!(
        "Building the console, about 2 minutes the first time; then it is at http://{ADDRESS}/ \
         until Ctrl-C. Reload the page by hand after a change."
    );
    let mut command = tools.command("trunk")?;
    command
        .arg("serve")
        // Not dist/, which always holds a release.
        .arg("--dist")
        .arg(project.target.join("serve"))
        .current_dir(&project.root);
    if release {
        command.arg("--release");
    }
    process::hand_over(&mut command, "Serving the console")
}
