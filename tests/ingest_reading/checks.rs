//! What can be known to be wrong before anything is sent.

use flow_console::ingest::{
    Checkpoint, Checks, Envelope, Finding, FindingKind, Format, Found, Reader, Record, Survey,
};
use flow_console::schema::Schema;
use serde_json::json;

fn record(text: &str) -> Record {
    Record {
        index: 0,
        line: 1,
        text: text.to_owned(),
    }
}

#[track_caller]
fn kinds(checks: &Checks, text: &str, expected: &[FindingKind]) {
    let record = record(text);
    let bytes = checks.prepared_bytes(&record);
    let findings = checks.check(&record, bytes);
    let kinds: Vec<FindingKind> = findings.iter().map(Finding::kind).collect();
    assert_eq!(kinds, expected, "{text:.100}");
    assert_eq!(checks.prepare(record).text.len(), bytes);
}

fn of_size(bytes: usize) -> String {
    format!("{{\"a\":\"{}\"}}", "x".repeat(bytes - 8))
}

#[test]
fn sizes_are_checked() {
    let checks = Checks::default();
    kinds(&checks, &of_size(10_000), &[]);
    kinds(&checks, &of_size(10_001), &[FindingKind::Large]);
    kinds(&checks, &of_size(1_000_000), &[FindingKind::Large]);
    kinds(&checks, &of_size(1_000_001), &[FindingKind::TooLarge]);
    // The envelope counts.
    let envelope = Envelope {
        schema_id: "s".repeat(100),
        content_type: "c".to_owned(),
        ims_org_id: "o".to_owned(),
        dataset_id: "d".to_owned(),
        flow_id: "f".to_owned(),
        source_name: String::new(),
    };
    let checks = Checks {
        envelope: Some(envelope.clone()),
        ..Checks::default()
    };
    kinds(&checks, &of_size(10_000), &[FindingKind::Large]);
    kinds(&checks, &envelope.wrap("{}"), &[]);
}

#[test]
fn the_schema_is_for_what_is_in_the_envelope() {
    let schema = json!({ "properties": { "n": { "minimum": 5 } }, "required": ["_id"] });
    let schema = Some(Schema::parse(&schema));
    let raw = Checks {
        schema: schema.clone(),
        envelope: None,
    };
    kinds(&raw, "{\"_id\":1,\"n\":5}", &[]);
    kinds(
        &raw,
        "{\"n\":4}",
        &[FindingKind::Schema, FindingKind::Schema],
    );
    let xdm = Checks {
        schema,
        envelope: Some(Envelope {
            schema_id: "s".to_owned(),
            content_type: "c".to_owned(),
            ims_org_id: "o".to_owned(),
            dataset_id: "d".to_owned(),
            flow_id: "f".to_owned(),
            source_name: String::new(),
        }),
    };
    kinds(&xdm, "{\"_id\":1}", &[]);
    kinds(&xdm, "{}", &[FindingKind::Schema]);
    let envelope = xdm.envelope.clone().unwrap();
    kinds(
        &xdm,
        &envelope.wrap("{\"_id\":1,\"n\":3}"),
        &[FindingKind::Schema],
    );
    kinds(
        &xdm,
        "{\"header\":{},\"body\":{\"xdmEntity\":{\"_id\":1}}}",
        &[FindingKind::Envelope; 5],
    );
}

#[test]
fn a_survey_counts_everything_and_lists_the_first() {
    let mut source = String::new();
    for number in 0..2_500 {
        source.push_str(&format!("{{\"n\":{number}}}\n"));
        if number % 2 == 0 {
            source.push_str("x\n");
        }
    }
    let schema = json!({ "properties": { "n": { "maximum": 1000 } } });
    let checks = Checks {
        schema: Some(Schema::parse(&schema)),
        envelope: Some(Envelope::default()),
    };
    let mut survey = Survey::default();
    let mut reader = Reader::new(Format::Lines, None);
    let mut found = Vec::new();
    let mut all = Vec::new();
    for bytes in source.as_bytes().chunks(1_000) {
        reader.push(bytes, &mut found);
        survey.take(&found, &checks);
        all.append(&mut found);
    }
    reader.finish(&mut found);
    survey.take(&found, &checks);
    assert_eq!(
        (survey.total, survey.unreadable, survey.enveloped),
        (2_500, 1_250, 0)
    );
    assert_eq!(survey.unreadable_lines.len(), 1_000);
    assert_eq!(survey.count(FindingKind::Schema), 1_499);
    // Five parts are missing in the envelope of each; each part is listed once.
    assert_eq!(survey.count(FindingKind::Envelope), 12_500);
    assert_eq!(survey.count(FindingKind::TooLarge), 0);
    assert_eq!(survey.findings.len(), 1_000);
    let schema = survey
        .findings
        .iter()
        .filter(|it| it.finding.kind() == FindingKind::Schema);
    assert_eq!(schema.count(), 995);
    let sent: usize = all
        .iter()
        .map(|found| match found {
            Found::Record { record, .. } => checks.prepare(record.clone()).text.len(),
            Found::Unreadable { .. } => 0,
        })
        .sum();
    assert_eq!(survey.bytes, u64::try_from(sent).unwrap());
    assert_eq!(
        survey.largest,
        Envelope::default().wrap("{\"n\":1000}").len()
    );
    let at = |index| survey.checkpoint_before(index).unwrap();
    assert_eq!(
        at(0),
        Checkpoint {
            offset: 0,
            line: 1,
            index: 0
        }
    );
    assert_eq!(
        (at(999).index, at(1_000).index, at(9_999).index),
        (0, 1_000, 2_000)
    );
    assert_eq!(at(1_000).line, 1_501);
    assert_eq!(Survey::default().checkpoint_before(0), None);
}
