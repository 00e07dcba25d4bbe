//! Widgets that know nothing of the console's subject.

mod checkbox;
mod copy_button;
mod copy_menu;
mod empty;
mod page_head;
mod state_badge;
mod virtual_table;

pub(super) use checkbox::{checkbox, checkbox_field};
pub(super) use copy_button::copy_button;
pub(super) use copy_menu::copy_menu;
pub(super) use empty::empty;
pub(super) use page_head::page_head;
pub(super) use state_badge::state_badge;
pub(super) use virtual_table::{Row, virtual_table};
