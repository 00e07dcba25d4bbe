# Each sandbox has its own resources; any well-formed name is a sandbox.

> GET /connections
> -x-sandbox-name
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-2105-400", "title": "*", "status": 400,
 "report": {"detailed-message": "{sentence}", "request-id": "*"},
 "errorMessage": "{sentence}", "errorDetails": "{sentence}"}

> GET /connections
> x-sandbox-name: unknown-sandbox
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-2100-404"}

> GET /connections
> x-sandbox-name: missing-one
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-2100-404"}

> GET /connections
> x-sandbox-name: Acme
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-2100-404"}

> GET /connections
> x-sandbox-name: 1st
< 404

> POST /connections
> x-sandbox-name: prod
{
  "name": "In prod",
  "auth": {"specName": "Basic Authentication for Kinesis", "params": {"accessKeyId": "a", "secretKey": "s"}},
  "connectionSpec": {"id": "86043421-563b-46ec-8e6c-e23184711bf6"}
}
< 201
{"id": "{connection}", "etag": "*"}

> GET /connections/{connection}
> x-sandbox-name: prod
< 200

> GET /connections/{connection}
> x-sandbox-name: dev-2
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404"}

# The same sandbox name in another organisation is another sandbox.
> GET /connections
> x-sandbox-name: prod
> x-gw-ims-org-id: 9999ABCD5678EF900A49ACME@AdobeOrg
< 200
{"items": [], "_links": {}}
