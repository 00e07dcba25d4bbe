//! A record with placeholders, of which any number of records is made.
//!
//! Each record has random numbers of its own, made of a seed and its index: the same seed gives the same records, and
//! any of them is made without those before it.

mod argument;
mod lists;
mod maker;
mod moment;
mod placeholder;
mod random;
mod sample;

pub use placeholder::{Placeholder, PlaceholderGroup, placeholders};
pub use sample::{Sample, SampleName, samples};

use super::json::{self, JsonFault};
use maker::{Maker, RecordSource};

/// A record with placeholders such as `{{uuid}}`, read and ready.
#[derive(Clone, Debug)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    /// Where it stands in the template, in bytes.
    at: usize,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Literal(String),
    /// In a JSON string a placeholder gives a part of it, elsewhere a value.
    Made {
        maker: Maker,
        is_in_text: bool,
    },
}

/// Why a template makes no records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: TemplateFault,
}

/// What is wrong at a place of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// `{{` without `}}`.
    Open,
    /// No placeholder has this name.
    Unknown {
        /// As it is written.
        name: String,
    },
    /// The placeholder takes other arguments.
    Arguments {
        /// How it is written.
        usage: &'static str,
    },
    /// The first of two limits is above the second.
    WrongOrder {
        /// How it is written.
        usage: &'static str,
    },
    /// A placeholder that stands for a value has something else right before or behind it.
    Adjacent,
    /// What is made is no JSON.
    NotJson(JsonFault),
    /// What is made is JSON, but no object.
    NotAnObject,
}

impl Template {
    /// Reads a template. One record is made to see that they are JSON objects.
    pub fn parse(text: &str) -> Result<Self, TemplateProblem> {
        let mut template = Parser::new(text).parse().map_err(|(at, fault)| {
            let before = text.get(..at).unwrap_or(text);
            let line_start = before.rfind('\n').map_or(0, |last| last + 1);
            let on_line = before.get(line_start..).unwrap_or_default();
            TemplateProblem {
                line: before.matches('\n').count() + 1,
                column: on_line.chars().count() + 1,
                fault,
            }
        })?;
        template.compact();
        Ok(template)
    }

    /// The record of an index, the first of which is 0. `started_at`, in milliseconds since 1970, is what `{{now}}` is.
    /// Blanks outside of texts are left out.
    pub fn record(&self, seed: u64, index: u32, started_at: u64) -> String {
        self.make(seed, index, started_at, &mut Vec::new())
    }

    /// `starts`: takes where in the record each piece begins.
    fn make(&self, seed: u64, index: u32, started_at: u64, starts: &mut Vec<usize>) -> String {
        let mut source = RecordSource::new(seed, index, started_at);
        let mut record = String::with_capacity(256);
        for piece in &self.pieces {
            starts.push(record.len());
            match &piece.content {
                Content::Literal(text) => record.push_str(text),
                Content::Made { maker, is_in_text } => {
                    maker.make(&mut source, *is_in_text, &mut record);
                }
            }
        }
        record
    }

    fn check(&self) -> Result<(), (usize, TemplateFault)> {
        let mut starts = Vec::new();
        let record = self.make(0, 0, 0, &mut starts);
        if let Err((at, fault)) = json::check(record.as_bytes()) {
            let behind = starts.partition_point(|start| *start <= at);
            let number = behind.saturating_sub(1);
            let piece = self.pieces.get(number);
            let into = at - starts.get(number).copied().unwrap_or_default();
            let place = match piece {
                Some(piece) if matches!(piece.content, Content::Literal(_)) => piece.at + into,
                Some(piece) => piece.at,
                None => 0,
            };
            return Err((place, TemplateFault::NotJson(fault)));
        }
        if record.trim_start().starts_with('{') {
            Ok(())
        } else {
            Err((0, TemplateFault::NotAnObject))
        }
    }

    /// Leaves out the blanks between the tokens.
    fn compact(&mut self) {
        let mut is_in_text = false;
        for piece in &mut self.pieces {
            let Content::Literal(text) = &mut piece.content else {
                continue;
            };
            let mut is_escaped = false;
            text.retain(|character| {
                let was_escaped = std::mem::take(&mut is_escaped);
                match character {
                    '"' if !was_escaped => is_in_text = !is_in_text,
                    '\\' if is_in_text && !was_escaped => is_escaped = true,
                    _ => {}
                }
                is_in_text || !character.is_ascii_whitespace()
            });
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    is_in_text: bool,
    literal: String,
    literal_at: usize,
    pieces: Vec<Piece>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            is_in_text: false,
            literal: String::new(),
            literal_at: 0,
            pieces: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn parse(mut self) -> Result<Template, (usize, TemplateFault)> {
        while let Some(next) = self.rest().chars().next() {
            // Of three braces the first one opens an object.
            let is_object = !self.is_in_text && self.rest().starts_with("{{{");
            if self.rest().starts_with("{{") && !is_object {
                self.placeholder()?;
            } else if self.is_in_text && next == '\\' {
                self.escape();
            } else {
                self.is_in_text ^= next == '"';
                self.literal(next.len_utf8());
            }
        }
        self.end_literal();
        let template = Template {
            pieces: self.pieces,
        };
        template.check()?;
        Ok(template)
    }

    fn literal(&mut self, bytes: usize) {
        if self.literal.is_empty() {
            self.literal_at = self.at;
        }
        let text = self.rest().get(..bytes).unwrap_or_default();
        self.literal.push_str(text);
        self.at += bytes;
    }

    /// `\{{` is two braces; other escapes are JSON's.
    fn escape(&mut self) {
        if self.rest().starts_with("\\{{") {
            self.end_literal();
            self.at += 1;
            self.literal(2);
            return;
        }
        let escaped = self.rest().chars().nth(1).map_or(0, char::len_utf8);
        self.literal(1 + escaped);
    }

    fn end_literal(&mut self) {
        if !self.literal.is_empty() {
            self.pieces.push(Piece {
                at: self.literal_at,
                content: Content::Literal(std::mem::take(&mut self.literal)),
            });
        }
    }

    fn placeholder(&mut self) -> Result<(), (usize, TemplateFault)> {
        let start = self.at;
        let inner = self.rest().get(2..).unwrap_or_default();
        let (words, length) = argument::words(inner).ok_or((start, TemplateFault::Open))?;
        let maker = Maker::read(&words).map_err(|fault| (start, fault))?;
        if !self.is_in_text {
            let before = self.literal.chars().next_back();
            let behind = inner.get(length..).and_then(|rest| rest.chars().next());
            let is_free = (!self.literal.is_empty() || self.pieces.is_empty())
                && before.is_none_or(|mark| ":[,{".contains(mark) || mark.is_ascii_whitespace())
                && behind.is_none_or(|mark| ":]},".contains(mark) || mark.is_ascii_whitespace());
            if !is_free {
                return Err((start, TemplateFault::Adjacent));
            }
        }
        self.end_literal();
        self.pieces.push(Piece {
            at: start,
            content: Content::Made {
                maker,
                is_in_text: self.is_in_text,
            },
        });
        self.at = start + 2 + length;
        Ok(())
    }
}
