//! The demo world: a few things that a data engineer may have left behind, made by the same calls as everything else.

use serde_json::json;

use super::faults::Strike;
use super::{Emulator, Pace, runs, service};
use crate::api::{Call, HttpRequest, Session, Target, encode};
use crate::model::{
    Authentication, BaseConnection, ConnectionSpecId, DataSetParameters, Flow, FlowSpecId, Mapping,
    SourceConnection, SpecReference, TargetConnection, TargetData, Transformation,
};
use crate::secret::{Document, Secret, Secrets};

/// The organisation of the demo world.
pub const DEMO_ORGANISATION: &str = "0123456789ABCDEF0A49DEMO@AdobeOrg";
/// The sandbox of the demo world.
pub const DEMO_SANDBOX: &str = "prod";
/// The client that made the demo world.
pub const DEMO_API_KEY: &str = "demo-api-key";

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Makes the demo world, some days before a time.
pub(super) fn fill(emulator: &mut Emulator, now: u64) {
    // What is this old has settled, however slowly states move today.
    let pace = std::mem::replace(&mut emulator.pace, Pace::Immediate);
    let mut maker = Maker { emulator, now };
    maker.make();
    emulator.pace = pace;
}

struct Maker<'a> {
    emulator: &'a mut Emulator,
    now: u64,
}

impl Maker<'_> {
    /// `None` when a call is refused, which the tests would find.
    fn make(&mut self) -> Option<()> {
        self.send(41, &Call::create_base_connection(warehouse()))?;
        self.send(23, &Call::create_base_connection(redshift()))?;
        let inlet = self.send(12, &Call::create_base_connection(inlet()))?;
        let source = SourceConnection {
            name: "Web shop orders, as sent".to_owned(),
            base_connection_id: Some(inlet.id),
            connection_spec: SpecReference::first(HTTP_API.into()),
            ..SourceConnection::default()
        };
        let source = self.send(12, &Call::create_source_connection(source))?;
        let target = self.send(12, &Call::create_target_connection(orders_dataset()))?;
        let flow = Flow {
            name: "Web shop orders".to_owned(),
            description: Some("Orders as the web shop takes them, mapped to XDM".to_owned()),
            flow_spec: SpecReference::first(FlowSpecId::from(
                "c1a19761-d2c7-4702-b9fa-fe91f0613e81",
            )),
            source_connection_ids: vec![source.id],
            target_connection_ids: vec![target.id],
            transformations: vec![Transformation {
                name: "Mapping".to_owned(),
                params: Mapping {
                    mapping_id: "5d0c3a1e9f2b4c7d8e6f0a1b2c3d4e5f".to_owned(),
                    mapping_version: Some(0),
                },
            }],
        };
        let flow = self.send(12, &Call::create_flow(flow))?;
        let sandbox = self
            .emulator
            .store
            .sandbox_mut(DEMO_ORGANISATION, DEMO_SANDBOX);
        sandbox
            .runs
            .insert(flow.id.to_string(), runs::demo(self.now));
        Some(())
    }

    fn send<Answer>(&mut self, days_ago: u64, call: &Call<Answer>) -> Option<Answer> {
        let request = encode(&call.operation, &session(), Secrets::Revealed);
        let time = self.now.saturating_sub(days_ago * DAY_MS);
        call.read(&self.answer(&request, time)?).ok()
    }

    fn answer(&mut self, request: &HttpRequest, time: u64) -> Option<crate::api::HttpResponse> {
        let target = Target::read(&request.url);
        match service::answer(self.emulator, request, &target, &Strike::default(), time) {
            Ok((_, response)) => Some(response),
            Err(_) => None,
        }
    }
}

fn session() -> Session {
    Session {
        flow_service_url: "/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("demo"),
        api_key: DEMO_API_KEY.to_owned(),
        org_id: DEMO_ORGANISATION.to_owned(),
        sandbox: DEMO_SANDBOX.to_owned(),
    }
}

const HTTP_API: &str = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

fn base_connection(
    name: &str,
    description: &str,
    spec: ConnectionSpecId,
    auth_spec: &str,
    params: serde_json::Value,
) -> BaseConnection {
    BaseConnection {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        provider_id: None,
        auth: Some(Authentication {
            spec_name: auth_spec.to_owned(),
            params: Document::Plain(params),
            ..Authentication::default()
        }),
        connection_spec: SpecReference::first(spec),
        ..BaseConnection::default()
    }
}

fn warehouse() -> BaseConnection {
    let params = json!({
        "server": "warehouse.example.com",
        "port": "5432",
        "database": "sales",
        "username": "platform_reader",
        "password": "not-a-password",
        "sslMode": "Verify Full",
    });
    base_connection(
        "Sales warehouse",
        "Customers and orders, read only",
        "74a1c565-4e59-48d7-9d67-7c03b8a13137".into(),
        "Basic Authentication",
        params,
    )
}

fn redshift() -> BaseConnection {
    let params = json!({
        "server": "analytics.example.com",
        "username": "platform_reader",
        "password": "not-a-password",
        "database": "analytics",
    });
    base_connection(
        "Web analytics",
        "Visits of the last two years",
        "3416976c-a9ca-4bba-901a-1f08f66978ff".into(),
        "Basic Authentication",
        params,
    )
}

fn inlet() -> BaseConnection {
    base_connection(
        "Web shop orders",
        "One record for each order",
        HTTP_API.into(),
        "Streaming Connection",
        json!({ "dataType": "raw", "name": "web-shop", "authenticationRequired": false }),
    )
}

fn orders_dataset() -> TargetConnection {
    TargetConnection {
        name: "Orders in the data lake".to_owned(),
        connection_spec: SpecReference::first(ConnectionSpecId::data_lake()),
        data: Some(TargetData {
            format: Some("parquet_xdm".to_owned()),
            schema: None,
        }),
        params: DataSetParameters {
            data_set_id: "68e77800c0ffee0012345678".into(),
        },
        ..TargetConnection::default()
    }
}
