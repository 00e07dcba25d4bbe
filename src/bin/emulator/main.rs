//! The native host of the emulator: a socket, a clock and a file server around a library that has none of them.

mod address;
mod api;
mod arguments;
mod cross_origin;
mod cut;
mod journal;
mod site;

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use flow_console::emulator::{Emulator, Settings};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use arguments::{Arguments, USAGE, Wish};
use journal::Journal;

/// What every request may need.
struct Host {
    emulator: Mutex<Emulator>,
    journal: Option<Journal>,
    site: Option<ServeDir>,
}

fn main() -> ExitCode {
    match Arguments::read(lexopt::Parser::from_env()) {
        Ok(Wish::Help) => {
            say(USAGE);
            ExitCode::SUCCESS
        }
        Ok(Wish::Serve(arguments)) => match start(arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                complain(&problem);
                ExitCode::FAILURE
            }
        },
        Err(problem) => {
            complain(&format!("{problem}; --help tells what there is"));
            ExitCode::from(2)
        }
    }
}

fn start(arguments: Arguments) -> Result<(), String> {
    // One thread: answers come in the order of the questions, and a journal reads like a story.
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?
        .block_on(serve(arguments))
}

async fn serve(arguments: Arguments) -> Result<(), String> {
    let journal = match &arguments.journal {
        Some(path) => Some(Journal::new(open_journal(path)?)),
        None => None,
    };
    if let Some(site) = arguments.site.as_ref().filter(|site| !site.is_dir()) {
        return Err(format!(
            "cannot serve {}: it is no directory",
            site.display()
        ));
    }
    let listen = &arguments.listen;
    let cannot_listen = |error: io::Error| format!("cannot listen on {listen}: {error}");
    let listener = TcpListener::bind(listen).await.map_err(cannot_listen)?;
    let origin = origin(listener.local_addr().map_err(cannot_listen)?);
    let settings = Settings {
        origin: origin.clone(),
        seed: arguments.seed,
        pace: arguments.pace,
        demo_world: arguments.demo_world,
    };
    let host = Host {
        emulator: Mutex::new(Emulator::new(settings)),
        journal,
        site: arguments.site.map(site::directory),
    };
    let router = Router::new().fallback(answer).with_state(Arc::new(host));
    say(&format!("listening on {origin}"));
    axum::serve(address::Tolerant(listener), router)
        .await
        .map_err(|error| format!("stopped: {error}"))
}

async fn answer(State(host): State<Arc<Host>>, request: Request) -> Response {
    match &host.site {
        Some(directory) if !api::is_api(request.uri().path()) => {
            site::answer(directory, request).await
        }
        _ => api::answer(&host, request).await,
    }
}

fn open_journal(path: &std::path::Path) -> Result<File, String> {
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .map_err(|error| format!("cannot write the journal {}: {error}", path.display()))
}

/// Where inlets are. An address that means "every interface" is reached through this machine's own.
fn origin(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}")
}

/// A closed output is no reason to stop.
fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "emulator: {text}");
}
