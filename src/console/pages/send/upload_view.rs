//! An upload while it runs, stands, or is over.

use std::rc::Rc;

use super::composer::Composer;
use super::figures::{bar, counts, pace, speeds};
use super::left::name_of;
use super::results::results_view;
use crate::api::{Call, Failure, Operation};
use crate::console::browser;
use crate::console::clock::clock;
use crate::console::failure_view::failure_view;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::{Job, Standing};
use crate::console::view::{
    View, button, code, div, fragment, h2, header, live, nothing, p, section, show, span,
};
use crate::ingest::{End, Progress, Waiting};
use crate::words::{PostingWords, duration_text, end_text, number_text, waiting_text};

/// There once something is sent.
pub(super) fn upload_view(console: Console, composer: Composer) -> View {
    live(move || match console.uploads.current() {
        Some(job) => card(console, composer, job),
        None => nothing(),
    })
}

fn card(console: Console, composer: Composer, job: Rc<Job>) -> View {
    let progress = Memo::new(move |_| {
        let job = console.uploads.watch();
        job.and_then(|job| job.progress()).unwrap_or_default()
    });
    let standing = Memo::new(move |_| {
        let job = console.uploads.watch();
        job.map_or(Standing::LeftOff, |job| job.standing())
    });
    let plan = job.plan();
    let state = move || state_word(console.words().posting(), &standing.get());
    let class = move || match standing.get() {
        Standing::Sending => "badge",
        Standing::Done(End::Finished) if progress.read().counts.refused == 0 => "badge good",
        Standing::Done(End::Finished) => "badge warn",
        _ => "badge warn",
    };
    let title = h2()
        .id("upload-title")
        .attribute("tabindex", "-1")
        .live_text(console.say(|words| words.posting().upload));
    let head = header()
        .child(title)
        .child(span().live_attribute("class", class).live_text(state))
        .child(span().class("quiet").text(&name_of(console, &plan)))
        .child(span().class("spacer"))
        .child(buttons(console, &job, standing));
    let to = p()
        .class("quiet url")
        .live_text(console.say(|words| words.posting().to_inlet))
        .text(" ")
        .child(code().text(&plan.inlet_url));
    let body = div()
        .class("body stack")
        .child(to)
        .child(bar(progress))
        .child(counts(console, progress))
        .child(speeds(console, progress, standing))
        .child(pace(console, &job, standing))
        .child(remarks(console, composer, &job, standing, progress))
        .child(one_record(console, &job, standing, progress))
        .child(results_view(console, composer, &job, progress));
    section()
        .class("card upload")
        .attribute("aria-labelledby", "upload-title")
        .child(head)
        .child(body)
        .into()
}

fn state_word(words: &PostingWords, standing: &Standing) -> &'static str {
    let [sending, waiting, paused, finished, stopped, left_off] = words.states;
    match standing {
        Standing::Sending => sending,
        Standing::Waiting {
            why: Waiting::Paused,
            ..
        } => paused,
        Standing::Waiting { .. } => waiting,
        Standing::Done(End::Finished) => finished,
        Standing::Done(_) => stopped,
        Standing::LeftOff => left_off,
    }
}

fn buttons(console: Console, job: &Rc<Job>, standing: Memo<Standing>) -> View {
    type Say = fn(&'static crate::words::Words) -> &'static str;
    type Act = fn(&Rc<Job>);
    let act = move |is_there: fn(&Standing) -> bool, words: Say, act: Act| {
        let job = Rc::clone(job);
        button()
            .attribute("type", "button")
            .live_flag("hidden", move || !is_there(&standing.read()))
            .on("click", move |_| act(&job))
            .live_text(console.say(words))
            .into()
    };
    let close = button()
        .attribute("type", "button")
        .class("plain")
        .live_flag("hidden", move || {
            matches!(
                *standing.read(),
                Standing::Sending | Standing::Waiting { .. }
            )
        })
        .on("click", move |_| {
            browser::spawn(async move {
                console.uploads.close().await;
                browser::focus("page-title");
            });
        })
        .live_text(console.say(|words| words.posting().close));
    fragment([
        act(
            |standing| matches!(standing, Standing::Sending) || waits_by_itself(standing),
            |words| words.posting().pause,
            |job| job.steer(|upload, _| upload.pause()),
        ),
        act(
            |standing| match standing {
                Standing::Waiting {
                    why: Waiting::Choice | Waiting::SyncValidationUnsupported,
                    ..
                } => false,
                Standing::Waiting { .. } => !waits_by_itself(standing),
                Standing::LeftOff | Standing::Done(End::Stopped) => true,
                Standing::Sending | Standing::Done(_) => false,
            },
            |words| words.posting().go_on,
            |job| job.steer(|upload, _| upload.resume()),
        ),
        act(
            |standing| {
                let why = Waiting::SyncValidationUnsupported;
                matches!(standing, Standing::Waiting { why: it, .. } if *it == why)
            },
            |words| words.posting().without_sync_validation,
            |job| {
                job.change_settings(|settings| settings.sync_validation = false);
                job.steer(|upload, _| upload.resume());
            },
        ),
        act(
            |standing| matches!(standing, Standing::Sending | Standing::Waiting { .. }),
            |words| words.posting().stop,
            |job| job.steer(|upload, _| upload.stop()),
        ),
        close.into(),
    ])
}

/// Whether time or the network alone will let it go on.
fn waits_by_itself(standing: &Standing) -> bool {
    matches!(
        standing,
        Standing::Waiting {
            why: Waiting::RetryAfter { .. }
                | Waiting::BackOff { .. }
                | Waiting::NoNetwork
                | Waiting::Answers
                | Waiting::Pace,
            ..
        }
    )
}

/// What is waited for, what may be there twice, what the browser does not keep.
fn remarks(
    console: Console,
    composer: Composer,
    job: &Rc<Job>,
    standing: Memo<Standing>,
    progress: Memo<Progress>,
) -> View {
    let now = clock(1_000);
    let waits = live(move || match standing.get() {
        Standing::Waiting { until, why } => waiting(console, until, &why, now),
        Standing::Done(End::Finished) | Standing::Sending | Standing::LeftOff => nothing(),
        Standing::Done(end) => p()
            .class("notice warn")
            .live_text(move || end_text(end, console.language.get()))
            .into(),
    });
    let unknown = Memo::new(move |_| match &*standing.read() {
        Standing::Sending => 0,
        _ => {
            let counts = progress.read().counts;
            // Those in flight are about to be answered.
            counts.possibly_received - counts.in_flight
        }
    });
    let again = Rc::clone(job);
    let possibly = move || {
        let again = Rc::clone(&again);
        let said = move || {
            let count = u64::from(unknown.get());
            let number = number_text(count, console.language.get());
            (console.words().posting().possibly_received)(count, &number)
        };
        let send = button()
            .attribute("type", "button")
            .on("click", move |_| {
                again.steer(|upload, _| {
                    upload.resend_unknown();
                    upload.resume();
                });
            })
            .live_text(console.say(|words| words.posting().send_unknown));
        let choice = div()
            .live_flag("hidden", move || {
                progress.read().counts.unknown == 0 || waits_by_itself(&standing.read())
            })
            .child(
                p().class("quiet")
                    .live_text(console.say(|words| words.posting().send_unknown_help)),
            )
            .child(div().class("actions").child(send));
        div()
            .class("notice warn")
            .child(p().live_text(said))
            .child(choice)
            .into()
    };
    let kept = Rc::clone(job);
    let is_unkept = move || {
        progress.read();
        !kept.is_kept()
    };
    let (elsewhere, place) = (Rc::clone(job), job.plan().environment);
    let other = move || {
        let words = console.words().posting();
        let place = if place.is_empty() { words.demo } else { &place };
        p().class("notice warn")
            .text(&(words.other_environment)(place))
            .into()
    };
    let is_elsewhere = show(
        move || elsewhere.is_elsewhere() && !matches!(*standing.read(), Standing::Done(_)),
        other,
    );
    let is_interrupted = job.is_interrupted();
    let interrupted = is_interrupted.then(|| {
        p().class("notice bad")
            .live_text(console.say(|words| words.posting().interrupted))
    });
    let unkept = show(is_unkept, move || composer.unkept_view(console));
    fragment([
        is_elsewhere,
        div().attribute("aria-live", "polite").child(waits).into(),
        show(move || unknown.get() > 0, possibly),
        unkept,
        interrupted.into(),
    ])
}

fn waiting(console: Console, until: Option<u64>, why: &Waiting, now: RwSignal<u64>) -> View {
    let why = why.clone();
    let text = move || waiting_text(&why, console.language.get());
    let left = move || {
        let left = until?.saturating_sub(now.get());
        (left > 0).then(|| format!(" ({})", duration_text(left)))
    };
    let said = p()
        .live_text(text)
        .child(span().attribute("aria-hidden", "true").live_text(left));
    div().class("notice warn").child(said).into()
}

/// Of an upload of one record the answer is worth showing whole; of any other the last one that failed.
fn one_record(
    console: Console,
    job: &Rc<Job>,
    standing: Memo<Standing>,
    progress: Memo<Progress>,
) -> View {
    let total = job.plan().total;
    let job = Rc::clone(job);
    live(move || {
        let stands = match standing.get() {
            Standing::Sending => return nothing(),
            // What goes on by itself is no failure yet, unless it is all there is.
            waits @ Standing::Waiting { .. } if waits_by_itself(&waits) => total == 1,
            Standing::Waiting { why, .. } => !matches!(why, Waiting::Paused | Waiting::Choice),
            Standing::Done(_) => total == 1,
            Standing::LeftOff => false,
        };
        let _ = progress.read();
        match job.last_answer() {
            Some(answer) if stands => answer_view(console, &answer, total),
            _ => nothing(),
        }
    })
}

fn answer_view(
    console: Console,
    answer: &Result<crate::api::HttpResponse, Failure>,
    total: u32,
) -> View {
    let read = match answer {
        Ok(response) => {
            let call = Call::post_message(Default::default());
            match &call.operation {
                Operation::PostMessage(_) => call.read(response),
                _ => return nothing(),
            }
        }
        Err(failure) => Err(failure.clone()),
    };
    match read {
        Ok(receipt) if total == 1 => super::row::received(console, &receipt),
        Ok(_) => nothing(),
        Err(failure) => failure_view(console, failure, None),
    }
}
