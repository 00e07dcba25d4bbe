//! What is said about records on their way: everything has words, in both languages.

use flow_console::ingest::{End, Outcome, Reason, ReasonSource, Waiting};
use flow_console::words::Language::{self, English, French};
use flow_console::words::{end_text, outcome_label, outcome_reason_text, waiting_text};

fn both(say: &dyn Fn(Language) -> String) {
    let [english, french] = [English, French].map(say);
    for text in [&english, &french] {
        assert!(!text.trim().is_empty() && text.trim() == text, "{text}");
        assert!(
            !text.contains(['{', '}', '\'', '"']) && !text.contains("  "),
            "{text}"
        );
        assert!(!text.contains("()") && !text.contains(".."), "{text}");
    }
    assert!(!french.contains(" :") && !french.contains(" ;"), "{french}");
    assert_ne!(english, french);
}

#[test]
fn every_wait_has_words() {
    let message = || "Ims service token is empty".to_owned();
    let waits = [
        Waiting::Answers,
        Waiting::Pace,
        Waiting::RetryAfter { status: 503 },
        Waiting::BackOff { attempt: 2 },
        Waiting::NoNetwork,
        Waiting::Paused,
        Waiting::TokenNeeded { message: message() },
        Waiting::Forbidden {
            message: String::new(),
        },
        Waiting::Misdirected {
            status: 404,
            message: message(),
        },
        Waiting::SyncValidationUnsupported,
        Waiting::ServiceDown {
            status: 429,
            message: message(),
        },
        Waiting::Choice,
    ];
    for waiting in waits {
        both(&|language| waiting_text(&waiting, language));
        let text = waiting_text(&waiting, English);
        let status = [
            ("503", "RetryAfter"),
            ("404", "Misdirected"),
            ("429", "ServiceDown"),
        ];
        for (status, name) in status {
            let is_it = format!("{waiting:?}").starts_with(name);
            assert_eq!(text.contains(status), is_it, "{text}");
        }
    }
    let said = waiting_text(&Waiting::TokenNeeded { message: message() }, French);
    assert!(
        said.ends_with("\u{a0}: «\u{202f}Ims service token is empty\u{202f}»"),
        "{said}"
    );
}

#[test]
fn outcomes_and_ends_have_words() {
    for outcome in Outcome::ALL {
        both(&|language| outcome_label(outcome, language).to_owned());
    }
    for end in [End::Finished, End::Stopped, End::SourceShort] {
        both(&|language| end_text(end, language).to_owned());
    }
}

#[test]
fn reasons_have_words() {
    let reason = |source, message: &str, more_violations| Reason {
        source,
        status: 400,
        message: message.to_owned(),
        more_violations,
    };
    for source in [
        ReasonSource::TooLarge,
        ReasonSource::Inlet,
        ReasonSource::Other,
        ReasonSource::NoReply,
        ReasonSource::NoResult,
        ReasonSource::Interrupted,
    ] {
        both(&|language| outcome_reason_text(&reason(source, "", 0), language));
    }
    let check = |reason: Reason, english: &str, french: &str| {
        assert_eq!(outcome_reason_text(&reason, English), english);
        assert_eq!(outcome_reason_text(&reason, French), french);
    };
    let inlet = |more| reason(ReasonSource::Inlet, "#/_id: no", more);
    check(inlet(0), "400 #/_id: no", "400 #/_id: no");
    check(
        inlet(1),
        "400 #/_id: no (and 1 more violation)",
        "400 #/_id: no (et 1 autre violation)",
    );
    check(
        inlet(4),
        "400 #/_id: no (and 4 more violations)",
        "400 #/_id: no (et 4 autres violations)",
    );
    check(reason(ReasonSource::Check, "said", 0), "said", "said");
}
