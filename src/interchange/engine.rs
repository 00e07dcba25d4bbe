//! Sending records, as a job that an engine outside of the page can do.

/// Records for one inlet. Nothing of it is secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EngineJob {
    /// Where the inlet takes single records.
    pub inlet_url: String,
    /// The dataflow that the records are for.
    pub flow_id: Option<String>,
    /// The sandbox to be named in each request.
    pub sandbox: Option<String>,
    /// Whether the inlet wants an access token.
    pub is_authenticated: bool,
    /// Whether the inlet takes XDM, so that records stand in envelopes.
    pub is_xdm: bool,
    /// What stands before and behind each bare record for an XDM inlet.
    pub envelope: Option<(String, String)>,
    /// The records of a request; with 1 they are sent one by one.
    pub batch_size: u32,
    /// The average size of a record, in bytes, if that is known.
    pub record_bytes: Option<usize>,
    /// The most records in a second.
    pub records_per_second: Option<u32>,
    /// The most requests at a time.
    pub concurrency: u32,
    /// The records in all, if that is known.
    pub records: Option<u32>,
}

impl EngineJob {
    /// The headers that tell the inlet where records belong.
    pub(super) fn headers(&self) -> Vec<(&'static str, &str)> {
        let mut headers = Vec::new();
        for (name, value) in [
            ("x-adobe-flow-id", &self.flow_id),
            ("sandbox-name", &self.sandbox),
        ] {
            if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
                headers.push((name, value));
            }
        }
        headers
    }
}

/// A text in the quotation marks of JSON, which are those of JavaScript too.
pub(super) fn quoted(text: &str) -> String {
    // Some readers of JavaScript end a line at these.
    serde_json::Value::from(text)
        .to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
