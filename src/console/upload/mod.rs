//! Records on their way: reads what was given, drives the machine of `ingest` with the browser's clock, network and
//! store, and keeps what is under way across screens and reloads.
//!
//! Must never know: how any of it looks. Entered by the pages.

mod account;
mod bell;
mod bytes;
mod exchange;
mod feed;
mod intake;
mod job;
mod lock;
mod plan;
mod plan_parts;
mod request;
mod source;
mod standing;
mod store;

use std::rc::Rc;

use super::browser;
use super::reactive::*;
use super::state::Console;
use crate::ingest::{Ledger, Settings, Settlement, Unanswered, Upload};
use lock::Lock;
use store::Shelf;

pub(super) use intake::{Chosen, Finding, Intake, MOST_MADE, ReadAs, Ready};
pub(super) use job::Job;
pub(super) use plan::Plan;
pub(super) use source::{Source, Treatment};
pub(super) use standing::Standing;

/// The uploads of this tab, and those that the browser keeps. Copies share them.
#[derive(Clone, Copy)]
pub(super) struct Uploads {
    current: RwSignal<Option<Rc<Job>>>,
    /// Counts what is to be seen of the current one.
    tick: RwSignal<u32>,
    left: RwSignal<Vec<Plan>>,
    /// Whether the window is listened to already.
    listens: StoredValue<bool>,
}

/// Whether an upload could be begun, and what is to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// The browser keeps it.
    Kept,
    /// The browser keeps nothing at all.
    Denied,
    /// The browser has no room for it.
    NoRoom,
}

/// Whether an upload of an earlier page could be taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// It stands there.
    Opened,
    /// Another tab has it.
    Elsewhere,
    /// It is not there any more, or of another version of the console.
    Gone,
}

impl Uploads {
    pub fn new() -> Self {
        Self {
            current: RwSignal::new(None),
            tick: RwSignal::new(0),
            left: RwSignal::new(Vec::new()),
            listens: StoredValue::new(false),
        }
    }

    /// Makes an upload that of this tab. Not before there is one does the window need to be listened to: what does
    /// it is in the file of this part of the console, not in the first.
    fn set_current(self, job: Rc<Job>) {
        self.current.set(Some(job));
        let was_listening = self
            .listens
            .try_update_value(|listens| std::mem::replace(listens, true));
        if was_listening != Some(false) {
            return;
        }
        // The browser knows before the next attempt would.
        browser::listen("online", move || {
            if let Some(job) = self.current.get_untracked() {
                job.back_online();
            }
        });
    }

    /// The upload of this tab; tracked, and again whenever there is something new to see of it.
    pub fn watch(self) -> Option<Rc<Job>> {
        self.tick.track();
        self.current.get()
    }

    /// The upload of this tab; tracked only as far as it is this one.
    pub fn current(self) -> Option<Rc<Job>> {
        self.current.get()
    }

    /// The upload of this tab; not tracked.
    pub fn current_untracked(self) -> Option<Rc<Job>> {
        self.current.get_untracked()
    }

    /// Uploads of earlier pages that are not over; tracked.
    pub fn left(self) -> Rc<Vec<Plan>> {
        self.left.read()
    }

    /// Looks for uploads of earlier pages.
    pub async fn look_for_left(self) {
        let current = self.current.get_untracked().map(|job| job.plan().id);
        let mut kept = store::kept().await;
        kept.retain(|plan| Some(&plan.id) != current.as_ref());
        self.left.set(kept);
    }

    /// Whether the browser could keep the records of a source, before anything is sent.
    pub async fn foresee(self, source: &Source) -> Keeping {
        let size = match source {
            Source::File { file, .. } => file.size(),
            Source::Template { .. } => 0.0,
        };
        match store::room().await {
            None => Keeping::Denied,
            Some(room) if room < size => Keeping::NoRoom,
            Some(_) => Keeping::Kept,
        }
    }

    /// Begins. What the browser had of the upload before is forgotten.
    pub async fn begin(self, console: Console, mut plan: Plan, ready: &Ready) -> Keeping {
        self.close().await;
        let feed = feed::Feed::new(
            ready.source.clone(),
            ready.treatment.clone(),
            ready.survey.checkpoints.clone(),
        );
        // Beside the browser's keeping it.
        feed.read_ahead();
        let mut upload = Upload::new(plan.settings(), plan.total, seed());
        plan.sent_before = upload.sending_first();
        let nothing = intake::blob("");
        let file = match &ready.source {
            Source::File { file, .. } => Some(file.clone()),
            Source::Template { .. } => nothing,
        };
        let lock = Lock::take(&plan.id);
        let shelf = match &file {
            Some(file) => Shelf::lay_out(&plan, file).await,
            None => None,
        };
        let keeping = match &shelf {
            Some(_) => Keeping::Kept,
            None if store::room().await.is_some() => Keeping::NoRoom,
            None => Keeping::Denied,
        };
        let lock = lock.await;
        if shelf.is_some() {
            upload.allow(plan.sent_before);
        }
        let job = Rc::new(Job::new(
            console,
            plan,
            upload,
            feed,
            shelf.zip(lock),
            self.tick,
        ));
        // The first requests leave before anything of it is drawn.
        job.start();
        self.set_current(job);
        keeping
    }

    /// Takes up an upload of an earlier page. It stands still until somebody lets it go on.
    pub async fn open(self, console: Console, id: &str) -> Opening {
        let Some(lock) = Lock::take(id).await else {
            return Opening::Elsewhere;
        };
        let Some((shelf, kept)) = Shelf::find(id).await else {
            return Opening::Gone;
        };
        let pages = u32::try_from(kept.settlements.len()).unwrap_or(u32::MAX);
        let plan = kept.plan;
        let settlements = kept.settlements.iter().flat_map(|page| page.lines());
        let mut settlements = settlements.filter_map(Settlement::read);
        let ledger = Ledger::replay(plan.total, &mut settlements, plan.sent_before);
        // What may have been received is sent again when somebody says so; how it goes on later is the plan's.
        let held = Settings {
            unanswered: Unanswered::Hold,
            ..plan.settings()
        };
        let mut upload = Upload::restored(held, ledger, seed());
        upload.change(plan.settings(), browser::now());
        let Some((source, treatment)) = plan.source(kept.source) else {
            return Opening::Gone;
        };
        self.close().await;
        let feed = feed::Feed::new(source, treatment, Vec::new());
        let keeping = Some((shelf, lock));
        let job = Job::new(console, plan, upload, feed, keeping, self.tick);
        self.set_current(Rc::new(job.with_pages_kept(pages)));
        self.left.update(|left| left.retain(|plan| plan.id != id));
        Opening::Opened
    }

    /// Forgets an upload of an earlier page; false when another tab has it.
    pub async fn discard(self, id: &str) -> bool {
        let Some(_lock) = Lock::take(id).await else {
            return false;
        };
        if let Some((shelf, _)) = Shelf::find(id).await {
            shelf.clear().await;
        }
        self.left.update(|left| left.retain(|plan| plan.id != id));
        true
    }

    /// Puts the upload of this tab away. One that is over, or never began to arrive, is forgotten; any other one is
    /// left off.
    pub async fn close(self) {
        let Some(job) = self.current.get_untracked() else {
            return;
        };
        self.current.set(None);
        let is_over = job.look(|upload| upload.ledger().counts().waiting == 0);
        if is_over || job.may_be_replaced() {
            job.discard().await;
        } else {
            self.look_for_left().await;
        }
    }
}

/// Where the machine's own chances come from: how long it backs off. Nothing depends on them being good.
fn seed() -> u64 {
    browser::now()
}
