//! What is to be sent, where and how, before it is.

use std::rc::Rc;

use serde_json::json;

use super::flags::Flags;
use super::flows::{Fed, fed};
use super::options;
use crate::api::Call;
use crate::console::browser;
use crate::console::load::{Load, Loader, load};
use crate::console::reactive::*;
use crate::console::schema_form::{FormState, Naming};
use crate::console::state::Console;
use crate::console::upload::{Finding, Intake, Keeping, Plan, Ready, Source, Treatment};
use crate::form::Form;
use crate::ingest::{Checks, Envelope};
use crate::model::{BaseConnection, BaseConnectionId, Flow, FlowId, Stored, TargetConnection};
use crate::schema::{Pointer, Schema};

/// Handles to all that the page holds.
#[derive(Clone, Copy)]
pub(super) struct Composer {
    /// Inlet and dataflow.
    pub to: FormState,
    /// Format, mode, sizes and rates.
    pub options: FormState,
    /// The parts of the XDM envelope.
    pub envelope: FormState,
    pub intake: Intake,
    pub flags: Flags,
    /// The dataflows that the inlet feeds.
    pub fed: Fed,
    /// The one that was chosen among them, or that the address names.
    pub flow: Loader<Stored<FlowId, Flow>>,
    /// What stands in the way of sending, once somebody tried.
    pub refusal: RwSignal<Option<Objection>>,
    pub keeping: RwSignal<Keeping>,
    /// True while an upload is being prepared: a copy of a large file takes its time.
    pub is_beginning: RwSignal<bool>,
}

/// Why nothing is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Objection {
    /// Fields with problems in them.
    Fields,
    /// Nothing that could be sent.
    NoRecords,
    /// Something else is being sent.
    UnderWay,
}

fn address_form() -> Form {
    let schema = json!({
        "properties": {
            "inletUrl": { "type": "string", "format": "uri", "examples": ["https://dcs.adobedc.net/collection/…"] },
            "flowId": { "type": "string" }
        },
        "required": ["inletUrl"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
}

impl Composer {
    pub fn new(
        console: Console,
        connection: Option<&BaseConnectionId>,
        flow: Option<&FlowId>,
        source: Loader<Stored<BaseConnectionId, BaseConnection>>,
    ) -> Self {
        let place = connection.map(BaseConnectionId::as_str).unwrap_or_default();
        let form = |name: &str, make: fn() -> Form| {
            let form = console.drafts.form(&format!("send/{name}{place}"), make);
            FormState::new(console, form, Naming::Parameter)
        };
        let to = form("", address_form);
        let options = form("options/", options::options_form);
        let envelope = form("envelope/", options::envelope_form);
        let inlet = Memo::new(move |_| match &*source.state.read() {
            Load::Ready(connection) => connection.content.inlet(),
            _ => None,
        });
        let wants_token = Signal::derive(move || {
            inlet.with(|inlet| {
                inlet
                    .as_ref()
                    .is_some_and(|inlet| inlet.authentication_required)
            })
        });
        let flags = Flags::new(wants_token);
        Effect::new(move || {
            if let Some(inlet) = inlet.get() {
                to.put_text("inletUrl", &inlet.url);
            }
        });
        Effect::new(move || {
            if let Load::Ready(connection) = &*source.state.read()
                && let Some(format) = connection.raw.pointer("/auth/params/dataType")
                && let Some(format @ ("raw" | "xdm")) = format.as_str()
                && options.input("format").is_some()
            {
                options.put_text("format", format);
            }
        });
        if let Some(flow) = flow {
            to.put_text("flowId", flow.as_str());
        }
        let fed = fed(console, connection.cloned());
        let named = flow.cloned();
        // What is being typed is no identifier yet.
        let known = Memo::new(move |_| {
            let typed = FlowId::from(to.text("flowId").trim());
            let is_known =
                named.as_ref() == Some(&typed) || fed.read().iter().any(|(id, _)| *id == typed);
            is_known.then_some(typed)
        });
        let flow = load_flow(console, known, envelope);
        let treatment = Signal::derive(move || treatment(to, options, envelope, flags));
        let draft = format!("send/records/{place}");
        let text = console.drafts.word(&draft).unwrap_or_default();
        let intake = Intake::new(text, treatment);
        Effect::new(move || {
            intake
                .text
                .with(|text| console.drafts.keep_word(&draft, text))
        });
        let composer = Self {
            to,
            options,
            envelope,
            intake,
            flags,
            fed,
            flow,
            refusal: RwSignal::new(None),
            keeping: RwSignal::new(Keeping::Kept),
            is_beginning: RwSignal::new(false),
        };
        composer.follow_count();
        composer.foresee_keeping(console);
        composer
    }

    /// One record goes alone and many go in batches, unless somebody says otherwise.
    fn follow_count(self) {
        Effect::new(move || {
            if let Finding::Ready(ready) = &**self.intake.finding.read()
                && !self.flags.mode_is_chosen.get()
            {
                let mode = if ready.survey.total > 1 {
                    "batch"
                } else {
                    "single"
                };
                self.options.put_text("mode", mode);
            }
        });
    }

    /// What the browser will not keep is said before anything is sent.
    fn foresee_keeping(self, console: Console) {
        Effect::new(move || {
            let Some(ready) = self.ready() else { return };
            browser::spawn(async move {
                let keeping = console.uploads.foresee(&ready.source).await;
                let _ = self.keeping.try_set(keeping);
            });
        });
    }

    /// Whether records go into envelopes; tracked.
    pub fn is_xdm(self) -> bool {
        self.options.text("format") == "xdm"
    }

    /// Whether there are records that want an envelope of the form's; tracked.
    pub fn wants_envelope(self) -> bool {
        let is_enveloped = |ready: &Ready| ready.survey.enveloped == ready.survey.total;
        self.is_xdm() && !self.ready().is_some_and(|ready| is_enveloped(&ready))
    }

    /// Whether requests carry many records; tracked.
    pub fn is_batch(self) -> bool {
        self.options.text("mode") == "batch"
    }

    /// What was found; tracked.
    pub fn ready(self) -> Option<Rc<Ready>> {
        match &**self.intake.finding.read() {
            Finding::Ready(ready) => Some(Rc::clone(ready)),
            _ => None,
        }
    }

    /// The upload as it would be begun now.
    pub fn plan(self, console: Console, ready: &Ready) -> Plan {
        let now = browser::now();
        let name = self.intake.file.get_untracked().map(|chosen| chosen.name);
        let number = |name: &str| self.options.text(name).trim().parse::<u32>().ok();
        let is_batch = self.is_batch();
        let mut plan = Plan {
            id: now.to_string(),
            started_at: now,
            environment: console.environment.get_untracked().place(),
            inlet_url: self.to.text("inletUrl").trim().to_owned(),
            flow_id: self.to.text("flowId").trim().to_owned(),
            authenticated: self.flags.authenticated(),
            name: name.unwrap_or_default(),
            format: String::new(),
            is_gzip: false,
            columns: String::new(),
            template: None,
            seed: 0,
            envelope: None,
            holds_back: false,
            schema: self.flags.schema.get_untracked(),
            total: ready.survey.total,
            sent_before: 0,
            is_batch,
            batch_size: number("batchSize").unwrap_or(options::BATCH_SIZE),
            concurrency: number("concurrency").unwrap_or(options::CONCURRENCY),
            records_per_second: number("ratePerSecond"),
            sync_validation: !is_batch && self.flags.sync_validation.get_untracked(),
            with_sandbox: self.flags.with_sandbox.get_untracked(),
            resends: self.flags.resends.get_untracked(),
        };
        plan.note(&ready.source, &ready.treatment);
        plan
    }

    /// Sends, if nothing stands in the way; else says what does, where it does.
    pub fn submit(self, console: Console) {
        if self.is_beginning.get_untracked() || self.has_problems(&[self.to, self.options]) {
            return;
        }
        self.refusal.set(None);
        self.is_beginning.set(true);
        browser::spawn(async move {
            self.begin(console).await;
            let _ = self.is_beginning.try_set(false);
        });
    }

    async fn begin(self, console: Console) {
        let Some(ready) = self.wait_for_reading().await else {
            let _ = self.refusal.try_set(Some(Objection::NoRecords));
            browser::focus("field-records");
            return;
        };
        if untrack(|| self.wants_envelope()) && self.has_problems(&[self.envelope]) {
            return;
        }
        let current = console.uploads.current_untracked();
        if current.is_some_and(|job| job.is_under_way() && !job.may_be_replaced()) {
            let _ = self.refusal.try_set(Some(Objection::UnderWay));
            return;
        }
        let plan = untrack(|| self.plan(console, &ready));
        let keeping = console.uploads.begin(console, plan, &ready).await;
        let _ = self.keeping.try_set(keeping);
        // It is drawn first.
        browser::sleep(50).await;
        browser::bring_into_view("upload-title");
    }

    /// Says what is wrong in the forms, and leads to the first of it.
    fn has_problems(self, forms: &[FormState]) -> bool {
        for form in forms {
            form.say_all();
        }
        let has_some = forms.iter().any(|form| form.focus_first_problem());
        if has_some {
            self.refusal.set(Some(Objection::Fields));
        }
        has_some
    }

    /// What was found, once it is known; nothing when there is no record in it.
    async fn wait_for_reading(self) -> Option<Rc<Ready>> {
        loop {
            let finding = self.intake.finding.try_get_untracked()?;
            match &*finding {
                Finding::Reading { .. } => browser::sleep(50).await,
                Finding::Ready(ready) if !self.intake.is_stale() => {
                    return (ready.survey.total > 0).then(|| Rc::clone(ready));
                }
                Finding::Ready(_) | Finding::Nothing | Finding::WrongTemplate(_)
                    if self.intake.is_stale() =>
                {
                    browser::sleep(50).await;
                }
                _ => return None,
            }
        }
    }
}

/// The dataflow and its target connection, which know what the envelope says.
fn load_flow(
    console: Console,
    flow: Memo<Option<FlowId>>,
    envelope: FormState,
) -> Loader<Stored<FlowId, Flow>> {
    let loader = load(console, move || {
        console.environment.track();
        flow.get().map(Call::retrieve_flow)
    });
    let target = load(console, move || match &*loader.state.read() {
        Load::Ready(flow) => {
            let mut targets = flow.content.target_connection_ids.iter();
            targets
                .next()
                .cloned()
                .map(Call::retrieve_target_connection)
        }
        _ => None,
    });
    let before = StoredValue::new(Envelope::default());
    Effect::new(move || {
        if let Load::Ready(target) = &*target.state.read() {
            let organisation = console.environment.get_untracked().session.org_id;
            let found: &TargetConnection = &target.content;
            let known = Envelope::of(found, None, &organisation);
            options::fill_envelope(envelope, &before.get_value(), &known);
            let _ = before.try_update_value(|before| *before = known);
        }
    });
    loader
}

fn treatment(to: FormState, options: FormState, form: FormState, flags: Flags) -> Treatment {
    let is_xdm = options.text("format") == "xdm";
    let schema = flags
        .schema
        .with(|schema| serde_json::from_str(schema).ok())
        .map(|schema: serde_json::Value| Schema::parse(&schema));
    let checks = Checks {
        schema,
        envelope: is_xdm.then(|| options::read_envelope(form, to)),
    };
    Treatment {
        checks: Rc::new(checks),
        holds_back: flags.holds_back.get(),
    }
}

/// Whether a source is made up.
pub(super) fn is_template(ready: &Ready) -> bool {
    matches!(ready.source, Source::Template { .. })
}
