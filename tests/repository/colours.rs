//! Colours written out, which belong into one style sheet only.

/// Functions that make a colour out of numbers.
const FUNCTIONS: &[&str] = &[
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color",
];

/// The names that are likely to be used; the system's own colours and `transparent` are no literals.
const NAMES: &[&str] = &[
    "white",
    "black",
    "gray",
    "grey",
    "red",
    "green",
    "blue",
    "yellow",
    "orange",
    "purple",
    "pink",
    "brown",
    "cyan",
    "magenta",
    "teal",
    "navy",
    "maroon",
    "olive",
    "silver",
    "lime",
    "aqua",
    "fuchsia",
    "gold",
    "indigo",
    "violet",
    "crimson",
    "tomato",
    "salmon",
    "coral",
    "turquoise",
    "lightgray",
    "lightgrey",
    "darkgray",
    "darkgrey",
    "gainsboro",
    "whitesmoke",
    "rebeccapurple",
    "slategray",
    "dimgray",
];

/// The colour literals in a value of CSS.
pub fn in_value(value: &str) -> Vec<String> {
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '#';
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(start) = rest.find(is_name) {
        let word = rest.get(start..).unwrap_or("");
        let (word, behind) = word.split_at(word.find(|it| !is_name(it)).unwrap_or(word.len()));
        let lower = word.to_ascii_lowercase();
        let is_function = behind.starts_with('(') && FUNCTIONS.contains(&lower.as_str());
        if is_function || is_hexadecimal(word) || NAMES.contains(&lower.as_str()) {
            found.push(word.to_owned());
        }
        rest = behind;
    }
    found
}

/// `#abc`, `#abcd`, `#aabbcc`, `#aabbccdd`.
pub fn is_hexadecimal(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 4 | 6 | 8)
            && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[test]
fn colours_are_found_in_values() {
    let cases = [
        ("#fff", 1),
        ("1px solid #0a6658cc", 1),
        ("light-dark(#fff, #000)", 2),
        ("rgb(0 0 0 / 50%)", 1),
        ("color(display-p3 1 0 0)", 1),
        ("1px solid White", 1),
        ("var(--good-soft)", 0),
        ("var(--red)", 0),
        ("background-color 80ms, border-color 80ms", 0),
        ("transparent", 0),
        ("2px solid Highlight", 0),
        ("currentColor", 0),
        ("#main", 0),
    ];
    for (value, count) in cases {
        assert_eq!(in_value(value).len(), count, "{value}");
    }
}
