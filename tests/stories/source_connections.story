# The rules of source connections.

> POST /connections
{"name": "Warehouse",
 "auth": {"specName": "Basic Authentication", "params": {"server": "s", "username": "u", "password": "p", "database": "d"}},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 201
{"id": "{base}", "etag": "*"}

> POST /sourceConnections
{"name": "", "baseConnectionId": "{base}", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "name: is required*"}

> POST /sourceConnections
{"name": "No such specification", "baseConnectionId": "{base}", "connectionSpec": {"id": "none"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400"}

> POST /sourceConnections
{"name": "No base", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "baseConnectionId: is required*"}

> POST /sourceConnections
{"name": "No such base", "baseConnectionId": "none", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-400", "report": {"id": "none", "type": "connections"}}

> POST /sourceConnections
{"name": "Base of another kind", "baseConnectionId": "{base}",
 "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400"}

# What to read is judged by the schema of the source.
> POST /sourceConnections
{"name": "No table", "baseConnectionId": "{base}", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}}
< 400
{"errorMessage": "params.tableName: is required"}

> POST /sourceConnections
{"name": "Orders", "baseConnectionId": "{base}", "data": {"format": "tabular"},
 "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}, "params": {"tableName": "public.orders"}}
< 201
{"id": "{source}", "etag": "*"}

> GET /sourceConnections/{source}
< 200
{"items": [{"name": "Orders", "data": {"format": "tabular"}, "params": {"tableName": "public.orders"},
  "baseConnectionId": "{base}", "inheritedAttributes": {"baseConnection": {"id": "{base}"}}}]}

> GET /sourceConnections/none
< 404
{"report": {"type": "sourceConnections"}}
