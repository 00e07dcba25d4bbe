//! Random schemas, values and doings: the form never breaks, loses nothing, and agrees with the schema.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[allow(dead_code, reason = "shared with the tests of the schema room")]
#[path = "schema/random.rs"]
mod random;

use flow_console::form::{Changes, FieldProblem, Form, Input, Kind, NodeId};
use flow_console::schema::{Pointer, Schema};
use flow_console::secret::{Secret, Secrets};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

use self::random::{document, nonsense, value};

/// `PROPTEST_CASES` asks for another number of cases.
fn settings(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    config.failure_persistence = Some(Box::new(FileFailurePersistence::Off));
    config
}

/// Something done to the node of a number, with a text and a number to do it with.
#[derive(Clone, Debug)]
struct Doing {
    what: u8,
    node: usize,
    text: String,
    number: usize,
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let texts = vec![
        "",
        " ",
        "a",
        "b",
        "ab",
        "1",
        "1.5",
        "{}",
        "[1]",
        "null",
        "{\"a\": 1}",
        "true",
    ];
    let text = prop::sample::select(texts).prop_map(str::to_owned);
    let doing = (0_u8..12, 0_usize..40, text, 0_usize..4);
    let doing = doing.prop_map(|(what, node, text, number)| Doing {
        what,
        node,
        text,
        number,
    });
    prop::collection::vec(doing, 0..24)
}

/// All nodes that are there.
fn nodes(form: &Form) -> Vec<NodeId> {
    let mut nodes = vec![NodeId::ROOT];
    let mut next = 0;
    while let Some(id) = nodes.get(next).copied() {
        nodes.extend(form.children(id));
        next += 1;
    }
    nodes
}

fn act(form: &mut Form, doing: &Doing) -> Changes {
    let nodes = nodes(form);
    let id = nodes[doing.node % nodes.len()];
    match doing.what {
        0..=2 => {
            let input = match form.input(id) {
                Input::Text(_) => Input::Text(doing.text.clone()),
                Input::Secret(_) => Input::Secret(Secret::new(doing.text.as_str())),
                Input::Flag(_) => Input::Flag([None, Some(true), Some(false)][doing.number % 3]),
            };
            form.set(id, input)
        }
        3 | 4 => form.choose(id, 0, doing.number.checked_sub(1)),
        5 => form.choose(id, 1, Some(doing.number)),
        6 => form.open(id),
        7 => form.add(id).1,
        8 => form.add_entry(id, &doing.text).1,
        9 => form.rename(id, &doing.text),
        10 => form.remove(id),
        _ => form.move_to(id, doing.number),
    }
}

/// What is told about the whole is what is told about the parts.
fn check_counts(form: &Form) {
    let shown = |id: &NodeId| form.problem(*id).is_some();
    let count = nodes(form).iter().filter(|id| shown(id)).count();
    assert_eq!(form.problem_count(NodeId::ROOT), count);
    let same_name = |id: &NodeId| form.problem(*id) == Some(FieldProblem::SameName);
    let is_ambiguous = nodes(form).iter().any(same_name);
    for id in nodes(form) {
        let found = form.find(&form.pointer(id));
        assert!(is_ambiguous || found == Some(id), "{}", form.pointer(id));
        if let Kind::Group(group) = form.kind(id) {
            for child in group.main.iter().chain(&group.more).chain(&group.entries) {
                assert!(form.children(id).contains(child));
            }
        }
    }
}

/// What a screen shows of each node.
type Picture = Vec<(NodeId, Option<FieldProblem>, usize, Vec<NodeId>)>;

fn picture(form: &Form) -> Picture {
    let of = |id: NodeId| {
        let count = form.problem_count(id);
        (id, form.problem(id), count, form.children(id).to_vec())
    };
    nodes(form).into_iter().map(of).collect()
}

/// A screen that draws again what it is told to shows what there is.
fn check_changes(form: &Form, before: &Picture, changes: &Changes, doing: &Doing) {
    for (id, problem, count, children) in picture(form) {
        let mut above = Some(id);
        let mut is_drawn = false;
        while let Some(next) = above {
            is_drawn |= changes.shapes.contains(&next);
            above = form.parent(next);
        }
        let Some(old) = before.iter().find(|old| old.0 == id) else {
            assert!(is_drawn, "new {id:?} by {doing:?}");
            continue;
        };
        let name = form.pointer(id);
        assert!(
            is_drawn || old.3 == children,
            "children of {name} by {doing:?}"
        );
        let is_told = changes.problems.contains(&id);
        assert!(
            is_drawn || is_told || old.1 == problem,
            "problem at {name} by {doing:?}"
        );
        let is_told = changes.counts.contains(&id);
        assert!(
            is_drawn || is_told || old.2 == count,
            "count at {name} by {doing:?}"
        );
    }
}

/// The schema has nothing to say where the form has not.
fn check_agreement(form: &Form, schema: &Value) {
    let problems = form.problems();
    let there = nodes(form);
    for (id, _) in &problems {
        assert!(there.contains(id));
    }
    let document = form.document().reveal();
    let expected = Schema::parse(schema).validate(&document);
    assert!(
        !problems.is_empty() || expected.is_empty(),
        "{document} {expected:?}"
    );
    // Where a schema contradicts itself, the whole may show more than the parts.
    assert!(form.seems_valid() || !problems.is_empty());
}

proptest! {
    #![proptest_config(settings(600))]

    #[test]
    fn whatever_is_done_the_form_agrees_with_the_schema(schema in document(), doings in doings()) {
        let mut form = Form::new(&schema, &Pointer::root().child("params"));
        for doing in &doings {
            let before = form.document();
            let seen = picture(&form);
            let changes = act(&mut form, doing);
            prop_assert!(changes.document || form.document() == before);
            check_counts(&form);
            check_changes(&form, &seen, &changes, doing);
        }
        check_agreement(&form, &schema);
    }

    #[test]
    fn nothing_that_is_loaded_is_lost(schema in document(), first in value(), second in value(), doings in doings()) {
        let mut form = Form::new(&schema, &Pointer::root());
        form.load(&first);
        for doing in &doings {
            act(&mut form, doing);
        }
        for value in [&first, &second] {
            form.load(value);
            check_counts(&form);
            check_agreement(&form, &schema);
            let document = form.document().reveal();
            prop_assert!(holds(&document, value), "{} from {}", document, value);
            if form.schema().accepts(value) {
                prop_assert_eq!(&document, value);
            }
            let text = form.to_json_text(Secrets::Revealed);
            prop_assert_eq!(serde_json::from_str::<Value>(&text.text).unwrap(), document);
            prop_assert_eq!(text.text.lines().count(), text.lines.len());
        }
    }

    /// What is edited has secrets that are kept: they are in nobody's way.
    #[test]
    fn what_exists_can_be_edited(schema in document(), value in value(), doings in doings()) {
        let mut form = Form::for_edit(&schema, &Pointer::root(), &value);
        for doing in &doings {
            check_counts(&form);
            let seen = picture(&form);
            let changes = act(&mut form, doing);
            check_changes(&form, &seen, &changes, doing);
        }
        check_counts(&form);
        form.problems();
        let text = form.to_json_text(Secrets::Placeholders).text;
        prop_assert!(form.read_json_text(&text).is_ok());
        check_counts(&form);
    }

    #[test]
    fn any_schema_can_be_drawn(schema in nonsense(), value in value(), doings in doings()) {
        let mut form = Form::new(&schema, &Pointer::root());
        for doing in &doings {
            act(&mut form, doing);
        }
        check_counts(&form);
        check_agreement(&form, &schema);
        form.load(&value);
        check_counts(&form);
        check_agreement(&form, &schema);
        let document = form.document().reveal();
        prop_assert!(holds(&document, &value), "{} from {}", document, value);
    }
}

/// Whether everything of a value is in another one.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => part
            .iter()
            .all(|(name, value)| whole.get(name).is_some_and(|it| holds(it, value))),
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len()
                && whole
                    .iter()
                    .zip(part)
                    .all(|(whole, part)| holds(whole, part))
        }
        _ => whole == part,
    }
}

#[test]
fn what_holds_what() {
    let check = |whole: Value, part: Value, expected: bool| {
        assert_eq!(holds(&whole, &part), expected, "{whole} {part}");
    };
    check(json!({ "a": 1, "b": 2 }), json!({ "a": 1 }), true);
    check(json!({ "a": 1 }), json!({ "a": 1, "b": 2 }), false);
    check(json!([{ "a": 1, "b": 2 }]), json!([{ "a": 1 }]), true);
    check(json!([1, 2]), json!([1]), false);
    check(json!("a"), json!("b"), false);
}
