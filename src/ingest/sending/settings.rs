//! How an upload is to go.

/// Which of an inlet's two endpoints takes the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `/collection/{id}`: one record a request.
    Single,
    /// `/collection/batch/{id}`: many records a request, each with a result of its own.
    Batch,
}

/// What becomes of records whose request got no answer. They may have been received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// They are sent again, by and by: nothing is missing, some may be there twice.
    Resend,
    /// They are left as unknown until the reader decides: nothing is there twice, some may be missing.
    Hold,
}

/// How an upload is to go. All of it may change on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which endpoint.
    pub mode: Mode,
    /// The most records in a request of [`Mode::Batch`]; fewer go when they would be too large together.
    pub batch_size: u32,
    /// The most requests that are under way at once.
    pub concurrency: u32,
    /// The most records a second; `None` for as many as the inlet takes.
    pub records_per_second: Option<u32>,
    /// Whether the inlet is to validate before it answers. Only single records can be validated so, at most 60 a
    /// minute; in [`Mode::Batch`] it has no effect.
    pub sync_validation: bool,
    /// What becomes of records that may have been received.
    pub unanswered: Unanswered,
}

impl Settings {
    pub(super) fn is_batch(&self) -> bool {
        self.mode == Mode::Batch
    }

    /// The most records in a request.
    pub(super) fn parcel_size(&self) -> usize {
        match self.mode {
            Mode::Single => 1,
            Mode::Batch => self.batch_size.max(1) as usize,
        }
    }

    pub(super) fn lanes(&self) -> usize {
        self.concurrency.max(1) as usize
    }

    /// How many records are kept in hand at the least: twice as many as are under way at once.
    pub(super) fn ahead(&self) -> usize {
        let parcels = self.lanes().saturating_mul(2);
        parcels.saturating_mul(self.parcel_size())
    }

    pub(super) fn is_validating(&self) -> bool {
        self.sync_validation && !self.is_batch()
    }
}
