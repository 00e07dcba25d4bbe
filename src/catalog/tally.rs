//! What a filter leaves of a list of sources, and what each other choice would leave.

use super::filter::{Filter, values_of};
use super::fold::fold;
use super::summary::SourceSummary;

/// Counted once for all that a page shows.
#[derive(Clone, Default, PartialEq)]
pub struct Tally {
    /// For each source, in the order of the list, whether it meets all conditions.
    pub matches: Vec<bool>,
    counts: Vec<Count>,
}

#[derive(Clone, PartialEq)]
struct Count {
    name: &'static str,
    /// Empty where the condition is not said.
    value: String,
    sources: usize,
}

impl Tally {
    /// Counts.
    pub fn new(filter: &Filter, sources: &[SourceSummary]) -> Self {
        let words = fold(&filter.text);
        let mut tally = Self::default();
        for source in sources {
            let meets = filter.meets(source);
            let is_found = Filter::finds(&words, source);
            let misses = meets.iter().filter(|is_met| !**is_met).count();
            tally.matches.push(is_found && misses == 0);
            for (name, is_met) in Filter::CHOICES.into_iter().zip(meets) {
                // With this condition taken away, it would be there.
                if is_found && misses == usize::from(!is_met) {
                    tally.add(name, String::new());
                    for value in values_of(source, name) {
                        tally.add(name, value);
                    }
                }
            }
        }
        tally
    }

    /// How many sources meet all conditions.
    pub fn found(&self) -> usize {
        self.matches.iter().filter(|matches| **matches).count()
    }

    /// How many sources there would be with this value of a condition, the others staying as they are.
    pub fn count(&self, name: &str, value: &str) -> usize {
        let mut counts = self.counts.iter();
        let known = counts.find(|count| count.name == name && count.value == value);
        known.map_or(0, |count| count.sources)
    }

    /// The source that is most likely meant: the first whose title is the text, else begins with it, else has it
    /// somewhere, else the first.
    pub fn best(&self, filter: &Filter, sources: &[SourceSummary]) -> Option<usize> {
        let text = fold(filter.text.trim());
        let mut best = None;
        let mut best_rank = 0;
        for (position, (source, matches)) in sources.iter().zip(&self.matches).enumerate() {
            let title = fold(&source.title);
            let rank = match (matches, title.find(&text)) {
                (false, _) => 0,
                (true, None) => 1,
                (true, Some(0)) if title.len() == text.len() => 4,
                (true, Some(0)) => 3,
                (true, Some(_)) => 2,
            };
            if rank > best_rank {
                best = Some(position);
                best_rank = rank;
            }
        }
        best
    }

    fn add(&mut self, name: &'static str, value: String) {
        let mut counts = self.counts.iter_mut();
        match counts.find(|count| count.name == name && count.value == value) {
            Some(count) => count.sources += 1,
            None => self.counts.push(Count {
                name,
                value,
                sources: 1,
            }),
        }
    }
}
