//! What the release weighs, as written and as sent.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};

use crate::failure::{Failure, Outcome, While};

/// What everything that the first visit fetches may weigh together, in bytes of brotli.
const BUDGET: usize = 170_000;

/// Hosts are asked to edit this file, so no compressed copy of ours may stand in for it.
const EDITED_BY_HOSTS: &str = "config.json";

const COMPRESSIBLE: [&str; 9] = [
    "css", "html", "ico", "js", "json", "mjs", "svg", "txt", "wasm",
];

/// One file of the release.
struct Weight {
    name: String,
    on_first_load: bool,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Every file of the release.
pub struct Sizes(Vec<Weight>);

impl Sizes {
    /// Weighs the files of a folder, writing `.br` and `.gz` beside those that compress.
    pub fn compress(dist: &Path) -> Outcome<Self> {
        let mut files = Vec::new();
        collect(dist, &mut files)?;
        let page = fs::read_to_string(dist.join("index.html")).to("read dist/index.html")?;
        let mut weights = Vec::new();
        for path in files {
            let name = relative_name(dist, &path);
            let first = ["index.html", EDITED_BY_HOSTS].contains(&name.as_str());
            let on_first_load = first || page.contains(&name);
            weights.push(compress_file(&path, name, on_first_load)?);
        }
        weights.sort_by_key(|weight| (!weight.on_first_load, usize::MAX - weight.brotli));
        Ok(Self(weights))
    }

    /// What the first visit fetches, in bytes of brotli.
    fn first_load(&self) -> usize {
        self.sum(|weight| weight.brotli)
    }

    fn sum(&self, size: impl Fn(&Weight) -> usize) -> usize {
        let first = self.0.iter().filter(|weight| weight.on_first_load);
        first.map(size).sum()
    }

    /// Prints the table, in bytes.
    pub fn print(&self) {
        let row = |name: &str, raw: usize, gzip: usize, brotli: usize| {
            println!("{name:<44} {raw:>10} {gzip:>10} {brotli:>10}");
        };
        println!(
            "{:<44} {:>10} {:>10} {:>10}",
            "file", "raw", "gzip", "brotli"
        );
        for weight in self.0.iter().filter(|weight| weight.on_first_load) {
            row(&weight.name, weight.raw, weight.gzip, weight.brotli);
        }
        row(
            "first load",
            self.sum(|weight| weight.raw),
            self.sum(|weight| weight.gzip),
            self.first_load(),
        );
        for weight in self.0.iter().filter(|weight| !weight.on_first_load) {
            let name = format!("{} (later)", weight.name);
            row(&name, weight.raw, weight.gzip, weight.brotli);
        }
    }

    /// Holds the first load to its budget.
    pub fn check_budget(&self) -> Outcome<()> {
        let total = self.first_load();
        match BUDGET.checked_sub(total) {
            Some(left) => {
                println!("The first load is {left} bytes under its budget of {BUDGET}.");
                Ok(())
            }
            None => Err(Failure::new(format!(
                "The first load weighs {total} bytes of brotli, {} over its budget of {BUDGET}: \
                 `cargo xtask bench` shows what weighs what.",
                total - BUDGET
            ))),
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder).to(format_args!("list {}", folder.display()))? {
        let path = entry.to(format_args!("list {}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The name as the page would write it.
fn relative_name(dist: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dist).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

fn compress_file(path: &Path, name: String, on_first_load: bool) -> Outcome<Weight> {
    let bytes = fs::read(path).to(format_args!("read {}", path.display()))?;
    let raw = bytes.len();
    let extension = path.extension().and_then(|extension| extension.to_str());
    let compressible = extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension));
    if !compressible || name == EDITED_BY_HOSTS {
        return Ok(Weight {
            name,
            on_first_load,
            raw,
            gzip: raw,
            brotli: raw,
        });
    }
    let gzip = gzip(&bytes)?;
    let brotli = brotli(&bytes)?;
    write_beside(path, "gz", &gzip)?;
    write_beside(path, "br", &brotli)?;
    Ok(Weight {
        name,
        on_first_load,
        raw,
        gzip: gzip.len(),
        brotli: brotli.len(),
    })
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).to("compress with gzip")?;
    encoder.finish().to("compress with gzip")
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .to("compress with brotli")?;
    Ok(compressed)
}

fn write_beside(path: &Path, ending: &str, bytes: &[u8]) -> Outcome<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    let copy = PathBuf::from(name);
    fs::write(&copy, bytes).to(format_args!("write {}", copy.display()))
}
