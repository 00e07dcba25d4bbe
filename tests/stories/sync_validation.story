# Validation before the answer.

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

# An event that is well-formed; the tenant's own members are not looked at.
> POST {inletUrl}?syncValidation=true
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}},
 "xdmEntity": {"_id": "1", "timestamp": "2026-11-21T08:00:00Z", "eventType": "web.webpagedetails.pageViews", "_acme": {"a": 1},
  "web": {"webPageDetails": {"name": "Home", "pageViews": {"value": 1}}}, "workEmail": {"address": "ada@example.com"}}}}
< 200
{"inletId": "{inletId}", "syncValidation": {"status": "pass", "skipped": "!"}}

# The old name of the parameter.
> POST {inletUrl}?synchronousValidation=true&x-adobe-flow-id={flow}
{"order": 1}
< 200
{"flowId": "{flow}", "syncValidation": {"status": "pass"}}

> POST {inletUrl}?syncValidation=false
> x-adobe-flow-id: {flow}
{"order": 2}
< 200
{"syncValidation": {"skipped": true}}

# Violations, leaf by leaf.
> POST {inletUrl}?syncValidation=true
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}},
 "xdmEntity": {"_id": 1, "timestamp": "yesterday", "nickname": "Ada"}}}
< 400
{"type": "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet", "status": 400, "title": "Invalid XDM Message Format",
 "report": {"message": "inletId: [{inletId}] imsOrgId: [1234ABCD5678EF900A49ACME@AdobeOrg] Message is invalid",
  "cause": {"_streamingValidation": [{"schemaLocation": "#", "pointerToViolation": "#", "message": "3 schema violations found", "causingExceptions": [
   {"schemaLocation": "#/properties/_id", "pointerToViolation": "#/_id", "causingExceptions": [], "keyword": "type", "message": "expected type: String, found: Integer"},
   {"schemaLocation": "#/properties/timestamp", "pointerToViolation": "#/timestamp", "keyword": "format", "message": "the value is not a valid date-time"},
   {"schemaLocation": "#", "pointerToViolation": "#", "keyword": "additionalProperties", "message": "extraneous key [nickname] is not permitted"}]}]}}}

# One of each kind: presence, enum, range, length. There are never more than five.
> POST {inletUrl}?syncValidation=true
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}},
 "xdmEntity": {"eventType": "e", "timestamp": "2026-11-21T08:00:00Z", "producedBy": "me", "person": {"birthMonth": 13, "birthDay": 0},
  "homeAddress": {"countryCode": "FRA"}, "a": 1, "b": 2}}}
< 400
{"report": {"cause": {"_streamingValidation": [{"message": "5 schema violations found", "causingExceptions": ["*", "*", "*", "*", "*"]}]}}}

> POST {inletUrl}?syncValidation=true
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}},
 "xdmEntity": {"timestamp": "2026-11-21T08:00:00Z"}}}
< 400
{"report": {"cause": {"_streamingValidation": [{"message": "1 schema violation found", "causingExceptions": [{"message": "required key [_id] not found"}]}]}}}

# Of a raw record two members are looked at.
> POST {inletUrl}?syncValidation=true
> x-adobe-flow-id: {flow}
{"_id": true, "timestamp": 5, "nickname": "Ada", "person": 1}
< 400
{"report": {"cause": {"_streamingValidation": [{"message": "2 schema violations found"}]}}}

# What does not pass is dropped: it is not even counted as failed.
> GET /runs?property=flowId=={flow}
< 200
{"items": [{"metrics": {"recordSummary": {"inputRecordCount": 3, "failedRecordCount": 0}}}]}

# Regions that cannot do it.
> PUT /emulator/faults
{"noSyncValidation": true}
< 200

> POST {inletUrl}?syncValidation=true
> x-adobe-flow-id: {flow}
{"order": 3}
< 501
{"status": 501}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 4}
< 200
