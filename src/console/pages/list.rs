//! How any list of the service is shown, page by page.

use crate::api::{Call, Filter, ListQuery, Page, limits};
use crate::console::browser;
use crate::console::failure_view::failure_view;
use crate::console::load::Load;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{
    View, button, div, fragment, keyed, live, p, show, table, tbody, th, thead, tr,
};
use crate::words::Words;

/// A table with these headings around the rows of a list.
pub(super) fn table_of(console: Console, headings: &[Heading], rows: View) -> View {
    let headings = headings.iter().map(|heading| {
        let cell = th().attribute("scope", "col");
        match *heading {
            Heading::Words(pick) => cell.live_text(console.say(pick)),
            Heading::Name(name) => cell.text(name),
        }
        .into()
    });
    let table = table()
        .child(thead().child(tr().children(headings)))
        .child(tbody().child(rows));
    div()
        .class("card scroll")
        .attribute("tabindex", "0")
        .child(table)
        .into()
}

/// What stands above a column.
pub(super) enum Heading {
    /// Words in the reader's language.
    Words(fn(&'static Words) -> &'static str),
    /// A member's name, as Adobe writes it.
    Name(&'static str),
}

/// What differs between one list and the next.
pub(super) struct ListKind<T> {
    /// The call for a page of it.
    pub call: fn(ListQuery) -> Call<Page<T>>,
    /// Whether an item is shown.
    pub keep: fn(&T) -> bool,
    /// What stands around the rows.
    pub frame: fn(Console, View) -> View,
    /// An item's row: one element.
    pub row: fn(Console, &T) -> View,
    /// What stands there when there is no row.
    pub empty: fn(Console) -> View,
}

/// A list, last change first, that grows by a page whenever more is asked for.
pub(super) fn list<T: Clone + 'static>(console: Console, kind: &'static ListKind<T>) -> View {
    list_where(console, kind, Vec::new())
}

/// What filters leave of a list.
pub(super) fn list_where<T: Clone + 'static>(
    console: Console,
    kind: &'static ListKind<T>,
    filters: Vec<Filter>,
) -> View {
    let filters = StoredValue::new(filters);
    live(move || {
        console.environment.track();
        let list = List {
            console,
            kind,
            filters,
            rows: RwSignal::new(Vec::new()),
            unreadable: RwSignal::new(0),
            next: RwSignal::new(None),
            progress: RwSignal::new(Load::Ready(())),
        };
        list.fetch();
        list.view()
    })
}

struct List<T: 'static> {
    console: Console,
    kind: &'static ListKind<T>,
    filters: StoredValue<Vec<Filter>>,
    /// Of all pages so far.
    rows: RwSignal<Vec<T>>,
    /// How many items of these pages could not be understood.
    unreadable: RwSignal<usize>,
    /// Where the page begins that was not fetched yet; the first begins nowhere, and after the last there is none.
    next: RwSignal<Option<String>>,
    /// How it stands with the page that was asked for last.
    progress: RwSignal<Load<()>>,
}

impl<T: 'static> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for List<T> {}

impl<T: Clone + 'static> List<T> {
    /// Asks for the next page, unless an answer is awaited already.
    fn fetch(self) {
        if matches!(&*self.progress.read_untracked(), Load::Waiting) {
            return;
        }
        self.progress.set(Load::Waiting);
        browser::spawn(async move {
            let progress = self.extend().await;
            let _ = self.progress.try_set(progress);
        });
    }

    /// Adds a page; and further ones for as long as none of their items is shown, for then there would be nothing
    /// to see of them.
    async fn extend(self) -> Load<()> {
        // The signals are gone when the page was left meanwhile.
        while let Some((asked, filters)) = self
            .next
            .try_get_untracked()
            .zip(self.filters.try_get_value())
        {
            let call = (self.kind.call)(ListQuery {
                filters,
                limit: Some(limits::PAGE_SIZE),
                order_by: Some("-updatedAt".to_owned()),
                continuation: asked.clone(),
            });
            let page = match self.console.send(&call).await {
                Ok(page) => page,
                Err(failure) => return Load::Failed(failure),
            };
            // A page that leads back to itself would be fetched for ever.
            let next = page.next.filter(|next| asked.as_ref() != Some(next));
            let kept = page.items.into_iter().filter(self.kind.keep);
            let kept = kept.collect::<Vec<_>>();
            let is_done = next.is_none() || !kept.is_empty();
            self.unreadable.update(|count| *count += page.unreadable);
            self.rows.update(|rows| rows.extend(kept));
            let _ = self.next.try_set(next);
            if is_done {
                break;
            }
        }
        Load::Ready(())
    }

    fn view(self) -> View {
        let console = self.console;
        let has_rows = move || !self.rows.read().is_empty();
        let is_waiting = move || matches!(&*self.progress.read(), Load::Waiting);
        let is_ready = move || matches!(&*self.progress.read(), Load::Ready(()));
        let has_failed = move || matches!(&*self.progress.read(), Load::Failed(_));
        let has_more = move || has_rows() && !has_failed() && self.next.read().is_some();
        let loading = move || {
            p().class("loading")
                .attribute("role", "status")
                .live_text(console.say(|words| words.loading))
                .into()
        };
        let more = move || {
            button()
                .attribute("type", "button")
                .live_attribute("aria-disabled", move || is_waiting().then_some("true"))
                .on("click", move |_| self.fetch())
                .live_text(console.say(|words| words.show_more))
                .into()
        };
        let unreadable = move || {
            p().class("notice warn")
                .live_text(move || (console.words().unreadable_items)(self.unreadable.get()))
                .into()
        };
        fragment([
            show(has_rows, move || (self.kind.frame)(console, self.rows())),
            show(has_more, more),
            show(move || self.unreadable.get() > 0, unreadable),
            show(move || !has_rows() && is_waiting(), loading),
            show(
                move || !has_rows() && is_ready(),
                move || (self.kind.empty)(console),
            ),
            live(move || self.failure()),
        ])
    }

    fn rows(self) -> View {
        // Rows are only ever added, so each is known by its position.
        let keys = move || {
            let count = self.rows.read().len();
            (0..count).map(|position| position.to_string()).collect()
        };
        keyed(keys, move |_, position| {
            self.rows.with_untracked(|rows| {
                let row = rows.get(position);
                row.map(|row| (self.kind.row)(self.console, row)).into()
            })
        })
    }

    fn failure(self) -> View {
        let failure = match &*self.progress.read() {
            Load::Failed(failure) => Some(failure.clone()),
            Load::Waiting | Load::Ready(()) => None,
        };
        failure
            .map(|failure| {
                let retry = Callback::new(move |()| self.fetch());
                failure_view(self.console, failure, Some(retry))
            })
            .into()
    }
}
