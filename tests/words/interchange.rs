//! What is said about pasted commands: everything has words, in both languages.

use flow_console::interchange::{
    CommandProblem, Format, JsonSlip, LeftOver, Note, Reason, RequestPart, Shell, Slip, ToFill,
};
use flow_console::words::Language::{English, French};
use flow_console::words::{
    command_problem_text, format_label, left_over_text, note_text, shell_name, slip_text,
    to_fill_text,
};

use super::{check_text, firm};

fn both(say: &dyn Fn(flow_console::words::Language) -> String) {
    let [english, french] = [English, French].map(say);
    check_text(&english, English);
    check_text(&french, French);
    assert_ne!(english, french);
}

fn word() -> String {
    "abc".to_owned()
}

fn problems() -> [CommandProblem; 6] {
    [
        CommandProblem::Empty,
        CommandProblem::NoCommand,
        CommandProblem::OpenQuote { line: 1, column: 2 },
        CommandProblem::OpenText { end: word() },
        CommandProblem::NoUrl,
        CommandProblem::UnknownMethod { method: word() },
    ]
}

fn notes() -> Vec<Note> {
    let mut notes = vec![
        Note::NoEffect { option: word() },
        Note::UnknownOption { option: word() },
        Note::NotRead { option: word() },
        Note::StrayWord { word: word() },
        Note::NoHeader { text: word() },
        Note::SchemeAssumed { scheme: "https" },
        Note::BareAmpersand,
        Note::LostContinuation { line: 3 },
        Note::Substitution,
        Note::EscapedQuotes,
        Note::OtherProgram { name: word() },
    ];
    for mark in ['’', '–', '\u{a0}', '\u{feff}', '\u{200b}'] {
        notes.push(Note::Typography { mark });
    }
    for count in [1, 2] {
        notes.push(Note::MoreCommands { count });
        notes.push(Note::TextBefore { lines: count });
    }
    notes
}

const SLIPS: [Slip; 18] = [
    Slip::MissingComma,
    Slip::ExtraComma,
    Slip::MissingColon,
    Slip::MissingValue,
    Slip::MissingBracket,
    Slip::MissingQuote,
    Slip::SingleQuotes,
    Slip::TypographicQuotes,
    Slip::DoubledQuotes,
    Slip::UnescapedQuote,
    Slip::UnquotedName,
    Slip::UnquotedText,
    Slip::UnquotedPlaceholder,
    Slip::Comment,
    Slip::ControlCharacter,
    Slip::WrongEscape,
    Slip::StrayText,
    Slip::TooDeep,
];

fn parts() -> [RequestPart; 5] {
    [
        RequestPart::Url,
        RequestPart::Query(word()),
        RequestPart::Header(word()),
        RequestPart::Body("/a/b".to_owned()),
        RequestPart::Body(String::new()),
    ]
}

#[test]
fn everything_is_worded() {
    for problem in problems() {
        both(&|language| command_problem_text(&problem, language));
    }
    for note in notes() {
        both(&|language| note_text(&note, language));
    }
    for kind in SLIPS {
        let slip = JsonSlip {
            line: 3,
            column: 4,
            kind,
        };
        both(&|language| slip_text(&slip, language));
    }
    for part in parts() {
        for reason in [Reason::Unknown, Reason::WrongForm, Reason::SetByConsole] {
            let part = part.clone();
            let left_over = LeftOver { part, reason };
            both(&|language| left_over_text(&left_over, language));
        }
        for is_inside in [false, true] {
            let part = part.clone();
            let to_fill = ToFill { part, is_inside };
            both(&|language| to_fill_text(&to_fill, language));
        }
    }
}

#[test]
fn labels_tell_formats_apart() {
    for language in [English, French] {
        let mut labels = Format::ALL
            .map(|format| format_label(format, language))
            .to_vec();
        for label in &labels {
            check_text(label, language);
        }
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), Format::ALL.len());
    }
    let shells = [Shell::Posix, Shell::Cmd, Shell::PowerShell].map(shell_name);
    assert_eq!(shells, ["bash", "cmd", "PowerShell"]);
}

#[test]
fn some_of_them_word_by_word() {
    let slip = JsonSlip {
        line: 3,
        column: 57,
        kind: Slip::MissingQuote,
    };
    assert_eq!(
        slip_text(&slip, English),
        "Line 3, column 57: a quotation mark is missing."
    );
    assert_eq!(
        firm(&slip_text(&slip, French)),
        "Ligne 3, colonne 57~: il manque un guillemet."
    );
    let left_over = LeftOver {
        part: RequestPart::Header("Cookie".to_owned()),
        reason: Reason::Unknown,
    };
    assert_eq!(
        left_over_text(&left_over, English),
        "No field takes the header “Cookie”."
    );
    assert_eq!(
        firm(&left_over_text(&left_over, French)),
        "Aucun champ pour l’en-tête «~Cookie~»."
    );
    let note = Note::MoreCommands { count: 2 };
    assert_eq!(
        note_text(&note, English),
        "2 more requests follow; only the first was read."
    );
}
