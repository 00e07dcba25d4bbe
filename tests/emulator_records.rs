//! Many records into the emulator: what is counted, how faults are shared out, and that it is fast enough.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

use std::time::{Duration, Instant};

use flow_console::api::{
    Call, Filter, HttpRequest, HttpResponse, ListQuery, Method, PostMessage, PostMessageBatch,
    Session, encode,
};
use flow_console::emulator::{
    DEMO_API_KEY, DEMO_ORGANISATION, DEMO_SANDBOX, Emulator, FaultPlace, Faults, Outcome, Pace,
    Settings, Snapshot,
};
use flow_console::model::{BatchReceipt, FlowRun, RunStatus};
use flow_console::secret::{Secret, Secrets};
use serde_json::{Value, json};

const NOW: u64 = 1_760_000_000_000;
const HOUR: u64 = 3_600_000;

fn settings() -> Settings {
    Settings {
        origin: "https://demo.invalid".to_owned(),
        seed: 7,
        pace: Pace::Immediate,
        demo_world: true,
    }
}

fn session() -> Session {
    Session {
        flow_service_url: "https://demo.invalid/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("token"),
        api_key: DEMO_API_KEY.to_owned(),
        org_id: DEMO_ORGANISATION.to_owned(),
        sandbox: DEMO_SANDBOX.to_owned(),
    }
}

/// The demo world, with its inlet and the dataflow behind it.
struct World {
    emulator: Emulator,
    now: u64,
    inlet_url: String,
    inlet_id: String,
    flow_id: String,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            emulator: Emulator::new(settings()),
            now: NOW,
            inlet_url: String::new(),
            inlet_id: String::new(),
            flow_id: String::new(),
        };
        let connections = world.ask(&Call::list_base_connections(ListQuery::default()));
        let mut inlets = connections.items.iter().filter_map(|it| it.content.inlet());
        let inlet = inlets.next_back().unwrap();
        let flows = world.ask(&Call::list_flows(ListQuery::default()));
        world.flow_id = flows.items[0].id.to_string();
        world.inlet_id = inlet.id.to_string();
        world.inlet_url = inlet.url;
        world
    }

    fn send<Answer>(&mut self, call: &Call<Answer>) -> Option<HttpResponse> {
        let request = encode(&call.operation, &session(), Secrets::Revealed);
        self.exchange(&request)
    }

    fn exchange(&mut self, request: &HttpRequest) -> Option<HttpResponse> {
        match self.emulator.handle(request, self.now).outcome {
            Outcome::Answer(response) => Some(response),
            Outcome::Dropped => None,
        }
    }

    fn ask<Answer>(&mut self, call: &Call<Answer>) -> Answer {
        let response = self.send(call).expect("an answer");
        call.read(&response).expect("a good answer")
    }

    fn batch(&self, records: impl Iterator<Item = Value>) -> Call<BatchReceipt> {
        let records: Vec<String> = records.map(|record| record.to_string()).collect();
        Call::post_message_batch(PostMessageBatch {
            inlet_url: self.inlet_url.clone(),
            flow_id: Some(self.flow_id.as_str().into()),
            body: format!("{{\"messages\":[{}]}}", records.join(",")),
            ..PostMessageBatch::default()
        })
    }

    fn control(&mut self, method: Method, path: &str, body: &Value) -> Value {
        let request = HttpRequest {
            method,
            url: format!("/emulator/{path}"),
            headers: Vec::new(),
            body: Some(body.to_string()),
        };
        let response = self.exchange(&request).unwrap();
        assert_eq!(response.status, 200, "{}", response.body);
        serde_json::from_str(&response.body).unwrap()
    }

    fn runs(&mut self) -> Vec<FlowRun> {
        let call = Call::list_runs(ListQuery {
            filters: vec![Filter::equal("flowId", &self.flow_id)],
            order_by: Some("createdAt".to_owned()),
            ..ListQuery::default()
        });
        let page = self.ask(&call);
        assert_eq!(page.unreadable, 0);
        page.items.into_iter().map(|run| run.content).collect()
    }
}

/// A record must not cost more because others came before it. Medians, since this machine may have more to do; the
/// limit on all of it is some twenty times what it takes where there is nothing else to do.
fn check_times(took: Vec<Duration>) {
    let all: Duration = took.iter().sum();
    assert!(all.as_secs() < 60, "100,000 records took {all:?}");
    let median = |part: &[Duration]| {
        let mut part = part.to_vec();
        part.sort_unstable();
        part[part.len() / 2]
    };
    let (early, late) = took.split_at(took.len() / 2);
    let (early, late) = (median(early), median(late));
    assert!(
        late < early * 5,
        "{early:?} a batch at first, {late:?} later"
    );
}

#[test]
fn a_hundred_thousand_records_are_counted_one_by_one() {
    let mut world = World::new();
    let before = world.runs().last().unwrap().records;
    world.control(Method::Put, "received", &json!({ "key": "/seq" }));
    world.control(Method::Put, "faults", &json!({ "refuseEvery": 10 }));
    let batches: Vec<_> = (0..200_u32)
        .map(|batch| {
            let records = (0..500).map(|place| {
                json!({ "seq": batch * 500 + place, "customer": { "email": "ada@example.com" }, "total": 15.8 })
            });
            world.batch(records)
        })
        .collect();
    let mut took = Vec::new();
    let mut accepted = 0;
    for call in &batches {
        let begun = Instant::now();
        let receipt = world.ask(call);
        took.push(begun.elapsed());
        assert_eq!(receipt.results.len(), 500);
        accepted += receipt.results.iter().filter(|it| it.is_accepted()).count();
        world.now += 10;
    }
    assert_eq!(accepted, 90_000);
    check_times(took);

    // One batch arrives twice, and of the second time every tenth is refused as well.
    world.ask(&batches[0]);
    let path = format!("received?inlet={}", world.inlet_id);
    let told = world.control(Method::Get, &path, &Value::Null);
    assert_eq!(told["count"], 90_450);
    assert_eq!(told["distinct"], 90_000);
    assert_eq!(told["duplicateValues"], 450);
    assert_eq!(told["duplicates"][0], json!({ "value": 0, "count": 2 }));
    assert_eq!(told["ranges"][0], json!([0, 8]));
    assert_eq!(told["ranges"].as_array().unwrap().len(), 10_000);

    let run = world.runs().pop().unwrap();
    let more = |now: Option<u64>, before: Option<u64>| now.unwrap() - before.unwrap();
    assert_eq!(more(run.records.input, before.input), 100_500);
    assert_eq!(more(run.records.failed, before.failed), 10_050);
    assert_eq!(more(run.records.output, before.output), 90_450);
    assert!(run.errors.len() <= 6, "{:?}", run.errors);

    // What is kept of all this is small.
    let kept = world.emulator.snapshot().to_json().to_string();
    assert!(kept.len() < 20_000, "{} bytes are kept", kept.len());
}

#[test]
fn runs_outlive_a_reload_and_the_world_is_not_kept_for_each_record() {
    let mut world = World::new();
    let before = world.emulator.changed();
    for place in 0..50 {
        let call = world.batch([json!({ "order": place })].into_iter());
        world.ask(&call);
    }
    assert!(world.emulator.changed() <= before + 1);
    let runs = world.runs();
    let kept = world.emulator.snapshot().to_json().to_string();
    let snapshot = Snapshot::read(&serde_json::from_str(&kept).unwrap()).unwrap();
    world.emulator = Emulator::restore(settings(), snapshot);
    assert_eq!(world.runs(), runs);
    let input = runs.last().unwrap().records.input;
    assert_eq!(input, Some(417 + 50));
}

#[test]
fn the_demo_world_has_runs_to_look_at() {
    let mut world = World::new();
    let runs = world.runs();
    let seen: Vec<(RunStatus, bool)> = runs
        .iter()
        .map(|run| (run.status.clone(), run.has_failed_records()))
        .collect();
    let expected = [
        (RunStatus::Success, false),
        (RunStatus::Success, true),
        (RunStatus::InProgress, false),
    ];
    assert_eq!(seen, expected);
    assert_eq!(runs[0].duration(), Some(HOUR + 60_000));
    assert_eq!(runs[2].duration(), None);
    let codes: Vec<&str> = runs[1].errors.iter().map(|it| it.code.as_str()).collect();
    let expected = [
        "MAPPER-3700-400",
        "INGEST-1555-400",
        "INGEST-1212-400",
        "CONNECTOR-2001-500",
    ];
    assert_eq!(codes, expected);
    assert_eq!(runs[1].batch_ids[0].len(), 26);
}

/// Sends records one by one and counts the statuses; 0 stands for no answer.
fn statuses(faults: Faults, count: usize) -> Vec<(u16, usize)> {
    let mut world = World::new();
    world.emulator.set_faults(faults);
    let mut seen: Vec<(u16, usize)> = Vec::new();
    for place in 0..count {
        let call = Call::post_message(PostMessage {
            inlet_url: world.inlet_url.clone(),
            flow_id: Some(world.flow_id.as_str().into()),
            message: json!({ "order": place }).to_string(),
            ..PostMessage::default()
        });
        let status = world.send(&call).map_or(0, |response| response.status);
        match seen.iter_mut().find(|(known, _)| *known == status) {
            Some((_, count)) => *count += 1,
            None => seen.push((status, 1)),
        }
    }
    seen.sort_unstable();
    seen
}

#[track_caller]
fn check_share(faults: Faults, status: u16, share: std::ops::Range<usize>) {
    let seen = statuses(faults, 2_000);
    let found = seen.iter().find(|(known, _)| *known == status);
    let count = found.map_or(0, |(_, count)| *count);
    assert!(share.contains(&count), "{status}: {seen:?}");
    assert_eq!(
        statuses(faults, 2_000),
        seen,
        "the same seed, the same faults"
    );
}

type Switch = fn(&mut Faults);

#[test]
fn a_share_of_the_requests_is_hit() {
    let tenth = Faults {
        share: 10,
        ..Faults::default()
    };
    let cases: [(u16, Switch); 5] = [
        (429, |faults| faults.throttled = true),
        (429, |faults| faults.throttled_without_retry_after = true),
        (503, |faults| faults.unavailable = true),
        (500, |faults| faults.server_error = true),
        (0, |faults| faults.dropped_answer = true),
    ];
    for (status, switch) in cases {
        let mut faults = tenth;
        switch(&mut faults);
        check_share(faults, status, 150..250);
    }
    let all = Faults {
        throttled: true,
        ..Faults::default()
    };
    check_share(all, 429, 2_000..2_001);
    let elsewhere = Faults {
        place: FaultPlace::Service,
        ..all
    };
    check_share(elsewhere, 200, 2_000..2_001);
}

#[test]
fn faults_are_mixed() {
    let mixed = Faults {
        dropped: true,
        unavailable: true,
        server_error: true,
        throttled: true,
        share: 20,
        ..Faults::default()
    };
    let seen: Vec<u16> = statuses(mixed, 1_000)
        .into_iter()
        .map(|(status, _)| status)
        .collect();
    assert_eq!(seen, [0, 200, 429, 500, 503]);
}

#[test]
fn sixty_records_a_minute_are_validated() {
    let mut world = World::new();
    let call = Call::post_message(PostMessage {
        inlet_url: world.inlet_url.clone(),
        flow_id: Some(world.flow_id.as_str().into()),
        sync_validation: true,
        message: "{}".to_owned(),
        ..PostMessage::default()
    });
    for place in 0..60 {
        assert_eq!(world.send(&call).unwrap().status, 200, "number {place}");
        world.now += 500;
    }
    // The first was 30 seconds ago.
    let refused = world.send(&call).unwrap();
    assert_eq!(
        (refused.status, refused.header("Retry-After")),
        (429, Some("30"))
    );
    world.now += 29_999;
    assert_eq!(world.send(&call).unwrap().status, 429);
    world.now += 1;
    assert_eq!(world.send(&call).unwrap().status, 200);
    assert_eq!(world.send(&call).unwrap().status, 429);
}
