# What the catalog offers.

> GET /connectionSpecs
< 200
{"items": [
  {"name": "amazon-kinesis"},
  {"name": "amazon-redshift"},
  {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "exploreSpec": {"type": "StreamingConnection"},
   "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033"},
  {"name": "phoenix"},
  {"name": "postgresql"},
  {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "attributes": {"isSource": false}}
], "_links": {}}

> GET /connectionSpecs?property=providerId==0ed90a81-07f4-4586-8190-b40eccef1c5a&property=attributes.connectorName==Phoenix
< 200
{"items": [{"id": "102706fb-a5cd-42ee-afe0-bc42f017ff43"}]}

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
