//! When what changes hundreds of times a second is drawn anew: seldom enough that drawing does not hold up what changes
//! it, such as an upload.

use std::cell::Cell;
use std::rc::Rc;

use super::browser;
use super::reactive::*;

/// How often it is drawn at most, in milliseconds.
const EVERY_MS: u64 = 400;

/// Whether there is anything new to be drawn, and when.
pub(super) struct Drawing {
    /// Counts the changes that are to be seen.
    tick: RwSignal<u32>,
    drawn_at: Cell<u64>,
    is_stale: Cell<bool>,
    is_due: Cell<bool>,
}

impl Drawing {
    pub fn new(tick: RwSignal<u32>) -> Rc<Self> {
        Rc::new(Self {
            tick,
            drawn_at: Cell::new(0),
            is_stale: Cell::new(false),
            is_due: Cell::new(false),
        })
    }

    /// Draws.
    pub fn draw(&self) {
        self.is_stale.set(false);
        self.drawn_at.set(browser::now());
        self.tick.update(|tick| *tick = tick.wrapping_add(1));
    }

    /// There is something new to see.
    pub fn note_change(&self) {
        self.is_stale.set(true);
    }

    /// Draws what is new, where drawing holds up nothing.
    pub fn draw_now(&self) {
        if self.is_stale.get() {
            self.draw();
        }
    }

    /// Draws what is new: at once, or soon when something was drawn just now.
    pub fn draw_soon(self: &Rc<Self>) {
        if !self.is_stale.get() {
            return;
        }
        let left = (self.drawn_at.get() + EVERY_MS).saturating_sub(browser::now());
        if left == 0 {
            self.draw();
        } else if !self.is_due.replace(true) {
            let drawing = Rc::clone(self);
            browser::spawn(async move {
                browser::sleep(u32::try_from(left).unwrap_or_default()).await;
                drawing.is_due.set(false);
                drawing.draw_soon();
            });
        }
    }
}
