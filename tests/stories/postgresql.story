# The PostgreSQL tutorial: a connection string, user and password, and user and password on another cloud.

> GET /connectionSpecs/74a1c565-4e59-48d7-9d67-7c03b8a13137
< 200
{"items": [{"authSpec": [
  {"name": "Basic Authentication", "spec": {"title": "User and password", "properties": {
    "port": {"type": "string"},
    "sslMode": {"enum": ["Disable", "Allow", "Prefer", "Verify Ca", "Verify Full"]}}}},
  {"name": "Connection String Based Authentication", "spec": {"title": "Connection string", "properties": {
    "connectionString": {"format": "password", "examples":
      ["Server=*SERVER*;Database=*DATABASE*;Port=*PORT*;UID=*USERNAME*;Password=*PASSWORD*"]}}}},
  {"name": "Basic Authentication", "spec": {"title": "User and password (Experience Platform on AWS)", "properties": {
    "sslMode": {"enum": ["true", "false"], "default": "false"}}}}
]}]}

> POST /connections
{
  "name": "PostgreSQL base connection",
  "description": "PostgreSQL base connection via connection string",
  "auth": {"specName": "Connection String Based Authentication", "params": {
    "connectionString": "Server={SERVER};Database={DATABASE};Port={PORT};UID={USERNAME};Password={PASSWORD}"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 201
{"id": "{byString}", "etag": "*"}

# All of the connection string is a secret.
> GET /connections/{byString}
< 200
{"items": [{"auth": {"params": {"connectionString": "!"}}}]}

> POST /connections
{
  "name": "PostgreSQL base connection",
  "description": "PostgreSQL base connection via basic authentication",
  "auth": {"specName": "Basic Authentication", "params": {
    "server": "localhost", "port": "3306", "database": "postgresql-acme",
    "username": "acme", "password": "xxxx", "sslMode": "Allow"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 201
{"id": "{byPassword}", "etag": "*"}

> GET /connections/{byPassword}
< 200
{"items": [{"auth": {"params": {"server": "localhost", "port": "3306", "sslMode": "Allow", "password": "!"}}}]}

# The same name, but a word for a flag: what fits either cloud is taken.
> POST /connections
{
  "name": "PostgreSQL base connection",
  "description": "PostgreSQL base connection via basic authentication",
  "auth": {"specName": "Basic Authentication", "params": {
    "server": "localhost", "port": "3306", "database": "postgresql-acme",
    "username": "acme", "password": "xxxx", "sslMode": "false"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 201

> POST /connections
{
  "name": "Neither", "auth": {"specName": "Basic Authentication", "params": {
    "server": "localhost", "port": "3306", "database": "d", "username": "u", "password": "hush", "sslMode": "Maybe"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1100-400", "status": 400,
 "report": {"detailed-message": "auth.params.sslMode: must be one of \"Disable\", \"Allow\", *", "request-id": "*"}}

# Every parameter concerned is named, and none of their values.
> POST /connections
{
  "name": "Several", "auth": {"specName": "Basic Authentication", "params": {
    "server": "localhost", "port": 3306, "username": "u", "password": "hush"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 400
{"errorMessage": "auth.params.database: is required; auth.params.port: must be of type string",
 "errorDetails": "auth.params.database: is required; auth.params.port: must be of type string"}

> POST /connections
{
  "name": "No number", "auth": {"specName": "Basic Authentication", "params": {
    "server": "s", "port": "five", "database": "d", "username": "u", "password": "hush"}},
  "connectionSpec": {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "version": "1.0"}
}
< 400
{"errorMessage": "auth.params.port: must match the pattern ^[0-9]{1,5}$"}
