# Changes to a base connection: one revision, all of the patch or nothing, and secrets that stay.

> POST /connections
{"name": "Visits", "description": "Two years",
 "auth": {"specName": "Basic Authentication", "params": {
   "server": "s", "database": "d", "username": "u", "password": "hush"}},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff", "version": "1.0"}}
< 201
{"id": "{base}", "etag": "{first}"}

# Without a revision.
> PATCH /connections/{base}
[{"op": "replace", "path": "/name", "value": "Other"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1403-400"}

# With another one.
> PATCH /connections/{base}
> If-Match: "00000000-0000-0200-0000-000000000000"
[{"op": "replace", "path": "/name", "value": "Other"}]
< 412
{"type": "https://ns.adobe.com/aep/errors/FLOW-1404-412", "status": 412}

> PATCH /connections/77a05521-91d6-451c-a055-2191d6851c34
> If-Match: "00000000-0000-0200-0000-000000000000"
[{"op": "replace", "path": "/name", "value": "Other"}]
< 404

# Without anything to do.
> PATCH /connections/{base}
> If-Match: {first}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1405-400"}

> PATCH /connections/{base}
> If-Match: {first}
[]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1405-400"}

> PATCH /connections/{base}
> If-Match: {first}
{"op": "replace", "path": "/name", "value": "Other"}
< 400
{"title": "BadRequestError"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/name"}]
< 400
{"title": "BadRequestError", "detail": "*missing field `value`*"}

# With something that cannot be done.
> PATCH /connections/{base}
> If-Match: {first}
[{"op": "move", "from": "/name", "path": "/description"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1434-400"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/connectionSpec", "value": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137"}}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1414-400"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/state", "value": "disabled"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1414-400"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/auth/params/port", "value": 5439}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1455-400"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "remove", "path": "/auth/params/port"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1455-400"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/name", "value": " "}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "name: is required*"}

# What is judged when a connection is made is judged again; what is refused changes nothing.
> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/name", "value": "Half"}, {"op": "remove", "path": "/auth/params/server"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "auth.params.server: is required"}

> PATCH /connections/{base}
> If-Match: {first}
[{"op": "remove", "path": "/auth/params/password"}]
< 400
{"errorMessage": "auth.params.password: is required"}

> GET /connections/{base}
< 200
{"items": [{"name": "Visits", "etag": "{first}", "auth": {"params": {"server": "s", "password": "!"}}}]}

# A name, and the password stays.
@ +1m
> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/name", "value": "Visits (EU)"}, {"op": "remove", "path": "/description", "value": "any"}]
< 200
< ETag: {second}
{"id": "{base}", "etag": "{second}"}

> GET /connections/{base}
< 200
{"items": [{"id": "{base}", "name": "Visits (EU)", "description": "!", "etag": "{second}", "version": "{second}",
  "state": "enabled", "auth": {"specName": "Basic Authentication", "params": {"server": "s", "password": "!"}}}]}

# The old revision is over.
> PATCH /connections/{base}
> If-Match: {first}
[{"op": "replace", "path": "/name", "value": "Other"}]
< 412

# The password is replaced, and known no more than before; so it is after a reload.
> PATCH /connections/{base}
> If-Match: W/{second}
[{"op": "REPLACE", "path": "/auth/params/password", "value": "hush again"},
 {"op": "add", "path": "/auth/params/server", "value": "s2"}]
< 200
{"id": "{base}", "etag": "{third}"}

@ reload

> PATCH /connections/{base}
> If-Match: {third}
[{"op": "replace", "path": "/auth/params/password", "value": "hush once more"}]
< 200
{"id": "{base}", "etag": "{fourth}"}

> GET /connections/{base}
< 200
{"items": [{"name": "Visits (EU)", "auth": {"params": {"server": "s2", "database": "d", "username": "u", "password": "!"}}}]}

# All parameters at once, as Adobe's tutorials have it: what is not among them is gone.
> PATCH /connections/{base}
> If-Match: {fourth}
[{"op": "replace", "path": "/auth/params", "value": {"server": "s3", "database": "d", "username": "u"}}]
< 400
{"errorMessage": "auth.params.password: is required"}

> PATCH /connections/{base}
> If-Match: {fourth}
[{"op": "replace", "path": "/auth/params", "value": {"server": "s3", "database": "d", "username": "u", "password": "hush"}}]
< 200

> GET /connections/{base}
< 200
{"items": [{"auth": {"params": {"server": "s3", "password": "!"}}}]}

# A secret that may be taken away.
> POST /connections
{"name": "Tables",
 "auth": {"specName": "Basic Authentication", "params": {
   "server": "s", "port": "1", "database": "d", "username": "u", "password": "hush", "sslMode": "Verify Full", "clientSecret": "hush"}},
 "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}}
< 201
{"id": "{tables}", "etag": "{tablesOne}"}

> PATCH /connections/{tables}
> If-Match: {tablesOne}
[{"op": "remove", "path": "/auth/params/clientSecret"}]
< 200
{"id": "{tables}", "etag": "{tablesTwo}"}

> PATCH /connections/{tables}
> If-Match: {tablesTwo}
[{"op": "remove", "path": "/auth/params/clientSecret"}]
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1455-400"}

# An inlet that is to ask for a token does so at once.
> POST /connections
{"name": "Inlet", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "version": "1.0"}}
< 201
{"id": "{inlet}", "etag": "{inletOne}"}

> GET /connections/{inlet}
< 200
{"items": [{"auth": {"params": {"inletId": "{inletId}"}}}]}

> PATCH /connections/{inlet}
> If-Match: {inletOne}
[{"op": "add", "path": "/auth/params/authenticationRequired", "value": true}]
< 200

> POST /collection/{inletId}
{"a": 1}
< 401
