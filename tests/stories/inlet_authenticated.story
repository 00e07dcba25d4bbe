# An inlet that wants a token.

> POST /connections
{
  "name": "Sample streaming connection",
  "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033",
  "description": "Sample description",
  "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "version": "1.0"},
  "auth": {"specName": "Streaming Connection", "params": {
    "sourceId": "Sample connection", "dataType": "xdm", "name": "Sample connection", "authenticationRequired": true}}
}
< 201
{"id": "{base}", "etag": "*"}

> GET /connections/{base}
< 200
{"items": [{"auth": {"params": {"inletUrl": "{inletUrl}", "inletId": "{inletId}", "authenticationRequired": true}}}]}

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

# The status in this body is a string.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 1}
< 401
{"type": "https://ns.adobe.com/adobecloud/problem/data-collection-service-authorization",
 "status": "401", "title": "Authorization", "report": {"message": "[{inletId}] Ims service token is empty"}}

> POST {inletUrl}
> x-adobe-flow-id: {flow}
> Authorization: Bearer expired-an-hour-ago
{"order": 2}
< 401
{"status": "401", "title": "Authorization", "report": {"message": "[{inletId}] Ims service token is not valid"}}

# Neither key nor organisation is asked for.
> POST {inletUrl}
> x-adobe-flow-id: {flow}
> Authorization: Bearer good
{"order": 3}
< 200
{"inletId": "{inletId}"}

> PUT /emulator/faults
{"expiredToken": true}
< 200

> POST {inletUrl}
> x-adobe-flow-id: {flow}
> Authorization: Bearer good
{"order": 4}
< 401
{"status": "401", "title": "Authorization", "report": {"message": "[{inletId}] Ims service token is not valid"}}
