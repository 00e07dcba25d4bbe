# The streaming tutorial from the first call to the last: base connection, inlet, source, target, dataflow, record.

> POST /connections
{
  "name": "Sample streaming connection",
  "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033",
  "description": "Sample description",
  "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "version": "1.0"},
  "auth": {"specName": "Streaming Connection", "params": {
    "sourceId": "Sample connection", "dataType": "xdm", "name": "Sample connection"}}
}
< 201
{"id": "{base}", "etag": "*"}

> GET /connections/{base}
< 200
{"items": [{
  "id": "{base}",
  "name": "Sample streaming connection",
  "description": "Sample description",
  "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033",
  "state": "enabled",
  "auth": {"specName": "Streaming Connection", "params": {
    "sourceId": "Sample connection", "dataType": "xdm", "name": "Sample connection",
    "inletUrl": "{inletUrl}", "inletId": "{inletId}"}}
}]}

> POST /sourceConnections
{
  "name": "Sample source connection",
  "description": "Sample source connection description",
  "baseConnectionId": "{base}",
  "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "version": "1.0"}
}
< 201
< Location: /sourceConnections/*
{"id": "{source}", "etag": "*"}

> POST /targetConnections
{
  "name": "Sample target connection",
  "description": "Sample target connection description",
  "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0"},
  "data": {"format": "parquet_xdm"},
  "params": {"dataSetId": "{DATASET_ID}"}
}
< 201
< Location: /targetConnections/*
{"id": "{target}", "etag": "*"}

> POST /flows
{
  "name": "Sample flow",
  "description": "Sample flow description",
  "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877", "version": "1.0"},
  "sourceConnectionIds": ["{source}"],
  "targetConnectionIds": ["{target}"]
}
< 201
< Location: /flows/*
{"id": "{flow}", "etag": "{flowEtag}"}

> GET /flows/{flow}
< 200
{"items": [{
  "id": "{flow}",
  "state": "enabled",
  "etag": "{flowEtag}",
  "sourceConnectionIds": ["{source}"],
  "targetConnectionIds": ["{target}"],
  "inheritedAttributes": {
    "properties": {"isSourceFlow": true},
    "sourceConnections": [{
      "id": "{source}",
      "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"},
      "baseConnection": {"id": "{base}", "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
    }],
    "targetConnections": [{"id": "{target}", "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c"}}]
  },
  "lastOperation": {"operation": "create", "percentCompleted": 100.0, "status": {"value": "completed", "errors": []}},
  "runs": "/runs?property=flowId=={flow}"
}]}

# A raw record at an XDM inlet, as the tutorial posts it: the header says which dataflow it is for.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{
  "name": "Johnson Smith",
  "location": {"city": "Seattle", "country": "United State of America", "address": "3692 Main Street"},
  "gender": "Male",
  "birthday": {"year": 1984, "month": 6, "day": 9}
}
< 200
{"inletId": "{inletId}", "xactionId": "{xaction}", "receivedTimeMs": "{received}"}

> GET /emulator/state
< 200
{"sandboxes": [{"sandbox": "acme-dev", "connections": 1, "sourceConnections": 1, "targetConnections": 1, "flows": 1,
  "received": [{"flowId": "{flow}", "count": 1, "latest": ["*Johnson Smith*"]}]}]}
