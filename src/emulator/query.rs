//! Filter, order and page, the same for every table.

use std::cmp::Ordering;

use serde_json::Value;

use super::continuation;
use super::refusal::Refusal;
use crate::api::{Comparison, Filter, ListQuery};
use crate::schema::{compare_numbers, ordered};

/// How many items a page has when the call does not say. Adobe prints no number; clients see 20.
const DEFAULT_LIMIT: u32 = 20;

/// One page of a table.
pub(super) struct Found {
    pub(super) items: Vec<Value>,
    /// Where the next page begins; `None` on the last one.
    pub(super) continuation: Option<String>,
}

/// Keeps the documents that every filter lets through.
///
/// A field is known when a document has it or `fields` names it, so that an empty table answers as a full one does.
pub(super) fn filter<'a>(
    documents: &[&'a Value],
    filters: &[Filter],
    fields: &[&str],
) -> Result<Vec<&'a Value>, Refusal> {
    for filter in filters {
        check(filter, documents, fields)?;
    }
    Ok(documents
        .iter()
        .copied()
        .filter(|document| filters.iter().all(|filter| accepts(filter, document)))
        .collect())
}

/// Filters, orders and cuts out a page.
pub(super) fn select(
    documents: &[&Value],
    query: &ListQuery,
    fields: &[&str],
) -> Result<Found, Refusal> {
    let order = query.order_by.as_deref().map(read_order).transpose()?;
    for (field, _) in order.iter().flatten() {
        if !is_known(field, documents, fields) {
            return Err(Refusal::order_field(field));
        }
    }
    let mut found = filter(documents, &query.filters, fields)?;
    if let Some(order) = order {
        let of = |position| found.get(position).copied().unwrap_or(&Value::Null);
        let by_order = ordered(found.len(), &|left, right| {
            compare_documents(of(left), of(right), &order)
        });
        found = by_order.into_iter().map(of).collect();
    }
    let start = match &query.continuation {
        None => 0,
        Some(token) => continuation::read(token)
            .and_then(|last| {
                Some(
                    1 + found
                        .iter()
                        .position(|item| id(item) == Some(last.as_str()))?,
                )
            })
            .ok_or_else(|| Refusal::parameter_value("continuationToken"))?,
    };
    let limit = query
        .limit
        .unwrap_or(DEFAULT_LIMIT)
        .min(crate::api::limits::PAGE_SIZE);
    // A page of at most a hundred fits any usize.
    let end = start.saturating_add(usize::try_from(limit).unwrap_or(usize::MAX));
    let more = found.len() > end;
    let items: Vec<Value> = found.into_iter().take(end).skip(start).cloned().collect();
    let last = items.last().filter(|_| more).and_then(id);
    Ok(Found {
        continuation: last.map(continuation::write),
        items,
    })
}

fn id(document: &Value) -> Option<&str> {
    document.get("id")?.as_str()
}

fn check(filter: &Filter, documents: &[&Value], fields: &[&str]) -> Result<(), Refusal> {
    if !is_known(&filter.path, documents, fields) {
        return Err(Refusal::filter_field(&filter.path));
    }
    if filter.values().any(str::is_empty) {
        return Err(Refusal::filter_value(&filter.to_string()));
    }
    match filter.comparison {
        Comparison::Equal => Ok(()),
        _ if filter.values().count() == 1 => Ok(()),
        Comparison::AtMost => Err(Refusal::operator_takes_one_value(&filter.to_string())),
        _ => Err(Refusal::one_value(&filter.to_string())),
    }
}

fn is_known(path: &str, documents: &[&Value], fields: &[&str]) -> bool {
    let first = path.split('.').next().unwrap_or_default();
    let name = first.strip_suffix("[]").unwrap_or(first);
    fields.contains(&name)
        || documents
            .iter()
            .any(|document| document.get(name).is_some())
}

fn accepts(filter: &Filter, document: &Value) -> bool {
    let mut values = Vec::new();
    collect(document, &filter.path, &mut values);
    let any = |allowed: fn(Ordering) -> bool| {
        filter.values().any(|wanted| {
            values
                .iter()
                .any(|value| compare_with_text(value, wanted).is_some_and(allowed))
        })
    };
    match filter.comparison {
        Comparison::Equal => any(Ordering::is_eq),
        // True as well for documents that lack the field.
        Comparison::NotEqual => !any(Ordering::is_eq),
        Comparison::AtLeast => any(Ordering::is_ge),
        Comparison::AtMost => any(Ordering::is_le),
        Comparison::MoreThan => any(Ordering::is_gt),
        Comparison::LessThan => any(Ordering::is_lt),
    }
}

/// Everything at the end of a path. A step into an array ends in `[]` and means each of its elements;
/// without the brackets an array leads nowhere.
fn collect<'a>(value: &'a Value, path: &str, into: &mut Vec<&'a Value>) {
    let (step, rest) = match path.split_once('.') {
        Some((step, rest)) => (step, Some(rest)),
        None => (path, None),
    };
    let (name, each) = match step.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (step, false),
    };
    let next = match (value.get(name), each) {
        (Some(Value::Array(elements)), true) => elements.iter().collect(),
        (Some(Value::Array(_)) | None, _) => Vec::new(),
        (Some(member), _) => vec![member],
    };
    for value in next {
        match rest {
            Some(rest) => collect(value, rest, into),
            None => into.push(value),
        }
    }
}

/// Numbers compare as numbers, flags by their word, everything else as text; objects and arrays do not compare.
fn compare_with_text(value: &Value, text: &str) -> Option<Ordering> {
    match value {
        Value::String(known) => match (known.parse(), text.parse()) {
            (Ok(left), Ok(right)) => {
                Some(compare_numbers(&left, &right).then_with(|| known.as_str().cmp(text)))
            }
            _ => Some(known.as_str().cmp(text)),
        },
        Value::Number(known) => Some(compare_numbers(known, &text.parse().ok()?)),
        Value::Bool(known) => Some(known.to_string().as_str().cmp(text)),
        Value::Null => Some("null".cmp(text)),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// `name`, `+name` or `-name`, several of them with commas between. A plus sign that nobody escaped arrives as a blank.
fn read_order(text: &str) -> Result<Vec<(String, bool)>, Refusal> {
    text.split(',')
        .map(|part| {
            let descends = part.starts_with('-');
            let field = part.strip_prefix(['-', '+']).unwrap_or(part).trim();
            match field.chars().next() {
                Some(first) if first.is_ascii_alphabetic() => Ok((field.to_owned(), descends)),
                Some(_) => Err(Refusal::order_prefix(part)),
                None => Err(Refusal::order_field(part)),
            }
        })
        .collect()
}

fn compare_documents(left: &Value, right: &Value, order: &[(String, bool)]) -> Ordering {
    order
        .iter()
        .map(|(field, descends)| {
            let value = |document| {
                let mut values = Vec::new();
                collect(document, field, &mut values);
                values.into_iter().next()
            };
            match (value(left), value(right)) {
                (Some(left), Some(right)) => {
                    let ordering = compare_values(left, right);
                    if *descends {
                        ordering.reverse()
                    } else {
                        ordering
                    }
                }
                // What has no such field comes last in both directions.
                (left, right) => left.is_none().cmp(&right.is_none()),
            }
        })
        .find(|ordering| ordering.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn compare_values(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => compare_numbers(left, right),
        _ => text(left).cmp(&text(right)),
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
