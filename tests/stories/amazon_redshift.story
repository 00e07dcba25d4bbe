# The Amazon Redshift tutorial: find the specification, create the base connection.

> GET /connectionSpecs?property=name==%22amazon-redshift%22
< 200
< Content-Type: application/json
{"items": [{
  "id": "3416976c-a9ca-4bba-901a-1f08f66978ff",
  "name": "amazon-redshift",
  "providerId": "0ed90a81-07f4-4586-8190-b40eccef1c5a",
  "version": "1.0",
  "authSpec": [{
    "name": "Basic Authentication",
    "type": "Basic_Authentication",
    "spec": {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "type": "object",
      "description": "defines auth params",
      "properties": {
        "server": {"type": "string", "description": "IP address or host name of the Amazon Redshift server"},
        "username": {"type": "string", "description": "Name of user who has access to the database"},
        "password": {"type": "string", "description": "Password for the user account", "format": "password"},
        "database": {"type": "string", "description": "Name of the Amazon Redshift database"}
      },
      "required": ["server", "username", "password", "database"]
    }
  }]
}]}

# Without quotation marks, and by hand in the address bar, it is the same.
> GET /connectionSpecs?property=name==amazon-redshift
< 200
{"items": [{"id": "3416976c-a9ca-4bba-901a-1f08f66978ff"}], "_links": {}}

> POST /connections
{
  "name": "amazon-redshift base connection",
  "description": "base connection for amazon-redshift",
  "auth": {
    "specName": "Basic Authentication",
    "params": {"server": "{SERVER}", "database": "{DATABASE}", "password": "{PASSWORD}", "username": "{USERNAME}"}
  },
  "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff", "version": "1.0"}
}
< 201
< Location: /connections/*
< ETag: "*-0000-0200-0000-*0000"
< x-request-id: *
{"id": "{connection}", "etag": "{etag}"}

# The etag keeps its quotation marks; the password never comes back.
> GET /connections/{connection}
< 200
{"items": [{
  "id": "{connection}",
  "name": "amazon-redshift base connection",
  "description": "base connection for amazon-redshift",
  "auth": {"specName": "Basic Authentication", "params": {
    "server": "*SERVER*", "database": "*DATABASE*", "username": "*USERNAME*", "password": "!"
  }},
  "connectionSpec": {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff", "version": "1.0"},
  "state": "enabled",
  "version": "{etag}",
  "etag": "\"*-0000-0200-0000-*0000\"",
  "createdAt": "{created}",
  "updatedAt": "{created}",
  "createdBy": "*@techacct.adobe.com",
  "createdClient": "a-key",
  "sandboxId": "*-*-4*-*-*",
  "sandboxName": "acme-dev",
  "imsOrgId": "1234ABCD5678EF900A49ACME@AdobeOrg"
}]}
