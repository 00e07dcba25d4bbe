# The demo world is there at once, works, survives a reload and comes back after a reset.
settings: demo-world pace=realistic

> GET /connections?orderby=createdAt
> x-gw-ims-org-id: 0123456789ABCDEF0A49DEMO@AdobeOrg
> x-sandbox-name: prod
< 200
{"items": [
  {"name": "Sales warehouse", "auth": {"params": {"password": "!"}}},
  {"name": "Web analytics", "auth": {"params": {"password": "!"}}},
  {"name": "Web shop orders", "id": "{base}", "auth": {"params": {"inletUrl": "{inletUrl}"}}}
]}

> GET /flows
> x-gw-ims-org-id: 0123456789ABCDEF0A49DEMO@AdobeOrg
> x-sandbox-name: prod
< 200
{"items": [{"id": "{flow}", "state": "enabled"}]}

@ reload

> POST {inletUrl}
> x-adobe-flow-id: {flow}
{"order": 1}
< 200

> GET /emulator/state
< 200
{"sandboxes": [{"sandbox": "prod", "connections": 3, "received": [{"flowId": "{flow}", "count": 1}]}]}

> POST /connections
> x-gw-ims-org-id: 0123456789ABCDEF0A49DEMO@AdobeOrg
> x-sandbox-name: prod
{"name": "One more", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201

> POST /emulator/reset
< 200

# Everything is as it was, the identifiers too.
> GET /connections?orderby=createdAt
> x-gw-ims-org-id: 0123456789ABCDEF0A49DEMO@AdobeOrg
> x-sandbox-name: prod
< 200
{"items": [{"name": "Sales warehouse"}, {"name": "Web analytics"}, {"id": "{base}"}], "_links": {}}

# Nobody else sees it.
> GET /connections
< 200
{"items": []}
