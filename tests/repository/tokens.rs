//! Just enough of Rust's grammar to tell code from comments and from strings.

/// What a stretch of source text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Code,
    Comment,
    /// A string or a character, with its marks.
    Text,
}

/// The source in stretches, which put together are the source again.
pub fn split(source: &str) -> Vec<(Kind, &str)> {
    let mut pieces = Vec::new();
    let mut code = source;
    let mut length = 0;
    while let Some(rest) = code.get(length..).filter(|rest| !rest.is_empty()) {
        let in_word = code
            .get(..length)
            .is_some_and(|before| before.ends_with(is_word));
        match stretch(rest, in_word) {
            Some((kind, stretch)) => {
                pieces.extend(code.get(..length).map(|code| (Kind::Code, code)));
                pieces.extend(rest.get(..stretch).map(|piece| (kind, piece)));
                code = rest.get(stretch..).unwrap_or("");
                length = 0;
            }
            None => length += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push((Kind::Code, code));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The comment or literal at the start of the text, and its length.
fn stretch(rest: &str, in_word: bool) -> Option<(Kind, usize)> {
    if rest.starts_with("//") {
        return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, block_length(rest)));
    }
    if rest.starts_with('"') {
        return Some((Kind::Text, closed(rest, '"')));
    }
    if !in_word && (rest.starts_with('r') || rest.starts_with("br")) {
        return raw_length(rest).map(|length| (Kind::Text, length));
    }
    let behind = rest.strip_prefix('\'')?;
    let mut characters = behind.chars();
    // Without a closing mark right behind, it is a lifetime.
    let is_character = characters.next() == Some('\\') || characters.next() == Some('\'');
    is_character.then(|| (Kind::Text, closed(rest, '\'')))
}

/// Block comments stand inside each other.
fn block_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut position = 0;
    while let Some(here) = rest.get(position..).filter(|here| !here.is_empty()) {
        let step = if here.starts_with("/*") {
            depth += 1;
            2
        } else if here.starts_with("*/") {
            depth -= 1;
            2
        } else {
            here.chars().next().map_or(1, char::len_utf8)
        };
        position += step;
        if depth == 0 {
            return position;
        }
    }
    rest.len()
}

fn closed(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (position, character) in rest.char_indices().skip(1) {
        match character {
            '\\' if !escaped => escaped = true,
            _ if character == mark && !escaped => return position + 1,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn raw_length(rest: &str) -> Option<usize> {
    let behind = rest.trim_start_matches('b').strip_prefix('r')?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    let body = behind.trim_start_matches('#').strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(rest.len() - body.len() + length)
}

/// The source with blanks instead of comments and with empty strings; lines stay where they are.
pub fn code(source: &str) -> String {
    let blank = |piece: &str| "\n".repeat(piece.matches('\n').count());
    split(source)
        .into_iter()
        .map(|(kind, piece)| match kind {
            Kind::Code => piece.to_owned(),
            Kind::Comment => format!(" {}", blank(piece)),
            Kind::Text => format!("\"\"{}", blank(piece)),
        })
        .collect()
}

/// The source without its comments.
pub fn without_comments(source: &str) -> String {
    split(source)
        .into_iter()
        .filter(|(kind, _)| *kind != Kind::Comment)
        .map(|(_, piece)| piece)
        .collect()
}

/// Code without the items that only tests compile.
pub fn shipped(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some((before, item)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        let mut depth = 0;
        let end = item.find(|character| {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && matches!(character, '}' | ';')
        });
        let (dropped, behind) = item.split_at(end.map_or(item.len(), |end| end + 1));
        kept.push_str(&"\n".repeat(dropped.matches('\n').count()));
        rest = behind;
    }
    kept.push_str(rest);
    kept
}

/// The words and marks of code, each with its line. `::` is one mark.
pub fn words(code: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = code;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let length = if is_word(first) {
            rest.find(|character| !is_word(character))
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (word, behind) = rest.split_at(length);
        if !first.is_whitespace() {
            words.push((line, word));
        }
        line += usize::from(first == '\n');
        rest = behind;
    }
    words
}

#[test]
fn code_is_told_from_comments_and_strings() {
    let cases = [
        ("a // b\nc", "a  \nc"),
        ("a /* b /* c */ d */ e", "a   e"),
        (r#"f("// no comment", 'x')"#, r#"f("", "")"#),
        (r#""a\"b" c"#, r#""" c"#),
        ("r\"a\\\" b", "\"\" b"),
        ("r##\"a\"# b\"## c", "\"\" c"),
        ("br#\"a\"# b\"c\"", "\"\" b\"\""),
        ("for\"a\"", "for\"\""),
        ("fn f<'a>(x: &'a str) {}", "fn f<'a>(x: &'a str) {}"),
        (r"['\'', '\\', '\u{a0}', ' ']", r#"["", "", "", ""]"#),
        ("r#type + r", "r#type + r"),
        ("\"a\nb\" c", "\"\"\n c"),
    ];
    for (source, expected) in cases {
        assert_eq!(code(source), expected, "{source}");
        let again: String = split(source).into_iter().map(|(_, piece)| piece).collect();
        assert_eq!(again, source);
    }
}

#[test]
fn items_of_tests_are_not_shipped() {
    let cases = [
        ("a #[cfg(test)] mod tests { b { c } } d", "a  d"),
        ("a\n#[cfg(test)]\nuse b;\nc", "a\n\n\nc"),
        ("a #[cfg(test)]", "a "),
    ];
    for (code, expected) in cases {
        assert_eq!(shipped(code), expected, "{code}");
    }
}
