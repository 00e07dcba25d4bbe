# Which records were accepted, to be compared with what was sent.

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

# Nothing is noted until it is asked for.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"seq": 0}
< 200

> GET /emulator/received?inlet={inletId}
< 200
{"inlet": "{inletId}", "key": "", "count": 0, "ranges": []}

> PUT /emulator/received
{"key": "seq"}
< 400

> PUT /emulator/received
{"key": "/seq"}
< 200
{"key": "/seq", "inlets": []}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"seq": 0}
< 200

> POST /collection/batch/{inletId}
> x-adobe-flow-id: {flow}
{"messages": [{"seq": 1}, 2, {"seq": 3}, {"seq": 1}, {"seq": "a"}, {"seq": "a"}, {"seq": 1.5}, {"none": 1}]}
< 207

# Inside an envelope.
> POST {inletUrl}
{"header": {"schemaRef": {"id": "s", "contentType": "c"}, "flowId": "{flow}"}, "body": {"xdmMeta": {"schemaRef": {"id": "s"}}, "xdmEntity": {"seq": 4}}}
< 200

# What is refused is not noted.
> POST {inletUrl}
> x-adobe-flow-id: none
{"seq": 9}
< 400

# What is taken but not answered is.
> PUT /emulator/faults
{"droppedAnswer": true}
< 200

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"seq": 5}
< dropped

> GET /emulator/received?inlet={inletId}
< 200
{"inlet": "{inletId}", "key": "/seq", "count": 10, "distinct": 7, "withoutKey": 1, "duplicateValues": 2,
 "duplicates": [{"value": 1, "count": 2}, {"value": "a", "count": 2}], "ranges": [[0, 1], [3, 5]]}

> GET /emulator/received
< 200
{"key": "/seq", "inlets": [{"inlet": "{inletId}", "count": 10}]}

# Asked for again, it begins again; asked for nothing, it ends.
> PUT /emulator/received
{"key": "/seq"}
< 200
{"inlets": []}

> PUT /emulator/received
{"key": ""}
< 200

> GET /emulator/received?inlet={inletId}
< 200
{"key": "", "count": 0}
