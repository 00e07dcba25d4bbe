//! Records in: typed, pasted, dropped, chosen, or made from a template.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File};

use super::composer::Composer;
use super::composer_view::card;
use super::found::found_view;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::{Chosen, Finding, MOST_MADE, ReadAs};
use crate::console::view::{
    Element, View, button, code, dd, details, div, dl, dt, fragment, input, label, option, p,
    select, show, span, strong, summary, textarea,
};
use crate::ingest::{Format, PlaceholderGroup, placeholders, samples};
use crate::words::{
    placeholder_group_label, placeholder_text, sample_label, size_text, source_format_label,
};

/// All of it.
pub(super) fn records_view(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let drop = move |event: Event| {
        event.prevent_default();
        if let Some(file) = dropped(&event) {
            take(composer, file);
        }
    };
    let has_file = move || intake.file.read().is_some();
    let body = div()
        .class("body records")
        .child(begin_with(console, composer))
        .child(show(move || !has_file(), move || editor(console, composer)))
        .child(show(has_file, move || chosen(console, composer)))
        .child(file_field(console, composer))
        .child(show(
            move || is_made(composer),
            move || making(console, composer),
        ))
        .child(read_as(console, composer))
        .child(found_view(console, composer));
    card(console, |words| words.posting().records)
        .on("dragover", |event| event.prevent_default())
        .on("drop", drop)
        .child(body)
        .into()
}

fn dropped(event: &Event) -> Option<File> {
    let event: &DragEvent = event.dyn_ref()?;
    event.data_transfer()?.files()?.get(0)
}

fn take(composer: Composer, file: File) {
    let intake = composer.intake;
    intake.columns.set(None);
    intake.read_as.set(ReadAs::Recognised);
    intake.file.set(Some(Chosen::from(file)));
}

/// Whether the records are made from a template; tracked.
fn is_made(composer: Composer) -> bool {
    match &**composer.intake.finding.read() {
        Finding::WrongTemplate(_) => true,
        Finding::Ready(ready) => super::composer::is_template(ready),
        _ => false,
    }
}

fn begin_with(console: Console, composer: Composer) -> Element {
    let begin = move |event: Event| {
        let chosen = browser::value_of(&event).parse::<usize>().ok();
        if let Some(sample) = chosen.and_then(|position| samples().get(position)) {
            composer.intake.file.set(None);
            composer.intake.read_as.set(ReadAs::Recognised);
            composer.intake.text.set(sample.template.to_owned());
        }
        browser::set_value(&event, "");
    };
    let options = move || {
        let language = console.language.get();
        let samples = samples().iter().enumerate().map(move |(position, sample)| {
            option()
                .attribute("value", &position.to_string())
                .text(sample_label(sample.name, language))
                .into()
        });
        fragment(samples)
    };
    label()
        .class("inline begin-with")
        .live_text(console.say(|words| words.posting().begin_with))
        .child(
            select()
                .attribute("name", "sample")
                .on("change", begin)
                .child(
                    option()
                        .attribute("value", "")
                        .live_text(console.say(|words| words.posting().choose_sample)),
                )
                .live(options),
        )
}

fn editor(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let area = textarea()
        .id("field-records")
        .attribute("name", "records")
        .attribute("rows", "10")
        .attribute("spellcheck", "false")
        .attribute("autocapitalize", "off")
        .attribute("autocomplete", "off")
        .live_attribute("aria-label", console.say(|words| words.posting().records))
        .attribute("aria-describedby", "records-help records-found")
        .live_value(move || intake.text.get())
        .on("input", move |event| {
            intake.columns.set(None);
            intake.text.set(browser::value_of(&event));
        });
    div()
        .class("field")
        .child(area)
        .child(
            p().class("help")
                .id("records-help")
                .live_text(console.say(|words| words.posting().records_help)),
        )
        .into()
}

fn chosen(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let named = move || {
        let chosen = intake.file.get()?;
        let size = size_text(chosen.file.size() as u64, console.language.get());
        Some((console.words().posting().file_chosen)(&chosen.name, &size))
    };
    let remove = move |_| {
        intake.file.set(None);
        intake.columns.set(None);
        intake.read_as.set(ReadAs::Recognised);
        browser::focus("field-file");
    };
    div()
        .class("notice chosen-file")
        .child(strong().live_text(named))
        .child(span().class("spacer"))
        .child(
            button()
                .attribute("type", "button")
                .class("plain")
                .on("click", remove)
                .live_text(console.say(|words| words.posting().remove_file)),
        )
        .into()
}

fn file_field(console: Console, composer: Composer) -> Element {
    let choose = move |event: Event| {
        if let Some(file) = browser::chosen_file(&event) {
            take(composer, file);
        }
    };
    div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", "field-file")
                .live_text(console.say(|words| words.posting().file)),
        )
        .child(
            input()
                .id("field-file")
                .attribute("type", "file")
                .attribute("name", "file")
                .attribute("aria-describedby", "file-help")
                .on("change", choose),
        )
        .child(
            p().class("help")
                .id("file-help")
                .live_text(console.say(|words| words.posting().file_help)),
        )
}

fn making(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let number = move |name: &'static str, signal: RwSignal<u32>, most: u32| {
        input()
            .attribute("type", "number")
            .attribute("name", name)
            .attribute("min", "1")
            .attribute("max", &most.to_string())
            .live_value(move || signal.get().to_string())
            .on("change", move |event| {
                let given = browser::value_of(&event).trim().parse::<u32>();
                // What is no number leaves the number that was there.
                let number = given.unwrap_or_else(|_| signal.get_untracked());
                signal.set(number.clamp(1, most));
            })
    };
    let count = label()
        .class("field")
        .live_text(console.say(|words| words.posting().count))
        .child(number("count", intake.count, MOST_MADE));
    let seed = label()
        .class("field")
        .live_text(console.say(|words| words.posting().seed))
        .child(number("seed", intake.seed, u32::MAX));
    fragment([
        div().class("fields").child(count).child(seed).into(),
        p().class("help")
            .live_text(console.say(|words| words.posting().seed_help))
            .into(),
        details()
            .class("more")
            .child(summary().live_text(console.say(|words| words.posting().placeholders)))
            .child(
                p().class("help")
                    .live_text(console.say(|words| words.posting().placeholders_help)),
            )
            .live(move || placeholder_list(console))
            .into(),
    ])
}

fn placeholder_list(console: Console) -> View {
    let language = console.language.get();
    let groups = PlaceholderGroup::ALL.into_iter().map(|group| {
        let mut list = dl().class("placeholders");
        for placeholder in placeholders().iter().filter(|it| it.group == group) {
            list = list
                .child(dt().child(code().text(placeholder.usage)))
                .child(dd().text(placeholder_text(placeholder, language)));
        }
        div()
            .child(strong().text(placeholder_group_label(group, language)))
            .child(list)
            .into()
    });
    fragment(groups)
}

/// What it was recognised as, which can be overruled.
fn read_as(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let choose = move |event: Event| {
        let value = browser::value_of(&event);
        let format = value.parse::<usize>().ok();
        let format = format.and_then(|position| Format::ALL.get(position));
        intake.columns.set(None);
        intake.read_as.set(match (format, value.as_str()) {
            (Some(format), _) => ReadAs::Format(*format),
            (None, "template") => ReadAs::Template,
            _ => ReadAs::Recognised,
        });
    };
    let recognised = move || {
        let words = console.words().posting();
        let language = console.language.get();
        let name = match &**intake.finding.read() {
            Finding::Ready(ready) if super::composer::is_template(ready) => words.template,
            Finding::Ready(ready) => ready.recognised.map_or(words.not_recognised, |format| {
                source_format_label(format, language)
            }),
            Finding::WrongTemplate(_) => words.template,
            _ => words.not_recognised,
        };
        (words.recognised)(name)
    };
    let is = move |wanted: ReadAs| move || intake.read_as.get() == wanted;
    let mut list = select()
        .attribute("name", "readAs")
        .on("change", choose)
        .child(
            option()
                .attribute("value", "")
                .live_flag("selected", is(ReadAs::Recognised))
                .live_text(recognised),
        );
    for (position, format) in Format::ALL.into_iter().enumerate() {
        list = list.child(
            option()
                .attribute("value", &position.to_string())
                .live_flag("selected", is(ReadAs::Format(format)))
                .live_text(move || source_format_label(format, console.language.get())),
        );
    }
    let list = list.child(
        option()
            .attribute("value", "template")
            .live_flag("selected", is(ReadAs::Template))
            .live_flag("hidden", move || intake.file.read().is_some())
            .live_text(console.say(|words| words.posting().template)),
    );
    let label = label()
        .class("inline read-as")
        .live_text(console.say(|words| words.posting().read_as))
        .child(list);
    let is_there = move || !matches!(**intake.finding.read(), Finding::Nothing);
    div()
        .live_flag("hidden", move || !is_there())
        .child(label)
        .into()
}
