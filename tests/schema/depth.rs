//! Inputs that are deep or lead in circles: nothing panics or hangs.

use flow_console::schema::{Rule, Schema};
use serde_json::{Map, Value, json};

use crate::{defects, describe, nested, rules, timed};

/// Runs something on the stack that a page has.
fn on_small_stack(action: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(1 << 20)
        .spawn(action);
    thread.unwrap().join().unwrap();
}

/// A value that is deeper than the stack allows to drop is taken apart level by level.
fn dismantle(mut value: Value) {
    while let Some(inner) = value.get_mut(0).map(Value::take) {
        value = inner;
    }
}

#[test]
fn deep_values() {
    on_small_stack(|| {
        let tree = Schema::parse(&json!({"anyOf": [{"items": {"$ref": "#"}}]}));
        let deepest = nested(128, |inner| json!([inner]));
        assert_eq!(rules(&tree, &deepest), []);
        let too_deep = json!([deepest]);
        assert_eq!(rules(&tree, &too_deep), [Rule::TooDeep { limit: 128 }]);
        assert_eq!(
            rules(&Schema::parse(&json!(true)), &too_deep),
            [Rule::TooDeep { limit: 128 }]
        );
        let mut abyss = json!(1);
        for _ in 0..100_000 {
            abyss = Value::Array(vec![abyss]);
        }
        assert_eq!(rules(&tree, &abyss), [Rule::TooDeep { limit: 128 }]);
        assert!(!tree.accepts(&abyss));
        dismantle(abyss);
    });
}

#[test]
fn deep_comparisons() {
    on_small_stack(|| {
        let deep = nested(120, |inner| json!({"a": inner, "c": 1}));
        let schema = Schema::parse(&json!({"const": deep, "enum": [deep]}));
        assert_eq!(rules(&schema, &deep), []);
        let pair = json!([deep, deep]);
        let unique = Schema::parse(&json!({"uniqueItems": true}));
        assert_eq!(
            rules(&unique, &pair),
            [Rule::UniqueItems {
                first: 0,
                second: 1
            }]
        );
        let too_deep = Schema::parse(&json!({"const": nested(129, |inner| json!([inner]))}));
        assert_eq!(defects(&too_deep), ["/const | deeper than 128"]);
    });
}

#[test]
fn deep_schemas() {
    on_small_stack(|| {
        for keyword in ["items", "not", "if", "contains", "additionalProperties"] {
            let deepest = nested(256, |inner| json!({keyword: inner}));
            let deeper = json!({keyword: deepest});
            let schema = Schema::parse(&deeper);
            let place = format!("/{keyword}").repeat(256);
            assert_eq!(defects(&schema), [format!("{place} | deeper than 256")]);
            schema.validate(&json!([[1]]));
            schema.validate(&json!({"a": {"a": 1}}));
        }
    });
}

#[test]
fn chains_of_schemas_for_one_value() {
    on_small_stack(|| {
        for (keyword, single) in [
            ("allOf", false),
            ("anyOf", false),
            ("oneOf", false),
            ("not", true),
        ] {
            let mut definitions = Map::new();
            for number in 0..400 {
                let next = json!({"$ref": format!("#/definitions/{}", number + 1)});
                let part = if single { next } else { json!([next]) };
                definitions.insert(number.to_string(), json!({keyword: part}));
            }
            definitions.insert("400".to_owned(), json!(true));
            let schema = json!({"$ref": "#/definitions/0", "definitions": definitions});
            let schema = Schema::parse(&schema);
            assert!(!schema.accepts(&json!(1)), "{keyword}");
            assert!(!schema.validate(&json!(1)).is_empty(), "{keyword}");
            let lower = schema.part(&"/definitions/150".parse().unwrap()).unwrap();
            assert!(lower.accepts(&json!(1)), "{keyword}");
        }
    });
}

/// References form a diamond on each level, so that the ways double with each.
#[test]
fn doubling_references() {
    let levels = 60;
    let mut definitions = Map::new();
    for number in 0..levels {
        let next = json!({"$ref": format!("#/definitions/{}", number + 1)});
        let step = match number % 3 {
            0 => json!({"allOf": [next, next]}),
            1 => json!({"anyOf": [next, next]}),
            _ => json!({"oneOf": [{"properties": {"a": next}, "type": "object"}, next]}),
        };
        definitions.insert(number.to_string(), step);
    }
    for last in [
        json!({"type": "object"}),
        json!({"required": ["b"]}),
        json!(true),
    ] {
        definitions.insert(levels.to_string(), last);
        let schema = json!({"$ref": "#/definitions/0", "definitions": definitions});
        let schema = Schema::parse(&schema);
        timed(|| {
            for value in [json!(1), json!({}), json!({"a": {"a": {"a": 1}}})] {
                assert_eq!(schema.validate(&value).is_empty(), schema.accepts(&value));
            }
        });
    }
}

#[test]
fn recursion_that_doubles_with_the_value() {
    let both =
        json!([{"properties": {"a": {"$ref": "#"}}}, {"additionalProperties": {"$ref": "#"}}]);
    let schema = Schema::parse(&json!({"allOf": both, "type": "object"}));
    let value = nested(100, |inner| json!({"a": inner}));
    let problems = timed(|| schema.validate(&value));
    let place = "/a".repeat(99);
    assert_eq!(
        problems.iter().map(describe).collect::<Vec<_>>(),
        [format!("{place} | /type | type object, found integer")]
    );
}

#[test]
fn long_chains_of_references() {
    let mut definitions = Map::new();
    let length = 50_000;
    for number in 0..length {
        let next = json!({"$ref": format!("#/definitions/{}", number + 1)});
        definitions.insert(number.to_string(), next);
    }
    definitions.insert(length.to_string(), json!({"type": "null"}));
    let schema = json!({"items": {"$ref": "#/definitions/0"}, "definitions": definitions});
    timed(|| {
        let schema = Schema::parse(&schema);
        assert_eq!(defects(&schema), Vec::<String>::new());
        assert!(schema.accepts(&Value::from(vec![Value::Null; 50_000])));
    });
}

#[test]
fn large_circles() {
    let mut definitions = Map::new();
    let length = 20_000;
    for number in 0..length {
        let next = json!({"$ref": format!("#/definitions/{}", (number + 1) % length)});
        definitions.insert(
            number.to_string(),
            json!({"anyOf": [next, {"$ref": "#/definitions/0"}]}),
        );
    }
    let schema = json!({"$ref": "#/definitions/0", "definitions": definitions});
    timed(|| {
        let schema = Schema::parse(&schema);
        assert_eq!(schema.defects().len(), 1_000);
        assert!(schema.accepts(&json!(1)));
    });
}
