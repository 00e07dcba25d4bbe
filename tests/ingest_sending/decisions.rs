//! What the reader decides, and what happens when the page goes away.

use flow_console::ingest::{
    Answer, End, Ledger, Mode, Settlement, Step, Unanswered, Upload, Waiting,
};

use super::parcels::{NOW, letters, sendable};
use super::service::{Plan, reply};
use super::simulation::World;
use super::{record, settings};

fn taken(records: usize) -> Answer {
    let taken = vec![r#"{"xactionId":"1:2"}"#; records].join(",");
    reply(207, None, &format!(r#"{{"responses":[{taken}]}}"#))
}

fn wait(why: Waiting) -> Step {
    Step::Wait { until: None, why }
}

#[test]
fn a_pause_sends_nothing_and_takes_answers() {
    let mut upload = Upload::new(settings(Mode::Batch, 2, 1), 4, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.pause();
    upload.answered(parcels[0].number, taken(2), NOW);
    assert_eq!(sendable(&mut upload, NOW), (vec![], wait(Waiting::Paused)));
    assert_eq!(letters(&upload), "aaww");
    upload.resume();
    let (parcels, _) = sendable(&mut upload, NOW);
    // What is answered during a pause can be all that was left.
    upload.pause();
    upload.answered(parcels[0].number, taken(2), NOW);
    assert_eq!(upload.next(NOW), Step::Done(End::Finished));
}

#[test]
fn a_stop_waits_for_what_is_under_way() {
    let mut upload = Upload::new(settings(Mode::Batch, 2, 1), 6, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.stop();
    assert_eq!(upload.next(NOW), wait(Waiting::Answers));
    upload.answered(parcels[0].number, taken(2), NOW);
    assert_eq!(upload.next(NOW), Step::Done(End::Stopped));
    assert_eq!(letters(&upload), "aawwww");
    // A stop is not the end.
    upload.resume();
    assert_eq!(sendable(&mut upload, NOW).0[0].rows, [(2, 3)]);
}

#[test]
fn what_is_unknown_is_the_readers_choice() {
    let mut upload = Upload::new(settings(Mode::Batch, 3, 1), 4, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, reply(207, None, ""), NOW);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, taken(1), NOW);
    assert_eq!(letters(&upload), "UUUa");
    assert_eq!(upload.next(NOW), wait(Waiting::Choice));
    upload.resend_unknown();
    assert_eq!(letters(&upload), "WWWa");
    assert!(upload.ledger().reasons().is_empty());
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, taken(3), NOW);
    assert_eq!(letters(&upload), "AAAa");
    // What was read twice is still on its line.
    let lines: Vec<_> = (0..4).map(|index| upload.ledger().line(index)).collect();
    assert_eq!(lines, [Some(1), Some(2), Some(3), Some(4)]);
    assert_eq!(upload.ledger().counts().possibly_twice, 3);
    assert_eq!(upload.next(NOW), Step::Done(End::Finished));
}

#[test]
fn an_old_answer_does_not_undo_a_resumption() {
    let mut upload = Upload::new(settings(Mode::Single, 1, 2), 4, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, reply(401, None, ""), NOW);
    assert!(matches!(
        upload.next(NOW),
        Step::Wait {
            until: None,
            why: Waiting::TokenNeeded { .. }
        }
    ));
    upload.resume();
    upload.answered(parcels[1].number, reply(401, None, ""), NOW + 1);
    assert_eq!(sendable(&mut upload, NOW + 1).0.len(), 2);
}

#[test]
fn a_source_that_became_shorter_is_no_success() {
    let mut world = World::new(settings(Mode::Batch, 10, 2), Plan::default(), 100, 1);
    world.in_source = 95;
    assert_eq!(world.run(), End::SourceShort);
    let counts = world.upload.ledger().counts();
    assert_eq!((counts.accepted, counts.waiting), (95, 5));
    let mut world = World::new(settings(Mode::Batch, 10, 2), Plan::default(), 100, 1);
    world.in_source = 0;
    assert_eq!(world.run(), End::SourceShort);
    assert_eq!(
        World::new(settings(Mode::Batch, 10, 2), Plan::default(), 0, 1).run(),
        End::Finished
    );
}

/// Four batches of two: one answered and noted, one answered and not noted, one under way, one not sent.
fn interrupted() -> Ledger {
    let mut upload = Upload::new(settings(Mode::Batch, 2, 3), 8, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, taken(2), NOW);
    let stored = upload.take_settlements();
    upload.answered(parcels[1].number, taken(2), NOW);
    let mut stored = stored.into_iter();
    Ledger::replay(8, &mut stored, 6)
}

#[test]
fn after_a_reload_duplicates_are_a_choice() {
    let ledger = interrupted();
    let counts = ledger.counts();
    assert_eq!((counts.accepted, counts.unknown, counts.waiting), (2, 4, 6));
    let mut holding = settings(Mode::Batch, 2, 3);
    holding.unanswered = Unanswered::Hold;
    let mut upload = Upload::restored(holding.clone(), ledger, 1);
    assert_eq!(letters(&upload), "aaUUUUww");
    let (parcels, _) = sendable(&mut upload, NOW);
    assert_eq!(
        (parcels.len(), parcels[0].rows.as_slice()),
        (1, &[(6, 7)][..])
    );
    let mut upload = Upload::restored(settings(Mode::Batch, 2, 3), interrupted(), 1);
    assert_eq!(letters(&upload), "aaWWWWww");
    let Step::Read {
        from: 2,
        at_most: 6,
    } = upload.next(NOW)
    else {
        panic!()
    };
    // Records of the settled ones are handed in along the way, and left out.
    upload.give((0..8).map(record).collect());
    let (parcels, _) = sendable(&mut upload, NOW);
    let rows: Vec<_> = parcels.iter().map(|it| it.rows[0]).collect();
    assert_eq!(rows, [(2, 3), (4, 5), (6, 7)]);
}

#[test]
fn a_check_after_a_reload_does_not_forget_what_was_sent() {
    let mut upload = Upload::restored(settings(Mode::Batch, 2, 3), interrupted(), 1);
    upload.refuse(&record(2), "no");
    upload.refuse(&record(7), "no");
    assert_eq!(letters(&upload), "aaRWWWwr");
}

#[test]
fn settlements_are_read_as_they_were_written() {
    let mut upload = Upload::new(settings(Mode::Batch, 6, 1), 6, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    let body = r#"{"responses":[{"xactionId":"1:2:0"},{"xactionId":"1:2:1"},{"xactionId":"x"},
        {"status":400,"message":"no\ttab\nor line"},{"statusCode":"400","xactionId":"y-07"},{}]}"#;
    upload.answered(parcels[0].number, reply(207, None, body), NOW + 35);
    let settlements = upload.take_settlements();
    let text = settlements[0].to_text();
    assert_eq!(
        text,
        "0\t1\t1\ta\t207\t35\t1:2:\t0\n2\t2\t1\ta\t207\t35\tx\t\n\
         3\t3\t1\tr\t400\t35\t\t\ti\t400\t0\tno tab or line\n\
         4\t4\t1\tr\t400\t35\ty-07\t\ti\t400\t0\t\n5\t5\t1\tu?\t207\t35\t\t\tm\t207\t0\t"
    );
    assert_eq!(Settlement::read(&text).as_ref(), Some(&settlements[0]));
    let twice = Settlement::read(&format!("{text}\n{text}")).unwrap();
    assert_eq!(twice.parts.len(), 10);
    for wrong in [
        "x",
        "1\t0\t1\ta\t207\t3",
        "0\t0\t1\tz\t207\t3",
        "0\t0\t1\ta",
    ] {
        assert_eq!(Settlement::read(wrong), None, "{wrong}");
    }
    assert_eq!(Settlement::read(""), Some(Settlement::default()));
}
