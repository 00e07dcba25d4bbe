//! The shape of a pattern: what follows what, what repeats and what each step may read.
//!
//! Not a full parser: whether a pattern is valid is up to the engine. Where it is valid, the
//! shape is right or allows for more ways than there are.

use std::iter::Peekable;
use std::str::Chars;

use super::piece::{Piece, is_plain};
use super::set::Set;

/// How deep groups may be.
const MAX_DEPTH: usize = 50;

/// The shape of a pattern.
pub(super) struct Shape {
    pub(super) piece: Piece,
    /// The pattern has something that the piece does not stand for.
    pub(super) unforeseeable: bool,
}

/// Finds the shape of a pattern; `None` if it is too deep.
pub(super) fn parse(source: &str, unicode: bool) -> Option<Shape> {
    let mut parser = Parser {
        rest: source.chars().peekable(),
        unicode,
        depth: 0,
        unforeseeable: false,
    };
    let piece = parser.choice()?;
    // What is left starts with a closing bracket, so the pattern is invalid; the rest is only
    // looked at for its depth.
    while parser.rest.next().is_some() {
        parser.choice()?;
    }
    Some(Shape {
        piece,
        unforeseeable: parser.unforeseeable,
    })
}

pub(super) struct Parser<'p> {
    pub(super) rest: Peekable<Chars<'p>>,
    pub(super) unicode: bool,
    depth: usize,
    /// Something was read that the pieces do not stand for.
    pub(super) unforeseeable: bool,
}

impl Parser<'_> {
    fn choice(&mut self) -> Option<Piece> {
        let mut branches = vec![self.sequence()?];
        while self.rest.next_if_eq(&'|').is_some() {
            branches.push(self.sequence()?);
        }
        Some(match branches.len() {
            1 => branches.pop()?,
            _ => Piece::Choice(branches),
        })
    }

    fn sequence(&mut self) -> Option<Piece> {
        let mut pieces = Vec::new();
        while let Some(character) = self.rest.next_if(|it| !matches!(it, '|' | ')')) {
            let piece = self.piece(character)?;
            let piece = self.repeated(piece);
            pieces.push(piece);
        }
        Some(Piece::Sequence(pieces))
    }

    fn piece(&mut self, character: char) -> Option<Piece> {
        Some(match character {
            '^' => Piece::Start,
            '$' => Piece::Nothing,
            '.' => Piece::One(Set::line()),
            '[' => Piece::One(self.class()),
            '(' => return self.group(),
            '\\' => return self.escaped(),
            other => Piece::One(Set::one(u32::from(other))),
        })
    }

    fn repeated(&mut self, piece: Piece) -> Piece {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => match self.count() {
                Some(count) => count,
                None => return piece,
            },
            _ => return piece,
        };
        self.rest.next();
        // Greedy or not changes the order of the ways, not their number.
        self.rest.next_if_eq(&'?');
        Piece::Repeat {
            piece: Box::new(piece),
            least,
            most,
        }
    }

    /// Reads `{2,3}` up to its closing brace, or nothing if it is none.
    fn count(&mut self) -> Option<(u32, Option<u32>)> {
        let mut ahead = self.rest.clone();
        ahead.next();
        let least = number(&mut ahead)?;
        let mut most = Some(least);
        if ahead.next_if_eq(&',').is_some() {
            most = number(&mut ahead);
        }
        if ahead.peek() != Some(&'}') {
            return None;
        }
        self.rest = ahead;
        Some((least, most))
    }

    /// Behind the opening bracket of a group.
    fn group(&mut self) -> Option<Piece> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let piece = if self.rest.next_if_eq(&'?').is_some() {
            self.special_group()
        } else {
            self.inner()
        };
        self.depth -= 1;
        piece
    }

    fn special_group(&mut self) -> Option<Piece> {
        match self.rest.next().unwrap_or(')') {
            ':' => self.inner(),
            '=' | '!' => Some(Piece::Ahead(Box::new(self.inner()?))),
            '<' => match self.rest.next_if(|it| matches!(it, '=' | '!')) {
                // It reads backwards, which cannot be counted along with the rest.
                Some(_) => {
                    let behind = self.inner()?;
                    self.unforeseeable |= !is_plain(&behind);
                    Some(Piece::Nothing)
                }
                None => {
                    self.skip_behind('>');
                    self.inner()
                }
            },
            // Modifiers such as `(?i:`.
            _ => {
                self.unforeseeable = true;
                self.inner()
            }
        }
    }

    fn inner(&mut self) -> Option<Piece> {
        let piece = self.choice()?;
        self.rest.next();
        Some(piece)
    }

    pub(super) fn skip_behind(&mut self, end: char) {
        let _ = self.rest.find(|it| *it == end);
    }

    fn escaped(&mut self) -> Option<Piece> {
        match self.rest.peek().unwrap_or(&'b') {
            'b' | 'B' => {
                self.rest.next();
                return Some(Piece::Nothing);
            }
            '1'..='9' => while self.rest.next_if(char::is_ascii_digit).is_some() {},
            'k' => {
                self.rest.next();
                if self.rest.peek() == Some(&'<') {
                    self.skip_behind('>');
                }
            }
            _ => return self.escape().map(|item| Piece::One(item.set())),
        }
        // What a group matched before, which is any text, as far as one can tell.
        Some(Piece::Repeat {
            piece: Box::new(Piece::One(Set::ALL)),
            least: 0,
            most: None,
        })
    }
}

/// Saturates: a count beyond 32 bits is as good as the largest one.
fn number(rest: &mut Peekable<Chars<'_>>) -> Option<u32> {
    let mut found = None;
    while let Some(digit) = rest.peek().and_then(|it| it.to_digit(10)) {
        rest.next();
        let number: u32 = found.unwrap_or(0);
        found = Some(number.saturating_mul(10).saturating_add(digit));
    }
    found
}
