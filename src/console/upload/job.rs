//! One upload under way: asks the machine what to do next and does it, until it says that it is done.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::bell::Bell;
use super::feed::Feed;
use super::plan::Plan;
use super::store::Shelf;
use crate::api::{Failure, HttpResponse, Operation, PostMessage, PostMessageBatch};
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::ingest::{
    Answer, End, Outcome, Parcel, Progress, RowFilter, RowView, Step, Upload, Waiting,
};
use crate::model::FlowId;
use crate::words::{Language, finding_text, outcome_reason_text};

/// How often what is shown of a running upload is drawn anew, in milliseconds.
const DRAWN_EVERY_MS: u64 = 150;

/// After how many milliseconds what became of records is written down. What is not, counts as possibly received when
/// the page is closed, so nothing depends on it but how exact that is.
const KEPT_EVERY_MS: u64 = 250;

/// How many requests are remembered with their answers, and up to how many bytes of them together.
const EXCHANGES: usize = 500;
const EXCHANGE_BYTES: usize = 4_000_000;

/// How much of a request's body the log of all requests shows, in bytes.
const SHOWN_BYTES: usize = 16_384;

/// How many rows of the table of outcomes are written at once.
const ROWS_A_PIECE: usize = 10_000;

/// A request with its answer.
pub(in crate::console) struct Exchange {
    /// Which records were in it: first and last of each unbroken row.
    pub rows: Vec<(u32, u32)>,
    pub body: String,
    pub answer: Result<HttpResponse, Failure>,
}

impl Exchange {
    /// Which of its records a record is, from 0.
    pub fn place_of(&self, index: u32) -> Option<usize> {
        let mut before = 0;
        for (first, last) in &self.rows {
            if (*first..=*last).contains(&index) {
                return usize::try_from(before + (index - first)).ok();
            }
            before += last - first + 1;
        }
        None
    }
}

/// What stands still, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::console) enum Standing {
    /// Requests go out, or their answers are awaited.
    Sending,
    /// Nothing goes out for now.
    Waiting { until: Option<u64>, why: Waiting },
    /// It is over.
    Done(End),
    /// It was left off with its page, and nobody has decided yet whether it goes on.
    LeftOff,
}

/// An upload of this tab.
pub(in crate::console) struct Job {
    console: Console,
    plan: RefCell<Plan>,
    upload: RefCell<Upload>,
    feed: Rc<Feed>,
    shelf: Option<Shelf>,
    standing: RefCell<Standing>,
    exchanges: RefCell<VecDeque<Exchange>>,
    bell: Bell,
    is_running: Cell<bool>,
    drawn_at: Cell<u64>,
    kept_at: Cell<u64>,
    unkept: RefCell<String>,
    pages_kept: Cell<u32>,
    /// Counts the changes that are to be seen.
    tick: RwSignal<u32>,
}

impl Job {
    pub(super) fn new(
        console: Console,
        plan: Plan,
        upload: Upload,
        feed: Rc<Feed>,
        shelf: Option<Shelf>,
        tick: RwSignal<u32>,
    ) -> Self {
        Self {
            console,
            plan: RefCell::new(plan),
            upload: RefCell::new(upload),
            feed,
            shelf,
            standing: RefCell::new(Standing::LeftOff),
            exchanges: RefCell::default(),
            bell: Bell::default(),
            is_running: Cell::new(false),
            drawn_at: Cell::new(0),
            kept_at: Cell::new(0),
            unkept: RefCell::default(),
            pages_kept: Cell::new(0),
            tick,
        }
    }

    /// Goes on counting where the notes that the browser has of it end.
    pub(super) fn with_pages_kept(self, pages: u32) -> Self {
        self.pages_kept.set(pages);
        self
    }

    /// What is sent where.
    pub fn plan(&self) -> Plan {
        self.plan.borrow().clone()
    }

    /// Looks at the machine.
    pub fn look<T: Default>(&self, look: impl FnOnce(&Upload) -> T) -> T {
        let upload = self.upload.try_borrow();
        upload.map(|upload| look(&upload)).unwrap_or_default()
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        self.standing.borrow().clone()
    }

    /// How far it is.
    pub fn progress(&self) -> Option<Progress> {
        self.look(|upload| Some(upload.progress(browser::now())))
    }

    /// Whether closing the page would interrupt it.
    pub fn is_under_way(&self) -> bool {
        self.is_running.get()
    }

    /// Whether the browser keeps what still waits.
    pub fn is_kept(&self) -> bool {
        self.shelf.is_some()
    }

    /// Whether the source could not be read to its end.
    pub fn is_interrupted(&self) -> bool {
        self.feed.is_interrupted()
    }

    /// Whether the console is in another environment than the upload was begun in; tracked.
    pub fn is_elsewhere(&self) -> bool {
        self.console.environment.read().place() != self.plan.borrow().environment
    }

    /// The last request with a record in it, if it is remembered.
    pub fn exchange<T>(&self, index: u32, look: impl FnOnce(&Exchange) -> T) -> Option<T> {
        let exchanges = self.exchanges.try_borrow().ok()?;
        let has = |exchange: &&Exchange| {
            let mut rows = exchange.rows.iter();
            rows.any(|(first, last)| (*first..=*last).contains(&index))
        };
        exchanges.iter().rev().find(has).map(look)
    }

    /// The last answer.
    pub fn last_answer(&self) -> Option<Result<HttpResponse, Failure>> {
        let exchanges = self.exchanges.try_borrow().ok()?;
        Some(exchanges.back()?.answer.clone())
    }

    /// The text of a record, read from the source once more.
    pub async fn record(&self, index: u32) -> Option<String> {
        self.feed.record(index).await
    }

    /// The refused records in pieces, each of them whole lines.
    pub async fn refused(&self) -> Vec<String> {
        self.lines_of(Outcome::Refused, usize::MAX).await
    }

    /// The refused records, one a line, up to about so many bytes.
    pub async fn refused_text(&self, most: usize) -> String {
        self.lines_of(Outcome::Refused, most).await.concat()
    }

    async fn lines_of(&self, outcome: Outcome, most: usize) -> Vec<String> {
        let mut reading = self.feed.again();
        let mut pieces = Vec::new();
        let mut length = 0;
        while let Some(records) = self.feed.next_piece(&mut reading).await {
            let mut piece = String::new();
            for record in records {
                let is_wanted =
                    self.look(|upload| upload.ledger().outcome(record.index) == outcome);
                if is_wanted && length < most {
                    length += record.text.len() + 1;
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

    /// The request that would send a record alone.
    pub fn single(&self, record: &str) -> Operation {
        let environment = self.console.environment.get_untracked();
        let plan = self.plan();
        let parcel = Parcel {
            number: 0,
            is_batch: false,
            is_validated: plan.sync_validation,
            body: String::new(),
            rows: Vec::new(),
            records: 1,
            attempt: 1,
        };
        operation(&plan, &environment, &parcel, record.to_owned())
    }

    /// Changes how the machine goes on.
    pub fn steer(self: &Rc<Self>, act: impl FnOnce(&mut Upload, u64)) {
        if let Ok(mut upload) = self.upload.try_borrow_mut() {
            act(&mut upload, browser::now());
        }
        self.start();
        self.bell.ring();
    }

    /// The network is back: what waits for it need not wait longer.
    pub fn back_online(self: &Rc<Self>) {
        let waits = matches!(
            &*self.standing.borrow(),
            Standing::Waiting {
                why: Waiting::NoNetwork,
                ..
            }
        );
        if waits {
            self.steer(|upload, _| upload.resume());
        }
    }

    /// Goes on, unless it does already.
    pub fn start(self: &Rc<Self>) {
        if self.is_running.replace(true) {
            return;
        }
        let job = Rc::clone(self);
        browser::spawn(async move {
            if job.shelf.is_none() {
                job.change(|upload| upload.allow(u32::MAX));
            }
            while job.step().await {}
            job.is_running.set(false);
            job.keep().await;
            job.draw();
        });
    }

    /// Forgets what the browser keeps of it.
    pub async fn discard(&self) {
        if let Some(shelf) = &self.shelf {
            shelf.clear().await;
        }
    }

    fn change<T>(&self, act: impl FnOnce(&mut Upload) -> T) -> Option<T> {
        let mut upload = self.upload.try_borrow_mut().ok()?;
        Some(act(&mut upload))
    }

    /// Does the next thing; false when it was the last.
    async fn step(self: &Rc<Self>) -> bool {
        // Whoever changes the environment does not want the rest of the records there.
        if untrack(|| self.is_elsewhere()) {
            self.change(Upload::pause);
        }
        let Some(step) = self.change(|upload| upload.next(browser::now())) else {
            return false;
        };
        match step {
            Step::Read { from, at_most } => self.read(from, at_most).await,
            Step::Secure { up_to } => self.secure(up_to).await,
            Step::Send(parcel) => {
                self.stand(Standing::Sending);
                let job = Rc::clone(self);
                browser::spawn(async move { job.send(parcel).await });
            }
            Step::Wait { until, why } => {
                let standing = match why {
                    Waiting::Answers | Waiting::Pace => Standing::Sending,
                    why => Standing::Waiting { until, why },
                };
                self.stand(standing);
                let wait = until.map(|until| until.saturating_sub(browser::now()));
                let wait = wait.map(|wait| u32::try_from(wait).unwrap_or(u32::MAX));
                self.bell.wait(wait).await;
            }
            Step::Done(end) => {
                self.stand(Standing::Done(end));
                return false;
            }
        }
        true
    }

    async fn read(&self, from: u32, at_most: u32) {
        let records = self.feed.take(from, at_most).await;
        self.change(|upload| {
            if records.is_empty() {
                upload.source_ended();
            }
            for record in records {
                match record {
                    Ok(record) => upload.give(vec![record]),
                    Err((record, finding)) => {
                        let language = self.console.language.get_untracked();
                        upload.refuse(&record, &finding_text(&finding, language));
                    }
                }
            }
        });
    }

    /// Notes how far records may have been sent before they are: after a reload it is known which never were.
    async fn secure(&self, up_to: u32) {
        if let Some(shelf) = &self.shelf {
            let plan = {
                let mut plan = self.plan.borrow_mut();
                plan.sent_before = up_to;
                plan.clone()
            };
            shelf.keep_plan(&plan).await;
        }
        self.change(|upload| upload.allow(up_to));
    }

    async fn send(self: Rc<Self>, parcel: Parcel) {
        let plan = self.plan();
        let environment = self.console.environment.get_untracked();
        let number = parcel.number;
        let shown = operation(&plan, &environment, &parcel, beginning(&parcel.body));
        let sent = operation(&plan, &environment, &parcel, parcel.body.clone());
        let answer = self.console.post(&sent, &shown).await;
        let told = match &answer {
            Ok(response) => Answer::Reply {
                status: response.status,
                retry_after: response.retry_after(),
                body: response.body.clone(),
            },
            Err(_) => Answer::NoReply,
        };
        self.remember(Exchange {
            rows: parcel.rows,
            body: parcel.body,
            answer,
        });
        self.change(|upload| upload.answered(number, told, browser::now()));
        self.note();
        self.bell.ring();
        if browser::now() >= self.drawn_at.get() + DRAWN_EVERY_MS {
            self.draw();
        }
    }

    fn remember(&self, exchange: Exchange) {
        let Ok(mut exchanges) = self.exchanges.try_borrow_mut() else {
            return;
        };
        exchanges.push_back(exchange);
        let mut bytes: usize = exchanges.iter().map(|exchange| exchange.body.len()).sum();
        while exchanges.len() > EXCHANGES || (bytes > EXCHANGE_BYTES && exchanges.len() > 1) {
            bytes -= exchanges.pop_front().map_or(0, |oldest| oldest.body.len());
        }
    }

    /// Writes down what became of records, a quarter of a second's worth at a time.
    fn note(self: &Rc<Self>) {
        let settlements = self.change(Upload::take_settlements).unwrap_or_default();
        if self.shelf.is_none() {
            return;
        }
        let mut unkept = self.unkept.borrow_mut();
        for settlement in settlements {
            unkept.push_str(&settlement.to_text());
            unkept.push('\n');
        }
        drop(unkept);
        if browser::now() >= self.kept_at.get() + KEPT_EVERY_MS {
            self.kept_at.set(browser::now());
            let job = Rc::clone(self);
            browser::spawn(async move { job.keep().await });
        }
    }

    async fn keep(&self) {
        let unkept = self.unkept.take();
        if let (Some(shelf), false) = (&self.shelf, unkept.is_empty()) {
            let page = self.pages_kept.get();
            self.pages_kept.set(page + 1);
            shelf.add(page, &unkept).await;
        }
    }

    fn stand(&self, standing: Standing) {
        if *self.standing.borrow() != standing {
            *self.standing.borrow_mut() = standing;
            self.draw();
        }
    }

    fn draw(&self) {
        self.drawn_at.set(browser::now());
        self.tick.update(|tick| *tick = tick.wrapping_add(1));
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

/// The request for a parcel, with this for its body.
fn operation(
    plan: &Plan,
    environment: &crate::console::environment::Environment,
    parcel: &Parcel,
    body: String,
) -> Operation {
    let inlet_url = environment.inlet_url(&plan.inlet_url);
    let flow_id = (!plan.flow_id.is_empty()).then(|| FlowId::from(plan.flow_id.as_str()));
    let sandbox = plan
        .with_sandbox
        .then(|| environment.session.sandbox.clone());
    if parcel.is_batch {
        return Operation::PostMessageBatch(PostMessageBatch {
            inlet_url,
            flow_id,
            authenticated: plan.authenticated,
            sandbox,
            body,
        });
    }
    Operation::PostMessage(PostMessage {
        inlet_url,
        flow_id,
        authenticated: plan.authenticated,
        sandbox,
        sync_validation: parcel.is_validated,
        message: body,
    })
}

/// As much of a body as the log of requests shows.
fn beginning(body: &str) -> String {
    if body.len() <= SHOWN_BYTES {
        return body.to_owned();
    }
    let mut shown: String = body.chars().take(SHOWN_BYTES).collect();
    shown.push('…');
    shown
}
