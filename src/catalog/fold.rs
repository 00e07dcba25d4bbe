//! Text as a search compares it.

/// Without case and accents: `Événement` → `evenement`. Letters of scripts beyond Latin, Greek and Cyrillic keep their
/// form.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Letter by letter: the standard library's tables for every script on earth weigh more than the catalog.
    for letter in text.chars() {
        match letter {
            // Accents that stand behind their letter.
            '\u{300}'..='\u{36f}' => {}
            'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => folded.push('a'),
            'Ç' | 'ç' | 'Ć'..='č' => folded.push('c'),
            'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => folded.push('e'),
            'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='İ' => folded.push('i'),
            'Ñ' | 'ñ' | 'Ń'..='ň' => folded.push('n'),
            'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => folded.push('o'),
            'Ś'..='š' => folded.push('s'),
            'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => folded.push('u'),
            'Ý' | 'ý' | 'ÿ' | 'Ÿ' => folded.push('y'),
            'Ź'..='ž' => folded.push('z'),
            'Æ' | 'æ' => folded.push_str("ae"),
            'Œ' | 'œ' => folded.push_str("oe"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            '’' => folded.push('\''),
            // Greek and Cyrillic, by arithmetic.
            'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
                folded.extend(char::from_u32(u32::from(letter) + 32));
            }
            other => folded.push(other.to_ascii_lowercase()),
        }
    }
    folded
}
