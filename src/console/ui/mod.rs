//! Widgets that know nothing of the console's subject.

mod copy_button;
mod empty;
mod page_head;
mod state_badge;

pub(super) use copy_button::CopyButton;
pub(super) use empty::Empty;
pub(super) use page_head::PageHead;
pub(super) use state_badge::StateBadge;
