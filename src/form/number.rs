//! Nodes by their numbers, for screens that note them in attributes.

use super::node::NodeId;

impl NodeId {
    /// The number: small, as nodes are counted from 0.
    pub fn number(self) -> usize {
        self.0 as usize
    }

    /// The node of a number. There need not be one: every question about such a node has an empty answer.
    pub fn from_number(number: usize) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
