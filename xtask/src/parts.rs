//! The release's wasm in parts: what the first screen needs, and what is fetched when it is first wanted.
//!
//! `src/console/parts.rs` says what the parts are. The splitter follows the linker's relocations from each of them,
//! moves what nothing else reaches into files of their own, and what several of them reach into further ones. All
//! share one memory and one table of functions, so they stay one program; only the main file has dealings with
//! JavaScript, and wasm-bindgen sees no other.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    dist::{content_hash, files_named, replace},
    failure::{Failure, Outcome, While},
    process,
    project::Project,
    tools::Tools,
};

/// What cargo must be told so that the linker leaves its relocations in the module.
pub const LINKER_FLAGS: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Clink-arg=--emit-relocs",
);

/// The module that knows the parts' addresses, as the splitter calls it.
const LINKS: &str = "__wasm_split.js";

/// The file that the first screen needs, as wasm-bindgen writes it.
const MAIN: &str = "console_bg.wasm";

/// What is changed in [`LINKS`], and why.
const CHANGES: [(&str, &str); 3] = [
    // Streaming fails on hosts that do not know what wasm is.
    (
        "WebAssembly.instantiateStreaming(src, imports)",
        "src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))",
    ),
    // When another part fails first, nobody would hear of this one, and the browser would complain of that.
    (
        "import.meta.url));\n",
        "import.meta.url));\n    src.catch(() => {});\n",
    ),
    // The page says that a part is missing, and the browser has reported the request already.
    ("console.error(e);", ""),
];

/// How hard wasm-opt works, and that nothing lies below the stack.
const OPTIMISATION: [&str; 3] = ["-Os", "--low-memory-unused", "--reorder-functions-by-name"];

/// What a release does without.
const STRIPPING: [&str; 3] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Puts the parts in the place of the one module that trunk wrote.
pub fn split(project: &Project, tools: &Tools) -> Outcome<()> {
    let dist = project.dist();
    let folder = project.target.join("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder).to(format_args!("remove {}", folder.display()))?;
    }
    take_apart(project, tools, &folder)?;

    let mut links = read(&folder.join(LINKS))?;
    for part in files_named(&folder, "part_", ".wasm")? {
        let bytes = optimise(tools, &folder.join(&part))?;
        let stem = part.trim_end_matches(".wasm").replace('_', "-");
        let name = format!("{stem}-{}.wasm", content_hash(&bytes));
        write(&dist.join(&name), &bytes)?;
        links = swap(&links, &part, &name)?;
    }
    for (old, new) in CHANGES {
        links = swap(&links, old, new)?;
    }

    // The two modules name each other, so both have the hash of both.
    let glue = read(&folder.join("console.js"))?;
    let hash = content_hash(format!("{glue}{links}").as_bytes());
    let (glue_name, links_name) = (format!("console-{hash}.js"), format!("parts-{hash}.js"));
    let links = swap(&links, "./console.js", &format!("./{glue_name}"))?;
    // The same words as a key are how the wasm calls it.
    let from = |name: &str| format!("from \"./{name}\"");
    let glue = swap(&glue, &from(LINKS), &from(&links_name))?;

    replace(&dist, "console", ".js", &glue_name, glue.as_bytes())?;
    let main = optimise(tools, &folder.join(MAIN))?;
    let main_name = format!("console-{}_bg.wasm", content_hash(&main));
    replace(&dist, "console", "_bg.wasm", &main_name, &main)?;
    write(&dist.join(&links_name), links.as_bytes())?;

    // Otherwise the browser would learn of the one from the other.
    let page_path = dist.join("index.html");
    let preload = |name: &str| {
        format!("<link rel=\"modulepreload\" href=\"./{name}\" crossorigin=\"anonymous\">")
    };
    let both = preload(&glue_name) + &preload(&links_name);
    let page = swap(&read(&page_path)?, &preload(&glue_name), &both)?;
    write(&page_path, page.as_bytes())
}

/// Runs the splitter over what cargo linked, and wasm-bindgen over the main part.
fn take_apart(project: &Project, tools: &Tools, folder: &Path) -> Outcome<()> {
    let linked: PathBuf = ["wasm32-unknown-unknown", "release", "console.wasm"]
        .iter()
        .collect();
    process::run(
        tools
            .command("wasm-split-cli")?
            .args(["--target", "web", "--out-name", "console"])
            .arg(project.target.join(linked))
            .arg(folder),
        "Splitting the wasm",
    )?;
    // What somebody asked for and what several share have different names.
    let mut links = read(&folder.join(LINKS))?;
    for (kind, shared) in [("split_", ""), ("chunk_", "shared_")] {
        for old in files_named(folder, kind, ".wasm")? {
            let new = old.replace(kind, &format!("part_{shared}"));
            links = swap(&links, &old, &new)?;
            fs::rename(folder.join(&old), folder.join(&new)).to(format_args!("rename {old}"))?;
        }
    }
    write(&folder.join(LINKS), links.as_bytes())?;
    process::run(
        tools
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript"])
            // The table of functions is the linker's export, and every part needs it.
            .args(["--keep-lld-exports", "--out-dir"])
            .arg(folder)
            .arg(folder.join("console.wasm")),
        "Running wasm-bindgen",
    )
}

/// The file that the first screen needs, as [`split`] left it, except that its functions keep their names.
pub fn first_with_names(project: &Project, tools: &Tools) -> Outcome<Vec<u8>> {
    let module = project.target.join("parts").join(MAIN);
    optimise_and(tools, &["--debuginfo"], &module, "named")
}

fn optimise(tools: &Tools, module: &Path) -> Outcome<Vec<u8>> {
    optimise_and(tools, &STRIPPING, module, "optimised")
}

fn optimise_and(
    tools: &Tools,
    options: &[&str],
    module: &Path,
    extension: &str,
) -> Outcome<Vec<u8>> {
    let optimised = module.with_extension(extension);
    process::run(
        tools
            .command("wasm-opt")?
            .args(OPTIMISATION)
            .args(options)
            .arg(module)
            .arg("--output")
            .arg(&optimised),
        "Running wasm-opt",
    )?;
    fs::read(&optimised).to(format_args!("read {}", optimised.display()))
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).to(format_args!("read {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    fs::write(path, bytes).to(format_args!("write {}", path.display()))
}

/// Replaces words that must be there.
fn swap(text: &str, old: &str, new: &str) -> Outcome<String> {
    if text.contains(old) {
        return Ok(text.replace(old, new));
    }
    Err(Failure::new(format!(
        "`{old}` is not where xtask/src/parts.rs expects it: compare it with what the present versions of \
         the splitter, wasm-bindgen and trunk write."
    )))
}
