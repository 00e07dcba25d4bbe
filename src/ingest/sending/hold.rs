//! When everything waits for the inlet.

use super::jitter::Jitter;
use super::step::Waiting;

/// After so many answers that say “later”, without any other between them, the reader is asked.
const MOST_BUSY: u32 = 5;

/// The state of the way to the inlet.
///
/// Requests under way at the same time usually fail together. So failures are counted by rounds: one round ends with
/// the first failure, and only requests that were sent after it can end the next.
pub(super) struct Hold {
    /// Until when the inlet asked for, and the status with which it did.
    asked: (u64, u16),
    /// Until when the next attempt has time, and why.
    own: (u64, Waiting),
    /// The round that requests belong to that are sent now.
    pub(super) round: u32,
    /// Rounds that failed in a row, by whatever.
    failures: u32,
    /// Rounds that failed in a row, by “later”.
    busy: u32,
    /// Whether one request is to find out how things are, before others follow.
    pub(super) is_probing: bool,
    /// Whether the last failure was that nobody answered.
    pub(super) is_silent: bool,
}

impl Hold {
    pub(super) fn new() -> Self {
        Self {
            asked: (0, 0),
            own: (0, Waiting::Answers),
            round: 0,
            failures: 0,
            busy: 0,
            is_probing: false,
            is_silent: false,
        }
    }

    /// Until when nothing is to be sent, and why.
    pub(super) fn wait(&self, now: u64) -> Option<(u64, Waiting)> {
        let (asked, status) = self.asked;
        let (own, why) = &self.own;
        if asked.max(*own) <= now {
            return None;
        }
        Some(match asked >= *own {
            true => (asked, Waiting::RetryAfter { status }),
            false => (*own, why.clone()),
        })
    }

    /// “Later”, said to a request of a round. Gives back whether it was said too often.
    pub(super) fn busy(
        &mut self,
        round: u32,
        status: u16,
        retry_at: Option<u64>,
        jitter: &mut Jitter,
        now: u64,
    ) -> bool {
        let is_new = self.fail(round, false);
        if is_new {
            self.busy += 1;
        }
        let has_given_up = self.busy >= MOST_BUSY;
        match retry_at {
            Some(at) => self.asked = self.asked.max((at, status)),
            None if is_new && !has_given_up => {
                let attempt = self.failures + 1;
                let until = now.saturating_add(jitter.wait(self.failures));
                self.own = (until, Waiting::BackOff { attempt });
            }
            None => {}
        }
        has_given_up && is_new
    }

    /// No answer to a request of a round.
    pub(super) fn silent(&mut self, round: u32, jitter: &mut Jitter, now: u64) {
        if self.fail(round, true) {
            let until = now.saturating_add(jitter.wait(self.failures));
            self.own = (until, Waiting::NoNetwork);
        }
    }

    /// An answer that has to do with the records: the way is free.
    pub(super) fn answered(&mut self, round: u32) {
        self.failures = 0;
        self.busy = 0;
        if round == self.round {
            self.is_probing = false;
        }
    }

    /// The reader wants it to go on. What the inlet asked for still holds.
    pub(super) fn resume(&mut self) {
        self.failures = 0;
        self.busy = 0;
        self.own.0 = 0;
    }

    /// Whether it is the first failure of the round.
    fn fail(&mut self, round: u32, is_silent: bool) -> bool {
        if round != self.round {
            return false;
        }
        self.round = self.round.wrapping_add(1);
        self.failures = self.failures.saturating_add(1);
        self.is_probing = true;
        self.is_silent = is_silent;
        true
    }
}
