//! What to do next.

use super::hold::Hold;
use super::jitter::Jitter;
use super::ledger::Ledger;
use super::outcome::Outcome;
use super::pace::Pace;
use super::progress::Progress;
use super::queue::{Group, Queue};
use super::reason::{Reason, ReasonSource};
use super::settings::{Settings, Unanswered};
use super::settlement::{Part, Settlement};
use super::speed::Speed;
use super::step::{Answer, End, Parcel, Step, Waiting};
use crate::api::limits::INLET_REQUEST_BYTES;
use crate::ingest::Record;

/// A request under way.
pub(super) struct Flight {
    pub number: u32,
    pub group: Group,
    pub bytes: usize,
    pub is_batch: bool,
    pub is_validated: bool,
    pub sent_at: u64,
    /// Which round of [`Hold`] it was sent in.
    pub round: u32,
    /// How often the reader had resumed when it was sent.
    pub resumed: u32,
}

/// The sending of all records of a source to one inlet.
///
/// It holds the records that are under way, those that are to be sent again and a look-ahead of twice as many as may
/// be under way; of all others it knows a row of its [`Ledger`]. Moments are milliseconds since 1970.
pub struct Upload {
    pub(super) settings: Settings,
    pub(super) ledger: Ledger,
    pub(super) queue: Queue,
    pub(super) flights: Vec<Flight>,
    pub(super) pace: Pace,
    pub(super) hold: Hold,
    pub(super) jitter: Jitter,
    pub(super) speed: Speed,
    pub(super) settlements: Vec<Settlement>,
    /// Why nothing goes on before the reader says so.
    pub(super) standing: Option<Waiting>,
    is_paused: bool,
    is_stopped: bool,
    pub(super) resumed: u32,
    /// Where to look for the next record to be read.
    cursor: u32,
    source_end: u32,
    /// One past the last record that was ever in hand.
    read_up_to: u32,
    allowed: u32,
    requests: u32,
}

impl Upload {
    /// A new upload of so many records. The seed is for waiting times only.
    pub fn new(settings: Settings, total: u32, seed: u64) -> Self {
        Self::restored(settings, Ledger::new(total), seed)
    }

    /// Goes on with what waits according to the ledger. With [`Unanswered::Resend`] this includes what may have been
    /// received.
    pub fn restored(settings: Settings, ledger: Ledger, seed: u64) -> Self {
        let mut upload = Self {
            allowed: ledger.sent_before(),
            source_end: ledger.total(),
            settings,
            ledger,
            queue: Queue::default(),
            flights: Vec::new(),
            pace: Pace::new(),
            hold: Hold::new(),
            jitter: Jitter::new(seed),
            speed: Speed::new(),
            settlements: Vec::new(),
            standing: None,
            is_paused: false,
            is_stopped: false,
            resumed: 0,
            cursor: 0,
            read_up_to: 0,
            requests: 0,
        };
        if upload.settings.unanswered == Unanswered::Resend {
            upload.resend_unknown();
        }
        upload
    }

    /// What to do next. To be asked again after each step was done, at the moment that a wait named, and after
    /// anything else was handed in.
    pub fn next(&mut self, now: u64) -> Step {
        loop {
            // Without a step, what was about to be sent was refused here, and something else is next.
            if let Some(step) = self.next_step(now) {
                return step;
            }
        }
    }

    fn next_step(&mut self, now: u64) -> Option<Step> {
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
        // What is sent again was secured when it was sent first.
        if due.is_none() && self.sending_up_to() > self.allowed {
            return Some(self.secure());
        }
        match self.queue.take(due, self.parcel_size()) {
            Some(group) => self.send(group, now),
            // Not reached, as there is something due or something fresh.
            None => Some(wait(Some(now.saturating_add(1)), Waiting::Pace)),
        }
    }

    /// Takes in records that were read, in their order. Those that are settled or in hand already are left out.
    pub fn give(&mut self, records: Vec<Record>) {
        for record in records {
            let mut row = self.ledger.row(record.index);
            let is_wanted = row.outcome() == Outcome::Waiting && !row.is_held();
            if !is_wanted || record.index >= self.source_end {
                continue;
            }
            self.ledger.note_line(record.index, record.line);
            row.set_held(true);
            self.ledger.put(record.index, row);
            self.read_up_to = self.read_up_to.max(record.index + 1);
            self.queue.push(record);
        }
    }

    /// The source has no more records, although more were counted.
    pub fn source_ended(&mut self) {
        self.source_end = self.ledger.next_to_read(self.cursor);
    }

    /// A check holds a record back: it is refused for the reason that the check gives, and is not handed in.
    pub fn refuse(&mut self, record: &Record, reason: &str) {
        let row = self.ledger.row(record.index);
        if row.outcome() == Outcome::Waiting && !row.is_held() {
            self.ledger.note_line(record.index, record.line);
            let reason = Reason::new(ReasonSource::Check, 0, reason);
            self.refuse_locally(record.index, reason);
        }
    }

    /// Takes in what became of a request. Of one that is not under way, nothing.
    pub fn answered(&mut self, parcel: u32, answer: Answer, now: u64) {
        let mut flights = self.flights.iter();
        if let Some(place) = flights.position(|flight| flight.number == parcel) {
            let flight = self.flights.swap_remove(place);
            self.land(flight, answer, now);
        }
    }

    /// Sends nothing new until [`Upload::resume`]. What is under way is still answered.
    pub fn pause(&mut self) {
        self.is_paused = true;
    }

    /// Goes on after a pause, a stop, or anything that only the reader could put right. What the inlet asked for by
    /// `Retry-After` still holds.
    pub fn resume(&mut self) {
        self.is_paused = false;
        self.is_stopped = false;
        self.standing = None;
        self.resumed = self.resumed.wrapping_add(1);
        self.hold.resume();
    }

    /// Sends nothing new and ends as soon as what is under way is answered.
    pub fn stop(&mut self) {
        self.is_stopped = true;
    }

    /// Goes on in another way from now on.
    pub fn change(&mut self, settings: Settings, now: u64) {
        self.pace.pay(&self.settings, now);
        self.settings = settings;
    }

    /// Sends again what may have been received.
    pub fn resend_unknown(&mut self) {
        if let Some(first) = self.ledger.take_back_unknown() {
            self.cursor = self.cursor.min(first);
        }
    }

    /// The store has noted that records below this one may be sent; `u32::MAX` where nothing can be stored.
    pub fn allow(&mut self, sent_before: u32) {
        self.allowed = self.allowed.max(sent_before);
    }

    /// One past the last record that is going to be sent before more is read.
    pub fn sending_up_to(&self) -> u32 {
        self.read_up_to
    }

    /// How it is going to go on.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How far it is.
    pub fn progress(&self, now: u64) -> Progress {
        let mut progress = Progress {
            counts: self.ledger.counts(),
            ..Progress::default()
        };
        self.speed.fill(&mut progress, now);
        let stands = self.is_paused || self.is_stopped || self.standing.is_some();
        if stands {
            progress.time_left_ms = None;
        }
        progress
    }

    /// The account of every record.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What became of records since this was last called, to be stored.
    pub fn take_settlements(&mut self) -> Vec<Settlement> {
        std::mem::take(&mut self.settlements)
    }

    /// Notes in the ledger and for the store what became of records.
    pub(super) fn settle(&mut self, settlement: Settlement) {
        if !settlement.parts.is_empty() {
            self.ledger.settle(&settlement);
            self.settlements.push(settlement);
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
    fn meanwhile(&self, otherwise: Step) -> Step {
        if self.has_more() && self.queue.is_low(&self.settings) {
            return self.read();
        }
        if self.sending_up_to() > self.allowed {
            return self.secure();
        }
        otherwise
    }

    fn read(&self) -> Step {
        let room = self.queue.room(&self.settings).max(1);
        let left = self.source_end.saturating_sub(self.cursor);
        Step::Read {
            from: self.cursor,
            at_most: u32::try_from(room).unwrap_or(u32::MAX).min(left),
        }
    }

    fn secure(&self) -> Step {
        Step::Secure {
            up_to: self.sending_up_to(),
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

    fn refuse_locally(&mut self, index: u32, reason: Reason) {
        let part = Part {
            first: index,
            last: index,
            outcome: Outcome::Refused,
            may_be_received: false,
            attempts: 0,
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
