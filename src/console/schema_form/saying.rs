//! What is wrong is said: when a field is left, on submit, and where the focus goes then.

use super::state::FormState;
use crate::console::browser;
use crate::form::{FieldProblem, NodeId};
use crate::words::problem_text;

impl FormState {
    /// Somebody leaves a control: from now on its problem is said.
    pub fn visit(self, id: NodeId) {
        if let Some(inner) = self.inner() {
            inner.note(id, |drawn| drawn.visited = true);
            self.say(id);
        }
    }

    /// From now on every problem is said.
    pub fn say_all(self) {
        let Some(inner) = self.inner() else { return };
        inner.says_all.set(true);
        self.say_each();
    }

    /// From now on no problem is said before somebody has been there.
    pub fn say_nothing(self) {
        let Some(inner) = self.inner() else { return };
        inner.says_all.set(false);
        if let Ok(mut drawn) = inner.drawn.try_borrow_mut() {
            for drawn in drawn.iter_mut() {
                drawn.visited = false;
            }
        }
        self.say_each();
    }

    fn say_each(self) {
        let Some(inner) = self.inner() else { return };
        let count = inner.drawn.borrow().len();
        for number in 0..count {
            self.say(NodeId::from_number(number));
        }
    }

    /// Says at a field what is wrong with it, if it is time to.
    pub(super) fn say(self, id: NodeId) {
        let Some(inner) = self.inner() else { return };
        let Some(field) = inner.field(id) else { return };
        let problem = self.look(|form| form.problem(id));
        let is_refusal = matches!(problem, Some(FieldProblem::Refused(_)));
        let language = inner.console.language.get_untracked();
        let words = problem
            .filter(|_| is_refusal || inner.is_visited(id) || inner.says_all.get())
            .map(|problem| problem_text(&problem, language));
        field.say(words.as_deref());
    }

    /// Puts the focus where the first problem is; false when there is none.
    pub fn focus_first_problem(self) -> bool {
        let first = self.look(|form| form.problems().first().map(|(id, _)| *id));
        let Some(id) = first else { return false };
        // It may stand where the form is folded.
        let mut next = Some(id);
        while let Some(id) = next {
            self.change(|form| form.open(id));
            next = self.look(|form| form.parent(id));
        }
        browser::unfold(&self.id(id));
        if !browser::focus(&self.id(id)) {
            browser::focus(&format!("{}-body", self.id(id)));
        }
        true
    }
}
