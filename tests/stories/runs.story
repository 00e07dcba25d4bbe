# What became of a flow's records.

> GET /runs
< 200
{"items": [], "_links": {}}

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

> GET /flows/{flow}
< 200
{"items": [{"runs": "/runs?property=flowId=={flow}", "lastRunDetails": "!"}]}

# Two records, one of which will not be stored; and a batch with one that is refused at once.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 1}
< 200

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"_id": "fail-2"}
< 200

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"order": 3}, 4,
 {"header": {}, "body": {"xdmEntity": {"_id": "5", "timestamp": "noon"}}},
 {"header": {}, "body": {"xdmEntity": {"_id": "6", "nickname": "Ada"}}}]}
< 207
{"responses": [{"xactionId": "*"}, {"statusCode": 400}, {"xactionId": "*"}, {"xactionId": "*"}]}

> GET /runs?property=flowId=={flow}
< 200
{"items": [{"id": "{run}", "flowId": "{flow}", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"}, "etag": "*",
 "metrics": {
  "durationSummary": {"startedAtUTC": "{started}", "completedAtUTC": "!", "extensions": {"windowStart": "{started}", "windowEnd": "*"}},
  "sizeSummary": {"inputBytes": "*"},
  "recordSummary": {"inputRecordCount": 6, "outputRecordCount": 2, "failedRecordCount": 4},
  "statusSummary": {"status": "inProgress", "errors": [{"code": "CONNECTOR-2001-500"}]}},
 "activities": [{"id": "promotionActivity",
  "statusSummary": {"extensions": {"errors": [
   {"code": "INGEST-1212-400", "message": "4 of 6 rows rejected"},
   {"code": "MAPPER-3700-400", "recordCount": 1, "message": "The mapping failed"},
   {"code": "INGEST-1401-400", "recordCount": 1, "message": "Message is not a JSON object"},
   {"code": "INGEST-1401-400", "recordCount": 1, "message": "#/timestamp: the value is not a valid date-time"},
   {"code": "INGEST-1401-400", "recordCount": 1, "message": "#: extraneous key [nickname] is not permitted"}]}},
  "targetInfo": [{"id": "{target}", "type": "TargetConnection", "reference": {"type": "Batch", "ids": ["01*"]}}]}]}]}

> GET /runs/{run}
< 200
{"items": [{"id": "{run}"}]}

> GET /flows/{flow}
< 200
{"items": [{"lastRunDetails": {"id": "{run}", "state": "inProgress", "startedAtUTC": "{started}"}}]}

@ reload

@ +2h

# The hour is over; the next record begins another run.
> GET /runs/{run}
< 200
{"items": [{"metrics": {"durationSummary": {"completedAtUTC": "*"}, "statusSummary": {"status": "success"}}}]}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"_id": "fail-7"}
< 200

@ +2h

> GET /runs?property=flowId=={flow}&orderby=-createdAt&limit=1
< 200
{"items": [{"id": "{second}", "metrics": {"statusSummary": {"status": "failed"}, "recordSummary": {"inputRecordCount": 1, "failedRecordCount": 1}}}],
 "_links": {"next": {"href": "{next}"}}}

> GET {next}
< 200
{"items": [{"id": "{run}"}], "_links": {}}

> GET /runs?property=metrics.statusSummary.status==failed
< 200
{"items": [{"id": "{second}"}]}

> GET /runs?property=flowId=={flow}&property=metrics.durationSummary.startedAtUTC%3E{started}
< 200
{"items": [{"id": "{second}"}]}

> GET /runs?property=flowId==none
< 200
{"items": []}

> GET /runs?property=colour==red
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1449-400"}

> GET /runs/none
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "report": {"type": "runs", "id": "none"}}

> GET /runs/{run}?count=true
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1451-400"}

> POST /runs
{"flowId": "{flow}"}
< 405

# Runs are their sandbox's.
> GET /runs/{run}
> x-sandbox-name: other
< 404
