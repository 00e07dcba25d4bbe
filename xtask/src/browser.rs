//! Finding a Chromium or Chrome, and the driver that lets tests steer it.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Outcome},
    process,
};

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const USUAL_PLACES: [&str; 6] = [
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files\Chromium\Application\chrome.exe",
];
const DRIVERS: [&str; 1] = ["chromedriver"];
const USUAL_DRIVERS: [&str; 2] = ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"];

/// The browser that tests run in.
pub fn chrome() -> Outcome<PathBuf> {
    find(&Wanted {
        variable: "CHROME",
        names: &BROWSERS,
        places: &USUAL_PLACES,
        remedy: "No Chromium or Chrome was found: install one, or set CHROME to its path.",
    })
}

/// The program through which tests steer that browser.
pub fn chromedriver() -> Outcome<PathBuf> {
    find(&Wanted {
        variable: "CHROMEDRIVER",
        names: &DRIVERS,
        places: &USUAL_DRIVERS,
        remedy: "No chromedriver was found: install the one of your Chrome's major version \
                 (https://googlechromelabs.github.io/chrome-for-testing), or set CHROMEDRIVER to its path.",
    })
}

struct Wanted {
    /// The environment variable that overrules the search.
    variable: &'static str,
    names: &'static [&'static str],
    places: &'static [&'static str],
    /// What to say when there is none.
    remedy: &'static str,
}

fn find(wanted: &Wanted) -> Outcome<PathBuf> {
    if let Some(path) = env::var_os(wanted.variable).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        return Err(Failure::new(format!(
            "{} names {}, which is no file: correct it or unset it.",
            wanted.variable,
            path.display()
        )));
    }
    if let Some(path) = search(wanted) {
        return Ok(path);
    }
    install_on_debian()?;
    search(wanted).ok_or_else(|| Failure::new(wanted.remedy))
}

fn search(wanted: &Wanted) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).flat_map(|folder| {
        let files = wanted.names.iter();
        files.map(move |name| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
    });
    on_path
        .chain(wanted.places.iter().map(PathBuf::from))
        .find(|candidate| candidate.is_file())
}

/// Root on Debian is a container or a build machine, where nobody minds an installed browser;
/// elsewhere this does nothing.
fn install_on_debian() -> Outcome<()> {
    if !Path::new("/etc/debian_version").is_file() {
        return Ok(());
    }
    let user = process::read(process::command("id").arg("-u"))?;
    if user.as_deref() != Some("0") {
        return Ok(());
    }
    println!("Installing Chromium and its driver with apt-get, about 2 minutes…");
    process::run(
        process::command("apt-get").args(["update", "-qq"]),
        "`apt-get update`",
    )?;
    process::run(
        process::command("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(["chromium", "chromium-driver"])
            .env("DEBIAN_FRONTEND", "noninteractive"),
        "Installing Chromium with apt-get",
    )
}
