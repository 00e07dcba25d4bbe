//! What validation says: which rule is broken where, and what is wrong with a schema itself.

use std::sync::Arc;

use serde_json::{Number, Value};

use super::format::Format;
use super::pointer::Pointer;

/// One broken rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The place in the value that breaks the rule.
    pub instance: Pointer,
    /// The place of the keyword in the schema document; behind a `$ref` it is the place that the
    /// reference leads to, not the way there.
    pub schema: Pointer,
    /// The rule with its parameters.
    pub rule: Rule,
}

/// The seven types of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number without a fraction; `1.0` is one.
    Integer,
    /// Any number.
    Number,
    /// A text.
    String,
    /// A list.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 7] = [
        Kind::Null,
        Kind::Boolean,
        Kind::Integer,
        Kind::Number,
        Kind::String,
        Kind::Array,
        Kind::Object,
    ];

    /// The narrowest kind of a value: `Integer` for `1.0`, `Number` for `1.5`.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if super::number::is_integer(number) => Self::Integer,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    /// The word that the keyword `type` has for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The kind that a word of the keyword `type` means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A broken keyword with its parameters.
///
/// Closed, so that the words for it are complete by the compiler in each language. Lengths are
/// Unicode scalar values, counts are elements or members.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// `type`: the value is of none of the expected kinds.
    Type {
        /// The kinds that are allowed, as the schema lists them.
        expected: Vec<Kind>,
        /// The narrowest kind of the value.
        found: Kind,
    },
    /// `enum`: the value is none of the allowed ones.
    Enum {
        /// The allowed values, as the schema lists them.
        allowed: Arc<[Value]>,
    },
    /// `const`: the value is another one.
    Const {
        /// The only allowed value.
        expected: Arc<Value>,
    },
    /// `minimum`: the number is below the limit.
    Minimum {
        /// The smallest allowed number.
        limit: Number,
    },
    /// `exclusiveMinimum`: the number is not above the limit.
    ExclusiveMinimum {
        /// The largest number that is too small.
        limit: Number,
    },
    /// `maximum`: the number is above the limit.
    Maximum {
        /// The largest allowed number.
        limit: Number,
    },
    /// `exclusiveMaximum`: the number is not below the limit.
    ExclusiveMaximum {
        /// The smallest number that is too large.
        limit: Number,
    },
    /// `multipleOf`: the number is no whole multiple of the divisor.
    MultipleOf {
        /// The divisor, above zero.
        divisor: Number,
    },
    /// `minLength`: the text is too short.
    MinLength {
        /// The smallest allowed length.
        limit: u64,
        /// The length of the text.
        found: u64,
    },
    /// `maxLength`: the text is too long.
    MaxLength {
        /// The largest allowed length.
        limit: u64,
        /// The length of the text.
        found: u64,
    },
    /// `pattern`: the regular expression matches nowhere in the text.
    Pattern {
        /// The regular expression.
        pattern: String,
    },
    /// `format`: the text is not of the format.
    Format {
        /// The format.
        format: Format,
    },
    /// `minItems`: the array has too few elements.
    MinItems {
        /// The smallest allowed count.
        limit: u64,
        /// The count.
        found: u64,
    },
    /// `maxItems`: the array has too many elements.
    MaxItems {
        /// The largest allowed count.
        limit: u64,
        /// The count.
        found: u64,
    },
    /// `uniqueItems`: two elements are equal.
    UniqueItems {
        /// The position of an element.
        first: usize,
        /// The position of the earliest element that repeats an earlier one.
        second: usize,
    },
    /// `contains`: no element is as the schema asks.
    Contains,
    /// `additionalItems` is `false` and the array is longer than the tuple.
    AdditionalItems {
        /// The length of the tuple.
        limit: u64,
        /// The count of elements.
        found: u64,
    },
    /// `minProperties`: the object has too few members.
    MinProperties {
        /// The smallest allowed count.
        limit: u64,
        /// The count.
        found: u64,
    },
    /// `maxProperties`: the object has too many members.
    MaxProperties {
        /// The largest allowed count.
        limit: u64,
        /// The count.
        found: u64,
    },
    /// `required`: the object, which is the instance of the problem, lacks a member.
    Required {
        /// The name of the missing member.
        property: String,
    },
    /// `propertyNames`: the name of a member is not as the schema asks.
    PropertyName {
        /// The name.
        property: String,
        /// What is wrong with the name; their instance is the member.
        problems: Vec<Problem>,
    },
    /// `additionalProperties` is `false` and the object, which is the instance of the problem,
    /// has a member beside the known ones.
    AdditionalProperty {
        /// The name of the member.
        property: String,
    },
    /// `dependencies` or `dependentRequired`: a member is there without another one.
    DependentRequired {
        /// The name of the member that is there.
        property: String,
        /// The name of the member that it needs.
        missing: String,
    },
    /// `anyOf`: no branch accepts the value.
    AnyOf {
        /// The problems of each branch.
        branches: Vec<Vec<Problem>>,
    },
    /// `oneOf`: no branch or more than one accepts the value.
    OneOf {
        /// How many branches accept the value: 0, or 2 and more.
        matching: usize,
        /// The problems of each branch; empty for one that accepts the value.
        branches: Vec<Vec<Problem>>,
    },
    /// `not`: the value is what it must not be.
    Not,
    /// The schema is `false`: nothing may be here.
    False,
    /// The value and the schema together are nested too deep to be judged.
    TooDeep {
        /// How many levels are judged.
        limit: usize,
    },
}

/// Something in a schema that cannot be applied and is therefore ignored.
#[derive(Clone, Debug, PartialEq)]
pub struct Defect {
    /// The place in the schema document.
    pub schema: Pointer,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong at a place of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A schema that is neither an object nor a boolean; it is read as `true`.
    NoSchema,
    /// A keyword whose value is of the wrong kind or out of range.
    Malformed,
    /// A `$ref` to a place that this document does not have.
    UnresolvedReference {
        /// The reference as written.
        reference: String,
    },
    /// A `$ref` to another document; those are never loaded.
    RemoteReference {
        /// The reference as written.
        reference: String,
    },
    /// A `$ref` that leads back to itself without stepping into the value.
    EndlessReference,
    /// A regular expression with a syntax error.
    InvalidPattern {
        /// The regular expression.
        pattern: String,
    },
    /// A regular expression that is not run, because the time it takes may grow exponentially
    /// or cannot be foreseen.
    UnsafePattern {
        /// The regular expression.
        pattern: String,
    },
    /// A regular expression that is run on texts up to a length only, because the time it takes
    /// grows faster than the text.
    SlowPattern {
        /// The regular expression.
        pattern: String,
        /// The longest text that is checked, in bytes.
        longest: usize,
    },
    /// A regular expression that this build has no engine for.
    UncheckedPattern {
        /// The regular expression.
        pattern: String,
    },
    /// The schema, or a value inside it, is nested too deep.
    TooDeep {
        /// How many levels are read.
        limit: usize,
    },
}
