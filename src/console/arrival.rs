//! Values on their way into a form, often on another screen: from a command, a link, or a connection to be copied.

use serde_json::Value;

use super::browser;
use super::reactive::*;
use super::schema_form::FormState;
use super::state::Console;
use super::view::{View, button, code, li, live, nothing, p, section, strong, ul};
use crate::form::NoPlace;
use crate::interchange::{LeftOver, Reason, RequestPart, ToFill};
use crate::model::ConnectionSpecId;
use crate::words::{left_over_text, to_fill_text};

/// Where values come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A command that was pasted.
    Command,
    /// A link that was followed.
    Link,
    /// A connection that the service has.
    Copy,
}

/// The values themselves. May hold secrets, hence no `Debug`.
#[derive(Clone)]
pub(super) enum Content {
    /// The body of a create request: it replaces what is in the form.
    Body(Value),
    /// Texts by the names of controls: what they do not name stays.
    Texts(Vec<(String, String)>),
}

/// Values, and what is to be said about them.
#[derive(Clone)]
pub(super) struct Arrival {
    pub origin: Origin,
    pub content: Content,
    pub to_fill: Vec<ToFill>,
    pub left_over: Vec<LeftOver>,
    /// Names of controls whose secrets were left out.
    pub secrets: Vec<String>,
}

impl Arrival {
    pub fn new(origin: Origin, content: Content) -> Self {
        Self {
            origin,
            content,
            to_fill: Vec::new(),
            left_over: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// Notes a text that was not put in.
    pub fn refuse(&mut self, name: &str, why: NoPlace) {
        let part = RequestPart::Body(name.to_owned());
        let reason = match why {
            NoPlace::Secret => return self.secrets.push(name.to_owned()),
            NoPlace::WrongForm => Reason::WrongForm,
            NoPlace::Unknown => Reason::Unknown,
        };
        self.left_over.push(LeftOver { part, reason });
    }

    /// Puts texts into the forms of a screen, each into the one that has its control.
    pub fn put_into(&mut self, forms: &[FormState]) {
        let Content::Texts(texts) = &self.content else {
            return;
        };
        let mut open = texts.clone();
        let mut why = vec![NoPlace::Unknown; open.len()];
        for form in forms {
            let mut refused = Vec::new();
            form.replace(|form| refused = form.put_texts(&open));
            let mut still = Vec::new();
            let mut reasons = Vec::new();
            for (position, reason) in refused {
                if let (Some(text), Some(known)) = (open.get(position), why.get(position)) {
                    still.push(text.clone());
                    reasons.push(if reason == NoPlace::Unknown {
                        *known
                    } else {
                        reason
                    });
                }
            }
            (open, why) = (still, reasons);
        }
        for ((name, _), why) in open.iter().zip(why) {
            self.refuse(name, why);
        }
    }
}

/// The place of a source's form.
pub(super) fn arrival_place(id: &ConnectionSpecId) -> String {
    ["source/", id.as_str()].concat()
}

/// What waits for its form. One for each place: who sends values there wants these and no earlier ones.
#[derive(Clone, Copy)]
pub(super) struct Arrivals {
    waiting: StoredValue<Vec<(String, Arrival)>>,
    sent: RwSignal<u32>,
}

impl Arrivals {
    pub fn new() -> Self {
        Self {
            waiting: StoredValue::new(Vec::new()),
            sent: RwSignal::new(0),
        }
    }

    /// Sends values to the form of a place, which takes them when it is there.
    pub fn send(self, place: &str, arrival: Arrival) {
        let _ = self.waiting.try_update_value(|waiting| {
            waiting.retain(|(known, _)| known != place);
            waiting.push((place.to_owned(), arrival));
        });
        self.sent.update(|count| *count += 1);
    }

    /// The same for forms that take texts: these are put in at once.
    pub fn take_into(self, place: &str, forms: &[FormState]) -> Option<Arrival> {
        let mut arrival = self.take(place)?;
        arrival.put_into(forms);
        Some(arrival)
    }

    /// What came for a place; tracked, so that a form that stands already is told.
    pub fn take(self, place: &str) -> Option<Arrival> {
        self.sent.track();
        let mut taken = None;
        let _ = self.waiting.try_update_value(|waiting| {
            if let Some(position) = waiting.iter().position(|(known, _)| known == place) {
                taken = Some(waiting.remove(position).1);
            }
        });
        taken
    }
}

/// Says what came, what is still missing and what was left out. It takes the focus if the reader was here already.
pub(super) fn arrival_notice(console: Console, arrival: RwSignal<Option<Arrival>>) -> View {
    live(move || {
        let Some(arrived) = arrival.get() else {
            return nothing();
        };
        let language = console.language.get();
        let words = console.words().exchange();
        let title = match arrived.origin {
            Origin::Command => words.from_command,
            Origin::Link => words.from_link,
            Origin::Copy => words.from_copy,
        };
        let mut lines: Vec<String> = Vec::new();
        for name in &arrived.secrets {
            lines.push((words.secret_left_out)(name));
        }
        for left_over in &arrived.left_over {
            lines.push(left_over_text(left_over, language));
        }
        let mut awaited: Vec<&str> = Vec::new();
        for to_fill in &arrived.to_fill {
            match &to_fill.part {
                RequestPart::Body(pointer) if !to_fill.is_inside => awaited.push(pointer),
                _ => lines.push(to_fill_text(to_fill, language)),
            }
        }
        let awaited = (!awaited.is_empty()).then(|| {
            p().text(words.still_to_fill_in)
                .text(" ")
                .child(code().text(&awaited.join(", ")))
        });
        let close = button()
            .attribute("type", "button")
            .class("plain")
            .text(words.close)
            .on("click", move |_| {
                arrival.set(None);
                browser::focus("page-title");
            });
        let class = if arrived.secrets.is_empty() && arrived.left_over.is_empty() {
            "notice good"
        } else {
            "notice warn"
        };
        section()
            .class(class)
            .id("arrival")
            .attribute("role", "status")
            .attribute("tabindex", "-1")
            .child(p().child(strong().text(title)))
            .child(awaited)
            .child((!lines.is_empty()).then(|| {
                let items = lines.iter().map(|line| li().text(line).into());
                ul().class("remarks").children(items)
            }))
            .child(close)
            .into()
    })
}
