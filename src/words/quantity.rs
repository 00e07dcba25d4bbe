//! Numbers, sizes and lengths of time, as each language writes them.

use super::Language;

/// A whole number with its thousands set apart: `1,234` and `1 234` (with a narrow blank that does not break).
pub fn number_text(number: u64, language: Language) -> String {
    let separator = match language {
        Language::English => ',',
        Language::French => '\u{202f}',
    };
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number of bytes in the decimal units that browsers and Adobe use: `812 B`, `1.2 MB`, `1,2 Mo`.
pub fn size_text(bytes: u64, language: Language) -> String {
    let (units, point) = match language {
        Language::English => (["B", "KB", "MB", "GB", "TB"], '.'),
        Language::French => (["o", "ko", "Mo", "Go", "To"], ','),
    };
    let mut unit = 0;
    // In tenths, so that one digit can stand behind the point.
    let mut tenths = bytes.saturating_mul(10);
    while tenths >= 10_000 && unit + 1 < units.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let unit_name = units.get(unit).copied().unwrap_or_default();
    let whole = tenths / 10;
    // Behind a hundred, the tenths say nothing.
    let text = if unit == 0 || whole >= 100 || tenths.is_multiple_of(10) {
        whole.to_string()
    } else {
        format!("{whole}{point}{}", tenths % 10)
    };
    format!("{text}\u{a0}{unit_name}")
}

/// A length of time, its two largest parts: `3 min 5 s`, `1 h 20 min`, `12 s`; under a second, in milliseconds.
pub fn duration_text(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    // The same signs in both languages.
    if hours > 0 {
        format!("{hours}\u{a0}h {minutes}\u{a0}min")
    } else if minutes > 0 {
        format!("{minutes}\u{a0}min {}\u{a0}s", seconds % 60)
    } else if seconds > 0 {
        format!("{seconds}\u{a0}s")
    } else {
        format!("{milliseconds}\u{a0}ms")
    }
}
