//! Each fault, alone.

use flow_console::ingest::{Answer, End, Mode, RowFilter, Step, Unanswered, Upload, Waiting};

use super::parcels::{NOW, letters, sendable};
use super::service::{Fault, Plan, reply};
use super::settings;
use super::simulation::World;

fn world(fault: Fault, share: u32, mode: Mode, unanswered: Unanswered) -> World {
    let plan = Plan {
        faults: vec![fault],
        share,
        refuse_every: 0,
        slowest: 40,
    };
    let mut settings = settings(mode, 10, 4);
    settings.unanswered = unanswered;
    World::new(settings, plan, 300, 11)
}

#[test]
fn each_fault_now_and_then() {
    for fault in Fault::ALL {
        for mode in [Mode::Single, Mode::Batch] {
            for unanswered in [Unanswered::Resend, Unanswered::Hold] {
                let mut world = world(fault, 20, mode, unanswered);
                assert_eq!(world.run(), End::Finished, "{fault:?}");
                let counts = world.upload.ledger().counts();
                assert_eq!(counts.accepted + counts.refused, 300);
                if fault != Fault::Failed {
                    assert_eq!(counts.refused, 0, "{fault:?} {mode:?}");
                }
            }
        }
    }
}

/// What a fault that does not go away leads to, from the first record on.
fn check_lasting(fault: Fault, mode: Mode, expected: &[Waiting]) {
    let mut world = world(fault, 100, mode, Unanswered::Resend);
    world.patience = 0;
    world.reader_resends = false;
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| world.run()));
    assert!(result.is_err(), "{fault:?}");
    let last = world.waits.last().unwrap();
    assert!(expected.contains(last), "{fault:?}: {last:?}");
    assert_eq!(world.upload.ledger().counts().accepted, 0);
}

#[test]
fn each_fault_for_good() {
    let down = |status, message: &str| Waiting::ServiceDown {
        status,
        message: message.to_owned(),
    };
    let check = |fault, expected: Waiting| {
        for mode in [Mode::Single, Mode::Batch] {
            check_lasting(fault, mode, std::slice::from_ref(&expected));
        }
    };
    check(Fault::Unavailable(3), down(503, ""));
    check(Fault::Throttled, down(429, "Too many requests"));
    check(Fault::BadGateway, down(502, ""));
    check(Fault::GatewayGaveUp, down(504, ""));
    let message = "Authorization".to_owned();
    check(Fault::TokenExpired, Waiting::TokenNeeded { message });
    let message = String::new();
    check(
        Fault::Gone,
        Waiting::Misdirected {
            status: 404,
            message,
        },
    );
}

#[test]
fn a_failure_for_good_refuses_after_two_more_tries() {
    for mode in [Mode::Single, Mode::Batch] {
        let mut world = world(Fault::Failed, 100, mode, Unanswered::Resend);
        assert_eq!(world.run(), End::Finished);
        let reasons = world.upload.ledger().reasons();
        assert_eq!((reasons.len(), reasons[0].count), (1, 300));
        assert_eq!(reasons[0].reason.status, 500);
        let parcels = if mode == Mode::Single { 300 } else { 30 };
        assert_eq!(world.service.requests, parcels * 3);
    }
    // Single records of a batch that fail are tried as often, together.
    let mut world = world(Fault::SomeFailed, 100, Mode::Batch, Unanswered::Resend);
    assert_eq!(world.run(), End::Finished);
    let counts = world.upload.ledger().counts();
    assert!(counts.refused > 0 && counts.accepted > 200, "{counts:?}");
    assert!(world.service.requests < 60, "{}", world.service.requests);
}

#[test]
fn what_is_too_large_is_halved_until_it_is_not() {
    for fault in [Fault::TooLarge, Fault::Malformed] {
        let mut world = world(fault, 100, Mode::Batch, Unanswered::Resend);
        assert_eq!(world.run(), End::Finished);
        assert_eq!(world.upload.ledger().counts().accepted, 300);
        // A tree of halves over ten records has nineteen nodes.
        assert_eq!(world.service.requests, 30 * 19);
    }
}

#[test]
fn without_a_network_one_request_asks_again_and_again() {
    let mut upload = Upload::new(settings(Mode::Batch, 10, 4), 100, 5);
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(parcels.len(), 4);
    for parcel in &parcels {
        upload.answered(parcel.number, Answer::NoReply, NOW + 100);
    }
    let (mut now, mut longest) = (NOW + 100, 0);
    for turn in 0..200 {
        let (sent, step) = sendable(&mut upload, now);
        assert!(sent.is_empty());
        let Step::Wait {
            until: Some(until),
            why: Waiting::NoNetwork,
        } = step
        else {
            panic!("{turn}: {step:?}")
        };
        assert!(sendable(&mut upload, until - 1).0.is_empty());
        longest = longest.max(until - now);
        assert!(until - now <= 60_000);
        let (probes, step) = sendable(&mut upload, until);
        assert_eq!(probes.len(), 1, "{turn}");
        assert_eq!(
            step,
            Step::Wait {
                until: None,
                why: Waiting::Answers
            }
        );
        now = until + 10;
        upload.answered(probes[0].number, Answer::NoReply, now);
    }
    assert!(longest > 40_000, "{longest}");
    assert_eq!(upload.ledger().counts().possibly_received, 40);
    // It comes back by itself.
    now += 60_000;
    let (probes, _) = sendable(&mut upload, now);
    let taken = [r#"{"xactionId":"1:2"}"#; 10].join(",");
    let body = format!(r#"{{"responses":[{taken}]}}"#);
    upload.answered(probes[0].number, reply(207, None, &body), now);
    assert_eq!(sendable(&mut upload, now).0.len(), 4);
    assert_eq!(upload.ledger().counts().possibly_twice, 10);
}

#[test]
fn what_may_be_received_is_held_one_by_one() {
    let mut holding = settings(Mode::Batch, 10, 2);
    holding.unanswered = Unanswered::Hold;
    let mut upload = Upload::new(holding, 30, 5);
    let (parcels, _) = sendable(&mut upload, NOW);
    for parcel in &parcels {
        upload.answered(parcel.number, Answer::NoReply, NOW);
    }
    assert_eq!(upload.ledger().counts().unknown, 20);
    let (probes, _) = sendable(&mut upload, NOW + 1_001);
    assert_eq!((probes.len(), probes[0].records), (1, 1));
    upload.answered(probes[0].number, Answer::NoReply, NOW + 1_002);
    assert_eq!(
        letters(&upload),
        format!("{}{}", "U".repeat(21), "w".repeat(9))
    );
}

#[test]
fn failures_at_the_same_time_are_one() {
    let mut upload = Upload::new(settings(Mode::Single, 1, 8), 100, 5);
    let (parcels, _) = sendable(&mut upload, NOW);
    for parcel in &parcels {
        upload.answered(parcel.number, reply(503, Some(2), ""), NOW);
    }
    let retry = |until| Step::Wait {
        until: Some(until),
        why: Waiting::RetryAfter { status: 503 },
    };
    assert_eq!(upload.next(NOW), retry(NOW + 2_000));
    assert_eq!(upload.next(NOW + 1_999), retry(NOW + 2_000));
    // Four rounds more, each of one request, and the reader is asked.
    let mut now = NOW;
    for round in 2..=5 {
        now += 2_000;
        let (probes, _) = sendable(&mut upload, now);
        assert_eq!(probes.len(), 1, "{round}");
        upload.answered(probes[0].number, reply(503, Some(2), ""), now);
    }
    let step = upload.next(now);
    assert!(matches!(
        step,
        Step::Wait {
            until: None,
            why: Waiting::ServiceDown { status: 503, .. }
        }
    ));
    // Even then the inlet's word holds.
    upload.resume();
    assert_eq!(upload.next(now + 1), retry(now + 2_000));
    assert_eq!(sendable(&mut upload, now + 2_000).0.len(), 1);
}

#[test]
fn records_that_failed_together_stay_together() {
    let mut upload = Upload::new(settings(Mode::Batch, 2, 2), 4, 5);
    let fails = |records: u32| {
        let taken = r#",{"xactionId":"1:2"}"#.repeat(records as usize - 1);
        let body = format!(r#"{{"responses":[{{"statusCode":500}}{taken}]}}"#);
        reply(207, None, &body)
    };
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, fails(2), NOW);
    let mut now = NOW + 1_001;
    let (again, _) = sendable(&mut upload, now);
    assert_eq!(again[0].rows, [(0, 0)]);
    // One failed for the first time waits when another failed for the second.
    upload.answered(parcels[1].number, fails(2), now);
    upload.answered(again[0].number, fails(1), now);
    for _ in 0..5 {
        now += 10_000;
        for parcel in sendable(&mut upload, now).0 {
            upload.answered(parcel.number, fails(parcel.records), now);
        }
    }
    assert_eq!(upload.next(now), Step::Done(End::Finished));
    assert_eq!(letters(&upload), "rara");
    let rows = upload.ledger().rows(&RowFilter::default(), 0, 4);
    let attempts: Vec<u8> = rows.iter().map(|row| row.attempts).collect();
    assert_eq!(attempts, [3, 1, 3, 1]);
}

#[test]
fn a_failure_does_not_show_that_the_way_is_free() {
    let mut upload = Upload::new(settings(Mode::Single, 1, 4), 100, 5);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, reply(429, None, ""), NOW);
    let (probes, _) = sendable(&mut upload, NOW + 1_001);
    assert_eq!(probes.len(), 1);
    upload.answered(probes[0].number, reply(500, None, ""), NOW + 1_002);
    assert_eq!(sendable(&mut upload, NOW + 1_002).0.len(), 1);
}
