//! The regular expressions of the platform.

#[cfg(all(target_arch = "wasm32", feature = "console"))]
pub(super) use browser::Engine;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use native::Engine;
#[cfg(all(target_arch = "wasm32", not(feature = "console")))]
pub(super) use nothing::Engine;

/// Why there is no engine for a pattern.
#[derive(Debug)]
#[allow(dead_code, reason = "no platform has both reasons")]
pub(super) enum Failure {
    /// The pattern has a syntax error.
    Invalid,
    /// This build has no regular expressions.
    Missing,
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use regress::Regex;
    use regress::backends::{PikeVMExecutor, find};

    use super::Failure;
    use crate::schema::pattern::piece::Piece;
    use crate::schema::pattern::syntax;

    /// `regress` 0.12 has two engines, and each has a fault (found by comparing them with V8).
    ///
    /// The default one forgets how often an inner loop ran when it comes back to it, so that it
    /// hangs over `^(?:(?:a+){2}){2}z` on twenty letters. The other one copies its state instead.
    /// Both are wrong about some patterns that look ahead inside a loop, such as
    /// `((?=.)c(?!b))+aa` on `acbbbcaac`; those are not run at all here.
    #[derive(Debug)]
    pub(in crate::schema::pattern) struct Engine {
        expression: Regex,
        copies: bool,
    }

    impl Engine {
        pub(in crate::schema::pattern) fn compile(
            source: &str,
            unicode: bool,
        ) -> Result<Self, Failure> {
            let flags = if unicode { "u" } else { "" };
            let expression = Regex::with_flags(source, flags).map_err(|_| Failure::Invalid)?;
            let shape = syntax::parse(source, unicode).ok_or(Failure::Missing)?;
            let copies = nests_loops(&shape.piece, false);
            if looks_ahead(&shape.piece, copies) {
                return Err(Failure::Missing);
            }
            Ok(Self { expression, copies })
        }

        pub(in crate::schema::pattern) fn matches(&self, text: &str) -> Option<bool> {
            let found = if self.copies {
                find::<PikeVMExecutor<'_, '_>>(&self.expression, text, 0).next()
            } else {
                self.expression.find(text)
            };
            Some(found.is_some())
        }
    }

    /// Whether a loop is inside a loop. Those over a single character keep no count.
    fn nests_loops(piece: &Piece, inside: bool) -> bool {
        let (is_loop, repeats) = match piece {
            Piece::Repeat { piece, most, .. } => {
                (!matches!(**piece, Piece::One(_)), *most != Some(1))
            }
            _ => (false, false),
        };
        let parts = piece.parts();
        is_loop && inside || parts.iter().any(|it| nests_loops(it, inside || repeats))
    }

    /// Whether it looks ahead inside a loop.
    fn looks_ahead(piece: &Piece, inside: bool) -> bool {
        let inside = inside || matches!(piece, Piece::Repeat { .. });
        inside && matches!(piece, Piece::Ahead(_))
            || piece.parts().iter().any(|it| looks_ahead(it, inside))
    }
}

#[cfg(all(target_arch = "wasm32", feature = "console"))]
mod browser {
    use js_sys::{Array, Function, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::Failure;

    /// Only the text of the expression: a `RegExp` may not leave its thread, and schemas may. The
    /// browser remembers compiled expressions by their text.
    #[derive(Debug)]
    pub(in crate::schema::pattern) struct Engine {
        source: String,
        unicode: bool,
    }

    impl Engine {
        pub(in crate::schema::pattern) fn compile(
            source: &str,
            unicode: bool,
        ) -> Result<Self, Failure> {
            let source = source.to_owned();
            let engine = Self { source, unicode };
            match engine.expression() {
                Some(_) => Ok(engine),
                None => Err(Failure::Invalid),
            }
        }

        pub(in crate::schema::pattern) fn matches(&self, text: &str) -> Option<bool> {
            let expression = self.expression()?;
            let test = Reflect::get(&expression, &"test".into()).ok()?;
            let test: Function = test.dyn_into().ok()?;
            // Called through `Reflect`, an exception, as for an exhausted stack, is a value here;
            // called directly it would go through our frames and leave them as they are.
            let arguments = Array::of1(&text.into());
            Reflect::apply(&test, &expression, &arguments)
                .ok()?
                .as_bool()
        }

        fn expression(&self) -> Option<JsValue> {
            let class = Reflect::get(&js_sys::global(), &"RegExp".into()).ok()?;
            let class: Function = class.dyn_into().ok()?;
            let flags = if self.unicode { "u" } else { "" };
            let arguments = Array::of2(&self.source.as_str().into(), &flags.into());
            Reflect::construct(&class, &arguments).ok()
        }
    }
}

#[cfg(all(target_arch = "wasm32", not(feature = "console")))]
mod nothing {
    use super::Failure;

    #[derive(Debug)]
    pub(in crate::schema::pattern) struct Engine;

    impl Engine {
        pub(in crate::schema::pattern) fn compile(_: &str, _: bool) -> Result<Self, Failure> {
            Err(Failure::Missing)
        }

        pub(in crate::schema::pattern) fn matches(&self, _: &str) -> Option<bool> {
            None
        }
    }
}
