# The rules of dataflows.

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
{"name": "With a state", "state": "enabled", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1410-400"}

> POST /flows
{"name": "With a mode", "mode": "draft", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "mode: *1368*"}

> POST /flows
{"flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"errorMessage": "name: is required*"}

> POST /flows
{"name": "No such specification", "flowSpec": {"id": "none"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400", "errorMessage": "flowSpec.id: *"}

> POST /flows
{"name": "Two sources", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}", "{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "*1321*"}

> POST /flows
{"name": "No target", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"}, "sourceConnectionIds": ["{source}"]}
< 400
{"errorMessage": "*1321*"}

> POST /flows
{"name": "No such source", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["none"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-400", "report": {"type": "sourceConnections"}}

> POST /flows
{"name": "No such target", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["none"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-400", "report": {"type": "targetConnections"}}

> POST /flows
{"name": "For files", "flowSpec": {"id": "9753525b-82c7-4dce-8a9b-5ccfce2b9876"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400", "errorMessage": "*does not join*"}

> POST /flows
{"name": "Mapping missing", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1419-400", "errorMessage": "transformations: *needs a mapping.*"}

> POST /flows
{"name": "Mapping not wanted", "flowSpec": {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"],
 "transformations": [{"name": "Mapping", "params": {"mappingId": "m", "mappingVersion": 0}}]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1419-400", "errorMessage": "transformations: *takes no mapping.*"}

> POST /flows
{"name": "No mapping at all", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"],
 "transformations": [{"name": "Copy", "params": {"mappingId": "m"}}]}
< 400
{"errorMessage": "transformations[0].name: *"}

> POST /flows
{"name": "Empty mapping", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"],
 "transformations": [{"name": "Mapping", "params": {"mappingId": ""}}]}
< 400
{"errorMessage": "transformations[0].params.mappingId: is required*"}

> POST /flows
{"name": "Odd version", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"],
 "transformations": [{"name": "Mapping", "params": {"mappingId": "m", "mappingVersion": "latest"}}]}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1412-400"}

# Versions also come as strings.
> POST /flows
{"name": "Mapped", "flowSpec": {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"], "options": {"errorDiagnosticsEnabled": true},
 "transformations": [{"name": "Mapping", "params": {"mappingId": "m", "mappingVersion": "0"}}]}
< 201
{"id": "{mapped}", "etag": "*"}

> POST /flows
{"name": "Optional mapping", "flowSpec": {"id": "d69717ba-71b4-4313-b654-49f9cf126d7a"},
 "sourceConnectionIds": ["{source}"], "targetConnectionIds": ["{target}"]}
< 201

> GET /flows/{mapped}
< 200
{"items": [{"name": "Mapped", "options": {"errorDiagnosticsEnabled": true},
  "transformations": [{"name": "Mapping", "params": {"mappingId": "m", "mappingVersion": "0"}}]}]}

> GET /flows?property=inheritedAttributes.sourceConnections[].baseConnection.id=={base}&property=name==Mapped
< 200
{"items": [{"id": "{mapped}"}]}

> GET /flows?property=sourceConnectionIds[]=={source}&orderby=name
< 200
{"items": [{"name": "Mapped"}, {"name": "Optional mapping"}]}

> GET /flows/none
< 404
{"report": {"type": "flows"}}
