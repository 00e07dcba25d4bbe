//! Arbitrary JSON, for the tests that try many.

use proptest::prelude::*;
use serde_json::{Map, Value};

/// JSON of a few levels, with odd texts and numbers.
pub fn json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![".{0,12}", "[\\[\\]{},:\"\\\\ \n$'a]{0,8}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.clone().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        let members = prop::collection::vec((text.clone(), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::Array),
            members.prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}
