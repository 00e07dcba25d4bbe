# Filters, order and pages.

> GET /connections
< 200
{"items": [], "_links": {}}

> POST /connections
{"name": "alpha", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw", "authenticationRequired": true}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{alpha}", "etag": "*"}

@ +1h

> POST /connections
{"name": "beta, second", "description": "has one",
 "auth": {"specName": "Streaming Connection", "params": {"dataType": "xdm"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201
{"id": "{beta}", "etag": "*"}

> GET /connections/{beta}
< 200
{"items": [{"createdAt": "{betaTime}"}]}

@ +1h

> POST /connections
{"name": "gamma", "auth": {"specName": "Basic Authentication for Kinesis", "params": {"accessKeyId": "a", "secretKey": "s"}},
 "connectionSpec": {"id": "86043421-563b-46ec-8e6c-e23184711bf6"}}
< 201
{"id": "{gamma}", "etag": "*"}

# Pages, each with a link to the next that repeats what was asked; its token ends in an equals sign.
> GET /connections?orderby=-createdAt&limit=2
< 200
{"items": [{"id": "{gamma}"}, {"id": "{beta}"}], "_links": {"next": {"href": "{next}"}}}

> GET {next}
< 200
{"items": [{"id": "{alpha}"}], "_links": {}}

> GET /connections?limit=1
< 200
{"items": [{"id": "{alpha}"}], "_links": {"next": {"href": "/connections?limit=1&continuationToken=*="}}}

# A new connection in between makes nothing appear twice.
> GET /connections?orderby=name&limit=1
< 200
{"items": [{"id": "{alpha}"}], "_links": {"next": {"href": "{second}"}}}

> POST /connections
{"name": "aardvark", "auth": {"specName": "Streaming Connection", "params": {"dataType": "raw"}},
 "connectionSpec": {"id": "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"}}
< 201

> GET {second}
< 200
{"items": [{"id": "{beta}"}]}

> GET /connections?limit=1000
< 200
{"items": ["*", "*", "*", "*"], "_links": {}}

> GET /connections?continuationToken=bm90aGluZw==
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1454-400"}

# Order.
> GET /connections?orderby=%2Bname
< 200
{"items": [{"name": "aardvark"}, {"name": "alpha"}, {"name": "beta, second"}, {"name": "gamma"}]}

# A plus sign that nobody escaped is a blank.
> GET /connections?orderby=+name&limit=2
< 200
{"items": [{"name": "aardvark"}, {"name": "alpha"}]}

> GET /connections?orderby=auth.params.dataType,-name
< 200
{"items": [{"name": "alpha"}, {"name": "aardvark"}, {"name": "beta, second"}, {"name": "gamma"}]}

> GET /connections?orderby=*name
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1432-400"}

> GET /connections?orderby=colour
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1433-400"}

# Filters.
> GET /connections?property=name==alpha,%20gamma
< 200
{"items": [{"id": "{alpha}"}, {"id": "{gamma}"}]}

> GET /connections?property=name==%22beta,%20second%22
< 200
{"items": [{"id": "{beta}"}]}

> GET /connections?property=connectionSpec.id==bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb&property=auth.params.authenticationRequired==true
< 200
{"items": [{"id": "{alpha}"}]}

> GET /connections?property=name!=alpha&property=name!=aardvark&property=state==enabled
< 200
{"items": [{"id": "{beta}"}, {"id": "{gamma}"}]}

> GET /connections?property=createdAt%3E{betaTime}&property=name!=aardvark
< 200
{"items": [{"id": "{gamma}"}]}

> GET /connections?property=createdAt%3E={betaTime}&property=name!=aardvark
< 200
{"items": [{"id": "{beta}"}, {"id": "{gamma}"}]}

> GET /connections?property=createdAt%3C{betaTime}
< 200
{"items": [{"id": "{alpha}"}]}

> GET /connections?property=createdAt%3C={betaTime}
< 200
{"items": [{"id": "{alpha}"}, {"id": "{beta}"}]}

> GET /connections?property=description==%22has%20one%22
< 200
{"items": [{"id": "{beta}"}]}

# Refusals, one for each code.
> GET /connections?limit=2&count=true
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1401-400"}

> GET /connections?limit=2&count=false
< 200

> GET /connections?property=name~alp
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1440-400"}

> GET /connections?property=createdAt%3C=1,2
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1443-400"}

> GET /connections?property=colour==red
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1449-400"}

> GET /connections?property===red
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1449-400"}

> GET /connections?property=name!%3Ealpha
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1450-400"}

> GET /connections?property=name
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1450-400"}

> GET /connections?property=createdAt%3E1,2
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1452-400"}

> GET /connections?property=name==
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1453-400"}

> GET /connections?limit=0
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1454-400"}
