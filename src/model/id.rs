//! Identifiers, one type each, so that a flow's id never lands where a connection's belongs.

use std::fmt;

macro_rules! id {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The identifier as it is written on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a kind of source, the same in every organisation (a UUID).
    ConnectionSpecId
}
id! {
    /// Names a base connection of one sandbox (a UUID).
    BaseConnectionId
}
id! {
    /// Names a source connection of one sandbox (a UUID).
    SourceConnectionId
}
id! {
    /// Names a target connection of one sandbox (a UUID).
    TargetConnectionId
}
id! {
    /// Names a kind of dataflow, the same in every organisation (a UUID).
    FlowSpecId
}
id! {
    /// Names a dataflow of one sandbox (a UUID).
    FlowId
}
id! {
    /// Names one run of a dataflow (a UUID).
    RunId
}
id! {
    /// Names a streaming endpoint: 64 hexadecimal digits, not the connection's UUID.
    InletId
}
id! {
    /// Names a dataset of the catalog: 24 hexadecimal digits.
    DataSetId
}

impl ConnectionSpecId {
    /// The data lake, the target of every ingestion dataflow (fixed by Adobe, printed in its tutorials).
    pub fn data_lake() -> Self {
        Self::from("c604ff05-7f1a-43c0-8e18-33bf874cb11c")
    }
}

impl FlowSpecId {
    /// Streaming over HTTP without a transformation (fixed by Adobe, printed in its tutorials).
    pub fn streaming_without_transformation() -> Self {
        Self::from("d8a6f005-7eaf-4153-983e-e8574508b877")
    }
}
