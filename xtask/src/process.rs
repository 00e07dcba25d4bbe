//! Starting other programs and listening to what they say.

use std::{
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use crate::failure::{Failure, Outcome, While};

/// Which of a program's two voices to listen to; the other goes straight to the terminal.
#[derive(Clone, Copy)]
pub enum Voice {
    /// Its results.
    Output,
    /// Its progress and complaints.
    Errors,
}

/// A command for a program on `PATH`.
pub fn command(program: &str) -> Command {
    // On Windows npm is a batch file, and only the full name starts it.
    let windows_npm = cfg!(windows) && program == "npm";
    Command::new(if windows_npm { "npm.cmd" } else { program })
}

/// Runs a command in full view and expects it to succeed.
pub fn run(command: &mut Command, deed: &str) -> Outcome<()> {
    let status = command.status().map_err(|cause| missing(command, &cause))?;
    expect_success(status, deed)
}

/// Hands the terminal over to a command that runs until it is stopped.
pub fn hand_over(command: &mut Command, deed: &str) -> Outcome<()> {
    // Taking this process's place, it is also what a signal to this process stops.
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let _ = deed;
        let cause = command.exec();
        Err(missing(command, &cause))
    }
    #[cfg(not(unix))]
    run(command, deed)
}

/// Runs a command quietly and returns what it printed, or nothing when it failed.
pub fn read(command: &mut Command) -> Outcome<Option<String>> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .map_err(|cause| missing(command, &cause))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(output.status.success().then_some(text))
}

/// Runs a command in full view, handing on each line that one of its voices says.
pub fn listen(
    command: &mut Command,
    voice: Voice,
    mut hear: impl FnMut(&str),
) -> Outcome<ExitStatus> {
    match voice {
        Voice::Output => command.stdout(Stdio::piped()),
        Voice::Errors => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().map_err(|cause| missing(command, &cause))?;
    match voice {
        Voice::Output => {
            if let Some(pipe) = child.stdout.take() {
                relay(pipe, &mut io::stdout(), &mut hear)?;
            }
        }
        Voice::Errors => {
            if let Some(pipe) = child.stderr.take() {
                relay(pipe, &mut io::stderr(), &mut hear)?;
            }
        }
    }
    child.wait().to("wait for a program to end")
}

/// Installs what the lock file in a folder names, and nothing else.
pub fn install_packages(folder: &Path) -> Outcome<()> {
    run(
        command("npm")
            .args(["ci", "--prefer-offline", "--no-audit", "--no-fund"])
            .current_dir(folder),
        &format!("`npm ci` in {}", folder.display()),
    )
}

/// Fails with a sentence that points at the program's own messages.
pub fn expect_success(status: ExitStatus, deed: &str) -> Outcome<()> {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{deed} failed: its own messages, just above, say why."
    )))
}

fn relay(
    pipe: impl io::Read,
    terminal: &mut dyn Write,
    hear: &mut impl FnMut(&str),
) -> Outcome<()> {
    let mut pipe = BufReader::new(pipe);
    let mut bytes = Vec::new();
    while pipe
        .read_until(b'\n', &mut bytes)
        .to("read what a program printed")?
        > 0
    {
        // A terminal that went away must not stop the count.
        let _ = terminal.write_all(&bytes).and_then(|()| terminal.flush());
        hear(String::from_utf8_lossy(&bytes).trim_end());
        bytes.clear();
    }
    Ok(())
}

fn missing(command: &Command, cause: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    if cause.kind() != io::ErrorKind::NotFound {
        return Failure::new(format!("Could not start `{program}`: {cause}."));
    }
    let remedy = match program.as_ref() {
        "npm" | "npm.cmd" | "node" => {
            "install Node.js 20 or later, which brings npm (https://nodejs.org)"
        }
        "cargo" | "rustc" | "rustup" => "install Rust with rustup (https://rustup.rs)",
        _ => "install it",
    };
    Failure::new(format!(
        "`{program}` is not on PATH: {remedy}, then run the command again."
    ))
}
