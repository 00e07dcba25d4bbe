//! What placeholders are filled with.

use super::TemplateFault;
use super::argument::{Word, scaled, span};
use super::lists::{COMPANIES, FIRST_NAMES, LAST_NAMES, PLACES, PRODUCTS};
use super::moment::{push_date, push_date_time, push_number};
use super::placeholder::placeholders;
use super::random::Random;
use crate::ingest::json::{self, push_escaped};

/// More digits are no identifier.
const MOST_DIGITS: usize = 1_024;

/// More places behind the point do not fit.
const MOST_PLACES: u32 = 15;

/// A placeholder with its arguments.
#[derive(Clone, Debug)]
pub(super) enum Maker {
    Uuid,
    Hex(usize),
    Sequence(i64),
    Integer {
        low: i64,
        high: i64,
    },
    Decimal {
        low: i64,
        high: i64,
        places: usize,
    },
    Truth {
        percent: u64,
    },
    Pick {
        words: Vec<String>,
        are_values: bool,
    },
    DateTime(Span),
    Date(Span),
    Epoch(Span),
    Name,
    FirstName,
    LastName,
    Email,
    Phone,
    Company,
    /// Which of the parts of a place.
    Place(usize),
    Product,
    Url,
    Address,
}

/// A time between two, seen from the start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    from: i64,
    to: i64,
}

/// What one record is made of.
pub(super) struct RecordSource {
    random: Random,
    index: u32,
    started_at: i64,
    first_name: &'static str,
    last_name: &'static str,
    place: [&'static str; 4],
}

impl RecordSource {
    pub(super) fn new(seed: u64, index: u32, started_at: u64) -> Self {
        // From numbers of their own, so that people stay who they are when a placeholder is added.
        let mut people = Random::of(!seed, index);
        Self {
            random: Random::of(seed, index),
            index,
            started_at: i64::try_from(started_at).unwrap_or(i64::MAX),
            first_name: people.one_of(FIRST_NAMES).copied().unwrap_or_default(),
            last_name: people.one_of(LAST_NAMES).copied().unwrap_or_default(),
            place: people.one_of(PLACES).copied().unwrap_or_default(),
        }
    }
}

impl Maker {
    /// Reads a placeholder: its name and its arguments.
    pub(super) fn read(words: &[Word]) -> Result<Self, TemplateFault> {
        let name = words.first().map_or("", |word| word.text.as_str());
        let Some(known) = placeholders().iter().find(|known| known.name == name) else {
            let name = name.to_owned();
            return Err(TemplateFault::Unknown { name });
        };
        let usage = known.usage;
        let words = words.get(1..).unwrap_or_default();
        let maker = Self::with_arguments(name, words).ok_or(TemplateFault::Arguments { usage })?;
        let is_ordered = match &maker {
            Self::Integer { low, high } | Self::Decimal { low, high, .. } => low <= high,
            Self::DateTime(span) | Self::Date(span) | Self::Epoch(span) => span.from <= span.to,
            _ => true,
        };
        if is_ordered {
            Ok(maker)
        } else {
            Err(TemplateFault::WrongOrder { usage })
        }
    }

    fn with_arguments(name: &str, words: &[Word]) -> Option<Self> {
        let maker = match (name, words) {
            ("uuid", []) => Self::Uuid,
            ("hex", []) => Self::Hex(16),
            ("hex", [digits]) => {
                let digits = digits.text.parse().ok()?;
                (1..=MOST_DIGITS)
                    .contains(&digits)
                    .then_some(Self::Hex(digits))?
            }
            ("seq", []) => Self::Sequence(1),
            ("seq", [first]) => Self::Sequence(first.text.parse().ok()?),
            ("int", [low, high]) => Self::Integer {
                low: low.text.parse().ok()?,
                high: high.text.parse().ok()?,
            },
            ("decimal", [low, high, rest @ ..]) => {
                let places = match rest {
                    [] => 2,
                    [places] => places.text.parse().ok()?,
                    _ => return None,
                };
                Self::Decimal {
                    low: scaled(&low.text, places)?,
                    high: scaled(&high.text, places)?,
                    places: usize::try_from(places)
                        .ok()
                        .filter(|_| places <= MOST_PLACES)?,
                }
            }
            ("bool", []) => Self::Truth { percent: 50 },
            ("bool", [percent]) => {
                let percent = percent.text.trim_end_matches('%').parse().ok()?;
                (percent <= 100).then_some(Self::Truth { percent })?
            }
            ("pick", [_, ..]) => Self::Pick {
                are_values: words.iter().all(is_value),
                words: words.iter().map(|word| word.text.clone()).collect(),
            },
            ("now", words) => Self::DateTime(Span::read(words)?),
            ("date", words) => Self::Date(Span::read(words)?),
            ("epoch", words) => Self::Epoch(Span::read(words)?),
            ("name", []) => Self::Name,
            ("firstName", []) => Self::FirstName,
            ("lastName", []) => Self::LastName,
            ("email", []) => Self::Email,
            ("phone", []) => Self::Phone,
            ("company", []) => Self::Company,
            ("city", []) => Self::Place(0),
            ("country", []) => Self::Place(1),
            ("countryCode", []) => Self::Place(2),
            ("product", []) => Self::Product,
            ("url", []) => Self::Url,
            ("ip", []) => Self::Address,
            _ => return None,
        };
        Some(maker)
    }

    /// Whether it is a number or a truth where a value stands, not a text.
    fn is_value(&self) -> bool {
        match self {
            Self::Sequence(_)
            | Self::Integer { .. }
            | Self::Decimal { .. }
            | Self::Truth { .. }
            | Self::Epoch(_) => true,
            Self::Pick { are_values, .. } => *are_values,
            _ => false,
        }
    }

    pub(super) fn make(&self, source: &mut RecordSource, is_in_text: bool, into: &mut String) {
        let has_quotes = !is_in_text && !self.is_value();
        if has_quotes {
            into.push('"');
        }
        self.content(source, into);
        if has_quotes {
            into.push('"');
        }
    }

    fn content(&self, source: &mut RecordSource, into: &mut String) {
        let random = &mut source.random;
        match self {
            Self::Uuid => push_uuid(random, into),
            Self::Hex(digits) => push_hex(random, *digits, into),
            Self::Sequence(first) => {
                push_number(first.saturating_add(i64::from(source.index)), 1, into);
            }
            Self::Integer { low, high } => push_number(random.between(*low, *high), 1, into),
            Self::Decimal { low, high, places } => {
                push_decimal(random.between(*low, *high), *places, into);
            }
            Self::Truth { percent } => into.push_str(if random.below(100) < *percent {
                "true"
            } else {
                "false"
            }),
            Self::Pick { words, .. } => {
                let word = random.one_of(words).map_or("", String::as_str);
                push_escaped(word, into);
            }
            Self::DateTime(span) => push_date_time(span.moment(source), into),
            Self::Date(span) => push_date(span.moment(source), into),
            Self::Epoch(span) => push_number(span.moment(source), 1, into),
            Self::Company => into.push_str(random.one_of(COMPANIES).copied().unwrap_or_default()),
            Self::Product => into.push_str(random.one_of(PRODUCTS).copied().unwrap_or_default()),
            Self::Url => {
                into.push_str("https://www.example.com/");
                push_hex(random, 8, into);
            }
            // For documentation only (RFC 5737), so that nobody is at home there.
            Self::Address => {
                into.push_str("203.0.113.");
                push_number(random.between(1, 254), 1, into);
            }
            Self::Name => into.extend([source.first_name, " ", source.last_name]),
            Self::FirstName => into.push_str(source.first_name),
            Self::LastName => into.push_str(source.last_name),
            Self::Email => {
                let name = [source.first_name, ".", source.last_name, "."].concat();
                into.push_str(&name.to_ascii_lowercase());
                push_number(i64::from(source.index) + 1, 1, into);
                into.push_str("@example.com");
            }
            Self::Phone => {
                let [.., code] = source.place;
                into.extend(["+", code, " 555 01"]);
                push_number(random.between(0, 99), 2, into);
            }
            Self::Place(part) => {
                into.push_str(source.place.get(*part).copied().unwrap_or_default());
            }
        }
    }
}

impl Span {
    /// One time, or any between two.
    fn read(words: &[Word]) -> Option<Self> {
        let (from, to) = match words {
            [] => (0, 0),
            [only] => (span(&only.text)?, span(&only.text)?),
            [from, to] => (span(&from.text)?, span(&to.text)?),
            _ => return None,
        };
        Some(Self { from, to })
    }

    fn moment(self, source: &mut RecordSource) -> i64 {
        let offset = source.random.between(self.from, self.to);
        // As far as years have four digits.
        source
            .started_at
            .saturating_add(offset)
            .clamp(-62_135_596_800_000, 253_402_300_799_999)
    }
}

/// Whether a word is a number or a truth as it is. In quotation marks everything is a text.
fn is_value(word: &Word) -> bool {
    !word.is_quoted
        && !word.text.starts_with(['"', '{', '['])
        && json::check(word.text.as_bytes()).is_ok()
}

fn push_hex(random: &mut Random, digits: usize, into: &mut String) {
    let mut bits = 0;
    for place in 0..digits {
        if place % 16 == 0 {
            bits = random.next();
        }
        let digit = u32::try_from(bits & 15)
            .ok()
            .and_then(|digit| char::from_digit(digit, 16));
        into.push(digit.unwrap_or('0'));
        bits >>= 4;
    }
}

/// Version 4 of RFC 9562.
fn push_uuid(random: &mut Random, into: &mut String) {
    push_hex(random, 8, into);
    into.push('-');
    push_hex(random, 4, into);
    into.push_str("-4");
    push_hex(random, 3, into);
    into.push('-');
    into.push_str(random.one_of(&["8", "9", "a", "b"]).copied().unwrap_or("8"));
    push_hex(random, 3, into);
    into.push('-');
    push_hex(random, 12, into);
}

fn push_decimal(scaled: i64, places: usize, into: &mut String) {
    let mut digits = String::new();
    push_number(scaled.saturating_abs(), places + 1, &mut digits);
    if scaled < 0 {
        into.push('-');
    }
    let (whole, fraction) = digits
        .split_at_checked(digits.len() - places)
        .unwrap_or_default();
    into.push_str(whole);
    if places > 0 {
        into.extend([".", fraction]);
    }
}
