//! What is said about pasted commands: what was read, what was put right, what has no place.

mod english;
mod french;

use super::Language;
use super::fill::{Counted, fill, shorten};
use crate::interchange::{
    CommandProblem, Format, JsonSlip, LeftOver, Note, Reason, RequestPart, Shell, Slip, ToFill,
};

/// The longest piece of a command, in characters, that a sentence repeats.
const LONGEST_PIECE: usize = 60;

/// All sentences in one language. What stands at a `{}` is the same in all languages.
struct Sentences {
    problem: Problems,
    note: Notes,
    slip: Slips,
    /// Line, column, what is wrong there.
    slip_at: &'static str,
    part: Parts,
    no_place: &'static str,
    wrong_form: &'static str,
    set_by_console: &'static str,
    to_fill: &'static str,
    to_fill_inside: &'static str,
    format: Formats,
}

struct Problems {
    empty: &'static str,
    no_command: &'static str,
    open_quote: &'static str,
    open_text: &'static str,
    no_url: &'static str,
    unknown_method: &'static str,
}

struct Notes {
    typography: &'static str,
    no_effect: &'static str,
    unknown_option: &'static str,
    not_read: &'static str,
    stray_word: &'static str,
    no_header: &'static str,
    scheme_assumed: &'static str,
    bare_ampersand: &'static str,
    lost_continuation: &'static str,
    substitution: &'static str,
    escaped_quotes: &'static str,
    more_commands: Counted,
    other_program: &'static str,
    text_before: Counted,
}

struct Slips {
    missing_comma: &'static str,
    extra_comma: &'static str,
    missing_colon: &'static str,
    missing_value: &'static str,
    missing_bracket: &'static str,
    missing_quote: &'static str,
    single_quotes: &'static str,
    typographic_quotes: &'static str,
    doubled_quotes: &'static str,
    unescaped_quote: &'static str,
    unquoted_name: &'static str,
    unquoted_text: &'static str,
    unquoted_placeholder: &'static str,
    comment: &'static str,
    control_character: &'static str,
    wrong_escape: &'static str,
    stray_text: &'static str,
    too_deep: &'static str,
}

struct Parts {
    url: &'static str,
    query: &'static str,
    header: &'static str,
    body: &'static str,
    whole_body: &'static str,
}

struct Formats {
    curl: &'static str,
    curl_cmd: &'static str,
    postman: &'static str,
    body: &'static str,
}

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
    }
}

/// Why a pasted text is no request, and what to paste instead.
pub fn command_problem_text(problem: &CommandProblem, language: Language) -> String {
    let words = &sentences(language).problem;
    match problem {
        CommandProblem::Empty => words.empty.to_owned(),
        CommandProblem::NoCommand => words.no_command.to_owned(),
        CommandProblem::OpenQuote { line, column } => fill(words.open_quote, &[line, column]),
        CommandProblem::OpenText { end } => fill(words.open_text, &[&piece(end)]),
        CommandProblem::NoUrl => words.no_url.to_owned(),
        CommandProblem::UnknownMethod { method } => fill(words.unknown_method, &[&piece(method)]),
    }
}

/// What was not taken literally in a command, had no effect or was not understood.
pub fn note_text(note: &Note, language: Language) -> String {
    let words = &sentences(language).note;
    match note {
        // A blank cannot be seen, so that it is not shown.
        Note::Typography { mark } => {
            let is_seen = !mark.is_whitespace() && !matches!(mark, '\u{200b}' | '\u{feff}');
            let shown = if is_seen { *mark } else { '␣' };
            fill(words.typography, &[&shown])
        }
        Note::NoEffect { option } => fill(words.no_effect, &[&piece(option)]),
        Note::UnknownOption { option } => fill(words.unknown_option, &[&piece(option)]),
        Note::NotRead { option } => fill(words.not_read, &[&piece(option)]),
        Note::StrayWord { word } => fill(words.stray_word, &[&piece(word)]),
        Note::NoHeader { text } => fill(words.no_header, &[&piece(text)]),
        Note::SchemeAssumed { scheme } => fill(words.scheme_assumed, &[scheme]),
        Note::BareAmpersand => words.bare_ampersand.to_owned(),
        Note::LostContinuation { line } => fill(words.lost_continuation, &[line]),
        Note::Substitution => words.substitution.to_owned(),
        Note::EscapedQuotes => words.escaped_quotes.to_owned(),
        Note::MoreCommands { count } => counted(&words.more_commands, *count, language),
        Note::OtherProgram { name } => fill(words.other_program, &[&piece(name)]),
        Note::TextBefore { lines } => counted(&words.text_before, *lines, language),
    }
}

/// A typing error in JSON, with its place.
pub fn slip_text(slip: &JsonSlip, language: Language) -> String {
    let words = sentences(language);
    let slips = &words.slip;
    let what = match slip.kind {
        Slip::MissingComma => slips.missing_comma,
        Slip::ExtraComma => slips.extra_comma,
        Slip::MissingColon => slips.missing_colon,
        Slip::MissingValue => slips.missing_value,
        Slip::MissingBracket => slips.missing_bracket,
        Slip::MissingQuote => slips.missing_quote,
        Slip::SingleQuotes => slips.single_quotes,
        Slip::TypographicQuotes => slips.typographic_quotes,
        Slip::DoubledQuotes => slips.doubled_quotes,
        Slip::UnescapedQuote => slips.unescaped_quote,
        Slip::UnquotedName => slips.unquoted_name,
        Slip::UnquotedText => slips.unquoted_text,
        Slip::UnquotedPlaceholder => slips.unquoted_placeholder,
        Slip::Comment => slips.comment,
        Slip::ControlCharacter => slips.control_character,
        Slip::WrongEscape => slips.wrong_escape,
        Slip::StrayText => slips.stray_text,
        Slip::TooDeep => slips.too_deep,
    };
    fill(words.slip_at, &[&slip.line, &slip.column, &what])
}

/// A part of a request that has no place, and why.
pub fn left_over_text(left_over: &LeftOver, language: Language) -> String {
    let words = sentences(language);
    let sentence = match left_over.reason {
        Reason::Unknown => words.no_place,
        Reason::WrongForm => words.wrong_form,
        Reason::SetByConsole => words.set_by_console,
    };
    fill(sentence, &[&part_text(&left_over.part, &words.part)])
}

/// A placeholder that is still to be replaced.
pub fn to_fill_text(to_fill: &ToFill, language: Language) -> String {
    let words = sentences(language);
    let sentence = if to_fill.is_inside {
        words.to_fill_inside
    } else {
        words.to_fill
    };
    fill(sentence, &[&part_text(&to_fill.part, &words.part)])
}

/// What a request can be copied as, for a menu.
pub fn format_label(format: Format, language: Language) -> &'static str {
    let words = &sentences(language).format;
    match format {
        Format::Curl => words.curl,
        Format::CurlCmd => words.curl_cmd,
        Format::PowerShell => "PowerShell",
        Format::Httpie => "HTTPie",
        Format::Python => "Python (requests)",
        Format::Postman => words.postman,
        Format::Body => words.body,
    }
}

/// The name of a shell; the same in all languages.
pub fn shell_name(shell: Shell) -> &'static str {
    match shell {
        Shell::Posix => "bash",
        Shell::Cmd => "cmd",
        Shell::PowerShell => "PowerShell",
    }
}

fn part_text(part: &RequestPart, words: &Parts) -> String {
    match part {
        RequestPart::Url => words.url.to_owned(),
        RequestPart::Query(name) => fill(words.query, &[&piece(name)]),
        RequestPart::Header(name) => fill(words.header, &[&piece(name)]),
        RequestPart::Body(pointer) if pointer.is_empty() => words.whole_body.to_owned(),
        RequestPart::Body(pointer) => fill(words.body, &[&piece(pointer)]),
    }
}

fn counted(words: &Counted, count: usize, language: Language) -> String {
    words.of(u64::try_from(count).unwrap_or(u64::MAX), language)
}

fn piece(text: &str) -> String {
    shorten(text, LONGEST_PIECE)
}
