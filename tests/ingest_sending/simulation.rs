//! A page, a store and a service in made-up time, which hold the upload to its word at every step.

use flow_console::ingest::{
    Answer, End, Ledger, Outcome, Parcel, RowFilter, Settings, Settlement, Step, Upload, Waiting,
};

use super::chance::Chance;
use super::record;
use super::service::{Fault, Plan, Service, sequence};

pub struct World {
    pub now: u64,
    pub upload: Upload,
    pub service: Service,
    pub settings: Settings,
    pub total: u32,
    /// How many records the source really has.
    pub in_source: u32,
    /// What the store knows.
    pub watermark: u32,
    pub stored: Vec<String>,
    /// Answers on their way: when, to which request.
    answers: Vec<(u64, u32, Answer, Option<Fault>)>,
    /// Nothing may be sent earlier.
    hold_until: u64,
    /// The moments that the service named.
    named: Vec<u64>,
    /// Of a hundred steps, after so many the page is reloaded.
    pub reloads: u32,
    pub chance: Chance,
    pub sent: Vec<(u64, u32)>,
    pub waits: Vec<Waiting>,
    /// How often the reader goes on after a wait that needs a decision.
    pub patience: u32,
    pub reader_resends: bool,
}

impl World {
    pub fn new(settings: Settings, plan: Plan, total: u32, seed: u64) -> Self {
        Self {
            now: 1_760_000_000_000,
            upload: Upload::new(settings.clone(), total, seed),
            service: Service::new(plan, total, seed),
            settings,
            total,
            in_source: total,
            watermark: 0,
            stored: Vec::new(),
            answers: Vec::new(),
            hold_until: 0,
            named: Vec::new(),
            reloads: 0,
            chance: Chance(seed ^ 0xabcd),
            sent: Vec::new(),
            waits: Vec::new(),
            patience: 10_000,
            reader_resends: true,
        }
    }

    /// Runs to the end. Each step is checked.
    pub fn run(&mut self) -> End {
        for _ in 0..4_000_000 {
            let step = self.upload.next(self.now);
            self.check_equation();
            match step {
                Step::Read { from, at_most } => self.read(from, at_most),
                Step::Secure { up_to } => {
                    assert!(up_to > self.watermark, "secured again: {up_to}");
                    self.watermark = up_to;
                    self.upload.allow(up_to);
                }
                Step::Send(parcel) => self.send(&parcel),
                Step::Wait { until, why } => self.wait(until, why),
                Step::Done(end) => {
                    self.store();
                    self.check_account();
                    return end;
                }
            }
            if self.reloads > 0 && self.chance.below(1000) < u64::from(self.reloads) {
                self.reload();
            }
        }
        panic!("no end: {:?}", self.upload.ledger().counts());
    }

    fn read(&mut self, from: u32, at_most: u32) {
        assert!(at_most > 0 && from < self.total);
        if from >= self.in_source {
            self.upload.source_ended();
            return;
        }
        let end = self.in_source.min(from.saturating_add(at_most));
        self.upload.give((from..end).map(record).collect());
    }

    fn send(&mut self, parcel: &Parcel) {
        assert!(self.now >= self.hold_until, "sent during a hold");
        let under_way = self.answers.len() as u32;
        assert!(under_way < self.upload.settings().concurrency);
        let listed: Vec<u32> = parcel
            .rows
            .iter()
            .flat_map(|(first, last)| *first..=*last)
            .collect();
        assert_eq!(sequence(&parcel.body), listed);
        assert!(
            listed.iter().all(|index| *index < self.watermark),
            "not secured"
        );
        for index in &listed {
            let row = &self
                .upload
                .ledger()
                .rows(&RowFilter::default(), *index as usize, 1)[0];
            assert_eq!(row.outcome, Outcome::InFlight);
        }
        self.sent.push((self.now, parcel.records));
        let (answer, latency, fault) = self.service.take(parcel, self.now);
        self.answers
            .push((self.now + latency, parcel.number, answer, fault));
    }

    fn wait(&mut self, until: Option<u64>, why: Waiting) {
        let next_answer = self.answers.iter().map(|(at, ..)| *at).min();
        if let Some(until) = until {
            assert!(until > self.now, "a wait that is over: {why:?}");
        }
        self.check_wait(until, &why);
        if self.waits.last() != Some(&why) {
            self.waits.push(why.clone());
        }
        match (until, next_answer) {
            (Some(until), None) => self.now = until,
            (Some(until), Some(answer)) => self.now = until.min(answer),
            (None, Some(answer)) => self.now = answer,
            (None, None) => self.decide(&why),
        }
        self.deliver();
    }

    /// What each wait has to have a reason for.
    fn check_wait(&self, until: Option<u64>, why: &Waiting) {
        let plan = &self.service.plan.faults;
        match why {
            Waiting::Answers => assert!(!self.answers.is_empty()),
            Waiting::Pace => assert!(
                self.upload.settings().records_per_second.is_some()
                    || self.upload.settings().sync_validation
            ),
            Waiting::RetryAfter { .. } => assert!(self.named.contains(&until.unwrap())),
            Waiting::BackOff { .. } => assert!(until.unwrap() <= self.now + 60_000),
            Waiting::NoNetwork => assert!(until.unwrap() <= self.now + 60_000),
            Waiting::TokenNeeded { .. } => assert!(plan.contains(&Fault::TokenExpired)),
            Waiting::Misdirected { .. } => assert!(plan.contains(&Fault::Gone)),
            Waiting::ServiceDown { .. } => assert!(plan.iter().any(|fault| fault.is_hold())),
            Waiting::Choice => {
                let counts = self.upload.ledger().counts();
                assert!(counts.unknown > 0 && self.answers.is_empty());
            }
            Waiting::Paused | Waiting::Forbidden { .. } | Waiting::SyncValidationUnsupported => {}
        }
    }

    /// The reader's part.
    fn decide(&mut self, why: &Waiting) {
        self.patience = self.patience.checked_sub(1).expect("the reader is tired");
        self.now += 5_000;
        match why {
            Waiting::Choice if self.reader_resends => self.upload.resend_unknown(),
            Waiting::Choice => self.upload.stop(),
            Waiting::Answers | Waiting::Pace => panic!("nothing to wait for: {why:?}"),
            _ => self.upload.resume(),
        }
    }

    fn deliver(&mut self) {
        let mut place = 0;
        while place < self.answers.len() {
            if self.answers[place].0 > self.now {
                place += 1;
                continue;
            }
            let (_, number, answer, _) = self.answers.swap_remove(place);
            if let Answer::Reply {
                retry_after: Some(seconds),
                ..
            } = &answer
            {
                self.hold_until = self.hold_until.max(self.now + seconds * 1000);
                self.named.push(self.now + seconds * 1000);
            }
            self.upload.answered(number, answer.clone(), self.now);
            // Nobody answers twice.
            self.upload.answered(number, answer, self.now);
            self.check_equation();
            if self.reloads == 0 || self.chance.percent(70) {
                self.store();
            }
        }
    }

    fn store(&mut self) {
        let settlements = self.upload.take_settlements();
        self.stored
            .extend(settlements.iter().map(Settlement::to_text));
    }

    pub fn replayed(&self) -> Ledger {
        let mut settlements = self
            .stored
            .iter()
            .map(|text| Settlement::read(text).unwrap());
        Ledger::replay(self.total, &mut settlements, self.watermark)
    }

    /// The page goes away with everything that it did not store, and comes back.
    fn reload(&mut self) {
        self.answers.clear();
        // Nobody remembers what the service asked for.
        self.hold_until = 0;
        let seed = self.chance.below(u64::MAX);
        self.upload = Upload::restored(self.settings.clone(), self.replayed(), seed);
        self.check_equation();
    }

    fn check_equation(&self) {
        let counts = self.upload.ledger().counts();
        assert_eq!(
            counts.accepted + counts.refused + counts.waiting,
            self.total
        );
        assert!(counts.in_flight + counts.unknown <= counts.possibly_received);
        assert!(counts.possibly_received <= counts.waiting);
    }

    /// The account against what the service received, record by record.
    fn check_account(&self) {
        let ledger = self.upload.ledger();
        let rows = ledger.rows(&RowFilter::default(), 0, self.total as usize);
        assert_eq!(rows.len(), self.total as usize);
        let mut found = [0; 5];
        for row in &rows {
            found[row.outcome as usize] += 1;
            let received = self.service.received[row.index as usize];
            let receipt = self.service.receipts.get(&row.index);
            match row.outcome {
                Outcome::Accepted => {
                    assert!(received >= 1, "never received: {row:?}");
                    assert!(received == 1 || row.may_be_received, "twice: {row:?}");
                    assert_eq!(row.xaction_id.as_ref(), receipt, "{row:?}");
                }
                Outcome::Refused => assert!(received == 0 || row.may_be_received, "{row:?}"),
                Outcome::Waiting => assert!(received == 0 || row.may_be_received, "{row:?}"),
                Outcome::Unknown => assert!(row.may_be_received),
                Outcome::InFlight => panic!("still under way: {row:?}"),
            }
        }
        let counts = ledger.counts();
        let [waiting, _, accepted, refused, unknown] = found;
        assert_eq!((counts.accepted, counts.refused), (accepted, refused));
        assert_eq!(
            (counts.waiting, counts.unknown),
            (waiting + unknown, unknown)
        );
        self.check_stored(&rows);
    }

    /// What is settled comes back from the store as it was.
    fn check_stored(&self, rows: &[flow_console::ingest::RowView]) {
        let replayed = self.replayed();
        let again = replayed.rows(&RowFilter::default(), 0, self.total as usize);
        for (row, stored) in rows.iter().zip(again) {
            if !row.outcome.is_settled() {
                continue;
            }
            let said = |ledger: &Ledger, number: Option<u16>| ledger.reason(number?).cloned();
            assert_eq!(
                said(self.upload.ledger(), row.reason),
                said(&replayed, stored.reason)
            );
            let mut stored = stored;
            (stored.line, stored.reason) = (row.line, row.reason);
            assert_eq!(*row, stored);
        }
    }
}
