//! `Invoke-RestMethod` and `Invoke-WebRequest`, told as a cURL command.

use super::not_understood;
use super::tokens::Token;
use crate::interchange::command::{Note, Notes};

/// The words of a cURL command that sends the same.
pub(super) fn words(statement: &[Token], notes: &mut Notes) -> Vec<String> {
    let mut words = vec!["curl".to_owned()];
    let mut tokens = statement.iter().skip(1).peekable();
    while let Some(token) = tokens.next() {
        let name = match token {
            Token::Word(word) if word.starts_with('-') => word.to_ascii_lowercase(),
            // The URL needs no name.
            token => {
                words.extend(text(token, notes));
                continue;
            }
        };
        let name = name.trim_end_matches(':');
        match parameter(name) {
            Some(Parameter::Value(option)) => {
                let value = tokens.next().and_then(|token| text(token, notes));
                words.extend([option.to_owned(), value.unwrap_or_default()]);
            }
            Some(Parameter::ContentType) => {
                let value = tokens.next().and_then(|token| text(token, notes));
                let value = value.unwrap_or_default();
                words.extend(["-H".to_owned(), ["Content-Type: ", &value].concat()]);
            }
            Some(Parameter::Headers) => match tokens.next() {
                Some(Token::Table(pairs)) => {
                    for (name, value) in pairs {
                        words.extend(["-H".to_owned(), header(name, value)]);
                    }
                }
                _ => not_understood(notes),
            },
            known => {
                let option = name.to_owned();
                notes.add(if known.is_some() {
                    Note::NoEffect { option }
                } else {
                    Note::UnknownOption { option }
                });
                let is_value =
                    |token: &&Token| !matches!(token, Token::Word(word) if word.starts_with('-'));
                if !matches!(known, Some(Parameter::Flag)) {
                    tokens.next_if(is_value);
                }
            }
        }
    }
    // Unlike cURL, these read even when they have a body.
    if !words.iter().any(|word| word == "-X") {
        words.extend(["-X".to_owned(), "GET".to_owned()]);
    }
    words
}

enum Parameter {
    Value(&'static str),
    ContentType,
    Headers,
    Setting,
    Flag,
}

fn parameter(name: &str) -> Option<Parameter> {
    Some(match name {
        "-uri" => Parameter::Value("--url"),
        "-method" | "-custommethod" => Parameter::Value("-X"),
        "-body" => Parameter::Value("--data-raw"),
        "-useragent" => Parameter::Value("-A"),
        "-contenttype" => Parameter::ContentType,
        "-headers" => Parameter::Headers,
        "-usebasicparsing"
        | "-skipcertificatecheck"
        | "-skipheadervalidation"
        | "-disablekeepalive"
        | "-skiphttperrorcheck"
        | "-verbose" => Parameter::Flag,
        "-websession"
        | "-sessionvariable"
        | "-outfile"
        | "-timeoutsec"
        | "-maximumredirection"
        | "-proxy"
        | "-erroraction"
        | "-responseheadersvariable"
        | "-statuscodevariable"
        | "-maximumretrycount"
        | "-retryintervalsec" => Parameter::Setting,
        _ => return None,
    })
}

/// cURL takes a header without a value only with a semicolon.
fn header(name: &str, value: &str) -> String {
    if value.is_empty() {
        [name, ";"].concat()
    } else {
        [name, ": ", value].concat()
    }
}

/// A text, also as the bytes of one: `([Text.Encoding]::UTF8.GetBytes('…'))`.
fn text(token: &Token, notes: &mut Notes) -> Option<String> {
    match token {
        Token::Word(text) | Token::Text(text) => Some(text.clone()),
        Token::Group(tokens) => match tokens.as_slice() {
            [Token::Word(call), Token::Group(inner)] if is_bytes_of_text(call) => {
                inner.first().and_then(|token| text(token, notes))
            }
            [token] => text(token, notes),
            _ => {
                not_understood(notes);
                None
            }
        },
        _ => {
            not_understood(notes);
            None
        }
    }
}

fn is_bytes_of_text(call: &str) -> bool {
    call.to_ascii_lowercase().ends_with("]::utf8.getbytes")
}
