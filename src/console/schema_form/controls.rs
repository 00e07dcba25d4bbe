//! One control for each kind of value. What is typed is heard by the form as a whole (see `tree_view.rs`): a control
//! only says, by `data-node`, which value it holds.

use std::cell::Cell;
use std::rc::Rc;

use super::field_view::Caption;
use super::plain_button;
use super::state::FormState;
use crate::console::browser;
use crate::console::state::Console;
use crate::console::view::{
    Element, ElementRef, code, div, input, label, option, output, select, span, textarea,
};
use crate::form::{Choice, ChoiceStyle, Control, Input, NodeId, SecretState};
use crate::secret::Secret;

/// What follows an input beside the control itself.
pub(super) type Follow = Rc<dyn Fn(&Input)>;

/// A control that was drawn.
pub(super) struct Drawn {
    /// What stands in the field.
    pub element: Element,
    /// What takes the focus and is said to be wrong.
    pub control: ElementRef,
    /// What holds the value.
    pub values: Vec<ElementRef>,
    /// What else follows the input.
    pub follow: Option<Follow>,
}

impl Drawn {
    /// A control that is one element.
    fn plain(element: Element) -> Self {
        Self {
            control: element.refer(),
            values: vec![element.refer()],
            element,
            follow: None,
        }
    }

    /// A control among other things.
    fn within(control: &Element, around: impl FnOnce() -> Element) -> Self {
        Self {
            control: control.refer(),
            values: vec![control.refer()],
            element: around(),
            follow: None,
        }
    }
}

/// What all controls of a field know.
struct Field<'a> {
    console: Console,
    state: FormState,
    id: NodeId,
    caption: &'a Caption,
}

/// The control of a value; the one match over [`Control`].
pub(super) fn control(console: Console, state: FormState, id: NodeId, caption: &Caption) -> Drawn {
    let field = Field {
        console,
        state,
        id,
        caption,
    };
    let Some(control) = state.look(|form| form.control(id).cloned()) else {
        return Drawn::plain(span());
    };
    match control {
        Control::Text => field.line("text", "text"),
        Control::Email => field.line("text", "email"),
        Control::Address => field.line("text", "url"),
        Control::Integer => field.line("text", "numeric"),
        Control::Number => field.line("text", "decimal"),
        Control::Date => field.line("date", "text"),
        Control::Time | Control::DateTime => field.line("text", "text"),
        Control::Lines => field.lines(4),
        Control::Json => field.lines(6),
        Control::Secret => field.secret(),
        Control::Key { .. } => field.key(),
        Control::Flag => field.flag(),
        Control::Fixed(value) => field.fixed(&value),
        Control::Choice { choices, style } => match style {
            ChoiceStyle::Radio => field.radios(&choices),
            ChoiceStyle::Select => field.select(&choices),
            ChoiceStyle::Search => field.search(&choices),
        },
    }
}

impl Field<'_> {
    /// What all controls have in common: how they are found, and what is said of them.
    fn tied(&self, element: Element) -> Element {
        let id = self.state.id(self.id);
        let help = format!("{id}-help");
        element
            .id(&id)
            .attribute("name", &self.state.name(self.id))
            .attribute("data-node", &self.id.number().to_string())
            .attribute("aria-describedby", &help)
            .attribute("aria-invalid", "false")
    }

    /// What those that are typed in have in common. Browsers are kept from "helping".
    fn typed(&self, element: Element) -> Element {
        let element = self
            .required(self.tied(element))
            .attribute("autocapitalize", "off")
            .attribute("spellcheck", "false");
        match &self.caption.example {
            Some(example) => element.attribute("placeholder", example),
            None => element,
        }
    }

    fn required(&self, element: Element) -> Element {
        let required = if self.caption.required {
            "true"
        } else {
            "false"
        };
        element.attribute("aria-required", required)
    }

    fn line(&self, kind: &str, keyboard: &str) -> Drawn {
        let element = input()
            .attribute("type", kind)
            .attribute("inputmode", keyboard)
            .attribute("autocomplete", "off");
        Drawn::plain(self.typed(element))
    }

    fn lines(&self, rows: usize) -> Drawn {
        Drawn::plain(self.typed(textarea().attribute("rows", &rows.to_string())))
    }

    fn secret(&self) -> Drawn {
        // Browsers look for the name that a password belongs to, and complain when there is none, or more than one;
        // and of several passwords, with texts between them, they take each for a form of its own.
        let is_first = self.state.secrets_before(self.id) == 0;
        let user = is_first.then(|| {
            input()
                .attribute("type", "text")
                .attribute("autocomplete", "username")
                .attribute("hidden", "")
        });
        let element = if is_first {
            // Keeps password managers from offering, and from storing, a database's password.
            let password = input().attribute("type", "password");
            self.typed(password.attribute("autocomplete", "new-password"))
        } else {
            let text = input().attribute("type", "text").class("concealed");
            self.typed(text.attribute("autocomplete", "off"))
        };
        let control = element.refer();
        let words = self.console.words_untracked();
        let reveal = plain_button(words.show).attribute("aria-controls", &self.state.id(self.id));
        let caption = reveal.refer();
        let is_shown = Cell::new(false);
        let reveal = reveal.on("click", move |_| {
            let shown = !is_shown.replace(!is_shown.get());
            let class = if shown { "" } else { "concealed" };
            let (kind, words) = if shown {
                ("text", words.hide)
            } else {
                ("password", words.show)
            };
            if is_first {
                control.set_attribute("type", kind);
            } else {
                control.set_attribute("class", class);
            }
            caption.set_text(words);
        });
        let mut drawn = Drawn::within(&element, || {
            div()
                .class("with-button")
                .child(user)
                .child(&element)
                .child(reveal)
        });
        self.offer_to_keep(&mut drawn);
        drawn
    }

    /// A secret of several lines: pasted, or read from a file.
    fn key(&self) -> Drawn {
        let element = self
            .typed(textarea().attribute("rows", "4"))
            .class("concealed")
            .attribute("autocomplete", "off");
        let (state, id) = (self.state, self.id);
        let choose = input()
            .attribute("type", "file")
            .class("visually-hidden")
            .on("change", move |event| {
                browser::spawn(async move {
                    if let Some(text) = browser::chosen_text(&event).await {
                        state.put(&state.name(id), Input::Secret(Secret::new(text)));
                        state.visit(id);
                    }
                });
            });
        let words = self.console.words_untracked();
        let file = label()
            .class("button")
            .text(words.choose_file)
            .child(choose);
        let mut drawn = Drawn::within(&element, || div().class("key").child(&element).child(file));
        self.offer_to_keep(&mut drawn);
        drawn
    }

    /// For an object that exists, a secret is kept unless it is replaced, or cleared in so many words.
    fn offer_to_keep(&self, drawn: &mut Drawn) {
        let (state, id) = (self.state, self.id);
        if state.secret_state(id) == SecretState::New {
            return;
        }
        let words = self.console.words_untracked();
        let said = span().class("quiet").attribute("aria-live", "polite");
        let shown = said.refer();
        let say: Follow = Rc::new(move |_: &Input| {
            let words = match state.secret_state(id) {
                SecretState::New | SecretState::Replaced => words.secret_replaced,
                SecretState::Kept => words.secret_kept,
                SecretState::Cleared => words.secret_cleared,
            };
            shown.set_text(words);
        });
        let tell = say.clone();
        let clear = plain_button(words.clear_secret).on("click", move |_| {
            state.change(|form| form.clear_secret(id));
            tell(&Input::Flag(None));
        });
        let tell = say.clone();
        let keep = plain_button(words.keep_secret).on("click", move |_| {
            state.change(|form| form.keep_secret(id));
            tell(&Input::Flag(None));
        });
        let line = div().class("kept").child(said).child(keep).child(clear);
        drawn.element = div().child(&drawn.element).child(line);
        drawn.follow = Some(say);
    }

    /// A checkbox that knows three states: until someone touches an optional flag, nothing is sent for it.
    fn flag(&self) -> Drawn {
        let words = self.console.words_untracked();
        let (state, id, required) = (self.state, self.id, self.caption.required);
        let element = self.tied(input().attribute("type", "checkbox"));
        let sent = code();
        let forget = plain_button(words.do_not_send);
        let (shown, button) = (sent.refer(), forget.refer());
        let follow: Follow = Rc::new(move |input: &Input| {
            let flag = match input {
                Input::Flag(flag) => *flag,
                Input::Text(_) | Input::Secret(_) => None,
            };
            shown.set_text(match flag {
                Some(true) => "true",
                Some(false) => "false",
                None => words.not_sent,
            });
            button.set_flag("hidden", required || flag.is_none());
        });
        let forget = forget.on("click", move |_| {
            state.put(&state.name(id), Input::Flag(None));
        });
        let mut drawn = Drawn::within(&element, || {
            div()
                .class("flag")
                .child(&element)
                .child(sent)
                .child(forget)
        });
        drawn.follow = Some(follow);
        drawn
    }

    fn fixed(&self, value: &serde_json::Value) -> Drawn {
        let text = match value.as_str() {
            Some(text) => text.to_owned(),
            None => value.to_string(),
        };
        let mut drawn = Drawn::plain(self.tied(output().class("fixed").text(&text)));
        drawn.values.clear();
        drawn
    }

    fn radios(&self, choices: &[Choice]) -> Drawn {
        let id = self.state.id(self.id);
        let name = self.state.name(self.id);
        let group = div()
            .class("radios")
            .id(&id)
            .attribute("role", "radiogroup")
            .attribute("tabindex", "-1")
            .attribute("aria-labelledby", &format!("{id}-label"))
            .attribute("aria-describedby", &format!("{id}-help"));
        let mut values = Vec::new();
        let mut group = self.required(group);
        let none = (!self.caption.required).then(|| {
            let words = self.console.words_untracked().not_sent;
            (String::new(), words.to_owned())
        });
        let choices = choices
            .iter()
            .map(|choice| (choice.key(), choice.title.clone()));
        for (key, title) in choices.chain(none) {
            let radio = input()
                .attribute("type", "radio")
                .attribute("name", &name)
                .attribute("value", &key)
                .attribute("data-node", &self.id.number().to_string());
            values.push(radio.refer());
            let title = if key.is_empty() {
                span().class("quiet").text(&title)
            } else {
                span().text(&title)
            };
            group = group.child(label().child(radio).child(title));
        }
        Drawn {
            control: group.refer(),
            values,
            element: group,
            follow: None,
        }
    }

    fn select(&self, choices: &[Choice]) -> Drawn {
        let words = self.console.words_untracked();
        let none = if self.caption.required {
            words.choose
        } else {
            words.not_sent
        };
        let mut element = self
            .required(self.tied(select()))
            .child(option().attribute("value", "").text(none));
        for choice in choices {
            element = element.child(
                option()
                    .attribute("value", &choice.key())
                    .text(&choice.title),
            );
        }
        Drawn::plain(element)
    }

    /// The browser's own list of suggestions: it is searched by typing.
    fn search(&self, choices: &[Choice]) -> Drawn {
        let list = format!("{}-choices", self.state.id(self.id));
        let mut options = Element::new("datalist").id(&list);
        for choice in choices {
            options = options.child(
                option()
                    .attribute("value", &choice.key())
                    .text(&choice.title),
            );
        }
        let found = self.typed(
            input()
                .attribute("type", "text")
                .attribute("list", &list)
                .attribute("autocomplete", "off"),
        );
        Drawn::within(&found, || div().child(&found).child(options))
    }
}
