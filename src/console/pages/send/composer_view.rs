//! The form: where to, what, how, and the button.

use super::composer::{Composer, Objection};
use super::flows::flows_view;
use super::options::options_view;
use super::records::records_view;
use super::settling::settling_view;
use crate::console::browser;
use crate::console::schema_form::form_view;
use crate::console::state::Console;
use crate::console::ui::checkbox_field;
use crate::console::upload::Keeping;
use crate::console::view::{
    self, Element, View, button, div, fragment, h2, header, p, section, show, span, strong,
};
use crate::words::{Words, number_text};

/// The form.
pub(super) fn composer_view(console: Console, composer: Composer) -> View {
    let flags = composer.flags;
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        composer.submit(console);
    };
    let choose = move |event: web_sys::Event| {
        if browser::name_of(&event) == "mode" {
            flags.mode_is_chosen.set(true);
        }
    };
    let with_token = checkbox_field(
        "authenticated",
        move || flags.authenticated(),
        move |is_on| flags.with_token.set(Some(is_on)),
        console.say(|words| words.posting().send_with_token),
        console.say(|words| words.posting().send_with_token_help),
    );
    view::form()
        .attribute("novalidate", "")
        .class("send")
        .on("submit", submit)
        .on("change", choose)
        .child(
            card(console, |words| words.posting().to_inlet_title).child(
                div()
                    .class("body")
                    .child(form_view(console, composer.to))
                    .child(flows_view(console, composer))
                    .child(with_token),
            ),
        )
        .child(records_view(console, composer))
        .child(options_view(console, composer))
        .child(settling_view(console, composer))
        .child(bar(console, composer))
        .into()
}

impl Composer {
    /// That the browser does not keep what waits, and why.
    pub fn unkept_view(self, console: Console) -> View {
        let said = move || {
            let words = console.words().posting();
            match self.keeping.get() {
                Keeping::Denied => words.not_kept,
                // It may have run out of room on the way.
                Keeping::Kept | Keeping::NoRoom => words.no_room,
            }
        };
        p().class("notice warn").live_text(said).into()
    }
}

/// A part of the form with a heading of its own.
pub(super) fn card(console: Console, title: fn(&'static Words) -> &'static str) -> Element {
    section()
        .class("card")
        .child(header().child(h2().live_text(console.say(title))))
}

fn bar(console: Console, composer: Composer) -> View {
    let read_only = move || console.environment.read().read_only;
    let caption = move || {
        let words = console.words();
        if composer.is_beginning.get() {
            return words.sending.to_owned();
        }
        match composer.ready() {
            Some(ready) if ready.survey.total > 0 => {
                let total = u64::from(ready.survey.total);
                (words.posting().send)(total, &number_text(total, console.language.get()))
            }
            _ => words.posting().title.to_owned(),
        }
    };
    let send = button()
        .attribute("type", "submit")
        .class("primary")
        .live_flag("disabled", read_only)
        .live_attribute("aria-disabled", move || {
            composer.is_beginning.get().then_some("true")
        })
        .live_text(caption);
    let is_read_only = move || {
        p().class("notice warn")
            .live_text(console.say(|words| words.read_only_environment))
            .into()
    };
    let objection = move || {
        let words = console.words();
        match composer.refusal.get() {
            Some(Objection::UnderWay) => words.posting().one_at_a_time.to_owned(),
            Some(Objection::NoRecords) => words.posting().no_records.to_owned(),
            _ => (words.problems_to_mend)(problem_count(composer)),
        }
    };
    let is_refused = move || match composer.refusal.get() {
        None => false,
        Some(Objection::Fields) => problem_count(composer) > 0,
        Some(Objection::NoRecords) => composer.ready().is_none_or(|ready| ready.survey.total == 0),
        Some(Objection::UnderWay) => console
            .uploads
            .watch()
            .is_some_and(|job| job.is_under_way()),
    };
    let refusal = move || {
        div()
            .class("notice bad")
            .attribute("role", "alert")
            .child(strong().live_text(objection))
            .into()
    };
    // Beside an upload it is said there.
    let is_unkept =
        move || composer.keeping.get() != Keeping::Kept && console.uploads.current().is_none();
    fragment([
        show(is_unkept, move || composer.unkept_view(console)),
        show(is_refused, refusal),
        show(read_only, is_read_only),
        div()
            .class("actions")
            .child(send)
            .child(span().class("spacer"))
            .into(),
    ])
}

fn problem_count(composer: Composer) -> usize {
    let envelope = match composer.wants_envelope() {
        true => composer.envelope.problem_count(),
        false => 0,
    };
    composer.to.problem_count() + composer.options.problem_count() + envelope
}
