//! A command as a list of words.

/// A program with its arguments.
#[derive(Default)]
pub(super) struct Invocation {
    /// The program first; without quotation marks.
    pub(super) words: Vec<String>,
    /// What it reads from its standard input, when the text says so.
    pub(super) input: Option<String>,
    /// Whether it reads what the one before it writes.
    pub(super) is_piped: bool,
}

impl Invocation {
    /// The words without what may stand before a program.
    fn own_words(&self) -> &[String] {
        let before = self
            .words
            .iter()
            .take_while(|word| {
                matches!(word.as_str(), "sudo" | "time" | "env" | "command" | "&")
                    || is_assignment(word)
            })
            .count();
        self.words.get(before..).unwrap_or_default()
    }

    /// The name of the program in small letters, without its folder and without `.exe`.
    pub(super) fn program(&self) -> Option<String> {
        self.own_words().first().map(|word| program_name(word))
    }

    pub(super) fn is_request(&self) -> bool {
        self.program().is_some_and(|name| is_request_program(&name))
    }

    /// Whether it only sets variables.
    pub(super) fn is_setting(&self) -> bool {
        match self.program().as_deref() {
            None => true,
            Some(name) => matches!(name, "export" | "set" | "cls" | "clear" | "chcp"),
        }
    }

    /// Everything behind the program.
    pub(super) fn arguments(&self) -> &[String] {
        self.own_words().get(1..).unwrap_or_default()
    }

    /// Whether all that it does is to write to the next program.
    pub(super) fn feeds(&self) -> bool {
        let is_cat = self.program().is_some_and(|name| name == "cat");
        self.output().is_some() || (is_cat && self.arguments().is_empty())
    }

    /// What it writes to the next program, where that is plain to see.
    pub(super) fn output(&self) -> Option<String> {
        match (self.program()?.as_str(), &self.input) {
            ("echo", _) => {
                let words = self.arguments().iter().map(String::as_str);
                let words: Vec<&str> = words.filter(|word| *word != "-n").collect();
                Some(words.join(" "))
            }
            // A text in PowerShell, which hands it to what follows.
            ("write-output", Some(input)) => Some(input.clone()),
            _ => None,
        }
    }
}

pub(super) fn program_name(word: &str) -> String {
    let name = word.rsplit(['/', '\\']).next().unwrap_or(word);
    let name = name.to_ascii_lowercase();
    name.strip_suffix(".exe").unwrap_or(&name).to_owned()
}

pub(super) fn is_request_program(name: &str) -> bool {
    matches!(
        name,
        "curl" | "invoke-restmethod" | "invoke-webrequest" | "irm" | "iwr"
    )
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|letter| letter == '_' || letter.is_ascii_alphanumeric())
    })
}
