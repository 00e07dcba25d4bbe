//! Random schedules of everything that can go wrong.

use flow_console::ingest::{End, Mode, Unanswered};

use super::chance::Chance;
use super::service::{Fault, Plan};
use super::settings;
use super::simulation::World;

/// One schedule: settings, faults, reloads and the reader's doings are all drawn.
fn check(seed: u64) {
    let mut chance = Chance(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
    let total = chance.below(150) as u32;
    let mode = [Mode::Single, Mode::Batch][chance.below(2) as usize];
    let mut settings = settings(
        mode,
        1 + chance.below(30) as u32,
        1 + chance.below(6) as u32,
    );
    settings.unanswered = [Unanswered::Resend, Unanswered::Hold][chance.below(2) as usize];
    settings.records_per_second = chance.percent(30).then(|| 1 + chance.below(500) as u32);
    settings.sync_validation = chance.percent(10);
    let mut faults = Fault::ALL.to_vec();
    faults.retain(|_| chance.percent(40));
    let plan = Plan {
        faults,
        share: chance.below(60) as u32,
        refuse_every: chance.below(12) as u32,
        slowest: [1, 50, 5_000][chance.below(3) as usize],
    };
    let mut world = World::new(settings, plan, total, seed);
    world.reloads = [0, 0, 5, 50][chance.below(4) as usize];
    if chance.percent(10) {
        world.in_source = chance.below(u64::from(total) + 1) as u32;
    }
    world.reader_resends = chance.percent(70);
    let end = world.run();
    let counts = world.upload.ledger().counts();
    match end {
        End::Finished => assert_eq!(counts.waiting, 0),
        End::SourceShort => assert!(world.in_source < total && counts.waiting > 0),
        End::Stopped => assert!(!world.reader_resends && counts.unknown > 0),
    }
}

#[test]
fn thousands_of_random_schedules() {
    let from: u64 = std::env::var("SCHEDULE").map_or(0, |text| text.parse().unwrap());
    for seed in from..from + 3000 {
        let result = std::panic::catch_unwind(|| check(seed));
        if let Err(panic) = result {
            println!("schedule {seed}");
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn a_hundred_thousand_records_with_faults_and_reloads() {
    let plan = Plan {
        faults: vec![
            Fault::Unavailable(2),
            Fault::Throttled,
            Fault::Failed,
            Fault::AnswerDropped,
            Fault::Short,
            Fault::SomeLater,
        ],
        share: 10,
        refuse_every: 97,
        slowest: 200,
    };
    let mut world = World::new(settings(Mode::Batch, 200, 6), plan, 100_000, 7);
    world.reloads = 1;
    assert_eq!(world.run(), End::Finished);
    let counts = world.upload.ledger().counts();
    assert_eq!(counts.accepted + counts.refused, 100_000);
    let refused_for_good = 100_000_u32.div_ceil(97);
    assert!(counts.refused >= refused_for_good, "{counts:?}");
}
