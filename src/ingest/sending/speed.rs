//! How fast records are settled, and how long answers take.

use super::progress::Progress;

/// Whole seconds that speed is measured over, with the one that has just begun.
const SECONDS: usize = 10;

/// Before that many milliseconds have passed, there is no telling a speed from the first answers.
const EARLIEST_MS: u64 = 100;

/// Up to this latency each millisecond is counted alone; then each octave has 32 steps.
const EXACT: u32 = 64;
const STEPS: u32 = 32;

#[derive(Clone, Copy, Default)]
struct Slot {
    second: u64,
    records: u32,
    bytes: u64,
}

/// What was settled in the last seconds, and how often there was which latency.
pub(super) struct Speed {
    slots: [Slot; SECONDS],
    began: Option<u64>,
    latencies: Vec<u32>,
    requests: u64,
    bytes: u64,
}

impl Speed {
    pub(super) fn new() -> Self {
        Self {
            slots: [Slot::default(); SECONDS],
            began: None,
            latencies: Vec::new(),
            requests: 0,
            bytes: 0,
        }
    }

    /// Notes that something is sent: from the first time on there is a speed.
    pub(super) fn begin(&mut self, now: u64) {
        self.began.get_or_insert(now);
    }

    /// How many records are settled in a quarter of a second, at the speed of this second or the one before.
    pub(super) fn in_a_moment(&self, now: u64) -> usize {
        let second = now / 1000;
        let recent = |slot: &&Slot| slot.second == second || slot.second + 1 == second;
        let records = self.slots.iter().filter(recent).map(|slot| slot.records);
        let records = u64::from(records.max().unwrap_or(0));
        // In the first second there is no whole one to go by.
        let passed = now.saturating_sub(self.began.unwrap_or(now));
        let window = passed.clamp(EARLIEST_MS, 1000);
        usize::try_from(records * 250 / window).unwrap_or(usize::MAX)
    }

    /// Notes an answer, and how many records it settled.
    pub(super) fn note(&mut self, records: u32, bytes: usize, latency_ms: u32, now: u64) {
        let second = now / 1000;
        let place = (second % SECONDS as u64) as usize;
        if let Some(slot) = self.slots.get_mut(place) {
            if slot.second != second {
                *slot = Slot {
                    second,
                    ..Slot::default()
                };
            }
            slot.records = slot.records.saturating_add(records);
            slot.bytes += bytes as u64;
        }
        self.requests += 1;
        self.bytes += bytes as u64;
        let step = step_of(latency_ms);
        if self.latencies.len() <= step {
            self.latencies.resize(step + 1, 0);
        }
        if let Some(count) = self.latencies.get_mut(step) {
            *count += 1;
        }
    }

    /// Fills in speed and latencies.
    pub(super) fn fill(&self, progress: &mut Progress, now: u64) {
        progress.requests = self.requests;
        progress.bytes = self.bytes;
        progress.latency_p50_ms = self.latency(50);
        progress.latency_p95_ms = self.latency(95);
        progress.latency_p99_ms = self.latency(99);
        let Some(began) = self.began else {
            return;
        };
        let second = now / 1000;
        let (mut records, mut bytes) = (0_u64, 0_u64);
        for slot in &self.slots {
            if slot.second <= second && second - slot.second < SECONDS as u64 {
                records += u64::from(slot.records);
                bytes += slot.bytes;
            }
        }
        let window = (SECONDS as u64 - 1) * 1000 + now % 1000;
        let window = window.min(now.saturating_sub(began)).max(1);
        let speed = records.saturating_mul(1000) / window;
        progress.records_per_second = u32::try_from(speed).unwrap_or(u32::MAX);
        progress.bytes_per_second = bytes.saturating_mul(1000) / window;
        let left = u64::from(progress.counts.waiting);
        progress.time_left_ms = (records > 0).then(|| left.saturating_mul(window) / records);
    }

    /// The latency that so many of a hundred requests did not exceed.
    fn latency(&self, hundredths: u64) -> Option<u32> {
        let sought = (self.requests * hundredths).div_ceil(100);
        let mut seen = 0;
        for (step, count) in self.latencies.iter().enumerate() {
            seen += u64::from(*count);
            if seen >= sought && seen > 0 {
                return Some(latency_of(step));
            }
        }
        None
    }
}

fn step_of(latency_ms: u32) -> usize {
    if latency_ms < EXACT {
        return latency_ms as usize;
    }
    // From 64 on the first octave has 32 steps of two milliseconds, and so on.
    let octave = latency_ms.ilog2() - EXACT.ilog2();
    let within = (latency_ms >> (octave + 1)) - STEPS;
    (EXACT + octave * STEPS + within) as usize
}

/// The longest latency of a step.
fn latency_of(step: usize) -> u32 {
    let step = step as u32;
    if step < EXACT {
        return step;
    }
    let octave = (step - EXACT) / STEPS;
    let within = (step - EXACT) % STEPS;
    let next = u64::from(STEPS + within + 1) << (octave + 1);
    u32::try_from(next - 1).unwrap_or(u32::MAX)
}
