//! What all screens share: the address, the language, the environment, the calls made.

use super::arrival::Arrivals;
use super::backend::Backend;
use super::browser;
use super::drafts::Drafts;
use super::environment::{Config, Environment, Settings};
use super::request_log::{Outcome, RequestLog};
use super::routes::Route;
use super::upload::Uploads;
use crate::api::{Call, Failure, HttpResponse, Operation, encode};
use crate::console::reactive::*;
use crate::model::{BaseConnectionId, Created};
use crate::secret::Secrets;
use crate::words::{Language, Words};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The answer to a creation whose page has gone on to the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LastCreated {
    pub id: String,
    pub etag: Option<String>,
}

impl LastCreated {
    pub fn of<Id: std::fmt::Display>(created: &Created<Id>) -> Self {
        Self {
            id: created.id.to_string(),
            etag: created.etag.as_ref().map(|etag| etag.0.clone()),
        }
    }
}

/// Handed to every component. Copying it copies handles, not contents.
#[derive(Clone, Copy)]
pub(super) struct Console {
    pub route: RwSignal<Route>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    pub environment: RwSignal<Environment>,
    pub config: RwSignal<Config>,
    pub log: RequestLog,
    /// What the step before has made.
    pub last_created: RwSignal<Option<LastCreated>>,
    /// Which base connection was changed just now: its page says so.
    pub saved: RwSignal<Option<BaseConnectionId>>,
    /// True once someone has gone from one screen to another.
    pub navigated: RwSignal<bool>,
    pub drafts: Drafts,
    /// Values on their way into a form.
    pub arrivals: Arrivals,
    /// Records on their way.
    pub uploads: Uploads,
    backend: StoredValue<Backend>,
}

impl Console {
    /// Before `config.json` has been read.
    pub fn new(backend: Backend, settings: &Settings) -> Self {
        let language = settings
            .language
            .as_deref()
            .and_then(Language::read)
            .unwrap_or_else(|| Language::best(&browser::preferred_languages()));
        let theme = match settings.theme.as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let environment = settings
            .environment
            .clone()
            .map_or_else(Environment::demo, |preset| {
                preset.into_environment(Default::default())
            });
        Self {
            route: RwSignal::new(Route::read(&browser::fragment())),
            language: RwSignal::new(language),
            theme: RwSignal::new(theme),
            environment: RwSignal::new(environment),
            config: RwSignal::new(Config::default()),
            log: RequestLog::new(),
            last_created: RwSignal::new(None),
            saved: RwSignal::new(None),
            navigated: RwSignal::new(false),
            drafts: Drafts::new(),
            arrivals: Arrivals::new(),
            uploads: Uploads::new(),
            backend: StoredValue::new(backend),
        }
    }

    /// The texts in the present language; tracked.
    pub fn words(self) -> &'static Words {
        Words::of(self.language.get())
    }

    /// The texts in the present language, for what is drawn anew when it changes.
    pub fn words_untracked(self) -> &'static Words {
        Words::of(self.language.get_untracked())
    }

    /// One text as a function that follows the language. Not generic on purpose: one type for every text on screen.
    pub fn say(self, pick: fn(&'static Words) -> &'static str) -> impl Fn() -> &'static str + Copy {
        move || pick(self.words())
    }

    /// Makes a call: encodes it, notes it, hands it to the backend, reads the answer.
    ///
    /// # Errors
    /// Those of the backend and of [`Call::read`].
    pub async fn send<Answer>(self, call: &Call<Answer>) -> Result<Answer, Failure> {
        let environment = self.environment.get_untracked();
        let operation = &call.operation;
        let request = encode(operation, &environment.session, Secrets::Revealed);
        let number = self.note(operation, &environment);
        let backend = self.backend.get_value();
        let exchanged = backend.exchange(environment.kind, &request).await;
        self.note_end(number, &exchanged);
        call.read(&exchanged?)
    }

    /// Sends records, whose answer somebody else reads: the request of an operation with this for its body. The log
    /// shows the operation's own, which may leave out most of a long one.
    ///
    /// # Errors
    /// Those of the backend; an error answer is an answer here.
    pub async fn post(self, shown: &Operation, body: String) -> Result<HttpResponse, Failure> {
        let environment = self.environment.get_untracked();
        let mut request = encode(shown, &environment.session, Secrets::Revealed);
        request.body = Some(body);
        let number = self.note(shown, &environment);
        let backend = self.backend.get_value();
        let exchanged = backend.post(environment.kind, &request).await;
        self.note_end(number, &exchanged);
        exchanged
    }

    /// Notes a call that begins, without its secrets; gives back its number.
    fn note(self, operation: &Operation, environment: &Environment) -> u64 {
        let request = encode(operation, &environment.session, Secrets::Placeholders);
        self.log
            .begin(request, operation.placeholders(), browser::now())
    }

    fn note_end(self, number: u64, exchanged: &Result<HttpResponse, Failure>) {
        let outcome = match exchanged {
            Ok(response) => Outcome::Answered {
                status: response.status,
                body: response.body.clone(),
            },
            Err(failure) => Outcome::Failed(failure.clone()),
        };
        self.log.end(number, outcome, browser::now());
    }

    /// The backend, for the environment page: faults, pace and reset of the demo.
    pub fn backend(self) -> Backend {
        self.backend.get_value()
    }

    /// Changes what is asked of the screen that stands. Nothing to come back to: the address before is forgotten.
    pub fn replace(self, route: Route) {
        browser::replace(&route.href());
        self.route.set(route);
    }

    /// Goes to a screen.
    pub fn go(self, route: &Route) {
        browser::go(&route.href());
    }
}
