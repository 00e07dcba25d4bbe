//! What a form belongs to, and what its values are called there.

use crate::catalog::DocumentedSource;
use crate::words::{
    Language, parameter_help, parameter_label, source_parameter_help, source_parameter_label,
};

/// The part of a connection specification that a form was made of.
pub(in crate::console) struct Specification {
    pub id: String,
    /// What is documented of it.
    pub source: Option<&'static DocumentedSource>,
    /// The name of the way to sign in whose parameters these are.
    pub authentication: String,
}

/// Our own word for a parameter. The catalog's words are about parameters of sources: in other forms the same name may
/// mean something else.
pub(super) fn own_label(
    specification: Option<&Specification>,
    name: &str,
    language: Language,
) -> Option<&'static str> {
    match specification {
        Some(_) => source_parameter_label(name, language),
        None => parameter_label(name, language),
    }
}

/// Our own sentence about a parameter.
pub(super) fn own_help(
    specification: Option<&Specification>,
    name: &str,
    language: Language,
) -> Option<&'static str> {
    match specification {
        Some(known) => source_parameter_help(known.source, &known.authentication, name, language),
        None => parameter_help(name, language),
    }
}
