//! The demo: the emulator in this page, whose world the browser keeps. A release has it in a part of its own, which
//! is fetched when the first call needs a world.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use super::browser;
use super::demo_store;
use super::environment::DEMO_ORIGIN;
use crate::api::{COLLECTION, Failure, HttpRequest, HttpResponse, Target};
use crate::emulator::{Emulator, Faults, Outcome, Pace, Settings};

/// Something that comes later.
pub(super) type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// What answers the calls of the demo. A trait, so that nothing else reaches the emulator's code.
pub(super) trait Demo {
    /// The answer to a request.
    fn answer(&self, request: &HttpRequest) -> Later<Result<HttpResponse, Failure>>;

    /// Switches faults, all at once.
    fn set_faults(&self, faults: Faults);

    /// Puts the demo back to how it is at first.
    fn reset(&self) -> Later<()>;
}

/// Opens the demo as it was left, if the browser kept it.
pub(super) fn open() -> Later<Rc<dyn Demo>> {
    Box::pin(async {
        let emulator = match demo_store::recall().await {
            Some(snapshot) => Emulator::restore(settings(), snapshot),
            None => Emulator::new(settings()),
        };
        let world = World {
            emulator: Rc::new(RefCell::new(emulator)),
            keeps: Rc::default(),
        };
        Rc::new(world) as Rc<dyn Demo>
    })
}

fn settings() -> Settings {
    Settings {
        origin: DEMO_ORIGIN.to_owned(),
        seed: browser::now(),
        pace: Pace::Immediate,
        demo_world: true,
    }
}

/// How long after a record was taken the world is kept, in milliseconds.
const KEPT_AFTER_MS: u32 = 300;

#[derive(Clone)]
struct World {
    emulator: Rc<RefCell<Emulator>>,
    /// True while the world is about to be kept.
    keeps: Rc<Cell<bool>>,
}

impl Demo for World {
    fn answer(&self, request: &HttpRequest) -> Later<Result<HttpResponse, Failure>> {
        let Ok(mut emulator) = self.emulator.try_borrow_mut() else {
            return Box::pin(async { Err(Failure::Unreachable) });
        };
        let before = emulator.changed();
        let reply = emulator.handle(request, browser::now());
        let has_changed = emulator.changed() != before;
        let at_inlet = Target::read(&request.url).path.starts_with(COLLECTION);
        let world = self.clone();
        Box::pin(async move {
            if has_changed && at_inlet {
                world.keep_soon();
            } else if has_changed {
                world.keep().await;
            }
            browser::sleep(reply.delay_ms).await;
            match reply.outcome {
                Outcome::Answer(response) => Ok(response),
                Outcome::Dropped => Err(Failure::Unreachable),
            }
        })
    }

    fn set_faults(&self, faults: Faults) {
        if let Ok(mut emulator) = self.emulator.try_borrow_mut() {
            emulator.set_faults(faults);
        }
    }

    fn reset(&self) -> Later<()> {
        if let Ok(mut emulator) = self.emulator.try_borrow_mut() {
            *emulator = Emulator::new(settings());
        }
        Box::pin(demo_store::forget())
    }
}

impl World {
    async fn keep(&self) {
        let snapshot = self.emulator.try_borrow().ok();
        if let Some(snapshot) = snapshot.map(|emulator| emulator.snapshot()) {
            demo_store::keep(&snapshot).await;
        }
    }

    /// An inlet may take a thousand requests a second: the world is kept once for all that come close together.
    fn keep_soon(&self) {
        if self.keeps.replace(true) {
            return;
        }
        let world = self.clone();
        browser::spawn(async move {
            browser::sleep(KEPT_AFTER_MS).await;
            world.keeps.set(false);
            world.keep().await;
        });
    }
}
