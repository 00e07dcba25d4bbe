# Names that make a creation fail.

> POST /connections
{"name": "fail-500 please", "connectionSpec": {"id": "none"}}
< 500
{"type": "https://ns.adobe.com/aep/errors/FLOW-1400-500"}

> POST /sourceConnections
{"name": "fail-503", "connectionSpec": {"id": "none"}}
< 503
< Retry-After: 2
{"type": "https://ns.adobe.com/aep/errors/FLOW-1103-503"}

> POST /targetConnections
{"name": "fail-429", "connectionSpec": {"id": "none"}}
< 429
< Retry-After: 2
{"error_code": "429050"}

> POST /flows
{"name": "fail-html", "flowSpec": {"id": "none"}}
< 200
< Content-Type: text/html
*Sign in*

> POST /connections
{"name": "fail-drop", "connectionSpec": {"id": "none"}}
< dropped

> POST /connections
{"name": "fail-slow", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201 after 3000

# Only the slow one came to be.
> GET /connections
< 200
{"items": [{"name": "fail-slow"}]}
