//! Every test there is: of the rules natively, of the screens in a browser, of the release end to end.

use std::{
    fs,
    process::{Command, ExitCode},
    time::Instant,
};

use serde_json::json;

use crate::{
    browser, check,
    counts::Counts,
    dist,
    failure::{Failure, Outcome, While},
    process::{self, Voice},
    project::Project,
    tools::Tools,
};

/// One of the runners.
#[derive(Clone, Copy)]
struct Part {
    word: &'static str,
    run: fn(&Project, Option<&str>) -> Outcome<Counts>,
}

const CHECK: Part = Part {
    word: "check",
    run: |project, _| check::count(project),
};
const NATIVE: Part = Part {
    word: "native",
    run: native,
};
const WEB: Part = Part {
    word: "web",
    run: web,
};
const END_TO_END: Part = Part {
    word: "e2e",
    run: end_to_end,
};

/// Runs the parts that the words name, or all, and ends with the line `N passed, N failed`.
pub fn run(project: &Project, words: &[&str]) -> Outcome<ExitCode> {
    let (parts, name) = choose(words)?;
    let mut total = Counts::default();
    let mut report = Vec::new();
    for part in parts {
        let start = Instant::now();
        println!("\n== {} ==", part.word);
        let (counts, trouble) = match (part.run)(project, name) {
            Ok(counts) => (counts, String::new()),
            // What keeps a runner from starting is as bad as a failed test.
            Err(failure) => {
                eprintln!("error: {failure}");
                (
                    Counts {
                        passed: 0,
                        failed: 1,
                    },
                    format!(": {failure}"),
                )
            }
        };
        total += counts;
        report.push(format!(
            "{:<6} {} passed, {} failed, {} s{trouble}",
            part.word,
            counts.passed,
            counts.failed,
            start.elapsed().as_secs()
        ));
    }
    println!("\n{}", report.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn choose<'word>(words: &[&'word str]) -> Outcome<(Vec<Part>, Option<&'word str>)> {
    let named = |word: &str| {
        let parts = [CHECK, NATIVE, WEB, END_TO_END];
        parts.into_iter().find(|part| part.word == word)
    };
    let chosen: Vec<Part> = words.iter().map_while(|word| named(word)).collect();
    let name = match words.get(chosen.len()..).unwrap_or_default() {
        [] => None,
        [name] => Some(*name),
        _ => {
            return Err(Failure::new(
                "After the parts (check, native, web, e2e) comes at most one test name.",
            ));
        }
    };
    if chosen.is_empty() {
        return Ok((vec![NATIVE, WEB, END_TO_END], name));
    }
    Ok((chosen, name))
}

fn native(project: &Project, name: Option<&str>) -> Outcome<Counts> {
    println!("Building the native tests, about 3 minutes the first time…");
    let mut command = process::command("cargo");
    command
        .args(["test", "--no-fail-fast", "--workspace"])
        .args(["--features", "flow-console/server"])
        .args(name)
        .current_dir(&project.root);
    count_rust_tests(&mut command)
}

fn web(project: &Project, name: Option<&str>) -> Outcome<Counts> {
    if !project.root.join("tests").join("web.rs").is_file() {
        println!("Skipped: there is no tests/web.rs.");
        return Ok(Counts::default());
    }
    let chrome = browser::chrome()?;
    let driver = browser::chromedriver()?;
    let tools = Tools::for_wasm_tests(project)?;

    // The runner would take whichever browser the driver finds first.
    let settings = project.target.join("webdriver.json");
    let wanted = json!({ "goog:chromeOptions": { "binary": chrome } });
    fs::write(&settings, wanted.to_string()).to(format_args!("write {}", settings.display()))?;

    println!("Building the browser tests, about 3 minutes the first time…");
    let mut command = tools.command("cargo")?;
    command
        .args(["test", "--target", "wasm32-unknown-unknown"])
        .args(["--features", "console", "--test", "web"])
        .args(name)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("CHROMEDRIVER", driver)
        .current_dir(&project.root);
    count_rust_tests(&mut command)
}

fn count_rust_tests(command: &mut Command) -> Outcome<Counts> {
    let mut counts = Counts::default();
    let status = process::listen(command, Voice::Output, |line| counts.add_rust_line(line))?;
    counts.hold_against(status.success());
    Ok(counts)
}

fn end_to_end(project: &Project, name: Option<&str>) -> Outcome<Counts> {
    let mut counts = Counts::default();
    if !project.end_to_end().join("package.json").is_file() {
        println!("Skipped: there is no tests/e2e/package.json.");
        return Ok(counts);
    }
    let mut node = prepare_node(project, |sizes| counts.note(&sizes))?;
    let protocol = project.target.join("e2e.tap");
    node.arg("--test")
        // One report for people, one for counting.
        .args([
            "--test-reporter",
            "spec",
            "--test-reporter-destination",
            "stdout",
        ])
        .args(["--test-reporter", "tap", "--test-reporter-destination"])
        .arg(&protocol);
    if let Some(name) = name {
        node.arg(format!("--test-name-pattern={name}"));
    }
    println!("Running the end-to-end tests…");
    // Whatever an interrupted run left behind must not be counted.
    let _ = fs::remove_file(&protocol);
    let status = process::listen(&mut node, Voice::Output, |_| {})?;
    let mut tests = Counts::default();
    for line in fs::read_to_string(&protocol).unwrap_or_default().lines() {
        tests.add_node_line(line);
    }
    tests.hold_against(status.success());
    counts += tests;
    Ok(counts)
}

/// Takes the pictures of every screen.
pub fn screenshots(project: &Project) -> Outcome<()> {
    let mut node = prepare_node(project, |_| {})?;
    println!("Taking the pictures…");
    process::run(node.arg("screenshots.mjs"), "Taking the pictures")
}

/// Builds what a script in `tests/e2e` works on, and returns a Node.js that knows where it is.
fn prepare_node(project: &Project, mut on_budget: impl FnMut(Outcome<()>)) -> Outcome<Command> {
    let chrome = browser::chrome()?;
    let tools = Tools::for_page(project)?;
    on_budget(dist::build(project, &tools)?.check_budget());

    println!("Building the emulator, about a minute the first time…");
    process::run(
        process::command("cargo")
            .args(["build", "--features", "server", "--bin", "emulator"])
            .current_dir(&project.root),
        "Building the emulator",
    )?;
    println!("Installing the packages of the end-to-end tests, a few seconds…");
    process::install_packages(&project.end_to_end())?;
    let mut node = process::command("node");
    node.env("CHROME", chrome)
        .env("DIST", project.dist())
        .env("EMULATOR", project.emulator())
        .current_dir(project.end_to_end());
    Ok(node)
}
