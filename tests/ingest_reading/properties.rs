//! Any records written as any format come back, however the source is cut.

use flow_console::ingest::{CellKind, Column, Columns, Format, Found, Reader, recognise};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\"\\\\\\[\\]{},:\n]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((any::<String>(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Value> {
    vec((any::<String>(), value()), 0..5)
        .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
}

fn cut_and_read(reader: &mut Reader, source: &[u8], cuts: &[usize]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = source;
    for cut in cuts {
        let (piece, behind) = rest.split_at((*cut).min(rest.len()));
        reader.push(piece, &mut found);
        rest = behind;
    }
    reader.push(rest, &mut found);
    reader.finish(&mut found);
    found
}

fn texts(found: &[Found]) -> Vec<String> {
    let mut texts = Vec::new();
    for found in found {
        match found {
            Found::Record { record, .. } => texts.push(record.text.clone()),
            Found::Unreadable { .. } => panic!("{found:?}"),
        }
    }
    texts
}

proptest! {
    #[test]
    fn json_comes_back(records in vec(object(), 0..6), pretty: bool, cuts in vec(0_usize..40, 0..30)) {
        let write = |record: &Value| {
            if pretty {
                serde_json::to_string_pretty(record).unwrap()
            } else {
                record.to_string()
            }
        };
        let written: Vec<String> = records.iter().map(write).collect();
        let mut sources = vec![
            (Format::Object, written.join("\n")),
            (Format::Object, written.concat()),
            (Format::Array, format!("[{}]", written.join(" ,\n"))),
        ];
        if !pretty {
            sources.push((Format::Lines, written.join("\n")));
            sources.push((Format::Lines, format!("{}\r\n", written.join("\r\n\r\n"))));
        }
        for (format, source) in sources {
            let mut reader = Reader::new(format, None);
            let found = cut_and_read(&mut reader, source.as_bytes(), &cuts);
            prop_assert_eq!(&texts(&found), &written, "{:?}", format);
            if format == Format::Array || format == Format::Lines && written.len() > 1 {
                prop_assert_eq!(recognise(&source), Some(format));
            }
        }
    }

    #[test]
    fn tables_come_back(
        rows in vec(vec("[a-z\",;\t\n\r é]{0,6}", 3), 0..6),
        format in prop_oneof![Just(Format::Comma), Just(Format::Semicolon), Just(Format::Tab)],
        is_quoted: bool,
        cuts in vec(0_usize..10, 0..30),
    ) {
        let delimiter = match format {
            Format::Comma => ",",
            Format::Semicolon => ";",
            _ => "\t",
        };
        let cell = |text: &String| {
            if is_quoted || text.contains(['"', ',', ';', '\t', '\n', '\r']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text.clone()
            }
        };
        let mut source = ["a", "b", "c"].join(delimiter);
        let mut expected = Vec::new();
        for row in &rows {
            source.push_str("\r\n");
            source.push_str(&row.iter().map(cell).collect::<Vec<_>>().join(delimiter));
            let mut record = json!({});
            for (place, path) in [["x", "a"], ["x", "b"], ["y", "c"]].iter().enumerate() {
                if !row[place].is_empty() {
                    record[path[0]][path[1]] = json!(row[place]);
                }
            }
            if let Some(element) = record.get_mut("y") {
                *element = json!([element.take()]);
            }
            if record != json!({}) {
                expected.push(record);
            }
        }
        let list = [("a", "x.a"), ("b", "x.b"), ("c", "y[0].c")].map(|(header, path)| Column {
            header: header.to_owned(),
            path: path.to_owned(),
            kind: CellKind::Text,
            is_left_out: false,
        });
        let columns = Columns { list: list.to_vec() };
        let mut reader = Reader::new(format, Some(columns));
        let found = cut_and_read(&mut reader, source.as_bytes(), &cuts);
        let read: Vec<Value> = texts(&found)
            .iter()
            .map(|text| serde_json::from_str(text).unwrap())
            .collect();
        prop_assert_eq!(read, expected, "{}", source);
    }

    /// Whatever comes, reading ends, and the cuts make no difference.
    #[test]
    fn anything_can_be_read(
        source in "[\\[\\]{}\",:\\\\ \n\ra1é\u{feff}]{0,60}",
        cuts in vec(0_usize..10, 0..20),
    ) {
        for format in Format::ALL {
            let mut reader = Reader::new(format, None);
            let cut = cut_and_read(&mut reader, source.as_bytes(), &cuts);
            let mut reader = Reader::new(format, None);
            let whole = cut_and_read(&mut reader, source.as_bytes(), &[]);
            prop_assert_eq!(&cut, &whole, "{:?}", format);
            for found in whole {
                if let Found::Record { record, .. } = found {
                    let value: Value = serde_json::from_str(&record.text).unwrap();
                    prop_assert!(value.is_object());
                }
            }
        }
    }
}
