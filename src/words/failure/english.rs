//! What is said about a failed call, in English.

use super::{Saying, Sentences};
use crate::words::fill::Counted;

pub(super) static ENGLISH: Sentences = Sentences {
    token_missing: Saying {
        title: "No access token was sent",
        meaning: "Adobe’s gateway found no Authorization header in the request.",
        advice: "Put an access token on the Environment page.",
    },
    token_refused: Saying {
        title: "The access token was refused",
        meaning: "It has expired, or a part of it was lost when it was copied. An access token is \
            good for 24 hours at most.",
        advice: "Ask for a new access token and put it on the Environment page.",
    },
    api_key_missing: Saying {
        title: "No API key was sent",
        meaning: "The request has no x-api-key header, so Adobe cannot tell which project it comes \
            from.",
        advice: "Copy the API key (client ID) of your project from the Developer Console to the \
            Environment page.",
    },
    api_key_unknown: Saying {
        title: "The API key was refused",
        meaning: "Adobe does not know this key, or its project lacks the Experience Platform API.",
        advice: "Compare the key on the Environment page with the client ID in the Developer \
            Console, and check that the Experience Platform API is part of that project.",
    },
    org_missing: Saying {
        title: "No organisation was named",
        meaning: "The request has no x-gw-ims-org-id header, or an empty one.",
        advice: "Put the organisation ID, which ends in @AdobeOrg, on the Environment page.",
    },
    org_refused: Saying {
        title: "The organisation was refused",
        meaning: "The organisation ID is misspelt, or the owner of the token has no access to \
            Experience Platform in this organisation.",
        advice: "Check the organisation ID on the Environment page: it ends in @AdobeOrg. If it is \
            right, ask an administrator to add you to an Experience Platform product profile.",
    },
    sandbox_missing: Saying {
        title: "No sandbox was named",
        meaning: "The request has no x-sandbox-name header, so the service does not know which \
            sandbox is meant.",
        advice: "Put the name of a sandbox, such as prod, on the Environment page.",
    },
    sandbox_unknown: Saying {
        title: "There is no such sandbox",
        meaning: "The organisation has no sandbox of this name, or the owner of the token may not \
            use it. Sandbox names are lower case.",
        advice: "Correct the sandbox on the Environment page. Its name is wanted, such as dev, not \
            its title.",
    },
    spec_unknown: Saying {
        title: "The specification does not exist",
        meaning: "The service has no connection or dataflow specification with the ID in the request.",
        advice: "Choose the source again on the Sources page. If you typed the ID, compare it with \
            Adobe’s documentation.",
    },
    auth_spec_unknown: Saying {
        title: "The authentication type does not exist",
        meaning: "The source has no authentication type of the name in auth.specName.",
        advice: "Choose one of the authentication types that the source offers, then send again.",
    },
    parameters_refused: Saying {
        title: "The source refused the parameters",
        meaning: "Flow Service handed them to the source’s connector, which finds them wrong or \
            cannot log in with them.",
        advice: "Correct what the message names, then send again. Check also that the source \
            accepts connections from Adobe’s IP addresses.",
    },
    not_found: Saying {
        title: "Something was not found",
        meaning: "What the request refers to was deleted, is in another sandbox, or is hidden from \
            the owner of the token.",
        advice: "Check the ID and the sandbox, then load the list again.",
    },
    inlet_not_found: Saying {
        title: "There is no such inlet",
        meaning: "The inlet’s URL is misspelt, or its base connection was deleted.",
        advice: "Copy the inlet URL again from the Inlets page.",
    },
    inlet_unauthorized: Saying {
        title: "The inlet asks for an access token",
        meaning: "It was created with authenticationRequired, and the request had no valid access \
            token.",
        advice: "Ask for a new access token and put it on the Environment page, then send again.",
    },
    record_refused: Saying {
        title: "The inlet refused the record",
        meaning: "It cannot make sense of the record and has not kept it.",
        advice: "Correct the record, then send it again. For XDM data, check the schema, \
            organisation and dataset in its header; for raw data, check the dataflow ID.",
    },
    too_large: Saying {
        title: "The request is too large",
        meaning: "It is larger than the service takes. An inlet takes 1 MB in one request.",
        advice: "Send fewer records in one request, or make the record smaller.",
    },
    throttled: Saying {
        title: "Too many requests",
        meaning: "The service takes no more requests from you for the moment, and did not carry \
            out this one.",
        advice: "If this goes on, send fewer requests at a time.",
    },
    inlet_throttled: Saying {
        title: "Too many requests",
        meaning: "The inlet takes no more for the moment, and did not keep what was sent. With \
            synchronous validation it takes 60 requests a minute.",
        advice: "If this goes on, lower the rate or turn off synchronous validation.",
    },
    forbidden: Saying {
        title: "You do not have the permission",
        meaning: "The service knows you, but your role does not allow this.",
        advice: "Ask an administrator for a role that allows this in the sandbox.",
    },
    service: Saying {
        title: "The service has trouble of its own",
        meaning: "It answered with status {}; there is probably nothing wrong with what you sent.",
        advice: "If the request creates something, look first whether it is there already.",
    },
    inlet_service: Saying {
        title: "The inlet has trouble of its own",
        meaning: "It answered with status {}; there is probably nothing wrong with what you sent.",
        advice: "A record that is sent again may be stored twice. If all records fail, check the \
            schema in their header.",
    },
    no_validation: Saying {
        title: "The inlet has no synchronous validation",
        meaning: "Adobe offers it in some regions only, and not in that of this inlet.",
        advice: "Turn off synchronous validation, then send again.",
    },
    changed_meanwhile: Saying {
        title: "It was changed in the meantime",
        meaning: "Someone has changed it since it was loaded, so the service did not apply your change.",
        advice: "Load it again, check that your change still makes sense, and make it again.",
    },
    other: Saying {
        title: "The service refused the request",
        meaning: "It answered with status {}.",
        advice: "Read the service’s answer, correct the request, then send it again.",
    },
    unreachable: Saying {
        title: "No answer came",
        meaning: "There is no network, the address is wrong, or the service does not allow calls \
            from this page (CORS). A browser does not tell these apart.",
        advice: "Open the address in a new tab. If an answer appears there, even an error, the \
            service does not allow this page: go through a proxy that does, such as your portal’s. \
            If only this address fails, correct it on the Environment page. If other sites fail \
            too, check your network.",
    },
    timed_out: Saying {
        title: "The answer took too long",
        meaning: "Nothing came within {}. The request may have been carried out all the same.",
        advice: "Look first whether it took effect. If it did not, send it again.",
    },
    part_missing: Saying {
        title: "The demo did not load",
        meaning: "It is a file of the console, which could not be fetched: the network is down, \
            or whoever hosts the console has just replaced it.",
        advice: "Try again. If that does not help, reload the page.",
    },
    unsendable_url: Saying {
        title: "The browser cannot send this request",
        meaning: "The address is not a URL that it can call.",
        advice: "Correct the address. It begins with https://, or with / for a path on this site, \
            and has no blanks.",
    },
    unsendable_header: Saying {
        title: "The browser cannot send this request",
        meaning: "The header {} has characters that no header can carry, such as a line break or a \
            curly quote.",
        advice: "Copy that value again, without anything around it.",
    },
    web_page: Saying {
        title: "A web page came instead of data",
        meaning: "The answer (status {}) is HTML, not JSON. It usually comes from a proxy, a login \
            page or a wrong base URL.",
        advice: "Open the base URL in a new tab and sign in if you are asked to. If that does not \
            help, correct it on the Environment page.",
    },
    unreadable: Saying {
        title: "The answer cannot be understood",
        meaning: "It came with status {}, but not in the form that the service documents.",
        advice: "Check the base URL on the Environment page. If it is right, show the answer to \
            whoever runs that address.",
    },
    service_says: "The service says: “{}”.",
    inlet_says: "The inlet says: “{}”.",
    detail: "Detail: {}.",
    kept: "What you typed stays here.",
    wait: "Wait {}, then try again.",
    wait_a_little: "Wait a minute, then try again.",
    support: "If this goes on, contact Adobe’s support.",
    support_with_id: "If this goes on, give Adobe’s support this request ID: {}.",
    seconds: Counted {
        one: "{} second",
        other: "{} seconds",
    },
    minutes: Counted {
        one: "{} minute",
        other: "{} minutes",
    },
};
