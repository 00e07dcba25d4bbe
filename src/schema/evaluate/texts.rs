//! Keywords about texts.

use crate::schema::keyword::TextTest;
use crate::schema::problem::Rule;

/// The rule that the text breaks, if it does; `None` if that cannot be said.
pub(super) fn check(test: &TextTest, text: &str) -> Option<Result<(), Rule>> {
    let rule = match test {
        TextTest::MinLength(limit) => {
            let (limit, found) = (*limit, length(text));
            (found < limit).then_some(Rule::MinLength { limit, found })
        }
        TextTest::MaxLength(limit) => {
            let (limit, found) = (*limit, length(text));
            (found > limit).then_some(Rule::MaxLength { limit, found })
        }
        TextTest::Pattern(pattern) => (!pattern.accepts(text)?).then(|| Rule::Pattern {
            pattern: pattern.source.clone(),
        }),
        TextTest::Format(format) => {
            let format = *format;
            (!format.accepts(text)).then_some(Rule::Format { format })
        }
    };
    Some(rule.map_or(Ok(()), Err))
}

fn length(text: &str) -> u64 {
    text.chars().count() as u64
}
