//! Moments as HTTP writes them (RFC 9110, section 5.6.7).

/// The months' names, and how many days of a year lie before each when years begin with March.
const MONTHS: [(&str, u64); 12] = [
    ("Jan", 306),
    ("Feb", 337),
    ("Mar", 0),
    ("Apr", 31),
    ("May", 61),
    ("Jun", 92),
    ("Jul", 122),
    ("Aug", 153),
    ("Sep", 184),
    ("Oct", 214),
    ("Nov", 245),
    ("Dec", 275),
];

/// From the first of March of the year 0 to 1970, in days.
const DAYS_BEFORE_1970: u64 = 719_468;

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that may still be written: milliseconds since 1970. `None` for
/// anything else, also for what lies before 1970.
pub(super) fn read(text: &str) -> Option<u64> {
    let (_, text) = text.trim().split_once(", ")?;
    let mut parts = text.split(' ');
    let day = number(parts.next()?, 2, 31)?;
    let month = parts.next()?;
    let year = number(parts.next()?, 4, 9999)?;
    let mut time = parts.next()?.split(':');
    let hours = number(time.next()?, 2, 23)?;
    let minutes = number(time.next()?, 2, 59)?;
    // One more where a second was put in.
    let seconds = number(time.next()?, 2, 60)?;
    if time.next().is_some() || parts.next() != Some("GMT") || parts.next().is_some() || day == 0 {
        return None;
    }
    let place = MONTHS.iter().position(|(name, _)| *name == month)?;
    let (_, days_before) = MONTHS.get(place)?;
    // The day that comes and goes is the last one of a year that begins with March.
    let year = if place < 2 {
        year.checked_sub(1)?
    } else {
        year
    };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + days_before + day - 1;
    let days = days.checked_sub(DAYS_BEFORE_1970)?;
    Some((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
}

/// So many digits, of no more than that.
fn number(text: &str, digits: usize, most: u64) -> Option<u64> {
    let is_plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok()?;
    (is_plain && number <= most).then_some(number)
}
