# An inlet that takes records from everybody.

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

# Raw records, with the flow in the header or in the query.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 1}
< 200
{"inletId": "{inletId}", "xactionId": "*:*:*", "receivedTimeMs": "*"}

> POST {inletUrl}?x-adobe-flow-id={flow}
> sandbox-name: acme-dev
> Content-Type: application/json; charset=utf-8
{"order": 2}
< 200

# An XDM envelope names its flow itself.
> POST {inletUrl}
> x-sandbox-name: acme-dev
{"header": {"schemaRef": {"id": "https://ns.adobe.com/acme/schemas/1", "contentType": "application/vnd.adobe.xed-full+json;version=1"},
  "imsOrgId": "1234ABCD5678EF900A49ACME@AdobeOrg", "datasetId": "1", "flowId": "{flow}"},
 "body": {"xdmMeta": {"schemaRef": {"id": "https://ns.adobe.com/acme/schemas/1"}}, "xdmEntity": {"_id": "3"}}}
< 200

# Older ones do not; they are counted for the inlet.
> POST {inletUrl}
{"header": {"schemaRef": {"id": "s", "contentType": "c"}},
 "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {"_id": "4"}}}
< 200

> GET /emulator/state
< 200
{"sandboxes": [{"received": ["*", "*"]}]}

# Refusals. None of them is counted.
> POST {inletUrl}
{"order": 5}
< 400
{"type": "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet", "status": 400,
 "title": "Invalid XDM Message Format",
 "report": {"message": "inletId: [{inletId}] imsOrgId: [1234ABCD5678EF900A49ACME@AdobeOrg] Message has unknown xdm format"}}

> POST {inletUrl}
{"header": {"schemaRef": {"id": "s", "contentType": "c"}}, "body": {"xdmEntity": {"_id": "no xdmMeta"}}}
< 400
{"report": {"message": "*unknown xdm format"}}

> POST {inletUrl}
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "imsOrgId": "9999ABCD5678EF900A49ACME@AdobeOrg"},
 "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {}}}
< 400
{"report": {"message": "*wrong ims org*"}}

> POST {inletUrl}
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "none"},
 "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {}}}
< 400
{"report": {"message": "*There is no flow [none] for this inlet"}}

> POST {inletUrl}
> x-adobe-flow-id: none
{"order": 6}
< 400
{"title": "Invalid XDM Message Format"}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
[{"order": 7}]
< 400
{"report": {"message": "*Message is not a JSON object"}}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 
< 400
{"report": {"message": "*Message is not a JSON object"}}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
< 400

> POST {inletUrl}
> x-adobe-flow-id: {flow}
> Content-Type: text/csv
order;8
< 415
{"status": 415}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": "{9*1000000}"}
< 413
{"status": 413}

# 999,985 digits and the 15 characters around them are exactly the limit.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order":   "{9*999985}"}
< 200

> POST /collection/0000
{"order": 10}
< 404
{"status": 404}

> GET {inletUrl}
< 405
{"status": 405}

# A flow of another inlet is none of this one's.
> POST /connections
{"name": "Other", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{other}", "etag": "*"}

> GET /connections/{other}
< 200
{"items": [{"auth": {"params": {"inletUrl": "{otherUrl}"}}}]}

> POST {otherUrl}
> x-adobe-flow-id: {flow}
{"order": 11}
< 400
{"report": {"message": "*There is no flow*"}}
