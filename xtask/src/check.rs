//! Formatting, lints and documentation, with every warning an error.

use crate::{
    counts::Counts,
    failure::{Failure, Outcome},
    process,
    project::Project,
    tools,
};

struct Step {
    title: &'static str,
    arguments: &'static [&'static str],
}

const STEPS: [Step; 5] = [
    Step {
        title: "formatting",
        arguments: &["fmt", "--all", "--", "--check"],
    },
    Step {
        title: "lints, native",
        arguments: &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "flow-console/server",
            "--",
            "--deny",
            "warnings",
        ],
    },
    Step {
        title: "lints, wasm",
        arguments: &[
            "clippy",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "console",
            "--lib",
            "--bin",
            "console",
            "--test",
            "web",
            "--",
            "--deny",
            "warnings",
        ],
    },
    Step {
        title: "documentation, native",
        arguments: &["doc", "--workspace", "--no-deps"],
    },
    Step {
        title: "documentation, wasm",
        arguments: &[
            "doc",
            "--no-deps",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "console",
        ],
    },
];

/// Runs every check and fails when one did.
pub fn run(project: &Project) -> Outcome<()> {
    let counts = count(project)?;
    if counts.failed == 0 {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} of {} checks failed: their messages, above, say what to mend (`cargo fmt` mends formatting).",
        counts.failed,
        STEPS.len()
    )))
}

/// Runs every check, also after one failed.
pub fn count(project: &Project) -> Outcome<Counts> {
    tools::add_wasm_target(project)?;
    let mut counts = Counts::default();
    for step in &STEPS {
        println!("Checking {}, up to 3 minutes the first time…", step.title);
        let arguments = step.arguments.iter();
        // The browser's tests are looked at as soon as there are any.
        let web = project.root.join("tests").join("web.rs").is_file();
        let arguments = arguments.filter(|word| web || !["--test", "web"].contains(word));
        let outcome = process::run(
            process::command("cargo")
                .args(arguments)
                .env("RUSTDOCFLAGS", "-D warnings")
                .current_dir(&project.root),
            step.title,
        );
        counts.note(&outcome);
    }
    Ok(counts)
}
