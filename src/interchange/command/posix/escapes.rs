//! Texts in `$'…'`, in which `\n` and its kin mean something.

use crate::interchange::cursor::Cursor;

/// Behind `$'`, up to and with the closing mark; `None` when there is none.
pub(super) fn read(cursor: &mut Cursor) -> Option<String> {
    // `\xC3\xA9` is one letter, so that bytes are put together first.
    let mut bytes = Vec::new();
    loop {
        match cursor.next()? {
            '\'' => return Some(String::from_utf8_lossy(&bytes).into_owned()),
            '\\' => escape(cursor, &mut bytes)?,
            other => push(&mut bytes, other),
        }
    }
}

fn push(bytes: &mut Vec<u8>, character: char) {
    bytes.extend(character.encode_utf8(&mut [0; 4]).bytes());
}

fn escape(cursor: &mut Cursor, bytes: &mut Vec<u8>) -> Option<()> {
    let escaped = cursor.next()?;
    let character = match escaped {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' | 'E' => '\u{1b}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        'x' => {
            bytes.extend(u8::try_from(number(cursor, 16, 2)));
            return Some(());
        }
        'u' => char::from_u32(number(cursor, 16, 4))?,
        'U' => char::from_u32(number(cursor, 16, 8))?,
        '0'..='7' => {
            cursor.go_to(cursor.at().saturating_sub(1));
            bytes.extend(u8::try_from(number(cursor, 8, 3) & 255));
            return Some(());
        }
        '\\' | '\'' | '"' | '?' => escaped,
        other => {
            bytes.push(b'\\');
            other
        }
    };
    push(bytes, character);
    Some(())
}

fn number(cursor: &mut Cursor, base: u32, most_digits: usize) -> u32 {
    let mut number: u32 = 0;
    for _ in 0..most_digits {
        let Some(digit) = cursor.peek().and_then(|next| next.to_digit(base)) else {
            break;
        };
        number = number.saturating_mul(base).saturating_add(digit);
        cursor.skip(1);
    }
    number
}
