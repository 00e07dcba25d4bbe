//! In English.

use super::PostingWords;

/// "1 record", "1,000 records"; the number is written as the reader's language writes numbers.
fn records(count: u64, number: &str) -> String {
    format!("{number} {}", if count == 1 { "record" } else { "records" })
}

pub(in crate::words) static ENGLISH: PostingWords = PostingWords {
    send_with_token: "Send the access token along",
    send_with_token_help: "Inlets created with authenticationRequired answer 401 without it.",
    record_received: "Record received",
    received_is_not_stored: "Received is not stored yet: validation and mapping come later. Records usually reach the data lake within an hour.",
    send_to_inlet_of: |name| format!("To the inlet of {name}."),
    title: "Send records",
    intro: "From one record to a file of millions, to one inlet.",
    records: "Records",
    records_help: "One JSON object, a JSON array, one object a line (NDJSON), CSV or TSV with a header; or a template with {{placeholders}}. Files can be dropped here.",
    file: "File",
    file_help: "JSON, NDJSON, CSV or TSV, also compressed (.gz). It is read piece by piece, whatever its size.",
    file_chosen: |name, size| format!("{name}, {size}"),
    remove_file: "Remove file",
    begin_with: "Begin with",
    choose_sample: "a sample…",
    placeholders: "Placeholders",
    placeholders_help: "Within a JSON string a placeholder gives text, elsewhere a value.",
    count: "Number of records",
    seed: "Seed",
    seed_help: "The same seed gives the same records.",
    read_as: "Read as",
    template: "Template",
    typed: "Typed records",
    not_recognised: "JSON",
    recognised: |format| format!("{format} (recognised)"),
    reading: |done, whole| format!("Reading… {done} of {whole}"),
    found: |count, number, size| format!("{} · {size}", records(count, number)),
    longest: |size| format!("longest {size}"),
    first_request: |shown, whole| {
        format!("The first request. It has up to {whole} records; the first {shown} are shown.")
    },
    preview: "First record as it will be sent",
    no_records: "There is no record in this.",
    interrupted: "The file could be read only so far: it was changed or removed, or it is not compressed as its name says.",
    unreadable: |count, number| {
        format!(
            "{} cannot be read and will be left out",
            if count == 1 {
                "1 entry".to_owned()
            } else {
                format!("{number} entries")
            }
        )
    },
    line: "Line",
    already_enveloped: "These records stand in envelopes already and are sent as they are.",
    first_of: |shown| format!("The first {shown} are shown."),
    columns: "Columns",
    columns_help: "A dot in a path begins an object, a number in brackets a list: person.name.first, identityMap.ECID[0].id. Empty cells are left out.",
    column: "Column",
    goes_to: "Goes to",
    kind: "Type",
    sent: "Sent",
    envelope: "XDM envelope",
    envelope_help: "Put around every record that has none. Filled in from the dataflow’s target connection where it is known.",
    checks: "Checks before sending",
    schema: "JSON Schema",
    schema_help: "Records are checked against it in this browser. Empty: no such check.",
    schema_wrong: |line, column| format!("This is not valid JSON: line {line}, column {column}."),
    hold_back: "Do not send records that fail a check",
    hold_back_help: "They count as refused and can be edited and sent afterwards.",
    sync_validation: "Validate before the answer (syncValidation)",
    sync_validation_help: "For trying out: one record a request, at most 60 a minute, not in every region. What fails is dropped.",
    resends: "Send unanswered requests again",
    resends_help: "Nothing is missing then, but what was received without an answer may be there twice. Otherwise it is left to you; a browser may still repeat a request by itself when its connection breaks.",
    with_sandbox: "Name the sandbox (sandbox-name)",
    with_sandbox_help: "An inlet belongs to one sandbox and needs no name; some proxies want one.",
    send: |count, number| format!("Send {}", records(count, number)),
    one_at_a_time: "An upload is under way. Stop it or wait for its end before you send more.",
    settles: |left| {
        format!(
            "This dataflow was created or changed a moment ago. Records sent within five minutes can be lost: wait {left}, or send what may be lost."
        )
    },
    token_ends: |left| {
        format!("The access token ends in {left}. The upload then pauses until there is a new one.")
    },
    upload: "Upload",
    states: [
        "Sending", "Waiting", "Paused", "Finished", "Stopped", "Left off",
    ],
    flows_of_inlet: "Dataflows of this inlet:",
    to_inlet_title: "Inlet",
    how: "How they are sent",
    to_inlet: "To",
    total: "Total",
    accepted: "Accepted",
    refused: "Refused",
    waiting: "Waiting",
    possibly_received: |count, number| {
        format!(
            "{} of them may have been received already: sent, but never answered.",
            if count == 1 {
                "1".to_owned()
            } else {
                number.to_owned()
            }
        )
    },
    records_per_second: "Records/s",
    bytes_per_second: "Bytes/s",
    latency: "Latency",
    time_left: "Time left",
    requests_made: "Requests",
    at_most_per_second: "Records a second, at most",
    at_most_at_once: "Requests at a time",
    pause: "Pause",
    go_on: "Go on",
    stop: "Stop",
    send_unknown: "Send these again",
    send_unknown_help: "What was received the first time will then be there twice.",
    without_sync_validation: "Go on without this validation",
    close: "Close",
    discard: "Discard",
    discard_sure: "Discard for good",
    not_kept: "The browser keeps nothing for this page: closing or reloading it loses what still waits. Sending works.",
    no_room: "The browser has no room for these records: closing or reloading the page loses what still waits. Sending works.",
    left_off: "Left off earlier",
    left_off_of: |name, total, time| format!("{name}: {total} records, begun {time}"),
    open: "Open",
    other_environment: |name| {
        format!(
            "This upload was begun in another environment ({name}). It goes on once you are back there."
        )
    },
    demo: "demo",
    open_elsewhere: "This upload is under way in another tab.",
    results: "Results",
    reasons: "Reasons",
    all: "All",
    index: "Record",
    outcome: "Outcome",
    status: "Status",
    reason: "Reason",
    milliseconds: "ms",
    nothing_of_this_kind: "No record with this outcome.",
    may_be_received: "may have been received",
    record: "Record",
    answer: "Answer",
    answer_not_kept: "The answer itself is no longer kept.",
    no_answer: "There was no answer.",
    edit_refused: "Edit and resend the refused",
    edit_refused_help: "Puts the refused records into the editor above.",
    download_refused: "Refused records (NDJSON)",
    download_outcomes: "Outcomes (CSV)",
    copy_record: "Copy as cURL",
    what_next: "What happens next",
    next_accepted: "Accepted means received, not stored. Mapping and validation come after the answer.",
    next_lake: "The records reach the data lake within 60 minutes, most within 30; Profile usually within 15.",
    next_runs: "Each hour becomes one run of the dataflow, which counts what was stored and what failed.",
    see_runs: "See the dataflow’s runs",
    elsewhere: "Beyond a browser tab",
    elsewhere_help: "The same job for an engine that runs for days. Secrets are read from the engine’s own environment.",
    elsewhere_xdm: "Kafka Connect puts nothing around a record: its topic must hold XDM records in their envelopes. The k6 script adds the envelope itself.",
    kafka_connect: "Kafka Connect sink",
    k6: "k6 script",
    copy: "Copy",
    download: "Download",
};
