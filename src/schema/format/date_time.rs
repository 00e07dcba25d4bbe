//! Dates and times of RFC 3339.

/// A date and a time, with `T` between them.
pub(super) fn is_date_time(text: &str) -> bool {
    text.split_once(['T', 't'])
        .is_some_and(|(date, time)| is_date(date) && is_time(time))
}

/// Year, month and day of the Gregorian calendar.
pub(super) fn is_date(text: &str) -> bool {
    fields(text, '-', &[4, 2, 2]).is_some_and(|fields| match fields.as_slice() {
        [year, month, day] => (1..=days_of(*year, *month)).contains(day),
        _ => false,
    })
}

/// A time of day with its time zone.
pub(super) fn is_time(text: &str) -> bool {
    let Some((clock, zone)) = split_zone(text) else {
        return false;
    };
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match fields(whole, ':', &[2, 2, 2]).as_deref() {
        Some(&[hour, minute, second]) if hour < 24 && minute < 60 => {
            second < 60 || second == 60 && is_last_minute(hour * 60 + minute, zone)
        }
        _ => false,
    }
}

/// The time without its zone, and the zone in minutes east of UTC.
fn split_zone(text: &str) -> Option<(&str, i32)> {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let (clock, zone) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let (sign, zone) = match zone.strip_prefix('+') {
        Some(zone) => (1, zone),
        None => (-1, zone.strip_prefix('-')?),
    };
    match fields(zone, ':', &[2, 2])?.as_slice() {
        [hours, minutes] if *hours < 24 && *minutes < 60 => {
            Some((clock, sign * (hours * 60 + minutes)))
        }
        _ => None,
    }
}

/// A leap second is only ever inserted at the end of a day in UTC.
fn is_last_minute(minute: i32, zone: i32) -> bool {
    (minute - zone).rem_euclid(24 * 60) == 24 * 60 - 1
}

/// Numbers of exactly these widths.
fn fields(text: &str, separator: char, widths: &[usize]) -> Option<Vec<i32>> {
    let mut widths = widths.iter();
    let fields: Option<Vec<i32>> = text
        .split(separator)
        .map(|field| {
            let digits = field.bytes().all(|byte| byte.is_ascii_digit());
            let fits = widths.next() == Some(&field.len());
            if digits && fits {
                field.parse().ok()
            } else {
                None
            }
        })
        .collect();
    fields.filter(|_| widths.next().is_none())
}

fn days_of(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
