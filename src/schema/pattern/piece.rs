//! The parts that patterns are made of.

use super::set::Set;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Reads nothing: `$`, `\b` and the empty pattern.
    Nothing,
    /// `^`
    Start,
    /// One character.
    One(Set),
    Sequence(Vec<Piece>),
    Choice(Vec<Piece>),
    Repeat {
        piece: Box<Piece>,
        least: u32,
        /// `None` is without end.
        most: Option<u32>,
    },
    /// Reads ahead and returns, positive or negative.
    Ahead(Box<Piece>),
}

/// Characters one after the other, or a few lists of them to choose from.
pub(super) fn is_plain(piece: &Piece) -> bool {
    let is_text = |piece: &Piece| match piece {
        Piece::Sequence(pieces) => pieces.iter().all(is_single),
        single => is_single(single),
    };
    match piece {
        Piece::Choice(branches) => branches.iter().all(is_text),
        other => is_text(other),
    }
}

fn is_single(piece: &Piece) -> bool {
    matches!(piece, Piece::Nothing | Piece::Start | Piece::One(_))
}

impl Piece {
    /// Whether it can only begin at the start of the text.
    pub(super) fn is_anchored(&self) -> bool {
        match self {
            Self::Start => true,
            Self::Sequence(pieces) => pieces.first().is_some_and(Self::is_anchored),
            Self::Choice(branches) => branches.iter().all(Self::is_anchored),
            Self::Repeat { piece, least, .. } => *least > 0 && piece.is_anchored(),
            Self::Nothing | Self::One(_) | Self::Ahead(_) => false,
        }
    }

    /// Whether it may read nothing.
    pub(super) fn may_be_empty(&self) -> bool {
        match self {
            Self::Nothing | Self::Start | Self::Ahead(_) => true,
            Self::One(_) => false,
            Self::Sequence(pieces) => pieces.iter().all(Self::may_be_empty),
            Self::Choice(branches) => branches.iter().any(Self::may_be_empty),
            Self::Repeat { piece, least, .. } => *least == 0 || piece.may_be_empty(),
        }
    }

    /// The parts it is made of.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn parts(&self) -> &[Piece] {
        match self {
            Self::Nothing | Self::Start | Self::One(_) => &[],
            Self::Sequence(parts) | Self::Choice(parts) => parts,
            Self::Repeat { piece, .. } | Self::Ahead(piece) => std::slice::from_ref(piece),
        }
    }
}
