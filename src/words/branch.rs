//! What the branches of a choice are called.

use super::problem::kind_name;
use super::{Language, Words, parameter_label};
use crate::form::BranchName;
use crate::words::humanised;

/// A branch in words, by what its schema tells it from the others.
pub fn branch_name(name: &BranchName, language: Language) -> String {
    let words = Words::of(language);
    match name {
        BranchName::Title(title) => title.clone(),
        BranchName::Const(value) => value.clone(),
        BranchName::Definition(name) => humanised(name),
        BranchName::Requires(names) => {
            let names: Vec<String> = names
                .iter()
                .map(|name| {
                    parameter_label(name, language).map_or_else(|| humanised(name), str::to_owned)
                })
                .collect();
            (words.branch_with)(&names.join(", "))
        }
        BranchName::Type(kind) => kind_name(*kind, language).to_owned(),
        BranchName::Number(number) => (words.branch_number)(*number),
    }
}
