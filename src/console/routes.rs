//! Every address of the console, both ways. No other file of the console spells them; how a link carries values is
//! `interchange`'s, since such links are written by other tools as well.
//!
//! Addresses live behind the `#`, so that the console works on any static host and under any path.

use std::fmt;

use crate::api::{Target, with_query};
use crate::catalog::Filter;
use crate::interchange::{read_link, write_link};
use crate::model::{
    BaseConnectionId, ConnectionSpecId, FlowId, RunId, SourceConnectionId, TargetConnectionId,
};

/// A screen and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The catalog of sources, or what a filter leaves of it; the first screen.
    Sources(Filter),
    /// One source and its form, and what is to be put into it: texts by the names of its controls.
    Source(ConnectionSpecId, Vec<(String, String)>),
    /// The base connections.
    Connections,
    /// One base connection.
    Connection(BaseConnectionId),
    /// Changing a base connection.
    EditConnection(BaseConnectionId),
    /// The dataflows.
    Dataflows,
    /// The walk from a base connection to a dataflow. What is made on the way stands in the address, so that a
    /// reload goes on where it stopped.
    NewDataflow {
        /// Where it begins.
        source: BaseConnectionId,
        /// Once it is made.
        source_connection: Option<SourceConnectionId>,
        /// Once it is made.
        target_connection: Option<TargetConnectionId>,
    },
    /// One dataflow.
    Dataflow(FlowId),
    /// One run of a dataflow.
    Run(RunId),
    /// The streaming endpoints.
    Inlets,
    /// Posting records.
    Send {
        /// Whose inlet.
        connection: Option<BaseConnectionId>,
        /// For which dataflow.
        flow: Option<FlowId>,
    },
    /// The calls that this page made.
    Requests,
    /// Where calls go and as whom.
    Environment,
    /// No screen has this address.
    Unknown(String),
}

impl Route {
    /// Reads what stands behind the `#`.
    pub fn read(fragment: &str) -> Self {
        let text = fragment.trim_start_matches('#');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parameter = |name: &str| {
            query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(known, value)| *known == name && !value.is_empty())
                .map(|(_, value)| value)
        };
        let mut segments = path.trim_matches('/').split('/');
        let (first, second, rest) = (
            segments.next().unwrap_or(""),
            segments.next(),
            segments.next(),
        );
        if segments.next().is_some() {
            return Self::Unknown(text.to_owned());
        }
        match (first, second, rest) {
            ("" | "sources", None, None) => Self::Sources(Filter::read(&Target::read(text).query)),
            ("sources", Some(id), None) => {
                // What is secret only the form knows.
                Self::Source(id.into(), read_link(query, &|_| false))
            }
            ("connections", None, None) => Self::Connections,
            ("connections", Some(id), None) => Self::Connection(id.into()),
            ("connections", Some(id), Some("edit")) => Self::EditConnection(id.into()),
            ("dataflows", None, None) => Self::Dataflows,
            ("dataflows", Some("new"), None) => match parameter("source") {
                Some(source) => Self::NewDataflow {
                    source: source.into(),
                    source_connection: parameter("sourceConnection").map(Into::into),
                    target_connection: parameter("targetConnection").map(Into::into),
                },
                None => Self::Unknown(text.to_owned()),
            },
            ("dataflows", Some(id), None) => Self::Dataflow(id.into()),
            ("runs", Some(id), None) => Self::Run(id.into()),
            ("inlets", None, None) => Self::Inlets,
            ("inlets", Some("send"), None) => Self::Send {
                connection: parameter("connection").map(Into::into),
                flow: parameter("flow").map(Into::into),
            },
            ("requests", None, None) => Self::Requests,
            ("environment", None, None) => Self::Environment,
            _ => Self::Unknown(text.to_owned()),
        }
    }

    /// One source, with nothing to be put into its form.
    pub fn source(id: ConnectionSpecId) -> Self {
        Self::Source(id, Vec::new())
    }

    /// The address, `#` included, as a link has it.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// The same screen, whatever is asked of it while it stands.
    pub fn screen(self) -> Self {
        match self {
            Self::Sources(_) => Self::default(),
            other => other,
        }
    }

    /// The entry of the navigation that this screen belongs to.
    pub fn section(&self) -> Option<Section> {
        match self {
            Self::Sources(_) | Self::Source(..) => Some(Section::Sources),
            Self::Connections | Self::Connection(_) | Self::EditConnection(_) => {
                Some(Section::Connections)
            }
            Self::Dataflows | Self::NewDataflow { .. } | Self::Dataflow(_) | Self::Run(_) => {
                Some(Section::Dataflows)
            }
            Self::Inlets | Self::Send { .. } => Some(Section::Inlets),
            Self::Requests => Some(Section::Requests),
            Self::Environment => Some(Section::Environment),
            Self::Unknown(_) => None,
        }
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::Sources(Filter::default())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sources(filter) => formatter.write_str(&with_query("/sources", &filter.write())),
            Self::Source(id, values) => {
                let link = write_link("", values);
                let query = link.trim_start_matches("#/sources/");
                write!(formatter, "/sources/{id}{query}")
            }
            Self::Connections => formatter.write_str("/connections"),
            Self::Connection(id) => write!(formatter, "/connections/{id}"),
            Self::EditConnection(id) => write!(formatter, "/connections/{id}/edit"),
            Self::Dataflows => formatter.write_str("/dataflows"),
            Self::NewDataflow {
                source,
                source_connection,
                target_connection,
            } => {
                write!(formatter, "/dataflows/new?source={source}")?;
                if let Some(id) = source_connection {
                    write!(formatter, "&sourceConnection={id}")?;
                }
                match target_connection {
                    Some(id) => write!(formatter, "&targetConnection={id}"),
                    None => Ok(()),
                }
            }
            Self::Dataflow(id) => write!(formatter, "/dataflows/{id}"),
            Self::Run(id) => write!(formatter, "/runs/{id}"),
            Self::Inlets => formatter.write_str("/inlets"),
            Self::Send { connection, flow } => {
                formatter.write_str("/inlets/send")?;
                let connection = connection.as_ref().map(|id| format!("connection={id}"));
                let flow = flow.as_ref().map(|id| format!("flow={id}"));
                for (position, pair) in connection.into_iter().chain(flow).enumerate() {
                    write!(formatter, "{}{pair}", if position == 0 { '?' } else { '&' })?;
                }
                Ok(())
            }
            Self::Requests => formatter.write_str("/requests"),
            Self::Environment => formatter.write_str("/environment"),
            Self::Unknown(text) => formatter.write_str(text),
        }
    }
}

/// The entries of the navigation, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Sources.
    Sources,
    /// Base connections.
    Connections,
    /// Dataflows.
    Dataflows,
    /// Inlets.
    Inlets,
    /// Requests made.
    Requests,
    /// Environment.
    Environment,
}

impl Section {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Sources,
        Self::Connections,
        Self::Dataflows,
        Self::Inlets,
        Self::Requests,
        Self::Environment,
    ];

    /// Where the entry leads.
    pub fn route(self) -> Route {
        match self {
            Self::Sources => Route::default(),
            Self::Connections => Route::Connections,
            Self::Dataflows => Route::Dataflows,
            Self::Inlets => Route::Inlets,
            Self::Requests => Route::Requests,
            Self::Environment => Route::Environment,
        }
    }
}
