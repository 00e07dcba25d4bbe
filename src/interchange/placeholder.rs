//! What stands for a value that is still to come: `{SERVER}`, `{{server}}`, `<server>`, `$SERVER`, `${SERVER}`,
//! `$env:SERVER`, `%SERVER%`.

/// Whether the whole text is one placeholder.
pub(super) fn is_placeholder(text: &str) -> bool {
    length(text.trim()) == Some(text.trim().len()) || is_in_angles(text.trim())
}

/// Whether a placeholder stands anywhere in the text.
pub(super) fn has_placeholder(text: &str) -> bool {
    is_placeholder(text)
        || text
            .match_indices(['{', '$', '%'])
            .any(|(start, _)| text.get(start..).and_then(length).is_some())
}

/// How many bytes the placeholder at the beginning of a text takes.
fn length(text: &str) -> Option<usize> {
    let (open, close, name_is_upper) = [
        ("{{", "}}", false),
        ("${env:", "}", false),
        ("$env:", "", false),
        ("${", "}", false),
        ("{", "}", false),
        // Passwords, too, may begin with a dollar or have percent signs in them.
        ("$", "", true),
        ("%", "%", true),
    ]
    .into_iter()
    .find(|(open, _, _)| text.starts_with(open))?;
    let rest = text.get(open.len()..)?;
    let name = name_length(rest, name_is_upper)?;
    rest.get(name..)?
        .starts_with(close)
        .then_some(open.len() + name + close.len())
}

/// The longest name in use is far shorter; without a limit, a text of many braces would be read many times.
const LONGEST_NAME: usize = 64;

fn name_length(text: &str, upper: bool) -> Option<usize> {
    let first = text.chars().next()?;
    let begins = first.is_ascii_alphabetic() || first == '_';
    let belongs = |letter: char| {
        letter == '_'
            || letter.is_ascii_digit()
            || letter.is_ascii_uppercase()
            || (!upper && (letter.is_ascii_lowercase() || letter == '-' || letter == '.'))
    };
    let length = text
        .chars()
        .take(LONGEST_NAME)
        .take_while(|letter| belongs(*letter))
        .count();
    // What goes on in small letters is a text of its own, such as `$Ecret`.
    let goes_on = upper
        && text
            .get(length..)?
            .starts_with(|letter: char| letter.is_alphanumeric());
    let is_long_enough = !upper || length > 1;
    (begins && is_long_enough && !goes_on).then_some(length)
}

fn is_in_angles(text: &str) -> bool {
    let inner = text
        .strip_prefix('<')
        .and_then(|text| text.strip_suffix('>'));
    inner.is_some_and(|name| {
        name.len() <= LONGEST_NAME
            && name.starts_with(|letter: char| letter.is_alphabetic())
            && name
                .chars()
                .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ' | '.'))
    })
}
