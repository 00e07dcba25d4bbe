//! The files of the project, as text.

use std::fs;
use std::path::Path;

pub struct File {
    /// From the project's root, with slashes.
    pub path: String,
    pub text: String,
}

/// What is made, not written, besides what `.gitignore` says.
const MADE: &[&str] = &[".git"];

/// Every file of the project.
pub fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap();
    let ignored: Vec<&str> = ignored
        .lines()
        .map(|line| line.trim_matches('/'))
        .filter(|line| !line.is_empty())
        .chain(MADE.iter().copied())
        .collect();
    let mut files = Vec::new();
    walk(root, "", &ignored, &mut files);
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

fn walk(folder: &Path, above: &str, ignored: &[&str], files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{above}{name}");
        if ignored
            .iter()
            .any(|ignored| *ignored == name || *ignored == path)
        {
            continue;
        }
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, files);
        } else if kind.is_file()
            && let Ok(bytes) = fs::read(entry.path())
        {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            files.push(File { path, text });
        }
    }
}

/// The files below some folders, by the end of their names.
pub fn below(folders: &[&str], ends: &[&str]) -> Vec<File> {
    let mut files = files();
    files.retain(|file| {
        folders.iter().any(|folder| file.path.starts_with(folder))
            && ends.iter().any(|end| file.path.ends_with(end))
    });
    files
}

/// One file.
pub fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}
