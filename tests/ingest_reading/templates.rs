//! Records made from templates.

use flow_console::ingest::{
    JsonFault, Sample, SampleName, Template, TemplateFault, placeholders, samples,
};
use serde_json::Value;

/// 2025-10-09T08:00:00.000Z
const NOW: u64 = 1_759_996_800_000;

#[track_caller]
fn make(template: &str) -> String {
    match Template::parse(template) {
        Ok(template) => template.record(1, 41, NOW),
        Err(problem) => panic!("{template}: {problem:?}"),
    }
}

#[track_caller]
fn check(template: &str, expected: &str) {
    assert_eq!(make(template), expected, "{template}");
}

#[test]
fn placeholders_are_filled() {
    check(
        "{\"a\": 1,\n \"b c\": \" x \"}",
        "{\"a\":1,\"b c\":\" x \"}",
    );
    check(
        "{\"n\": {{seq}}, \"t\": \"{{seq 1000}}\"}",
        "{\"n\":42,\"t\":\"1041\"}",
    );
    check(
        "{\"t\":{{now}},\"d\":\"{{date}}\"}",
        "{\"t\":\"2025-10-09T08:00:00.000Z\",\"d\":\"2025-10-09\"}",
    );
    check(
        "{\"t\":\"{{now -7d}}\"}",
        "{\"t\":\"2025-10-02T08:00:00.000Z\"}",
    );
    check(
        "{\"t\":\"{{now +90m}}\"}",
        "{\"t\":\"2025-10-09T09:30:00.000Z\"}",
    );
    check("{\"t\":\"{{date -586d}}\"}", "{\"t\":\"2024-03-02\"}");
    check("{\"t\":\"{{date -587d}}\"}", "{\"t\":\"2024-03-01\"}");
    check("{\"t\":\"{{date -588d}}\"}", "{\"t\":\"2024-02-29\"}");
    check("{\"t\":{{epoch -1s}}}", "{\"t\":1759996799000}");
    check(
        "{\"a\":{{int 7 7}},\"b\":\"{{ int  -7  -7 }}\"}",
        "{\"a\":7,\"b\":\"-7\"}",
    );
    check("{\"a\":{{decimal 1.5 1.5 3}}}", "{\"a\":1.500}");
    check("{\"a\":{{decimal -0.05 -0.05}}}", "{\"a\":-0.05}");
    check("{\"a\":{{decimal 3 3 0}}}", "{\"a\":3}");
    check(
        "{\"a\":{{bool 0}},\"b\":{{bool 100%}}}",
        "{\"a\":false,\"b\":true}",
    );
    check(
        "{\"a\":{{pick \"b c\"}},\"b\":\"{{pick \"b c\"}}\"}",
        "{\"a\":\"b c\",\"b\":\"b c\"}",
    );
    check("{\"b\":\"{{pick \\\"b c\\\"}}\"}", "{\"b\":\"b c\"}");
    check(
        "{\"a\":{{pick 1.50}},\"b\":{{pick \"1\"}}}",
        "{\"a\":1.50,\"b\":\"1\"}",
    );
    check("{\"a\":\"{{pick c:\\d}}\"}", "{\"a\":\"c:\\\\d\"}");
    check("{{{pick a}}:{{pick null}}}", "{\"a\":null}");
    check(
        "{\"a\":\"\\{{x}} \\\\{{seq}}\\\"\"}",
        "{\"a\":\"{{x}} \\\\42\\\"\"}",
    );
    check("{\"é\":[{{seq}},{{seq}}]}", "{\"é\":[42,42]}");
}

#[track_caller]
fn fails(template: &str, line: usize, column: usize, fault: TemplateFault) {
    let problem = Template::parse(template).expect_err(template);
    assert_eq!(problem.fault, fault, "{template}");
    assert_eq!((problem.line, problem.column), (line, column), "{template}");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    use TemplateFault::{Adjacent, Arguments, NotAnObject, NotJson, Open, Unknown, WrongOrder};
    let unknown = |name: &str| Unknown {
        name: name.to_owned(),
    };
    let int = "{{int 1 100}}";
    fails("{\"a\":{{uuid", 1, 6, Open);
    fails("{\"a\":\"{{pick \"x}}\"}", 1, 7, Open);
    fails("{\n \"é\":\"{{guid}}\"}", 2, 7, unknown("guid"));
    fails("{\"a\":{{}}}", 1, 6, unknown(""));
    fails("{\"a\":{{int 1}}}", 1, 6, Arguments { usage: int });
    fails("{\"a\":{{int 1 x}}}", 1, 6, Arguments { usage: int });
    fails("{\"a\":{{int 2 1}}}", 1, 6, WrongOrder { usage: int });
    fails("{\"a\":{{uuid 3}}}", 1, 6, Arguments { usage: "{{uuid}}" });
    fails(
        "{\"a\":{{hex 0}}}",
        1,
        6,
        Arguments {
            usage: "{{hex 16}}",
        },
    );
    fails(
        "{\"a\":{{bool 101}}}",
        1,
        6,
        Arguments {
            usage: "{{bool 50}}",
        },
    );
    let decimal = "{{decimal 0 100 2}}";
    fails(
        "{\"a\":{{decimal 0.005 1 2}}}",
        1,
        6,
        Arguments { usage: decimal },
    );
    fails(
        "{\"a\":{{decimal 0 1 16}}}",
        1,
        6,
        Arguments { usage: decimal },
    );
    fails(
        "{\"a\":{{now 7}}}",
        1,
        6,
        Arguments {
            usage: "{{now -7d 0}}",
        },
    );
    fails(
        "{\"a\":{{now 0 -7d}}}",
        1,
        6,
        WrongOrder {
            usage: "{{now -7d 0}}",
        },
    );
    fails("{\"a\":1{{int 1 9}}}", 1, 7, Adjacent);
    fails("{\"a\":{{int 1 9}}0}", 1, 6, Adjacent);
    fails("{\"a\":{{int 1 9}}{{int 1 9}}}", 1, 6, Adjacent);
    fails("", 1, 1, NotJson(JsonFault::Ended));
    fails("{\"a\": {{uuid}},\n}", 2, 1, NotJson(JsonFault::ExtraComma));
    fails("{\"a\" {{uuid}}}", 1, 6, NotJson(JsonFault::MissingColon));
    fails("{ {{int 1 2}}: 1}", 1, 3, NotJson(JsonFault::UnquotedName));
    fails("[{\"a\":1}]", 1, 1, NotAnObject);
    fails("{{uuid}}", 1, 1, NotAnObject);
}

#[test]
fn the_same_seed_gives_the_same_records() {
    for Sample { name, template, .. } in samples() {
        let template = Template::parse(template).unwrap();
        let records: Vec<String> = (0..200)
            .map(|index| template.record(7, index, NOW))
            .collect();
        let again = Template::parse(
            samples()
                .iter()
                .find(|it| it.name == *name)
                .unwrap()
                .template,
        );
        // In another order, and each for itself.
        let again = again.unwrap();
        for index in (0..200).rev() {
            let place = usize::try_from(index).unwrap();
            assert_eq!(again.record(7, index, NOW), records[place]);
            assert_ne!(again.record(8, index, NOW), records[place]);
        }
        let mut distinct = records.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), records.len(), "{name:?}");
        for record in &records {
            assert!(serde_json::from_str::<Value>(record).unwrap().is_object());
        }
    }
    // Written down: a new release gives the records of the old one.
    let template =
        Template::parse("{\"u\":{{uuid}},\"i\":{{int 1 1000}},\"e\":{{email}}}").unwrap();
    assert_eq!(
        template.record(42, 99_999, NOW),
        "{\"u\":\"f84b3411-cb75-47fd-815b-983fad262d32\",\"i\":552,\"e\":\"kenji.chen.100000@example.com\"}"
    );
}

#[test]
fn made_values_keep_to_their_limits() {
    let template = Template::parse(
        "{\"i\":{{int -3 3}},\"d\":{{decimal -1 1 1}},\"b\":{{bool}},\"p\":{{pick x y}},\
        \"t\":{{epoch -1h 0}},\"w\":{{int -9223372036854775808 9223372036854775807}},\
        \"h\":{{hex 20}}}",
    )
    .unwrap();
    let mut integers = Vec::new();
    let mut decimals = Vec::new();
    let mut others = Vec::new();
    for index in 0..2_000 {
        let value: Value = serde_json::from_str(&template.record(3, index, NOW)).unwrap();
        integers.push(value["i"].to_string());
        decimals.push(value["d"].to_string());
        others.push(format!("{} {}", value["b"], value["p"]));
        let time: u64 = value["t"].to_string().parse().unwrap();
        assert!((NOW - 3_600_000..=NOW).contains(&time), "{time}");
        let wide: i64 = value["w"].to_string().parse().unwrap();
        assert_ne!(wide, 0);
        let hex = value["h"].as_str().unwrap();
        assert!(hex.len() == 20 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
    for (list, distinct) in [(integers, 7), (decimals, 21), (others, 4)] {
        let mut list = list;
        list.sort_unstable();
        list.dedup();
        assert_eq!(list.len(), distinct, "{list:?}");
    }
}

#[test]
fn a_record_has_one_person_and_one_place() {
    let template =
        Template::parse("{\"n\":{{name}},\"f\":{{firstName}},\"l\":{{lastName}},\"e\":{{email}}}")
            .unwrap();
    let with_more = Template::parse("{\"x\":{{uuid}},\"n\":{{name}}}").unwrap();
    for index in 0..50 {
        let value: Value = serde_json::from_str(&template.record(5, index, NOW)).unwrap();
        let text = |name: &str| value[name].as_str().unwrap().to_owned();
        assert_eq!(text("n"), format!("{} {}", text("f"), text("l")));
        let email = format!("{}.{}.{}@example.com", text("f"), text("l"), index + 1);
        assert_eq!(text("e"), email.to_lowercase());
        // People stay who they are when a placeholder is added.
        let other: Value = serde_json::from_str(&with_more.record(5, index, NOW)).unwrap();
        assert_eq!(other["n"], value["n"]);
    }
}

#[test]
fn the_list_of_placeholders_is_the_truth() {
    for placeholder in placeholders() {
        let usage = placeholder.usage;
        for template in [
            format!("{{\"a\":{usage}}}"),
            format!("{{\"a\":\"x {usage} y\"}}"),
        ] {
            let template = Template::parse(&template).expect(usage);
            let record = template.record(1, 0, NOW);
            assert!(
                !record.contains("{{") && !record.contains("\"\""),
                "{record}"
            );
        }
        let start = format!("{{{{{}", placeholder.name);
        assert!(usage.starts_with(&start), "{usage}");
    }
}

/// The sample has the members of the record that Adobe's tutorial posts, each of the same kind.
#[test]
fn the_tutorial_sample_is_the_printed_record() {
    fn shape(value: &Value) -> Value {
        match value {
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), shape(value)))
                .collect(),
            Value::Number(_) => "number".into(),
            Value::String(_) => "text".into(),
            other => other.clone(),
        }
    }
    let printed = include_str!("../contract/streaming.txt");
    let (_, request) = printed.split_once("=== post a record\n").unwrap();
    let (_, body) = request.split_once("\n\n").unwrap();
    let printed: Value = serde_json::from_str(body).unwrap();
    let sample = samples().iter().find(|it| it.name == SampleName::Tutorial);
    let record: Value = serde_json::from_str(&make(sample.unwrap().template)).unwrap();
    assert_eq!(shape(&record), shape(&printed));
}
