//! Words as PowerShell makes them, and its own commands told as cURL's options.

mod invoke;
mod tokens;

use self::tokens::{Token, Tokens};
use super::words::{Invocation, is_request_program, program_name};
use super::{CommandProblem, Note, Notes};

/// The commands of a script, in their order. Variables that the script itself sets are filled in.
pub(super) fn split(text: &str, notes: &mut Notes) -> Result<Vec<Invocation>, CommandProblem> {
    let mut script = Script {
        variables: Vec::new(),
        filled_in: 0,
        done: Vec::new(),
    };
    let mut tokens = Tokens::new(text);
    let mut statement = Vec::new();
    let mut is_piped = false;
    while let Some(token) = tokens.next(notes)? {
        match token {
            Token::End => {
                script.run(std::mem::take(&mut statement), is_piped, notes);
                is_piped = false;
            }
            Token::Pipe => {
                script.run(std::mem::take(&mut statement), is_piped, notes);
                is_piped = true;
            }
            token => statement.push(token),
        }
    }
    script.run(statement, is_piped, notes);
    Ok(script.done)
}

/// The longest text, in bytes, that variables may add to a script: one that uses a long one again and again would
/// outgrow all bounds.
const MOST_FILLED_IN: usize = 1 << 20;

/// The most variables that are remembered.
const MOST_VARIABLES: usize = 64;

struct Script {
    /// Their names in small letters, with the dollar sign.
    variables: Vec<(String, Token)>,
    /// How much text came from variables so far, in bytes.
    filled_in: usize,
    done: Vec<Invocation>,
}

impl Script {
    fn run(&mut self, statement: Vec<Token>, is_piped: bool, notes: &mut Notes) {
        let mut statement: Vec<Token> = statement
            .into_iter()
            .map(|token| self.filled(token))
            .collect();
        if let [Token::Word(name), Token::Equals, ..] = statement.as_slice()
            && name.starts_with('$')
        {
            let name = name.to_ascii_lowercase();
            let value = statement.drain(..).skip(2).collect::<Vec<_>>();
            // What is assigned may be the answer of a request.
            if value.first().is_some_and(Token::is_request) {
                self.run(value, is_piped, notes);
            } else if let Some(value) = value.into_iter().next() {
                self.assign(name, value);
            }
            return;
        }
        if let [Token::Word(call), Token::Group(pair), ..] = statement.as_slice()
            && let Some(name) = call.to_ascii_lowercase().strip_suffix(".add")
            && let [Token::Text(key), Token::Text(value)] = pair.as_slice()
        {
            self.add(name, key.clone(), value.clone());
            return;
        }
        match statement.first() {
            None => {}
            // A text that is handed to the next command.
            Some(Token::Text(text)) if statement.len() == 1 => self.done.push(Invocation {
                words: vec!["write-output".to_owned()],
                // PowerShell ends what it hands on with a line break.
                input: Some([text, "\n"].concat()),
                is_piped,
            }),
            Some(first) if first.is_own_request() => {
                let words = invoke::words(&statement, notes);
                self.done.push(Invocation {
                    words,
                    input: None,
                    is_piped,
                });
            }
            Some(_) => self.done.push(Invocation {
                words: statement.into_iter().filter_map(Token::into_word).collect(),
                input: None,
                is_piped,
            }),
        }
    }

    fn assign(&mut self, name: String, value: Token) {
        let value = match value {
            // What a dictionary is filled with comes later, by its `Add`.
            Token::Word(word) if word.eq_ignore_ascii_case("new-object") => {
                Token::Table(Vec::new())
            }
            // What a shell would compute is not known.
            Token::Group(_) => return,
            value => value,
        };
        self.variables.retain(|(known, _)| *known != name);
        if self.variables.len() < MOST_VARIABLES {
            self.variables.push((name, value));
        }
    }

    fn add(&mut self, name: &str, key: String, value: String) {
        let table = self.variables.iter_mut().find(|(known, _)| known == name);
        if let Some((_, Token::Table(pairs))) = table {
            pairs.push((key, value));
        }
    }

    /// The value of a variable in its place.
    fn filled(&mut self, token: Token) -> Token {
        match token {
            Token::Word(word) if word.starts_with('$') => {
                let name = word.to_ascii_lowercase();
                let known = self.variables.iter().find(|(known, _)| *known == name);
                let length = known.map_or(0, |(_, value)| value.length());
                match known {
                    Some((_, value)) if self.filled_in + length <= MOST_FILLED_IN => {
                        self.filled_in += length;
                        value.clone()
                    }
                    _ => Token::Word(word),
                }
            }
            Token::Group(tokens) => {
                Token::Group(tokens.into_iter().map(|token| self.filled(token)).collect())
            }
            token => token,
        }
    }
}

impl Token {
    /// Whether a command begins here that sends a request.
    fn is_request(&self) -> bool {
        matches!(self, Self::Word(word) if is_request_program(&program_name(word)))
    }

    /// Whether it is one of PowerShell's own.
    fn is_own_request(&self) -> bool {
        matches!(self, Self::Word(word) if program_name(word) != "curl") && self.is_request()
    }

    /// How much text it has, in bytes. Groups are not kept in variables.
    fn length(&self) -> usize {
        match self {
            Self::Word(text) | Self::Text(text) => text.len(),
            Self::Table(pairs) => pairs
                .iter()
                .map(|(name, value)| name.len() + value.len())
                .sum(),
            Self::Group(_) | Self::Equals | Self::Pipe | Self::End => 0,
        }
    }

    /// As a word for another program.
    fn into_word(self) -> Option<String> {
        match self {
            Self::Word(word) | Self::Text(word) => Some(word),
            Self::Equals => Some("=".to_owned()),
            Self::Group(tokens) => tokens.into_iter().find_map(Self::into_word),
            Self::Table(_) | Self::End | Self::Pipe => None,
        }
    }
}

/// Notes what was left out of a table or a group.
fn not_understood(notes: &mut Notes) {
    notes.add(Note::Substitution);
}
