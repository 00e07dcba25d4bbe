//! An inlet that fails on request, and remembers every record that it received.

use std::collections::BTreeMap;

use flow_console::ingest::{Answer, Parcel};

use super::chance::Chance;

/// What can go wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 503 with `Retry-After`, in seconds.
    Unavailable(u64),
    /// 429 without.
    Throttled,
    /// 502: a gateway found nobody.
    BadGateway,
    /// 504, after the records were taken.
    GatewayGaveUp,
    /// 500.
    Failed,
    /// No answer, nothing taken.
    Dropped,
    /// No answer, all taken.
    AnswerDropped,
    /// 207 with fewer elements than records; all taken.
    Short,
    /// 207 with fewer elements than records, which tell their places; all taken.
    ShortWithPlaces,
    /// 200 with a body that is no receipt; all taken.
    Garbled,
    /// 401.
    TokenExpired,
    /// 404.
    Gone,
    /// 413, nothing taken.
    TooLarge,
    /// 400 for the whole request, nothing taken.
    Malformed,
    /// 207 in which every third record is told to come later.
    SomeLater,
    /// 207 in which every third record meets a failure.
    SomeFailed,
}

impl Fault {
    pub const ALL: [Self; 17] = [
        Self::Unavailable(3),
        Self::Unavailable(30),
        Self::Throttled,
        Self::BadGateway,
        Self::GatewayGaveUp,
        Self::Failed,
        Self::Dropped,
        Self::AnswerDropped,
        Self::Short,
        Self::ShortWithPlaces,
        Self::Garbled,
        Self::TokenExpired,
        Self::Gone,
        Self::TooLarge,
        Self::Malformed,
        Self::SomeLater,
        Self::SomeFailed,
    ];

    /// Whether the answer asks everything to wait.
    pub fn is_hold(self) -> bool {
        matches!(
            self,
            Self::Unavailable(_)
                | Self::Throttled
                | Self::BadGateway
                | Self::GatewayGaveUp
                | Self::Dropped
                | Self::AnswerDropped
        )
    }
}

/// A plan of what goes wrong.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// One of these happens …
    pub faults: Vec<Fault>,
    /// … to so many requests of a hundred.
    pub share: u32,
    /// Every so many records one is refused for good; 0 for none.
    pub refuse_every: u32,
    /// Answers take up to this, in milliseconds.
    pub slowest: u64,
}

pub struct Service {
    pub plan: Plan,
    pub chance: Chance,
    /// How often each record was received.
    pub received: Vec<u32>,
    /// The last trace id of each record.
    pub receipts: BTreeMap<u32, String>,
    pub requests: u32,
    /// How often what happened.
    pub faults: Vec<Fault>,
}

pub fn sequence(text: &str) -> Vec<u32> {
    let pieces = text.split("\"seq\":").skip(1);
    let digits = |piece: &str| {
        piece
            .split(|it: char| !it.is_ascii_digit())
            .next()
            .unwrap()
            .parse()
    };
    pieces.map(|piece| digits(piece).unwrap()).collect()
}

impl Service {
    pub fn new(plan: Plan, total: u32, seed: u64) -> Self {
        Self {
            plan,
            chance: Chance(seed),
            received: vec![0; total as usize],
            receipts: BTreeMap::new(),
            requests: 0,
            faults: Vec::new(),
        }
    }

    /// Takes a request; gives back what it answers, and after how many milliseconds.
    pub fn take(&mut self, parcel: &Parcel, now: u64) -> (Answer, u64, Option<Fault>) {
        self.requests += 1;
        let records = sequence(&parcel.body);
        assert_eq!(records.len(), parcel.records as usize);
        let latency = 1 + self.chance.below(self.plan.slowest.max(1));
        let mut fault = None;
        if !self.plan.faults.is_empty() && self.chance.percent(self.plan.share) {
            let place = self.chance.below(self.plan.faults.len() as u64);
            fault = Some(self.plan.faults[place as usize]);
        }
        self.faults.extend(fault);
        let answer = match fault {
            None => self.accept(&records, parcel, now, 0, ""),
            Some(Fault::Unavailable(seconds)) => reply(503, Some(seconds), ""),
            Some(Fault::Throttled) => reply(429, None, "{\"title\":\"Too many requests\"}"),
            Some(Fault::BadGateway) => reply(502, None, "<html>Bad gateway</html>"),
            Some(Fault::GatewayGaveUp) => {
                self.accept(&records, parcel, now, 0, "");
                reply(504, None, "")
            }
            Some(Fault::Failed) => reply(500, None, "{\"title\":\"Server error\"}"),
            Some(Fault::Dropped) => Answer::NoReply,
            Some(Fault::AnswerDropped) => {
                self.accept(&records, parcel, now, 0, "");
                Answer::NoReply
            }
            Some(Fault::Garbled) => {
                self.accept(&records, parcel, now, 0, "");
                reply(200, None, "<html>Welcome</html>")
            }
            Some(Fault::TokenExpired) => {
                let body = "{\"title\":\"Authorization\",\"status\":\"401\"}";
                reply(401, None, body)
            }
            Some(Fault::Gone) => reply(404, None, ""),
            Some(Fault::TooLarge) if records.len() > 1 => reply(413, None, ""),
            Some(Fault::Malformed) if records.len() > 1 => reply(400, None, "{\"message\":\"no\"}"),
            Some(Fault::Short) if records.len() > 1 => {
                let Answer::Reply { .. } = self.accept(&records, parcel, now, 0, "") else {
                    unreachable!()
                };
                reply(207, None, "{\"responses\":[{\"xactionId\":\"1:2:3\"}]}")
            }
            Some(Fault::ShortWithPlaces) if parcel.is_batch => self.short(&records, now),
            Some(Fault::SomeLater) if parcel.is_batch => self.accept(
                &records,
                parcel,
                now,
                3,
                "\"statusCode\":429,\"message\":\"later\"",
            ),
            Some(Fault::SomeFailed) if parcel.is_batch => self.accept(
                &records,
                parcel,
                now,
                3,
                "\"status\":500,\"message\":\"oh\"",
            ),
            Some(_) => self.accept(&records, parcel, now, 0, ""),
        };
        (answer, latency, fault)
    }

    fn is_refused(&self, record: u32) -> bool {
        self.plan.refuse_every > 0 && record.is_multiple_of(self.plan.refuse_every)
    }

    /// Takes the records, but those that are refused, and every so many that meet something else.
    fn accept(
        &mut self,
        records: &[u32],
        parcel: &Parcel,
        now: u64,
        every: usize,
        else_: &str,
    ) -> Answer {
        let mut elements = Vec::new();
        for (place, record) in records.iter().enumerate() {
            if self.is_refused(*record) {
                let code = ["statusCode", "status"][place % 2];
                elements.push(format!(
                    "{{\"{code}\":400,\"message\":\"Message has unknown xdm format\"}}"
                ));
            } else if every > 0 && place % every == 0 {
                elements.push(format!("{{{else_}}}"));
            } else {
                let receipt = match parcel.is_batch {
                    true => format!("{now}:17:{}:{place}", self.requests),
                    false => format!("{now}:17:{}", self.requests),
                };
                self.received[*record as usize] += 1;
                elements.push(format!("{{\"xactionId\":\"{receipt}\"}}"));
                self.receipts.insert(*record, receipt);
            }
        }
        if parcel.is_batch {
            let elements = elements.join(",");
            return reply(207, None, &format!("{{\"responses\":[{elements}]}}"));
        }
        let status = if self.is_refused(records[0]) {
            400
        } else {
            200
        };
        reply(status, None, &elements[0])
    }

    /// Takes all, and answers with every second element only.
    fn short(&mut self, records: &[u32], now: u64) -> Answer {
        let mut elements = Vec::new();
        for (place, record) in records.iter().enumerate() {
            let receipt = format!("{now}:17:{}:{place}", self.requests);
            self.received[*record as usize] += 1;
            if place % 2 == 1 {
                elements.push(format!("{{\"xactionId\":\"{receipt}\"}}"));
            }
            self.receipts.insert(*record, receipt);
        }
        let elements = elements.join(",");
        reply(207, None, &format!("{{\"responses\":[{elements}]}}"))
    }
}

pub fn reply(status: u16, retry_after: Option<u64>, body: &str) -> Answer {
    Answer::Reply {
        status,
        retry_after,
        body: body.to_owned(),
    }
}
