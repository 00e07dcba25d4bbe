//! Posting records: hundreds of requests a second, each with as little around it as the browser allows.
//!
//! The older way of asking is the lighter one: no objects for a request, its headers and the end of its patience, no
//! stream for the answer, and the body is taken as it lies in memory.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Url, XmlHttpRequest};

use super::browser;
use crate::api::{Failure, HttpRequest, HttpResponse};

/// Whether an address is outside of the page's own origin. To that one a request would take cookies along if it went
/// this way, and those are nobody's business there.
pub(super) fn goes_elsewhere(url: &str) -> bool {
    let own = browser::window().and_then(|window| window.location().origin().ok());
    // What has no origin of its own is relative.
    Url::new(url).is_ok_and(|url| Some(url.origin()) != own)
}

/// Posts, and waits for the answer, for so many milliseconds at most.
///
/// # Errors
/// [`Failure::Unreachable`], [`Failure::TimedOut`] and [`Failure::Unsendable`]; an error answer is an answer here.
pub(super) async fn post(request: &HttpRequest, patience_ms: u32) -> Result<HttpResponse, Failure> {
    let unsendable = |part: &str| Failure::Unsendable {
        part: part.to_owned(),
    };
    let unreachable = |_| Failure::Unreachable;
    let call = XmlHttpRequest::new().map_err(unreachable)?;
    call.open(request.method.as_str(), &request.url)
        .map_err(|_| unsendable("URL"))?;
    call.set_timeout(patience_ms);
    // A browser throws at the first value that a header cannot carry, and the message must say which.
    for (name, value) in &request.headers {
        call.set_request_header(name, value)
            .map_err(|_| unsendable(name))?;
    }
    let over = Promise::new(&mut |resolve, _| call.set_onloadend(Some(&resolve)));
    let body = request.body.as_deref().map(str::as_bytes);
    let begun = browser::now();
    call.send_with_opt_u8_array(body).map_err(unreachable)?;
    let _ = JsFuture::from(over).await;
    call.set_onloadend(None);

    let status = call.status().unwrap_or_default();
    if status == 0 {
        let is_late = browser::now().saturating_sub(begun) >= u64::from(patience_ms);
        return Err(match is_late {
            true => Failure::TimedOut {
                after_ms: patience_ms,
            },
            false => Failure::Unreachable,
        });
    }
    // Of an answer that took the records nobody reads them.
    let headers = match status {
        200..300 => String::new(),
        _ => call.get_all_response_headers().unwrap_or_default(),
    };
    let body = call.response_text().map_err(unreachable)?;
    Ok(HttpResponse {
        status,
        headers: headers.lines().filter_map(header).collect(),
        body: body.unwrap_or_default(),
    })
}

fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    Some((name.to_owned(), value.trim().to_owned()))
}
