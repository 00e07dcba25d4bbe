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
use super::settlement::Settlement;
use super::speed::Speed;
use super::step::{Answer, Step, Waiting};
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
///
/// What the store notes before records are sent goes a little further than what is in hand, so that sending does not
/// wait for the store: at most three times as many as may be under way at once, or three eighths of a second's.
///
/// The host asks for the [`Upload::next`] step and does it, over and over. After a wait it asks again as soon as an
/// answer was handed in, something was allowed, the reader did something, or the named moment has come. Whenever
/// answers were handed in it stores [`Upload::take_settlements`], at once or a little later: what is lost between is
/// unknown after a reload, and never sent again unasked. Where the store fails, `allow(u32::MAX)` lets everything go.
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
    pub(super) is_paused: bool,
    pub(super) is_stopped: bool,
    pub(super) resumed: u32,
    /// Where to look for the next record to be read.
    pub(super) cursor: u32,
    pub(super) source_end: u32,
    /// One past the last record that was ever in hand.
    pub(super) read_up_to: u32,
    pub(super) allowed: u32,
    /// What was last asked to be secured.
    pub(super) securing: u32,
    pub(super) in_a_moment: usize,
    pub(super) requests: u32,
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
            securing: 0,
            in_a_moment: 0,
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
        // What was not allowed is asked for again.
        self.securing = 0;
    }

    /// One past the last record that was ever handed in.
    pub fn read_up_to(&self) -> u32 {
        self.read_up_to
    }

    /// One past the last record that is going to be sent first, as far as that is known before any was read. Where
    /// the store notes this before it is asked, [`Upload::allow`] lets them go at once.
    pub fn sending_first(&self) -> u32 {
        let ahead = self.settings.ahead();
        u32::try_from(ahead + ahead / 2)
            .unwrap_or(u32::MAX)
            .min(self.source_end)
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
}
