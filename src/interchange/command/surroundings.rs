//! What stands around a command in a page or a terminal: prompts, fences, a sentence before it.

use super::words::{is_request_program, program_name};
use super::{Note, Notes};

/// The text from the first line on that begins a command, without prompts and without the fences of Markdown.
pub(super) fn command_text(text: &str, notes: &mut Notes) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let Some(first) = lines.iter().position(|line| begins_command(line)) else {
        return text.to_owned();
    };
    let before = lines.get(..first).unwrap_or_default();
    let has_fence = before.iter().any(|line| is_fence(line));
    let told = before.iter().filter(|line| is_telling(line)).count();
    if told > 0 {
        notes.add(Note::TextBefore { lines: told });
    }
    let mut kept = String::with_capacity(text.len());
    for (count, line) in lines.iter().skip(first).enumerate() {
        if has_fence && is_fence(line) {
            break;
        }
        if count > 0 {
            kept.push('\n');
        }
        kept.push_str(if count == 0 {
            without_prompt(line)
        } else {
            line
        });
    }
    kept
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// Whether a line before the command says something; comments and fences do not.
fn is_telling(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#') && !is_fence(line)
}

fn begins_command(line: &str) -> bool {
    let line = without_prompt(line);
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_setting = |name: &str| {
        first
            .split_once('=')
            .is_some_and(|(word, _)| word == name || is_name(word))
    };
    is_request_program(&program_name(first))
        || matches!(
            first,
            "export" | "sudo" | "echo" | "cat" | "set" | "@'" | "@\""
        )
        || (first.starts_with('$') && line.contains('='))
        || is_setting("")
}

fn is_name(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| letter == '_' || letter.is_ascii_alphanumeric())
}

/// Without `$ `, `> `, `user@host:~$ `, `C:\Users\me>` or `PS C:\>`.
fn without_prompt(line: &str) -> &str {
    let line = line.trim_start_matches(['\u{feff}', ' ', '\t', '\u{a0}']);
    if let Some(rest) = line.strip_prefix("$ ").or_else(|| line.strip_prefix("> ")) {
        return rest.trim_start();
    }
    if let Some(rest) = line.strip_prefix("% ").or_else(|| line.strip_prefix("# ")) {
        let first = rest.split_whitespace().next().unwrap_or_default();
        if is_request_program(&program_name(first)) {
            return rest.trim_start();
        }
    }
    let is_windows = line.starts_with("PS ") || line.get(1..3) == Some(":\\");
    if is_windows && let Some((_, rest)) = line.split_once('>') {
        return rest.trim_start();
    }
    match line.split_once("$ ") {
        Some((user, rest)) if user.contains('@') && !user.contains(' ') => rest.trim_start(),
        _ => line,
    }
}
