//! Label, help and message around one control.

use super::controls::{Field, Follow, Holding};
use super::moulds::Likeness;
use super::specification::{Specification, own_help, own_label};
use super::state::{FormState, id_of_name};
use crate::console::state::Console;
use crate::console::view::{Element, ElementRef, View, code, nothing, p, span};
use crate::form::{ChoiceStyle, Control, Form, Input, Kind, NodeId};
use crate::words::{Language, Words, humanised};

/// What of a field or group changes while it stands. Its parts are looked for when they change: a form has many more
/// fields than are ever touched.
pub(in crate::console) struct FieldNodes {
    id: String,
    root: ElementRef,
    holding: Holding,
    is_group: bool,
    has_help: bool,
    /// What else follows the input.
    pub follow: Option<Follow>,
}

impl FieldNodes {
    /// Those of a group: it holds no value itself.
    pub fn of_group(id: &str, group: &Element, has_help: bool) -> Self {
        Self {
            id: id.to_owned(),
            root: group.refer(),
            holding: Holding::Nothing,
            is_group: true,
            has_help,
            follow: None,
        }
    }

    /// What takes the focus: the control, or what stands around several.
    fn control(&self) -> ElementRef {
        let control = if self.is_group {
            None
        } else {
            self.root.find("[role=radiogroup], [data-node]")
        };
        control.unwrap_or_else(|| self.root.clone())
    }

    /// Says what is wrong, or that nothing is.
    pub fn say(&self, problem: Option<&str>) {
        let message = if self.is_group {
            self.root.first().next()
        } else {
            self.root.last()
        };
        let is_wrong = problem.is_some();
        let error = message.find(".error").or_else(|| {
            let error = is_wrong.then(|| p().class("error").refer())?;
            message.append(&error);
            Some(error)
        });
        let Some(error) = error else {
            return;
        };
        error.set_flag("hidden", !is_wrong);
        error.set_text(problem.unwrap_or(""));
        if let Some(help) = message.find(".help") {
            message.set_attribute("class", if is_wrong { "message over" } else { "message" });
            help.set_attribute("class", if is_wrong { "help covered" } else { "help" });
        }
        let control = self.control();
        control.set_attribute("aria-invalid", if is_wrong { "true" } else { "false" });
        // The message while there is one, else the help whose place it takes.
        if is_wrong {
            let id = format!("{}-error", self.id);
            error.set_id(&id);
            control.set_attribute("aria-describedby", &id);
        } else if self.has_help {
            control.set_attribute("aria-describedby", &format!("{}-help", self.id));
        } else {
            control.remove_attribute("aria-describedby");
        }
    }

    /// Shows in the controls what is in the form.
    pub fn show(&self, input: &Input, words: &'static Words) {
        let text = match input {
            Input::Text(text) => text.as_str(),
            // The control that edits a secret has to hold it.
            Input::Secret(secret) => secret.reveal(),
            Input::Flag(_) => "",
        };
        match (self.holding, input) {
            (Holding::Flag, Input::Flag(flag)) => {
                self.control().set_flag("checked", flag.unwrap_or(false));
                self.tell(input, words);
            }
            (Holding::Radios, _) => {
                for label in self.control().parts() {
                    let radio = label.first();
                    let is_chosen = radio.attribute("value").as_deref() == Some(text);
                    radio.set_flag("checked", is_chosen);
                }
            }
            (Holding::Text, _) => self.control().set_value(text),
            _ => {}
        }
        if let Some(follow) = &self.follow {
            follow();
        }
    }

    /// Says beside a check mark what is sent: until someone touches an optional flag, nothing is.
    pub fn tell(&self, input: &Input, words: &'static Words) {
        let (Holding::Flag, Input::Flag(flag)) = (self.holding, input) else {
            return;
        };
        let sent = self.control().next();
        sent.set_text(match flag {
            Some(true) => "true",
            Some(false) => "false",
            None => words.form().not_sent,
        });
        if let Some(forget) = self.root.find("[data-forget]") {
            forget.set_flag("hidden", flag.is_none());
        }
    }
}

/// One value with its control. Without a caption where what stands around it has one already.
pub(super) fn field_view(console: Console, state: FormState, id: NodeId, captioned: bool) -> View {
    let specification = state.specification();
    let caption = state
        .look(|form| Some(Caption::of(form, id, console, specification.as_deref())))
        .unwrap_or_default();
    let Some(control) = state.look(|form| form.control(id).cloned()) else {
        return nothing();
    };
    let field = state.copy_mould(Likeness::of(&control, &caption, captioned), &control);
    let name = state.name(id);
    let control_id = id_of_name(&name);
    let root = field.refer();
    let (head, message) = (root.first(), root.last());
    if matches!(
        control,
        Control::Choice {
            style: ChoiceStyle::Radio,
            ..
        }
    ) {
        head.set_id(&format!("{control_id}-label"));
    } else {
        head.set_for(&control_id);
    }
    if !caption.name.is_empty() {
        // A long one is cut.
        let name = head.first();
        name.set_attribute("title", &caption.name);
        name.set_text(&caption.name);
    }
    head.prepend(&caption.label);
    if let Some(words) = &caption.help {
        let help = message.first();
        help.set_id(&format!("{control_id}-help"));
        help.set_text(words);
    }
    let (holding, follow) = Field {
        console,
        state,
        id,
        name: &name,
        control_id: &control_id,
        caption: &caption,
        place: head.next(),
        message,
    }
    .fill(&control);
    let nodes = FieldNodes {
        id: control_id,
        root,
        holding,
        is_group: false,
        has_help: caption.help.is_some(),
        follow,
    };
    let words = console.words_untracked();
    state.look(|form| {
        let input = form.input(id);
        // A control that is new is empty, but for one that says so.
        if holding != Holding::Text || nodes.follow.is_some() || !input.is_empty() {
            nodes.show(input, words);
        }
    });
    state.draw(id, nodes);
    field.into()
}

/// What is said of a value before anything is typed.
#[derive(Default)]
pub(super) struct Caption {
    pub label: String,
    pub name: String,
    pub help: Option<String>,
    pub required: bool,
    /// For the empty control.
    pub example: Option<String>,
}

impl Caption {
    /// Reads it off the schema and our own words.
    pub fn of(
        form: &Form,
        id: NodeId,
        console: Console,
        specification: Option<&Specification>,
    ) -> Self {
        let language = console.language.get_untracked();
        let mut name = form.token(id).to_owned();
        let mut label = label_of(form, id, specification, language);
        if is_element(form, id) {
            // People count from one, and the number alone says it.
            label = name
                .parse::<usize>()
                .map_or_else(|_| name.clone(), |position| (position + 1).to_string());
            name.clear();
        } else if name.is_empty() && form.parent(id).is_some() {
            label = console.words_untracked().form().member_value.to_owned();
        }
        Self {
            label,
            help: help_of(form, id, specification, language),
            required: form.is_required(id),
            example: form.example(id).or_else(|| {
                form.default_value(id).map(|value| match value.as_str() {
                    Some(text) => text.to_owned(),
                    None => value.to_string(),
                })
            }),
            name,
        }
    }

    /// The words, the parameter's name, and whether it may be left out.
    pub fn fill(&self, console: Console, element: Element) -> Element {
        let optional = (!self.required).then(|| {
            span()
                .class("quiet")
                .text(console.words_untracked().optional)
        });
        let name =
            (!self.name.is_empty()).then(|| code().attribute("title", &self.name).text(&self.name));
        element.text(&self.label).child(name).child(optional)
    }
}

fn is_element(form: &Form, id: NodeId) -> bool {
    form.parent(id)
        .is_some_and(|parent| matches!(form.kind(parent), Kind::List(_)))
}

/// The service's title, our own word for a well-known parameter, or the parameter's name in words.
fn label_of(
    form: &Form,
    id: NodeId,
    specification: Option<&Specification>,
    language: Language,
) -> String {
    if let Some(title) = form.title(id) {
        return title.to_owned();
    }
    let pointer = form.pointer(id);
    let tokens: Vec<&str> = pointer.tokens().collect();
    // An id alone would not say of what.
    let name = match tokens.as_slice() {
        [.., whose, "id"] => whose,
        _ => form.token(id),
    };
    match own_label(specification, name, language) {
        Some(label) => label.to_owned(),
        None => humanised(name),
    }
}

/// The service describes its parameters in English only. In French our own words come first, and where our label
/// says it all, nothing more is said.
fn help_of(
    form: &Form,
    id: NodeId,
    specification: Option<&Specification>,
    language: Language,
) -> Option<String> {
    let name = form.token(id);
    let own = own_help(specification, name, language);
    let service = form.description(id);
    let help = match language {
        Language::English => service.or(own),
        Language::French if own_label(specification, name, language).is_some() => own,
        Language::French => service,
    };
    help.map(str::to_owned)
}
