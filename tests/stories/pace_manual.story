# At a manual pace a dataflow waits for the switch.
settings: pace=manual seed=3

> POST /connections
{"name": "Inlet", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{base}", "etag": "*"}

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
{"id": "{flow}", "etag": "*"}

@ +30d

> GET /flows/{flow}
< 200
{"items": [{"state": "initializing"}]}

@ reload

> GET /flows/{flow}
< 200
{"items": [{"state": "initializing"}]}

> POST /emulator/advance
< 200

> GET /flows/{flow}
< 200
{"items": [{"state": "enabled"}]}

> PUT /emulator/pace
{"pace": "immediate"}
< 200
{"pace": "immediate"}

> POST /flows
{"name": "Flow at once", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 201
{"id": "{second}", "etag": "*"}

> GET /flows/{second}
< 200
{"items": [{"state": "enabled"}]}

> PUT /emulator/pace
{"pace": "leisurely"}
< 400
{"message": "*"}
