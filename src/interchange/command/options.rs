//! cURL's options, and the request that they make.

use super::words::Invocation;
use super::{CommandProblem, Note, Notes, Shell, typography};
use crate::api::{HttpRequest, Method};
use crate::interchange::link::percent_encode;

mod table;

use self::table::{Effect, long, short};

/// Whether cURL has an option of this name, hyphens included.
pub(super) fn is_long_option(name: &str) -> bool {
    long(name).is_some()
}

/// How much of a stray word is repeated.
const SHOWN: usize = 40;

/// The request of a cURL command.
pub(super) fn request(
    invocation: Invocation,
    shell: Shell,
    notes: &mut Notes,
) -> Result<HttpRequest, CommandProblem> {
    let mut options = Options {
        method: None,
        url: None,
        headers: Vec::new(),
        data: Vec::new(),
        is_json: false,
        in_query: false,
        input: invocation.input.clone(),
        shell,
        notes,
    };
    let mut words = invocation.arguments().iter();
    while let Some(word) = words.next() {
        let word = typography::option(word, options.notes);
        if word == "-" || !word.starts_with('-') {
            options.url(&word);
        } else if word.starts_with("--") {
            let (name, joined) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            match long(name) {
                None => options.notes.add(Note::UnknownOption {
                    option: name.to_owned(),
                }),
                Some(effect) => {
                    let value = if effect.takes_value() {
                        joined.or_else(|| words.next().cloned())
                    } else {
                        None
                    };
                    options.apply(effect, name, value.unwrap_or_default());
                }
            }
        } else {
            options.cluster(&word, &mut words);
        }
    }
    options.into_request()
}

struct Options<'a> {
    method: Option<String>,
    url: Option<String>,
    headers: Vec<(String, String)>,
    data: Vec<String>,
    is_json: bool,
    in_query: bool,
    input: Option<String>,
    shell: Shell,
    notes: &'a mut Notes,
}

impl Options<'_> {
    /// Several options of one letter behind one hyphen; the first that takes a value takes what is left.
    fn cluster(&mut self, word: &str, words: &mut std::slice::Iter<'_, String>) {
        let mut letters = word.chars();
        // The hyphen.
        letters.next();
        while let Some(letter) = letters.next() {
            let name: String = ['-', letter].iter().collect();
            let Some(effect) = short(letter) else {
                self.notes.add(Note::UnknownOption { option: name });
                return;
            };
            if effect.takes_value() {
                let rest = letters.as_str();
                let value = if rest.is_empty() {
                    words.next().cloned().unwrap_or_default()
                } else {
                    rest.strip_prefix('=').unwrap_or(rest).to_owned()
                };
                self.apply(effect, &name, value);
                return;
            }
            self.apply(effect, &name, String::new());
        }
    }

    fn apply(&mut self, effect: Effect, name: &str, value: String) {
        match effect {
            Effect::Method => self.method = Some(value),
            Effect::Url => self.url(&value),
            Effect::Header => self.header(&value, name),
            Effect::Data => self.data(name, value, true),
            Effect::BinaryData => self.data(name, value, false),
            Effect::RawData => self.data.push(value),
            Effect::Json => {
                self.is_json = true;
                self.data(name, value, false);
            }
            Effect::EncodedData => self.encoded_data(name, &value),
            Effect::InQuery => self.in_query = true,
            Effect::Head => self.method = Some("HEAD".to_owned()),
            Effect::Credentials => {
                let value = ["Basic ", &base64(value.as_bytes())].concat();
                self.headers.push(("Authorization".to_owned(), value));
            }
            Effect::Bearer => {
                let value = ["Bearer ", &value].concat();
                self.headers.push(("Authorization".to_owned(), value));
            }
            Effect::Named(header) => self.headers.push((header.to_owned(), value)),
            Effect::Flag | Effect::Setting => self.notes.add(Note::NoEffect {
                option: name.to_owned(),
            }),
            Effect::Other => self.not_read(name),
        }
    }

    fn not_read(&mut self, name: &str) {
        self.notes.add(Note::NotRead {
            option: name.to_owned(),
        });
    }

    fn url(&mut self, word: &str) {
        if self.url.is_none() && !word.is_empty() {
            self.url = Some(word.to_owned());
        } else {
            let word = beginning(word);
            self.notes.add(Note::StrayWord { word });
        }
    }

    fn header(&mut self, text: &str, option: &str) {
        if text.starts_with('@') {
            self.not_read(option);
            return;
        }
        match text.split_once(':') {
            // cURL's way to leave one of its own headers out.
            Some((name, "")) => self.notes.add(Note::NoEffect {
                option: [option, " ", name.trim(), ":"].concat(),
            }),
            Some((name, value)) if !name.trim().is_empty() => {
                let pair = (name.trim().to_owned(), value.trim().to_owned());
                self.headers.push(pair);
            }
            _ => match text.strip_suffix(';') {
                Some(name) if !name.is_empty() && !name.contains(' ') => {
                    self.headers.push((name.to_owned(), String::new()));
                }
                _ => self.notes.add(Note::NoHeader {
                    text: beginning(text),
                }),
            },
        }
    }

    /// A body, or with `@` in front the name of a file that has it; `-` names what the command is fed with.
    fn data(&mut self, name: &str, value: String, drops_breaks: bool) {
        match (value.strip_prefix('@'), &self.input) {
            (None, _) => self.data.push(value),
            (Some("-"), Some(input)) if drops_breaks => {
                // With its line breaks, an error in it is easier to find.
                let sent = input.replace(['\r', '\n'], "");
                let is_sound = serde_json::from_str::<serde_json::Value>(&sent).is_ok();
                let seen = input.trim_end_matches(['\r', '\n']);
                self.data
                    .push(if is_sound { sent } else { seen.to_owned() });
            }
            (Some("-"), Some(input)) => self.data.push(input.clone()),
            (Some(_), _) => self.not_read(name),
        }
    }

    fn encoded_data(&mut self, name: &str, value: &str) {
        let (key, content) = match value.split_once('=') {
            Some((key, content)) => (key, content),
            None if value.contains('@') => return self.not_read(name),
            None => ("", value),
        };
        let mut text = String::new();
        if !key.is_empty() {
            text.push_str(key);
            text.push('=');
        }
        percent_encode(content, &mut text);
        self.data.push(text);
    }

    fn into_request(mut self) -> Result<HttpRequest, CommandProblem> {
        let mut url = self.url.take().ok_or(CommandProblem::NoUrl)?;
        if let Some(scheme) = missing_scheme(&url) {
            self.notes.add(Note::SchemeAssumed { scheme });
            url = [scheme, "://", &url].concat();
        }
        // Options that may come several times: texts in JSON are one text, all others are parameters.
        let separator = if self.is_json { "" } else { "&" };
        let mut body = (!self.data.is_empty()).then(|| self.data.join(separator));
        if self.in_query
            && let Some(query) = body.take()
        {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&query);
        }
        if self.is_json {
            for name in ["Content-Type", "Accept"] {
                if !self
                    .headers
                    .iter()
                    .any(|(known, _)| known.eq_ignore_ascii_case(name))
                {
                    let value = "application/json".to_owned();
                    self.headers.push((name.to_owned(), value));
                }
            }
        }
        let method = match self.method {
            None if body.is_some() => Method::Post,
            None => Method::Get,
            Some(word) => Method::read(&word.to_ascii_uppercase())
                .ok_or(CommandProblem::UnknownMethod { method: word })?,
        };
        if self.shell == Shell::PowerShell {
            body = body.map(|body| without_escapes(body, self.notes));
        }
        Ok(HttpRequest {
            method,
            url,
            headers: self.headers,
            body,
        })
    }
}

/// Older versions of PowerShell lose quotation marks that have no `\` in front.
fn without_escapes(body: String, notes: &mut Notes) -> String {
    if !body.trim_start().starts_with("{\\\"") && !body.contains("\n  \\\"") {
        return body;
    }
    notes.add(Note::EscapedQuotes);
    body.replace("\\\"", "\"")
}

/// The scheme to assume; `None` when there is one, or when what stands in front is a variable or a path.
fn missing_scheme(url: &str) -> Option<&'static str> {
    let has_scheme = url
        .split_once("://")
        .is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '.']));
    if has_scheme || url.starts_with(['/', '$', '{', '%', '<', '?', '#']) {
        return None;
    }
    let is_local = ["localhost", "127.", "[::1]", "0.0.0.0"]
        .iter()
        .any(|host| url.starts_with(host));
    Some(if is_local { "http" } else { "https" })
}

fn beginning(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut number = 0;
        for place in 0..3 {
            number = number << 8 | group.get(place).map_or(0, |byte| usize::from(*byte));
        }
        for place in 0..4 {
            let digit = DIGITS.get(number >> (18 - 6 * place) & 63);
            let is_padding = place > group.len();
            text.push(if is_padding {
                '='
            } else {
                digit.map_or('=', |digit| char::from(*digit))
            });
        }
    }
    text
}
