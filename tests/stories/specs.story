# What the catalog offers. Identifiers that begin with f10c0000 are invented: Adobe prints one for several sources.

> GET /connectionSpecs
< 200
{"items": [
  {"id": "d771e9c1-4f26-40dc-8617-ce58c4b53702", "name": "google-adwords"},
  {"id": "f10c0000-0000-4000-8000-000000000001", "name": "linkedin-ads"},
  {"id": "f82aae23-91e7-4884-b25f-2d2159d841fd", "name": "pinterest-ads"},
  {"id": "fd2c8ff3-1de0-4f6b-8fa8-4264784870eb", "name": "mixpanel"},
  {"id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "name": "pendo-webhook"},
  {"id": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4", "name": "adls-gen2"},
  {"id": "be5ec48c-5b78-49d5-b8fa-7c89ec4569b8", "name": "azure-file-storage"},
  {"id": "4c10e202-c428-4796-9208-5f1f5732b1cf", "name": "blob"},
  {"id": "26f526f2-58f4-4712-961d-e41bf1ccc0e8", "name": "data-landing-zone"},
  {"id": "bf9f5905-92b7-48bf-bf20-455bc6b60a4e", "name": "eventhub"},
  {"id": "fb2e94c9-c031-467d-8103-6bd6e0a432f2", "name": "ftp"},
  {"id": "70116022-a743-464a-bbfe-e226a7f8210c", "name": "google-pubsub"},
  {"id": "32e8f412-cdf7-464c-9885-78184cb113fd", "name": "google-cloud-storage"},
  {"id": "54e221aa-d342-4707-bcff-7a4bceef0001", "name": "hdfs"},
  {"id": "86043421-563b-46ec-8e6c-e23184711bf6", "name": "amazon-kinesis"},
  {"id": "c85f9425-fb21-426c-ad0b-405e9bd8a46c", "name": "oracle-object-storage"},
  {"id": "ecadc60c-7455-4d87-84dc-2a0e293d997b", "name": "s3"},
  {"id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "name": "sftp"},
  {"id": "cf16d886-c627-4872-9936-fb08d6cba8cc", "name": "onetrust"},
  {"id": "38ad80fe-8b06-4938-94f4-d4ee80266b07", "name": "ms-dynamics"},
  {"id": "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5", "name": "salesforce"},
  {"id": "59a4b493-a615-40f9-bd38-f823d0909a2b", "name": "sugarcrm-accounts-contacts"},
  {"id": "f10c0000-0000-4000-8000-000000000002", "name": "sugarcrm-events"},
  {"id": "fcad62f3-09b0-41d3-be11-449d5a621b69", "name": "veeva"},
  {"id": "929e4450-0237-4ed2-9404-b7e1e0a00309", "name": "zoho"},
  {"id": "ba5126ec-c9ac-11eb-b8bc-0242ac130003", "name": "oracle-service-cloud"},
  {"id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "name": "salesforce-service-cloud"},
  {"id": "eb13cb25-47ab-407f-ba89-c0125281c563", "name": "servicenow"},
  {"id": "0a27232b-2c6e-4396-b8c6-c9fc24e37ba4", "name": "zendesk"},
  {"id": "ecde33f2-c56f-46cc-bdea-ad151c16cd69", "name": "ats"},
  {"id": "3c9b37f8-13a6-43d8-bad3-b863b941fedd", "name": "google-big-query"},
  {"id": "a8f4d393-1a6b-43f3-931f-91a16ed857f4", "name": "cassandra"},
  {"id": "1fe283f6-9bec-11ea-bb37-0242ac130002", "name": "couchbase"},
  {"id": "0479cc14-7651-4354-b233-7480606c2ac3", "name": "data-explorer"},
  {"id": "e9d7ec6b-0873-4e57-ad21-b3a7c65e310b", "name": "databricks"},
  {"id": "37b6bf40-d318-4655-90be-5cd6f65d334b", "name": "greenplum"},
  {"id": "aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f", "name": "hive"},
  {"id": "a8b6a1a4-5735-42b4-952c-85dce0ac38b5", "name": "hp-vertica"},
  {"id": "09182899-b429-40c9-a15a-bf3ddbc8ced7", "name": "ibm-db2"},
  {"id": "3000eb99-cd47-43f3-827c-43caf170f015", "name": "mariadb"},
  {"id": "26d738e0-8963-47ea-aadf-c60de735468a", "name": "mysql"},
  {"id": "d6b52d86-f0f8-475f-89d4-ce54c8527328", "name": "oracle"},
  {"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43", "name": "phoenix"},
  {"id": "74a1c565-4e59-48d7-9d67-7c03b8a13137", "name": "postgresql"},
  {"id": "3416976c-a9ca-4bba-901a-1f08f66978ff", "name": "amazon-redshift"},
  {"id": "51ae16c2-bdad-42fd-9fce-8d5dfddaf140", "name": "snowflake-streaming"},
  {"id": "b2e08744-4f1a-40ce-af30-7abac3e23cf3", "name": "snowflake"},
  {"id": "6a8d82bc-1caf-45d1-908d-cadabc9d63a6", "name": "spark"},
  {"id": "1f372ff9-38a4-4492-96f5-b9a4e4bd00ec", "name": "sql-server"},
  {"id": "a49bcc7d-8038-43af-b1e4-5a7a089a7d79", "name": "synapse-analytics"},
  {"id": "2fa8af9c-2d1a-43ea-a253-f00a00c74412", "name": "teradata-vantage"},
  {"id": "d8ee38de-7ae9-4058-9610-c79ce75f8e92", "name": "sap-commerce"},
  {"id": "e77fd9d2-22a8-11ed-861d-0242ac120002", "name": "shopify-streaming"},
  {"id": "4f63aa36-bd48-4e33-bb83-49fbcd11c708", "name": "shopify"},
  {"id": "6360f136-5980-4111-8bdf-15d29eab3b5a", "name": "capillary"},
  {"id": "232dfabe-27aa-41c0-a7cf-9961661dc68b", "name": "lava"},
  {"id": "073127a3-26e3-496c-9d94-9f48fb93fba8", "name": "chatlio-webhook"},
  {"id": "96479064-7b8a-4d69-b9ed-21c5683837ea", "name": "customerio-webhook"},
  {"id": "cc6a4487-9e91-433e-a3a3-9cf6626c1806", "name": "hubspot"},
  {"id": "c8ce8c8c-37fb-4162-9fbf-c2f181e04a7a", "name": "mailchimp-campaign"},
  {"id": "2e8580db-6489-4726-96de-e33f5f60295f", "name": "mailchimp-members"},
  {"id": "35d6c4d8-c9a9-11eb-b8bc-0242ac130003", "name": "oracle-eloqua"},
  {"id": "fdf850b4-5a8d-4a5a-9ce8-4caef9abb2a8", "name": "oracle-netsuite-activities"},
  {"id": "f10c0000-0000-4000-8000-000000000003", "name": "oracle-netsuite-entities"},
  {"id": "ff4274f2-c9a9-11eb-b8bc-0242ac130003", "name": "oracle-responsys"},
  {"id": "f10c0000-0000-4000-8000-000000000004", "name": "pathfactory"},
  {"id": "ea1c2a08-b722-11eb-8529-0242ac130003", "name": "salesforce-marketing-cloud"},
  {"id": "221c7626-58f6-4eec-8ee2-042b0226f03b", "name": "paypal"},
  {"id": "2acf109f-9b66-4d5e-bc18-ebb2adcff8d5", "name": "square"},
  {"id": "cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3", "name": "stripe"},
  {"id": "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62", "name": "generic-rest"},
  {"id": "8e6b41a8-d998-4545-ad7d-c6a9fff406c3", "name": "odata"},
  {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "name": "Streaming Connection", "exploreSpec": {"type": "StreamingConnection"},
   "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033"},
  {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "attributes": {"isSource": false}}
], "_links": {}}

> GET /connectionSpecs?property=providerId==0ed90a81-07f4-4586-8190-b40eccef1c5a&property=attributes.connectorName==Phoenix
< 200
{"items": [{"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43"}]}

> GET /connectionSpecs?property=name==mysql
< 200
{"items": [{"authSpec": [
  {"name": "Connection String Based Authentication", "spec": {"title": "Connection string"}},
  {"name": "Basic Authentication (provisional name)", "spec": {"title": "User and password"}},
  {"name": "AWS Basic Authentication (provisional name)", "spec": {"title": "User and password (on AWS)"}}
]}]}

> GET /connectionSpecs/00000000-0000-4000-8000-000000000000
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "report": {"type": "connectionSpecs"}}

> GET /flowSpecs
< 200
{"items": [
  {"id": "d8a6f005-7eaf-4153-983e-e8574508b877"},
  {"id": "c1a19761-d2c7-4702-b9fa-fe91f0613e81"},
  {"id": "d69717ba-71b4-4313-b654-49f9cf126d7a"},
  {"id": "9753525b-82c7-4dce-8a9b-5ccfce2b9876"},
  {"id": "14518937-270c-4525-bdec-c2ba7cce3860"}
]}

> GET /flowSpecs?property=name==%22CloudStorageToAEP%22
< 200
{"items": [{"id": "9753525b-82c7-4dce-8a9b-5ccfce2b9876"}]}

> GET /flowSpecs?property=sourceConnectionSpecIds[]==74a1c565-4e59-48d7-9d67-7c03b8a13137
< 200
{"items": [{"id": "14518937-270c-4525-bdec-c2ba7cce3860"}]}

> GET /flowSpecs/c1a19761-d2c7-4702-b9fa-fe91f0613e81
< 200
{"items": [{"transformationSpecs": [{"name": "Mapping"}]}]}

> GET /flowSpecs/none
< 404
{"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404"}
