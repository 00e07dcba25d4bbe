//! Keywords about numbers.

use serde_json::Number;

use crate::schema::keyword::NumberTest;
use crate::schema::number;
use crate::schema::problem::Rule;

/// The rule that the number breaks, if it does.
pub(super) fn check(test: &NumberTest, found: &Number) -> Option<Rule> {
    let (fits, rule): (bool, fn(Number) -> Rule) = match test {
        NumberTest::Minimum(limit) => (number::compare(found, limit).is_ge(), |limit| {
            Rule::Minimum { limit }
        }),
        NumberTest::ExclusiveMinimum(limit) => (number::compare(found, limit).is_gt(), |limit| {
            Rule::ExclusiveMinimum { limit }
        }),
        NumberTest::Maximum(limit) => (number::compare(found, limit).is_le(), |limit| {
            Rule::Maximum { limit }
        }),
        NumberTest::ExclusiveMaximum(limit) => (number::compare(found, limit).is_lt(), |limit| {
            Rule::ExclusiveMaximum { limit }
        }),
        NumberTest::MultipleOf(divisor) => (number::is_multiple(found, divisor), |divisor| {
            Rule::MultipleOf { divisor }
        }),
    };
    (!fits).then(|| rule(test.limit().clone()))
}

impl NumberTest {
    fn limit(&self) -> &Number {
        match self {
            Self::Minimum(limit)
            | Self::ExclusiveMinimum(limit)
            | Self::Maximum(limit)
            | Self::ExclusiveMaximum(limit)
            | Self::MultipleOf(limit) => limit,
        }
    }
}
