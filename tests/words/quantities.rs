//! Numbers, sizes and lengths of time.

use flow_console::words::Language::{English, French};
use flow_console::words::{duration_text, number_text, size_text};

#[test]
fn thousands_are_set_apart() {
    for (number, english, french) in [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1,000", "1\u{202f}000"),
        (1_234_567, "1,234,567", "1\u{202f}234\u{202f}567"),
    ] {
        assert_eq!(number_text(number, English), english);
        assert_eq!(number_text(number, French), french);
    }
}

#[test]
fn sizes_have_three_digits_at_most() {
    for (bytes, english, french) in [
        (0, "0\u{a0}B", "0\u{a0}o"),
        (812, "812\u{a0}B", "812\u{a0}o"),
        (999, "999\u{a0}B", "999\u{a0}o"),
        (1_000, "1\u{a0}KB", "1\u{a0}ko"),
        (1_250, "1.2\u{a0}KB", "1,2\u{a0}ko"),
        (123_456, "123\u{a0}KB", "123\u{a0}ko"),
        (1_500_000, "1.5\u{a0}MB", "1,5\u{a0}Mo"),
        (2_000_000_000, "2\u{a0}GB", "2\u{a0}Go"),
        (u64::MAX / 10, "1844674\u{a0}TB", "1844674\u{a0}To"),
    ] {
        assert_eq!(size_text(bytes, English), english);
        assert_eq!(size_text(bytes, French), french);
    }
}

#[test]
fn lengths_of_time_show_their_two_largest_parts() {
    for (milliseconds, text) in [
        (0, "0\u{a0}ms"),
        (999, "999\u{a0}ms"),
        (12_400, "12\u{a0}s"),
        (185_000, "3\u{a0}min 5\u{a0}s"),
        (4_800_000, "1\u{a0}h 20\u{a0}min"),
    ] {
        assert_eq!(duration_text(milliseconds), text);
    }
}
