//! Words as bash and zsh make them.

mod escapes;
mod here;

use self::here::Here;
use super::words::Invocation;
use super::{CommandProblem, Note, Notes, typography};
use crate::interchange::cursor::Cursor;

/// The commands of a script, in their order.
pub(super) fn split(text: &str, notes: &mut Notes) -> Result<Vec<Invocation>, CommandProblem> {
    let mut splitter = Splitter {
        cursor: Cursor::new(text),
        word: None,
        current: Invocation::default(),
        here: Vec::new(),
        done: Vec::new(),
        last_end: 0,
        notes,
    };
    while splitter.step()? {}
    splitter.end_command();
    Ok(splitter.done)
}

struct Splitter<'a> {
    cursor: Cursor,
    /// The word at hand; empty quotation marks make an empty word.
    word: Option<String>,
    current: Invocation,
    /// Texts that begin behind this line.
    here: Vec<Here>,
    done: Vec<Invocation>,
    /// Where the command before this one ended.
    last_end: usize,
    notes: &'a mut Notes,
}

impl Splitter<'_> {
    /// Reads one mark, or a text in quotation marks; `false` at the end.
    fn step(&mut self) -> Result<bool, CommandProblem> {
        let start = self.cursor.at();
        let Some(character) = self.cursor.next() else {
            self.texts()?;
            return Ok(false);
        };
        match character {
            '\n' => {
                self.end_word();
                self.texts()?;
                self.end_command();
            }
            ' ' | '\t' | '\r' => self.end_word(),
            odd if typography::ODD_BLANKS.contains(&odd) => {
                self.notes.add(Note::Typography { mark: odd });
                self.end_word();
            }
            '\\' => self.backslash(),
            '\'' => self.single_quoted(start)?,
            '"' => self.double_quoted(start)?,
            '$' => self.dollar(start)?,
            '`' => {
                self.notes.add(Note::Substitution);
                self.copy_to('`', '`');
            }
            '#' if self.word.is_none() => {
                self.cursor.line();
            }
            ';' => self.end_command(),
            '|' => {
                self.end_command();
                self.current.is_piped = !self.cursor.eat('|');
            }
            '&' => self.ampersand(),
            '<' => self.input()?,
            '>' => self.output(),
            mark if self.word.is_none()
                && (typography::is_single(mark) || typography::is_double(mark)) =>
            {
                self.typographic(mark, start)?;
            }
            other => self.push(other),
        }
        Ok(true)
    }

    fn push(&mut self, character: char) {
        self.word.get_or_insert_default().push(character);
    }

    fn end_word(&mut self) {
        self.current.words.extend(self.word.take());
    }

    fn end_command(&mut self) {
        self.end_word();
        let current = std::mem::take(&mut self.current);
        let Some(first) = current.words.first() else {
            return;
        };
        let first = typography::option(first, self.notes);
        match self.done.last_mut() {
            // Nothing but the line before can have an option that begins a line.
            Some(last) if first.starts_with('-') => {
                last.words.extend(current.words);
                last.input = last.input.take().or(current.input);
                self.lost_continuation(self.last_end);
            }
            _ => self.done.push(current),
        }
        self.last_end = self.cursor.at().saturating_sub(1);
    }

    /// The line is counted only while notes are kept: counting takes time.
    fn lost_continuation(&mut self, at: usize) {
        if self.notes.has_room() {
            let (line, _) = self.cursor.place(at);
            self.notes.add(Note::LostContinuation { line });
        }
    }

    fn backslash(&mut self) {
        if self.cursor.eat_line_break() {
            return;
        }
        let start = self.cursor.at();
        while matches!(self.cursor.peek(), Some(' ' | '\t' | '\u{a0}')) {
            self.cursor.skip(1);
        }
        // Blanks at the end of a line cannot be seen; nobody means them.
        if self.cursor.at() > start && self.cursor.eat_line_break() {
            self.lost_continuation(start);
            self.end_word();
            return;
        }
        self.cursor.go_to(start);
        match self.cursor.next() {
            Some(escaped) => self.push(escaped),
            None => self.end_word(),
        }
    }

    fn single_quoted(&mut self, start: usize) -> Result<(), CommandProblem> {
        let word = self.word.get_or_insert_default();
        loop {
            match self.cursor.next() {
                Some('\'') => return Ok(()),
                Some(character) => word.push(character),
                None => return Err(self.open_quote(start)),
            }
        }
    }

    fn double_quoted(&mut self, start: usize) -> Result<(), CommandProblem> {
        self.word.get_or_insert_default();
        loop {
            match self.cursor.next() {
                Some('"') => return Ok(()),
                Some('\\') => {
                    if self.cursor.eat_line_break() {
                        continue;
                    }
                    match self.cursor.peek() {
                        Some(escaped @ ('$' | '`' | '"' | '\\')) => {
                            self.cursor.skip(1);
                            self.push(escaped);
                        }
                        _ => self.push('\\'),
                    }
                }
                Some('$') if self.cursor.peek() == Some('(') => self.dollar(start)?,
                Some(character) => self.push(character),
                None => return Err(self.open_quote(start)),
            }
        }
    }

    /// Behind a `$`. Variables stand as they are written.
    fn dollar(&mut self, start: usize) -> Result<(), CommandProblem> {
        match self.cursor.peek() {
            Some('\'') => {
                self.cursor.skip(1);
                let text = escapes::read(&mut self.cursor).ok_or_else(|| self.open_quote(start))?;
                self.word.get_or_insert_default().push_str(&text);
            }
            Some('"') => {
                self.cursor.skip(1);
                self.double_quoted(start)?;
            }
            Some('(') => {
                self.notes.add(Note::Substitution);
                self.push('$');
                self.copy_to('(', ')');
            }
            _ => self.push('$'),
        }
        Ok(())
    }

    /// Copies what a shell would run, with everything nested in it.
    fn copy_to(&mut self, open: char, close: char) {
        if open == close {
            self.push(open);
        }
        let mut depth = usize::from(open == close);
        while let Some(character) = self.cursor.next() {
            self.push(character);
            if character == close {
                depth = depth.saturating_sub(1);
            } else if character == open {
                depth += 1;
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// In a URL it separates parameters, whatever a shell would make of it.
    fn ampersand(&mut self) {
        let is_in_url = self
            .word
            .as_ref()
            .is_some_and(|word| word.contains('?') || word.contains("://"));
        let goes_on = self
            .cursor
            .peek()
            .is_some_and(|next| next.is_alphanumeric() || next == '_');
        if is_in_url && goes_on {
            self.notes.add(Note::BareAmpersand);
            self.push('&');
        } else {
            self.cursor.eat('&');
            self.end_command();
        }
    }

    /// A word in typographic marks ends with one in front of a blank: there are apostrophes inside.
    fn typographic(&mut self, mark: char, start: usize) -> Result<(), CommandProblem> {
        self.notes.add(Note::Typography { mark });
        self.word.get_or_insert_default();
        loop {
            let Some(next) = self.cursor.next() else {
                return Err(self.open_quote(start));
            };
            let is_same_kind = if typography::is_single(mark) {
                typography::is_single(next) || next == '\''
            } else {
                typography::is_double(next) || next == '"'
            };
            let ends = self
                .cursor
                .peek()
                .is_none_or(|behind| behind.is_whitespace() || matches!(behind, ';' | '|'));
            if is_same_kind && ends {
                return Ok(());
            }
            self.push(next);
        }
    }

    fn open_quote(&self, start: usize) -> CommandProblem {
        let (line, column) = self.cursor.place(start);
        CommandProblem::OpenQuote { line, column }
    }
}
