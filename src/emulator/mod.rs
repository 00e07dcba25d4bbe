//! Flow Service and its inlets, pretended: a request and a time in, an answer out.
//!
//! The rules are those of Adobe's reference, tutorials and error tables. The same code answers inside the page
//! (demo mode) and behind a socket (`src/bin/emulator`), so that nothing can be true in one and false in the other.
//!
//! Must never know: what a form or a screen is, how a request travelled, what time it is, anything random.
//! Time comes with each call, identifiers from a seed. Uses `schema`, `model`, `api` and `secret`.
//! Entered by the console's backend and the native host, through [`Emulator`], and [`specifications`] for what is the
//! same in every world.
//!
//! Failures can be asked for, by the words in `sentinel.rs` or by [`Faults`]; `control.rs` says what can be
//! switched over HTTP.

mod base_connections;
mod catalog;
mod connection_specs;
mod connection_updates;
mod continuation;
mod control;
mod creation;
mod faults;
mod flow_specs;
mod flows;
mod gateway;
mod inlets;
mod judge;
mod lifecycle;
mod messages;
mod misdirected;
mod query;
mod random;
mod reasons;
mod received;
mod refusal;
mod runs;
mod secrets;
mod seed;
mod sentinel;
mod service;
mod snapshot;
mod source_connections;
mod store;
mod target_connections;
mod xdm;

use crate::api::{COLLECTION, HttpRequest, HttpResponse, Target};
use faults::Strike;
use inlets::Intake;
use random::Random;
use store::Store;

pub use connection_specs::specifications;
pub use faults::{FaultPlace, Faults};
pub use lifecycle::Pace;
pub use seed::{DEMO_API_KEY, DEMO_ORGANISATION, DEMO_SANDBOX};
pub use snapshot::Snapshot;

/// Where the emulator's own switches are, apart from every path of Adobe's.
const CONTROL: &str = "/emulator/";

/// How an emulator is set up.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What the URLs of inlets begin with, such as `http://127.0.0.1:4010`.
    pub origin: String,
    /// Decides every identifier: two emulators with the same seed and the same requests give the same answers.
    pub seed: u64,
    /// How fast states move.
    pub pace: Pace,
    /// True to begin with a few connections and a dataflow in the demo organisation; false for an empty world.
    pub demo_world: bool,
}

/// What becomes of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// How long the host waits before it lets the outcome out, in milliseconds.
    pub delay_ms: u32,
    /// The answer, or none.
    pub outcome: Outcome,
}

/// How a call ends.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// With a response, good or bad.
    Answer(HttpResponse),
    /// Without one: the host cuts the connection, as a failing network does.
    Dropped,
}

/// The service, with everything that was made in it.
#[derive(Clone, Debug)]
pub struct Emulator {
    settings: Settings,
    pace: Pace,
    faults: Faults,
    store: Store,
    /// What inlets remember beside the world.
    intake: Intake,
    /// Decides which requests a fault hits that does not hit all.
    chance: Random,
    /// How far the emulator's time is ahead of the host's, in milliseconds.
    ahead_ms: u64,
    /// Counts requests, for their identifiers.
    requests: u64,
}

impl Emulator {
    /// A new world. If the settings ask for the demo world, it is made at the first request, which brings the time.
    pub fn new(settings: Settings) -> Self {
        let store = Store::new(settings.seed);
        Self::with_store(settings, store, 0)
    }

    fn with_store(settings: Settings, store: Store, ahead_ms: u64) -> Self {
        Self {
            pace: settings.pace,
            faults: Faults::default(),
            store,
            intake: Intake::default(),
            chance: Random::of_text(settings.seed, "faults"),
            ahead_ms,
            requests: 0,
            settings,
        }
    }

    /// Answers a request. `now` is the time in milliseconds since 1970.
    ///
    /// The request's URL may be absolute, whatever its host, or begin at the root. `OPTIONS` is the native host's
    /// matter: no [`crate::api::Method`] stands for it.
    pub fn handle(&mut self, request: &HttpRequest, now: u64) -> Reply {
        let now = now.saturating_add(self.ahead_ms);
        self.begin(now);
        let target = Target::read(&request.url);
        if let Some(path) = target.path.strip_prefix(CONTROL) {
            return Reply {
                delay_ms: 0,
                outcome: Outcome::Answer(control::answer(self, path, request, now)),
            };
        }
        self.requests += 1;
        let mut strike = self.strike(&target);
        let judged = match strike.refusal.take() {
            Some(refusal) => Err(refusal),
            None => service::answer(self, request, &target, &strike, now),
        };
        let (name, id) = self.request_id();
        let (wait_ms, response) = match judged {
            Ok((wait_ms, response)) => (wait_ms, Some(response).filter(|_| !strike.drops_answer)),
            Err(refusal) => {
                let retry_after = self.faults.retry_after_seconds;
                (0, refusal.write(&id, retry_after))
            }
        };
        let outcome = match response {
            Some(mut response) => {
                response.headers.push((name, id));
                Outcome::Answer(response)
            }
            None => Outcome::Dropped,
        };
        Reply {
            delay_ms: strike.delay_ms.saturating_add(wait_ms),
            outcome,
        }
    }

    /// A number that grows with every change that a snapshot would show, so that a host knows when a new one is due.
    pub fn changed(&self) -> u64 {
        self.store.changed
    }

    /// The faults that are switched on.
    pub fn faults(&self) -> Faults {
        self.faults
    }

    /// Switches faults, all at once.
    pub fn set_faults(&mut self, faults: Faults) {
        self.faults = faults;
    }

    /// How fast states move at present.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Changes how fast the states of what is made from now on move.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// Begins again: the world of the settings, no faults, and the host's time. [`Emulator::changed`] still grows.
    pub fn reset(&mut self) {
        let changed = self.store.changed + 1;
        *self = Self::new(self.settings.clone());
        self.store.changed = changed;
    }

    /// Makes the demo world in a store that nobody used yet.
    fn begin(&mut self, now: u64) {
        if !std::mem::replace(&mut self.store.begun, true) && self.settings.demo_world {
            seed::fill(self, now);
        }
    }

    fn strike(&mut self, target: &Target) -> Strike {
        let inlet = target
            .path
            .starts_with(COLLECTION)
            .then(|| inlets::asks_for_token(&self.store, &target.path));
        self.faults.strike(&mut self.chance, inlet)
    }

    fn request_id(&self) -> (String, String) {
        let text = self.requests.to_string();
        request_id(&mut Random::of_text(self.settings.seed, &text))
    }
}

/// The header that Adobe's support asks for.
fn request_id(random: &mut Random) -> (String, String) {
    ("x-request-id".to_owned(), format!("{:016x}", random.next()))
}
