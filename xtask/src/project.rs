//! Where the project's files are.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    failure::{Failure, Outcome, While},
    process,
};

/// The folders that every command works in.
pub struct Project {
    /// The folder of the package's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
}

impl Project {
    /// Finds the project that this program belongs to.
    pub fn find() -> Outcome<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = here.as_deref().and_then(Path::parent).ok_or_else(|| {
            Failure::new("This program only knows its project when cargo starts it: `cargo xtask`.")
        })?;
        Ok(Self {
            root: root.to_owned(),
            target: target_folder(root)?,
        })
    }

    /// Where the release is written.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the end-to-end tests, a package of npm's.
    pub fn end_to_end(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// The folder of what forms are compared with, another one.
    pub fn form_bench(&self) -> PathBuf {
        self.root.join("tests").join("bench")
    }

    /// The native host of the emulator, once it is built.
    pub fn emulator(&self) -> PathBuf {
        self.emulator_of("debug")
    }

    /// The same, as a release.
    pub fn release_emulator(&self) -> PathBuf {
        self.emulator_of("release")
    }

    fn emulator_of(&self, profile: &str) -> PathBuf {
        let name = format!("emulator{}", env::consts::EXE_SUFFIX);
        self.target.join(profile).join(name)
    }

    /// The version of a dependency that the lock file settled on.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).to("read Cargo.lock")?;
        version_in(&lock, package).ok_or_else(|| {
            Failure::new(format!(
                "Cargo.lock does not name {package}: run `cargo update --workspace` to write it anew."
            ))
        })
    }
}

fn target_folder(root: &Path) -> Outcome<PathBuf> {
    // Asking cargo covers the environment variable and every configuration file.
    let metadata = process::read(
        process::command("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(root),
    )?;
    metadata
        .and_then(|text| serde_json::from_str::<Value>(&text).ok())
        .and_then(|value| Some(PathBuf::from(value.get("target_directory")?.as_str()?)))
        .ok_or_else(|| {
            Failure::new("`cargo metadata` failed: run it by hand in this folder to see why.")
        })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn a_locked_version_is_that_of_exactly_this_package() {
        let lock = "[[package]]\nname = \"bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"bindgen\"\nversion = \"2.0.0\"\n";
        assert_eq!(version_in(lock, "bindgen").as_deref(), Some("2.0.0"));
        assert_eq!(version_in(lock, "absent"), None);
    }
}
