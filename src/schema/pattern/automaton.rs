//! The steps of a pattern and which step may come after which (Glushkov's construction), except
//! that a step that may come next in two ways is listed twice: a backtracking engine tries both.

use super::piece::Piece;
use super::set::Set;

/// How many steps and how many pairs of steps in a row a pattern may have.
const MAX_STEPS: usize = 2_000;
const MAX_PAIRS: usize = 20_000;
/// Counted repetitions are written out up to this many steps; larger ones are taken for endless
/// ones, which allows for more ways.
const MAX_WRITTEN_OUT: u64 = 64;

/// The steps of a pattern. The last one reads nothing and comes before the first character.
#[derive(Debug, Default)]
pub(super) struct Automaton {
    sets: Vec<Set>,
    pub(super) next: Vec<Vec<usize>>,
    pairs: usize,
}

/// A part of the automaton.
#[derive(Default)]
struct Part {
    /// In how many ways it may read nothing.
    empty: usize,
    first: Vec<usize>,
    last: Vec<usize>,
}

impl Automaton {
    /// `None` if the pattern is too large.
    pub(super) fn build(piece: &Piece) -> Option<Self> {
        let mut automaton = Self::default();
        let whole = automaton.part(piece)?;
        let start = automaton.step(Set::NONE)?;
        automaton.connect(&[start], &whole.first)?;
        Some(automaton)
    }

    /// What a step reads.
    pub(super) fn set(&self, step: usize) -> Set {
        self.sets.get(step).copied().unwrap_or(Set::ALL)
    }

    /// The steps that may come after a step.
    pub(super) fn after(&self, step: usize) -> &[usize] {
        self.next.get(step).map_or(&[], Vec::as_slice)
    }

    fn step(&mut self, set: Set) -> Option<usize> {
        let id = self.sets.len();
        self.sets.push(set);
        self.next.push(Vec::new());
        (id < MAX_STEPS).then_some(id)
    }

    fn connect(&mut self, before: &[usize], after: &[usize]) -> Option<()> {
        self.pairs += before.len().checked_mul(after.len())?;
        if self.pairs > MAX_PAIRS {
            return None;
        }
        for id in before {
            self.next.get_mut(*id)?.extend_from_slice(after);
        }
        Some(())
    }

    fn part(&mut self, piece: &Piece) -> Option<Part> {
        match piece {
            Piece::Nothing | Piece::Start => Some(Part::nothing()),
            Piece::One(set) => {
                let id = self.step(*set)?;
                Some(Part {
                    empty: 0,
                    first: vec![id],
                    last: vec![id],
                })
            }
            Piece::Sequence(pieces) => {
                let mut whole = Part::nothing();
                for piece in pieces {
                    let part = self.part(piece)?;
                    whole = self.append(whole, part)?;
                }
                Some(whole)
            }
            Piece::Choice(branches) => {
                let mut whole = Part::default();
                for branch in branches {
                    let part = self.part(branch)?;
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                    whole.empty = whole.empty.checked_add(part.empty)?;
                }
                whole.checked()
            }
            Piece::Repeat { piece, least, most } => self.repeat(piece, *least, *most),
            Piece::Ahead(piece) => {
                // Its steps lead nowhere, and what comes behind starts where it started.
                let part = self.part(piece)?;
                Some(Part {
                    empty: 1,
                    first: part.first,
                    last: Vec::new(),
                })
            }
        }
    }

    fn append(&mut self, mut whole: Part, part: Part) -> Option<Part> {
        self.connect(&whole.last, &part.first)?;
        for _ in 0..whole.empty {
            whole.first.extend_from_slice(&part.first);
        }
        let mut last = part.last;
        for _ in 0..part.empty {
            last.extend_from_slice(&whole.last);
        }
        whole.last = last;
        whole.empty = whole.empty.checked_mul(part.empty)?;
        whole.checked()
    }

    /// `a{2,4}` as `aa(a(a)?)?` and `a{2,}` as `aaa*`, if that is short.
    fn repeat(&mut self, piece: &Piece, least: u32, most: Option<u32>) -> Option<Part> {
        let repeats = most.is_none_or(|most| most > 1);
        if repeats && piece.may_be_empty() {
            // Engines differ in how many empty iterations they try, and some of them hang over
            // it: regress 0.12 does over `^(?:a(?:(?:aaa)?)*){1,3}z`.
            return None;
        }
        let written_out = written_out(steps(piece), least, most).is_some();
        let most = most.filter(|_| written_out);
        let mut rest = match most {
            Some(_) => Part::nothing(),
            None => self.endless(piece)?,
        };
        if most.is_none() && (least <= 1 || !written_out) {
            rest.empty = usize::from(least == 0);
            return Some(rest);
        }
        // An optional piece that reads nothing is the same way as leaving it out.
        rest.empty = 1;
        for _ in least..most.unwrap_or(least) {
            let part = self.part(piece)?;
            rest = self.append(part, rest)?;
            rest.empty = 1;
        }
        for _ in 0..least {
            let part = self.part(piece)?;
            rest = self.append(part, rest)?;
        }
        Some(rest)
    }

    fn endless(&mut self, piece: &Piece) -> Option<Part> {
        let part = self.part(piece)?;
        self.connect(&part.last, &part.first)?;
        Some(part)
    }
}

impl Part {
    fn nothing() -> Self {
        Self {
            empty: 1,
            ..Self::default()
        }
    }

    /// Lists with repetitions may grow beyond all bounds.
    fn checked(self) -> Option<Self> {
        let small = self.first.len().max(self.last.len()).max(self.empty) <= MAX_PAIRS;
        small.then_some(self)
    }
}

/// How many steps a piece takes when it is written out. What reads nothing counts as well, for
/// it takes time to write out.
fn steps(piece: &Piece) -> u64 {
    match piece {
        Piece::Nothing | Piece::Start | Piece::One(_) => 1,
        Piece::Sequence(pieces) | Piece::Choice(pieces) => {
            let sum = pieces.iter().map(steps).fold(0, u64::saturating_add);
            sum.max(1)
        }
        Piece::Ahead(piece) => steps(piece),
        Piece::Repeat { piece, least, most } => {
            let steps = steps(piece);
            written_out(steps, *least, *most).unwrap_or(steps)
        }
    }
}

/// How many steps a repeated piece takes when it is written out, unless that is too many.
fn written_out(steps: u64, least: u32, most: Option<u32>) -> Option<u64> {
    let copies = u64::from(most.unwrap_or(least)).max(1);
    let all = steps.checked_mul(copies)?;
    (all <= MAX_WRITTEN_OUT).then_some(all)
}
