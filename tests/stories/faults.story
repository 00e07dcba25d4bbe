# Faults that a person switches on.

> GET /emulator/faults
< 200
{"expiredToken": false, "throttled": false, "unavailable": false, "notJson": false, "dropped": false, "delayMs": 0}

> POST /connections
{"name": "Inlet", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{base}", "etag": "*"}

> GET /connections/{base}
< 200
{"items": [{"auth": {"params": {"inletUrl": "{inletUrl}"}}}]}

> PUT /emulator/faults
{"expiredToken": true}
< 200
{"expiredToken": true, "throttled": false, "delayMs": 0}

> GET /connections
< 401
{"error_code": "401013"}

# An open inlet asks for no token, so an expired one does not matter: the record is judged.
> POST {inletUrl}
{"order": 1}
< 400

> PUT /emulator/faults
{"throttled": true}
< 200
{"expiredToken": false, "throttled": true}

> GET /connections
< 429
< Retry-After: 2
{"error_code": "429050"}

> POST {inletUrl}
{"order": 1}
< 429
< Retry-After: 2
{"status": 429}

> PUT /emulator/faults
{"unavailable": true}
< 200

> GET /flows
< 503
< Retry-After: 2
{"type": "https://ns.adobe.com/aep/errors/FLOW-1103-503"}

> POST {inletUrl}
{"order": 1}
< 503
< Retry-After: 2
{"status": 503}

> PUT /emulator/faults
{"notJson": true}
< 200

> GET /connections
< 200
< Content-Type: text/html
*<html>*

> PUT /emulator/faults
{"dropped": true}
< 200

> GET /connections
< dropped

> POST {inletUrl}
{"order": 1}
< dropped

> PUT /emulator/faults
{"delayMs": 120}
< 200

> GET /connections
< 200 after 120

# What is absent is off; what does not exist is an error and changes nothing.
> PUT /emulator/faults
{}
< 200
{"delayMs": 0, "dropped": false}

> PUT /emulator/faults
{"slow": true}
< 400
{"message": "*unknown field*"}

> GET /emulator/nonsense
< 404

> GET /connections
< 200
