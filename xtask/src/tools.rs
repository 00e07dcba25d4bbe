//! The tools that cargo does not bring: each in exactly one version, in a folder of its own in the
//! user's cache, so that every clone shares them and nothing system-wide changes.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{self as system, Command},
};

use crate::{
    failure::{Failure, Outcome, While},
    node,
    process::{self, Voice},
    project::Project,
};

const TRUNK_VERSION: &str = "0.21.14";
// Versions up to 116 either refuse wasm-bindgen's output or break it silently.
const BINARYEN_VERSION: &str = "132.0.0";
// The package names the same version of what marks the split points.
const SPLITTER_VERSION: &str = "0.2.3";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folders of the installed tools.
pub struct Tools(Vec<PathBuf>);

impl Tools {
    /// What compiling the page takes.
    pub fn for_page(project: &Project) -> Outcome<Self> {
        // wasm-opt is a program for Node.js.
        node::check_version()?;
        let trunk = Tool {
            name: "trunk",
            package: "trunk",
            version: TRUNK_VERSION.to_owned(),
            program: "trunk",
            features: "",
            source: Source::Cargo,
            patience: "about 6 minutes the first time",
        };
        let splitter = Tool {
            name: "wasm-split",
            package: "wasm_split_cli_support",
            version: SPLITTER_VERSION.to_owned(),
            program: "wasm-split-cli",
            features: "build-binary",
            source: Source::Cargo,
            patience: "about 2 minutes the first time",
        };
        let binaryen = Tool {
            name: "binaryen",
            package: "binaryen",
            version: BINARYEN_VERSION.to_owned(),
            program: "wasm-opt",
            features: "",
            source: Source::Npm,
            patience: "about a minute the first time",
        };
        let Self(mut folders) = Self::for_wasm_tests(project)?;
        folders.push(trunk.install()?);
        folders.push(splitter.install()?);
        folders.push(binaryen.install()?);
        Ok(Self(folders))
    }

    /// What running compiled tests in a browser takes.
    pub fn for_wasm_tests(project: &Project) -> Outcome<Self> {
        add_wasm_target(project)?;
        let wasm_bindgen = Tool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: project.locked_version("wasm-bindgen")?,
            program: "wasm-bindgen-test-runner",
            features: "",
            source: Source::Cargo,
            patience: "about 4 minutes the first time",
        };
        Ok(Self(vec![wasm_bindgen.install()?]))
    }

    /// A command for one of the tools, or for a program that will look for them on its `PATH`.
    pub fn command(&self, program: &str) -> Outcome<Command> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        let ours = self.0.iter().map(|folder| folder.join(&file));
        let mut command = match ours.into_iter().find(|path| path.is_file()) {
            Some(path) => Command::new(path),
            None => process::command(program),
        };
        command
            .env("PATH", self.search_path()?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        Ok(command)
    }

    fn search_path(&self) -> Outcome<OsString> {
        let present = env::var_os("PATH").unwrap_or_default();
        let folders = self.0.iter().cloned().chain(env::split_paths(&present));
        env::join_paths(folders).map_err(|cause| {
            Failure::new(format!(
                "The cache folder's name cannot stand in PATH ({cause}): set XDG_CACHE_HOME to another one."
            ))
        })
    }
}

/// Which registry a tool comes from.
enum Source {
    Cargo,
    Npm,
}

struct Tool {
    name: &'static str,
    package: &'static str,
    version: String,
    /// The file whose presence shows that the tool is whole.
    program: &'static str,
    /// Features that the program needs.
    features: &'static str,
    source: Source,
    patience: &'static str,
}

impl Tool {
    /// Makes sure that the tool is there and returns the folder of its programs.
    fn install(&self) -> Outcome<PathBuf> {
        let shelf = cache_folder()?.join("flow-console").join("tools");
        let home = shelf.join(format!("{}-{}", self.name, self.version));
        if self.is_whole(&home) {
            return Ok(self.programs(&home));
        }
        println!(
            "Installing {} {}, {}…",
            self.name, self.version, self.patience
        );

        // An interrupted installation leaves a folder that no later run takes for a tool.
        let partial = shelf.join(format!("partial-{}-{}", self.name, system::id()));
        fs::create_dir_all(&partial).to(format_args!("create {}", partial.display()))?;
        let installed = self.install_into(&partial);
        if installed.is_ok() && !self.is_whole(&home) {
            if home.exists() {
                fs::remove_dir_all(&home).to(format_args!("remove {}", home.display()))?;
            }
            fs::rename(&partial, &home).to(format_args!("create {}", home.display()))?;
        }
        // Gone already when all went well; otherwise it is of no use to anybody.
        let _ = fs::remove_dir_all(&partial);
        installed.map(|()| self.programs(&home))
    }

    fn install_into(&self, folder: &Path) -> Outcome<()> {
        let mut command = match self.source {
            Source::Cargo => self.cargo_install(folder)?,
            Source::Npm => self.npm_install(folder),
        };
        let mut complaints = String::new();
        let status = process::listen(&mut command, Voice::Errors, |line| {
            complaints.push_str(line);
            complaints.push('\n');
        })?;
        // The build's by-products weigh far more than the tool.
        let _ = fs::remove_dir_all(folder.join("target"));
        if status.success() && self.is_whole(folder) {
            return Ok(());
        }
        Err(self.explain(&complaints))
    }

    fn cargo_install(&self, folder: &Path) -> Outcome<Command> {
        // Programs in this folder count as reachable, or cargo would advise to add it to PATH.
        let reachable = Tools(vec![folder.join("bin")]).search_path()?;
        let mut command = process::command("cargo");
        command
            .args(["install", self.package, "--version", &self.version])
            .args(["--features", self.features, "--locked", "--root"])
            .arg(folder)
            // Neither the project's configuration nor its target folder takes part.
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env("PATH", reachable)
            // These tools' own release profiles take three times as long, for speed that does
            // not show here.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        Ok(command)
    }

    fn npm_install(&self, folder: &Path) -> Command {
        let mut command = process::command("npm");
        command
            .args([
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--prefix",
            ])
            .arg(folder)
            .arg(format!("{}@{}", self.package, self.version))
            .current_dir(folder);
        command
    }

    fn explain(&self, complaints: &str) -> Failure {
        let Self { name, version, .. } = self;
        if sounds_offline(complaints) {
            return Failure::new(format!(
                "{name} {version} could not be downloaded: check the network, or HTTPS_PROXY \
                 behind a proxy, then run the command again."
            ));
        }
        Failure::new(format!(
            "{name} {version} could not be installed: its messages, just above, say why."
        ))
    }

    fn programs(&self, home: &Path) -> PathBuf {
        match self.source {
            Source::Cargo => home.join("bin"),
            Source::Npm => home.join("node_modules").join(".bin"),
        }
    }

    fn is_whole(&self, home: &Path) -> bool {
        let suffix = match self.source {
            Source::Cargo => env::consts::EXE_SUFFIX,
            Source::Npm => "",
        };
        let program = format!("{}{suffix}", self.program);
        self.programs(home).join(program).is_file()
    }
}

fn sounds_offline(complaints: &str) -> bool {
    let signs = [
        "could not resolve host",
        "couldn't resolve host",
        "name resolution",
        "failed to download",
        "network error",
        "connection refused",
        "connection timed out",
        "network is unreachable",
        "enotfound",
        "eai_again",
        "etimedout",
        "econnrefused",
        "econnreset",
    ];
    let complaints = complaints.to_lowercase();
    signs.iter().any(|sign| complaints.contains(sign))
}

/// Makes sure that Rust can compile for the browser.
pub fn add_wasm_target(project: &Project) -> Outcome<()> {
    let libraries = process::read(
        process::command("rustc")
            .args(["--print", "target-libdir", "--target", WASM_TARGET])
            .current_dir(&project.root),
    )?;
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("Adding Rust's {WASM_TARGET} target, about half a minute…");
    process::run(
        process::command("rustup")
            .args(["target", "add", WASM_TARGET])
            .current_dir(&project.root),
        "`rustup target add`",
    )
}

fn cache_folder() -> Outcome<PathBuf> {
    let variable = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let folder = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    folder.ok_or_else(|| {
        Failure::new("There is no folder for the tools: set HOME (on Windows LOCALAPPDATA).")
    })
}

#[cfg(test)]
mod tests {
    use super::sounds_offline;

    #[test]
    fn a_missing_network_is_told_from_a_failed_build() {
        assert!(sounds_offline("npm error code EAI_AGAIN"));
        assert!(sounds_offline(
            "error: failed to download from `https://index.crates.io`\n[6] Could not resolve host"
        ));
        assert!(!sounds_offline("error[E0308]: mismatched types"));
    }
}
