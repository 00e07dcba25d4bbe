//! What exactly is said at a field.

use flow_console::form::FieldProblem;
use flow_console::schema::{Format, Kind, Rule};
use flow_console::words::Language::{English, French};
use flow_console::words::{problem_text, rule_text};
use serde_json::{Number, json};

use super::firm;
use super::rules::{all_branches, at_least, lacks, one_of, pattern, problem};

#[track_caller]
fn check_rule(rule: &Rule, english: &str, french: &str) {
    assert_eq!(rule_text(rule, English), english);
    assert_eq!(firm(&rule_text(rule, French)), french);
}

#[test]
fn problems_of_typing() {
    let check = |problem: FieldProblem, english: &str, french: &str| {
        assert_eq!(problem_text(&problem, English), english);
        assert_eq!(firm(&problem_text(&problem, French)), french);
    };
    check(
        FieldProblem::Missing,
        "This is required.",
        "Ce champ est obligatoire.",
    );
    check(
        FieldProblem::NotAnInteger,
        "A whole number is needed, such as 443.",
        "Un nombre entier est attendu, par exemple 443.",
    );
    check(
        FieldProblem::NotANumber,
        "A number is needed, such as 0.5 (with a point, not a comma).",
        "Un nombre est attendu, par exemple 0.5 (avec un point, pas une virgule).",
    );
    check(
        FieldProblem::NotJson { line: 3, column: 0 },
        "This is not valid JSON: see line 3, column 1.",
        "Ce n’est pas du JSON valide~: voir la ligne 3, colonne 1.",
    );
    check(
        FieldProblem::Broken(at_least(1)),
        "At least 1.",
        "1 au minimum.",
    );
    check(
        FieldProblem::BrokenAt {
            place: "/hosts/0".parse().unwrap(),
            rule: at_least(1),
        },
        "At /hosts/0: At least 1.",
        "À /hosts/0~: 1 au minimum.",
    );
    check(
        FieldProblem::RepeatedName {
            name: "port".to_owned(),
            line: 3,
            column: 5,
        },
        "“port” stands here for the second time: see line 3, column 5.",
        "«~port~» apparaît ici pour la seconde fois~: voir la ligne 3, colonne 5.",
    );
    check(
        FieldProblem::Unchosen,
        "One of the forms has to be chosen.",
        "Il faut choisir l’une des formes.",
    );
    check(
        FieldProblem::SameName,
        "Another entry has the same name.",
        "Un autre élément porte le même nom.",
    );
    check(
        FieldProblem::Refused("No such host".to_owned()),
        "No such host",
        "No such host",
    );
}

#[test]
fn rules_of_numbers() {
    check_rule(&at_least(1), "At least 1.", "1 au minimum.");
    let limit = Number::from_f64(3.0).unwrap();
    check_rule(&Rule::Maximum { limit }, "At most 3.", "3 au maximum.");
    let limit = Number::from_f64(0.5).unwrap();
    check_rule(
        &Rule::ExclusiveMinimum { limit },
        "More than 0.5.",
        "Plus de 0.5.",
    );
    let limit = Number::from(65536);
    check_rule(
        &Rule::ExclusiveMaximum { limit },
        "Less than 65536.",
        "Moins de 65536.",
    );
}

#[test]
fn rules_of_counts() {
    let rule = |limit, found| Rule::MinLength { limit, found };
    check_rule(
        &rule(8, 5),
        "At least 8 characters (now 5).",
        "8 caractères au minimum (5 actuellement).",
    );
    check_rule(
        &rule(1, 0),
        "At least 1 character (now 0).",
        "1 caractère au minimum (0 actuellement).",
    );
    check_rule(
        &Rule::MaxItems { limit: 0, found: 2 },
        "At most 0 entries (now 2).",
        "0 élément au maximum (2 actuellement).",
    );
    check_rule(
        &Rule::UniqueItems {
            first: 0,
            second: 2,
        },
        "Entries 1 and 3 are the same; each may appear only once.",
        "Les éléments 1 et 3 sont identiques~; chacun ne doit figurer qu’une fois.",
    );
}

#[test]
fn rules_of_texts() {
    for digits in ["^[0-9]+$", r"^\d+$", "^[0-9]*$"] {
        check_rule(
            &pattern(digits),
            "Digits only, such as 443.",
            "Chiffres uniquement, par exemple 443.",
        );
    }
    check_rule(
        &pattern("^[0-9]{1,5}$"),
        "1 to 5 digits, nothing else.",
        "De 1 à 5 chiffres, rien d’autre.",
    );
    check_rule(
        &pattern(r"^\d{4}$"),
        "Exactly 4 digits.",
        "Exactement 4 chiffres.",
    );
    check_rule(
        &pattern("^[a-z]{2,}$"),
        "This does not have the form that the service asks for (regular expression ^[a-z]{2,}$).",
        "Ce texte n’a pas la forme demandée par le service (expression régulière ^[a-z]{2,}$).",
    );
    check_rule(
        &Rule::Format {
            format: Format::Hostname,
        },
        "A host name is needed, such as db.example.com: no https://, no path.",
        "Un nom d’hôte est attendu, par exemple db.example.com, sans https:// ni chemin.",
    );
}

#[test]
fn rules_of_values() {
    check_rule(
        &one_of(json!(["xdm", "raw", "", 3, null])),
        r#"Accepted values: xdm, raw, "", 3, null."#,
        r#"Valeurs acceptées~: xdm, raw, "", 3, null."#,
    );
    check_rule(
        &one_of(json!([1, 2, 3, 4, 5, 6, 7])),
        "Accepted values: 1, 2, 3, 4, 5, 6, …",
        "Valeurs acceptées~: 1, 2, 3, 4, 5, 6, …",
    );
    let rule = Rule::Type {
        expected: vec![Kind::String, Kind::Number, Kind::Null],
        found: Kind::Array,
    };
    check_rule(
        &rule,
        "This must be text, a number or null, not a list.",
        "Il faut un texte, un nombre ou null, et non une liste.",
    );
}

#[test]
fn rules_of_objects() {
    check_rule(
        &lacks("port"),
        "The property “port” is missing.",
        "Il manque la propriété «~port~».",
    );
    let property = "prot".to_owned();
    check_rule(
        &Rule::AdditionalProperty { property },
        "There is no property “prot” here: remove it, or check its spelling.",
        "La propriété «~prot~» n’existe pas ici~: retirez-la, ou vérifiez son orthographe.",
    );
    let rule = Rule::PropertyName {
        property: "a".to_owned(),
        problems: vec![problem("/a", pattern("^[0-9]+$"))],
    };
    check_rule(
        &rule,
        "The name “a” is not accepted here. Digits only, such as 443.",
        "Le nom «~a~» n’est pas accepté ici. Chiffres uniquement, par exemple 443.",
    );
}

#[test]
fn rules_of_several_forms() {
    let [_, kinds, whole, part] = all_branches();
    check_rule(
        &Rule::AnyOf { branches: kinds },
        "This must be text or null, not a whole number.",
        "Il faut un texte ou null, et non un nombre entier.",
    );
    check_rule(
        &Rule::AnyOf { branches: whole },
        "This fits none of the accepted forms. The closest one says: At least 1024.",
        "Cette valeur n’a aucune des formes acceptées. La plus proche indique~: 1024 au minimum.",
    );
    check_rule(
        &Rule::OneOf {
            matching: 0,
            branches: part,
        },
        "This fits none of the accepted forms. The closest one says, for “port”: At least 1024.",
        "Cette valeur n’a aucune des formes acceptées. \
         La plus proche indique, pour «~port~»~: 1024 au minimum.",
    );
    check_rule(
        &Rule::OneOf {
            matching: 2,
            branches: Vec::new(),
        },
        "This fits 2 of the accepted forms at once; it must fit exactly one.",
        "Cette valeur a 2 des formes acceptées à la fois~; elle ne doit en avoir qu’une.",
    );
}

#[test]
fn kinds_of_a_part_name_the_part() {
    let wants = |kind| {
        vec![problem(
            "/port",
            Rule::Type {
                expected: vec![kind],
                found: Kind::Array,
            },
        )]
    };
    assert_eq!(
        rule_text(
            &Rule::AnyOf {
                branches: vec![wants(Kind::String), wants(Kind::Integer)]
            },
            English
        ),
        "This fits none of the accepted forms. \
         The closest one says, for “port”: This must be text or a whole number, not a list."
    );
}

#[test]
fn a_reason_has_no_reason_of_its_own() {
    let [_, _, whole, _] = all_branches();
    let inner = Rule::AnyOf { branches: whole };
    let rule = Rule::AnyOf {
        branches: vec![vec![problem("/auth", inner)]],
    };
    assert_eq!(
        rule_text(&rule, English),
        "This fits none of the accepted forms. \
         The closest one says, for “auth”: This fits none of the accepted forms."
    );
}

#[test]
fn long_pieces_are_cut() {
    let text = rule_text(&lacks(&"é".repeat(500)), French);
    assert!(text.chars().count() < 100, "{text}");
    assert!(text.contains('…'));
}
