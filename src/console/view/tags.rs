//! One function a tag.

use super::element::Element;

macro_rules! tags {
    ($($tag:ident)*) => {$(
        /// An element of that name.
        pub(in crate::console) fn $tag() -> Element {
            Element::new(stringify!($tag))
        }
    )*};
}

tags! {
    a aside b button code dd details div dl dt fieldset form h1 h2 h3 header input label legend li main nav ol
    option output p pre section select span strong summary table tbody td textarea th thead tr ul
}
