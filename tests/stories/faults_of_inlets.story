# Faults that hit records on their way.

> POST /connections
{"name": "Shop", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{base}", "etag": "*"}

> GET /connections/{base}
< 200
{"items": [{"auth": {"params": {"inletUrl": "{inletUrl}", "inletId": "{inletId}"}}}]}

> POST /sourceConnections
{"name": "Shop source", "baseConnectionId": "{base}", "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{source}", "etag": "*"}

> POST /targetConnections
{"name": "Shop target", "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c"}, "params": {"dataSetId": "1"}}
< 201
{"id": "{target}", "etag": "*"}

> POST /flows
{"name": "Shop flow", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"],
 "transformations": [{"name": "Mapping", "params": {"mappingId": "m"}}]}
< 201
{"id": "{flow}", "etag": "*"}

> PUT /emulator/faults
{"throttledWithoutRetryAfter": true}
< 200
{"throttledWithoutRetryAfter": true, "share": 100, "retryAfterSeconds": 2, "where": "all", "refuseEvery": 0}

> POST {inletUrl}
{"order": 1}
< 429
< Retry-After: !
{"status": 429}

> GET /connections
< 429
< Retry-After: !
{"error_code": "429050"}

> PUT /emulator/faults
{"throttled": true, "retryAfterSeconds": 7}
< 200

> POST /collection/batch/{inletId}
{"messages": []}
< 429
< Retry-After: 7

> PUT /emulator/faults
{"unavailable": true, "retryAfterSeconds": 0}
< 200

> POST /collection/batch/{inletId}
{"messages": []}
< 503
< Retry-After: 0

> PUT /emulator/faults
{"serverError": true}
< 200

> POST {inletUrl}
{"order": 2}
< 500
< Retry-After: !
{"status": 500}

> GET /connections
< 500
{"type": "https://ns.adobe.com/aep/errors/FLOW-1400-500"}

# Only where they are asked for.
> PUT /emulator/faults
{"serverError": true, "where": "inlets"}
< 200
{"where": "inlets"}

> GET /connections
< 200

> POST {inletUrl}
{"order": 3}
< 500

> PUT /emulator/faults
{"serverError": true, "where": "service"}
< 200

> GET /connections
< 500

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 4}
< 200

# Every second message is refused, across batches.
> PUT /emulator/faults
{"refuseEvery": 2}
< 200

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 5}, {"order": 6}, {"order": 7}]}
< 207
{"responses": [{"xactionId": "*"}, {"statusCode": 400, "message": "*unknown xdm format"}, {"xactionId": "*"}]}

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 8}]}
< 207
{"responses": [{"statusCode": 400}]}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 9}
< 200

# Fewer results than messages, although all were taken.
> PUT /emulator/faults
{"shortBatchReply": true}
< 200

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 10}, {"order": 11}, {"order": 12}]}
< 207
{"responses": [{"xactionId": "*:0"}, {"xactionId": "*:2"}]}

# Taken, but not answered.
> PUT /emulator/faults
{"droppedAnswer": true}
< 200

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 13}
< dropped

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 14}]}
< dropped

# 4, 5, 7, 9 to 14.
> GET /emulator/state
< 200
{"sandboxes": [{"received": [{"flowId": "{flow}", "count": 9}]}]}

> PUT /emulator/faults
{"share": 0}
< 400

> PUT /emulator/faults
{"share": 101}
< 400

> PUT /emulator/faults
{"where": "elsewhere"}
< 400

> PUT /emulator/faults
{"retryAfterSeconds": -1}
< 400
