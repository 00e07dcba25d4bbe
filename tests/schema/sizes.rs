//! Inputs that are large: nothing takes quadratic time, and lists end somewhere.

use flow_console::schema::{Rule, Schema};
use serde_json::{Map, Value, json};

use crate::{defects, nested, rules, timed};

#[test]
fn long_arrays() {
    let unique = Schema::parse(&json!({"uniqueItems": true}));
    let numbers: Vec<Value> = (0..100_000)
        .map(|number| json!(number * 7 % 100_003))
        .collect();
    let texts: Vec<Value> = (0..100_000)
        .map(|number| json!(format!("{number:x}")))
        .collect();
    let objects: Vec<Value> = (0..100_000)
        .map(|number| json!({"a": 1, "b": [number]}))
        .collect();
    let floats: Vec<Value> = (0..100_000)
        .map(|number| json!(f64::from(number) / 8.0))
        .collect();
    for values in [numbers, texts, objects, floats] {
        let mut values = Value::from(values);
        timed(|| assert!(unique.accepts(&values)));
        let last = values[99_999].clone();
        values[50_000] = last;
        let expected = Rule::UniqueItems {
            first: 50_000,
            second: 99_999,
        };
        timed(|| assert_eq!(rules(&unique, &values), [expected]));
    }
    let equal = Value::from(vec![json!({"a": [1, 2]}); 100_000]);
    timed(|| {
        assert_eq!(
            rules(&unique, &equal),
            [Rule::UniqueItems {
                first: 0,
                second: 1
            }]
        )
    });
}

#[test]
fn large_enumerations() {
    let values: Vec<Value> = (0..100_000)
        .map(|number| json!(format!("v{number}")))
        .collect();
    let schema = Schema::parse(&json!({"items": {"enum": values}}));
    timed(|| assert!(schema.accepts(&Value::from(values))));
}

#[test]
fn large_objects() {
    let members: Map<String, Value> = (0..50_000)
        .map(|number| (format!("p{number}"), json!(number)))
        .collect();
    let properties: Map<String, Value> = members
        .keys()
        .map(|name| (name.clone(), json!({"type": "integer"})))
        .collect();
    let names: Vec<&String> = members.keys().collect();
    let needed: Map<String, Value> = members
        .keys()
        .map(|name| (name.clone(), json!(["p0"])))
        .collect();
    let schema = json!({"properties": properties, "required": names, "additionalProperties": false,
        "dependencies": needed, "propertyNames": {"pattern": "^p"}, "const": members});
    let schema = timed(|| Schema::parse(&schema));
    let value = Value::from(members);
    timed(|| assert!(schema.accepts(&value)));
    let problems = timed(|| schema.validate(&json!({"p1": "x", "q": 1})));
    assert!((5_000..=10_000).contains(&problems.len()));
}

#[test]
fn long_texts() {
    let long = json!("é".repeat(500_000));
    let schema =
        Schema::parse(&json!({"minLength": 500_000, "maxLength": 500_000, "pattern": "^x$"}));
    // The text is too long for any pattern.
    timed(|| assert!(schema.accepts(&long)));
    for format in flow_console::schema::Format::ALL {
        let schema = Schema::parse(&json!({"format": format.name()}));
        for unit in ["a", "1.", ":", "-", "~0/", "(", "%41", "\"", "[", "a@"] {
            timed(|| schema.validate(&json!(unit.repeat(1_000_000 / unit.len()))));
        }
    }
}

#[test]
fn the_list_of_problems_ends() {
    let schema = Schema::parse(&json!({"items": {"type": "string"}}));
    let values = Value::from(vec![json!(1); 100_000]);
    assert_eq!(timed(|| schema.validate(&values)).len(), 10_000);
    // Long names would be repeated in each pointer.
    let name = "n".repeat(1_000_000);
    let problems = timed(|| schema.part(&"".parse().unwrap()).unwrap().validate(&values));
    assert_eq!(problems.len(), 10_000);
    let schema = Schema::parse(&json!({"additionalProperties": {"items": false}}));
    let problems = timed(|| schema.validate(&json!({name: vec![1; 10_000]})));
    assert!((1..10).contains(&problems.len()), "{}", problems.len());
}

/// Branches that fill the list and are dropped then leave room for what counts.
#[test]
fn the_list_is_never_empty_for_an_invalid_value() {
    let many = json!({"items": {"type": "string"}});
    let values = Value::from(vec![json!(1); 20_000]);
    for schema in [
        json!({"anyOf": [many, {"type": "null"}]}),
        json!({"oneOf": [many, true], "maxItems": 1}),
        json!({"allOf": [{"oneOf": [many, many, true]}, {"maxItems": 1}]}),
        json!({"anyOf": [many, {"anyOf": [{"anyOf": [{"type": "null"}]}]}]}),
        json!({"allOf": [{"anyOf": [many, many]}, {"anyOf": [many, many]}]}),
    ] {
        let schema = Schema::parse(&schema);
        assert!(!schema.accepts(&values));
        assert!(!timed(|| schema.validate(&values)).is_empty());
    }
}

#[test]
fn the_list_of_defects_ends() {
    let bad: Vec<Value> = (0..50_000).map(|_| json!({"type": 1})).collect();
    let schema = timed(|| Schema::parse(&json!({"allOf": bad})));
    assert_eq!(schema.defects().len(), 1_000);
    let name = "n".repeat(100_000);
    let bad: Vec<Value> = (0..1_000).map(|_| json!({"type": 1})).collect();
    let schema = timed(|| Schema::parse(&json!({"properties": {name: {"allOf": bad}}})));
    assert!((1..20).contains(&schema.defects().len()));
}

#[test]
fn long_names() {
    let long = "a/".repeat(3_000);
    let schema = Schema::parse(&json!({"$id": long, "properties": {"a": {"$ref": long}}}));
    assert_eq!(
        defects(&schema),
        ["/$id | malformed", "/properties/a/$ref | malformed"]
    );
    let deep = nested(
        200,
        |inner| json!({"$id": "a/".repeat(2_000), "not": inner}),
    );
    timed(|| Schema::parse(&deep));
}
