//! How fast records may go.

use super::settings::Settings;

/// A second and a little between requests that are validated before they are answered: the inlet takes 60 a minute,
/// and counts them when they arrive.
const VALIDATED_EVERY_MS: u64 = 1_020;

/// Who wakes up late may catch up, but with no more than belongs to this time, in milliseconds.
const CATCH_UP_MS: i64 = 100;

/// A token bucket that may be overdrawn: a request goes when nothing is owed, whatever its size, and what it holds is
/// paid for afterwards. So the rate is exact over time for single records and for batches.
pub(super) struct Pace {
    /// In thousandths of a record; below zero it is owed.
    balance: i64,
    paid_at: Option<u64>,
    validated_at: Option<u64>,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self {
            balance: 0,
            paid_at: None,
            validated_at: None,
        }
    }

    /// Pays for the time that went by. To be called before the rate changes.
    pub(super) fn pay(&mut self, settings: &Settings, now: u64) {
        // At the beginning nothing is owed, and there is nothing to catch up with.
        let passed = now.saturating_sub(self.paid_at.unwrap_or(now));
        let passed = i64::try_from(passed).unwrap_or(i64::MAX);
        self.paid_at = self.paid_at.max(Some(now));
        let Some(rate) = settings.records_per_second else {
            self.balance = 0;
            return;
        };
        let rate = i64::from(rate.max(1));
        let most = rate * CATCH_UP_MS;
        let balance = self.balance.saturating_add(passed.saturating_mul(rate));
        self.balance = balance.min(most);
    }

    /// When the next request may go, if not now.
    pub(super) fn until(&self, settings: &Settings, now: u64) -> Option<u64> {
        let mut until = now;
        if let Some(rate) = settings.records_per_second
            && self.balance < 0
        {
            let rate = u64::from(rate.max(1));
            until = now.saturating_add(self.balance.unsigned_abs().div_ceil(rate));
        }
        if let Some(before) = self.validated_at
            && settings.is_validating()
        {
            until = until.max(before.saturating_add(VALIDATED_EVERY_MS));
        }
        (until > now).then_some(until)
    }

    /// Notes that a request goes.
    pub(super) fn spend(&mut self, settings: &Settings, records: usize, now: u64) {
        if settings.records_per_second.is_some() {
            let price = i64::try_from(records)
                .unwrap_or(i64::MAX)
                .saturating_mul(1000);
            self.balance = self.balance.saturating_sub(price);
        }
        if settings.is_validating() {
            self.validated_at = Some(now);
        }
    }
}
