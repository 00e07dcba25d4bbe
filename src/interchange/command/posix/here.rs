//! What a program reads and where it writes: `<<EOF`, `<<<`, `<`, `>`.

use super::Splitter;
use crate::interchange::command::{CommandProblem, Note};

/// A text that stands behind the line at hand.
pub(super) struct Here {
    /// The line that ends it.
    end: String,
    /// Whether `\$` and the like mean something in it; not when the word was quoted.
    has_escapes: bool,
    /// Whether tabs at the beginning of lines are dropped (`<<-`).
    drops_tabs: bool,
}

impl Splitter<'_> {
    /// Behind a `<`.
    pub(super) fn input(&mut self) -> Result<(), CommandProblem> {
        // `<HOST>` in an unquoted word is a placeholder, not a file.
        let is_placeholder = self
            .cursor
            .peek()
            .is_some_and(|next| next.is_ascii_alphabetic() && self.word.is_some());
        if is_placeholder {
            self.push('<');
            return Ok(());
        }
        self.end_word();
        if !self.cursor.eat('<') {
            self.notes.add(Note::NotRead {
                option: "<".to_owned(),
            });
            self.word_behind()?;
            return Ok(());
        }
        if self.cursor.eat('<') {
            let (text, _) = self.word_behind()?;
            self.current.input = Some([&text, "\n"].concat());
            return Ok(());
        }
        let drops_tabs = self.cursor.eat('-');
        let (end, is_quoted) = self.word_behind()?;
        self.here.push(Here {
            end,
            has_escapes: !is_quoted,
            drops_tabs,
        });
        Ok(())
    }

    /// Behind a `>`: where the answer goes, which changes nothing about the request.
    pub(super) fn output(&mut self) {
        let opens_placeholder = self.word.as_ref().is_some_and(|word| word.contains('<'));
        if opens_placeholder {
            self.push('>');
            return;
        }
        // The number in `2>`.
        let is_number = self
            .word
            .as_ref()
            .is_some_and(|word| matches!(word.as_str(), "1" | "2"));
        if is_number {
            self.word = None;
        }
        self.end_word();
        self.cursor.eat('>');
        self.cursor.eat('&');
        self.notes.add(Note::NoEffect {
            option: ">".to_owned(),
        });
        // A mark that is never closed is told where it is read as a word of its own.
        let start = self.cursor.at();
        if self.word_behind().is_err() {
            self.cursor.go_to(start);
        }
    }

    /// The next word, and whether any of it was quoted.
    fn word_behind(&mut self) -> Result<(String, bool), CommandProblem> {
        while matches!(self.cursor.peek(), Some(' ' | '\t')) {
            self.cursor.skip(1);
        }
        let mut is_quoted = false;
        self.word = None;
        while let Some(next) = self.cursor.peek() {
            if next.is_whitespace() || matches!(next, ';' | '|' | '&' | '<' | '>') {
                break;
            }
            let start = self.cursor.at();
            self.cursor.skip(1);
            match next {
                '\'' => self.single_quoted(start)?,
                '"' => self.double_quoted(start)?,
                '$' => self.dollar(start)?,
                '\\' => self.backslash(),
                other => self.push(other),
            }
            is_quoted |= matches!(next, '\'' | '"' | '\\');
        }
        Ok((self.word.take().unwrap_or_default(), is_quoted))
    }

    /// At the end of a line: the texts that were announced on it.
    pub(super) fn texts(&mut self) -> Result<(), CommandProblem> {
        for here in std::mem::take(&mut self.here) {
            self.current.input = Some(self.text(here)?);
        }
        Ok(())
    }

    fn text(&mut self, here: Here) -> Result<String, CommandProblem> {
        let mut text = String::new();
        loop {
            if self.cursor.is_at_end() {
                return Err(CommandProblem::OpenText { end: here.end });
            }
            let line = self.cursor.line();
            let has_break = self.cursor.eat('\n');
            let line = line.strip_suffix('\r').unwrap_or(&line);
            let line = if here.drops_tabs {
                line.trim_start_matches('\t')
            } else {
                line
            };
            if line == here.end {
                return Ok(text);
            }
            if here.has_escapes {
                push_unescaped(line, has_break, &mut text);
            } else {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
}

/// `\$`, `` \` ``, `\\` and a `\` at the line's end; before anything else it stays.
fn push_unescaped(line: &str, has_break: bool, text: &mut String) {
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some(escaped @ ('$' | '`' | '\\'))) => {
                text.push(*escaped);
                letters.next();
            }
            ('\\', None) if has_break => return,
            _ => text.push(letter),
        }
    }
    text.push('\n');
}
