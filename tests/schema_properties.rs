//! Random schemas and values: the verdicts are those of another validator, and the problems that
//! are reported make sense.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use flow_console::schema::{Pointer, Problem, Rule, Schema};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Map, Value, json};

/// `PROPTEST_CASES` asks for another number of cases.
fn settings(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    config.failure_persistence = Some(Box::new(FileFailurePersistence::Off));
    config
}

proptest! {
    #![proptest_config(settings(3_000))]

    #[test]
    fn agrees_with_another_validator(schema in document(), values in prop::collection::vec(value(), 1..6)) {
        let ours = Schema::parse(&schema);
        prop_assert_eq!(ours.defects(), &[]);
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.set_default_draft(boon::Draft::V7);
        compiler.enable_format_assertions();
        compiler.add_resource("http://test/schema.json", schema.clone()).unwrap();
        let theirs = compiler.compile("http://test/schema.json", &mut schemas).unwrap();
        for value in &values {
            let problems = ours.validate(value);
            let expected = schemas.validate(value, theirs).is_ok();
            prop_assert_eq!(problems.is_empty(), expected, "{} {:?}", value, problems);
            prop_assert_eq!(ours.accepts(value), expected);
            check_problems(&problems, &schema, value);
        }
    }
}

proptest! {
    #![proptest_config(settings(2_000))]

    /// Whatever it is given as a schema, it reads it and says where it is wrong.
    #[test]
    fn reads_anything_as_a_schema(document in nonsense(), value in value()) {
        let schema = Schema::parse(&document);
        for defect in schema.defects() {
            prop_assert!(defect.schema.get(&document).is_some(), "{}", defect.schema);
        }
        prop_assert_eq!(schema.validate(&value).is_empty(), schema.accepts(&value));
    }

    #[test]
    fn pointers_survive_their_text(tokens in prop::collection::vec("[a~/01%é-]{0,4}", 0..5)) {
        let pointer = tokens.iter().fold(Pointer::root(), |place, token| place.child(token));
        prop_assert_eq!(pointer.to_string().parse::<Pointer>(), Ok(pointer.clone()));
        prop_assert_eq!(pointer.tokens().collect::<Vec<_>>(), tokens);
    }

    #[test]
    fn what_was_set_is_there(mut value in value(), tokens in prop::collection::vec("[ab01-]", 0..4)) {
        let pointer = tokens.iter().fold(Pointer::root(), |place, token| place.child(token));
        let appends = tokens.iter().any(|token| token == "-");
        if pointer.set(&mut value, json!("new")).is_ok() && !appends {
            prop_assert_eq!(pointer.get(&value), Some(&json!("new")));
            let removed = pointer.remove(&mut value);
            prop_assert_eq!(removed, Some(json!("new")));
        }
    }
}

/// The places of the problems exist, and nothing is listed twice.
fn check_problems(problems: &[Problem], schema: &Value, value: &Value) {
    for (position, problem) in problems.iter().enumerate() {
        assert!(
            problem.schema.get(schema).is_some(),
            "no {} in {schema}",
            problem.schema
        );
        assert!(
            problem.instance.get(value).is_some(),
            "no {} in {value}",
            problem.instance
        );
        assert!(
            !problems[..position].contains(problem),
            "twice: {problem:?}"
        );
        match &problem.rule {
            Rule::AnyOf { branches } | Rule::OneOf { branches, .. } => {
                for branch in branches {
                    check_problems(branch, schema, value);
                }
            }
            Rule::PropertyName { problems, .. } => check_problems(problems, schema, value),
            _ => {}
        }
    }
}

fn value() -> impl Strategy<Value = Value> {
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

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", "ab", "dé", "~", "/"]).prop_map(str::to_owned)
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
fn document() -> impl Strategy<Value = Value> {
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
    let kinds = prop::collection::hash_set(prop::sample::select(kinds.to_vec()), 1..4);
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
    let names = prop::collection::hash_set(name(), 0..3);
    let dependencies = prop::collection::hash_set(name(), 0..3);
    prop_oneof![
        kinds.prop_map(|kinds| ("type", json!(kinds.into_iter().collect::<Vec<_>>()))),
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
        names.prop_map(|names| ("required", json!(names))),
        (name(), dependencies).prop_map(|(name, needed)| ("dependencies", json!({name: needed}))),
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
fn nonsense() -> impl Strategy<Value = Value> {
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
