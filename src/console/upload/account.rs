//! What became of the records, as files.

use super::job::Job;
use crate::ingest::{Outcome, RowFilter, RowView};
use crate::words::{Language, outcome_reason_text};

/// How many rows of the table of outcomes are written at once.
const ROWS_A_PIECE: usize = 10_000;

impl Job {
    /// The refused records in pieces, each of them whole lines.
    pub async fn refused(&self) -> Vec<String> {
        let mut reading = self.feed.again();
        let mut pieces = Vec::new();
        while let Some(records) = self.feed.next_piece(&mut reading).await {
            let mut piece = String::new();
            for record in records {
                let outcome = self.look(|upload| upload.ledger().outcome(record.index));
                if outcome == Outcome::Refused {
                    push_line(&mut piece, &record.text);
                }
            }
            pieces.push(piece);
        }
        pieces
    }

    /// What became of every record as a table, in pieces.
    pub fn outcomes(&self, language: Language) -> Vec<String> {
        let head = "record,line,outcome,status,xactionId,latencyMs,mayBeReceived,reason\n";
        let mut pieces = vec![head.to_owned()];
        let mut from = 0;
        loop {
            let piece = self.look(|upload| {
                let ledger = upload.ledger();
                let rows = ledger.rows(&RowFilter::default(), from, ROWS_A_PIECE);
                from += rows.len();
                let mut piece = String::new();
                for row in rows {
                    let reason = row.reason.and_then(|number| ledger.reason(number));
                    let reason = reason.map(|reason| outcome_reason_text(reason, language));
                    push_row(&mut piece, &row, &reason.unwrap_or_default());
                }
                piece
            });
            if piece.is_empty() {
                return pieces;
            }
            pieces.push(piece);
        }
    }
}

/// One record a line: what is laid out over several is joined, which changes no value, as JSON has no line break
/// within one.
fn push_line(lines: &mut String, record: &str) {
    for part in record.lines() {
        lines.push_str(part.trim());
    }
    lines.push('\n');
}

fn push_row(piece: &mut String, row: &RowView, reason: &str) {
    let number = |number: Option<u64>| number.map(|it| it.to_string()).unwrap_or_default();
    let outcome = match row.outcome {
        Outcome::Accepted => "accepted",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
        Outcome::Waiting | Outcome::InFlight => "waiting",
    };
    let cells = [
        (u64::from(row.index) + 1).to_string(),
        number(row.line),
        outcome.to_owned(),
        number(row.status.map(u64::from)),
        row.xaction_id.clone().unwrap_or_default(),
        number(row.latency_ms.map(u64::from)),
        row.may_be_received.to_string(),
        format!("\"{}\"", reason.replace('"', "\"\"")),
    ];
    piece.push_str(&cells.join(","));
    piece.push('\n');
}
