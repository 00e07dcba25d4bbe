//! Which characters a class like `[a-z]` or an escape like `\d` stands for.

use super::set::Set;
use super::syntax::Parser;

/// One item of a class or one escape.
pub(super) enum Item {
    Character(u32),
    Many(Set),
    /// `\p{…}`: any characters, as far as one can tell.
    Unknown,
}

impl Parser<'_> {
    /// Behind a backslash, inside a class or outside.
    pub(super) fn escape(&mut self) -> Option<Item> {
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
    pub(super) fn class(&mut self) -> Set {
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
    pub(super) fn set(&self) -> Set {
        match self {
            Self::Character(character) => Set::one(*character),
            Self::Many(set) => *set,
            Self::Unknown => Set::ALL,
        }
    }
}
