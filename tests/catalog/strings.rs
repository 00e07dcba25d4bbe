//! Documented connection strings and the assistant that takes them apart know of each other.

use flow_console::catalog::sources;
use flow_console::form::connection_string::{build, parse, template};

#[test]
fn every_documented_string_has_its_template() {
    let mut count = 0;
    for source in sources() {
        for way in &source.authentications {
            let strings = way
                .parameters
                .iter()
                .filter(|it| it.name == "connectionString");
            for example in strings.flat_map(|parameter| parameter.examples) {
                let example = example.as_str().unwrap();
                let template = template(source.id, "connectionString").expect(source.key);
                let parsed = parse(&template, example);
                for (part, value) in template.parts.iter().zip(&parsed.values) {
                    assert!(
                        !part.required || !value.is_empty(),
                        "{}: {}",
                        source.key,
                        part.key
                    );
                }
                assert_eq!(parsed.others, [], "{}", source.key);
                assert_eq!(parse(&template, &build(&template, &parsed)), parsed);
                count += 1;
            }
        }
    }
    assert_eq!(count, 13);
    // It has such a parameter, but no document says what stands in it.
    let hive = sources()
        .iter()
        .find(|source| source.key == "hive")
        .unwrap();
    assert!(template(hive.id, "connectionString").is_none());
}
