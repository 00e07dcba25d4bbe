//! wasm-bindgen over what cargo linked, outside of trunk.

use std::path::{Path, PathBuf};

use crate::{failure::Outcome, process, project::Project, tools::Tools};

/// Writes the JavaScript of a release's binary and its wasm, not yet optimised, into a folder.
pub fn bind(project: &Project, tools: &Tools, binary: &str, folder: &Path) -> Outcome<()> {
    let linked: PathBuf = ["wasm32-unknown-unknown", "release", binary]
        .iter()
        .collect();
    process::run(
        tools
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(folder)
            .arg(project.target.join(linked).with_extension("wasm")),
        "Running wasm-bindgen",
    )
}
