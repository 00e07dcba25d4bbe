//! Where operations go: to a service over HTTP, or to the emulator in this page. Nobody else in the console knows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_net::http::{Headers, Method as HttpMethod, RequestBuilder};
use js_sys::Uint8Array;
use web_sys::AbortSignal;

use super::browser;
use super::demo_store;
use super::environment::{DEMO_ORIGIN, Kind};
use super::wire;
use crate::api::{COLLECTION, Failure, HttpRequest, HttpResponse, Method, Target};
use crate::emulator::{Emulator, Outcome, Pace, Settings};

pub(super) use crate::emulator::{FaultPlace, Faults};

/// How long an answer may take before the console gives up, in milliseconds. Flow Service calls a source's own
/// server on some paths and is slow then.
const TIMEOUT_MS: u32 = 60_000;

/// Both backends; the environment says which of them a call goes to.
#[derive(Clone)]
pub(super) struct Backend {
    emulator: Rc<RefCell<Emulator>>,
    /// True while the world is about to be kept.
    keeps: Rc<Cell<bool>>,
    /// The address that records were last sent to, and whether it is outside of the page's own origin.
    last_elsewhere: Rc<RefCell<(String, bool)>>,
}

/// How long after a record was taken the demo's world is kept, in milliseconds.
const KEPT_AFTER_MS: u32 = 300;

fn settings() -> Settings {
    Settings {
        origin: DEMO_ORIGIN.to_owned(),
        seed: browser::now(),
        pace: Pace::Immediate,
        demo_world: true,
    }
}

impl Backend {
    /// With the demo as it was left, if the browser kept it.
    pub async fn open() -> Self {
        let emulator = match demo_store::recall().await {
            Some(snapshot) => Emulator::restore(settings(), snapshot),
            None => Emulator::new(settings()),
        };
        Self {
            emulator: Rc::new(RefCell::new(emulator)),
            keeps: Rc::default(),
            last_elsewhere: Rc::default(),
        }
    }

    /// Sends a request and waits for the answer.
    ///
    /// # Errors
    /// [`Failure::Unreachable`] and [`Failure::TimedOut`]; an error answer is an answer here.
    pub async fn exchange(
        &self,
        kind: Kind,
        request: &HttpRequest,
    ) -> Result<HttpResponse, Failure> {
        match kind {
            Kind::Live => fetch(request).await,
            Kind::Demo => self.pretend(request).await,
        }
    }

    /// Sends records and waits for the answer.
    ///
    /// # Errors
    /// Those of [`Backend::exchange`].
    pub async fn post(&self, kind: Kind, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        match kind {
            Kind::Live if self.goes_elsewhere(&request.url) => {
                wire::post(request, TIMEOUT_MS).await
            }
            _ => self.exchange(kind, request).await,
        }
    }

    /// Whether an address is outside of the page's own origin. An upload asks this of the same one over and over.
    fn goes_elsewhere(&self, url: &str) -> bool {
        let mut last = self.last_elsewhere.borrow_mut();
        if last.0 != url {
            *last = (url.to_owned(), wire::goes_elsewhere(url));
        }
        last.1
    }

    async fn pretend(&self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        let (reply, has_changed) = {
            let Ok(mut emulator) = self.emulator.try_borrow_mut() else {
                return Err(Failure::Unreachable);
            };
            let before = emulator.changed();
            let reply = emulator.handle(request, browser::now());
            (reply, emulator.changed() != before)
        };
        if has_changed && Target::read(&request.url).path.starts_with(COLLECTION) {
            self.keep_soon();
        } else if has_changed {
            self.keep().await;
        }
        browser::sleep(reply.delay_ms).await;
        match reply.outcome {
            Outcome::Answer(response) => Ok(response),
            Outcome::Dropped => Err(Failure::Unreachable),
        }
    }

    async fn keep(&self) {
        let snapshot = self.emulator.try_borrow().ok();
        if let Some(snapshot) = snapshot.map(|emulator| emulator.snapshot()) {
            demo_store::keep(&snapshot).await;
        }
    }

    /// An inlet may take a thousand requests a second: the world is kept once for all that come close together.
    fn keep_soon(&self) {
        if self.keeps.replace(true) {
            return;
        }
        let backend = self.clone();
        browser::spawn(async move {
            browser::sleep(KEPT_AFTER_MS).await;
            backend.keeps.set(false);
            backend.keep().await;
        });
    }

    /// The faults that are switched on in the demo.
    pub fn faults(&self) -> Faults {
        self.emulator
            .try_borrow()
            .map(|emulator| emulator.faults())
            .unwrap_or_default()
    }

    /// Switches faults of the demo on and off.
    pub fn set_faults(&self, faults: Faults) {
        if let Ok(mut emulator) = self.emulator.try_borrow_mut() {
            emulator.set_faults(faults);
        }
    }

    /// Puts the demo back to how it is at first.
    pub async fn reset_demo(&self) {
        if let Ok(mut emulator) = self.emulator.try_borrow_mut() {
            *emulator = Emulator::new(settings());
        }
        demo_store::forget().await;
    }
}

async fn fetch(request: &HttpRequest) -> Result<HttpResponse, Failure> {
    let method = match request.method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Patch => HttpMethod::PATCH,
        Method::Put => HttpMethod::PUT,
        Method::Delete => HttpMethod::DELETE,
    };
    let signal = AbortSignal::timeout_with_u32(TIMEOUT_MS);
    let builder = RequestBuilder::new(&request.url)
        .method(method)
        .headers(headers(request)?)
        // A token in a header is all the identity there is; cookies of the page are nobody's business.
        .credentials(web_sys::RequestCredentials::Omit)
        .abort_signal(Some(&signal));
    let failed = |_| {
        if signal.aborted() {
            Failure::TimedOut {
                after_ms: TIMEOUT_MS,
            }
        } else {
            Failure::Unreachable
        }
    };
    let built = match &request.body {
        // Bytes, since a text would be recoded twice on its way: once into the page's own, once out of it.
        Some(body) => builder.body(Uint8Array::from(body.as_bytes())),
        None => builder.build(),
    };
    let built = built.map_err(|_| Failure::Unsendable {
        part: "URL".to_owned(),
    })?;
    let response = built.send().await.map_err(failed)?;
    let headers = response.headers().entries().collect();
    let status = response.status();
    let body = response.text().await.map_err(failed)?;
    Ok(HttpResponse {
        status,
        headers,
        body,
    })
}

/// Set one by one, because a browser throws at the first value that a header cannot carry, such as a token with a
/// line break in it, and the message must say which.
fn headers(request: &HttpRequest) -> Result<Headers, Failure> {
    let unsendable = |name: &str| Failure::Unsendable {
        part: name.to_owned(),
    };
    let headers = web_sys::Headers::new().map_err(|_| unsendable("headers"))?;
    for (name, value) in &request.headers {
        headers.set(name, value).map_err(|_| unsendable(name))?;
    }
    Ok(Headers::from_raw(headers))
}

/// Fetches a file that lies beside the page; `None` when there is none.
pub(super) async fn fetch_file(name: &str) -> Option<String> {
    let response = RequestBuilder::new(name).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
