//! Keywords that ask the same of all kinds of values.

use serde_json::Value;

use crate::schema::compare;
use crate::schema::keyword::Test;
use crate::schema::problem::{Kind, Rule};

/// The rule that the value breaks, if it does; keywords about one kind ask nothing of others.
pub(super) fn check(test: &Test, value: &Value) -> Option<Rule> {
    match test {
        Test::Type(expected) => {
            let found = Kind::of(value);
            let is_number = found == Kind::Integer && expected.contains(&Kind::Number);
            let fits = is_number || expected.contains(&found);
            (!fits).then(|| Rule::Type {
                expected: expected.clone(),
                found,
            })
        }
        Test::Enum(allowed) => (!allowed.contains(value)).then(|| Rule::Enum {
            allowed: allowed.values.clone(),
        }),
        Test::Const(expected) => {
            let fits = compare::compare(expected, value).is_eq();
            (!fits).then(|| Rule::Const {
                expected: expected.clone(),
            })
        }
        _ => None,
    }
}
