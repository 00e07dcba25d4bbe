//! Times as text.

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Year, month and day of the Gregorian calendar for a time in milliseconds since 1970.
/// Years are counted from March, so that the day that comes and goes is the last one (Hinnant, 2013).
fn civil(time: i64) -> (i64, i64, i64) {
    let days = time.div_euclid(DAY) + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// `2025-10-09`
pub(super) fn push_date(time: i64, into: &mut String) {
    let (year, month, day) = civil(time);
    push_number(year, 4, into);
    into.push('-');
    push_number(month, 2, into);
    into.push('-');
    push_number(day, 2, into);
}

/// `2025-10-09T08:00:00.000Z`
pub(super) fn push_date_time(time: i64, into: &mut String) {
    push_date(time, into);
    let time = time.rem_euclid(DAY);
    into.push('T');
    push_number(time / 3_600_000, 2, into);
    into.push(':');
    push_number(time / 60_000 % 60, 2, into);
    into.push(':');
    push_number(time / 1_000 % 60, 2, into);
    into.push('.');
    push_number(time % 1_000, 3, into);
    into.push('Z');
}

/// A number with zeros before it.
pub(super) fn push_number(number: i64, width: usize, into: &mut String) {
    let digits = number.unsigned_abs().to_string();
    if number < 0 {
        into.push('-');
    }
    for _ in digits.len()..width {
        into.push('0');
    }
    into.push_str(&digits);
}
