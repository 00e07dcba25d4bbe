//! Random schemas and values: the verdicts are those of another validator, and the problems that
//! are reported make sense.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "schema/random.rs"]
mod random;

use flow_console::schema::{Pointer, Problem, Rule, Schema};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

use self::random::{document, nonsense, value};

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
    #![proptest_config(settings(1_000))]

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
    #![proptest_config(settings(1_000))]

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
