//! What is said about pasted commands, in English.

use super::{Formats, Notes, Parts, Problems, Sentences, Slips};
use crate::words::fill::Counted;

pub(super) static ENGLISH: Sentences = Sentences {
    problem: Problems {
        empty: "There is nothing to read: paste a cURL command.",
        no_command: "This has no command that sends a request. Paste one that begins with curl, \
            Invoke-RestMethod or Invoke-WebRequest.",
        open_quote: "The quotation mark in line {}, column {} is never closed. Copy the command \
            again, up to its end.",
        open_text: "The line “{}”, which ends the body, is missing. Copy the command again, up \
            to its end.",
        no_url: "The command has no URL. Copy it again, from its beginning.",
        unknown_method: "No call of the service has the verb “{}”. Expected: GET, POST, PATCH, \
            PUT or DELETE.",
    },
    note: Notes {
        typography: "Typographic marks such as {} were read as the plain ones that a shell needs.",
        no_effect: "{} changes nothing about the request and was left out.",
        unknown_option: "The option {} is not known and was left out; if it has a value, look for \
            it below.",
        not_read: "What {} sends cannot be read here, such as a file. Enter it by hand.",
        stray_word: "“{}” belongs to no option and was left out.",
        no_header: "“{}” is no header and was left out: a name and a colon are needed.",
        scheme_assumed: "The URL does not say how to connect; {} was assumed.",
        bare_ampersand: "The URL has an & without quotation marks around it. A shell would end \
            the command there; it was read as part of the URL.",
        lost_continuation: "Line {} does not end with the mark that lets a command go on. The \
            next line was read as part of it.",
        substitution: "The command has parts that a shell would compute. They were left as they \
            are, or left out.",
        escaped_quotes: "The quotation marks in the body have a backslash in front, as older \
            versions of PowerShell need it. It was taken away.",
        more_commands: Counted {
            one: "{} more request follows; only the first was read.",
            other: "{} more requests follow; only the first was read.",
        },
        other_program: "“{}” sends no request and was left out.",
        text_before: Counted {
            one: "{} line before the command was left out.",
            other: "{} lines before the command were left out.",
        },
    },
    slip: Slips {
        missing_comma: "a comma is missing.",
        extra_comma: "there is a comma too many.",
        missing_colon: "a colon is missing between the name and its value.",
        missing_value: "a value is missing.",
        missing_bracket: "a closing bracket is missing.",
        missing_quote: "a quotation mark is missing.",
        single_quotes: "JSON needs double quotation marks, not single ones.",
        typographic_quotes: "JSON needs plain quotation marks, not typographic ones.",
        doubled_quotes: "the quotation marks are doubled.",
        unescaped_quote: "a quotation mark inside text needs a backslash in front.",
        unquoted_name: "the name needs quotation marks.",
        unquoted_text: "the text needs quotation marks.",
        unquoted_placeholder: "a placeholder stands here; it was read as empty.",
        comment: "JSON has no comments; it was skipped.",
        control_character: "a line break or tab inside text must be written as \\n or \\t.",
        wrong_escape: "the backslash has no meaning here; write two of them for one.",
        stray_text: "what begins here does not belong to the JSON.",
        too_deep: "this is nested too deep to be read.",
    },
    slip_at: "Line {}, column {}: {}",
    part: Parts {
        url: "the URL",
        query: "the query parameter “{}”",
        header: "the header “{}”",
        body: "“{}” in the body",
        whole_body: "the body",
    },
    no_place: "No field takes {}.",
    wrong_form: "A field takes {}, but not in this form.",
    set_by_console: "The console sends its own value for {}.",
    to_fill: "A placeholder stands for {}: enter the value.",
    to_fill_inside: "There is a placeholder inside {}: replace it.",
    format: Formats {
        curl: "cURL (bash, zsh)",
        curl_cmd: "cURL (Windows, cmd)",
        postman: "Postman collection",
        body: "JSON body",
    },
};
