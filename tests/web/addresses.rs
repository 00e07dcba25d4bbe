//! Routes, both ways.

use flow_console::catalog::{AuthenticationKind, Filter};
use flow_console::console::routes::{Route, Section};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every kind of screen with its address.
fn screens() -> Vec<(&'static str, Route)> {
    vec![
        ("#/sources", Route::default()),
        (
            "#/sources?search=caf%C3%A9%20%26%20co&category=crm&authentication=none&beta=false&kind=batch",
            Route::Sources(Filter {
                text: "café & co".to_owned(),
                category: "crm".to_owned(),
                authentication: Some(AuthenticationKind::Open),
                beta: Some(false),
                streaming: Some(false),
            }),
        ),
        ("#/sources/spec", Route::source("spec".into())),
        (
            "#/sources/spec?/name=A%26B&/auth/specName=Basic%20Authentication&/auth/params/hosts/0/port=1",
            Route::Source(
                "spec".into(),
                [
                    ("/name", "A&B"),
                    ("/auth/specName", "Basic Authentication"),
                    ("/auth/params/hosts/0/port", "1"),
                ]
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .to_vec(),
            ),
        ),
        ("#/connections", Route::Connections),
        ("#/connections/base", Route::Connection("base".into())),
        (
            "#/connections/base/edit",
            Route::EditConnection("base".into()),
        ),
        ("#/dataflows", Route::Dataflows),
        ("#/dataflows/flow", Route::Dataflow("flow".into())),
        ("#/runs/run", Route::Run("run".into())),
        (
            "#/dataflows/new?source=base",
            Route::NewDataflow {
                source: "base".into(),
                source_connection: None,
                target_connection: None,
            },
        ),
        (
            "#/dataflows/new?source=base&sourceConnection=s",
            Route::NewDataflow {
                source: "base".into(),
                source_connection: Some("s".into()),
                target_connection: None,
            },
        ),
        (
            "#/dataflows/new?source=base&sourceConnection=s&targetConnection=t",
            Route::NewDataflow {
                source: "base".into(),
                source_connection: Some("s".into()),
                target_connection: Some("t".into()),
            },
        ),
        ("#/inlets", Route::Inlets),
        (
            "#/inlets/send",
            Route::Send {
                connection: None,
                flow: None,
            },
        ),
        (
            "#/inlets/send?connection=base",
            Route::Send {
                connection: Some("base".into()),
                flow: None,
            },
        ),
        (
            "#/inlets/send?flow=f",
            Route::Send {
                connection: None,
                flow: Some("f".into()),
            },
        ),
        (
            "#/inlets/send?connection=base&flow=f",
            Route::Send {
                connection: Some("base".into()),
                flow: Some("f".into()),
            },
        ),
        ("#/requests", Route::Requests),
        ("#/environment", Route::Environment),
    ]
}

#[wasm_bindgen_test]
fn every_screen_has_one_address() {
    for (address, route) in screens() {
        assert_eq!(route.href(), address);
        assert_eq!(Route::read(address), route, "{address}");
        assert_eq!(Route::read(&route.href()), route, "{address}");
    }
}

#[wasm_bindgen_test]
fn addresses_are_read_with_patience() {
    for (address, route) in [
        ("", Route::default()),
        ("#", Route::default()),
        ("#/", Route::default()),
        ("#sources", Route::default()),
        ("/sources/", Route::default()),
        ("#/sources?", Route::default()),
        ("#/sources?color=red&beta=perhaps", Route::default()),
        ("#/requests/?x=1", Route::Requests),
        (
            "#/inlets/send?flow=&other=1&connection=base",
            Route::Send {
                connection: Some("base".into()),
                flow: None,
            },
        ),
        (
            "#/dataflows/new?targetConnection=t&source=base",
            Route::NewDataflow {
                source: "base".into(),
                source_connection: None,
                target_connection: Some("t".into()),
            },
        ),
    ] {
        assert_eq!(Route::read(address), route, "{address}");
    }
}

#[wasm_bindgen_test]
fn what_no_screen_has_is_kept_as_it_was() {
    for address in [
        "/nowhere",
        "/sources/a/b",
        "/connections/a/b?x=1",
        "/connections/a/edit/b",
        "/dataflows/new",
        "/dataflows/new?source=",
        "/inlets/other",
        "/environment/dev",
        "/Sources",
    ] {
        let route = Route::read(&format!("#{address}"));
        assert_eq!(route, Route::Unknown(address.to_owned()));
        assert_eq!(route.href(), format!("#{address}"));
        assert_eq!(Route::read(&route.href()), route);
        assert_eq!(route.section(), None);
    }
}

#[wasm_bindgen_test]
fn a_filter_makes_no_other_screen() {
    let filtered = Route::read("#/sources?search=sql");
    assert_ne!(filtered, Route::default());
    assert_eq!(filtered.screen(), Route::default());
    for (_, route) in screens() {
        if route.section() != Some(Section::Sources) {
            assert_eq!(route.clone().screen(), route);
        }
    }
}

#[wasm_bindgen_test]
fn every_entry_of_the_navigation_leads_to_a_screen_of_its_own() {
    for section in Section::ALL {
        let route = section.route();
        assert_eq!(route.section(), Some(section));
        assert_eq!(Route::read(&route.href()), route);
    }
    for (address, route) in screens() {
        assert!(route.section().is_some(), "{address}");
    }
}

/// The browser itself must not change an address on its way through the location bar.
#[wasm_bindgen_test]
fn addresses_survive_the_location_bar() {
    let location = web_sys::window().unwrap().location();
    for (address, route) in screens() {
        location.set_hash(address).unwrap();
        assert_eq!(Route::read(&location.hash().unwrap()), route, "{address}");
    }
    location.set_hash("").unwrap();
}
