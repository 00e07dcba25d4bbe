//! Exact arithmetic on JSON numbers: no detour through a rounded double.

use std::cmp::Ordering;

use serde_json::Number;

/// Every double of at least this size is beyond all 64-bit integers: 2 to the power of 65.
const BEYOND_INTEGERS: f64 = 36_893_488_147_419_103_232.0;

/// Whether the number has no fraction; `1.0` has none.
pub(super) fn is_integer(number: &Number) -> bool {
    match whole(number) {
        Some(_) => true,
        None => float(number).fract() == 0.0,
    }
}

/// Compares by mathematical value: `1` equals `1.0`, and 2^53 + 1 stays apart from 2^53.
pub(super) fn compare(left: &Number, right: &Number) -> Ordering {
    match (whole(left), whole(right)) {
        (Some(left), Some(right)) => left.cmp(&right),
        (Some(left), None) => compare_mixed(left, float(right)),
        (None, Some(right)) => compare_mixed(right, float(left)).reverse(),
        (None, None) => float(left)
            .partial_cmp(&float(right))
            .unwrap_or(Ordering::Equal),
    }
}

fn compare_mixed(whole: i128, float: f64) -> Ordering {
    if float.abs() >= BEYOND_INTEGERS {
        return 0.0_f64.partial_cmp(&float).unwrap_or(Ordering::Equal);
    }
    let floor = float.floor();
    // The cast is exact, because the double is whole and small enough.
    whole.cmp(&(floor as i128)).then(if float > floor {
        Ordering::Less
    } else {
        Ordering::Equal
    })
}

/// Whether `number` is a whole multiple of `divisor`, both taken as the decimals they are
/// written as: `0.3` is a multiple of `0.1`. The divisor must be above zero.
pub(super) fn is_multiple(number: &Number, divisor: &Number) -> bool {
    let (Some(number), Some(divisor)) = (Decimal::of(number), Decimal::of(divisor)) else {
        return false;
    };
    if number.digits == 0 || divisor.digits == 0 {
        return number.digits == 0;
    }
    let shift = number.exponent - divisor.exponent;
    if shift >= 0 {
        let mut rest = number.digits % divisor.digits;
        for _ in 0..shift {
            rest = (rest * 10) % divisor.digits;
        }
        return rest == 0;
    }
    // A divisor that does not fit is larger than the number, which is not zero.
    let scale = 10_u128.checked_pow(shift.unsigned_abs());
    scale
        .and_then(|scale| divisor.digits.checked_mul(scale))
        .is_some_and(|divisor| number.digits % divisor == 0)
}

/// `digits` times ten to the power of `exponent`; the sign does not matter for multiples.
///
/// The digits of a 64-bit integer or of the shortest form of a double are fewer than 21, so ten
/// times as much still fits.
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    fn of(number: &Number) -> Option<Self> {
        if let Some(whole) = whole(number) {
            return Some(Self {
                digits: whole.unsigned_abs(),
                exponent: 0,
            });
        }
        let text = number.to_string();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let after = after.trim_end_matches('0');
        let mut digits: u128 = 0;
        for digit in before.trim_start_matches('-').chars().chain(after.chars()) {
            let digit = u128::from(digit.to_digit(10)?);
            digits = digits.checked_mul(10)?.checked_add(digit)?;
        }
        let exponent = exponent.trim_start_matches('+').parse::<i32>().ok()?;
        Some(Self {
            digits,
            exponent: exponent.checked_sub(i32::try_from(after.len()).ok()?)?,
        })
    }
}

fn whole(number: &Number) -> Option<i128> {
    let small = number.as_i64().map(i128::from);
    small.or_else(|| number.as_u64().map(i128::from))
}

fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or(f64::MAX)
}
