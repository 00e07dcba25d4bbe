//! What is written is read back as the same request, whatever is in it.

use std::time::{Duration, Instant};

use flow_console::api::{HttpRequest, Method, encode};
use flow_console::interchange::{
    Format, Note, RequestKind, RequestPart, Shell, place, read_command, write_request,
};
use flow_console::secret::Secrets;
use proptest::prelude::*;
use serde_json::Value;

use super::curl::connection;
use super::{caller, values};

/// Every mark that means something to one of the shells.
const MARKS: &str = "[\\[\\]{}()<>,:;\"\"\\\\\\\\ \n$%%^^&|!`'’‘“”„‚@#~*?=+/a-cA-C0-1é€_-]{0,24}";

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(vec![
        Method::Get,
        Method::Post,
        Method::Patch,
        Method::Put,
        Method::Delete,
    ])
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    // Blanks around a value are not part of it.
    let value = prop_oneof!["[!-~]{0,12}", "[!-~]([ -~]{0,20}[!-~])?"];
    prop::collection::vec(("[A-Za-z][A-Za-z0-9-]{0,8}", value), 1..4).prop_filter(
        "a name that comes twice is one header to some",
        |headers: &Vec<(String, String)>| {
            let mut names: Vec<String> = headers
                .iter()
                .map(|(name, _)| name.to_ascii_lowercase())
                .collect();
            names.sort();
            names.windows(2).all(|pair| pair[0] != pair[1])
                && !names.contains(&"content-type".to_owned())
        },
    )
}

fn body() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        values::json().prop_map(|value| Some(value.to_string())),
        MARKS.prop_map(Some),
        ".{0,30}".prop_map(|text| Some(text.replace('\r', ""))),
    ]
}

fn request() -> impl Strategy<Value = HttpRequest> {
    (method(), "[!-~]{0,20}", headers(), body()).prop_map(|(method, address, headers, body)| {
        HttpRequest {
            method,
            url: format!("https://a.example/{address}"),
            headers,
            body,
        }
    })
}

/// The layout of JSON may change on the way, nothing else.
fn plain(body: Option<&str>) -> Option<Result<Value, String>> {
    body.map(|body| serde_json::from_str(body).map_err(|_| body.to_owned()))
}

fn check(request: &HttpRequest, format: Format, shell: Shell) -> Result<(), TestCaseError> {
    let command = write_request(request, &[], format);
    let pasted = match read_command(&command) {
        Ok(pasted) => pasted,
        Err(problem) => return Err(TestCaseError::fail(format!("{problem:?}\n{command}"))),
    };
    prop_assert_eq!(pasted.shell, shell, "{}", command);
    prop_assert_eq!(&pasted.request.url, &request.url, "{}", command);
    prop_assert_eq!(pasted.request.method, request.method, "{}", command);
    prop_assert_eq!(&pasted.request.headers, &request.headers, "{}", command);
    let [written, read] = [request, &pasted.request].map(|it| plain(it.body.as_deref()));
    prop_assert_eq!(read, written, "{}", command);
    let glob_off = Note::NoEffect {
        option: "-g".to_owned(),
    };
    prop_assert!(pasted.notes.iter().all(|note| *note == glob_off));
    Ok(())
}

/// What the formats write for variables is no value to the one who reads them.
#[test]
fn placeholders_stay_placeholders() {
    let operation = connection();
    let shown = encode(&operation, &caller(), Secrets::Placeholders);
    for format in [Format::Curl, Format::CurlCmd, Format::PowerShell] {
        let command = write_request(&shown, &operation.placeholders(), format);
        let placement = place(&read_command(&command).unwrap());
        assert_eq!(placement.kind, RequestKind::CreateBaseConnection);
        assert_eq!(placement.environment.access_token, None, "{command}");
        assert_eq!(placement.environment.api_key, None, "{command}");
        assert_eq!(placement.environment.org_id.as_deref(), Some("1@AdobeOrg"));
        assert_eq!(placement.name.as_deref(), Some("$PASS and \"$API_KE\""));
        assert_eq!(placement.left_over, [], "{command}");
        assert_eq!(placement.slips, [], "{command}");
        let to_fill: Vec<RequestPart> = placement.to_fill.into_iter().map(|it| it.part).collect();
        let body = |pointer: &str| RequestPart::Body(pointer.to_owned());
        let expected = [
            RequestPart::Header("Authorization".to_owned()),
            RequestPart::Header("x-api-key".to_owned()),
            // Somebody's own text may look like variables.
            body("/name"),
            body("/auth/params/server"),
            body("/auth/params/password"),
            body("/auth/params/privateKeys/0"),
        ];
        assert_eq!(to_fill, expected, "{command}");
    }
}

/// Texts that make a careless reader look at the same place again and again, or remember too much.
#[test]
fn time_grows_with_the_length() {
    let pieces = [
        "\\\n",
        "\\ \n",
        "'",
        "\"",
        "$(",
        "`",
        "`\n",
        "^\n",
        "\n-x",
        "\ncurl -x",
        "<<E\n",
        " <",
        ">",
        "|",
        "(",
        "@{",
        "@'\n",
        "a=(",
        "$a ",
        ";$a=('x' 'y')",
        "\n$a=$b",
        "-d x ",
        "-H a:b ",
        "’",
        " ‘",
        "%A%",
        "{",
    ];
    for piece in pieces {
        let many = piece.repeat(6_000);
        let long = "y".repeat(6_000);
        for start in ["curl ", "curl \\\n", "curl ^\n", "curl.exe `\n", "irm ", ""] {
            let begun = Instant::now();
            let _ = read_command(&[start, &many].concat());
            let _ = read_command(&format!("$a='{long}';{start}{many}"));
            // Quadratic time would be minutes; a machine that has other things to do may take seconds.
            assert!(begun.elapsed() < Duration::from_secs(20), "{start}{piece}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn in_bash(request in request()) {
        check(&request, Format::Curl, Shell::Posix)?;
    }

    #[test]
    fn in_cmd(request in request()) {
        check(&request, Format::CurlCmd, Shell::Cmd)?;
    }

    #[test]
    fn in_powershell(request in request()) {
        check(&request, Format::PowerShell, Shell::PowerShell)?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in MARKS, more in ".{0,60}") {
        for start in ["curl ", "curl -d @- <<E\n", "irm ", "curl ^", "$a=", ""] {
            let _ = read_command(&format!("{start}{text}{more}"));
        }
    }
}
