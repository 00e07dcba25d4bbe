//! What an answer does to the records of its request.

use super::outcome::Outcome;
use super::queue::Group;
use super::reason::{Reason, ReasonSource};
use super::receipt::Receipt;
use super::settings::Unanswered;
use super::settlement::{Part, Settlement};
use super::step::{Answer, Waiting};
use super::upload::{Flight, Upload};
use super::verdict::{Ruling, Verdict, judge};
use crate::ingest::Record;

/// When the inlet failed over records (500), they are sent so often again: Adobe's reference asks for a few attempts,
/// and the same failure may have to do with the records.
const MORE_ATTEMPTS_AFTER_FAILURE: u32 = 2;

/// When the inlet takes some records of a batch and says “later” to others, these are sent so often again.
const MORE_ATTEMPTS_AFTER_LATER: u32 = 5;

impl Upload {
    /// Takes in the answer to a request that is no longer under way.
    pub(super) fn land(&mut self, flight: Flight, answer: Answer, now: u64) {
        let latency_ms = now.saturating_sub(flight.sent_at);
        let latency_ms = u32::try_from(latency_ms).unwrap_or(u32::MAX);
        let before = self.ledger.counts().waiting;
        let bytes = flight.bytes;
        match answer {
            Answer::NoReply => self.unanswered(flight, latency_ms, now),
            Answer::Reply {
                status,
                retry_after,
                body,
            } => {
                let group = &flight.group;
                let records = group.records.len();
                let is_validated = flight.is_validated;
                let verdict = judge(status, &body, records, flight.is_batch, is_validated);
                let retry_at =
                    retry_after.map(|seconds| now.saturating_add(seconds.saturating_mul(1000)));
                self.rule(flight, verdict, retry_at, latency_ms, now);
                let settled = before.saturating_sub(self.ledger.counts().waiting);
                self.speed.note(settled, bytes, latency_ms, now);
            }
        }
    }

    fn unanswered(&mut self, flight: Flight, latency_ms: u32, now: u64) {
        self.hold.silent(flight.round, &mut self.jitter, now);
        match self.settings.unanswered {
            Unanswered::Resend => {
                self.back_in_hand(&flight.group, true);
                self.queue.put_back(flight.group);
            }
            Unanswered::Hold => {
                let reason = Reason::bare(ReasonSource::NoReply, 0);
                self.settle_all(&flight.group, Outcome::Unknown, &reason, latency_ms);
            }
        }
    }

    fn rule(
        &mut self,
        flight: Flight,
        verdict: Verdict,
        retry_at: Option<u64>,
        latency_ms: u32,
        now: u64,
    ) {
        let mut group = flight.group;
        match verdict {
            Verdict::Later { status, message } => {
                let jitter = &mut self.jitter;
                let has_given_up = self.hold.busy(flight.round, status, retry_at, jitter, now);
                if has_given_up {
                    self.standing = Some(Waiting::ServiceDown { status, message });
                }
                // Behind a gateway that gave up, the inlet may have gone on.
                self.back_in_hand(&group, matches!(status, 502 | 504));
                self.queue.put_back(group);
                return;
            }
            Verdict::Stand(why) => {
                // What was sent before the reader put things right says nothing about how they are now.
                if flight.resumed == self.resumed {
                    self.standing = Some(why);
                }
                self.back_in_hand(&group, false);
                self.queue.put_back(group);
                return;
            }
            Verdict::Failed(reason) => {
                self.failed(group, &reason, latency_ms, now);
                return;
            }
            Verdict::Each(rulings) => self.each(&mut group, rulings, latency_ms, now),
            Verdict::Divide(reason) => match group.split() {
                Some(second) => {
                    self.back_in_hand(&group, false);
                    self.back_in_hand(&second, false);
                    self.queue.put_back(second);
                    self.queue.put_back(group);
                }
                None => self.settle_all(&group, Outcome::Refused, &reason, latency_ms),
            },
            Verdict::Refused(reason) => {
                self.settle_all(&group, Outcome::Refused, &reason, latency_ms);
            }
            Verdict::NoResult { status } => {
                let reason = Ruling::no_result(status);
                self.settle_all(&group, Outcome::Unknown, &reason, latency_ms);
            }
        }
        self.hold.answered(flight.round);
    }

    /// The inlet failed over the whole request.
    fn failed(&mut self, mut group: Group, reason: &Reason, latency_ms: u32, now: u64) {
        group.failures += 1;
        if group.failures > MORE_ATTEMPTS_AFTER_FAILURE {
            self.settle_all(&group, Outcome::Refused, reason, latency_ms);
            return;
        }
        group.not_before = now.saturating_add(self.jitter.wait(group.failures));
        self.back_in_hand(&group, false);
        self.queue.put_behind(group);
    }

    /// Each record has its own result.
    fn each(&mut self, group: &mut Group, rulings: Vec<Ruling>, latency_ms: u32, now: u64) {
        let records = std::mem::take(&mut group.records);
        let mut again = group.like();
        again.failures += 1;
        let mut settlement = Settlement::default();
        for (record, ruling) in records.into_iter().zip(rulings) {
            let result = match ruling {
                Ruling::Accepted { status, receipt } => {
                    (Outcome::Accepted, status, Some(receipt), None)
                }
                Ruling::Refused { reason, receipt } => {
                    (Outcome::Refused, reason.status, receipt, Some(reason))
                }
                Ruling::Again { is_later, .. } if again.failures <= most_again(is_later) => {
                    again.records.push(record);
                    continue;
                }
                Ruling::Again { reason, .. } => {
                    (Outcome::Refused, reason.status, None, Some(reason))
                }
                Ruling::NoResult { status } => {
                    let reason = Ruling::no_result(status);
                    (Outcome::Unknown, status, None, Some(reason))
                }
            };
            settlement.add(self.part(&record, result, latency_ms));
        }
        self.settle(settlement);
        if !again.records.is_empty() {
            again.not_before = now.saturating_add(self.jitter.wait(again.failures));
            self.back_in_hand(&again, false);
            self.queue.join(again, self.settings.parcel_size());
        }
    }

    /// The same became of all records of a group.
    fn settle_all(&mut self, group: &Group, outcome: Outcome, reason: &Reason, latency_ms: u32) {
        let mut settlement = Settlement::default();
        for record in &group.records {
            let result = (outcome, reason.status, None, Some(reason.clone()));
            settlement.add(self.part(record, result, latency_ms));
        }
        self.settle(settlement);
    }

    fn part(
        &self,
        record: &Record,
        result: (Outcome, u16, Option<Receipt>, Option<Reason>),
        latency_ms: u32,
    ) -> Part {
        let row = self.ledger.row(record.index);
        let (outcome, status, receipt, reason) = result;
        Part {
            first: record.index,
            last: record.index,
            outcome,
            may_be_received: row.may_be_received() || outcome == Outcome::Unknown,
            attempts: row.attempts,
            status,
            latency_ms,
            receipt,
            reason,
        }
    }

    /// The records of a group are waiting again, in hand.
    fn back_in_hand(&mut self, group: &Group, may_be_received: bool) {
        for record in &group.records {
            let mut row = self.ledger.row(record.index);
            row.set_outcome(Outcome::Waiting);
            row.set_may_be_received(row.may_be_received() || may_be_received);
            self.ledger.put(record.index, row);
        }
    }
}

fn most_again(is_later: bool) -> u32 {
    match is_later {
        true => MORE_ATTEMPTS_AFTER_LATER,
        false => MORE_ATTEMPTS_AFTER_FAILURE,
    }
}
