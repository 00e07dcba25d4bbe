# Requests that are no operation.

> GET /nonsense
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "title": "*", "status": 404, "errorMessage": "*"}

> GET /connections/one/two
< 404

> GET /elsewhere
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404"}

> DELETE /connections
< 405
{"error_code": "405000"}

> POST /connectionSpecs
{}
< 405

> PUT /flows/one
{}
< 405

> POST /connections
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1405-400"}

> POST /flows
{"name": "Cut off
< 400
{"type": "/placeholder/type/uri", "status": 400, "title": "BadRequestError", "detail": "The body is not readable: *"}

> POST /targetConnections
[1, 2]
< 400
{"title": "BadRequestError"}

> POST /sourceConnections
{"name": "No specification"}
< 400
{"title": "BadRequestError", "detail": "*missing field `connectionSpec`*"}

> GET /connections?colour=red
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1451-400"}

> GET /connectionSpecs/3416976c-a9ca-4bba-901a-1f08f66978ff?limit=1
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1451-400"}

# Drafts are not emulated, and that is said rather than ignored.
> POST /connections?mode=draft
{"name": "Draft", "connectionSpec": {"id": "none"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1451-400"}
