//! How long a backtracking engine may take for a pattern.
//!
//! The engine tries one way through the pattern after the other, so what counts is how many ways
//! there are to read a text. In the automaton of the pattern (see [`super::automaton`]):
//!
//! - if two different ways lead from a step back to the same step and read the same, their
//!   number doubles with each round: the pattern is exponential;
//! - otherwise their number is a power of the length, one for the first loop and one more for
//!   each later loop on the same way that can read what the loop before it reads, as in `a*a*`;
//! - choices outside of loops multiply it.
//!
//! Positions where the engine may begin are a loop before the pattern, unless it is anchored.
//! (The theory is Weber and Seidl's, "On the degree of ambiguity of finite automata", 1991.)

use super::automaton::Automaton;
use super::piece::Piece;
use super::set::Set;
use super::syntax;
use crate::schema::loops;

/// How long a pattern may be, in bytes.
const MAX_LENGTH: usize = 5_000;
/// How long a text may be at most, in bytes: engines keep something for each character they may
/// have to come back to.
const MAX_TEXT: u128 = 100_000;
/// How many steps an engine may take for one text, roughly.
const MAX_WORK: u128 = 2_000_000;
/// How many pairs of pairs of steps are looked at while a pattern is judged.
const MAX_EFFORT: usize = 4_000_000;

/// The longest text that the pattern may be run on, in bytes; zero if there is none, and `None`
/// if not even the engine may read the pattern.
pub(super) fn longest_text(source: &str, unicode: bool) -> Option<usize> {
    if source.len() > MAX_LENGTH {
        return None;
    }
    let shape = syntax::parse(source, unicode)?;
    if shape.unforeseeable {
        return Some(0);
    }
    let piece = if shape.piece.is_anchored() {
        shape.piece
    } else {
        let anywhere = Piece::Repeat {
            piece: Box::new(Piece::One(Set::ALL)),
            least: 0,
            most: None,
        };
        Piece::Sequence(vec![anywhere, shape.piece])
    };
    let power = Automaton::build(&piece).and_then(|it| Judge::new(&it).judge());
    Some(power.map_or(0, |(power, choices)| longest(power, choices)))
}

/// The longest text that stays within the work.
fn longest(power: u32, choices: u128) -> usize {
    let (mut fits, mut exceeds) = (0, MAX_TEXT + 1);
    while exceeds - fits > 1 {
        let middle = (fits + exceeds) / 2;
        if work(middle, power, choices) <= MAX_WORK {
            fits = middle;
        } else {
            exceeds = middle;
        }
    }
    usize::try_from(fits).unwrap_or(0)
}

/// The choices times the ways to put the changes from loop to loop into a text.
fn work(length: u128, power: u32, choices: u128) -> u128 {
    let changes = 1..=u128::from(power);
    changes.fold(choices, |ways, change| {
        ways.saturating_mul(length + change) / change
    })
}

struct Judge<'a> {
    automaton: &'a Automaton,
    /// The steps of each loop, those reached earlier first. A step outside of loops is a loop of
    /// its own.
    loops: Vec<Vec<usize>>,
    /// The position in `loops` of each step.
    home: Vec<usize>,
    effort: usize,
}

impl<'a> Judge<'a> {
    fn new(automaton: &'a Automaton) -> Self {
        let loops = loops::find(&automaton.next);
        let mut home = vec![0; automaton.next.len()];
        for (number, steps) in loops.iter().enumerate() {
            for step in steps {
                set(&mut home, *step, number);
            }
        }
        Self {
            automaton,
            loops,
            home,
            effort: 0,
        }
    }

    /// The power of the length and the factor; `None` for exponential patterns and for those
    /// that take too long to judge.
    fn judge(mut self) -> Option<(u32, u128)> {
        for number in 0..self.loops.len() {
            if self.doubles(number)? {
                return None;
            }
        }
        Some((self.power()?, self.choices()))
    }

    /// Whether two ways part and meet again within a loop: pairs of steps are followed that read
    /// the same, starting where the ways part.
    fn doubles(&mut self, number: usize) -> Option<bool> {
        let automaton = self.automaton;
        let members = self.loops.get(number).cloned().unwrap_or_default();
        let inside: Vec<Vec<usize>> = members.iter().map(|step| self.inside(*step)).collect();
        if inside.iter().all(Vec::is_empty) {
            return Some(false);
        }
        let mut local = vec![0; automaton.next.len()];
        for (position, step) in members.iter().enumerate() {
            set(&mut local, *step, position);
        }
        let after = |step: usize| local.get(step).and_then(|it| inside.get(*it));
        let mut seen = vec![false; members.len() * members.len()];
        let mut pairs: Vec<(usize, usize)> = members.iter().map(|it| (*it, *it)).collect();
        while let Some((left, right)) = pairs.pop() {
            let (Some(lefts), Some(rights)) = (after(left), after(right)) else {
                continue;
            };
            self.spend(lefts.len() * rights.len())?;
            for (first, left_next) in lefts.iter().enumerate() {
                // Where the ways part, each pair of continuations is looked at once.
                let skipped = if left == right { first + 1 } else { 0 };
                for right_next in rights.iter().skip(skipped) {
                    if !automaton.set(*left_next).meets(automaton.set(*right_next)) {
                        continue;
                    }
                    if left_next == right_next {
                        return Some(true);
                    }
                    let place = local.get(*left_next).zip(local.get(*right_next));
                    let place = place.map(|(left, right)| left * members.len() + right);
                    let place = place.and_then(|place| seen.get_mut(place));
                    if place.is_some_and(|seen| !std::mem::replace(seen, true)) {
                        pairs.push((*left_next, *right_next));
                    }
                }
            }
        }
        Some(false)
    }

    /// The highest power on any way, found from the last loops to the first.
    fn power(&mut self) -> Option<u32> {
        let mut powers: Vec<u32> = vec![0; self.loops.len()];
        let mut later: Vec<(usize, Set)> = Vec::new();
        for number in (0..self.loops.len()).rev() {
            let members = self.loops.get(number).cloned().unwrap_or_default();
            let power_of = |number: usize| powers.get(number).copied().unwrap_or(0);
            let mut power = 0;
            for next in members.iter().flat_map(|step| self.automaton.after(*step)) {
                power = power.max(self.home.get(*next).map_or(0, |home| power_of(*home)));
            }
            if members.iter().any(|step| !self.inside(*step).is_empty()) {
                let sets = members.iter().map(|step| self.automaton.set(*step));
                let letters = sets.fold(Set::NONE, Set::or);
                power = power.max(1);
                for (target, others) in &later {
                    let common = letters.and(*others);
                    if power_of(*target) >= power && self.leads(&members, *target, common)? {
                        power = power_of(*target) + 1;
                    }
                }
                later.push((number, letters));
            }
            set(&mut powers, number, power);
        }
        powers.into_iter().max()
    }

    /// Whether a way leads from some steps to a loop that reads only these letters.
    fn leads(&mut self, from: &[usize], target: usize, letters: Set) -> Option<bool> {
        let automaton = self.automaton;
        let mut seen = vec![false; automaton.next.len()];
        let mut pending = from.to_vec();
        while let Some(step) = pending.pop() {
            let after = automaton.after(step);
            self.spend(after.len() + 1)?;
            for next in after {
                let fits = automaton.set(*next).meets(letters);
                if fits && self.home.get(*next) == Some(&target) {
                    return Some(true);
                }
                let place = seen.get_mut(*next).filter(|_| fits);
                if place.is_some_and(|seen| !std::mem::replace(seen, true)) {
                    pending.push(*next);
                }
            }
        }
        Some(false)
    }

    /// How many ways the choices outside of loops allow at most, if each next character is the
    /// one that fits most of them.
    fn choices(&self) -> u128 {
        let mut ways: Vec<u128> = vec![1; self.loops.len()];
        for (number, members) in self.loops.iter().enumerate().rev() {
            let after = members.iter().flat_map(|step| self.automaton.after(*step));
            let leaving = after.filter_map(|next| {
                let home = self.home.get(*next).filter(|home| **home != number)?;
                Some((self.automaton.set(*next), *ways.get(*home)?))
            });
            let most = Set::heaviest(&leaving.collect::<Vec<_>>());
            set(&mut ways, number, most.max(1));
        }
        // The step before the first character is a loop of its own before all others.
        ways.into_iter().max().unwrap_or(1)
    }

    /// The steps that come after this one within its loop.
    fn inside(&self, step: usize) -> Vec<usize> {
        let next = self.automaton.after(step).iter().copied();
        next.filter(|next| self.home.get(*next) == self.home.get(step))
            .collect()
    }

    fn spend(&mut self, effort: usize) -> Option<()> {
        self.effort += effort;
        (self.effort <= MAX_EFFORT).then_some(())
    }
}

fn set<T>(list: &mut [T], position: usize, value: T) {
    if let Some(place) = list.get_mut(position) {
        *place = value;
    }
}
