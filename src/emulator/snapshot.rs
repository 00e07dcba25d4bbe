//! The world as a value, to be kept and brought back.

use serde::{Deserialize, Serialize};

use super::store::Store;
use super::{Emulator, Settings};

/// The form of the snapshot. A snapshot of another form is not understood and gives a new world.
const VERSION: u32 = 1;

/// Everything that was made in an emulator, without secrets, for they were never stored, and without the records
/// that inlets received. Faults and pace are not part of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    version: u32,
    ahead_ms: u64,
    store: Store,
}

impl Emulator {
    /// The world as it is.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            version: VERSION,
            ahead_ms: self.ahead_ms,
            store: self.store.clone(),
        }
    }

    /// The world of a snapshot, or a new one when the snapshot is of another version.
    pub fn restore(settings: Settings, snapshot: Snapshot) -> Self {
        if snapshot.version != VERSION {
            return Self::new(settings);
        }
        Self::with_store(settings, snapshot.store, snapshot.ahead_ms)
    }
}
