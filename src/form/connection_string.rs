//! Connection strings, taken apart and put together: `Server=…;Database=…;Port=…`.
//!
//! Which parts a string has is data (`connection_strings.json`), keyed by the connection specification, since the
//! schema only says "string". How its values are written down is the driver's own custom ([`Style`]).

mod credentials;
mod pairs;
mod url;

use serde_json::Value;

/// How the string of one parameter is made up.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// How pairs and values are written.
    pub style: Style,
    /// In the order in which they are written.
    pub parts: Vec<Part>,
    /// True where a semicolon stands behind the last pair as well.
    closed: bool,
    /// What stands around the first part, where the string is a URL.
    host: Option<Host>,
}

/// How the host of a URL is written.
#[derive(Clone, Debug, PartialEq)]
struct Host {
    /// Before the first part, such as `jdbc:…://`.
    scheme: String,
    /// Behind it.
    domain: String,
    /// The first part's key, which is not written.
    key: String,
}

/// How a driver wants values written that could be misunderstood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// In quotation marks, a mark inside doubled; braces are understood as well.
    Common,
    /// .NET: in quotation marks, a mark inside doubled; braces mean nothing.
    Quotes,
    /// ODBC: in braces, a closing one inside doubled; quotation marks mean nothing.
    Braces,
    /// Not at all: Azure's storage has no way to write a semicolon.
    Plain,
    /// The parameters of a JDBC URL, percent-encoded.
    Url,
}

/// One `key=value` of a string.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// As it is written.
    pub key: String,
    /// The parameter that means the same in the form of single values; its words are used as label.
    pub name: String,
    /// True when the string makes no sense without it.
    pub required: bool,
    /// True for what must not be shown.
    pub secret: bool,
    /// True for digits only.
    pub numeric: bool,
    /// The values there are, when they are few.
    pub choices: Vec<String>,
    /// A value to show in the empty input.
    pub example: Option<String>,
    /// Other spellings of the key that are understood.
    pub accept: Vec<String>,
    /// What is written where nothing else is said, as soon as any other part is given.
    pub constant: Option<String>,
    /// The key of the pair in which the value stands, where that is JSON: a list of one object, of which `key` is a
    /// member.
    inside: Option<String>,
}

/// The template for a parameter of a connection specification, when there is one.
///
/// The parameter belongs to one way to sign in of each documented source, so that its name is enough.
pub fn template(spec: &str, parameter: &str) -> Option<Template> {
    let templates: Value =
        serde_json::from_str(include_str!("connection_strings.json")).unwrap_or_default();
    for template in templates.as_array()? {
        let is =
            |name: &str, wanted: &str| template.get(name).and_then(Value::as_str) == Some(wanted);
        if is("spec", spec) && is("parameter", parameter) {
            return Some(Template::read(template));
        }
    }
    None
}

/// The parameters of a connection specification for which there is a template.
pub fn parameters(spec: &str) -> Vec<String> {
    let templates: Value =
        serde_json::from_str(include_str!("connection_strings.json")).unwrap_or_default();
    let rows = templates.as_array().into_iter().flatten();
    rows.filter(|row| row.get("spec").and_then(Value::as_str) == Some(spec))
        .filter_map(|row| text(row, "parameter"))
        .collect()
}

impl Template {
    fn read(value: &Value) -> Self {
        let parts = value.get("parts").and_then(Value::as_array);
        Self {
            style: match value.get("style").and_then(Value::as_str) {
                Some("quotes") => Style::Quotes,
                Some("braces") => Style::Braces,
                Some("plain") => Style::Plain,
                Some("url") => Style::Url,
                _ => Style::Common,
            },
            parts: parts.into_iter().flatten().map(Part::read).collect(),
            closed: flag(value, "closed"),
            host: value.get("host").map(|host| Host {
                scheme: text(host, "scheme").unwrap_or_default(),
                domain: text(host, "domain").unwrap_or_default(),
                key: text(host, "key").unwrap_or_default(),
            }),
        }
    }

    /// False for a value that this driver has no way to write down.
    pub fn can_hold(&self, value: &str) -> bool {
        self.style != Style::Plain || (!value.contains(';') && value.trim() == value)
    }
}

impl Part {
    fn read(value: &Value) -> Self {
        Self {
            key: text(value, "key").unwrap_or_default(),
            name: text(value, "name").unwrap_or_default(),
            required: flag(value, "required"),
            secret: flag(value, "secret"),
            numeric: flag(value, "numeric"),
            choices: texts(value, "choices"),
            example: text(value, "example").or_else(|| text(value, "constant")),
            accept: texts(value, "accept"),
            constant: text(value, "constant"),
            inside: text(value, "inside"),
        }
    }

    fn is_written_as(&self, key: &str) -> bool {
        self.key.eq_ignore_ascii_case(key)
            || self
                .accept
                .iter()
                .any(|known| known.eq_ignore_ascii_case(key))
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn flag(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or(false)
}

fn texts(value: &Value, name: &str) -> Vec<String> {
    let texts = value.get(name).and_then(Value::as_array);
    let texts = texts.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// A string taken apart: a value for each part of the template, and the pairs that it does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// One for each part, in the template's order; empty where the string has none, or the part's constant.
    pub values: Vec<String>,
    /// Pairs that no part stands for, in their order. They are kept, not lost.
    pub others: Vec<(String, String)>,
}

/// Takes a string apart. Keys compare without case. Never fails: what is no pair is left out.
pub fn parse(template: &Template, text: &str) -> Parsed {
    let mut parsed = Parsed {
        values: vec![String::new(); template.parts.len()],
        others: Vec::new(),
    };
    let pairs = match &template.host {
        Some(host) => url::read(host, text),
        None => pairs::read(template, text),
    };
    for (key, value) in pairs {
        if !take(template, &mut parsed.values, &key, &value) {
            parsed.others.push((key, value));
        }
    }
    parsed
}

/// Puts a value where it belongs; false when no part stands for it.
fn take(template: &Template, values: &mut [String], key: &str, value: &str) -> bool {
    let mut members = Vec::new();
    for (part, place) in template.parts.iter().zip(values.iter_mut()) {
        match &part.inside {
            Some(pair) if pair.eq_ignore_ascii_case(key) => {
                members.push((part.key.as_str(), place))
            }
            None if part.is_written_as(key) => {
                let is_constant = part.constant.as_deref() == Some(value);
                (if is_constant { "" } else { value }).clone_into(place);
                return true;
            }
            _ => {}
        }
    }
    !members.is_empty() && credentials::read(value, &mut members)
}

/// Puts a string together. Empty parts are left out; what the template does not know is none of its parts.
pub fn build(template: &Template, parsed: &Parsed) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let mut parts = template.parts.iter().zip(&parsed.values).peekable();
    while let Some((part, value)) = parts.next() {
        let Some(pair) = part.inside.as_deref() else {
            pairs.push((&part.key, value.clone()));
            continue;
        };
        // The members of one object stand side by side in the template.
        let mut members = vec![(part.key.as_str(), value.as_str())];
        while let Some((part, value)) =
            parts.next_if(|(part, _)| part.inside.as_deref() == Some(pair))
        {
            members.push((&part.key, value));
        }
        pairs.push((pair, credentials::write(&members)));
    }
    pairs.retain(|(_, value)| !value.is_empty());
    if !pairs.is_empty() {
        add_constants(template, parsed, &mut pairs);
    }
    for (key, value) in &parsed.others {
        pairs.push((key, value.clone()));
    }
    match &template.host {
        Some(host) => url::write(host, &pairs),
        None => pairs::write(template, &pairs),
    }
}

/// Adds the constants that nothing else stands for, each at its place in the template's order.
fn add_constants<'a>(template: &'a Template, parsed: &Parsed, pairs: &mut Vec<(&'a str, String)>) {
    let mut place = 0;
    for (part, value) in template.parts.iter().zip(&parsed.values) {
        if let (Some(constant), true) = (&part.constant, value.is_empty()) {
            pairs.insert(place, (&part.key, constant.clone()));
        }
        if pairs.get(place).is_some_and(|(key, _)| *key == part.key) {
            place += 1;
        }
    }
}
