//! `requests.json`: for every documented way to sign in the `auth` object that its form must be able to make.

use flow_console::api::{Call, Session, encode};
use flow_console::catalog::{DocumentedAuthentication, by_id, connection_spec_document, sources};
use flow_console::emulator::{Emulator, Outcome, Pace, Settings};
use flow_console::model::{
    Authentication, BaseConnection, ConnectionSpec, ConnectionSpecId, FromJson, SpecReference,
};
use flow_console::schema::Schema;
use flow_console::secret::{Document, Secret, Secrets};
use serde_json::Value;

struct Request {
    source: String,
    spec: String,
    title: Option<String>,
    name: String,
    params: Value,
}

fn requests() -> Vec<Request> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let file: Value = serde_json::from_str(include_str!("requests.json")).unwrap();
    let requests = file.as_array().unwrap().iter();
    requests
        .map(|request| Request {
            source: text(&request["source"]).unwrap(),
            spec: text(&request["connectionSpec"]).unwrap(),
            title: text(&request["title"]),
            name: text(&request["auth"]["specName"]).unwrap(),
            params: request["auth"]["params"].clone(),
        })
        .collect()
}

fn way(request: &Request) -> &'static DocumentedAuthentication {
    let source = by_id(&request.spec).expect(&request.source);
    let title = request.title.as_deref().unwrap_or(&request.name);
    source
        .authentication(&request.name, title)
        .expect(&request.source)
}

#[test]
fn every_way_that_is_offered_has_its_request() {
    let requests = requests();
    let offered = sources().iter().flat_map(|source| {
        let ways = source.authentications.iter().filter(|way| way.offered);
        ways.map(move |way| (source.title, way))
    });
    let mut count = 0;
    for (title, way) in offered {
        let found = requests
            .iter()
            .filter(|request| request.source == title && std::ptr::eq(self::way(request), way));
        assert_eq!(found.count(), 1, "{title}: {}", way.title.english);
        count += 1;
    }
    assert_eq!(count, requests.len());
    assert_eq!(count, 91);
}

/// The request has all parameters, and no others; the schema of this way, and not only of one of its name, takes it.
#[test]
fn every_request_fits_its_schema() {
    for request in requests() {
        let way = way(&request);
        let names: Vec<&str> = way.parameters.iter().map(|it| it.name).collect();
        let given = request.params.as_object().unwrap();
        for name in given.keys() {
            assert!(names.contains(&name.as_str()), "{}: {name}", request.source);
        }
        assert_eq!(given.len(), names.len(), "{}", request.source);
        let source = by_id(&request.spec).unwrap();
        let spec: ConnectionSpec =
            ConnectionSpec::from_json(&connection_spec_document(source)).unwrap();
        let position = source
            .authentications
            .iter()
            .position(|it| std::ptr::eq(it, way));
        let schema = &spec.auth_spec[position.unwrap()];
        assert_eq!(schema.name, request.name);
        let problems = Schema::parse(&schema.spec).validate(&request.params);
        assert!(problems.is_empty(), "{}: {problems:?}", request.source);
    }
}

#[test]
fn the_emulator_takes_every_request() {
    let mut emulator = Emulator::new(Settings {
        origin: "https://demo.invalid".to_owned(),
        seed: 7,
        pace: Pace::Immediate,
        demo_world: false,
    });
    let session = Session {
        flow_service_url: "https://demo.invalid/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("token"),
        api_key: "key".to_owned(),
        org_id: "0123456789ABCDEF0A49DEMO@AdobeOrg".to_owned(),
        sandbox: "prod".to_owned(),
    };
    let mut create = |request: &Request, params: Value| {
        let call = Call::create_base_connection(BaseConnection {
            name: request.source.clone(),
            auth: Some(Authentication {
                spec_name: request.name.clone(),
                params: Document::Plain(params),
                ..Authentication::default()
            }),
            connection_spec: SpecReference::first(ConnectionSpecId::from(request.spec.as_str())),
            ..BaseConnection::default()
        });
        let sent = encode(&call.operation, &session, Secrets::Revealed);
        match emulator.handle(&sent, 1_760_000_000_000).outcome {
            Outcome::Answer(response) => response.status,
            Outcome::Dropped => panic!("no answer"),
        }
    };
    for request in requests() {
        assert_eq!(
            create(&request, request.params.clone()),
            201,
            "{}",
            request.source
        );
        // What is demanded is demanded by the emulator, too.
        let is_unique = requests()
            .iter()
            .filter(|it| it.spec == request.spec && it.name == request.name)
            .count()
            == 1;
        for parameter in &way(&request).parameters {
            if parameter.required == Some(true) && is_unique {
                let mut params = request.params.clone();
                params.as_object_mut().unwrap().shift_remove(parameter.name);
                let status = create(&request, params);
                assert_eq!(status, 400, "{}: {}", request.source, parameter.name);
            }
        }
    }
}
