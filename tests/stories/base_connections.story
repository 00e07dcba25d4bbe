# The rules of base connections, and what is kept of them.

> POST /connections
{"auth": {"specName": "Basic Authentication", "params": {}}, "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "name: is required*1304*"}

> POST /connections
{"name": "  ", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "name: is required*"}

> POST /connections
{"name": "No such specification", "connectionSpec": {"id": "00000000-0000-4000-8000-000000000000", "version": "1.0"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400"}

> POST /connections
{"name": "No such version", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff", "version": "2.0"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400", "errorMessage": "connectionSpec.version: *"}

> POST /connections
{"name": "No such authentication",
 "auth": {"specName": "Access Key", "params": {}},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1415-400"}

> POST /connections
{"name": "No authentication", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "auth: is required*"}

> POST /connections
{"name": "No parameters", "auth": {"specName": "Basic Authentication"},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "auth.params.server: is required; *"}

# A parser's message would quote what it found.
> POST /connections
{"name": "Wrong shape", "auth": "hush", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"title": "BadRequestError", "detail": "The body is not readable: expected an object"}

# Unknown members are kept; those that the service writes are its own; secrets that nobody described are not kept.
> POST /connections
{"name": "Kept", "id": "mine", "createdAt": 1, "etag": "mine", "unifiedMetadata": {"tagIds": ["t"]},
 "auth": {"specName": "Basic Authentication", "clientSecret": "hush", "type": "basic", "params": {
   "server": "s", "username": "u", "password": "hush", "database": "d", "schema": "public", "sessionToken": "hush"}},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 201
{"id": "{kept}", "etag": "*"}

> GET /connections/{kept}
< 200
{"items": [{
  "id": "{kept}", "etag": "\"*\"", "unifiedMetadata": {"tagIds": ["t"]},
  "auth": {"clientSecret": "!", "type": "basic", "params": {
    "schema": "public", "server": "s", "password": "!", "sessionToken": "!"}},
  "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}
}]}

> GET /connections/{kept}/
< 200

> GET /connections/77a05521-91d6-451c-a055-2191d6851c34
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "status": 404,
 "report": {"id": "77a05521-91d6-451c-a055-2191d6851c34", "type": "connections"}}

# A streaming connection: what is missing of name and sender comes from what is there.
> POST /connections
{"name": "Inlet one",
 "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw", "name": "shop", "inletId": "mine"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{one}", "etag": "*"}

> GET /connections/{one}
< 200
{"items": [{"auth": {"params": {"name": "shop", "sourceId": "shop", "inletId": "{id}",
  "inletUrl": "{origin}/collection/*"}}}]}

> POST /connections
{"name": "Inlet two",
 "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{two}", "etag": "*"}

> GET /connections/{two}
< 200
{"items": [{"auth": {"params": {"name": "Inlet two", "sourceId": "Inlet two"}}}]}

> POST /connections
{"name": "No such form",
 "auth": {"specName": "Streaming Connection", "params": {"dataType": "csv"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 400
{"errorMessage": "auth.params.dataType: must be one of \"xdm\", \"raw\""}
