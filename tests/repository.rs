//! The repository about itself: which room may use which, what shipped code must not contain, and that style sheets
//! and screens agree. Read from the sources as text, so that it holds for what no native build compiles, too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "repository/classes.rs"]
mod classes;
#[path = "repository/colours.rs"]
mod colours;
#[path = "repository/css.rs"]
mod css;
#[path = "repository/paths.rs"]
mod paths;
#[path = "repository/project.rs"]
mod project;
#[path = "repository/rooms.rs"]
mod rooms;
#[path = "repository/shipped.rs"]
mod shipped;
#[path = "repository/sources.rs"]
mod sources;
#[path = "repository/styles.rs"]
mod styles;
#[path = "repository/tokens.rs"]
mod tokens;

use project::File;

/// Runs a checker over files and tells everything that it found.
#[track_caller]
fn check(files: &[File], checker: impl Fn(&str, &str) -> Vec<String>) {
    assert!(!files.is_empty(), "no files, so nothing was checked");
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| checker(&file.path, &file.text))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
