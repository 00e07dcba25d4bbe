//! Small letters by arithmetic are those of Unicode, in the scripts that they are for.

use flow_console::words::{capital, small, small_letters};

#[test]
fn letters_of_europe() {
    let scripts = ['\0'..='\u{17f}', 'Α'..='Ω', 'α'..='ω', 'Ѐ'..='я'];
    for letter in scripts
        .into_iter()
        .flatten()
        .filter(|letter| *letter != 'İ')
    {
        let unicode = letter.to_lowercase().next().unwrap();
        assert_eq!(small(letter), unicode, "{letter} {:x}", u32::from(letter));
    }
}

#[test]
fn capitals_lead_back() {
    let scripts = ['\0'..='\u{17f}', 'Α'..='Ω', 'Ѐ'..='Я'];
    for letter in scripts
        .into_iter()
        .flatten()
        .filter(|letter| *letter != 'İ')
    {
        let lower = small(letter);
        if lower != letter {
            assert_eq!(capital(lower), letter, "{letter}");
            assert_eq!(capital(letter), letter, "{letter}");
        }
    }
    for other in ['ß', '1', ' ', '東', '÷', 'ĸ'] {
        assert_eq!(capital(other), other);
    }
}

#[test]
fn texts() {
    for (text, expected) in [
        ("", ""),
        ("Amazon S3", "amazon s3"),
        ("ÉVÉNEMENTS ŒUVRE Ÿ", "événements œuvre ÿ"),
        ("ŁÓDŹ İstanbul ẞ", "łódź istanbul ẞ"),
        ("東京", "東京"),
    ] {
        assert_eq!(small_letters(text), expected);
    }
}
