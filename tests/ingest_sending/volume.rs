//! Many records at once: what the machine itself costs.

use std::time::Instant;

use flow_console::ingest::{Answer, End, Mode, Record, Step, Upload};

use super::parcels::NOW;
use super::service::reply;
use super::settings;

/// Sends records of three hundred bytes to an inlet that takes everything at once. Gives back records a second.
fn check(mode: Mode, total: u32, batch_size: u32) -> u128 {
    let filling = "x".repeat(280);
    let elements = (0..batch_size).map(|place| format!("{{\"xactionId\":\"1:2:3:{place}\"}}"));
    let elements: Vec<String> = elements.collect();
    let body = match mode {
        Mode::Single => "{\"xactionId\":\"1:2:3\"}".to_owned(),
        Mode::Batch => format!("{{\"responses\":[{}]}}", elements.join(",")),
    };
    let mut upload = Upload::new(settings(mode, batch_size, 6), total, 1);
    let mut under_way: Vec<u32> = Vec::new();
    let mut stored = 0;
    let begin = Instant::now();
    let mut now = NOW;
    loop {
        match upload.next(now) {
            Step::Read { from, at_most } => {
                let record = |index| Record {
                    index,
                    line: u64::from(index) + 1,
                    text: format!("{{\"seq\":{index},\"x\":\"{filling}\"}}"),
                };
                upload.give((from..from + at_most).map(record).collect());
            }
            Step::Secure { up_to } => upload.allow(up_to),
            Step::Send(parcel) => under_way.push(parcel.number),
            Step::Wait { .. } => {
                now += 5;
                for number in under_way.drain(..) {
                    let answer: Answer = reply(207, None, &body);
                    upload.answered(number, answer, now);
                }
                let settlements = upload.take_settlements();
                stored += settlements
                    .iter()
                    .map(|it| it.to_text().len())
                    .sum::<usize>();
            }
            Step::Done(end) => {
                assert_eq!(end, End::Finished);
                break;
            }
        }
    }
    assert_eq!(upload.ledger().counts().accepted, total);
    println!("{} bytes stored for {total} records", stored);
    u128::from(total) * 1000 / begin.elapsed().as_millis().max(1)
}

#[test]
fn the_machine_is_no_bottleneck() {
    // A build without optimisation on a busy machine still does a multiple of what an inlet takes.
    let batches = check(Mode::Batch, 100_000, 500);
    let singles = check(Mode::Single, 30_000, 1);
    println!("{batches} records a second in batches, {singles} one by one");
    assert!(batches > 10_000 && singles > 3_000);
}
