//! One upload under way: asks the machine what to do next and does it, until it says that it is done.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::bell::Bell;
use super::exchange::{Exchange, Exchanges};
use super::feed::Feed;
use super::lock::Lock;
use super::plan::Plan;
use super::request::{beginning, operation};
use super::standing::Standing;
use super::store::Shelf;
use crate::api::{Failure, HttpResponse};
use crate::console::browser;
use crate::console::drawing::Drawing;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::ingest::{Answer, Parcel, Progress, Settings, Step, Upload, Waiting};
use crate::words::finding_text;

/// After how many milliseconds what became of records is written down. What is not, counts as possibly received when
/// the page is closed, so nothing depends on it but how exact that is.
const KEPT_AFTER_MS: u32 = 200;

/// An upload of this tab.
pub(in crate::console) struct Job {
    pub(super) console: Console,
    plan: RefCell<Plan>,
    upload: RefCell<Upload>,
    pub(super) feed: Rc<Feed>,
    /// Its place in the browser's store, which no other tab uses meanwhile.
    shelf: Option<(Shelf, Lock)>,
    standing: RefCell<Standing>,
    exchanges: RefCell<Exchanges>,
    /// Of the feed and of everything else that it waits for.
    bell: Rc<Bell>,
    is_kept: Cell<bool>,
    is_running: Cell<bool>,
    is_discarded: Cell<bool>,
    is_keeping: Cell<bool>,
    unkept: RefCell<String>,
    pages_kept: Cell<u32>,
    drawing: Rc<Drawing>,
}

impl Job {
    pub(super) fn new(
        console: Console,
        plan: Plan,
        upload: Upload,
        feed: Rc<Feed>,
        shelf: Option<(Shelf, Lock)>,
        tick: RwSignal<u32>,
    ) -> Self {
        Self {
            console,
            plan: RefCell::new(plan),
            upload: RefCell::new(upload),
            bell: feed.bell(),
            feed,
            is_kept: Cell::new(shelf.is_some()),
            shelf,
            standing: RefCell::new(Standing::LeftOff),
            exchanges: RefCell::default(),
            is_running: Cell::new(false),
            is_discarded: Cell::new(false),
            is_keeping: Cell::new(false),
            unkept: RefCell::default(),
            pages_kept: Cell::new(0),
            drawing: Drawing::new(tick),
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

    /// Whether nothing of it has arrived, and nothing will before the reader puts something right: then the next try
    /// takes its place.
    pub fn may_be_replaced(&self) -> bool {
        let is_stuck = matches!(
            &*self.standing.borrow(),
            Standing::Waiting {
                why: Waiting::TokenNeeded { .. }
                    | Waiting::Forbidden { .. }
                    | Waiting::Misdirected { .. }
                    | Waiting::SyncValidationUnsupported
                    | Waiting::ServiceDown { .. },
                ..
            }
        );
        let counts = self.look(|upload| upload.ledger().counts());
        is_stuck && counts.accepted == 0 && counts.possibly_received == 0
    }

    /// Whether the browser keeps what still waits.
    pub fn is_kept(&self) -> bool {
        self.is_kept.get()
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
        exchanges.with_record(index).map(look)
    }

    /// The last answer.
    pub fn last_answer(&self) -> Option<Result<HttpResponse, Failure>> {
        let exchanges = self.exchanges.try_borrow().ok()?;
        Some(exchanges.last()?.answer.clone())
    }

    /// The text of a record, read from the source once more.
    pub async fn record(&self, index: u32) -> Option<String> {
        self.feed.record(index).await
    }

    /// Changes how the machine goes on.
    pub fn steer(self: &Rc<Self>, act: impl FnOnce(&mut Upload, u64)) {
        if let Ok(mut upload) = self.upload.try_borrow_mut() {
            act(&mut upload, browser::now());
        }
        self.start();
        self.bell.ring();
    }

    /// Changes how it is to go, also for whoever takes it up after this page. What stands still stays so.
    pub fn change_settings(self: &Rc<Self>, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.plan.borrow().settings();
        change(&mut settings);
        self.plan.borrow_mut().note_settings(&settings);
        self.change(|upload| upload.change(settings, browser::now()));
        self.bell.ring();
        if self.shelf.is_some() {
            let job = Rc::clone(self);
            browser::spawn(async move { job.keep_plan().await });
        }
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
            job.note();
            job.keep().await;
            // What is over leaves nothing to go on with; its outcomes stay as long as the page.
            if job.look(|upload| upload.ledger().counts().waiting == 0) {
                job.discard().await;
            }
            job.drawing.draw();
        });
    }

    /// Ends it, and forgets what the browser keeps of it.
    pub async fn discard(&self) {
        self.is_discarded.set(true);
        self.change(Upload::stop);
        self.bell.ring();
        if let Some((shelf, _)) = &self.shelf {
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
            Step::Secure { up_to } => {
                let job = Rc::clone(self);
                browser::spawn(async move { job.secure(up_to).await });
            }
            Step::Send(parcel) => {
                self.stand(Standing::Sending);
                let job = Rc::clone(self);
                browser::spawn(async move { job.send(parcel).await });
            }
            Step::Wait { until, why } => {
                match why {
                    Waiting::Answers | Waiting::Pace | Waiting::Store => {
                        self.stand(Standing::Sending);
                        // Now that all that can go is under way.
                        self.drawing.draw_soon();
                    }
                    why => {
                        self.stand(Standing::Waiting { until, why });
                        // Nothing goes that drawing could hold up, and what is shown may be looked at for long.
                        self.drawing.draw_now();
                    }
                }
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
        let Some(records) = self.feed.take(from, at_most) else {
            // An answer may come before they do, and let go what was read already.
            self.bell.wait(None).await;
            return;
        };
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
        self.plan.borrow_mut().sent_before = up_to;
        self.keep_plan().await;
        self.change(|upload| upload.allow(up_to));
        self.bell.ring();
    }

    async fn keep_plan(&self) {
        if let Some((shelf, _)) = &self.shelf
            && !self.is_discarded.get()
            && !shelf.keep_plan(&self.plan()).await
        {
            self.is_kept.set(false);
            self.drawing.draw();
        }
    }

    async fn send(self: Rc<Self>, mut parcel: Parcel) {
        let number = parcel.number;
        let shown = {
            let plan = self.plan.borrow();
            let environment = self.console.environment.read_untracked();
            operation(&plan, &environment, &parcel, beginning(&parcel.body))
        };
        let body = std::mem::take(&mut parcel.body);
        let answer = self.console.post(&shown, body).await;
        let told = match &answer {
            Ok(response) => Answer::Reply {
                status: response.status,
                retry_after: response.retry_after_from(browser::now()),
                body: response.body.clone(),
            },
            // The browser would not send it, now or later: something is wrong with the address or a header.
            Err(Failure::Unsendable { part }) => Answer::Reply {
                status: 0,
                retry_after: None,
                body: part.clone(),
            },
            Err(_) => Answer::NoReply,
        };
        let exchange = Exchange {
            rows: parcel.rows,
            answer,
        };
        if let Ok(mut exchanges) = self.exchanges.try_borrow_mut() {
            exchanges.add(exchange);
        }
        self.change(|upload| upload.answered(number, told, browser::now()));
        self.note();
        self.drawing.note_change();
        self.bell.ring();
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
        // A little later, whether or not more answers come until then.
        if !self.is_keeping.replace(true) {
            let job = Rc::clone(self);
            browser::spawn(async move {
                browser::sleep(KEPT_AFTER_MS).await;
                job.is_keeping.set(false);
                job.keep().await;
            });
        }
    }

    async fn keep(&self) {
        if self.is_discarded.get() {
            return;
        }
        let unkept = self.unkept.take();
        if let (Some((shelf, _)), false) = (&self.shelf, unkept.is_empty()) {
            let page = self.pages_kept.get();
            self.pages_kept.set(page + 1);
            shelf.add(page, &unkept).await;
        }
    }

    fn stand(&self, standing: Standing) {
        if *self.standing.borrow() != standing {
            *self.standing.borrow_mut() = standing;
            self.drawing.draw();
        }
    }
}
