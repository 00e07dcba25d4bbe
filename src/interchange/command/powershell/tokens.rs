//! PowerShell's text, cut into tokens.

use crate::interchange::command::{CommandProblem, Note, Notes, typography};
use crate::interchange::cursor::Cursor;

/// A part of a statement.
#[derive(Clone)]
pub(super) enum Token {
    /// Without quotation marks: a command, a parameter, a variable.
    Word(String),
    /// In quotation marks.
    Text(String),
    /// `@{ name = value }`
    Table(Vec<(String, String)>),
    /// `( … )`
    Group(Vec<Token>),
    /// `=`
    Equals,
    /// `|`
    Pipe,
    /// The end of a statement.
    End,
}

/// Deeper groups are no commands that anyone writes.
const DEEPEST: usize = 16;

pub(super) struct Tokens {
    cursor: Cursor,
    depth: usize,
}

/// PowerShell itself takes typographic marks for plain ones.
fn is_single(mark: char) -> bool {
    mark == '\'' || typography::is_single(mark)
}

fn is_double(mark: char) -> bool {
    mark == '"' || matches!(mark, '“' | '”' | '„')
}

impl Tokens {
    pub(super) fn new(text: &str) -> Self {
        Self {
            cursor: Cursor::new(text),
            depth: 0,
        }
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self, notes: &mut Notes) -> Result<Option<Token>, CommandProblem> {
        loop {
            let start = self.cursor.at();
            let Some(next) = self.cursor.peek() else {
                return Ok(None);
            };
            match next {
                '\n' | ';' => {
                    self.cursor.skip(1);
                    return Ok(Some(Token::End));
                }
                '`' if matches!(self.cursor.ahead(1), Some('\n' | '\r')) => {
                    self.cursor.skip(1);
                    self.cursor.eat_line_break();
                }
                '#' => {
                    self.cursor.line();
                }
                next if next.is_whitespace() => self.cursor.skip(1),
                '|' => {
                    self.cursor.skip(1);
                    return Ok(Some(Token::Pipe));
                }
                '=' => {
                    self.cursor.skip(1);
                    return Ok(Some(Token::Equals));
                }
                '@' if self.cursor.ahead(1) == Some('{') => {
                    self.cursor.skip(2);
                    return self.table(notes).map(Some);
                }
                '@' if self
                    .cursor
                    .ahead(1)
                    .is_some_and(|it| is_single(it) || is_double(it)) =>
                {
                    return self.here_text().map(Token::Text).map(Some);
                }
                '(' => {
                    self.cursor.skip(1);
                    return self.group(notes).map(Some);
                }
                ')' | '}' => self.cursor.skip(1),
                mark if is_single(mark) => {
                    self.cursor.skip(1);
                    return self.single(start).map(Token::Text).map(Some);
                }
                mark if is_double(mark) => {
                    self.cursor.skip(1);
                    return self.double(start, notes).map(Token::Text).map(Some);
                }
                _ => return self.word(notes).map(Some),
            }
        }
    }

    fn word(&mut self, notes: &mut Notes) -> Result<Token, CommandProblem> {
        let mut word = String::new();
        while let Some(next) = self.cursor.peek() {
            let is_end = next.is_whitespace() || matches!(next, ';' | '|' | '(' | ')' | '}');
            let is_assigned = next == '=' && word.starts_with('$');
            if (is_end && !(next == '}' && word.contains('{'))) || is_assigned {
                break;
            }
            let start = self.cursor.at();
            self.cursor.skip(1);
            match next {
                '`' => word.extend(self.cursor.next()),
                // Marks inside a word, as in `name="value"`.
                mark if is_single(mark) => word.push_str(&self.single(start)?),
                mark if is_double(mark) => word.push_str(&self.double(start, notes)?),
                other => word.push(other),
            }
        }
        Ok(Token::Word(word))
    }

    fn group(&mut self, notes: &mut Notes) -> Result<Token, CommandProblem> {
        let mut tokens = Vec::new();
        if self.depth >= DEEPEST {
            return Ok(Token::Group(tokens));
        }
        self.depth += 1;
        loop {
            while matches!(self.cursor.peek(), Some(' ' | '\t' | '\r' | '\n' | ',')) {
                self.cursor.skip(1);
            }
            if self.cursor.eat(')') {
                break;
            }
            match self.next(notes)? {
                Some(token) => tokens.push(token),
                None => break,
            }
        }
        self.depth -= 1;
        Ok(Token::Group(tokens))
    }

    /// Behind `@{`.
    fn table(&mut self, notes: &mut Notes) -> Result<Token, CommandProblem> {
        let mut pairs = Vec::new();
        if self.depth >= DEEPEST {
            return Ok(Token::Table(pairs));
        }
        self.depth += 1;
        loop {
            while matches!(
                self.cursor.peek(),
                Some(' ' | '\t' | '\r' | '\n' | ';' | ',')
            ) {
                self.cursor.skip(1);
            }
            if self.cursor.eat('}') {
                break;
            }
            let Some(name) = self.part(notes)? else {
                break;
            };
            while matches!(self.cursor.peek(), Some(' ' | '\t')) {
                self.cursor.skip(1);
            }
            if !self.cursor.eat('=') {
                notes.add(Note::Substitution);
                continue;
            }
            if let Some(value) = self.part(notes)? {
                pairs.push((name, value));
            }
        }
        self.depth -= 1;
        Ok(Token::Table(pairs))
    }

    /// A name or a value of a table.
    fn part(&mut self, notes: &mut Notes) -> Result<Option<String>, CommandProblem> {
        let at = self.cursor.at();
        let Some(next) = self.cursor.peek() else {
            return Ok(None);
        };
        // Names without quotation marks end at their equals sign.
        if next.is_alphanumeric() {
            let mut name = String::new();
            while let Some(letter) = self.cursor.peek() {
                if letter.is_whitespace() || matches!(letter, '=' | ';' | '}') {
                    break;
                }
                name.push(letter);
                self.cursor.skip(1);
            }
            return Ok(Some(name));
        }
        let token = self.next(notes)?;
        if self.cursor.at() == at {
            self.cursor.skip(1);
        }
        Ok(match token {
            Some(Token::Text(text) | Token::Word(text)) => Some(text),
            Some(_) => {
                notes.add(Note::Substitution);
                Some(String::new())
            }
            None => None,
        })
    }

    /// Behind an opening mark: doubled marks are one.
    fn single(&mut self, start: usize) -> Result<String, CommandProblem> {
        let mut text = String::new();
        loop {
            match self.cursor.next() {
                None => return Err(self.open_quote(start)),
                Some(mark) if is_single(mark) => {
                    if !self.cursor.peek().is_some_and(is_single) {
                        return Ok(text);
                    }
                    // The first of the two stays.
                    text.push(mark);
                    self.cursor.skip(1);
                }
                Some(other) => text.push(other),
            }
        }
    }

    /// Behind an opening mark. Variables stand as they are written.
    fn double(&mut self, start: usize, notes: &mut Notes) -> Result<String, CommandProblem> {
        let mut text = String::new();
        loop {
            match self.cursor.next() {
                None => return Err(self.open_quote(start)),
                Some('`') => escape(&mut self.cursor, &mut text),
                Some(mark) if is_double(mark) => {
                    if !self.cursor.peek().is_some_and(is_double) {
                        return Ok(text);
                    }
                    text.push(mark);
                    self.cursor.skip(1);
                }
                Some('$') if self.cursor.peek() == Some('(') => {
                    notes.add(Note::Substitution);
                    text.push('$');
                }
                Some(other) => text.push(other),
            }
        }
    }

    /// `@'`, lines, `'@` at the beginning of one.
    fn here_text(&mut self) -> Result<String, CommandProblem> {
        self.cursor.skip(1);
        let mark = self.cursor.next().unwrap_or('"');
        let has_escapes = is_double(mark);
        self.cursor.line();
        self.cursor.skip(1);
        let mut text = String::new();
        let mut begins_line = true;
        loop {
            let is_mark = |next: char| {
                if has_escapes {
                    is_double(next)
                } else {
                    is_single(next)
                }
            };
            if begins_line
                && self.cursor.peek().is_some_and(is_mark)
                && self.cursor.ahead(1) == Some('@')
            {
                self.cursor.skip(2);
                // The last line break belongs to the mark.
                if text.ends_with('\n') {
                    text.pop();
                }
                if text.ends_with('\r') {
                    text.pop();
                }
                return Ok(text);
            }
            match self.cursor.next() {
                None => {
                    let mark = if has_escapes { "\"@" } else { "'@" };
                    return Err(CommandProblem::OpenText {
                        end: mark.to_owned(),
                    });
                }
                Some('`') if has_escapes => {
                    begins_line = false;
                    escape(&mut self.cursor, &mut text);
                }
                Some(next) => {
                    begins_line = next == '\n';
                    text.push(next);
                }
            }
        }
    }

    fn open_quote(&self, start: usize) -> CommandProblem {
        let (line, column) = self.cursor.place(start);
        CommandProblem::OpenQuote { line, column }
    }
}

/// Behind a backtick.
fn escape(cursor: &mut Cursor, text: &mut String) {
    text.extend(cursor.next().map(|escaped| match escaped {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' => '\u{1b}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        other => other,
    }));
}
