//! How fast it goes.

use flow_console::ingest::{End, Mode, Settings, Step, Upload, Waiting};

use super::parcels::{NOW, sendable};
use super::service::{Plan, reply};
use super::settings;
use super::simulation::World;

fn paced(mode: Mode, batch_size: u32, rate: u32) -> Settings {
    Settings {
        records_per_second: Some(rate),
        ..settings(mode, batch_size, 50)
    }
}

/// In no stretch of time more went than the rate allows, and at the end the rate was reached.
fn check(settings: Settings, total: u32) {
    let rate = u64::from(settings.records_per_second.unwrap());
    let largest = match settings.mode {
        Mode::Single => 1,
        Mode::Batch => u64::from(settings.batch_size),
    };
    let plan = Plan {
        slowest: 30,
        ..Plan::default()
    };
    let mut world = World::new(settings.clone(), plan, total, 3);
    assert_eq!(world.run(), End::Finished);
    let sent = &world.sent;
    for (place, (from, _)) in sent.iter().enumerate().step_by(7) {
        let mut records = 0;
        for (at, count) in &sent[place..] {
            records += u64::from(*count);
            // A tenth of a second may be caught up with, and the last request may be a whole one.
            let most = (at - from + 100) * rate / 1000 + largest;
            assert!(
                records <= most,
                "{records} in {} ms of {settings:?}",
                at - from
            );
        }
    }
    let took = sent.last().unwrap().0 - sent[0].0;
    let expected = (u64::from(total) - largest) * 1000 / rate;
    assert!(
        took >= expected.saturating_sub(110),
        "{took} for {expected}"
    );
    assert!(took <= expected + 110, "{took} for {expected}");
}

#[test]
fn the_rate_is_kept() {
    check(paced(Mode::Single, 1, 1), 30);
    check(paced(Mode::Single, 1, 7), 100);
    check(paced(Mode::Single, 1, 300), 1000);
    check(paced(Mode::Batch, 20, 100), 1000);
    check(paced(Mode::Batch, 200, 50), 1000);
    check(paced(Mode::Batch, 1, 900), 900);
}

#[test]
fn validated_records_go_at_most_sixty_times_a_minute() {
    let mut settings = settings(Mode::Single, 1, 8);
    settings.sync_validation = true;
    let mut world = World::new(settings, Plan::default(), 200, 3);
    assert_eq!(world.run(), End::Finished);
    for (at, _) in &world.sent {
        let within = world
            .sent
            .iter()
            .filter(|(it, _)| it >= at && *it < at + 60_000);
        assert!(within.count() <= 60);
    }
    let took = world.sent.last().unwrap().0 - world.sent[0].0;
    assert!(took < 210_000, "{took}");
}

#[test]
fn another_rate_takes_effect_at_once() {
    let mut upload = Upload::new(paced(Mode::Batch, 100, 10), 1000, 1);
    let pace = |until| Step::Wait {
        until: Some(until),
        why: Waiting::Pace,
    };
    // A hundred records are owed ten seconds.
    assert_eq!(sendable(&mut upload, NOW).1, pace(NOW + 10_000));
    // After four of them sixty records are owed: at twenty a second, three more seconds.
    upload.change(paced(Mode::Batch, 100, 20), NOW + 4_000);
    assert_eq!(
        sendable(&mut upload, NOW + 4_000),
        (vec![], pace(NOW + 7_000))
    );
    let (parcels, _) = sendable(&mut upload, NOW + 7_000);
    assert_eq!(parcels.len(), 1);
    // Without a rate all lanes are used; with one again nothing is owed for that.
    upload.change(settings(Mode::Batch, 100, 4), NOW + 7_001);
    assert_eq!(sendable(&mut upload, NOW + 7_001).0.len(), 2);
}

#[test]
fn other_settings_take_effect_at_once() {
    let mut upload = Upload::new(settings(Mode::Batch, 10, 1), 100, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!((parcels.len(), parcels[0].records), (1, 10));
    upload.change(settings(Mode::Batch, 5, 3), NOW);
    let (more, _) = sendable(&mut upload, NOW);
    assert_eq!(more.iter().map(|it| it.records).collect::<Vec<_>>(), [5, 5]);
    // What comes back is cut anew as well.
    upload.answered(parcels[0].number, reply(429, None, ""), NOW);
    upload.change(settings(Mode::Single, 5, 4), NOW);
    let (again, _) = sendable(&mut upload, NOW + 1_001);
    assert_eq!(again.len(), 1, "one probe");
    assert_eq!(
        (again[0].rows.as_slice(), again[0].attempt),
        (&[(0, 0)][..], 2)
    );
}

#[test]
fn speed_and_latency_are_measured() {
    let mut upload = Upload::new(settings(Mode::Batch, 100, 1), 10_000, 1);
    assert_eq!(upload.progress(NOW).time_left_ms, None);
    let mut now = NOW;
    for turn in 0..50 {
        let (parcels, _) = sendable(&mut upload, now);
        // Nine of ten take a tenth of a second, one a whole.
        now += if turn % 10 == 9 { 1000 } else { 100 };
        let taken = vec![r#"{"xactionId":"1:2"}"#; 100].join(",");
        let body = format!(r#"{{"responses":[{taken}]}}"#);
        upload.answered(parcels[0].number, reply(207, None, &body), now);
    }
    let progress = upload.progress(now);
    assert_eq!((progress.counts.accepted, progress.requests), (5_000, 50));
    // 5,000 in 9.5 seconds.
    let speed = progress.records_per_second;
    assert!((510..=540).contains(&speed), "{speed}");
    let left = progress.time_left_ms.unwrap();
    assert!((9_000..=10_000).contains(&left), "{left}");
    let close = |found: Option<u32>, expected: u32| {
        let found = found.unwrap();
        assert!(
            found >= expected && found <= expected + expected / 30,
            "{found}"
        );
    };
    close(progress.latency_p50_ms, 100);
    close(progress.latency_p95_ms, 1000);
    close(progress.latency_p99_ms, 1000);
    // When nothing moves for long, there is no speed.
    let later = upload.progress(now + 60_000);
    assert_eq!((later.records_per_second, later.time_left_ms), (0, None));
    upload.pause();
    assert_eq!(upload.progress(now).time_left_ms, None);
}

#[test]
fn after_a_pause_nothing_is_caught_up_with() {
    let mut upload = Upload::new(paced(Mode::Single, 1, 10), 1000, 1);
    assert_eq!(sendable(&mut upload, NOW).0.len(), 1);
    upload.pause();
    upload.resume();
    // But what belongs to the last tenth of a second.
    let (parcels, _) = sendable(&mut upload, NOW + 60_000);
    assert_eq!(parcels.len(), 2);
}
