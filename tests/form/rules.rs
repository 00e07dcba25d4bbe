//! What is read must also obey the schema.

use flow_console::form::FieldProblem::{Broken, NotAnInteger};
use flow_console::schema::{Format, Rule};
use serde_json::{Value, json};

use super::inputs::{refused, sent};

#[test]
fn rules_are_checked_after_reading() {
    let broken = |property: Value, typed: &str, rule: Rule| refused(property, typed, Broken(rule));
    let port = json!({ "type": "integer", "minimum": 1, "maximum": 65535 });
    sent(port.clone(), "1", json!(1));
    sent(port.clone(), "65535", json!(65535));
    broken(port.clone(), "0", Rule::Minimum { limit: 1.into() });
    broken(
        port.clone(),
        "65536",
        Rule::Maximum {
            limit: 65535.into(),
        },
    );
    // What is not read is not judged.
    refused(port, "1.5", NotAnInteger);
    let share = json!({ "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.25 });
    sent(share.clone(), "0.75", json!(0.75));
    broken(
        share.clone(),
        "0",
        Rule::ExclusiveMinimum { limit: 0.into() },
    );
    let divisor = serde_json::Number::from_f64(0.25).unwrap();
    broken(share, "0.3", Rule::MultipleOf { divisor });

    let name = json!({ "type": "string", "minLength": 2, "maxLength": 4 });
    sent(name.clone(), "éééé", json!("éééé"));
    broken(name.clone(), "é", Rule::MinLength { limit: 2, found: 1 });
    broken(name, "ééééé", Rule::MaxLength { limit: 4, found: 5 });
    let host = json!({ "type": "string", "pattern": "^[a-z.]+$" });
    sent(host.clone(), "a.b", json!("a.b"));
    broken(
        host,
        "a b",
        Rule::Pattern {
            pattern: "^[a-z.]+$".to_owned(),
        },
    );
    let address = json!({ "type": "string", "format": "uri" });
    broken(
        address,
        "nowhere",
        Rule::Format {
            format: Format::Uri,
        },
    );
    let time = json!({ "type": "string", "format": "date-time" });
    broken(
        time,
        "today",
        Rule::Format {
            format: Format::DateTime,
        },
    );
}

/// The first broken rule is said; the next one follows when that is mended.
#[test]
fn one_problem_is_said_at_a_time() {
    let both = json!({ "type": "string", "maxLength": 2, "pattern": "^[a-z]+$" });
    let rule = Rule::MaxLength { limit: 2, found: 3 };
    refused(both.clone(), "123", Broken(rule));
    refused(
        both,
        "12",
        Broken(Rule::Pattern {
            pattern: "^[a-z]+$".to_owned(),
        }),
    );
}
