//! The time, for what counts down on a screen.

use super::browser;
use super::reactive::*;

/// Milliseconds since 1970, looked up again after so many of them, for as long as the page lasts that shows it.
pub(super) fn clock(every_ms: u32) -> RwSignal<u64> {
    let now = RwSignal::new(browser::now());
    browser::spawn(async move {
        loop {
            browser::sleep(every_ms).await;
            // Ends when the page that shows it is gone.
            if !now.try_set(browser::now()) {
                return;
            }
        }
    });
    now
}
