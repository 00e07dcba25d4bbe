//! Runs the project: builds it, serves it, tests it and weighs it.
//!
//! Whatever a command needs beyond Rust and Node.js it installs itself, into a versioned folder of
//! the user's cache; nothing is changed system-wide, except that a test run as root on Debian may
//! install Chromium. This package knows nothing of the console's code, only its files and names.

// Talking to the terminal is what this package is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod browser;
mod check;
mod counts;
mod dist;
mod failure;
mod forms;
mod node;
mod page;
mod parts;
mod process;
mod project;
mod records;
mod serve;
mod sheets;
mod sizes;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use failure::{Failure, Outcome};
use project::Project;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--release]   build the console and serve it at http://127.0.0.1:8080/
  dist                write the release to dist/ and hold its size to the budget
  test [part…] [name] run every test, or only the parts check, native, web, e2e,
                      or only the tests whose names contain the last word
  check               formatting, lints and documentation, without warnings
  bench [part]        what the first load weighs and which crates it comes from (size),
                      what Lighthouse says of the first screen (page), how fast forms are
                      beside those of others (forms), and how fast records are sent beside
                      a bare loop (records)
  screenshots         take the pictures of every screen";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome<ExitCode> {
    let Some((command, rest)) = words.split_first() else {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    };
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    match (command.as_str(), rest.as_slice()) {
        ("help" | "--help" | "-h", _) => println!("{USAGE}"),
        ("serve", []) => serve::run(&Project::find()?, false)?,
        ("serve", ["--release"]) => serve::run(&Project::find()?, true)?,
        ("dist", []) => dist::run(&Project::find()?)?,
        ("test", words) => return test::run(&Project::find()?, words),
        ("check", []) => check::run(&Project::find()?)?,
        ("bench", []) => {
            let project = Project::find()?;
            bench::run(&project)?;
            println!();
            page::run(&project)?;
            println!();
            forms::run(&project)?;
            println!();
            records::run(&project)?;
        }
        ("bench", ["size"]) => bench::run(&Project::find()?)?,
        ("bench", ["page"]) => page::run(&Project::find()?)?,
        ("bench", ["forms"]) => forms::run(&Project::find()?)?,
        ("bench", ["records"]) => records::run(&Project::find()?)?,
        ("screenshots", []) => test::screenshots(&Project::find()?)?,
        (command, _) => {
            return Err(Failure::new(format!(
                "`cargo xtask {command}` with these words means nothing here: \
                 `cargo xtask help` lists what does."
            )));
        }
    }
    Ok(ExitCode::SUCCESS)
}
