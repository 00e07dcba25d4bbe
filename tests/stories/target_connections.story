# The rules of target connections.

> POST /targetConnections
{"connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c"}, "params": {"dataSetId": "1"}}
< 400
{"errorMessage": "name: is required*"}

> POST /targetConnections
{"name": "No such specification", "connectionSpec": {"id": "none"}, "params": {"dataSetId": "1"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400"}

> POST /targetConnections
{"name": "A source", "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}, "params": {"dataSetId": "1"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "*1307*"}

# The capital S is part of the name: the inlet's messages write it otherwise.
> POST /targetConnections
{"name": "Small s", "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c"}, "params": {"datasetId": "1"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "errorMessage": "params.dataSetId: is required*1325*"}

> POST /targetConnections
{"name": "Orders", "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0"},
 "data": {"schema": {"id": "https://ns.adobe.com/acme/schemas/1", "version": "application/vnd.adobe.xed-full+json;version=1"}},
 "params": {"dataSetId": "68e77800c0ffee0012345678"}}
< 201
{"id": "{target}", "etag": "*"}

> GET /targetConnections/{target}
< 200
{"items": [{"data": {"schema": {"id": "https://ns.adobe.com/acme/schemas/1"}},
  "params": {"dataSetId": "68e77800c0ffee0012345678"}, "state": "enabled"}]}

> GET /targetConnections/none
< 404
{"report": {"type": "targetConnections"}}
