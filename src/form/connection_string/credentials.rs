//! Values that are JSON: a list of one object, such as `[{"user": "…", "pass": "…"}]`.

use serde_json::{Map, Value};

/// Takes the members out; false, and nothing taken, when there is more in the value than these.
pub(super) fn read(text: &str, members: &mut [(&str, &mut String)]) -> bool {
    let Ok(Value::Array(list)) = serde_json::from_str(text) else {
        return false;
    };
    let [Value::Object(object)] = list.as_slice() else {
        return false;
    };
    let is_known =
        |name: &String, value: &Value| value.is_string() && members.iter().any(|it| it.0 == name);
    if !object.iter().all(|(name, value)| is_known(name, value)) {
        return false;
    }
    for (name, place) in members {
        let value = object.get(*name).and_then(Value::as_str);
        value.unwrap_or_default().clone_into(place);
    }
    true
}

/// Nothing when all members are empty. A semicolon is escaped, for readers that split the string before they look
/// into its JSON.
pub(super) fn write(members: &[(&str, &str)]) -> String {
    let mut object = Map::new();
    for (name, value) in members {
        if !value.is_empty() {
            object.insert((*name).to_owned(), (*value).into());
        }
    }
    if object.is_empty() {
        return String::new();
    }
    let list = Value::Array(vec![Value::Object(object)]);
    list.to_string().replace(';', "\\u003b")
}
