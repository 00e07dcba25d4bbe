//! What is said about records before they are sent, in English.

use super::{ColumnProblems, Findings, Samples, Sentences, TemplateFaults, UnreadableLines};

pub(super) static ENGLISH: Sentences = Sentences {
    formats: [
        "JSON objects",
        "JSON array",
        "NDJSON (one JSON object a line)",
        "CSV with commas",
        "CSV with semicolons",
        "TSV (tabs)",
    ],
    kinds: ["text", "number", "true or false", "JSON"],
    unreadable: UnreadableLines {
        not_an_object: "This is JSON, but no object. An inlet takes objects only.",
        too_large: "The record has {} bytes. An inlet takes 1,000,000 at most.",
        not_utf8: "This has bytes that are no UTF-8. Save the file as UTF-8.",
        open_quote: "A cell begins with a quotation mark that is never closed.",
        text_behind_quote: "Cell {} has text behind its closing quotation mark. Double the \
            quotation marks inside of the cell.",
        too_many_cells: "The row has {} cells, but the header has {}.",
        too_few_cells: "The row has only {} cells, but the header has {}.",
        wrong_cell: "The cell of the column “{}” is not of the kind {}. Mend it, or choose another \
            kind for the column.",
        no_header: "There is no header with the names of the columns.",
    },
    faults: [
        "the text ends too early.",
        "there is text behind the end.",
        "a comma is missing.",
        "there is a comma too many.",
        "a colon is missing between the name and its value.",
        "a value is missing.",
        "a bracket of the wrong kind closes here.",
        "the name must stand in quotation marks.",
        "a text must stand in quotation marks.",
        "a quotation mark is missing.",
        "a tab or another control character must be escaped.",
        "this escape is unknown.",
        "JSON does not write numbers like this.",
        "this is nested too deeply.",
        "an array must begin with a square bracket.",
        "this does not belong here.",
    ],
    at: "Line {}, column {}: {}",
    column: ColumnProblems {
        same_path: "The columns “{}” and “{}” have the same path. Change one, or leave one out.",
        through: "The path of the column “{}” leads through the value of the column “{}”. Change \
            one, or leave one out.",
        mixed: "The columns “{}” and “{}” go to the same place, one into a list and the other into an object. \
            Change one, or leave one out.",
        empty_path: "The column “{}” has a path without a name. Enter one, or leave the column out.",
        too_deep: "The path of the column “{}” has more than 32 steps.",
        nothing_left: "All columns are left out, so that nothing would be sent.",
    },
    template: TemplateFaults {
        open: "the placeholder is never closed.",
        unknown: "there is no placeholder “{}”.",
        arguments: "this placeholder is written like {}.",
        wrong_order: "the first limit is above the second. Written like {}.",
        adjacent: "a placeholder for a value must stand alone. Put quotation marks around it and \
            the text beside it.",
        not_an_object: "a template must make JSON objects.",
    },
    groups: [
        "Identity", "Numbers", "Choices", "Times", "People", "Places", "Things",
    ],
    placeholders: [
        ("uuid", "A UUID (version 4), another one each time."),
        ("hex", "So many hexadecimal digits."),
        (
            "seq",
            "The record’s number, counted from the given one; from 1 without.",
        ),
        ("int", "A whole number between two, both included."),
        (
            "decimal",
            "A decimal number between two, with so many places.",
        ),
        ("bool", "True or false; true in so many percent."),
        (
            "pick",
            "One of the words. Numbers stay numbers if all of them are.",
        ),
        (
            "now",
            "The time of the start, shifted by the span; with two spans any time between.",
        ),
        ("date", "A date, with spans as for the time."),
        (
            "epoch",
            "A time in milliseconds since 1970, with spans as for the time.",
        ),
        ("name", "First and last name of the record’s person."),
        ("firstName", "The person’s first name."),
        ("lastName", "The person’s last name."),
        (
            "email",
            "The person’s address at example.com, different in each record.",
        ),
        ("phone", "A phone number that nobody has."),
        ("company", "A company."),
        ("city", "The city of the record’s place."),
        ("country", "The country of the place."),
        ("countryCode", "The two letters of the country."),
        ("product", "A product."),
        ("url", "An address at example.com."),
        ("ip", "An IP address from the range for examples."),
    ],
    samples: Samples {
        tutorial: "Adobe’s tutorial",
        profile: "XDM profile",
        event: "XDM experience event",
        order: "Order",
        page_view: "Page view",
    },
    finding: Findings {
        too_large: "With {} bytes the record is too large: an inlet takes 1,000,000 at most.",
        large: "The record has {} bytes. Adobe recommends 10,000 at most.",
        missing: "The envelope lacks {}.",
        differs: "In the envelope, {} is “{}”. The dataflow’s target has “{}”.",
        two_schemas: "Header and body of the envelope name different schemas.",
        schema: "{}: {}",
        not_checked: "The schema could not be applied to this record.",
        kinds: [
            "Too large to be sent",
            "Envelope",
            "Schema",
            "Larger than recommended",
        ],
    },
};
