//! Commands for a shell, read as the request that they would send.

mod cmd;
mod options;
mod posix;
mod powershell;
mod shell;
mod surroundings;
mod typography;
mod words;

pub use shell::Shell;

use self::words::Invocation;
use crate::api::HttpRequest;

/// A command, understood.
///
/// May hold secrets, hence the `Debug` of its parts, which shows none of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// What it was written for.
    pub shell: Shell,
    /// What it would send. Variables and placeholders stand as they are written.
    pub request: HttpRequest,
    /// What was not taken literally, had no effect or was not understood.
    pub notes: Vec<Note>,
}

/// Something about a command that its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Typographic marks, as web pages make them, were read as the plain ones.
    Typography {
        /// One of them.
        mark: char,
    },
    /// An option that changes nothing about what is sent.
    NoEffect {
        /// As it is written.
        option: String,
    },
    /// An option that is not known, so that its value, if it has one, is not known either.
    UnknownOption {
        /// As it is written.
        option: String,
    },
    /// An option that is known but sends what cannot be read here, such as a form or a file.
    NotRead {
        /// As it is written.
        option: String,
    },
    /// A word that belongs to no option; the URL was there already.
    StrayWord {
        /// How it begins.
        word: String,
    },
    /// What was given as a header is none.
    NoHeader {
        /// How it begins.
        text: String,
    },
    /// The URL has no scheme; this one was assumed.
    SchemeAssumed {
        /// `https` or `http`.
        scheme: &'static str,
    },
    /// `&` in a URL without quotation marks: a shell would end the command there.
    BareAmpersand,
    /// A line that goes on without saying so: the mark at the end of the line before is missing or has blanks
    /// behind it.
    LostContinuation {
        /// The line that ends too early, from 1.
        line: usize,
    },
    /// What a shell would run and put in its place, such as `$(date)`, stands as it is written.
    Substitution,
    /// Quotation marks with `\` in front, as older versions of PowerShell need them.
    EscapedQuotes,
    /// More requests follow; only the first was read.
    MoreCommands {
        /// How many.
        count: usize,
    },
    /// Another program before or behind the request was left out.
    OtherProgram {
        /// Its name.
        name: String,
    },
    /// Text before the command was left out.
    TextBefore {
        /// How many lines.
        lines: usize,
    },
}

/// Why a text is no request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandProblem {
    /// There is nothing.
    Empty,
    /// No command in it sends a request.
    NoCommand,
    /// A quotation mark is never closed.
    OpenQuote {
        /// Where it stands, from 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
    },
    /// A text that ends with a word of its own (`<<EOF`, `@'`) does not.
    OpenText {
        /// That word.
        end: String,
    },
    /// The command has no URL.
    NoUrl,
    /// No call of the service has this verb.
    UnknownMethod {
        /// As it is written.
        method: String,
    },
}

/// The most notes that are kept; who pastes something else than a command makes many.
const MOST_NOTES: usize = 40;

/// What is said once, in the order in which it was found.
pub(super) struct Notes(Vec<Note>);

impl Notes {
    fn has_room(&self) -> bool {
        self.0.len() < MOST_NOTES
    }

    fn add(&mut self, note: Note) {
        if self.has_room() && !self.0.contains(&note) {
            self.0.push(note);
        }
    }
}

/// Reads the first command that sends a request, as bash, Windows' cmd or PowerShell would.
///
/// # Errors
/// See [`CommandProblem`].
pub fn read_command(text: &str) -> Result<Pasted, CommandProblem> {
    if text.trim().is_empty() {
        return Err(CommandProblem::Empty);
    }
    let mut notes = Notes(Vec::new());
    let text = surroundings::command_text(text, &mut notes);
    let shell = shell::detect(&text);
    let mut invocations = match split(shell, &text, &mut notes) {
        // Some editors turn only one of two marks into a typographic one.
        Err(problem @ CommandProblem::OpenQuote { .. }) => {
            let plain = typography::plain(&text, &mut notes).ok_or(problem)?;
            split(shell, &plain, &mut notes)?
        }
        split => split?,
    };
    let position = first_request(&invocations).ok_or(CommandProblem::NoCommand)?;
    for (other, invocation) in invocations.iter().enumerate() {
        // What is written for the request to read is not lost.
        let is_read = other + 1 == position && invocation.feeds();
        if !invocation.is_request() && !invocation.is_setting() && !is_read {
            let name = invocation.program().unwrap_or_default();
            notes.add(Note::OtherProgram { name });
        }
    }
    let count = invocations.iter().filter(|it| it.is_request()).count() - 1;
    if count > 0 {
        notes.add(Note::MoreCommands { count });
    }
    let output = position
        .checked_sub(1)
        .and_then(|before| invocations.get(before)?.output());
    let mut invocation = invocations.swap_remove(position);
    if invocation.is_piped && invocation.input.is_none() {
        invocation.input = output;
    }
    let request = options::request(invocation, shell, &mut notes)?;
    Ok(Pasted {
        shell,
        request,
        notes: notes.0,
    })
}

fn split(shell: Shell, text: &str, notes: &mut Notes) -> Result<Vec<Invocation>, CommandProblem> {
    match shell {
        Shell::Posix => posix::split(text, notes),
        Shell::Cmd => cmd::split(text, notes),
        Shell::PowerShell => powershell::split(text, notes),
    }
}

fn first_request(invocations: &[Invocation]) -> Option<usize> {
    invocations.iter().position(Invocation::is_request)
}
