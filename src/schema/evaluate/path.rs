//! The way from the root of the value to the place that is looked at, kept on the stack: a
//! pointer is made of it only when something is wrong there.

use crate::schema::pointer::Pointer;

/// A place of the value, as a step below another place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'a> {
    above: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Element(usize),
}

impl<'a> Path<'a> {
    pub(super) fn root() -> Self {
        Self {
            above: None,
            step: Step::Root,
        }
    }

    pub(super) fn member(&'a self, name: &'a str) -> Self {
        Self {
            above: Some(self),
            step: Step::Member(name),
        }
    }

    pub(super) fn element(&'a self, position: usize) -> Self {
        Self {
            above: Some(self),
            step: Step::Element(position),
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        let mut tokens = Vec::new();
        let mut place = Some(self);
        while let Some(path) = place {
            match path.step {
                Step::Root => {}
                Step::Member(name) => tokens.push(name.to_owned()),
                Step::Element(position) => tokens.push(position.to_string()),
            }
            place = path.above;
        }
        tokens.reverse();
        Pointer::from(tokens)
    }
}
