//! Exact arithmetic on JSON numbers, as the decimals that they are written as: no detour through a rounded double.
//!
//! Numbers keep their text (`arbitrary_precision` of `serde_json`), so that a number is sent as it was typed, to the
//! last digit, and the page carries no tables for reading and writing doubles.

use std::cmp::Ordering;

use serde_json::Number;

/// Whether the number has no fraction; `1.0` has none.
pub(super) fn is_integer(number: &Number) -> bool {
    Decimal::of(number).exponent >= 0
}

/// Whether the number is above zero.
pub(super) fn is_positive(number: &Number) -> bool {
    let decimal = Decimal::of(number);
    !decimal.negative && !decimal.is_zero()
}

/// The number as a count: whole and not below zero, also when it is written as `2.0`. One beyond 64 bits is as good as
/// the largest count.
pub(super) fn count(number: &Number) -> Option<u64> {
    let decimal = Decimal::of(number);
    if decimal.is_zero() {
        return Some(0);
    }
    if decimal.negative || decimal.exponent < 0 {
        return None;
    }
    let zeros = std::iter::repeat_n(0, decimal.exponent.min(MOST_SHIFTS) as usize);
    let digits = decimal.digits.iter().copied().chain(zeros);
    Some(digits.fold(0, |count: u64, digit| {
        count.saturating_mul(10).saturating_add(u64::from(digit))
    }))
}

/// Whether the number is near enough to zero for a double, in which most programs hold numbers.
pub(crate) fn fits_double(number: &Number) -> bool {
    Decimal::of(number).magnitude() <= LARGEST_MAGNITUDE
}

/// Digits before the point of the largest double.
const LARGEST_MAGNITUDE: i64 = 309;

/// Compares by mathematical value: `1` equals `1.0`, and 2^53 + 1 stays apart from 2^53.
pub(crate) fn compare(left: &Number, right: &Number) -> Ordering {
    let (left, right) = (Decimal::of(left), Decimal::of(right));
    match (left.negative, right.negative) {
        (false, true) => Ordering::Greater,
        (true, false) => Ordering::Less,
        (false, false) => left.compare_size(&right),
        (true, true) => right.compare_size(&left),
    }
}

/// Whether `number` is a whole multiple of `divisor`: `0.3` is a multiple of `0.1`. The divisor must be above zero. One
/// of more than 37 digits has no other multiples than itself.
pub(super) fn is_multiple(number: &Number, divisor: &Number) -> bool {
    let (number, divisor) = (Decimal::of(number), Decimal::of(divisor));
    if number.is_zero() {
        return true;
    }
    let shift = number.exponent.saturating_sub(divisor.exponent);
    if shift < 0 {
        // The number's last digit is not zero, the last digit of a multiple at its place would be.
        return false;
    }
    let Some(modulus) = divisor.small() else {
        return number.compare_size(&divisor).is_eq();
    };
    let next = |rest: u128, digit: u8| (rest * 10 + u128::from(digit)) % modulus;
    let mut rest = number
        .digits
        .iter()
        .fold(0, |rest, digit| next(rest, *digit));
    for _ in 0..shift.min(MOST_SHIFTS) {
        rest = next(rest, 0);
    }
    rest == 0
}

/// So many times ten removes every two and five from a divisor of 128 bits, and fills 64 bits: more change nothing.
const MOST_SHIFTS: i64 = 128;

/// Digits without zeros at either end, times ten to the power of `exponent`. Zero has no digits and exponent 0.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

/// Beyond this, exponents count as equal. No text is that long, so that adding its length overflows nothing.
const LARGEST_EXPONENT: i64 = i64::MAX / 4;

impl Decimal {
    fn of(number: &Number) -> Self {
        let text = number.as_str();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = before.bytes().chain(after.bytes());
        let mut digits: Vec<u8> = written
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .skip_while(|digit| *digit == 0)
            .collect();
        let mut exponent = read_exponent(exponent).saturating_sub_unsigned(after.len() as u64);
        while digits.last() == Some(&0) {
            digits.pop();
            exponent = exponent.saturating_add(1);
        }
        let is_zero = digits.is_empty();
        Self {
            negative: text.starts_with('-') && !is_zero,
            digits,
            exponent: if is_zero { 0 } else { exponent },
        }
    }

    fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// How many digits stand before the point; below zero, how many zeros follow it. Zero is smaller than all.
    fn magnitude(&self) -> i64 {
        if self.is_zero() {
            return i64::MIN;
        }
        self.exponent
            .saturating_add_unsigned(self.digits.len() as u64)
    }

    /// Compares whatever the signs are.
    fn compare_size(&self, other: &Self) -> Ordering {
        let by_magnitude = self.magnitude().cmp(&other.magnitude());
        by_magnitude.then_with(|| self.digits.cmp(&other.digits))
    }

    /// The digits as a number, when ten times as much still fits.
    fn small(&self) -> Option<u128> {
        if self.digits.len() > 37 {
            return None;
        }
        let digits = self.digits.iter();
        Some(digits.fold(0, |small, digit| small * 10 + u128::from(*digit)))
    }
}

fn read_exponent(text: &str) -> i64 {
    let size = text
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |size: i64, digit| {
            let size = size
                .saturating_mul(10)
                .saturating_add(i64::from(digit - b'0'));
            size.min(LARGEST_EXPONENT)
        });
    if text.starts_with('-') { -size } else { size }
}
