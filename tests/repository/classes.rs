//! The CSS classes that the screens name.

use super::tokens::{Kind, code, split};

/// The classes that an element may have in a source file or in a page, and what could not be made out.
#[derive(Debug, Default, PartialEq)]
pub struct Classes {
    pub names: Vec<String>,
    pub riddles: Vec<String>,
}

/// Reads `.class(…)`, `.live_attribute("class", …)` and `.set_attribute("class", …)`, with the texts inside the expression or where its names get
/// their value.
pub fn in_code(text: &str) -> Classes {
    let source = Source::new(text);
    let mut classes = Classes::default();
    for (at, call) in source.bare.match_indices(".class(") {
        source.argument(at + call.len(), &mut classes);
    }
    for (at, call) in source.bare.match_indices("_attribute(\"\",") {
        let quote = at + "_attribute(".len();
        let is_class = |(place, text): &(usize, String)| *place == quote && text == "class";
        if source.texts.iter().any(is_class) {
            source.argument(at + call.len(), &mut classes);
        }
    }
    // Two words that are written together like a class with its variation are one, wherever they stand.
    let badges = source.texts.iter().filter(|(_, text)| {
        let first = text.split_once(' ').map(|(first, _)| first);
        matches!(first, Some("badge" | "notice" | "dot" | "button"))
    });
    for (_, text) in badges {
        classes.names.extend(text.split(' ').map(str::to_owned));
    }
    classes
}

/// Reads `class="…"` of a page.
pub fn in_page(text: &str) -> Vec<String> {
    let values = text
        .split(" class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    values
        .flat_map(|value| value.split_whitespace().map(str::to_owned))
        .collect()
}

/// A source file with its texts put aside.
struct Source {
    /// The code with `""` for each text.
    bare: String,
    /// Where the `""` stand, and what was in them.
    texts: Vec<(usize, String)>,
}

impl Source {
    fn new(text: &str) -> Self {
        let mut bare = String::new();
        let mut texts = Vec::new();
        for (kind, piece) in split(text) {
            if kind == Kind::Text {
                texts.push((bare.len(), piece.trim_matches(['"', '\'']).to_owned()));
                bare.push_str("\"\"");
            } else {
                bare.push_str(&code(piece));
            }
        }
        Self { bare, texts }
    }

    fn argument(&self, start: usize, classes: &mut Classes) {
        let value = self.bare.get(start..).unwrap_or("");
        let end = start + length_until(value, |_| false);
        let expression = self.bare.get(start..end).unwrap_or("");
        let mut found = self.texts_in(start, end);
        if !expression.contains('"') {
            // The value comes from a variable: then from wherever that gets it.
            let names = expression.split(|it: char| !it.is_alphanumeric() && it != '_');
            for name in names.filter(|name| !name.is_empty() && *name != "move") {
                found.extend(self.texts_of(name));
            }
            if found.is_empty() {
                classes.riddles.push(format!("class({expression})"));
            }
        }
        classes.names.extend(found);
    }

    /// The classes among the texts of `let name = …;`, everywhere in the file.
    fn texts_of(&self, name: &str) -> Vec<String> {
        let opening = format!("let {name} =");
        let statements = self.bare.match_indices(&opening).flat_map(|(at, _)| {
            let statement = self.bare.get(at..).unwrap_or("");
            self.texts_in(
                at,
                at + length_until(statement, |rest| rest.starts_with(';')),
            )
        });
        statements.collect()
    }

    fn texts_in(&self, start: usize, end: usize) -> Vec<String> {
        let texts = self.texts.iter();
        texts
            .filter(|(at, _)| (start..end).contains(at))
            .flat_map(|(_, text)| text.split(' '))
            .filter(|word| word.starts_with(|first: char| first.is_ascii_lowercase()))
            .map(str::to_owned)
            .collect()
    }
}

/// How far it is to where `is_end` holds outside all brackets. Arrows are no ends.
fn length_until(text: &str, is_end: impl Fn(&str) -> bool) -> usize {
    let mut depth = 0_i32;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let is_arrow = character == '>' && matches!(before, '-' | '=');
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth < 0 || depth == 0 && !is_arrow && text.get(at..).is_some_and(&is_end) {
            return at;
        }
        before = character;
    }
    text.len()
}

#[test]
fn classes_are_found_in_code() {
    let cases: [(&str, &[&str]); 9] = [
        (r#"p().class("a b-c").text("text")"#, &["a", "b-c"]),
        (
            r#"p().class(if x { "a" } else { "b c" }).text("text")"#,
            &["a", "b", "c"],
        ),
        (
            r#"p().live_attribute("class", move || if x() { "a" } else { "b" }).id("c")"#,
            &["a", "b"],
        ),
        (r#"p().live_attribute("title", move || "a")"#, &[]),
        (
            r#"let class = match x { A => "a", B => "b" }; p().class(class).text("c")"#,
            &["a", "b"],
        ),
        (
            r#"let it = move || { ("a", 1) }; p().live_attribute("class", move || it().0)"#,
            &["a"],
        ),
        (
            r#"f("badge good"); f("badge"); f("badges everywhere")"#,
            &["badge", "good"],
        ),
        (r#"// p().class("a")"#, &[]),
        (r#"let class_name = "a"; subclass("b");"#, &[]),
    ];
    for (text, expected) in cases {
        let found = in_code(text);
        assert_eq!(found.names, expected, "{text}");
        assert_eq!(found.riddles.len(), 0, "{text}");
    }
    let riddle = in_code("p().class(somewhere::made())");
    assert_eq!(riddle.riddles, ["class(somewhere::made())"]);
}

#[test]
fn classes_are_found_in_pages() {
    assert_eq!(
        in_page("<p id=\"x\" class=\"a b\"><b class=\"c\">"),
        ["a", "b", "c"]
    );
}
