//! The account of every record, and what a table shows of it.

use std::time::Instant;

use flow_console::ingest::{
    Ledger, Mode, Outcome, Part, Reason, ReasonSource, Receipt, Record, RowFilter, Settlement,
    Upload,
};

use super::chance::Chance;
use super::settings;

fn reason(message: &str) -> Reason {
    Reason {
        source: ReasonSource::Inlet,
        status: 400,
        message: message.to_owned(),
        more_violations: 0,
    }
}

fn part(first: u32, last: u32, outcome: Outcome, why: Option<&str>) -> Part {
    Part {
        first,
        last,
        outcome,
        may_be_received: false,
        attempts: 1,
        status: 207,
        latency_ms: 12,
        receipt: (outcome == Outcome::Accepted).then(|| Receipt {
            prefix: "1:2:3:".to_owned(),
            number: Some(5),
        }),
        reason: why.map(reason),
    }
}

fn settle(ledger: &mut Ledger, part: Part) {
    ledger.settle(&Settlement { parts: vec![part] });
}

#[test]
fn tables_find_what_a_walk_through_all_rows_finds() {
    let total = 30_000;
    let mut chance = Chance(3);
    let mut ledger = Ledger::new(total);
    for _ in 0..400 {
        let first = chance.below(20_000) as u32;
        let last = first + chance.below(300) as u32;
        let why = ["one", "two", "three"][chance.below(3) as usize];
        let part = match chance.below(3) {
            0 => part(first, last, Outcome::Accepted, None),
            1 => part(first, last, Outcome::Refused, Some(why)),
            _ => part(first, last, Outcome::Unknown, Some("unknown")),
        };
        settle(&mut ledger, part);
    }
    let all = ledger.rows(&RowFilter::default(), 0, usize::MAX);
    assert_eq!(all.len(), total as usize);
    let outcomes = Outcome::ALL.into_iter().map(Some).chain([None]);
    for outcome in outcomes {
        for reason in [None, Some(1), Some(2), Some(3), Some(4), Some(9)] {
            let filter = RowFilter { outcome, reason };
            let mut fitting = all.clone();
            fitting.retain(|row| outcome.is_none_or(|it| it == row.outcome));
            fitting.retain(|row| reason.is_none() || row.reason == reason);
            assert_eq!(ledger.count_rows(&filter), fitting.len(), "{filter:?}");
            for from in [
                0,
                1,
                17,
                4_096,
                fitting.len().saturating_sub(3),
                fitting.len(),
            ] {
                let expected: Vec<_> = fitting.iter().skip(from).take(20).cloned().collect();
                assert_eq!(
                    ledger.rows(&filter, from, 20),
                    expected,
                    "{filter:?} {from}"
                );
            }
        }
    }
    let reasons = ledger.reasons();
    assert!(reasons.is_sorted_by(|one, next| one.count >= next.count));
    for entry in &reasons {
        let filter = RowFilter {
            reason: Some(entry.number),
            ..RowFilter::default()
        };
        assert_eq!(ledger.count_rows(&filter), entry.count as usize);
        assert_eq!(ledger.reason(entry.number), Some(&entry.reason));
    }
}

#[test]
fn trace_ids_come_back_as_they_were() {
    let ids = [
        "1760000000123:4321:17",
        "1760000000500:1750:244:0",
        "0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9-2",
        "0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9",
        "007",
        "0",
        "a-00",
        "99999999999999999999999",
        "é12",
        "x",
    ];
    let mut upload = Upload::new(settings(Mode::Batch, 100, 1), ids.len() as u32, 1);
    let (parcels, _) = super::parcels::sendable(&mut upload, super::parcels::NOW);
    let elements = ids
        .map(|id| format!("{{\"xactionId\":\"{id}\"}}"))
        .join(",");
    let body = format!("{{\"responses\":[{elements}]}}");
    upload.answered(
        parcels[0].number,
        super::service::reply(207, None, &body),
        0,
    );
    let rows = upload.ledger().rows(&RowFilter::default(), 0, 100);
    let found: Vec<_> = rows
        .iter()
        .map(|row| row.xaction_id.as_deref().unwrap())
        .collect();
    assert_eq!(found, ids);
    // Over the border of a chunk.
    let mut ledger = Ledger::new(9_000);
    settle(&mut ledger, part(4_000, 8_500, Outcome::Accepted, None));
    for index in [4_000, 4_095, 4_096, 8_191, 8_192, 8_500] {
        let row = &ledger.rows(&RowFilter::default(), index, 1)[0];
        let expected = format!("1:2:3:{}", index - 4_000 + 5);
        assert_eq!(row.xaction_id.as_deref(), Some(expected.as_str()));
    }
}

#[test]
fn a_thousand_reasons_are_told_apart() {
    let mut ledger = Ledger::new(3_000);
    for index in 0..3_000 {
        let why = format!("no {}", index % 1_500);
        settle(
            &mut ledger,
            part(index, index, Outcome::Refused, Some(&why)),
        );
    }
    let reasons = ledger.reasons();
    assert_eq!(reasons.len(), 1_001);
    assert_eq!(reasons[0].reason.source, ReasonSource::Other);
    assert_eq!(reasons[0].count, 1_000);
    assert_eq!(reasons.iter().map(|it| it.count).sum::<u32>(), 3_000);
}

#[test]
fn lines_are_known_where_they_were_read() {
    // One line each; three lines each; a jump; whatever.
    let cases: [fn(u32) -> u64; 4] = [
        |index| u64::from(index) + 1,
        |index| u64::from(index) * 3 + 2,
        |index| u64::from(index) + 1 + 10 * u64::from(index / 7),
        |index| u64::from(index).pow(2),
    ];
    for line_of in cases {
        let mut upload = Upload::new(settings(Mode::Batch, 1000, 1), 90, 1);
        upload.next(0);
        let record = |index| Record {
            index,
            line: line_of(index),
            text: "{}".to_owned(),
        };
        upload.give((0..40).map(record).collect());
        upload.give((50..80).map(record).collect());
        for index in 0..90 {
            let known = index < 40 || (50..80).contains(&index);
            let expected = known.then(|| line_of(index));
            assert_eq!(upload.ledger().line(index), expected, "{index}");
        }
    }
}

#[test]
fn a_million_rows_are_quick() {
    let total = 1_000_000;
    let mut ledger = Ledger::new(total);
    let begin = Instant::now();
    for first in (0..total).step_by(200) {
        settle(
            &mut ledger,
            part(first, first + 198, Outcome::Accepted, None),
        );
        settle(
            &mut ledger,
            part(first + 199, first + 199, Outcome::Refused, Some("no")),
        );
    }
    println!("a million rows settled in {:?}", begin.elapsed());
    let begin = Instant::now();
    let filter = RowFilter {
        outcome: Some(Outcome::Refused),
        reason: None,
    };
    for _ in 0..20 {
        let rows = ledger.rows(&filter, 4_900, 50);
        assert_eq!((rows.len(), rows[0].index), (50, 4_900 * 200 + 199));
        assert_eq!(ledger.count_rows(&filter), 5_000);
    }
    println!("fifty of them found in {:?}", begin.elapsed() / 20);
    assert!(begin.elapsed().as_secs() < 2);
}
