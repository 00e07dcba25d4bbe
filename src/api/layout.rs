//! JSON text laid out for reading, without parsing numbers: what is shown is what is sent, digit for digit.

/// What a piece of JSON text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A member's name, with its quotation marks.
    Name,
    /// A string, with its quotation marks.
    Text,
    /// A number, `true`, `false` or `null`.
    Literal,
    /// Brackets, commas, colons, blanks and line breaks.
    Layout,
}

/// A piece of laid-out JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// How it is written.
    pub text: String,
}

/// The same JSON, two blanks a level. Text that is not JSON comes out with its words in order and its
/// layout as good as can be; nothing is dropped but white space between tokens.
pub fn lay_out(json: &str) -> Vec<Piece> {
    let mut layout = Layout::default();
    let mut rest = json.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_length(rest),
            '{' | '[' | '}' | ']' | ',' | ':' => 1,
            _ => rest
                .find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c))
                .unwrap_or(rest.len()),
        };
        let (token, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = behind.trim_start();
        layout.put(first, token, rest.chars().next());
        layout.is_apart = rest.len() < behind.len();
    }
    layout.pieces
}

/// Deeper levels are not indented further: their blanks would outgrow the text by far.
const DEEPEST: usize = 64;

#[derive(Default)]
struct Layout {
    pieces: Vec<Piece>,
    depth: usize,
    /// True when there was white space before the token at hand.
    is_apart: bool,
}

impl Layout {
    fn put(&mut self, first: char, token: &str, next: Option<char>) {
        if !matches!(first, '}' | ']' | ',' | ':') {
            self.keep_apart();
        }
        match first {
            '{' | '[' => {
                self.layout(token);
                self.depth += 1;
                if !matches!(next, Some('}' | ']') | None) {
                    self.break_line();
                }
            }
            '}' | ']' => {
                self.depth = self.depth.saturating_sub(1);
                if !self
                    .pieces
                    .last()
                    .is_some_and(|piece| piece.text.ends_with(['{', '[']))
                {
                    self.break_line();
                }
                self.layout(token);
            }
            ',' => {
                self.layout(token);
                self.break_line();
            }
            ':' => self.layout(": "),
            '"' if next == Some(':') => self.push(PieceKind::Name, token),
            '"' => self.push(PieceKind::Text, token),
            _ => self.push(PieceKind::Literal, token),
        }
    }

    /// In JSON something stands between two values; in other text, words must not run together.
    fn keep_apart(&mut self) {
        let is_glued = |piece: &Piece| {
            !piece
                .text
                .ends_with(|it: char| it.is_whitespace() || matches!(it, '{' | '['))
        };
        if self.is_apart && self.pieces.last().is_some_and(is_glued) {
            self.layout(" ");
        }
    }

    fn layout(&mut self, text: &str) {
        self.push(PieceKind::Layout, text);
    }

    fn break_line(&mut self) {
        let line = format!("\n{}", "  ".repeat(self.depth.min(DEEPEST)));
        self.push(PieceKind::Layout, &line);
    }

    fn push(&mut self, kind: PieceKind, text: &str) {
        match self.pieces.last_mut() {
            Some(last) if kind == PieceKind::Layout && last.kind == kind => {
                last.text.push_str(text)
            }
            _ => self.pieces.push(Piece {
                kind,
                text: text.to_owned(),
            }),
        }
    }
}

/// Up to and with the closing quotation mark, or to the end when there is none.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (position, character) in text.char_indices().skip(1) {
        match character {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return position + 1,
            _ => escaped = false,
        }
    }
    text.len()
}
