//! The last answers with the records they are about, for whoever wants to look closer.

use std::collections::VecDeque;

use crate::api::{Failure, HttpResponse};

/// How many answers are remembered, and up to how many bytes of them together.
const EXCHANGES: usize = 500;
const EXCHANGE_BYTES: usize = 4_000_000;

/// An answer, or none, and what was asked.
pub(in crate::console) struct Exchange {
    /// Which records were in it: first and last of each unbroken row.
    pub rows: Vec<(u32, u32)>,
    pub answer: Result<HttpResponse, Failure>,
}

impl Exchange {
    fn weight(&self) -> usize {
        let body = self.answer.as_ref().map_or(0, |answer| answer.body.len());
        body + self.rows.len() * size_of::<(u32, u32)>()
    }

    /// Which of its records a record is, from 0.
    pub fn place_of(&self, index: u32) -> Option<usize> {
        let mut before = 0;
        for (first, last) in &self.rows {
            if (*first..=*last).contains(&index) {
                return usize::try_from(before + (index - first)).ok();
            }
            before += last - first + 1;
        }
        None
    }
}

/// The newest last.
#[derive(Default)]
pub(super) struct Exchanges {
    list: VecDeque<Exchange>,
    bytes: usize,
}

impl Exchanges {
    /// Remembers one more; the oldest go first.
    pub fn add(&mut self, exchange: Exchange) {
        self.bytes += exchange.weight();
        self.list.push_back(exchange);
        while self.list.len() > EXCHANGES || (self.bytes > EXCHANGE_BYTES && self.list.len() > 1) {
            let oldest = self.list.pop_front();
            self.bytes -= oldest.map_or(0, |oldest| oldest.weight());
        }
    }

    /// The last one with a record in it.
    pub fn with_record(&self, index: u32) -> Option<&Exchange> {
        let has = |exchange: &&Exchange| exchange.place_of(index).is_some();
        self.list.iter().rev().find(has)
    }

    /// The last one.
    pub fn last(&self) -> Option<&Exchange> {
        self.list.back()
    }
}
