//! Where operations go: to a service over HTTP, or to the emulator in this page. Nobody else in the console knows.

use std::cell::Cell;
use std::rc::Rc;

use async_once_cell::OnceCell;
use gloo_net::http::{Headers, Method as HttpMethod, RequestBuilder};
use js_sys::Uint8Array;
use web_sys::AbortSignal;

use super::browser;
use super::demo::Demo;
use super::environment::Kind;
use super::parts;
use super::wire;
use crate::api::{Failure, HttpRequest, HttpResponse, Method};
use crate::emulator::specifications;

pub(super) use crate::emulator::{FaultPlace, Faults};

/// How long an answer may take before the console gives up, in milliseconds. Flow Service calls a source's own
/// server on some paths and is slow then.
const TIMEOUT_MS: u32 = 60_000;

/// Both backends; the environment says which of them a call goes to.
#[derive(Clone, Default)]
pub(super) struct Backend {
    /// Opened by the first call that needs it.
    demo: Rc<OnceCell<Rc<dyn Demo>>>,
    /// The demo's, also while it is not open.
    faults: Rc<Cell<Faults>>,
}

impl Backend {
    /// Sends a request and waits for the answer.
    ///
    /// # Errors
    /// [`Failure::Unreachable`], [`Failure::TimedOut`] and [`Failure::PartMissing`]; an error answer is an answer here.
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
            Kind::Live if wire::goes_elsewhere(&request.url) => {
                wire::post(request, TIMEOUT_MS).await
            }
            _ => self.exchange(kind, request).await,
        }
    }

    async fn pretend(&self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        if let Some(demo) = self.demo.get() {
            return demo.answer(request).await;
        }
        // As with a service, the screen is drawn meanwhile.
        browser::sleep(0).await;
        // The catalog of sources and a source's form do without a world, and so without fetching what makes one.
        if self.faults.get() == Faults::default()
            && let Some(answer) = specifications(request, browser::now())
        {
            browser::sleep(0).await;
            return Ok(answer);
        }
        let demo = self.open().await.ok_or(Failure::PartMissing)?;
        demo.answer(request).await
    }

    /// The demo; `None` when its part of the console could not be fetched.
    async fn open(&self) -> Option<Rc<dyn Demo>> {
        let opening = async {
            let open = parts::demo().await.ok_or(())?;
            let demo = open().await;
            demo.set_faults(self.faults.get());
            Ok::<_, ()>(demo)
        };
        // Two calls at once must not open two worlds.
        self.demo.get_or_try_init(opening).await.ok().cloned()
    }

    /// The faults that are switched on in the demo.
    pub fn faults(&self) -> Faults {
        self.faults.get()
    }

    /// Switches faults of the demo on and off.
    pub fn set_faults(&self, faults: Faults) {
        self.faults.set(faults);
        if let Some(demo) = self.demo.get() {
            demo.set_faults(faults);
        }
    }

    /// Puts the demo back to how it is at first; false when its part of the console could not be fetched.
    pub async fn reset_demo(&self) -> bool {
        let Some(demo) = self.open().await else {
            return false;
        };
        self.faults.set(Faults::default());
        demo.reset().await;
        true
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
