//! Where a story happens: in this process, or in the native host behind a socket.

use flow_console::api::{HttpRequest, Method};
use flow_console::emulator::{Emulator, Outcome, Pace, Settings as EmulatorSettings, Snapshot};

use super::script::{Filled, Settings};

pub enum Got {
    Dropped,
    Answer {
        status: u16,
        headers: Vec<(String, String)>,
        body: String,
        waited_ms: u64,
    },
}

pub trait World {
    fn origin(&self) -> String;
    fn exchange(&mut self, request: &Filled) -> Got;

    /// Keeps the world and brings it back, where that can be done.
    fn reload(&mut self) {}

    fn advance(&mut self, milliseconds: u64) {
        let got = self.exchange(&Filled {
            method: "POST".to_owned(),
            url: "/emulator/clock".to_owned(),
            headers: Vec::new(),
            body: Some(format!("{{\"advanceMs\": {milliseconds}}}")),
        });
        assert!(
            matches!(got, Got::Answer { status: 200, .. }),
            "the clock does not move"
        );
    }
}

pub struct InProcess {
    settings: EmulatorSettings,
    emulator: Emulator,
    now: u64,
}

impl InProcess {
    pub fn new(settings: &Settings) -> Self {
        let settings = EmulatorSettings {
            origin: "https://demo.invalid".to_owned(),
            seed: settings.seed,
            pace: settings
                .pace
                .as_deref()
                .map_or(Pace::Immediate, |word| Pace::read(word).unwrap()),
            demo_world: settings.demo_world,
        };
        Self {
            emulator: Emulator::new(settings.clone()),
            settings,
            now: 1_760_000_000_000,
        }
    }
}

impl World for InProcess {
    fn origin(&self) -> String {
        self.settings.origin.clone()
    }

    fn exchange(&mut self, request: &Filled) -> Got {
        self.now += 3;
        let request = HttpRequest {
            method: Method::read(&request.method).unwrap(),
            url: request.url.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
        };
        let reply = self.emulator.handle(&request, self.now);
        match reply.outcome {
            Outcome::Dropped => Got::Dropped,
            Outcome::Answer(response) => Got::Answer {
                status: response.status,
                headers: response.headers,
                body: response.body,
                waited_ms: reply.delay_ms.into(),
            },
        }
    }

    fn reload(&mut self) {
        let kept = self.emulator.snapshot().to_json().to_string();
        let snapshot = Snapshot::read(&serde_json::from_str(&kept).unwrap()).unwrap();
        self.emulator = Emulator::restore(self.settings.clone(), snapshot);
    }
}

#[cfg(feature = "server")]
pub struct Native(super::client::Host);

#[cfg(feature = "server")]
impl Native {
    pub fn start(settings: &Settings) -> Self {
        let mut arguments = vec!["--seed".to_owned(), settings.seed.to_string()];
        if let Some(pace) = &settings.pace {
            arguments.extend(["--pace".to_owned(), pace.clone()]);
        }
        if settings.demo_world {
            arguments.push("--demo-world".to_owned());
        }
        Self(super::client::Host::start(&arguments))
    }
}

#[cfg(feature = "server")]
impl World for Native {
    fn origin(&self) -> String {
        self.0.origin.clone()
    }

    fn exchange(&mut self, request: &Filled) -> Got {
        let path = request
            .url
            .strip_prefix(&self.0.origin)
            .unwrap_or(&request.url);
        let begun = std::time::Instant::now();
        match self.0.exchange(
            &request.method,
            path,
            &request.headers,
            request.body.as_deref(),
        ) {
            None => Got::Dropped,
            Some(answer) => Got::Answer {
                status: answer.status,
                headers: answer.headers,
                body: answer.body,
                waited_ms: u64::try_from(begun.elapsed().as_millis()).unwrap(),
            },
        }
    }
}
