//! The shape of a pattern: what follows what, what repeats and what each step may read.
//!
//! Not a full parser: whether a pattern is valid is up to the engine. Where it is valid, the
//! shape is right or allows for more ways than there are.

use std::iter::Peekable;
use std::str::Chars;

use super::set::Set;

/// How deep groups may be.
const MAX_DEPTH: usize = 50;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Reads nothing: `$`, `\b` and the empty pattern.
    Nothing,
    /// `^`
    Start,
    /// One character.
    One(Set),
    Sequence(Vec<Piece>),
    Choice(Vec<Piece>),
    Repeat {
        piece: Box<Piece>,
        least: u32,
        /// `None` is without end.
        most: Option<u32>,
    },
    /// Reads ahead and returns, positive or negative.
    Ahead(Box<Piece>),
}

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

struct Parser<'p> {
    rest: Peekable<Chars<'p>>,
    unicode: bool,
    depth: usize,
    unforeseeable: bool,
}

/// One item of a class or one escape.
enum Item {
    Character(u32),
    Many(Set),
    /// `\p{…}`: any characters, as far as one can tell.
    Unknown,
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
        match self.rest.next()? {
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

    fn skip_behind(&mut self, end: char) {
        let _ = self.rest.find(|it| *it == end);
    }

    fn escaped(&mut self) -> Option<Piece> {
        match self.rest.peek()? {
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
            _ => return Some(Piece::One(self.escape()?.set())),
        }
        // What a group matched before, which is any text, as far as one can tell.
        Some(Piece::Repeat {
            piece: Box::new(Piece::One(Set::ALL)),
            least: 0,
            most: None,
        })
    }

    /// Behind a backslash, inside a class or outside.
    fn escape(&mut self) -> Option<Item> {
        let character = self.rest.next()?;
        Some(match character {
            'd' => Item::Many(Set::digits()),
            'D' => Item::Many(Set::digits().inverted()),
            'w' => Item::Many(Set::words()),
            'W' => Item::Many(Set::words().inverted()),
            's' => Item::Many(Set::spaces()),
            'S' => Item::Many(Set::spaces().inverted()),
            'p' | 'P' if self.unicode => {
                self.skip_behind('}');
                Item::Unknown
            }
            't' => Item::Character(0x09),
            'n' => Item::Character(0x0a),
            'v' => Item::Character(0x0b),
            'f' => Item::Character(0x0c),
            'r' => Item::Character(0x0d),
            'b' => Item::Character(0x08),
            'c' => match self.rest.next_if(char::is_ascii_alphabetic) {
                Some(letter) => Item::Character(u32::from(letter) % 32),
                None => self.strange(),
            },
            'x' => self.hexadecimal(2),
            'u' => self.hexadecimal(4),
            '0' if !self.rest.peek().is_some_and(char::is_ascii_digit) => Item::Character(0),
            // Octal numbers, in old patterns.
            '0'..='9' => self.strange(),
            other => Item::Character(u32::from(other)),
        })
    }

    fn strange(&mut self) -> Item {
        self.unforeseeable = true;
        Item::Unknown
    }

    /// Behind `\x` or `\u`. Without the digits it is the letter itself, which is near enough to
    /// any character.
    fn hexadecimal(&mut self, digits: usize) -> Item {
        let mut ahead = self.rest.clone();
        let braced = self.unicode && digits == 4 && ahead.next_if_eq(&'{').is_some();
        let mut code: u32 = 0;
        let mut count = 0;
        while count < digits || braced {
            let Some(digit) = ahead.peek().and_then(|it| it.to_digit(16)) else {
                break;
            };
            ahead.next();
            code = code.saturating_mul(16).saturating_add(digit);
            count += 1;
        }
        let complete = if braced {
            ahead.next_if_eq(&'}').is_some()
        } else {
            count == digits
        };
        if !complete {
            return Item::Unknown;
        }
        self.rest = ahead;
        Item::Character(code)
    }

    /// Behind the opening bracket of a class.
    fn class(&mut self) -> Set {
        let inverted = self.rest.next_if_eq(&'^').is_some();
        let mut all = Set::NONE;
        let mut known = true;
        while let Some(item) = self.class_item() {
            let mut ahead = self.rest.clone();
            let dash = ahead.next_if_eq(&'-').is_some();
            if dash && ahead.peek().is_some_and(|it| *it != ']') {
                self.rest.next();
                let last = self.class_item().unwrap_or(Item::Unknown);
                match (item, last) {
                    (Item::Character(first), Item::Character(last)) => {
                        all = all.or(Set::range(first, last));
                    }
                    _ => known = false,
                }
            } else {
                known &= !matches!(item, Item::Unknown);
                all = all.or(item.set());
            }
        }
        match (known, inverted) {
            (false, _) => Set::ALL,
            (true, true) => all.inverted(),
            (true, false) => all,
        }
    }

    fn class_item(&mut self) -> Option<Item> {
        match self.rest.next()? {
            ']' => None,
            '\\' => self.escape(),
            other => Some(Item::Character(u32::from(other))),
        }
    }
}

impl Item {
    fn set(&self) -> Set {
        match self {
            Self::Character(character) => Set::one(*character),
            Self::Many(set) => *set,
            Self::Unknown => Set::ALL,
        }
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

/// Characters one after the other, or a few lists of them to choose from.
fn is_plain(piece: &Piece) -> bool {
    let is_text = |piece: &Piece| match piece {
        Piece::Sequence(pieces) => pieces.iter().all(is_single),
        single => is_single(single),
    };
    match piece {
        Piece::Choice(branches) => branches.iter().all(is_text),
        other => is_text(other),
    }
}

fn is_single(piece: &Piece) -> bool {
    matches!(piece, Piece::Nothing | Piece::Start | Piece::One(_))
}

impl Piece {
    /// Whether it can only begin at the start of the text.
    pub(super) fn is_anchored(&self) -> bool {
        match self {
            Self::Start => true,
            Self::Sequence(pieces) => pieces.first().is_some_and(Self::is_anchored),
            Self::Choice(branches) => branches.iter().all(Self::is_anchored),
            Self::Repeat { piece, least, .. } => *least > 0 && piece.is_anchored(),
            Self::Nothing | Self::One(_) | Self::Ahead(_) => false,
        }
    }

    /// Whether it may read nothing.
    pub(super) fn may_be_empty(&self) -> bool {
        match self {
            Self::Nothing | Self::Start | Self::Ahead(_) => true,
            Self::One(_) => false,
            Self::Sequence(pieces) => pieces.iter().all(Self::may_be_empty),
            Self::Choice(branches) => branches.iter().any(Self::may_be_empty),
            Self::Repeat { piece, least, .. } => *least == 0 || piece.may_be_empty(),
        }
    }

    /// The parts it is made of.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn parts(&self) -> &[Piece] {
        match self {
            Self::Nothing | Self::Start | Self::One(_) => &[],
            Self::Sequence(parts) | Self::Choice(parts) => parts,
            Self::Repeat { piece, .. } | Self::Ahead(piece) => std::slice::from_ref(piece),
        }
    }
}
