//! The emulator as the page holds it: snapshots, and the same bytes for the same questions.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

use flow_console::api::{Call, HttpRequest, HttpResponse, ListQuery, Method, Session, encode};
use flow_console::emulator::{
    DEMO_API_KEY, DEMO_ORGANISATION, DEMO_SANDBOX, Emulator, Faults, Outcome, Pace, Settings,
    Snapshot, specifications,
};
use flow_console::model::{Authentication, BaseConnection, SpecReference};
use flow_console::secret::{Document, Secret, Secrets};
use serde_json::json;

const NOW: u64 = 1_760_000_000_000;

fn settings(demo_world: bool) -> Settings {
    Settings {
        origin: "https://demo.invalid".to_owned(),
        seed: 7,
        pace: Pace::Immediate,
        demo_world,
    }
}

fn session() -> Session {
    Session {
        flow_service_url: "https://demo.invalid/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("hush-token"),
        api_key: DEMO_API_KEY.to_owned(),
        org_id: DEMO_ORGANISATION.to_owned(),
        sandbox: DEMO_SANDBOX.to_owned(),
    }
}

fn send<Answer>(emulator: &mut Emulator, call: &Call<Answer>, now: u64) -> HttpResponse {
    let request = encode(&call.operation, &session(), Secrets::Revealed);
    match emulator.handle(&request, now).outcome {
        Outcome::Answer(response) => response,
        Outcome::Dropped => panic!("no answer"),
    }
}

fn warehouse() -> BaseConnection {
    let mut params = Document::Plain(json!({ "server": "s", "username": "u", "database": "d" }));
    params.insert(
        &["password"],
        Document::Secret(Secret::new("hush-password")),
    );
    BaseConnection {
        name: "Warehouse".to_owned(),
        auth: Some(Authentication {
            spec_name: "Basic Authentication".to_owned(),
            params,
            ..Authentication::default()
        }),
        connection_spec: SpecReference::first("3416976c-a9ca-4bba-901a-1f08f66978ff".into()),
        ..BaseConnection::default()
    }
}

fn reload(emulator: &Emulator, settings: Settings) -> Emulator {
    let kept = emulator.snapshot().to_json().to_string();
    let snapshot = Snapshot::read(&serde_json::from_str(&kept).unwrap()).unwrap();
    Emulator::restore(settings, snapshot)
}

#[test]
fn a_snapshot_brings_everything_back() {
    let mut emulator = Emulator::new(settings(true));
    send(
        &mut emulator,
        &Call::create_base_connection(warehouse()),
        NOW,
    );
    let list = Call::list_base_connections(ListQuery::default());
    let before = send(&mut emulator, &list, NOW);

    // Another seed must not change what is there already.
    let other = Settings {
        seed: 8,
        ..settings(true)
    };
    let mut restored = reload(&emulator, other);
    assert_eq!(send(&mut restored, &list, NOW).body, before.body);
    assert_eq!(restored.changed(), emulator.changed());

    // What comes next gets the identifier that it would have got, in the sandbox that it would have been in.
    let create = Call::create_base_connection(warehouse());
    let ids = [&mut emulator, &mut restored]
        .map(|emulator| create.read(&send(emulator, &create, NOW)).unwrap().id);
    assert_eq!(ids[0], ids[1]);
    let bodies = [&mut emulator, &mut restored].map(|emulator| send(emulator, &list, NOW).body);
    assert_eq!(bodies[0], bodies[1]);
}

#[test]
fn a_snapshot_holds_no_secret() {
    let mut emulator = Emulator::new(settings(true));
    send(
        &mut emulator,
        &Call::create_base_connection(warehouse()),
        NOW,
    );
    let kept = emulator.snapshot().to_json().to_string();
    assert!(kept.contains("Warehouse"));
    for secret in ["hush", "not-a-password"] {
        assert!(!kept.contains(secret), "{secret}");
        assert!(!format!("{emulator:?}").contains(secret), "{secret}");
    }
}

#[test]
fn a_snapshot_of_another_version_gives_a_new_world() {
    let mut emulator = Emulator::new(settings(false));
    send(
        &mut emulator,
        &Call::create_base_connection(warehouse()),
        NOW,
    );
    let mut kept = emulator.snapshot().to_json();
    kept["version"] = json!(0);
    let snapshot = Snapshot::read(&kept).unwrap();
    let mut restored = Emulator::restore(settings(false), snapshot);
    let list = Call::list_base_connections(ListQuery::default());
    let page = list.read(&send(&mut restored, &list, NOW)).unwrap();
    assert_eq!(page.items.len(), 0);
}

#[test]
fn the_same_seed_and_the_same_questions_give_the_same_bytes() {
    let run = |seed| {
        let mut emulator = Emulator::new(Settings {
            seed,
            ..settings(true)
        });
        let create = Call::create_base_connection(warehouse());
        let list = Call::list_flows(ListQuery::default());
        let created = send(&mut emulator, &create, NOW);
        format!("{created:?} {:?}", send(&mut emulator, &list, NOW))
    };
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}

#[test]
fn only_what_a_snapshot_shows_counts_as_a_change() {
    let mut emulator = Emulator::new(settings(false));
    let list = Call::list_base_connections(ListQuery::default());
    let changes = |emulator: &mut Emulator, request: &HttpRequest| {
        let before = emulator.changed();
        emulator.handle(request, NOW);
        emulator.changed() > before
    };
    let create = Call::create_base_connection(warehouse());
    let ask = |call: &Call<_>| encode(&call.operation, &session(), Secrets::Revealed);
    let read = encode(&list.operation, &session(), Secrets::Revealed);
    let write = ask(&create);
    assert!(!changes(&mut emulator, &read));
    assert!(changes(&mut emulator, &write));
    emulator.set_faults(Faults {
        unavailable: true,
        ..Faults::default()
    });
    assert!(!changes(&mut emulator, &write));
    let reset = HttpRequest {
        method: Method::Post,
        url: "/emulator/reset".to_owned(),
        headers: Vec::new(),
        body: None,
    };
    assert!(changes(&mut emulator, &reset));
    assert_eq!(emulator.faults(), Faults::default());
}

#[test]
fn the_demo_world_is_read_by_the_console() {
    let mut emulator = Emulator::new(settings(true));
    let connections = Call::list_base_connections(ListQuery::default());
    let page = connections
        .read(&send(&mut emulator, &connections, NOW))
        .unwrap();
    assert_eq!((page.items.len(), page.unreadable), (3, 0));
    let inlets: Vec<String> = page
        .items
        .iter()
        .filter_map(|stored| stored.content.inlet())
        .map(|inlet| inlet.url)
        .collect();
    assert_eq!(inlets.len(), 1);
    assert!(inlets[0].starts_with("https://demo.invalid/collection/"));
    assert!(
        page.items
            .iter()
            .all(|stored| stored.created_at < Some(NOW))
    );

    let specs = Call::list_connection_specs(ListQuery::default());
    let page = specs.read(&send(&mut emulator, &specs, NOW)).unwrap();
    assert_eq!((page.items.len(), page.unreadable), (74, 0));
    let sources: Vec<String> = page
        .items
        .iter()
        .filter(|spec| spec.is_source())
        .map(|spec| format!("{} ({})", spec.title(), spec.category()))
        .collect();
    let expected = [
        "Google Ads (advertising)",
        "LinkedIn Ads (advertising)",
        "Pinterest Ads (advertising)",
        "Mixpanel (analytics)",
        "Pendo (analytics)",
        "Azure Data Lake Storage Gen2 (cloudStorage)",
        "Azure File Storage (cloudStorage)",
        "Azure Blob Storage (cloudStorage)",
        "Data Landing Zone (cloudStorage)",
        "Azure Event Hubs (cloudStorage)",
        "FTP (cloudStorage)",
        "Google PubSub (cloudStorage)",
        "Google Cloud Storage (cloudStorage)",
        "Apache HDFS (cloudStorage)",
        "Amazon Kinesis (cloudStorage)",
        "Oracle Object Storage (cloudStorage)",
        "Amazon S3 (cloudStorage)",
        "SFTP (cloudStorage)",
        "OneTrust Integration (consentAndPreferences)",
        "Microsoft Dynamics (crm)",
        "Salesforce (crm)",
        "SugarCRM Accounts & Contacts (crm)",
        "SugarCRM Events (crm)",
        "Veeva CRM (crm)",
        "Zoho CRM (crm)",
        "Oracle Service Cloud (customerSuccess)",
        "Salesforce Service Cloud (customerSuccess)",
        "ServiceNow (customerSuccess)",
        "Zendesk (customerSuccess)",
        "Azure Table Storage (databases)",
        "Google BigQuery (databases)",
        "Apache Cassandra (databases)",
        "Couchbase (databases)",
        "Azure Data Explorer (databases)",
        "Databricks (databases)",
        "GreenPlum (databases)",
        "Apache Hive on Azure HDInsights (databases)",
        "HP Vertica (databases)",
        "IBM DB2 (databases)",
        "MariaDB (databases)",
        "MySQL (databases)",
        "Oracle DB (databases)",
        "Phoenix (databases)",
        "PostgreSQL (databases)",
        "Amazon Redshift (databases)",
        "Snowflake Streaming (databases)",
        "Snowflake (databases)",
        "Apache Spark on Azure HDInsights (databases)",
        "Microsoft SQL Server (databases)",
        "Azure Synapse Analytics (databases)",
        "Teradata Vantage (databases)",
        "SAP Commerce (ecommerce)",
        "Shopify Streaming (ecommerce)",
        "Shopify (ecommerce)",
        "Capillary Streaming Events (loyalty)",
        "LAVA (loyalty)",
        "Chatlio (marketingAutomation)",
        "Customer.io (marketingAutomation)",
        "HubSpot (marketingAutomation)",
        "Mailchimp Campaign (marketingAutomation)",
        "Mailchimp Members (marketingAutomation)",
        "Oracle Eloqua (marketingAutomation)",
        "Oracle NetSuite Activities (marketingAutomation)",
        "Oracle NetSuite Entities (marketingAutomation)",
        "Oracle Responsys (marketingAutomation)",
        "PathFactory (marketingAutomation)",
        "Salesforce Marketing Cloud (marketingAutomation)",
        "PayPal (payments)",
        "Square (payments)",
        "Stripe (payments)",
        "Generic REST API (protocols)",
        "Generic OData (protocols)",
        "HTTP API (streaming)",
    ];
    assert_eq!(sources, expected);

    let flow_specs = Call::list_flow_specs(ListQuery::default());
    let page = flow_specs
        .read(&send(&mut emulator, &flow_specs, NOW))
        .unwrap();
    assert_eq!((page.items.len(), page.unreadable), (5, 0));
}

/// The answer of a world, but for the identifier of the request.
fn in_world(request: &HttpRequest) -> HttpResponse {
    let Outcome::Answer(response) = Emulator::new(settings(true)).handle(request, NOW).outcome
    else {
        panic!("no answer");
    };
    without_id(response)
}

fn without_id(mut response: HttpResponse) -> HttpResponse {
    response.headers.retain(|(name, _)| name != "x-request-id");
    response
}

#[test]
fn specifications_are_the_same_without_a_world() {
    let call = Call::list_connection_specs(ListQuery::default());
    let list = encode(&call.operation, &session(), Secrets::Revealed);
    let id = "3416976c-a9ca-4bba-901a-1f08f66978ff";
    let call = Call::retrieve_connection_spec(id.into());
    let one = encode(&call.operation, &session(), Secrets::Revealed);
    for request in [&list, &one] {
        let answer = specifications(request, 1).expect("needs no world");
        assert!(answer.header("x-request-id").is_some());
        assert_eq!(without_id(answer), in_world(request));
    }
    let of = |request: &HttpRequest, seed| {
        let answer = specifications(request, seed);
        answer.and_then(|answer| answer.header("x-request-id").map(str::to_owned))
    };
    assert_ne!(of(&list, 1), of(&list, 2));
}

#[test]
fn every_other_call_needs_a_world() {
    let call = Call::retrieve_connection_spec("3416976c-a9ca-4bba-901a-1f08f66978ff".into());
    let one = encode(&call.operation, &session(), Secrets::Revealed);
    let with = |change: &dyn Fn(&mut HttpRequest)| {
        let mut request = one.clone();
        change(&mut request);
        specifications(&request, 1)
    };
    assert_eq!(with(&|request| request.method = Method::Delete), None);
    assert_eq!(with(&|request| request.url.push('0')), None);
    assert_eq!(with(&|request| request.url.push_str("?limit=1")), None);
    assert_eq!(with(&|request| request.headers.clear()), None);
    assert_eq!(with(&|request| request.url.push_str("/more")), None);
    let call = Call::list_base_connections(ListQuery::default());
    let connections = encode(&call.operation, &session(), Secrets::Revealed);
    assert_eq!(specifications(&connections, 1), None);
}
