//! The console's files, with the headers that we recommend to whoever serves them.

use std::io::ErrorKind;
use std::path::PathBuf;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

/// Connections may go anywhere, because the user says where the service is.
const SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self' https: http://localhost:* http://127.0.0.1:*; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// How many hexadecimal digits in a file's name make it a hash; trunk writes sixteen.
const HASH_DIGITS: usize = 16;

pub fn directory(path: PathBuf) -> ServeDir {
    ServeDir::new(path).precompressed_br().precompressed_gzip()
}

pub async fn answer(directory: &ServeDir, request: Request) -> Response {
    let cache = cache_control(request.uri().path());
    let mut response = match directory.clone().try_call(request).await {
        Ok(response) => response.into_response(),
        Err(error) => match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                (StatusCode::NOT_FOUND, "There is no such file.").into_response()
            }
            _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
    };
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let cache = if found { cache } else { "no-cache" };
    add_headers(response.headers_mut(), cache);
    response
}

fn add_headers(headers: &mut HeaderMap, cache: &'static str) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(header::CACHE_CONTROL, cache);
}

/// A file with a hash in its name never changes; every other one may be replaced by the next release.
fn cache_control(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let has_hash = name
        .split(|character: char| !character.is_ascii_hexdigit())
        .any(|part| part.len() >= HASH_DIGITS);
    if has_hash {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}
