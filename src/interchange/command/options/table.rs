//! What each option of cURL does to the request.

/// What an option does.
#[derive(Clone, Copy)]
pub(super) enum Effect {
    /// Sets the verb.
    Method,
    /// Sets the URL.
    Url,
    /// Adds a header.
    Header,
    /// Sets a header of its own.
    Named(&'static str),
    /// Adds to the body; of a file, without line breaks.
    Data,
    /// Adds to the body; of a file, as it is.
    BinaryData,
    /// Adds to the body, never from a file.
    RawData,
    /// Adds to the body and says that it is JSON.
    Json,
    /// Adds to the body, percent-encoded.
    EncodedData,
    /// Puts the body into the query.
    InQuery,
    /// Asks for the headers only.
    Head,
    /// Signs in with a name and a password.
    Credentials,
    /// Signs in with a token.
    Bearer,
    /// Nothing that is sent, without a value.
    Flag,
    /// Nothing that is sent, with a value.
    Setting,
    /// Sends something else, with a value.
    Other,
}

impl Effect {
    pub(super) fn takes_value(self) -> bool {
        !matches!(self, Self::InQuery | Self::Head | Self::Flag)
    }
}

/// An option of one letter.
pub(super) fn short(letter: char) -> Option<Effect> {
    Some(match letter {
        'X' => Effect::Method,
        'H' => Effect::Header,
        'd' => Effect::Data,
        'G' => Effect::InQuery,
        'I' => Effect::Head,
        'u' => Effect::Credentials,
        'b' => Effect::Named("Cookie"),
        'A' => Effect::Named("User-Agent"),
        'e' => Effect::Named("Referer"),
        'F' | 'T' | 'K' => Effect::Other,
        _ if "kisSLvfgNOJjnaq#012346Rl:".contains(letter) => Effect::Flag,
        _ if "owmxcDEUYyzrCtQPh".contains(letter) => Effect::Setting,
        _ => return None,
    })
}

/// An option with its two hyphens.
pub(super) fn long(name: &str) -> Option<Effect> {
    Some(match name {
        "--request" => Effect::Method,
        "--url" => Effect::Url,
        "--header" => Effect::Header,
        "--data" | "--data-ascii" => Effect::Data,
        "--data-binary" => Effect::BinaryData,
        "--data-raw" => Effect::RawData,
        "--data-urlencode" => Effect::EncodedData,
        "--json" => Effect::Json,
        "--get" => Effect::InQuery,
        "--head" => Effect::Head,
        "--user" => Effect::Credentials,
        "--oauth2-bearer" => Effect::Bearer,
        "--cookie" => Effect::Named("Cookie"),
        "--user-agent" => Effect::Named("User-Agent"),
        "--referer" => Effect::Named("Referer"),
        "--form" | "--form-string" | "--upload-file" | "--config" | "--url-query" => Effect::Other,
        _ if FLAGS.contains(&name) => Effect::Flag,
        _ if SETTINGS.contains(&name) => Effect::Setting,
        _ => return None,
    })
}

const FLAGS: [&str; 35] = [
    "--insecure",
    "--silent",
    "--show-error",
    "--location",
    "--location-trusted",
    "--include",
    "--show-headers",
    "--verbose",
    "--compressed",
    "--fail",
    "--fail-with-body",
    "--progress-bar",
    "--no-progress-meter",
    "--globoff",
    "--no-buffer",
    "--http1.0",
    "--http1.1",
    "--http2",
    "--http2-prior-knowledge",
    "--http3",
    "--ipv4",
    "--ipv6",
    "--tlsv1",
    "--tlsv1.2",
    "--tlsv1.3",
    "--ssl-no-revoke",
    "--remote-name",
    "--create-dirs",
    "--netrc",
    "--anyauth",
    "--basic",
    "--path-as-is",
    "--raw",
    "--tcp-nodelay",
    "--no-keepalive",
];

const SETTINGS: [&str; 31] = [
    "--output",
    "--output-dir",
    "--write-out",
    "--max-time",
    "--connect-timeout",
    "--keepalive-time",
    "--retry",
    "--retry-delay",
    "--retry-max-time",
    "--proxy",
    "--proxy-user",
    "--noproxy",
    "--cookie-jar",
    "--dump-header",
    "--cert",
    "--cert-type",
    "--key",
    "--pass",
    "--cacert",
    "--capath",
    "--ciphers",
    "--resolve",
    "--connect-to",
    "--interface",
    "--limit-rate",
    "--speed-limit",
    "--speed-time",
    "--max-redirs",
    "--range",
    "--trace",
    "--trace-ascii",
];
