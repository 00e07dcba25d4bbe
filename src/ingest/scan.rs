//! Looking for bytes eight at a time: files are read twice, and most of what is in them is looked at only to find
//! where it ends.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Where the first line feed is.
pub(super) fn line_feed(bytes: &[u8]) -> Option<usize> {
    let place = first(
        bytes,
        |word| zeros(word ^ pattern(b'\n')),
        |byte| byte == b'\n',
    );
    (place < bytes.len()).then_some(place)
}

/// How many bytes stand in front of the first that means something within a JSON text: a quotation mark, a
/// backslash or a control character.
pub(super) fn plain(bytes: &[u8]) -> usize {
    first(
        bytes,
        |word| {
            let controls = word.wrapping_sub(pattern(b' ')) & !word & TOPS;
            controls | zeros(word ^ pattern(b'"')) | zeros(word ^ pattern(b'\\'))
        },
        |byte| !is_plain(byte),
    )
}

/// Whether a byte of a JSON text stands for itself.
pub(super) fn is_plain(byte: u8) -> bool {
    byte >= b' ' && byte != b'"' && byte != b'\\'
}

/// The place of the first byte that is looked for; the length of all when there is none. `mark` sets the top bit of
/// each such byte of a word; of those behind the first it may be wrong.
fn first(bytes: &[u8], mark: impl Fn(u64) -> u64, is_it: impl Fn(u8) -> bool) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let marks = mark(u64::from_le_bytes(*word));
        if marks != 0 {
            return number * 8 + marks.trailing_zeros() as usize / 8;
        }
    }
    let behind = rest.iter().position(|byte| is_it(*byte));
    words.len() * 8 + behind.unwrap_or(rest.len())
}

fn pattern(byte: u8) -> u64 {
    ONES * u64::from(byte)
}

/// The top bit of each byte that is zero; of those behind the first it may be wrong.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & TOPS
}
