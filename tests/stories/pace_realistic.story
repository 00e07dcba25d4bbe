# At a realistic pace a dataflow needs some seconds.
settings: pace=realistic

> POST /connections
{"name": "Inlet", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{base}", "etag": "*"}

> GET /connections/{base}
< 200
{"items": [{"state": "enabled"}]}

> POST /sourceConnections
{"name": "Source", "baseConnectionId": "{base}", "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{source}", "etag": "*"}

> POST /targetConnections
{"name": "Target", "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c"}, "params": {"dataSetId": "1"}}
< 201
{"id": "{target}", "etag": "*"}

> POST /flows
{"name": "Flow", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 201
{"id": "{flow}", "etag": "{etag}"}

> GET /flows/{flow}
< 200
{"items": [{"state": "initializing", "etag": "{etag}",
  "lastOperation": {"operation": "create", "percentCompleted": 0.0, "status": {"value": "inProgress"}}}]}

> GET /flows?property=state==enabled
< 200
{"items": []}

@ +6s

> GET /flows?property=state==enabled
< 200
{"items": [{"id": "{flow}", "lastOperation": {"percentCompleted": 100.0, "status": {"value": "completed"}}}]}
