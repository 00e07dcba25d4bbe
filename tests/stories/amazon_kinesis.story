# The Amazon Kinesis tutorial. Its request leaves the region out, so the region is optional.

> POST /connections
{
  "name": "Amazon Kinesis connection",
  "description": "Connector for Amazon Kinesis",
  "auth": {"specName": "Basic Authentication for Kinesis", "params": {
    "accessKeyId": "accessKeyId", "secretKey": "secretKey"}},
  "connectionSpec": {"id": "86043421-563b-46ec-8e6c-e23184711bf6", "version": "1.0"}
}
< 201
{"id": "{connection}", "etag": "*"}

> GET /connections/{connection}
< 200
{"items": [{"auth": {"params": {"accessKeyId": "accessKeyId", "secretKey": "!"}}}]}

> POST /connections
{
  "name": "With region",
  "auth": {"specName": "Basic Authentication for Kinesis", "params": {
    "accessKeyId": "a", "secretKey": "s", "region": "eu-west-1"}},
  "connectionSpec": {"id": "86043421-563b-46ec-8e6c-e23184711bf6", "version": "1.0"}
}
< 201

# The name of the authentication type is taken to the letter.
> POST /connections
{
  "name": "Other spelling",
  "auth": {"specName": "basic authentication for Kinesis", "params": {"accessKeyId": "a", "secretKey": "s"}},
  "connectionSpec": {"id": "86043421-563b-46ec-8e6c-e23184711bf6", "version": "1.0"}
}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1415-400"}
