//! Why the emulator says no, each reason once. The codes are those of Adobe's error tables, the sentences are ours.

use super::refusal::{FlowError, Refusal};

impl Refusal {
    fn flow(number: u32, status: u16, title: &'static str, message: impl Into<String>) -> Self {
        Self::Flow(Box::new(FlowError {
            number,
            status,
            title,
            message: message.into(),
            entity: None,
        }))
    }

    pub(super) fn inlet(status: u16, title: &'static str, message: impl Into<String>) -> Self {
        Self::Inlet {
            status,
            title,
            message: message.into(),
        }
    }

    /// The connector behind the service refuses. Its own number goes into the sentence.
    pub(super) fn provider(number: u32, message: impl std::fmt::Display) -> Self {
        Self::flow(
            1100,
            400,
            "Provider refused the request",
            format!("{message} (provider code {number})"),
        )
    }

    /// The connector finds fault with parameters; the sentence names each.
    pub(super) fn parameters(message: String) -> Self {
        Self::flow(1100, 400, "Provider refused the request", message)
    }

    pub(super) fn internal() -> Self {
        Self::flow(
            1400,
            500,
            "Internal error",
            "The service failed to handle the request.",
        )
    }

    pub(super) fn unavailable() -> Self {
        Self::flow(
            1103,
            503,
            "Provider unavailable",
            "The service is unavailable at present. Try again later.",
        )
    }

    pub(super) fn limit_with_count() -> Self {
        Self::flow(
            1401,
            400,
            "Query not allowed",
            "The parameters limit and count exclude each other.",
        )
    }

    /// Adobe's table has 400 for it, where the protocol would have 428.
    pub(super) fn revision_missing() -> Self {
        Self::flow(
            1403,
            400,
            "Version missing",
            "The header If-Match is missing.",
        )
    }

    pub(super) fn revision_old() -> Self {
        Self::flow(
            1404,
            412,
            "Version not matching",
            "The version in If-Match is not the present one.",
        )
    }

    pub(super) fn empty_body() -> Self {
        Self::flow(
            1405,
            400,
            "Request body empty",
            "The request needs a body and has none.",
        )
    }

    pub(super) fn state_in_body() -> Self {
        Self::flow(
            1410,
            400,
            "State not allowed",
            "The state of a flow cannot be set when it is created.",
        )
    }

    pub(super) fn mapping_version() -> Self {
        Self::flow(
            1412,
            400,
            "Mapping version wrong",
            "transformations[0].params.mappingVersion is not a whole number.",
        )
    }

    pub(super) fn spec_wrong(message: impl Into<String>) -> Self {
        Self::flow(1413, 400, "Specification wrong", message)
    }

    /// What a connection is made of stays what it was.
    pub(super) fn patch_forbidden(path: &str) -> Self {
        Self::flow(
            1414,
            400,
            "Change not allowed",
            format!("{path} of a connection cannot be changed."),
        )
    }

    pub(super) fn patch_operator(operator: &str) -> Self {
        Self::flow(
            1434,
            400,
            "Patch operation not supported",
            format!("The patch operation \"{operator}\" is not supported."),
        )
    }

    pub(super) fn patch_place(path: &str) -> Self {
        Self::flow(
            1455,
            400,
            "Patch path missing",
            format!("There is nothing at the path {path}."),
        )
    }

    pub(super) fn auth_spec_unknown(name: &str) -> Self {
        Self::flow(
            1415,
            400,
            "Authentication type unknown",
            format!("auth.specName: the connection specification has no \"{name}\"."),
        )
    }

    pub(super) fn mapping(message: impl Into<String>) -> Self {
        Self::flow(1419, 400, "Mapping refused", message)
    }

    pub(super) fn order_prefix(text: &str) -> Self {
        Self::flow(
            1432,
            400,
            "Order wrong",
            format!("orderby: \"{text}\" begins with neither + nor -."),
        )
    }

    pub(super) fn order_field(text: &str) -> Self {
        Self::flow(
            1433,
            400,
            "Order wrong",
            format!("orderby: there is no field \"{text}\"."),
        )
    }

    /// An identifier in the path that nothing has.
    pub(super) fn not_found(collection: &'static str, id: &str) -> Self {
        Self::missing(404, collection, id)
    }

    /// An identifier in the body that nothing has. Adobe's table lists the code with 400 too.
    pub(super) fn reference(collection: &'static str, id: &str) -> Self {
        Self::missing(400, collection, id)
    }

    fn missing(status: u16, collection: &'static str, id: &str) -> Self {
        Self::Flow(Box::new(FlowError {
            number: 1439,
            status,
            title: "Entity not found",
            message: format!("There is no entity with the id {id} in {collection}."),
            entity: Some((collection, id.to_owned())),
        }))
    }

    pub(super) fn no_such_path() -> Self {
        Self::flow(
            1439,
            404,
            "Path not found",
            "The service has no resource at this path.",
        )
    }

    pub(super) fn operator_not_implemented(text: &str) -> Self {
        Self::flow(
            1440,
            400,
            "Operator not implemented",
            format!("property: the operator ~ of \"{text}\" is not implemented."),
        )
    }

    pub(super) fn operator_takes_one_value(text: &str) -> Self {
        Self::flow(
            1443,
            400,
            "Operator takes one value",
            format!("property: the operator of \"{text}\" takes no list of values."),
        )
    }

    pub(super) fn filter_field(text: &str) -> Self {
        Self::flow(
            1449,
            400,
            "Filter wrong",
            format!("property: there is no field \"{text}\"."),
        )
    }

    pub(super) fn operator_unknown(text: &str) -> Self {
        Self::flow(
            1450,
            400,
            "Filter wrong",
            format!("property: \"{text}\" has no operator that is known."),
        )
    }

    pub(super) fn query_parameter(name: &str) -> Self {
        Self::flow(
            1451,
            400,
            "Query parameter unknown",
            format!("The query parameter {name} is not known here."),
        )
    }

    pub(super) fn one_value(text: &str) -> Self {
        Self::flow(
            1452,
            400,
            "Filter wrong",
            format!("property: \"{text}\" may have one value only."),
        )
    }

    pub(super) fn filter_value(text: &str) -> Self {
        Self::flow(
            1453,
            400,
            "Filter wrong",
            format!("property: \"{text}\" has no value."),
        )
    }

    pub(super) fn parameter_value(text: &str) -> Self {
        Self::flow(
            1454,
            400,
            "Query parameter wrong",
            format!("The query parameter \"{text}\" has a value that cannot be used."),
        )
    }

    pub(super) fn sandbox_unknown(name: &str) -> Self {
        Self::flow(
            2100,
            404,
            "Sandbox not found",
            format!("The organisation has no sandbox named \"{name}\"."),
        )
    }

    pub(super) fn sandbox_missing() -> Self {
        Self::flow(
            2105,
            400,
            "Sandbox missing",
            "The header x-sandbox-name is missing.",
        )
    }

    pub(super) fn throttled() -> Self {
        Self::Gateway {
            code: 429_050,
            message: "Too many requests",
        }
    }

    pub(super) fn token_refused() -> Self {
        Self::Gateway {
            code: 401_013,
            message: "Oauth token is not valid",
        }
    }

    pub(super) fn inlet_authorization(inlet_id: &str, problem: &str) -> Self {
        Self::InletAuthorization {
            message: format!("[{inlet_id}] Ims service token {problem}"),
        }
    }
}
