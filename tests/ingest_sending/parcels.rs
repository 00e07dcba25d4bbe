//! What goes into a request, and the small page that other tests drive by hand.

use flow_console::api::limits::INLET_REQUEST_BYTES;
use flow_console::ingest::{
    Answer, End, Mode, Outcome, Parcel, Record, RowFilter, Settings, Step, Upload, Waiting,
};

use super::service::reply;
use super::{record, settings};

pub const NOW: u64 = 1_760_000_000_000;

/// Asks for the next step that is not about reading and securing, which it does.
pub fn advance(upload: &mut Upload, now: u64, made: &dyn Fn(u32) -> Record) -> Step {
    loop {
        match upload.next(now) {
            Step::Read { from, at_most } => {
                let end = from.saturating_add(at_most).min(upload.ledger().total());
                upload.give((from..end).map(made).collect());
            }
            Step::Secure { up_to } => upload.allow(up_to),
            step => return step,
        }
    }
}

/// Everything that may be sent now.
pub fn sendable(upload: &mut Upload, now: u64) -> (Vec<Parcel>, Step) {
    let mut parcels = Vec::new();
    loop {
        match advance(upload, now, &record) {
            Step::Send(parcel) => parcels.push(parcel),
            step => return (parcels, step),
        }
    }
}

/// One letter for each record: waiting, in flight, accepted, refused, unknown; a capital if it may be received.
pub fn letters(upload: &Upload) -> String {
    let rows = upload.ledger().rows(&RowFilter::default(), 0, usize::MAX);
    let letter = |outcome| match outcome {
        Outcome::Waiting => 'w',
        Outcome::InFlight => 'f',
        Outcome::Accepted => 'a',
        Outcome::Refused => 'r',
        Outcome::Unknown => 'u',
    };
    let rows = rows.iter().map(|row| match row.may_be_received {
        true => letter(row.outcome).to_ascii_uppercase(),
        false => letter(row.outcome),
    });
    rows.collect()
}

fn sized(index: u32, bytes: usize) -> Record {
    let frame = format!("{{\"seq\":{index},\"x\":\"\"}}");
    let filling = "x".repeat(bytes - frame.len());
    Record {
        text: frame.replace("\"\"", &format!("\"{filling}\"")),
        ..record(index)
    }
}

/// How many records each request has, for records of these sizes.
fn check_sizes(settings: Settings, sizes: &[usize], expected: &[u32], refused: u32) {
    let mut upload = Upload::new(settings, sizes.len() as u32, 1);
    let mut found = Vec::new();
    loop {
        match advance(&mut upload, NOW, &|index| {
            sized(index, sizes[index as usize])
        }) {
            Step::Send(parcel) => {
                assert!(parcel.body.len() <= INLET_REQUEST_BYTES);
                found.push(parcel.records);
                upload.answered(parcel.number, reply(418, None, ""), NOW);
            }
            step => {
                assert_eq!(step, Step::Done(End::Finished));
                break;
            }
        }
    }
    assert_eq!(found, expected);
    let reasons = upload.ledger().reasons();
    let too_large = reasons.iter().find(|it| it.reason.status == 0);
    assert_eq!(too_large.map_or(0, |it| it.count), refused);
}

#[test]
fn requests_are_split_by_number_and_by_size() {
    let whole = INLET_REQUEST_BYTES;
    let batches = |size| settings(Mode::Batch, size, 1);
    check_sizes(batches(2), &[50; 5], &[2, 2, 1], 0);
    check_sizes(batches(200), &[50; 5], &[5], 0);
    check_sizes(batches(0), &[50; 2], &[1, 1], 0);
    // What a batch has around its records counts.
    check_sizes(batches(200), &[whole - 15], &[1], 0);
    check_sizes(batches(200), &[whole - 14], &[], 1);
    check_sizes(batches(200), &[500_000, 499_984, 50], &[2, 1], 0);
    check_sizes(batches(200), &[500_000, 499_985, 50], &[1, 2], 0);
    check_sizes(batches(200), &[400_000; 6], &[2, 2, 2], 0);
    check_sizes(batches(3), &[50, whole, 50, 50], &[1, 2], 1);
    check_sizes(settings(Mode::Single, 9, 1), &[50; 3], &[1, 1, 1], 0);
    check_sizes(settings(Mode::Single, 9, 1), &[whole, whole + 1], &[1], 1);
    check_sizes(batches(200), &[2_000_000; 3000], &[], 3000);
}

#[test]
fn a_batch_is_its_records_between_commas() {
    let mut upload = Upload::new(settings(Mode::Batch, 3, 2), 5, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    let bodies: Vec<&str> = parcels.iter().map(|it| it.body.as_str()).collect();
    assert_eq!(
        bodies,
        [
            r#"{"messages":[{"seq":0},{"seq":1},{"seq":2}]}"#,
            r#"{"messages":[{"seq":3},{"seq":4}]}"#
        ]
    );
    assert_eq!(parcels[0].rows, [(0, 2)]);
    assert!(
        parcels
            .iter()
            .all(|it| it.is_batch && !it.is_validated && it.attempt == 1)
    );
    let mut upload = Upload::new(settings(Mode::Single, 3, 2), 1, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(parcels[0].body, r#"{"seq":0}"#);
    assert!(!parcels[0].is_batch);
}

#[test]
fn only_a_look_ahead_is_in_hand() {
    let batch = settings(Mode::Batch, 10, 3);
    let mut upload = Upload::new(batch, 1_000_000, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(parcels.len(), 3);
    // Three under way, and at most six in hand.
    assert!(upload.read_up_to() <= 90, "{}", upload.read_up_to());
    // Large records: sizes count as well.
    let mut upload = Upload::new(settings(Mode::Batch, 1000, 2), 100_000, 1);
    let mut in_hand = 0;
    loop {
        match upload.next(NOW) {
            Step::Read { from, at_most } => {
                in_hand += at_most as usize * 300_000;
                upload.give(
                    (from..from + at_most)
                        .map(|it| sized(it, 300_000))
                        .collect(),
                );
            }
            Step::Secure { up_to } => upload.allow(up_to),
            Step::Send(_) => {}
            _ => break,
        }
    }
    // The first reading does not know yet what records weigh; it takes them for ten kilobytes.
    assert!(
        in_hand <= 400 * 300_000 + 6 * INLET_REQUEST_BYTES,
        "{in_hand}"
    );
}

#[test]
fn nothing_is_sent_that_is_not_secured() {
    let mut upload = Upload::new(settings(Mode::Batch, 2, 1), 10, 1);
    let Step::Read { from: 0, at_most } = upload.next(NOW) else {
        panic!()
    };
    assert_eq!(at_most, 4);
    upload.give((0..4).map(record).collect());
    // The four that are there, and half as many behind them.
    assert_eq!(upload.next(NOW), Step::Secure { up_to: 6 });
    let wait = |why| Step::Wait { until: None, why };
    assert_eq!(upload.next(NOW), wait(Waiting::Store));
    upload.allow(3);
    // The first two may go; for the others it is asked again.
    assert!(matches!(upload.next(NOW), Step::Send(_)));
    assert_eq!(upload.next(NOW), Step::Secure { up_to: 8 });
    assert_eq!(upload.next(NOW), wait(Waiting::Answers));
    upload.answered(1, reply(418, None, ""), NOW);
    assert_eq!(upload.next(NOW), wait(Waiting::Store));
    upload.allow(4);
    assert!(matches!(upload.next(NOW), Step::Send(_)));
}

#[test]
fn what_is_given_twice_is_sent_once() {
    let mut upload = Upload::new(settings(Mode::Batch, 4, 1), 4, 1);
    upload.next(NOW);
    upload.give(vec![record(0), record(1), record(1), record(9)]);
    upload.give(vec![record(0), record(2), record(3)]);
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(parcels[0].rows, [(0, 3)]);
    let nobody = 77;
    upload.answered(nobody, Answer::NoReply, NOW);
    assert_eq!(letters(&upload), "FFFF");
}

#[test]
fn checks_hold_records_back() {
    let mut upload = Upload::new(settings(Mode::Batch, 10, 1), 4, 1);
    upload.next(NOW);
    upload.refuse(&record(0), "no _id");
    upload.refuse(&record(3), "no _id");
    upload.refuse(&record(3), "again");
    upload.give(vec![record(1), record(2)]);
    upload.refuse(&record(1), "too late");
    assert_eq!(letters(&upload), "rwwr");
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(parcels[0].rows, [(1, 2)]);
    let reasons = upload.ledger().reasons();
    assert_eq!(reasons.len(), 1);
    assert_eq!(
        (reasons[0].count, reasons[0].reason.message.as_str()),
        (2, "no _id")
    );
    assert_eq!(upload.take_settlements().len(), 2);
    assert!(upload.take_settlements().is_empty());
}
