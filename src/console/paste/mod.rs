//! Pasting a command: a button, and the dialog that reads the command as it is typed and puts it to use.

mod destination;
mod reading;

use std::rc::Rc;

use self::destination::{Destination, destination, is_worth_using, use_environment};
use self::reading::reading_view;
use super::browser;
use super::environment::Kind;
use super::parts::{Part, part};
use super::reactive::*;
use super::routes::Route;
use super::state::Console;
use super::view::{
    Element, View, button, div, form, fragment, h2, header, input, label, p, textarea,
};
use crate::interchange::{CommandProblem, Pasted, Placement, place, read_command};

const DIALOG: &str = "paste-dialog";

/// A command, understood and sorted.
#[derive(PartialEq)]
struct Understood {
    pasted: Pasted,
    placement: Placement,
}

/// A command is read once, however many parts of the dialog want to know.
type Reading = Memo<Result<Rc<Understood>, CommandProblem>>;

fn understand(command: &str) -> Result<Rc<Understood>, CommandProblem> {
    let pasted = read_command(command)?;
    let placement = place(&pasted);
    Ok(Rc::new(Understood { pasted, placement }))
}

/// The button and its dialog, which is there all the time so that the browser can give the focus back.
pub(super) fn paste_button(console: Console) -> View {
    let is_open = RwSignal::new(false);
    let open = button()
        .attribute("type", "button")
        .on("click", move |_| {
            is_open.set(true);
            browser::open_dialog(DIALOG);
        })
        .live_text(console.say(|words| words.paste_command));
    let dialog = Element::new("dialog")
        .id(DIALOG)
        .class("paste")
        .attribute("aria-labelledby", "paste-title")
        // A command may have a token in it, which is not to stay here.
        .on("close", move |_| is_open.set(false))
        .show(
            move || is_open.get(),
            move || part(console, Part::Paste, console.route.get_untracked()),
        );
    fragment([div().class("actions").child(open).into(), dialog.into()])
}

/// What is in the dialog, wherever it was opened.
pub(super) fn paste_page(console: Console, _: Route) -> View {
    let command = RwSignal::new(String::new());
    // None until someone decides otherwise.
    let takes_environment = RwSignal::new(None::<bool>);
    // The dialog may be open already while this part is fetched.
    browser::spawn(async {
        browser::sleep(0).await;
        browser::focus("field-command");
    });
    content(console, command, takes_environment).into()
}

fn content(
    console: Console,
    command: RwSignal<String>,
    takes_environment: RwSignal<Option<bool>>,
) -> Element {
    let reading: Reading = Memo::new(move |_| command.with(|command| understand(command)));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        let Ok(understood) = reading.get_untracked() else {
            browser::focus("field-command");
            return;
        };
        let takes = takes_environment
            .get_untracked()
            .unwrap_or_else(|| suggests_environment(console, &understood.placement));
        browser::close_dialog(DIALOG);
        if takes {
            use_environment(console, &understood.placement.environment);
        }
        go(console, destination(&understood));
    };
    let area = textarea()
        .id("field-command")
        .attribute("name", "command")
        .attribute("rows", "9")
        .attribute("spellcheck", "false")
        .attribute("autocapitalize", "off")
        .attribute("autocomplete", "off")
        .attribute("aria-describedby", "paste-help")
        .live_value(move || command.get())
        .on("input", move |event| command.set(browser::value_of(&event)));
    let field = div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", "field-command")
                .live_text(console.say(|words| words.exchange().command)),
        )
        .child(area)
        .child(
            p().class("help")
                .id("paste-help")
                .live_text(console.say(|words| words.exchange().paste_help)),
        );
    let use_it = button()
        .attribute("type", "submit")
        .class("primary")
        .live_text(console.say(|words| words.exchange().use_it));
    let cancel = button()
        .attribute("type", "button")
        .on("click", |_| browser::close_dialog(DIALOG))
        .live_text(console.say(|words| words.exchange().cancel));
    form()
        .attribute("novalidate", "")
        .on("submit", submit)
        .child(
            header().child(
                h2().id("paste-title")
                    .live_text(console.say(|words| words.exchange().paste_title)),
            ),
        )
        .child(
            div()
                .class("paste-body stack")
                .child(field)
                .live(move || reading_view(console, &reading.get())),
        )
        .child(
            div()
                .class("paste-end stack")
                .live(move || environment_choice(console, reading, takes_environment))
                .child(div().class("actions").child(use_it).child(cancel)),
        )
}

/// Real values may well be meant; the environment of a portal stays unless someone says otherwise.
fn suggests_environment(console: Console, placement: &Placement) -> bool {
    let given = &placement.environment;
    let is_real = given.access_token.is_some() && given.api_key.is_some() && given.org_id.is_some();
    let environment = console.environment.read_untracked();
    let is_own = environment.kind == Kind::Demo || environment.name.is_empty();
    is_real && is_own
}

fn environment_choice(
    console: Console,
    reading: Reading,
    takes_environment: RwSignal<Option<bool>>,
) -> View {
    let Ok(understood) = reading.get() else {
        return super::view::nothing();
    };
    let placement = &understood.placement;
    if !is_worth_using(&placement.environment) {
        return super::view::nothing();
    }
    let suggested = suggests_environment(console, placement);
    let box_ = input()
        .attribute("type", "checkbox")
        .attribute("name", "useEnvironment")
        .attribute("aria-describedby", "use-environment-help")
        .live_flag("checked", move || {
            takes_environment.get().unwrap_or(suggested)
        })
        .on("change", move |event| {
            takes_environment.set(Some(browser::is_checked(&event)));
        });
    div()
        .class("field")
        .child(
            label()
                .class("inline")
                .child(box_)
                .live_text(console.say(|words| words.exchange().use_its_environment)),
        )
        .child(
            p().class("help")
                .id("use-environment-help")
                .live_text(console.say(|words| words.exchange().use_its_environment_help)),
        )
        .into()
}

fn go(console: Console, destination: Destination) {
    let Destination {
        route,
        place,
        arrival,
    } = destination;
    if let (Some(place), Some(arrival)) = (place, arrival) {
        console.arrivals.send(&place, arrival);
    }
    let Some(route) = route else { return };
    let present = console.route.get_untracked();
    let is_here = match (&present, &route) {
        (Route::Source(present, _), Route::Source(wanted, _)) => present == wanted,
        _ => present == route,
    };
    if is_here {
        // The form is drawn anew first.
        browser::spawn(async {
            browser::sleep(0).await;
            browser::focus("arrival");
        });
    } else {
        console.go(&route);
    }
}
