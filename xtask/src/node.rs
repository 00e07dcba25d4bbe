//! The Node.js that this machine has.

use crate::{
    failure::{Failure, Outcome},
    process,
};

/// The oldest version that the end-to-end tests' packages support.
const OLDEST: u32 = 20;

/// Makes sure that Node.js is there and not too old.
pub fn check_version() -> Outcome<()> {
    let version = process::read(process::command("node").arg("--version"))?.unwrap_or_default();
    let numbers = version.trim_start_matches('v').split('.');
    let major = numbers.take(1).find_map(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= OLDEST) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Node.js {version} is too old: install version {OLDEST} or later (https://nodejs.org), then run the command again."
    )))
}
