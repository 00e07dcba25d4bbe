//! Names of parameters that we have no word for, made readable.

use crate::words::letter_case::{belongs_into_word, capital, is_capital, small_letters};

/// Words that are written in capitals.
const ACRONYMS: [&str; 30] = [
    "api", "arn", "aws", "csv", "dns", "ftp", "gcp", "html", "http", "https", "iam", "id", "ims",
    "ip", "jdbc", "json", "jwt", "odbc", "s3", "sas", "sftp", "sql", "ssh", "ssl", "tcp", "tls",
    "uri", "url", "xdm", "xml",
];

/// `accessKeyId` → “Access key ID”, `oauth_token` → “Oauth token”.
pub fn humanised(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for word in words(name) {
        if !text.is_empty() {
            text.push(' ');
        }
        let lower = small_letters(&word);
        if ACRONYMS.contains(&lower.as_str()) {
            // All of these are ASCII.
            text.push_str(&lower.to_ascii_uppercase());
        } else if text.is_empty() {
            capitalise(&lower, &mut text);
        } else {
            text.push_str(&lower);
        }
    }
    text
}

/// Splits where a capital begins a word, `clientId` and `HTTPPath` alike, and at anything but letters and digits.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = name.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let begins = is_capital(letter)
            && before.is_some_and(|before: char| {
                !is_capital(before) || letters.peek().is_some_and(|next| next.is_ascii_lowercase())
            });
        if begins || !belongs_into_word(letter) {
            words.push(std::mem::take(&mut word));
        }
        if belongs_into_word(letter) {
            word.push(letter);
        }
        before = Some(letter);
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn capitalise(word: &str, text: &mut String) {
    let mut letters = word.chars();
    if let Some(first) = letters.next() {
        text.push(capital(first));
        text.push_str(letters.as_str());
    }
}
