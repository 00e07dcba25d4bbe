//! One control for each kind of value: what a copy of its mould still lacks. What is typed is heard by the form as a
//! whole (see `tree_view.rs`): a control only says, by `data-node`, which value it holds.

use std::cell::Cell;
use std::rc::Rc;

use super::field_view::Caption;
use super::plain_button;
use super::state::FormState;
use crate::console::browser;
use crate::console::state::Console;
use crate::console::view::{ElementRef, choice, div, input, span};
use crate::form::{Changes, Choice, ChoiceStyle, Control, Form, Input, NodeId, SecretState};
use crate::secret::Secret;

/// What follows an input beside the control itself.
pub(super) type Follow = Rc<dyn Fn()>;

/// How a control holds its value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holding {
    /// As its text.
    Text,
    /// As a check mark, beside which stands what is sent.
    Flag,
    /// As one of several buttons.
    Radios,
    /// Not at all.
    Nothing,
}

/// A control that is being filled.
pub(super) struct Field<'a> {
    pub console: Console,
    pub state: FormState,
    pub id: NodeId,
    /// The control's `name`.
    pub name: &'a str,
    /// The control's `id`.
    pub control_id: &'a str,
    pub caption: &'a Caption,
    /// What the mould has between head and message.
    pub place: ElementRef,
    pub message: ElementRef,
}

impl Field<'_> {
    /// Fills the control; the one match over [`Control`].
    pub fn fill(&self, control: &Control) -> (Holding, Option<Follow>) {
        match control {
            Control::Text
            | Control::Email
            | Control::Address
            | Control::Integer
            | Control::Number
            | Control::Date
            | Control::Time
            | Control::DateTime
            | Control::Lines
            | Control::Json => self.typed(&self.place),
            Control::Secret => return (Holding::Text, self.secret()),
            Control::Key { .. } => return (Holding::Text, self.key()),
            Control::Flag => {
                self.tie(&self.place.first());
                return (Holding::Flag, None);
            }
            Control::Fixed(value) => {
                self.tie(&self.place);
                match value.as_str() {
                    Some(text) => self.place.set_text(text),
                    None => self.place.set_text(&value.to_string()),
                }
                return (Holding::Nothing, None);
            }
            Control::Choice { choices, style } => match style {
                ChoiceStyle::Radio => {
                    self.radios(choices);
                    return (Holding::Radios, None);
                }
                ChoiceStyle::Select => {
                    self.tie(&self.place);
                    offer(&self.place, choices);
                }
                ChoiceStyle::Search => self.search(choices),
            },
        }
        (Holding::Text, None)
    }

    /// What all controls have in common: how they are found, and what is said of them.
    fn tie(&self, control: &ElementRef) {
        control.set_id(self.control_id);
        control.set_name(self.name);
        control.set_attribute("data-node", &self.id.number().to_string());
        self.describe(control);
    }

    fn describe(&self, control: &ElementRef) {
        if self.caption.help.is_some() {
            control.set_attribute("aria-describedby", &format!("{}-help", self.control_id));
        }
    }

    fn typed(&self, control: &ElementRef) {
        self.tie(control);
        if let Some(example) = &self.caption.example {
            control.set_attribute("placeholder", example);
        }
    }

    fn secret(&self) -> Option<Follow> {
        let control = self.place.first();
        let reveal = self.place.last();
        self.typed(&control);
        // Browsers look for the name that a password belongs to, and complain when there is none, or more than one;
        // and of several passwords, with texts between them, they take each for a form of its own.
        let is_first = self.state.is_first_secret(self.id);
        if is_first {
            let user = input()
                .attribute("type", "text")
                .attribute("autocomplete", "username")
                .attribute("hidden", "");
            control.put_before(user);
        } else {
            control.set_attribute("type", "text");
            control.set_attribute("autocomplete", "off");
            control.set_attribute("class", "concealed");
        }
        reveal.set_attribute("aria-controls", self.control_id);
        let words = self.console.words_untracked();
        let caption = reveal.clone();
        let is_shown = Cell::new(false);
        reveal.on("click", move |_| {
            let shown = !is_shown.replace(!is_shown.get());
            if is_first {
                control.set_attribute("type", if shown { "text" } else { "password" });
            } else {
                control.set_attribute("class", if shown { "" } else { "concealed" });
            }
            caption.set_text(if shown { words.form().hide } else { words.show });
        });
        self.offer_to_keep()
    }

    /// A secret of several lines: pasted, or read from a file.
    fn key(&self) -> Option<Follow> {
        self.typed(&self.place.first());
        let (state, id) = (self.state, self.id);
        self.place.last().first().on("change", move |event| {
            browser::spawn(async move {
                if let Some(text) = browser::chosen_text(&event).await {
                    state.put_in(id, Input::Secret(Secret::new(text)));
                    state.visit(id);
                }
            });
        });
        self.offer_to_keep()
    }

    /// For an object that exists, a secret is kept unless it is replaced, or cleared in so many words. What has to be
    /// there can be replaced only.
    fn offer_to_keep(&self) -> Option<Follow> {
        let (state, id) = (self.state, self.id);
        if state.secret_state(id) == SecretState::New {
            return None;
        }
        let words = self.console.words_untracked();
        let said = span().class("quiet").attribute("aria-live", "polite");
        let shown = said.refer();
        let button = |caption: &str| {
            let label = [caption, ": ", &self.caption.label].concat();
            plain_button(caption).attribute("aria-label", &label)
        };
        let act = move |act: fn(&mut Form, NodeId) -> Changes| {
            state.change(|form| act(form, id));
            // Shows that nothing is typed any more, and says what becomes of it.
            state.show_again(id);
            // The button that was pressed goes.
            browser::focus(&state.id(id));
        };
        let clear = button(words.form().clear_secret).on("click", move |_| act(Form::clear_secret));
        let keep = button(words.form().keep_secret).on("click", move |_| act(Form::keep_secret));
        let (to_clear, to_keep) = (clear.refer(), keep.refer());
        let is_required = self.caption.required;
        let line = div().class("kept").child(said).child(keep).child(clear);
        self.message.put_before(line);
        Some(Rc::new(move || {
            let secret = state.secret_state(id);
            shown.set_text(match secret {
                SecretState::New | SecretState::Replaced => words.form().secret_replaced,
                SecretState::Kept => words.form().secret_kept,
                SecretState::Cleared => words.form().secret_cleared,
            });
            to_keep.set_flag("hidden", secret == SecretState::Kept);
            to_clear.set_flag("hidden", is_required || secret == SecretState::Cleared);
        }))
    }

    fn radios(&self, choices: &[Choice]) {
        self.place.set_id(self.control_id);
        let label = format!("{}-label", self.control_id);
        self.place.set_attribute("aria-labelledby", &label);
        self.describe(&self.place);
        let mould = self.place.first();
        for choice in choices {
            self.radio(mould.copy(), &choice.key(), &choice.title);
        }
        if self.caption.required {
            mould.remove();
        } else {
            mould.last().set_attribute("class", "quiet");
            let words = self.console.words_untracked();
            self.radio(mould, "", words.form().not_sent);
        }
    }

    fn radio(&self, label: ElementRef, key: &str, title: &str) {
        let radio = label.first();
        radio.set_name(self.name);
        radio.set_attribute("value", key);
        radio.set_attribute("data-node", &self.id.number().to_string());
        label.last().set_text(title);
        self.place.append(&label);
    }

    fn search(&self, choices: &[Choice]) {
        let list = format!("{}-choices", self.control_id);
        let control = self.place.first();
        self.typed(&control);
        control.set_attribute("list", &list);
        let options = self.place.last();
        options.set_id(&list);
        offer(&options, choices);
    }
}

fn offer(list: &ElementRef, choices: &[Choice]) {
    for known in choices {
        list.append(&choice(&known.title, &known.key()));
    }
}
