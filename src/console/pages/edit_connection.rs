//! Changing a base connection: its form with what the service has, and the patch that comes of it.

mod editor;

use std::rc::Rc;

use self::editor::Editor;
use crate::api::{BaseConnectionUpdate, Call, Failure, Operation};
use crate::console::failure_view::failure_view;
use crate::console::load::{Load, load, loaded};
use crate::console::reactive::*;
use crate::console::request_panel::request_panel_with_note;
use crate::console::routes::Route;
use crate::console::schema_form::form_view;
use crate::console::state::Console;
use crate::console::submission::{Submission, changes_bar};
use crate::console::ui::page_head;
use crate::console::view::{
    self, View, a, button, code, div, fragment, li, live, nothing, p, section, show, strong, ul,
};
use crate::model::{BaseConnection, BaseConnectionId, ConnectionSpec, Created, Stored};

/// A base connection as the service has it.
type StoredConnection = Stored<BaseConnectionId, BaseConnection>;

/// The page.
pub(super) fn edit_connection_page(console: Console, id: BaseConnectionId) -> View {
    let asked = id.clone();
    let connection = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_base_connection(asked.clone()))
    });
    // Of the connection first: it says of which source it is.
    let spec = load(console, move || match &*connection.state.read() {
        Load::Ready(connection) => {
            let id = connection.content.connection_spec.id.clone();
            Some(Call::retrieve_connection_spec(id))
        }
        _ => None,
    });
    let title = Signal::derive(move || match &*connection.state.read() {
        Load::Ready(connection) => connection.content.name.clone(),
        _ => console.words().chain().connection.to_owned(),
    });
    let back = a()
        .attribute("href", &Route::Connection(id).href())
        .live_text(console.say(|words| words.editing().back));
    let kind = p()
        .live_text(console.say(|words| words.editing().edit_connection))
        .text(" · ")
        .child(back);
    fragment([
        page_head(console, title, vec![kind.into()]),
        loaded(console, connection, move |_| {
            loaded(console, spec, move |spec| {
                let connection = connection.state.read_untracked();
                match &*connection {
                    Load::Ready(connection) => untrack(|| form(console, connection, spec)),
                    _ => nothing(),
                }
            })
        }),
    ])
}

fn form(console: Console, connection: &StoredConnection, spec: &ConnectionSpec) -> View {
    let editor = Rc::new(Editor::open(console, connection, spec));
    let submission = Submission::<Created<BaseConnectionId>>::new();
    let conflict = RwSignal::new(None::<Failure>);
    tell_conflicts(submission, conflict);
    let watched = editor.clone();
    let update = Signal::derive(move || watched.update());
    let has_changes = Signal::derive(move || update.with(|update| !update.patch.is_empty()));
    let forms = editor.forms();
    let counted = forms.clone();
    let problems = Signal::derive(move || {
        let forms = counted.iter();
        forms.map(|form| form.problem_count()).sum::<usize>()
    });
    let submitted = editor.clone();
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        let update = update.get_untracked();
        if update.patch.is_empty() {
            return;
        }
        conflict.set(None);
        let saved = submitted.clone();
        submission.submit(
            console,
            &submitted.forms(),
            || Call::update_base_connection(update),
            move |_| saved.leave(console),
        );
    };
    let undone = editor.clone();
    let undo = button()
        .attribute("type", "button")
        .live_flag("disabled", move || !has_changes.get())
        .on("click", move |_| {
            undone.undo();
            crate::console::browser::focus("page-title");
        })
        .live_text(console.say(|words| words.editing().undo_changes));
    let note = Signal::derive(move || {
        let words = console.words().editing();
        (!has_changes.get()).then(|| words.nothing_to_send.to_owned())
    });
    let operation = Signal::derive(move || Operation::UpdateBaseConnection(update.get()));
    let sections = forms
        .iter()
        .map(|form| section().child(form_view(console, *form)).into());
    let form = view::form()
        .attribute("novalidate", "")
        .on("submit", submit)
        .children(sections)
        .child(conflict_view(console, &editor, conflict))
        .child(changes_bar(
            console,
            submission,
            problems,
            has_changes,
            vec![undo.into()],
        ));
    div()
        .class("beside")
        .child(
            div()
                .child(remarks(console, &editor, spec))
                .child(clashes_view(console, &editor))
                .child(form),
        )
        .child(request_panel_with_note(
            console,
            operation,
            Signal::stored(false),
            note,
        ))
        .into()
}

/// What to know beforehand.
fn remarks(console: Console, editor: &Editor, spec: &ConnectionSpec) -> View {
    let sentence = |pick| p().live_text(console.say(pick)).into();
    let refuses = !spec.takes_changes();
    let class = if refuses || editor.is_sign_in_unknown() {
        "notice warn"
    } else {
        "notice"
    };
    let mut sentences = Vec::new();
    if refuses {
        sentences.push(sentence(|words| words.editing().not_changeable));
    }
    if editor.is_sign_in_unknown() {
        sentences.push(sentence(|words| words.editing().sign_in_unknown));
    } else if editor.keeps_secrets() {
        sentences.push(sentence(|words| words.editing().secrets_help));
    }
    sentences.push(sentence(|words| words.editing().sign_in_stays));
    div().class(class).children(sentences).into()
}

/// A refusal because of another revision is no failure like others: it can be mended here.
fn tell_conflicts(
    submission: Submission<Created<BaseConnectionId>>,
    conflict: RwSignal<Option<Failure>>,
) {
    Effect::new(move || {
        let failure = submission.failure.get();
        let is_conflict =
            matches!(&failure, Some(Failure::Refused(refusal)) if refusal.status == 412);
        if is_conflict {
            conflict.set(failure);
            submission.failure.set(None);
        }
    });
}

fn conflict_view(
    console: Console,
    editor: &Rc<Editor>,
    conflict: RwSignal<Option<Failure>>,
) -> View {
    let editor = editor.clone();
    live(move || {
        let Some(failure) = conflict.get() else {
            return nothing();
        };
        let editor = editor.clone();
        let load = button()
            .attribute("type", "button")
            .on("click", move |_| editor.load_anew(console, conflict))
            .live_text(console.say(|words| words.editing().load_anew));
        fragment([failure_view(console, failure, None), p().child(load).into()])
    })
}

/// Says that the form has come to stand on another revision, and what both sides changed.
fn clashes_view(console: Console, editor: &Editor) -> View {
    let clashes = editor.clashes;
    show(
        move || clashes.with(Option::is_some),
        move || {
            let places = clashes.get_untracked().unwrap_or_default();
            let list = places
                .iter()
                .map(|place| li().child(code().text(place)).into());
            let both = (!places.is_empty()).then(|| {
                div()
                    .child(
                        p().live_text(console.say(|words| words.editing().changed_on_both_sides)),
                    )
                    .child(ul().class("remarks").children(list))
            });
            section()
                .class("notice warn")
                .id("loaded-anew")
                .attribute("role", "status")
                .attribute("tabindex", "-1")
                .child(strong().live_text(console.say(|words| words.editing().loaded_anew)))
                .child(p().live_text(console.say(|words| words.editing().loaded_anew_help)))
                .child(both)
                .into()
        },
    )
}

impl Editor {
    /// The change as it stands; tracked.
    fn update(&self) -> BaseConnectionUpdate {
        BaseConnectionUpdate {
            id: self.id.clone(),
            etag: self.etag.get(),
            patch: self.patch(),
        }
    }
}
