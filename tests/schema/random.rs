//! Random values, schemas and nonsense.

use flow_console::schema::Schema;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

pub fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number(),
        text().prop_map(Value::String),
    ];
    scalar.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((name(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-4_i64..8).prop_map(Value::from),
        (-8_i32..16).prop_map(|halves| Value::from(f64::from(halves) / 2.0)),
    ]
}

const NAMES: [&str; 7] = ["a", "b", "c", "ab", "dé", "~", "/"];

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    let samples = vec![
        "",
        "a",
        "b",
        "ab",
        "abc",
        "é",
        "👍",
        "a1",
        "2020-02-29",
        "2021-02-29",
        "1.2.3.4",
        "::1",
        "http://a/b?c#d",
        "/a~0b",
        "x@y.z",
    ];
    prop::sample::select(samples).prop_map(str::to_owned)
}

/// A schema with definitions that it may refer to, also in circles through a member.
pub fn document() -> impl Strategy<Value = Value> {
    let definitions = prop::collection::vec(schema(false), 2);
    (schema(true), definitions, any::<bool>()).prop_map(|(schema, definitions, id)| {
        let mut document = match schema {
            Value::Object(keywords) if !keywords.contains_key("$ref") => keywords,
            other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
        };
        let circle = json!({"properties": {"a": {"$ref": "#"}}, "minProperties": 1});
        let definitions = json!({"x": definitions[0], "y": definitions[1], "circle": circle});
        document.insert("definitions".to_owned(), definitions);
        if id {
            document.insert("$id".to_owned(), json!("http://test/other.json"));
        }
        Value::Object(document)
    })
}

fn schema(references: bool) -> impl Strategy<Value = Value> {
    let mut leaves = vec![
        any::<bool>().prop_map(Value::Bool).boxed(),
        keywords(simple_keyword().boxed()),
        keywords(simple_keyword().boxed()),
    ];
    if references {
        let targets = vec!["#/definitions/x", "#/definitions/y", "#/definitions/circle"];
        let target = prop::sample::select(targets);
        leaves.push(target.prop_map(|target| json!({"$ref": target})).boxed());
    }
    prop::strategy::Union::new(leaves).prop_recursive(3, 24, 4, |inner| {
        let nested = nested_keyword(inner.boxed());
        keywords(prop_oneof![simple_keyword(), nested.clone(), nested].boxed())
    })
}

fn keywords(keyword: BoxedStrategy<(&'static str, Value)>) -> BoxedStrategy<Value> {
    prop::collection::vec(keyword, 0..4)
        .prop_map(|keywords| {
            let keywords = keywords.into_iter().map(|(name, it)| (name.to_owned(), it));
            Value::Object(keywords.collect())
        })
        .boxed()
}

fn simple_keyword() -> impl Strategy<Value = (&'static str, Value)> {
    let kinds = [
        "null", "boolean", "integer", "number", "string", "array", "object",
    ];
    let kinds = prop::sample::subsequence(kinds.to_vec(), 1..4).prop_shuffle();
    let formats = vec![
        "date",
        "ipv4",
        "ipv6",
        "uri",
        "json-pointer",
        "email",
        "password",
    ];
    let patterns = vec![
        "a", "^a", "b$", "^[a-z]*$", "^(a|b)+$", "\\d", "^.$", "^\\S+$",
    ];
    let limits = vec!["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    let counts = vec![
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    ];
    // In an order of their own, which is the same in every run.
    let some_names = || prop::sample::subsequence(NAMES.to_vec(), 0..3).prop_shuffle();
    prop_oneof![
        kinds.prop_map(|kinds| ("type", json!(kinds))),
        prop::sample::select(kinds_alone()).prop_map(|kind| ("type", json!(kind))),
        allowed().prop_map(|values| ("enum", values)),
        value().prop_map(|value| ("const", value)),
        (prop::sample::select(limits), number()),
        prop::sample::select(vec![json!(2), json!(0.5), json!(1), json!(1.5)])
            .prop_map(|divisor| ("multipleOf", divisor)),
        (prop::sample::select(counts), (0..4).prop_map(Value::from)),
        prop::sample::select(patterns).prop_map(|pattern| ("pattern", json!(pattern))),
        prop::sample::select(formats).prop_map(|format| ("format", json!(format))),
        Just(("uniqueItems", json!(true))),
        some_names().prop_map(|names| ("required", json!(names))),
        (name(), some_names()).prop_map(|(name, needed)| ("dependencies", json!({name: needed}))),
    ]
}

/// The other validator insists on different values.
fn allowed() -> impl Strategy<Value = Value> {
    let different = Schema::parse(&json!({"uniqueItems": true}));
    prop::collection::vec(value(), 1..4)
        .prop_map(Value::Array)
        .prop_filter("repeated", move |values| different.accepts(values))
}

fn kinds_alone() -> Vec<&'static str> {
    vec![
        "null", "boolean", "integer", "number", "string", "array", "object",
    ]
}

fn nested_keyword(inner: BoxedStrategy<Value>) -> BoxedStrategy<(&'static str, Value)> {
    let list = prop::collection::vec(inner.clone(), 1..4);
    let members = prop::collection::vec((name(), inner.clone()), 0..4)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
        .boxed();
    let patterns = vec!["^a", "b", "^[^a]$"];
    let patterns = prop::collection::vec((prop::sample::select(patterns), inner.clone()), 1..3)
        .prop_map(|members| {
            json!(
                members
                    .into_iter()
                    .collect::<std::collections::BTreeMap<_, _>>()
            )
        });
    let single = vec![
        "items",
        "additionalItems",
        "contains",
        "additionalProperties",
        "propertyNames",
        "not",
        "if",
        "then",
        "else",
    ];
    let lists = vec!["allOf", "anyOf", "oneOf", "items"];
    prop_oneof![
        (prop::sample::select(single), inner.clone()),
        (prop::sample::select(lists), list.prop_map(Value::Array)),
        members.clone().prop_map(|members| ("properties", members)),
        patterns.prop_map(|patterns| ("patternProperties", patterns)),
        members.prop_map(|members| ("dependencies", members)),
    ]
    .boxed()
}

/// Anything at all, with many keywords in it.
pub fn nonsense() -> impl Strategy<Value = Value> {
    let keywords = vec![
        "$ref",
        "$id",
        "type",
        "properties",
        "items",
        "allOf",
        "anyOf",
        "not",
        "if",
        "then",
        "required",
        "pattern",
        "patternProperties",
        "enum",
        "definitions",
        "dependencies",
        "minimum",
        "multipleOf",
        "minLength",
        "propertyNames",
        "additionalProperties",
        "format",
    ];
    let texts = vec![
        "#",
        "#/",
        "#/definitions/a",
        "#/properties",
        "#/allOf/0",
        "#a",
        "http://a/b#c",
        "%",
        "string",
        "(",
        "(a+)+$",
        "a",
        "",
        "~2",
        "#/%25",
        "//",
        "?",
        "..",
    ];
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(texts).prop_map(Value::from),
    ];
    let name = prop::sample::select(keywords).prop_map(str::to_owned);
    scalar.prop_recursive(5, 48, 5, move |inner| {
        let members = prop::collection::vec((name.clone(), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
            members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}
