//! Stories about the emulator, in plain text: each is run in process and again over HTTP against the native host.
//!
//! `stories/script.rs` says how a story is written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg(not(target_arch = "wasm32"))]

#[cfg(feature = "server")]
#[path = "stories/client.rs"]
mod client;
#[path = "stories/matching.rs"]
mod matching;
#[path = "stories/script.rs"]
mod script;
#[path = "stories/world.rs"]
mod world;

use std::path::{Path, PathBuf};

use matching::Variables;
use script::{Action, Story};
use world::{Got, InProcess, World};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "story")
        })
        .collect();
    files.sort();
    files
}

/// Runs every story in a world of its own, and tells all that went wrong.
fn check(enter: fn(&Story) -> Box<dyn World>) {
    let stories = files();
    assert!(!stories.is_empty());
    let troubles: Vec<String> = stories
        .iter()
        .filter_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let story = script::read(&std::fs::read_to_string(path).unwrap(), &name);
            run(&story, enter(&story).as_mut()).err()
        })
        .collect();
    assert!(troubles.is_empty(), "\n\n{}\n", troubles.join("\n\n"));
}

fn run(story: &Story, world: &mut dyn World) -> Result<(), String> {
    let mut variables = Variables::default();
    variables.set("origin", world.origin());
    for step in &story.steps {
        let trouble = |what: String| format!("{}:{}: {what}", story.name, step.line);
        match &step.action {
            Action::Advance(milliseconds) => world.advance(*milliseconds),
            Action::Reload => world.reload(),
            Action::Call { request, expected } => {
                let request = request.fill(&variables);
                let got = world.exchange(&request);
                expected
                    .check(&got, &mut variables)
                    .map_err(|difference| trouble(format!("{difference}\n{}", describe(&got))))?;
            }
        }
    }
    Ok(())
}

fn describe(got: &Got) -> String {
    match got {
        Got::Dropped => "got no answer".to_owned(),
        Got::Answer {
            status,
            headers,
            body,
            waited_ms,
        } => {
            format!("got {status} after {waited_ms} ms\n{headers:?}\n{body}")
        }
    }
}

#[test]
fn in_process() {
    check(|story| Box::new(InProcess::new(&story.settings)));
}

#[cfg(feature = "server")]
#[test]
fn over_http() {
    check(|story| Box::new(world::Native::start(&story.settings)));
}
