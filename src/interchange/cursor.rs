//! A place in a text, going forward.

/// Reads characters one by one.
pub(super) struct Cursor {
    characters: Vec<char>,
    at: usize,
}

impl Cursor {
    pub(super) fn new(text: &str) -> Self {
        Self {
            characters: text.chars().collect(),
            at: 0,
        }
    }

    /// How many characters were read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes to where [`Cursor::at`] once was.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at.min(self.characters.len());
    }

    /// Goes on without reading.
    pub(super) fn skip(&mut self, count: usize) {
        self.go_to(self.at.saturating_add(count));
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.characters.len()
    }

    /// The next character, which stays to be read.
    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    /// The character that many places behind the next one.
    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.characters.get(self.at.checked_add(count)?).copied()
    }

    /// Reads a character.
    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// Reads this character, if it is the next one.
    pub(super) fn eat(&mut self, character: char) -> bool {
        let is_next = self.peek() == Some(character);
        self.at += usize::from(is_next);
        is_next
    }

    /// Reads a line break, if one is next.
    pub(super) fn eat_line_break(&mut self) -> bool {
        if self.peek() == Some('\r') && self.ahead(1) == Some('\n') {
            self.at += 1;
        }
        self.eat('\n')
    }

    /// Whether this text is next.
    pub(super) fn starts_with(&self, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(count, character)| self.ahead(count) == Some(character))
    }

    /// Reads up to the end of the line, which stays to be read.
    pub(super) fn line(&mut self) -> String {
        let mut line = String::new();
        while let Some(character) = self.peek().filter(|it| *it != '\n') {
            line.push(character);
            self.at += 1;
        }
        line
    }

    /// Line and column of a place, from 1.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        self.places(&[at]).first().copied().unwrap_or((1, 1))
    }

    /// Line and column of places that stand in their order, found in one go.
    pub(super) fn places(&self, sought: &[usize]) -> Vec<(usize, usize)> {
        let mut places = Vec::with_capacity(sought.len());
        let (mut line, mut column, mut at) = (1, 1, 0);
        for place in sought {
            while at < *place {
                let Some(character) = self.characters.get(at) else {
                    break;
                };
                if *character == '\n' {
                    (line, column) = (line + 1, 1);
                } else {
                    column += 1;
                }
                at += 1;
            }
            places.push((line, column));
        }
        places
    }
}
