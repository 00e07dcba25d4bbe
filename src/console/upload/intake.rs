//! What was given to be sent, and what was found in it: a first pass over the whole source, beside everything else
//! that the page does.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::bytes::Bytes;
use super::source::{Reading, Source, Treatment};
use crate::console::browser;
use crate::console::reactive::*;
use crate::ingest::{
    Columns, Format, Found, Survey, Template, TemplateProblem, is_gzip, recognise,
};

/// How long typing pauses before what was typed is read, in milliseconds.
const PAUSE_MS: u32 = 250;

/// The most that is put into the editor, in bytes: what is more is a file, and can be edited as one.
const EDITED_BYTES: usize = 1_000_000;

/// How often the progress of reading is drawn, in milliseconds.
const DRAWN_EVERY_MS: u64 = 200;

/// The most records that a template makes.
pub(in crate::console) const MOST_MADE: u32 = 10_000_000;

/// A file that somebody chose.
#[derive(Clone)]
pub(in crate::console) struct Chosen {
    pub file: Blob,
    pub name: String,
}

impl From<File> for Chosen {
    fn from(file: File) -> Self {
        Self {
            name: file.name(),
            file: file.unchecked_into(),
        }
    }
}

/// What somebody wants it to be read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::console) enum ReadAs {
    /// As what it looks like.
    #[default]
    Recognised,
    /// As one of the formats.
    Format(Format),
    /// As a template.
    Template,
}

/// What was found in what was given.
#[derive(Clone)]
pub(in crate::console) enum Finding {
    /// Nothing was given.
    Nothing,
    /// It is being read: so many bytes or records of so many.
    Reading { done: f64, whole: f64 },
    /// It looks like a template, and is none.
    WrongTemplate(TemplateProblem),
    /// It was read.
    Ready(Rc<Ready>),
}

/// What is known after the first pass.
pub(in crate::console) struct Ready {
    pub source: Source,
    pub treatment: Treatment,
    /// What it was recognised as; `None` for a template.
    pub recognised: Option<Format>,
    pub survey: Survey,
    /// The first records as they will be sent, up to as many as the first request can have.
    pub first: Vec<String>,
    /// Whether the source could not be read to its end.
    pub is_interrupted: bool,
}

/// What is given, as handles: the page fills them, the first pass reads them.
#[derive(Clone, Copy)]
pub(in crate::console) struct Intake {
    pub text: RwSignal<String>,
    pub file: RwSignal<Option<Chosen>>,
    pub read_as: RwSignal<ReadAs>,
    /// Those of a table, as somebody changed them.
    pub columns: RwSignal<Option<Columns>>,
    /// How many records a template makes.
    pub count: RwSignal<u32>,
    pub seed: RwSignal<u32>,
    /// What is done to each record.
    pub treatment: Signal<Treatment>,
    pub finding: RwSignal<Rc<Finding>>,
    /// Counts the first passes: only the last one matters.
    pass: StoredValue<u32>,
    /// The last one that is over.
    over: StoredValue<u32>,
}

/// What is given, as values.
struct Given {
    text: Rc<String>,
    file: Option<Chosen>,
    read_as: ReadAs,
    columns: Option<Columns>,
    count: u32,
    seed: u32,
    treatment: Treatment,
}

impl Intake {
    /// Begins with a text. A first pass is made now, and again whenever something changes.
    pub fn new(text: String, treatment: Signal<Treatment>) -> Self {
        let intake = Self {
            text: RwSignal::new(text),
            file: RwSignal::new(None),
            read_as: RwSignal::new(ReadAs::Recognised),
            columns: RwSignal::new(None),
            count: RwSignal::new(100),
            seed: RwSignal::new(1),
            treatment,
            finding: RwSignal::new(Rc::new(Finding::Nothing)),
            pass: StoredValue::new(0),
            over: StoredValue::new(0),
        };
        Effect::new(move || {
            let given = intake.given();
            let pass = intake.pass.try_update_value(|pass| {
                *pass += 1;
                *pass
            });
            let is_first = pass == Some(1);
            browser::spawn(async move {
                if !is_first {
                    browser::sleep(PAUSE_MS).await;
                }
                intake.pass_over(given, pass).await;
                if let Some(pass) = pass {
                    let _ = intake.over.try_update_value(|over| *over = pass.max(*over));
                }
            });
        });
        intake
    }

    /// Puts lines of JSON in place of what was given: into the editor, or as a file when they are many.
    pub fn take_lines(self, name: &str, parts: &[String]) {
        let bytes: usize = parts.iter().map(String::len).sum();
        let texts: js_sys::Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
        let file = (bytes > EDITED_BYTES)
            .then(|| Blob::new_with_str_sequence(&texts).ok())
            .flatten();
        self.columns.set(None);
        self.read_as.set(ReadAs::Format(Format::Lines));
        if file.is_none() {
            self.text.set(parts.concat());
        }
        self.file.set(file.map(|file| Chosen {
            file,
            name: name.to_owned(),
        }));
    }

    /// True while what was found is not about what is given: a pass is about to begin. Not tracked.
    pub fn is_stale(self) -> bool {
        self.pass.try_get_value() != self.over.try_get_value()
    }

    fn given(self) -> Given {
        Given {
            // It may be megabytes long, and changes with every key.
            text: self.text.read(),
            file: self.file.get(),
            read_as: self.read_as.get(),
            columns: self.columns.get(),
            count: self.count.get(),
            seed: self.seed.get(),
            treatment: self.treatment.get(),
        }
    }

    async fn pass_over(self, given: Given, pass: Option<u32>) {
        let is_last = move || self.pass.try_get_value() == pass && pass.is_some();
        if !is_last() {
            return;
        }
        let say = move |finding| is_last() && self.finding.try_set(Rc::new(finding));
        if given.file.is_none() && given.text.trim().is_empty() {
            say(Finding::Nothing);
            return;
        }
        let (source, recognised, whole) = match source(&given).await {
            Ok(found) => found,
            Err(finding) => {
                say(finding);
                return;
            }
        };
        let mut pass = Pass::new(source, given.treatment, recognised);
        let mut drawn_at = browser::now();
        while let Some(done) = pass.step().await {
            if !is_last() {
                return;
            }
            if browser::now() >= drawn_at + DRAWN_EVERY_MS {
                drawn_at = browser::now();
                say(Finding::Reading { done, whole });
            }
        }
        say(Finding::Ready(Rc::new(pass.ready)));
    }
}

/// Where the records come from, what that was recognised as, and how much of it there is.
async fn source(given: &Given) -> Result<(Source, Option<Format>, f64), Finding> {
    let has_placeholders = given.file.is_none() && given.text.contains("{{");
    let is_template = match given.read_as {
        ReadAs::Template => given.file.is_none(),
        ReadAs::Recognised => has_placeholders,
        ReadAs::Format(_) => false,
    };
    if is_template {
        let template = Template::parse(&given.text).map_err(Finding::WrongTemplate)?;
        let source = Source::Template {
            template: Rc::new(template),
            text: given.text.to_string(),
            seed: given.seed,
            started_at: browser::now(),
            count: given.count,
        };
        return Ok((source, None, f64::from(given.count)));
    }
    let file = match &given.file {
        Some(chosen) => chosen.file.clone(),
        None => blob(&given.text).ok_or(Finding::Nothing)?,
    };
    let (beginning, is_gzip) = beginning(&file).await;
    let recognised = recognise(&beginning);
    let format = match given.read_as {
        ReadAs::Format(format) => format,
        _ => recognised.unwrap_or(Format::Object),
    };
    let columns = match &given.columns {
        _ if !format.is_table() => None,
        Some(columns) => Some(columns.clone()),
        None => Columns::guess(&beginning, format),
    };
    let whole = file.size();
    let source = Source::File {
        file,
        is_gzip,
        format,
        columns,
    };
    Ok((source, recognised, whole))
}

/// Text as a file, so that there is one way of reading.
pub(super) fn blob(text: &str) -> Option<Blob> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence(&parts).ok()
}

/// The first piece of a file, inflated if need be.
async fn beginning(file: &Blob) -> (String, bool) {
    let Ok(mut bytes) = Bytes::of(file, false, 0.0) else {
        return (String::new(), false);
    };
    let mut piece = bytes.next().await.ok().flatten().unwrap_or_default();
    let is_compressed = is_gzip(&piece);
    if is_compressed {
        let inflated = match Bytes::of(file, true, 0.0) {
            Ok(mut bytes) => bytes.next().await.ok().flatten(),
            Err(_) => None,
        };
        piece = inflated.unwrap_or_default();
    }
    piece.truncate(BEGINNING);
    (String::from_utf8_lossy(&piece).into_owned(), is_compressed)
}

/// How much of a source is looked at to recognise it, in bytes.
const BEGINNING: usize = 65_536;

/// How many records the request panel can show.
const FIRST_RECORDS: usize = 3;

/// A pass under way.
struct Pass {
    reading: Option<Reading>,
    ready: Ready,
}

impl Pass {
    fn new(source: Source, treatment: Treatment, recognised: Option<Format>) -> Self {
        let reading = Reading::begin(&source);
        let survey = Survey::default();
        Self {
            ready: Ready {
                is_interrupted: reading.is_none(),
                source,
                treatment,
                recognised,
                survey,
                first: Vec::new(),
            },
            reading,
        }
    }

    /// Reads on; says how far it is, and nothing at the end.
    async fn step(&mut self) -> Option<f64> {
        let reading = self.reading.as_mut()?;
        if reading.is_over() {
            return None;
        }
        let Ok(found) = reading.next(&self.ready.source).await else {
            self.ready.is_interrupted = true;
            return None;
        };
        let done = reading.position();
        self.note(&found);
        Some(done)
    }

    fn note(&mut self, found: &[Found]) {
        let Ready {
            survey,
            treatment,
            first,
            ..
        } = &mut self.ready;
        survey.take(found, &treatment.checks);
        let mut found = found.iter();
        while first.len() < FIRST_RECORDS
            && let Some(found) = found.next()
        {
            if let Found::Record { record, .. } = found {
                first.push(treatment.checks.prepare(record.clone()).text);
            }
        }
    }
}
