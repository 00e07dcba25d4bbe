//! A total order over JSON values that makes equal what JSON Schema calls equal: numbers by
//! value, objects whatever the order of their members.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::number;
use super::order::ordered;

/// Compares two values. The values must not be nested deeper than the stack allows, see
/// [`depth_within`].
pub(super) fn compare(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left.cmp(right),
        (Value::Number(left), Value::Number(right)) => number::compare(left, right),
        (Value::String(left), Value::String(right)) => left.cmp(right),
        (Value::Array(left), Value::Array(right)) => compare_lists(left, right),
        (Value::Object(left), Value::Object(right)) => compare_objects(left, right),
        _ => rank(left).cmp(&rank(right)),
    }
}

fn compare_lists(left: &[Value], right: &[Value]) -> Ordering {
    let differing = left
        .iter()
        .zip(right)
        .map(|(left, right)| compare(left, right))
        .find(|order| order.is_ne());
    differing.unwrap_or_else(|| left.len().cmp(&right.len()))
}

/// Shorter objects come first, then the names decide and then the values: the order itself means
/// nothing, it only has to be one.
fn compare_objects(left: &Map<String, Value>, right: &Map<String, Value>) -> Ordering {
    let by_length = left.len().cmp(&right.len());
    if by_length.is_ne() {
        return by_length;
    }
    let (left, right) = (sorted(left), sorted(right));
    let names = left.iter().map(|entry| entry.0);
    let by_name = names.cmp(right.iter().map(|entry| entry.0));
    if by_name.is_ne() {
        return by_name;
    }
    let differing = left
        .iter()
        .zip(&right)
        .map(|(left, right)| compare(left.1, right.1))
        .find(|order| order.is_ne());
    differing.unwrap_or(Ordering::Equal)
}

fn sorted(object: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let members: Vec<_> = object.iter().collect();
    let by_name = ordered(members.len(), &|left, right| {
        let name = |position: usize| members.get(position).map(|member| member.0);
        name(left).cmp(&name(right))
    });
    let sorted = by_name
        .into_iter()
        .filter_map(|position| members.get(position));
    sorted.copied().collect()
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

/// The earliest element that equals one before it, as (earlier, later) positions.
///
/// It sorts instead of comparing all pairs, so a long list takes no quadratic time, and instead
/// of hashing, so no list can be built to collide.
pub(super) fn repeated(elements: &[Value]) -> Option<(usize, usize)> {
    let of = |position| elements.get(position).unwrap_or(&Value::Null);
    let sorted = ordered(elements.len(), &|left, right| compare(of(left), of(right)));
    let neighbours = sorted.iter().copied().zip(sorted.iter().copied().skip(1));
    neighbours
        .filter(|(left, right)| compare(of(*left), of(*right)).is_eq())
        .min_by_key(|pair| pair.1)
}

/// Whether a value has at most `limit` levels; a scalar has one.
pub(super) fn depth_within(value: &Value, limit: usize) -> bool {
    let Some(below) = limit.checked_sub(1) else {
        return false;
    };
    match value {
        Value::Array(elements) => elements.iter().all(|element| depth_within(element, below)),
        Value::Object(members) => members.values().all(|member| depth_within(member, below)),
        _ => true,
    }
}
