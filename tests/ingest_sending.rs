//! The sending of records, in simulated time: nothing is lost, nothing is counted twice, every wait is justified.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "ingest_sending/answers.rs"]
mod answers;
#[path = "ingest_sending/chance.rs"]
mod chance;
#[path = "ingest_sending/decisions.rs"]
mod decisions;
#[path = "ingest_sending/faults.rs"]
mod faults;
#[path = "ingest_sending/ledger.rs"]
mod ledger;
#[path = "ingest_sending/pace.rs"]
mod pace;
#[path = "ingest_sending/parcels.rs"]
mod parcels;
#[path = "ingest_sending/schedules.rs"]
mod schedules;
#[path = "ingest_sending/service.rs"]
mod service;
#[path = "ingest_sending/simulation.rs"]
mod simulation;
#[path = "ingest_sending/words.rs"]
mod words;

use flow_console::ingest::{Mode, Record, Settings, Unanswered};

fn settings(mode: Mode, batch_size: u32, concurrency: u32) -> Settings {
    Settings {
        mode,
        batch_size,
        concurrency,
        records_per_second: None,
        sync_validation: false,
        unanswered: Unanswered::Resend,
    }
}

/// A record that tells its place.
fn record(index: u32) -> Record {
    Record {
        index,
        line: u64::from(index) + 1,
        text: format!("{{\"seq\":{index}}}"),
    }
}
