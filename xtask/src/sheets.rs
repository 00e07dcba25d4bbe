//! One style sheet instead of several: a page waits for each of them before it shows anything.

use std::{fs, path::Path};

use crate::{
    dist::content_hash,
    failure::{Failure, Outcome, While},
};

/// What stands around a sheet's name in the page that trunk writes.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"./", "\"/>");

/// Puts one sheet, named after its content, in the place of those that `index.html` links to.
pub fn join(dist: &Path) -> Outcome<()> {
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).to("read dist/index.html")?;
    let names: Vec<&str> = page.lines().filter_map(linked).collect();
    let mut whole = String::new();
    for name in &names {
        let sheet = dist.join(name);
        whole += &fs::read_to_string(&sheet).to(format_args!("read {name}"))?;
        fs::remove_file(&sheet).to(format_args!("remove {name}"))?;
    }
    let joined = format!("style-{}.css", content_hash(whole.as_bytes()));
    fs::write(dist.join(&joined), whole).to(format_args!("write {joined}"))?;
    fs::write(&path, relinked(&page, &joined)?).to("write dist/index.html")
}

fn linked(line: &str) -> Option<&str> {
    line.trim().strip_prefix(LINK.0)?.strip_suffix(LINK.1)
}

/// The page with one link where the first one was, and none where the others were.
fn relinked(page: &str, joined: &str) -> Outcome<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_linked = false;
    for line in page.lines() {
        match linked(line) {
            None => lines.push(line.to_owned()),
            Some(name) if !is_linked => {
                lines.push(line.replace(name, joined));
                is_linked = true;
            }
            Some(_) => {}
        }
    }
    if !is_linked {
        return Err(Failure::new(
            "dist/index.html links to no style sheet: compare what trunk writes with xtask/src/sheets.rs.",
        ));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::{linked, relinked};

    #[test]
    fn several_links_become_one() {
        let page = "<head>\n  <link rel=\"stylesheet\" href=\"./a-1.css\"/>\n  <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n</head>\n";
        let names: Vec<&str> = page.lines().filter_map(linked).collect();
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(
            relinked(page, "style-3.css").ok().as_deref(),
            Some("<head>\n  <link rel=\"stylesheet\" href=\"./style-3.css\"/>\n</head>\n")
        );
        assert!(relinked("<head>\n</head>\n", "style-3.css").is_err());
    }
}
