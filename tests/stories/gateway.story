# What the gateway refuses, in the order in which it looks.

> GET /connections
> -Authorization
> -x-api-key
< 403
{"error_code": "403010", "message": "Oauth token is missing"}

> GET /connections
> Authorization: Bearer expired-yesterday
< 401
{"error_code": "401013", "message": "*"}

> GET /connections
> Authorization: Basic dXNlcjpwYXNz
< 401
{"error_code": "401013"}

> GET /connections
> Authorization: Bearer
< 401
{"error_code": "401013"}

> GET /connections
> -x-api-key
> -x-gw-ims-org-id
< 403
{"error_code": "403000"}

> GET /connections
> x-api-key: unknown-key
< 403
{"error_code": "403003"}

> GET /connections
> -x-gw-ims-org-id
> -x-sandbox-name
< 400
{"error_code": "400003"}

> GET /connections
> x-gw-ims-org-id: 1234ABCD5678EF900A49ACME
< 403
{"error_code": "403027"}

> GET /connections
> x-gw-ims-org-id: unknown1234@AdobeOrg
< 403
{"error_code": "403025"}

> POST /connections
> -Content-Type
{"name": "No content type"}
< 400
{"type": "/placeholder/type/uri", "status": 400, "title": "BadRequestError", "detail": "Content-Type*"}

> POST /connections
> Content-Type: text/plain
{"name": "Other content type"}
< 400
{"title": "BadRequestError"}

# Parameters behind the media type are welcome, and so is any case.
> POST /connections
> Content-Type: Application/JSON; charset=utf-8
{"name": "No such specification", "connectionSpec": {"id": "none"}}
< 400
{"type": "https://ns.adobe.com/aep/errors/FLOW-1413-400"}

> GET /connections
> authorization: bearer lower-case
< 200

# The token comes before the path: nobody without one learns what exists.
> GET /nonsense
> -Authorization
< 403
{"error_code": "403010"}
