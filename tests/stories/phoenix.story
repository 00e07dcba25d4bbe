# The Phoenix tutorial: the one source with a number and a flag.

> GET /connectionSpecs/102706fb-a5cd-42ee-afe0-bc42f017ff43
< 200
{"items": [{"sourceSpec": {"attributes": {"uiAttributes": {"isBeta": true}}}}]}

> POST /connections
{
  "name": "Phoenix test connection",
  "description": "Phoenix test connection",
  "auth": {"specName": "Basic Authentication", "params": {
    "host": "{HOST}", "username": "{USERNAME}", "password": "{PASSWORD}",
    "port": 443, "httpPath": "{PATH}", "enableSsl": true}},
  "connectionSpec": {"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43", "version": "1.0"}
}
< 201
{"id": "{connection}", "etag": "*"}

> GET /connections/{connection}
< 200
{"items": [{"auth": {"params": {"port": 443, "enableSsl": true, "password": "!"}}}]}

> POST /connections
{
  "name": "Wrong types",
  "auth": {"specName": "Basic Authentication", "params": {
    "host": "h", "username": "u", "password": "hush", "port": "443", "httpPath": "p", "enableSsl": "true"}},
  "connectionSpec": {"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43", "version": "1.0"}
}
< 400
{"errorMessage": "auth.params.port: must be of type integer; auth.params.enableSsl: must be of type boolean"}

> POST /connections
{
  "name": "No such port",
  "auth": {"specName": "Basic Authentication", "params": {
    "host": "h", "username": "u", "password": "hush", "port": 65536, "httpPath": "p", "enableSsl": true}},
  "connectionSpec": {"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43", "version": "1.0"}
}
< 400
{"errorMessage": "auth.params.port: must be at most 65535"}

> POST /connections
{
  "name": "Nothing",
  "auth": {"specName": "Basic Authentication", "params": {}},
  "connectionSpec": {"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43", "version": "1.0"}
}
< 400
{"errorMessage": "auth.params.host: is required; auth.params.username: is required; *auth.params.enableSsl: is required"}
