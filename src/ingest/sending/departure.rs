//! What comes next, and how it sets out.

use super::outcome::Outcome;
use super::queue::Group;
use super::reason::{Reason, ReasonSource};
use super::settings::Unanswered;
use super::settlement::{Part, Settlement};
use super::step::{End, Parcel, Step, Waiting};
use super::upload::{Flight, Upload};
use crate::api::limits::INLET_REQUEST_BYTES;

impl Upload {
    /// `None` when what was about to be sent was refused here instead.
    pub(super) fn next_step(&mut self, now: u64) -> Option<Step> {
        let counts = self.ledger.counts();
        if counts.waiting == 0 {
            return Some(Step::Done(End::Finished));
        }
        if self.is_stopped {
            return Some(match self.flights.is_empty() {
                true => Step::Done(End::Stopped),
                false => wait(None, Waiting::Answers),
            });
        }
        if let Some(standing) = &self.standing {
            return Some(wait(None, standing.clone()));
        }
        if self.is_paused {
            return Some(wait(None, Waiting::Paused));
        }
        if let Some((until, why)) = self.hold.wait(now) {
            return Some(wait(Some(until), why));
        }
        self.cursor = self.ledger.next_to_read(self.cursor);
        self.in_a_moment = self.speed.in_a_moment(now);
        if self.has_no_lane() {
            return Some(self.meanwhile(wait(None, Waiting::Answers)));
        }
        let due = self.queue.due(now);
        if due.is_none()
            && let Some(step) = self.before_fresh()
        {
            return Some(step);
        }
        self.pace.pay(&self.settings, now);
        if let Some(until) = self.pace.until(&self.settings, now) {
            return Some(self.meanwhile(wait(Some(until), Waiting::Pace)));
        }
        let most = self.parcel_size();
        // What is sent again was secured when it was sent first.
        if due.is_none() && !self.queue.is_below(self.allowed, most) {
            return Some(self.meanwhile(wait(None, Waiting::Store)));
        }
        match self.queue.take(due, most) {
            Some(group) => self.send(group, now),
            // Not reached, as there is something due or something fresh.
            None => Some(wait(Some(now.saturating_add(1)), Waiting::Pace)),
        }
    }

    /// What has to be done before anything that was not sent yet can go; `None` when it can.
    fn before_fresh(&mut self) -> Option<Step> {
        let may_begin = !self.queue.is_crowded(&self.settings);
        if may_begin && self.has_more() && !self.queue.has_full_parcel(&self.settings) {
            return Some(self.read());
        }
        if may_begin && self.queue.has_fresh() {
            return None;
        }
        if let Some((until, attempt)) = self.queue.next_due() {
            return Some(self.meanwhile(wait(Some(until), Waiting::BackOff { attempt })));
        }
        if !self.flights.is_empty() {
            return Some(wait(None, Waiting::Answers));
        }
        Some(match self.ledger.counts().unknown {
            0 => Step::Done(End::SourceShort),
            _ => wait(None, Waiting::Choice),
        })
    }

    /// What is useful while nothing can be sent.
    fn meanwhile(&mut self, otherwise: Step) -> Step {
        // Once is enough while the store is at it.
        if self.securing == 0
            && let Some(up_to) = self.to_secure()
        {
            self.securing = up_to;
            return Step::Secure { up_to };
        }
        let may_read = self.has_more() && self.queue.is_low(&self.settings, self.in_a_moment);
        if may_read {
            return self.read();
        }
        otherwise
    }

    /// How far the store is to note that records may be sent. It takes its time, so it is asked for half as much
    /// again as is kept in hand, as soon as it has noted less than that.
    fn to_secure(&self) -> Option<u32> {
        let ahead = self.settings.ahead();
        let next = self.queue.next_fresh().unwrap_or(self.cursor);
        let behind = |records: usize| {
            let records = u32::try_from(records).unwrap_or(u32::MAX);
            next.saturating_add(records).min(self.source_end)
        };
        let in_hand = ahead.max(self.in_a_moment);
        let is_short =
            self.allowed < behind(in_hand) || !self.queue.is_below(self.allowed, ahead / 2);
        let up_to = self.read_up_to.max(behind(in_hand + in_hand / 2));
        (is_short && up_to > self.allowed).then_some(up_to)
    }

    fn read(&self) -> Step {
        let room = self.queue.room(&self.settings, self.in_a_moment).max(1);
        let left = self.source_end.saturating_sub(self.cursor);
        Step::Read {
            from: self.cursor,
            at_most: u32::try_from(room).unwrap_or(u32::MAX).min(left),
        }
    }

    fn has_more(&self) -> bool {
        self.cursor < self.source_end
    }

    /// Whether as many requests are under way as may be. A probe goes alone, whatever is left of the round before.
    fn has_no_lane(&self) -> bool {
        let round = self.hold.round;
        let has_probe = || self.flights.iter().any(|flight| flight.round == round);
        self.flights.len() >= self.settings.lanes() || self.hold.is_probing && has_probe()
    }

    /// The most records in the next request. Where nobody answers, and what may have been received is not sent again,
    /// a single one is risked.
    fn parcel_size(&self) -> usize {
        let is_risk = self.hold.is_probing && self.hold.is_silent;
        match self.settings.unanswered {
            Unanswered::Hold if is_risk => 1,
            _ => self.settings.parcel_size(),
        }
    }

    /// `None` when the only record is too large for a request, and is refused here.
    fn send(&mut self, mut group: Group, now: u64) -> Option<Step> {
        let is_batch = self.settings.is_batch();
        let body = group.body(is_batch);
        if let [record] = group.records.as_slice()
            && body.len() > INLET_REQUEST_BYTES
        {
            self.refuse_locally(record.index, Reason::bare(ReasonSource::TooLarge, 0));
            return None;
        }
        group.attempts += 1;
        let rows = self.depart(&group);
        self.requests = self.requests.wrapping_add(1);
        let is_validated = self.settings.is_validating();
        let parcel = Parcel {
            number: self.requests,
            is_batch,
            is_validated,
            rows,
            records: u32::try_from(group.records.len()).unwrap_or(u32::MAX),
            attempt: group.attempts,
            body,
        };
        self.pace.spend(&self.settings, group.records.len(), now);
        self.speed.begin(now);
        self.flights.push(Flight {
            number: parcel.number,
            bytes: parcel.body.len(),
            group,
            is_batch,
            is_validated,
            sent_at: now,
            round: self.hold.round,
            resumed: self.resumed,
        });
        Some(Step::Send(parcel))
    }

    /// Notes that the records of a group are under way; gives back their unbroken rows.
    fn depart(&mut self, group: &Group) -> Vec<(u32, u32)> {
        let mut rows: Vec<(u32, u32)> = Vec::new();
        for record in &group.records {
            let mut row = self.ledger.row(record.index);
            row.set_outcome(Outcome::InFlight);
            row.attempts = row.attempts.saturating_add(1);
            self.ledger.put(record.index, row);
            match rows.last_mut() {
                Some((_, last)) if last.checked_add(1) == Some(record.index) => *last += 1,
                _ => rows.push((record.index, record.index)),
            }
        }
        rows
    }

    pub(super) fn refuse_locally(&mut self, index: u32, reason: Reason) {
        let row = self.ledger.row(index);
        let part = Part {
            first: index,
            last: index,
            outcome: Outcome::Refused,
            may_be_received: row.may_be_received(),
            attempts: row.attempts,
            status: 0,
            latency_ms: 0,
            receipt: None,
            reason: Some(reason),
        };
        self.settle(Settlement { parts: vec![part] });
    }
}

fn wait(until: Option<u64>, why: Waiting) -> Step {
    Step::Wait { until, why }
}
