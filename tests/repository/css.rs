//! Just enough of CSS's grammar to tell selectors from declarations.

/// What a style sheet consists of, at any depth.
#[derive(Debug, Default, PartialEq)]
pub struct Sheet {
    /// What stands before a brace and is no at-rule.
    pub selectors: Vec<String>,
    /// Name and value.
    pub declarations: Vec<(String, String)>,
}

/// Takes a style sheet apart.
pub fn read(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let mut piece = String::new();
    let mut quote = None;
    let mut depth = 0_usize;
    for character in without_comments(text).chars() {
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{' | ';' | '}') if depth == 0 => {
                sheet.put(&std::mem::take(&mut piece), character);
                continue;
            }
            _ => {}
        }
        piece.push(character);
    }
    sheet
}

impl Sheet {
    fn put(&mut self, piece: &str, end: char) {
        let piece = piece.trim();
        if piece.is_empty() || piece.starts_with('@') {
            return;
        }
        if end == '{' {
            self.selectors.push(piece.to_owned());
        } else if let Some((name, value)) = piece.split_once(':') {
            self.declarations
                .push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }

    /// The classes that its selectors name.
    pub fn classes(&self) -> Vec<String> {
        self.selectors
            .iter()
            .flat_map(|selector| behind(&outside_quotes(selector), "."))
            .collect()
    }

    /// The variables that its declarations take.
    pub fn variables_used(&self) -> Vec<String> {
        let values = self.declarations.iter().map(|(_, value)| value);
        values.flat_map(|value| behind(value, "var(--")).collect()
    }

    /// The variables that it sets.
    pub fn variables_set(&self) -> Vec<String> {
        let names = self.declarations.iter();
        names
            .filter_map(|(name, _)| name.strip_prefix("--").map(str::to_owned))
            .collect()
    }
}

/// The names behind a mark.
fn behind(text: &str, mark: &str) -> Vec<String> {
    let names = text.split(mark).skip(1).map(|rest| {
        let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-' && it != '_');
        rest.get(..end.unwrap_or(rest.len()))
            .unwrap_or("")
            .to_owned()
    });
    names.filter(|name| !name.is_empty()).collect()
}

/// Without strings and without addresses.
pub fn outside_quotes(text: &str) -> String {
    text.split(['"', '\'']).step_by(2).collect()
}

/// The marks of HTML's comments are taken for CSS's and the other way round: neither language has the other's.
pub fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    let marks = [("/*", "*/"), ("<!--", "-->")];
    while let Some((at, (open, close))) = marks
        .iter()
        .filter_map(|marks| Some((rest.find(marks.0)?, marks)))
        .min()
    {
        let (before, comment) = rest.split_at(at);
        kept.push_str(before);
        let inner = comment.strip_prefix(open).unwrap_or("");
        rest = inner.split_once(close).map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    kept
}

#[test]
fn style_sheets_are_taken_apart() {
    let sheet = read(
        ".a > b.c-d:hover, #e { color: var(--x); content: \"; } .no\" }\n\
         /* .no { } */ @media (width < 9px) { .f { margin: calc(1px + var(--y-2)); --z: 0.5 } }\n\
         [href=\".no\"]:has(.g) { background: url(data:x;y) }",
    );
    assert_eq!(sheet.classes(), ["a", "c-d", "f", "g"]);
    assert_eq!(sheet.variables_used(), ["x", "y-2"]);
    assert_eq!(sheet.variables_set(), ["z"]);
    assert_eq!(sheet.declarations.len(), 5);
}
