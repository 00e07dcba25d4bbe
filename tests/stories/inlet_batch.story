# An inlet that takes many records in one request.

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

# Each message has a result, in its place.
> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 1}, {"order": 2}]}
< 207
< Content-Type: application/json
{"inletId": "{inletId}", "batchId": "*:*:*", "receivedTimeMs": "*",
 "responses": [{"xactionId": "*:*:*:0", "statusCode": "!", "status": "!"}, {"xactionId": "*:*:*:1"}]}

# The flow may stand in the query; a slash at the end makes no difference.
> POST /collection/batch/{inletId}/?x-adobe-flow-id={flow}
> sandbox-name: acme-dev
{"messages": [{"order": 3}]}
< 207
{"responses": [{"xactionId": "*"}]}

# Good messages are taken whatever becomes of the others. Two forms of a refusal are printed.
> POST /collection/batch/{inletId}
{"messages": [
 {"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {"_id": "4", "timestamp": "2026-11-21T08:00:00Z"}}},
 {"order": 5},
 {"body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {}}},
 {"header": {"schemaRef": {"id": "s", "contentType": "c"}, "imsOrgId": "9999ABCD5678EF900A49ACME@AdobeOrg"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {}}},
 {"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "none"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {}}},
 6, "7", null, [8]]}
< 207
{"responses": [
 {"xactionId": "*:0"},
 {"statusCode": 400, "message": "inletId: [{inletId}] imsOrgId: [1234ABCD5678EF900A49ACME@AdobeOrg] Message has unknown xdm format", "xactionId": "!"},
 {"status": 400, "message": "header is mandatory", "xactionId": "*-2", "statusCode": "!"},
 {"statusCode": 400, "message": "*wrong ims org*"},
 {"statusCode": 400, "message": "*There is no flow [none] for this inlet"},
 {"statusCode": 400, "message": "*not a JSON object"}, {"statusCode": 400}, {"statusCode": 400}, {"statusCode": 400}]}

# Nothing in it is good, and it is 207 all the same; as is one with nothing in it.
> POST /collection/batch/{inletId}
> x-adobe-flow-id: none
{"messages": [{"order": 9}]}
< 207
{"responses": [{"statusCode": 400}]}

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": []}
< 207
{"responses": []}

# Refusals of the whole.
> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"records": [{"order": 10}]}
< 400
{"type": "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet", "status": 400, "title": "Invalid XDM Message Format",
 "report": {"message": "inletId: [{inletId}] * The body has no array of messages"}}

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": {"order": 11}}
< 400

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
[{"order": 12}]
< 400

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 13}
< 400

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
> Content-Type: text/plain
{"messages": []}
< 415

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": "{9*1000000}"}]}
< 413
{"status": 413}

> POST /collection/batch/0000
{"messages": []}
< 404
{"status": 404}

> GET /collection/batch/{inletId}
< 405

# Validation before the answer is for single records; it is ignored here.
> POST /collection/batch/{inletId}?syncValidation=true
> x-adobe-flow-id: {flow}
{"messages": [{"_id": 14}]}
< 207
{"responses": [{"xactionId": "*"}]}

# A flow that was switched off takes nothing.
> PUT /emulator/flow
{"id": "{flow}", "enabled": false}
< 200

> GET /flows/{flow}
< 200
{"items": [{"state": "disabled"}]}

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 15}]}
< 207
{"responses": [{"statusCode": 400, "message": "*The flow [{flow}] is disabled"}]}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 16}
< 400
{"report": {"message": "*The flow [{flow}] is disabled"}}

> PUT /emulator/flow
{"id": "{flow}", "enabled": true}
< 200

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 17}
< 200
{"flowId": "{flow}", "syncValidation": {"skipped": true}}

> PUT /emulator/flow
{"id": "none", "enabled": true}
< 400

# What was taken: 1 to 4, 14 and 17. The last five are kept to be looked at.
> GET /emulator/state
< 200
{"sandboxes": [{"received": [{"flowId": "{flow}", "count": 6,
 "latest": ["{\"order\":2}", "{\"order\":3}", "*", "{\"_id\":14}", "{\"order\":17}"]}]}]}

# An inlet that wants a token wants it for batches too.
> POST /connections
{"name": "Closed", "auth": {"specName": "Streaming Connection", "params": {"dataType": "xdm", "authenticationRequired": true}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{closed}", "etag": "*"}

> GET /connections/{closed}
< 200
{"items": [{"auth": {"params": {"inletId": "{closedId}"}}}]}

> POST /collection/batch/{closedId}
{"messages": []}
< 401
{"status": "401", "title": "Authorization", "report": {"message": "[{closedId}] Ims service token is empty"}}

> POST /collection/batch/{closedId}
> Authorization: Bearer expired-an-hour-ago
{"messages": []}
< 401

> POST /collection/batch/{closedId}
> Authorization: Bearer good
{"messages": []}
< 207
