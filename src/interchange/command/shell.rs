//! Which shell a command was written for.

use super::words::program_name;
use crate::interchange::cursor::Cursor;

/// The shells whose commands are read and written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    /// bash, zsh and their kin.
    #[default]
    Posix,
    /// The command prompt of Windows.
    Cmd,
    /// PowerShell.
    PowerShell,
}

/// Tells by the first thing that only one of them does. What stands in quotation marks tells nothing: a body may
/// have anything in it.
pub(super) fn detect(text: &str) -> Shell {
    let first = text.split_whitespace().next().unwrap_or_default();
    let name = program_name(first);
    let is_own_command = name.starts_with("invoke-") || matches!(name.as_str(), "irm" | "iwr");
    if is_own_command
        || first.starts_with('$')
        || first.starts_with("@'")
        || first.starts_with("@\"")
    {
        return Shell::PowerShell;
    }
    if matches!(first, "set" | "SET") {
        return Shell::Cmd;
    }
    let is_program_file = first.to_ascii_lowercase().ends_with(".exe");
    let mut seen = Seen::default();
    let mut cursor = Cursor::new(text);
    let mut begins_word = true;
    while let Some(character) = cursor.next() {
        let behind = (cursor.peek(), cursor.ahead(1));
        let ends_line = matches!(behind, (Some('\n'), _) | (Some('\r'), Some('\n')));
        match character {
            '\\' if ends_line => return Shell::Posix,
            '`' if ends_line => return Shell::PowerShell,
            '^' if ends_line || (begins_word && behind.0 == Some('"')) => return Shell::Cmd,
            '$' if cursor.starts_with("env:") => return Shell::PowerShell,
            // What begins a text of several lines.
            '@' if matches!(behind, (Some('\'' | '"'), Some('\n' | '\r'))) => {
                return Shell::PowerShell;
            }
            '\\' => cursor.skip(1),
            '\'' => {
                seen.single = true;
                while cursor.next().is_some_and(|it| it != '\'') {}
            }
            '"' => seen.double_quoted(&mut cursor, is_program_file),
            _ => {}
        }
        begins_word = character.is_whitespace();
    }
    match (is_program_file, seen.single) {
        (true, true) => Shell::PowerShell,
        (_, true) => Shell::Posix,
        (true, false) => Shell::Cmd,
        (false, false) if seen.doubled || seen.percent => Shell::Cmd,
        _ => Shell::Posix,
    }
}

#[derive(Default)]
struct Seen {
    /// Single quotation marks, which cmd does not know.
    single: bool,
    /// `""` inside of `"…"`.
    doubled: bool,
    /// `%NAME%`
    percent: bool,
}

impl Seen {
    /// Reads up to the closing mark. Only PowerShell, which needs the `.exe` of cURL, escapes by a backtick.
    fn double_quoted(&mut self, cursor: &mut Cursor, has_backticks: bool) {
        let start = cursor.at();
        let mut name = None;
        while let Some(character) = cursor.next() {
            match (character, name) {
                ('\\', _) => cursor.skip(1),
                ('`', _) if has_backticks => cursor.skip(1),
                ('"', _) if cursor.peek() == Some('"') => {
                    self.doubled |= cursor.at() > start + 1;
                    cursor.skip(1);
                }
                ('"', _) => return,
                ('%', Some(length)) if length > 2 => self.percent = true,
                ('%', _) => name = Some(0),
                (letter, Some(length)) if letter.is_ascii_uppercase() || letter == '_' => {
                    name = Some(length + 1);
                }
                _ => name = None,
            }
        }
    }
}
